"""How decisions contradict themselves, each other or the evaluation they stand in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from natverkskollen.files.problem import Mistake
from natverkskollen.model.chain import opposed
from natverkskollen.model.decision import Decision
from natverkskollen.model.outcome import KINDS
from natverkskollen.swedish.words import lower_first


def decision_mistakes(
    decisions: Sequence[Decision], addressee: str, members: Mapping[str, bool], assignment: bool
) -> Iterator[Mistake]:
    """Every way in which decisions contradict themselves, each other or their evaluation.

    `addressee` is the body that the case goes to, `members` tells of each network in the
    evaluation whether the municipality is a member, and `assignment` if the case has one.
    """
    for position, decision in enumerate(decisions):
        place = ("decisions", position)
        for mistake in decision.mistakes():
            yield mistake._replace(path=(*place, *mistake.path))
        if decision.network and decision.network not in members:
            yield Mistake(
                (*place, "network"),
                f"beslutet gäller '{decision.network}' som inte finns bland memberships",
                "Rätta nätverkets id eller lägg till medlemskapet",
            )
        elif KINDS[decision.outcome].concerns == "members" and not members.get(
            decision.network or "", True
        ):
            yield Mistake(
                (*place, "outcome"),
                f"utfallet '{decision.outcome}' gäller en medlem, men '{decision.network}' har "
                "member: false",
                "Välj apply, come-back eller do-not-apply, eller ta bort member: false",
            )
        if not assignment and (
            decision.closes_assignment or decision.outcome == "close-assignment"
        ):
            key = "closes_assignment" if decision.closes_assignment else "outcome"
            yield Mistake(
                (*place, key),
                "beslutet avslutar ett uppdrag, men ärendet har inget",
                "Lägg till assignment under case, eller ta bort raden",
            )
    for later, earlier in opposed(decisions, addressee):
        one, other = decisions[later], decisions[earlier]
        yield Mistake(
            ("decisions", later, "outcome"),
            f"två beslut om '{one.network}' går inte ihop: '{other.outcome}' i "
            f"{lower_first(other.body)} och '{one.outcome}' i {lower_first(one.body)}",
            "Ta bort det ena, eller skriv i proposed_by vilka organ som föreslår det på vägen",
        )
