"""What a network answers on a municipality's server: its own fact check, and nothing beside it.

The evaluation is read here for the network and never handed out; answers that are hidden are in
none of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from natverkskollen.analysis.findings.fact_check import FactCheck, fact_check
from natverkskollen.analysis.findings.fact_check_reply import reply_of
from natverkskollen.analysis.scoring import evaluate
from natverkskollen.dossier.library import library_of
from natverkskollen.model.principal import Principal
from natverkskollen.model.reply import Reply, ReplyItem
from natverkskollen.store import clock
from natverkskollen.store.contract import Change, Failed, SaveOutcome
from natverkskollen.store.door import store_at
from natverkskollen.store.guarded import GuardedStore
from natverkskollen.store.history_names import names_at
from natverkskollen.store.permission import NOT_YOURS
from natverkskollen.store.plain_data import plain, same, value_at
from natverkskollen.store.sight import Sight
from natverkskollen.store.signature import signed

_REPLIES = ("evaluation", "replies")
_FINAL = Failed("ärendet är avslutat", "Hör av dig till kommunen")
_CHANGED = Failed("någon hos er har ändrat svaret sedan du öppnade sidan", "Ladda om sidan")


@dataclass(frozen=True)
class OwnFactCheck:
    """One network's fact check in one evaluation, with what it has replied; `open` to answer."""

    evaluation: str
    network: str
    municipality: str
    check: FactCheck
    reply: Reply | None
    open: bool


def own_fact_checks(folder: Path, by: Principal) -> tuple[OwnFactCheck, ...]:
    """Every fact check that is the person's to answer."""
    store = store_at(folder, by)
    if not isinstance(store, GuardedStore) or not store.rights.replies():
        return ()
    library = library_of(folder, store.inner)
    found = []
    for id_ in library.ids:
        networks = _networks(store, id_)
        dossier = library.opened(id_)[0] if networks else None
        if dossier is None:
            continue
        evaluation = dossier.evaluation
        name, open_ = evaluation.municipality.name, evaluation.status != "final"
        for network in sorted(networks & {*dossier.networks}):
            check = fact_check(dossier, evaluate(dossier).network(network))
            reply = reply_of(evaluation, network)
            found.append(OwnFactCheck(id_, network, name, check, reply, open_))
    return tuple(found)


def save_reply(
    folder: Path,
    by: Principal,
    asked: OwnFactCheck,
    seen: ReplyItem | None,
    item: ReplyItem,
    key: str,
) -> SaveOutcome:
    """Save the reply to one point; refused where somebody has changed it since it was `seen`."""
    store = store_at(folder, by)
    mine = isinstance(store, GuardedStore) and asked.network in _networks(store, asked.evaluation)
    if not isinstance(store, GuardedStore) or not mine:
        return NOT_YOURS
    signature = signed(folder, by, store.rights, "faktagranskning")
    if isinstance(signature, Failed):
        return signature

    def replied(now: Mapping[str, Any]) -> tuple[Change, ...] | Failed:
        every = value_at(now, _REPLIES) or ()
        if value_at(now, ("evaluation", "status")) == "final":
            return _FINAL
        networks = {each["network"] for each in value_at(now, ("evaluation", "memberships")) or ()}
        if asked.network not in networks:
            return NOT_YOURS
        own: Mapping[str, Any] = next(
            (each for each in every if each["network"] == asked.network), {}
        )
        items = own.get("items", ())
        there = next((each for each in items if _about(each) == _about(plain(item))), None)
        if not same(there, plain(seen) if seen else None):
            return _CHANGED
        kept = tuple(each for each in items if each is not there)
        new = Reply(network=asked.network, date=clock.now().astimezone().date())
        reply = {**plain(new), "items": (*kept, plain(item))}
        others = tuple(each for each in every if each["network"] != asked.network)
        return (Change(_REPLIES, every or None, (*others, reply)),)

    outcome = store.inner.save(asked.evaluation, None, replied, signature.actor, signature.key(key))
    return Sight(frozenset(), names_at(folder)).outcome(outcome)


def _networks(store: GuardedStore, evaluation: str) -> set[str]:
    """The networks for which the person answers in an evaluation."""
    return {g.network for g in store.rights.replies() if g.network and g.covers(evaluation)}


def _about(item: Mapping[str, Any]) -> tuple[Any, Any]:
    return item.get("fact"), item.get("criterion")
