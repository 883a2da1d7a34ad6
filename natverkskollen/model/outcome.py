"""The outcomes that can be decided on: what each is called, needs, may say, and follows from.

How an outcome is worded in the minutes is in natverkskollen/decisions/; a test holds the two to
the same list.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Outcome = Literal[
    "receive",
    "continue",
    "continue-with-condition",
    "trial",
    "come-back",
    "leave",
    "withdraw-leave",
    "renegotiate",
    "apply",
    "do-not-apply",
    "stop",
    "evaluate-by",
    "motion",
    "citizen-proposal",
    "money",
    "note",
    "close-assignment",
]
# The result that an outcome follows from; any other departs from it and needs a reason.
Verdict = Literal["keep", "come-back", "leave"]
# Whose membership an outcome is about: a member's, a non-member's, either, or that of neither
# alone, since the point is about the case.
Concerns = Literal["members", "others", "either", "case"]
# What becomes of what is paid: it goes on, or goes on not being paid; it ends; it begins.
Pays = Literal["as-before", "ends", "begins"]

ANY = ("outcome", "body", "proposed_by")
_MEMBERSHIP = ("network", "motive", "reason", "money", "differs_because", "closes_assignment")


@dataclass(frozen=True)
class By:
    """The day an outcome names: the words that ask for it, and what falls on it for a network."""

    asked: str
    falls: str


@dataclass(frozen=True)
class Kind:
    """One outcome: its words, and its fields beside ANY.

    `needs` are fields it cannot do without, `asks` are those that are missed where they are left
    out, `may` those that it also uses. `follows` are the results it agrees with; an outcome with
    none says nothing about whether the membership goes on. `pays` is None where it is not known
    what becomes of what is paid: after a negotiation, or when a request is taken back.
    """

    words: str
    concerns: Concerns
    needs: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()
    may: tuple[str, ...] = ()
    follows: tuple[Verdict, ...] = ()
    pays: Pays | None = None
    by: By | None = None

    def __post_init__(self) -> None:
        if ("by" in self.fields) != (self.by is not None):
            raise ValueError(f"{self.words}: a day and its words go together")

    @property
    def fields(self) -> tuple[str, ...]:
        """Every field that the outcome uses."""
        return (*ANY, *self.needs, *self.asks, *self.may)

    @property
    def may_end(self) -> bool:
        """Whether a member that it is decided for may come to leave."""
        return "leave" in self.follows or "come-back" in self.follows


def _membership(
    words: str,
    concerns: Concerns,
    follows: tuple[Verdict, ...],
    pays: Pays | None,
    needs: tuple[str, ...] = (),
    asks: tuple[str, ...] = (),
    may: tuple[str, ...] = (),
    by: By | None = None,
) -> Kind:
    first, *rest = _MEMBERSHIP
    return Kind(words, concerns, (first, *needs), asks, (*may, *rest), follows, pays, by)


KINDS: Mapping[Outcome, Kind] = {
    "receive": Kind("godkänn redovisningen", "case", may=("answer", "dated")),
    "continue": _membership("fortsätt", "members", ("keep",), "as-before"),
    "continue-with-condition": _membership(
        "fortsätt med villkor",
        "members",
        ("keep",),
        "as-before",
        ("condition",),
        ("by", "receiver"),
        by=By("Villkoret ska vara uppfyllt senast", "Villkoret för {} ska vara uppfyllt"),
    ),
    "trial": _membership(
        "prövotid",
        "members",
        ("come-back",),
        "as-before",
        ("by",),
        may=("assigned_to",),
        by=By("Prövotiden slutar", "Prövotiden slutar för {}"),
    ),
    "come-back": _membership(
        "avvakta",
        "either",
        ("come-back",),
        "as-before",
        ("by",),
        may=("assigned_to",),
        by=By("Avgör senast", "Frågan om {} ska vara avgjord"),
    ),
    "leave": _membership("begär utträde", "members", ("leave",), "ends", ("from_date",)),
    "withdraw-leave": _membership(
        "återta begäran om utträde",
        "members",
        ("keep",),
        None,
        asks=("decided", "paragraph"),
        may=("decided_by",),
    ),
    "renegotiate": _membership(
        "förhandla om villkoren",
        "members",
        ("keep", "come-back"),
        None,
        ("by",),
        may=("assigned_to",),
        by=By("Förhandla före", "Villkoren för {} ska vara omförhandlade"),
    ),
    "apply": _membership("ansök om medlemskap", "others", ("keep",), "begins"),
    "do-not-apply": _membership("ansök inte", "others", ("leave",), "as-before"),
    "stop": _membership(
        "avbryt ansökan",
        "others",
        ("leave",),
        "as-before",
        may=("decided", "paragraph", "decided_by"),
    ),
    "evaluate-by": Kind(
        "utvärdera senast",
        "case",
        ("by",),
        may=("network", "assigned_to"),
        by=By("Utvärdera senast", "Utvärderingen av {} ska vara klar"),
    ),
    "motion": Kind("besvara en motion", "case", ("title", "number", "answer"), ("reason",)),
    "citizen-proposal": Kind(
        "besvara ett medborgarförslag", "case", ("title", "number", "answer"), ("reason",)
    ),
    "money": Kind("omfördela pengar", "case", ("money",)),
    "note": Kind("notera information", "case", asks=("about",), may=("answer",)),
    "close-assignment": Kind("förklara uppdraget avslutat", "case", may=("about",)),
}
OUTCOME_WORDS: Mapping[str, str] = {outcome: kind.words for outcome, kind in KINDS.items()}

Answer = Literal["godkänns", "noteras", "antecknas", "besvarad", "avslås", "bifalls"]
# The answers that an outcome may give; the first is what it gives where none is written.
ANSWERS: Mapping[str, tuple[Answer, ...]] = {
    "receive": ("godkänns", "noteras"),
    "note": ("noteras", "antecknas"),
    "motion": ("besvarad", "avslås", "bifalls"),
    "citizen-proposal": ("besvarad", "avslås", "bifalls"),
}


def outcomes_for(member: bool) -> tuple[Outcome, ...]:
    """The outcomes that settle a membership, for a member or for one who is not."""
    own: Concerns = "members" if member else "others"
    return tuple(
        o for o, kind in KINDS.items() if kind.follows and kind.concerns in (own, "either")
    )
