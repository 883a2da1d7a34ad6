"""What is asked: a criteria set with its themes, weights, profiles and cut-offs."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from natverkskollen.files.fields import Amount, Filled, Model, Slug, Text, Version
from natverkskollen.files.problem import FieldPath, Mistake, repeated
from natverkskollen.model.criterion import Criterion
from natverkskollen.model.criterion import Points as Percent
from natverkskollen.model.rules import RobustnessRules, Scale, Verdict


class Theme(Model):
    """A group of criteria with one weight; `cost` marks the theme left out of the benefit."""

    id: Slug
    title: Text
    description: Text | None = None
    weight: Amount
    cost: bool = False
    criteria: Annotated[tuple[Criterion, ...], Filled]


class Profile(Model):
    """A named weighting of the themes, in points."""

    id: Slug
    title: Text
    description: Text | None = None
    weights: dict[Slug, Amount]


class CriteriaSet(Model):
    """A whole criteria set, as it stands in criteria/<id>.yaml; order is presentation order.

    `documented_needs_evidence` counts grade A as C where a criterion requires evidence and none is
    brought forward. `number_grades` are how many per cent a figure may be wrong, per grade; a
    grade left out says nothing about figures.
    """

    schema_version: Version = Field(alias="schema")
    id: Slug
    title: Text
    revision: Text
    description: Text | None = None
    scale: Scale
    evidence_grades: dict[Literal["A", "B", "C"], Amount]
    number_grades: dict[Literal["A", "B", "C"], Percent] = {}
    verdict: Verdict
    documented_needs_evidence: bool = True
    stale_after_months: Annotated[int, Field(ge=1, le=240)] = 18
    robustness: RobustnessRules = RobustnessRules()
    profiles: tuple[Profile, ...] = ()
    themes: Annotated[tuple[Theme, ...], Filled]

    def mistakes(self) -> Iterator[Mistake]:
        """Every way in which the parts of the set contradict each other."""
        yield from repeated(self.themes, "temat", "themes")
        yield from repeated(self.profiles, "viktprofilen", "profiles")
        yield from self._repeated_criteria()
        yield from self._wrong_earlier_ids()
        yield from self._wrong_levels()
        yield from self._wrong_minimums()
        yield from self._wrong_weights()
        missing = {"A", "B", "C"} - set(self.evidence_grades)
        if missing:
            yield Mistake(
                ("evidence_grades",),
                f"evidence_grades saknar {', '.join(sorted(missing))}",
                "Skriv till exempel: evidence_grades: {A: 0, B: 0.5, C: 1}",
            )

    def _placed(self) -> Iterator[tuple[FieldPath, Criterion]]:
        for i, theme in enumerate(self.themes):
            for j, criterion in enumerate(theme.criteria):
                yield ("themes", i, "criteria", j), criterion

    def _repeated_criteria(self) -> Iterator[Mistake]:
        seen: set[str] = set()
        for path, criterion in self._placed():
            if criterion.id in seen:
                yield Mistake(
                    (*path, "id"),
                    f"kriteriet '{criterion.id}' finns två gånger",
                    "Byt id på det ena",
                )
            seen.add(criterion.id)

    def _wrong_earlier_ids(self) -> Iterator[Mistake]:
        living = {criterion.id for criterion in self.criteria}
        claimed: dict[str, str] = {}
        for path, criterion in self._placed():
            for position, earlier in enumerate(criterion.earlier_ids):
                place = (*path, "earlier_ids", position)
                if earlier in living:
                    yield Mistake(
                        place,
                        f"earlier_ids nämner '{earlier}', men ett kriterium heter så nu",
                        "Ta bort namnet ur earlier_ids, eller byt id på kriteriet som heter så",
                    )
                elif earlier in claimed:
                    yield Mistake(
                        place,
                        f"det tidigare namnet '{earlier}' står redan hos '{claimed[earlier]}'",
                        "Låt ett enda kriterium ha namnet i earlier_ids: dit går de gamla svaren",
                    )
                claimed.setdefault(earlier, criterion.id)

    def _wrong_levels(self) -> Iterator[Mistake]:
        steps = set(self.scale.steps)
        for path, criterion in self._placed():
            if criterion.judged and set(criterion.level_texts) != steps:
                wrong = ", ".join(map(str, sorted(steps ^ set(criterion.level_texts))))
                yield Mistake(
                    (*path, "levels"),
                    f"kriteriet '{criterion.id}' ska ha en nivåtext för varje steg "
                    f"{self.scale.min}–{self.scale.max}, men det är fel på steg {wrong}",
                    "Skriv en text för varje steg i skalan och inga andra",
                )

    def _wrong_minimums(self) -> Iterator[Mistake]:
        for id_, level in self.verdict.minimum.items():
            found = self.criterion(id_)
            if found is None or not found.judged:
                yield Mistake(
                    ("verdict", "minimum", id_),
                    f"det finns inget bedömt kriterium med id '{id_}' i samlingen",
                    "Rätta id eller ta bort raden",
                )
            elif level not in self.scale.steps:
                yield Mistake(
                    ("verdict", "minimum", id_),
                    f"miniminivån {level} finns inte på skalan {self.scale.min}–{self.scale.max}",
                    "Ange ett steg på skalan",
                )

    def _wrong_weights(self) -> Iterator[Mistake]:
        if not any(theme.weight for theme in self.themes):
            yield Mistake(
                ("themes",), "alla teman har vikten 0", "Ge minst ett tema en vikt större än 0"
            )
        themes = {theme.id for theme in self.themes}
        for i, profile in enumerate(self.profiles):
            place: FieldPath = ("profiles", i, "weights")
            wrong = ", ".join(sorted(themes ^ set(profile.weights)))
            if wrong:
                yield Mistake(
                    place,
                    f"viktprofilen '{profile.id}' och temana stämmer inte överens: {wrong}",
                    "Ge varje tema en vikt i profilen, och inga andra",
                )
            elif not any(profile.weights.values()):
                yield Mistake(
                    place,
                    f"viktprofilen '{profile.id}' har bara nollor",
                    "Ge minst ett tema en vikt större än 0",
                )

    def as_copied(self) -> CriteriaSet:
        """The set as a copy of it was meant when it was written (docs/beslut/0015).

        A copy is whole, so a rule that it does not name did not exist and was not applied.
        """
        then: dict[str, object] = {}
        if "min_applicable" not in self.verdict.model_fields_set:
            earlier: dict[str, object] = {"min_applicable": Decimal(0)}
            if "missing_may_decide" not in self.verdict.model_fields_set:
                earlier["missing_may_decide"] = True
            then["verdict"] = self.verdict.model_copy(update=earlier)
        if "common_error" not in self.robustness.model_fields_set:
            independent = {"common_error": Decimal(0)}
            then["robustness"] = self.robustness.model_copy(update=independent)
        if "documented_needs_evidence" not in self.model_fields_set:
            then["documented_needs_evidence"] = False
        return self.model_copy(update=then) if then else self

    @property
    def criteria(self) -> tuple[Criterion, ...]:
        """Every criterion, in presentation order."""
        return tuple(criterion for theme in self.themes for criterion in theme.criteria)

    def criterion(self, id_: str) -> Criterion | None:
        """The criterion with this id, or None."""
        return self._index.living.get(id_)

    def renamed(self, id_: str) -> Criterion | None:
        """The criterion that has this id now or had it earlier, or None."""
        return self._index.living.get(id_) or self._index.earlier.get(id_)

    @property
    def _index(self) -> _Index:
        """The criteria by their ids; made once, for every answer of every sheet is looked up."""
        kept: _Index | None = self.__dict__.get(_INDEX)
        if kept is None or kept.themes is not self.themes:  # a copy may have other themes
            kept = self.__dict__[_INDEX] = _Index(self.themes)
        return kept


_INDEX = "index of the criteria"


class _Index:
    """The criteria of some themes by the ids they have, and by those they had earlier."""

    def __init__(self, themes: tuple[Theme, ...]):
        self.themes = themes
        every = [criterion for theme in reversed(themes) for criterion in reversed(theme.criteria)]
        self.living = {criterion.id: criterion for criterion in every}  # the first one stays
        self.earlier = {earlier: each for each in every for earlier in each.earlier_ids}
