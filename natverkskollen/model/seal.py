"""The seal of a final evaluation: when, by whom, and what it then said."""

from __future__ import annotations

from natverkskollen.files.fields import Day, Model, Text


class Final(Model):
    """When an evaluation was made final, by whom (a role), and the hash of what it then said."""

    at: Day
    by: Text
    hash: Text
