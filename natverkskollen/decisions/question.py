"""What a case is called, and what a committee is asked."""

from __future__ import annotations

from collections.abc import Sequence

from natverkskollen.decisions.naming import every_membership, joined
from natverkskollen.model.evaluation import Evaluation
from natverkskollen.model.network import Network
from natverkskollen.swedish.joining import JOINING, Joining
from natverkskollen.swedish.words import counted, genitive, listed

_MOST_NAMED = 3


def question(evaluation: Evaluation, networks: Sequence[Network]) -> str:
    """`Ska Huddinge vara kvar i Klimatkommunerna och gå med i Sveriges Ekokommuner?`.

    More than three networks of a kind are told as so many.
    """
    groups: dict[tuple[bool, Joining], list[Network]] = {}
    for member in (True, False):
        for network in networks:
            if evaluation.is_member(network.id) == member:
                groups.setdefault((member, network.membership), []).append(network)
    asked = [_asked(*kind, several) for kind, several in groups.items()]
    return f"Ska {_called(evaluation.municipality.name)} {listed(asked)}?"


def case_title(evaluation: Evaluation, networks: Sequence[Network]) -> str:
    """What the case is called: the title it is given, else `Utvärdering av medlemskapet i …`.

    More than three networks are told as so many.
    """
    if evaluation.case.title:
        return evaluation.case.title
    if len(networks) <= _MOST_NAMED:
        return f"Utvärdering av {every_membership(evaluation, networks)}"
    owner = genitive(evaluation.municipality.definite)
    mine: list[str] = []
    others: list[str] = []
    for (joining, member), several in joined(evaluation, networks).items():
        words, many = JOINING[joining], counted(len(several), "ett nätverk", "nätverk")
        (mine if member else others).append(f"{words.noun} {words.to} {many}")
    said = [f"{owner} {listed(mine)}"] if mine else []
    said += [f"frågan om {listed(others)}"] if others else []
    return f"Utvärdering av {listed(said, 'samt')}"


def _asked(member: bool, joining: Joining, networks: Sequence[Network]) -> str:
    many = len(networks) > _MOST_NAMED
    names = counted(len(networks), "ett nätverk", "nätverk") if many else _names(networks)
    if joining == "medlemskap":
        return f"{'vara kvar i' if member else 'gå med i'} {names}"
    words = JOINING[joining]
    if member:
        return words.stay.format(x=names)
    return f"ansöka om {words.noun} {words.to} {names}"


def _names(networks: Sequence[Network]) -> str:
    return listed([network.name for network in networks])


def _called(name: str) -> str:
    """`Huddinge` for Huddinge kommun; a name in the genitive (Norrköpings kommun) is left whole."""
    first = name.removesuffix(" kommun")
    return name if first.endswith("s") else first
