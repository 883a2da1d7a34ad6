"""A goal or a need of the municipality that memberships are to meet."""

from __future__ import annotations

from typing import Annotated

from natverkskollen.files.fields import Filled, Model, Slug, Text


class Need(Model):
    """One goal or need; facts and criteria that share a tag with it tell who meets it."""

    id: Slug
    title: Text
    tags: Annotated[tuple[Slug, ...], Filled]
