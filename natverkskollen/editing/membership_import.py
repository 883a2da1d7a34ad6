"""A list of memberships beside an evaluation: what is known, what is new, and what it changes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Any, Final

from natverkskollen.editing.membership_columns import COLUMNS
from natverkskollen.editing.membership_entry import (
    MembershipFields,
    added,
    fields_of,
    membership_changes,
)
from natverkskollen.editing.membership_list import AMOUNTS, ListRow
from natverkskollen.editing.network_entry import NetworkFields, network_from
from natverkskollen.editing.typed import Entry
from natverkskollen.model.evaluation import Evaluation
from natverkskollen.model.membership import Membership
from natverkskollen.store import Change
from natverkskollen.store.plain_data import plain, same
from natverkskollen.swedish.numbers import number
from natverkskollen.swedish.typed_numbers import parse_figures

SKIP: Final = "hoppa-over"
CREATE: Final = "skapa"


@dataclass(frozen=True)
class Wanted:
    """One row with the network it is to be about, and where what is not said comes from.

    `year` and `source` are the invoice's year and what it is read on, where no column says.
    """

    row: ListRow
    network: str
    year: str
    source: str


@dataclass
class Plan:
    """What the chosen rows make of the evaluation, and what is wrong by row.

    `data` is the evaluation's data with the memberships as they become. `shown` has for each row
    the fields that change: their heading, and the value before and after. `joins` are the rows
    whose network is not in the evaluation yet.
    """

    data: dict[str, Any]
    wrong: dict[int, tuple[str, ...]] = field(default_factory=dict)
    shown: dict[int, list[tuple[str, str, str]]] = field(default_factory=dict)
    joins: set[int] = field(default_factory=set)


def plan(evaluation: Evaluation, wanted: list[Wanted]) -> Plan:
    """What the evaluation's memberships become; a row with anything wrong changes nothing."""
    made = Plan(plain(evaluation))
    rows: dict[str, list[int]] = {}
    for each in wanted:
        rows.setdefault(each.network, []).append(each.row.row)
    for each in wanted:
        if each.row.wrong:
            made.wrong[each.row.row] = each.row.wrong
        elif len(same_network := rows[each.network]) > 1:
            listed = ", ".join(map(str, same_network))
            told = f"Samma nätverk är valt på flera rader ({listed}). Behåll en av dem."
            made.wrong[each.row.row] = (told,)
        else:
            _plan_row(made, evaluation, each)
    return made


def _plan_row(made: Plan, evaluation: Evaluation, each: Wanted) -> None:
    data = dict(made.data)
    inside = any(one["network"] == each.network for one in data["memberships"])
    for change in () if inside else added(data, each.network, True):
        data[change.path[-1]] = change.new or ()
    own = tuple(one for one in data["memberships"] if one["network"] == each.network)
    now = fields_of(evaluation, Membership.model_validate(own[0]))
    fields = _filled(now, each)
    entry = Entry()
    seen = {"memberships": own, "hourly_cost": data.get("hourly_cost")}
    changes = membership_changes(entry, fields, seen, data, each.network)
    if entry.wrong:
        made.wrong[each.row.row] = tuple(_said(k, words) for k, words in entry.wrong.items())
        return
    made.data = {**data, **{change.path[-1]: change.new for change in changes}}
    before, after = asdict(now), asdict(fields)
    made.shown[each.row.row] = [
        (COLUMNS[name][0] if name in COLUMNS else name, _shown(name, before), _shown(name, after))
        for name in COLUMNS
        if name != "network" and before[name] != after[name]
    ]
    if not inside:
        made.joins.add(each.row.row)


def _filled(now: MembershipFields, each: Wanted) -> MembershipFields:
    given: dict[str, Any] = {name: text for name, text in each.row.given.items() if text}
    member = given.pop("member", "")
    if given.get("since") == now.since[:4]:
        del given["since"]  # the year of the day that is known already
    fields = replace(now, **given)
    if member:
        fields = replace(fields, member=member == "ja")
    if "paid" in given and fields.paid != now.paid:
        year = given.get("paid_year") or each.year
        fields = replace(fields, paid_year=year, paid_by=given.get("paid_by") or each.source)
    elif "paid" in given:  # the amount is as it was, and so is what it was read on, in that year
        year = given.get("paid_year") or now.paid_year
        note = now.paid_by if year == now.paid_year else each.source
        fields = replace(fields, paid_year=year, paid_by=given.get("paid_by") or note)
    return fields


def _said(name: str, words: str) -> str:
    if name in ("hour", "hour_basis"):
        return "Arbetstid: fyll först i vad en timme kostar, under Medlemskapen på Översikt."
    return f"{COLUMNS[name][0]}: {words}" if name in COLUMNS else words


def _shown(name: str, fields: Mapping[str, Any]) -> str:
    value = fields[name]
    if isinstance(value, bool):
        return "ja" if value else "nej"
    known = name in AMOUNTS and parse_figures(value)
    return number(known[0]) if known else str(value)


def list_changes(evaluation: Evaluation, made: Plan) -> tuple[Change, ...]:
    """The changes to save; none where nothing changes."""
    old = plain(evaluation)
    return tuple(
        Change(("evaluation", key), old.get(key), made.data.get(key) or None)
        for key in ("memberships", "taken_out", "replies")
        if not same(old.get(key), plain(made.data.get(key)))
    )


def new_network(name: str, taken: Iterable[str]) -> Entry:
    """The data of a network that is only named in a list; its fees are filled in later.

    `taken` are the ids that are in use.
    """
    return network_from(NetworkFields(name=name), tuple(taken), None)
