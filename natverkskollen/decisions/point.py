"""One point of the minutes in the four styles that municipalities write.

Whole sentences with the one who acts as subject, att-clauses, infinitives, or the passive. In the
two middle ones the body that decides stands in the line before the points.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

from natverkskollen.decisions.naming import Naming
from natverkskollen.swedish.line_breaks import unbroken
from natverkskollen.swedish.words import capital

DecisionStyle = Literal["sentences", "att", "infinitive", "passive"]


@dataclass(frozen=True)
class Point:
    """One action, in each style without its full stop; `att` is what follows on that word.

    `ends` is what becomes of it, such as `medlemskapet upphör den 31 december 2026`: a sentence
    of its own, or what follows on `så att`. `reason` is a clause after `med hänvisning till att`.
    """

    sentence: str
    att: str
    infinitive: str
    passive: str
    ends: str = ""
    reason: str = ""

    def because(self, reason: str | None) -> Point:
        """The point with its reason in it."""
        return replace(self, reason=reason or "")

    def written(self, style: DecisionStyle) -> str:
        """The point in one style, with hard spaces where a line must not break."""
        why = because(self.reason)
        if style in ("sentences", "passive"):
            said = f"{self.sentence if style == 'sentences' else self.passive}{why}."
            return unbroken(capital(f"{said} {capital(self.ends)}." if self.ends else said))
        if self.ends:
            why = f", så att {self.ends}{',' if why else ''}{why}"
        if style == "att":
            return unbroken(f"att {self.att}{why}.")
        return unbroken(capital(f"{self.infinitive}{why}."))


# What an outcome makes of a decision: its point in the minutes, or the points where it is several.
Phrase = Callable[[Naming], Point | tuple[Point, ...]]


def because(reason: str) -> str:
    """A reason as it follows on a decision: ` med hänvisning till att …`; empty for none."""
    said = reason.strip().rstrip(".")
    if not said:
        return ""
    opens = said.startswith(("att ", "dels att "))
    return f" med hänvisning till {'' if opens else 'att '}{said}"


def acts(body: str, present: str, infinitive: str, passive: str) -> Point:
    """What a body does: `Kommunstyrelsen noterar …`."""
    return Point(f"{body} {present}", infinitive, infinitive, passive)


def gives(body: str, who: str, task: str) -> Point:
    """The task that a body gives somebody; `task` is what follows on `i uppdrag att`."""
    return acts(
        body,
        f"ger {who} i uppdrag att {task}",
        f"ge {who} i uppdrag att {task}",
        f"{who} får i uppdrag att {task}",
    )
