"""How a decision names the municipality, the network, days, and whoever is given a task."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from natverkskollen.model.chain import proposers
from natverkskollen.model.decision import Decision, ParagraphNumber, is_board, is_council
from natverkskollen.model.evaluation import Evaluation
from natverkskollen.model.network import Network
from natverkskollen.swedish.dates import DayOrYear, day_words
from natverkskollen.swedish.joining import JOINING, Joining, JoiningWords
from natverkskollen.swedish.words import genitive, listed, lower_first

GAP = "[Fyll i]"


@dataclass(frozen=True)
class DateStyle:
    """How days are written: those of effect, and those of documents and earlier decisions."""

    effect_iso: bool = False
    document_iso: bool = False

    def effect(self, day: DayOrYear) -> str:
        """A day on which something is done or begins to hold."""
        return day_words(day, self.effect_iso)

    def document(self, day: DayOrYear) -> str:
        """The day of a document or of an earlier decision."""
        return day_words(day, self.document_iso)


def full_name(network: Network) -> str:
    """The network's name, with its short form where that is not a part of the name already."""
    if network.short.casefold() in network.name.casefold():
        return network.name
    return f"{network.name} ({network.short})"


@dataclass(frozen=True)
class Naming:
    """One decision of an evaluation, and the words for all that it names."""

    evaluation: Evaluation
    decision: Decision
    network_of: Callable[[str], Network]
    days: DateStyle = DateStyle()

    @property
    def body(self) -> str:
        """The body that decides, in the middle of a sentence or at its beginning as written."""
        return self.decision.body

    @property
    def municipality(self) -> str:
        """The municipality's or the region's name."""
        return self.evaluation.municipality.name

    @property
    def owner(self) -> str:
        """The name's genitive: `Huddinge kommuns`."""
        return genitive(self.municipality)

    @cached_property
    def network(self) -> Network:
        """The network that the decision is about; ValueError where it is about none."""
        if self.decision.network is None:
            raise ValueError(f"the outcome {self.decision.outcome} needs a network")
        return self.network_of(self.decision.network)

    @property
    def member(self) -> bool:
        """Whether the municipality is a member of that network."""
        return self.evaluation.is_member(self.network.id)

    @property
    def words(self) -> JoiningWords:
        """The words for what one has in that network."""
        return JOINING[self.network.membership]

    @property
    def x(self) -> str:
        """The network as it is named in a sentence: `föreningen Sveriges Ekokommuner (SEKOM)`."""
        return called(self.network)

    @property
    def noun_in(self) -> str:
        """`medlemskap i föreningen …`."""
        return f"{self.words.noun} {self.words.to} {self.x}"

    @property
    def the_in(self) -> str:
        """`medlemskapet i föreningen …`."""
        return f"{self.words.the} {self.words.to} {self.x}"

    def formed(self, phrase: str) -> str:
        """A phrase of JOINING with the network and the owner in place."""
        return phrase.format(x=self.x, own=self.owner)

    @property
    def every_membership(self) -> str:
        """`medlemskapen i X och Y`, each kind in words of its own, and those only considered."""
        networks = [self.network_of(each.network) for each in self.evaluation.memberships]
        return every_membership(self.evaluation, networks)

    @property
    def office(self) -> str:
        """Who is given a task: whoever is named, else a board by a council, an office by others."""
        named = self.decision.assigned_to
        if named:
            return lower_first(named)
        if is_council(self.body):
            way = [each for each in proposers(self.decision, self.evaluation.case.body)]
            boards = [each for each in reversed(way) if is_board(each) and not is_council(each)]
            return lower_first(next(iter(boards), f"{self.evaluation.municipality.kind}styrelsen"))
        return lower_first(self.evaluation.case.department or "förvaltningen")

    @property
    def asker(self) -> str:
        """The body that a task is reported to, inside a sentence."""
        return lower_first(self.body)

    def earlier(self, verb: str) -> str:
        """`, beslutad av … den 6 maj 2024, § 60` of an earlier decision; empty where unknown."""
        if not self.decision.decided:
            return ""
        by = f" av {lower_first(self.decision.decided_by)}" if self.decision.decided_by else ""
        return f", {verb}{by} {self.earlier_day}"

    @property
    def earlier_day(self) -> str:
        """The day and § of the earlier decision: `den 6 maj 2024, § 60`."""
        decided = self.decision.decided
        assert decided is not None, "only a decision whose day is known is pointed out"
        return f"{self.days.document(decided)}{paragraph_words(self.decision.paragraph)}"

    def by(self) -> str:
        """The day that a task is done by or a trial ends; ValueError where there is none."""
        day: date | None = self.decision.by
        if day is None:
            raise ValueError(f"the outcome {self.decision.outcome} needs a day")
        return self.days.effect(day)


def called(network: Network) -> str:
    """A network as a sentence names it, with the word that goes before its name."""
    return f"{network.called} {full_name(network)}" if network.called else full_name(network)


def paragraph_words(paragraph: ParagraphNumber | None) -> str:
    """`, § 60`; empty where it is not known."""
    if paragraph is None:
        return ""
    return f", § {str(paragraph).removeprefix('§').strip()}"


def every_membership(evaluation: Evaluation, networks: Iterable[Network]) -> str:
    """`medlemskapen i X och Y`, each kind in words of its own, and those only considered."""
    groups = joined(evaluation, networks).items()
    return listed([_group(*key, several) for key, several in groups], "samt")


def joined(
    evaluation: Evaluation, networks: Iterable[Network]
) -> dict[tuple[Joining, bool], list[Network]]:
    """The networks by what one has in each and whether one has it; what one has comes first."""
    groups: dict[tuple[Joining, bool], list[Network]] = {}
    for network in networks:
        member = evaluation.is_member(network.id)
        groups.setdefault((network.membership, member), []).append(network)
    return dict(sorted(groups.items(), key=lambda group: not group[0][1]))


def joinings(networks: Iterable[Network]) -> str:
    """`medlemskapen och diplomeringen`: what one has in them, in the order of the networks."""
    many = Counter(network.membership for network in networks)
    return listed([JOINING[kind].all if n > 1 else JOINING[kind].the for kind, n in many.items()])


def _group(joining: Joining, member: bool, networks: Sequence[Network]) -> str:
    words = JOINING[joining]
    if len(networks) == 1:
        return f"{words.the if member else words.one} {words.to} {called(networks[0])}"
    names = listed([full_name(network) for network in networks])
    return f"{words.all if member else words.noun} {words.to} {names}"
