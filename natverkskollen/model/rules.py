"""How answers are counted: the scale, the cut-offs and how certainty is computed and named."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field, model_validator

from natverkskollen.files.fields import Model, Number, Slug, problem
from natverkskollen.model.criterion import Points


class Scale(Model):
    """The lowest and highest step of every judged criterion; they are worth 0 and 100."""

    min: int
    max: int

    @model_validator(mode="after")
    def _has_steps(self) -> Scale:
        if self.max <= self.min or self.max - self.min > 20:
            raise problem(
                f"skalan går från {self.min} till {self.max}",
                "Låt max vara större än min, med högst 20 steg emellan",
            )
        return self

    @property
    def steps(self) -> range:
        """Every step of the scale, lowest first."""
        return range(self.min, self.max + 1)


class Verdict(Model):
    """The cut-offs, fixed before scoring: keep from, leave below, and minimum levels for keep.

    `min_coverage` is how much of the applicable weight must be assessed, and `min_applicable` how
    much of the whole weight must apply to a network, for there to be a verdict. Where unanswered
    questions alone could carry the value over a cut-off there is none either, unless
    `missing_may_decide`.
    """

    keep_from: Points
    leave_below: Points
    minimum: dict[Slug, int] = {}
    min_coverage: Points = Decimal(75)
    min_applicable: Points = Decimal(60)
    missing_may_decide: bool = False

    @model_validator(mode="after")
    def _in_order(self) -> Verdict:
        if self.leave_below > self.keep_from:
            raise problem(
                f"leave_below ({self.leave_below}) är större än keep_from ({self.keep_from})",
                "Låt leave_below vara högst lika med keep_from",
            )
        return self


WeightsModel = Literal["all", "ranked", "interval"]
Level = Literal["themes", "criteria"]


class RobustnessRules(Model):
    """How certainty is computed and named: which weightings, how many draws, and the limits.

    `clear_from` and `likely_from` are how many of 100 draws must agree with the verdict for it to
    be called clear, and likely. `common_error` (0–1) is how much of an answer's error is shared by
    all the answers of the same assessor.
    """

    weights: WeightsModel = "interval"
    level: Level = "themes"
    draws: Annotated[int, Field(ge=1_000, le=1_000_000)] = 100_000
    seed: Annotated[int, Field(ge=0)] = 20250401
    clear_from: Points = Decimal(95)
    likely_from: Points = Decimal(75)
    common_error: Annotated[Number, Field(ge=0, le=1)] = Decimal("0.5")

    @model_validator(mode="after")
    def _in_order(self) -> RobustnessRules:
        if self.likely_from > self.clear_from:
            raise problem(
                f"likely_from ({self.likely_from}) är större än clear_from ({self.clear_from})",
                "Låt likely_from vara högst lika med clear_from",
            )
        return self
