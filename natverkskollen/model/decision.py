"""One point that a body decides: its outcome with what the outcome needs, and what it may not say.

A field that the outcome has no use for is a mistake in the file: it would otherwise be swallowed,
or printed as something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches
from typing import Annotated, Any

from pydantic import BeforeValidator, Discriminator, Field, Tag, WithJsonSchema

from natverkskollen.files.fields import Day, DayIfKnown, Model, Positive, Slug, Text, Year, problem
from natverkskollen.files.problem import Mistake
from natverkskollen.model.outcome import ANSWERS, KINDS, Answer, Outcome


class Money(Model):
    """An amount in kronor that is moved: every year from a year on, or in that year alone."""

    amount: Positive
    year: Year
    from_: Text | None = Field(alias="from", default=None)
    to: Text
    yearly: bool = True


def _is_group(value: Any) -> str:
    return "@group" if isinstance(value, (dict, Money)) else "@text"


# A text is how 0.1.0 had it: what follows on `beslutar att`, in a person's own words.
MoneyWords = Annotated[
    Annotated[Money, Tag("@group")] | Annotated[Text, Tag("@text")], Discriminator(_is_group)
]


def _paragraph(value: Any) -> Any:
    if isinstance(value, int) and not isinstance(value, bool) and value > 0:
        return value
    if isinstance(value, str) and re.fullmatch(r"(§\s*)?\d[\w/: -]{0,20}", value):
        return value
    raise problem(f"ska vara ett paragrafnummer, men är '{value}'", "Skriv till exempel: 14")


ParagraphNumber = Annotated[
    int | str,
    BeforeValidator(_paragraph),
    WithJsonSchema({"type": ["integer", "string"], "examples": [14]}),
]


def _outcome(value: Any) -> Any:
    """The value, or what it may have been meant for: the Swedish word, or an id much like it."""
    if value in KINDS:
        return value
    said = str(value)[:60].casefold()
    meant = {kind.words: id_ for id_, kind in KINDS.items()}
    near = get_close_matches(said, [*meant, *KINDS], 1)
    told = meant.get(near[0], near[0]) if near else ""
    raise problem(
        f"utfallet '{value}' finns inte",
        f"Skriv outcome: {told}" if told else "Välj ett i tabellen i evaluations/README.md",
    )


class Decision(Model):
    """What one body decides; which fields it may have, and what they mean, follows its outcome.

    `by` is the day something is done or a trial ends, `from_date` the last day of a membership.
    `decided`, `paragraph` and `decided_by` point out an earlier decision. `proposed_by` are the
    bodies that propose it on its way, in order; left out, the body the case goes to proposes what
    its council decides. `reason` is what follows on `med hänvisning till att`, `motive` a whole
    sentence for the memo.
    """

    network: Slug | None = None
    outcome: Annotated[Outcome, BeforeValidator(_outcome)]
    body: Text
    proposed_by: tuple[Text, ...] = ()
    by: Day | None = None
    from_date: DayIfKnown | None = None
    condition: Text | None = None
    receiver: Text | None = None
    assigned_to: Text | None = None
    decided: Day | None = None
    paragraph: ParagraphNumber | None = None
    decided_by: Text | None = None
    title: Text | None = None
    number: Text | None = None
    answer: Answer | None = None
    about: Text | None = None
    dated: Day | None = None
    reason: Text | None = None
    motive: Text | None = None
    money: MoneyWords | None = None
    differs_because: Text | None = None
    closes_assignment: bool = False

    def mistakes(self) -> Iterator[Mistake]:
        """Every field that is missing or that the outcome has no use for, by its key."""
        kind = KINDS[self.outcome]
        for key in kind.needs:
            if getattr(self, key) is None:
                yield Mistake(
                    ("outcome",),
                    f"utfallet '{self.outcome}' behöver {key}",
                    f"Lägg till en rad, till exempel: {EXAMPLES[key]}",
                )
        for key in type(self).model_fields:
            if key not in kind.fields and getattr(self, key) not in (None, False, ()):
                yield Mistake(
                    (key,),
                    f"utfallet '{self.outcome}' använder inte {key}",
                    f"Ta bort raden, eller välj ett utfall som använder {key}",
                )
        choices = ANSWERS.get(self.outcome, ())
        if self.answer and choices and self.answer not in choices:
            yield Mistake(
                ("answer",),
                f"answer är '{self.answer}', men för '{self.outcome}' ska den vara "
                f"{' eller '.join(choices)}",
                f"Skriv till exempel: answer: {choices[0]}",
            )
        if isinstance(self.money, str) and self.outcome == "money":
            yield Mistake(
                ("money",),
                "utfallet 'money' behöver belopp, år och mottagare var för sig",
                f"Skriv till exempel: {EXAMPLES['money']}",
            )
        if is_council(self.body) and self.assigned_to and not is_board(self.assigned_to):
            yield Mistake(
                ("assigned_to",),
                f"{self.body} ger uppdrag till en nämnd, men assigned_to är '{self.assigned_to}'",
                "Skriv en nämnd, till exempel: assigned_to: kommunstyrelsen",
            )
        if (self.paragraph or self.decided_by) and not self.decided:
            yield Mistake(
                ("paragraph" if self.paragraph else "decided_by",),
                "det tidigare beslutet saknar dag",
                f"Lägg till en rad, till exempel: {EXAMPLES['decided']}",
            )


# What a person is shown where a field is missing.
EXAMPLES = {
    "network": "network: sekom",
    "by": "by: 2026-05-30",
    "from_date": "from_date: 2026-12-31 (eller 2026, eller okänt)",
    "condition": "condition: att föreningen redovisar sin plan",
    "decided": "decided: 2024-05-06",
    "title": "title: Gå med i Klimatkommunerna",
    "number": "number: KS-2024/123",
    "answer": "answer: besvarad",
    "money": "money: {amount: 38291, year: 2027, from: medlemsavgifterna, to: energirådgivningen}",
}

_BOARD = re.compile(r"(nämnd|styrelse|utskott|beredning|kommitté|delegation)(en|n|et|s)?\b", re.I)


def is_council(body: str) -> bool:
    """Whether a body is a council: kommunfullmäktige, regionfullmäktige, or KF and RF."""
    return body.lower().endswith("fullmäktige") or body in ("KF", "RF")


def is_board(name: str) -> bool:
    """Whether somebody is a body of elected people, to whom a council can give a task."""
    return bool(_BOARD.search(name)) or name in ("KS", "RS") or is_council(name)
