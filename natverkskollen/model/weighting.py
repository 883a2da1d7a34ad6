"""How the themes are weighed when an evaluation is read, and who chose it."""

from __future__ import annotations

from natverkskollen.files.fields import (
    Amount,
    Model,
    Slug,
    Text,
)


class Weighting(Model):
    """The weighting the evaluation is read with: a named profile or points per theme."""

    profile: Slug | None = None
    themes: dict[Slug, Amount] = {}
    chosen_by: Text | None = None
    reason: Text | None = None
