"""Evidence that is held for several networks and brought forward for one."""

from __future__ import annotations

from collections.abc import Iterator

from natverkskollen.analysis.facts import facts_used
from natverkskollen.analysis.findings.finding import Finding, fact_side, finding_id
from natverkskollen.dossier.dossier import Dossier
from natverkskollen.model.network import Fact, Network
from natverkskollen.swedish.words import listed, lower_first

_HELD = ("result", "done", "claim")
ONE_SIDED = ("ojamn-anvandning", "ojamnt-belagg")


def used_for_some_only(dossier: Dossier) -> Iterator[Finding]:
    """Facts that are evidence for one network though the sources hold them for another as well."""
    used = {id_: facts_used(dossier, id_) for id_ in dossier.networks}
    for id_, holders in _shared(dossier).items():
        users = [network for network in holders if id_ in used[network.id]]
        silent = [network for network in holders if id_ not in used[network.id]]
        told = _newest(users[0], id_) if users else None
        silent = [n for n in silent if told and _comparable(told, _newest(n, id_))]
        if told is None or not silent:
            continue
        yield Finding(
            finding_id("ojamn-anvandning", id_),
            "ojamn-anvandning",
            "att pröva",
            silent[0].id if len(silent) == 1 else None,
            f"{told.label} är belägg för {_names(users)}, men källorna har "
            f"{_also(told, silent, id_)} utan att den är använd där.",
            tuple(fact_side(network, _newest(network, id_)) for network in (*users, *silent)),
            f"Kontrollera om {lower_first(told.label)} skiljer nätverken åt eller bara har "
            "undersökts för det ena.",
        )


def supported_for_some_only(dossier: Dossier) -> Iterator[Finding]:
    """Facts that one network documents itself and that others only say about another."""
    for id_, holders in _shared(dossier).items():
        own = [n for n in holders if any(_own(f) for f in _held(n, id_))]
        told = _newest(own[0], id_) if own else None
        only_claimed = [
            n for n in holders if n not in own and told and _comparable(told, _newest(n, id_))
        ]
        if told is None or not only_claimed:
            continue
        yield Finding(
            finding_id("ojamnt-belagg", id_),
            "ojamnt-belagg",
            "att pröva",
            only_claimed[0].id if len(only_claimed) == 1 else None,
            f"{told.label}: {_names(own)} har egna uppgifter, men om "
            f"{_about(told, only_claimed, id_)} finns bara vad någon annan säger.",
            tuple(fact_side(network, _newest(network, id_)) for network in (*own, *only_claimed)),
            f"Fråga nätverket efter en egen uppgift om {lower_first(told.label)}.",
        )


def _also(told: Fact, silent: list[Network], id_: str) -> str:
    """The same fact for others, each under its own label where that is another."""
    if all(_newest(network, id_).label == told.label for network in silent):
        return f"uppgiften också för {_names(silent)}"
    each = [f"{lower_first(_newest(n, id_).label)} för {n.short}" for n in silent]
    return f"också {listed(each)}"


def _about(told: Fact, only_claimed: list[Network], id_: str) -> str:
    if all(_newest(network, id_).label == told.label for network in only_claimed):
        return _names(only_claimed)
    return listed([f"{n.short} ({lower_first(_newest(n, id_).label)})" for n in only_claimed])


def _shared(dossier: Dossier) -> dict[str, list[Network]]:
    """Every fact id that several networks hold, with those networks."""
    holders: dict[str, list[Network]] = {}
    for network in dossier.networks.values():
        for id_ in dict.fromkeys(f.id for f in network.facts if f.kind in _HELD):
            holders.setdefault(id_, []).append(network)
    return {id_: found for id_, found in holders.items() if len(found) > 1}


def _held(network: Network, id_: str) -> list[Fact]:
    return [fact for fact in network.facts if fact.id == id_ and fact.kind in _HELD]


def _newest(network: Network, id_: str) -> Fact:
    return max(_held(network, id_), key=lambda fact: (_own(fact), fact.as_of))


def _comparable(one: Fact, other: Fact) -> bool:
    """Whether two facts state the same kind of thing: figures in one unit, or the same words."""
    if isinstance(one.value, str) or isinstance(other.value, str):
        return one.value == other.value
    return one.unit == other.unit


def _own(fact: Fact) -> bool:
    return fact.kind != "claim"


def _names(networks: list[Network]) -> str:
    return listed([network.short for network in networks])
