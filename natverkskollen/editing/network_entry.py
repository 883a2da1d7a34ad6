"""A network as a person fills it in: the data of its file, or in Swedish what has to be put right.

Everything the form can say the YAML can say. What the YAML can say and the form cannot (facts,
fees of several parts, other years' fees) is left as it stands.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from natverkskollen.editing.fee_entry import fee_from
from natverkskollen.editing.fee_rule_entry import FeeFields
from natverkskollen.editing.proposed_id import proposed_id
from natverkskollen.editing.typed import Entry, Unclear, typed_month_day, typed_text
from natverkskollen.model.network import Network
from natverkskollen.store import Change
from natverkskollen.store.plain_data import plain, same

NEW = "nytt"


@dataclass(frozen=True)
class NetworkFields:
    """The fields as they are typed; `fee` is None where the fee is not to be changed."""

    name: str = ""
    short: str = ""
    membership: str = "medlemskap"
    description: str = ""
    website: str = ""
    notice: str = ""
    last_notice_day: str = ""
    entry: str = ""
    fee: FeeFields | None = None


def network_from(fields: NetworkFields, taken: Collection[str], old: Network | None) -> Entry:
    """The data of the network's file; `taken` are the ids in use, `old` is it before a change."""
    entry = Entry()
    read = entry.read
    name = read("name", typed_text, fields.name, "Skriv nätverkets namn.")
    short = read("short", typed_text, fields.short) or name or ""
    description = read("description", typed_text, fields.description)
    website = read("website", typed_text, fields.website)
    notice = read("notice", typed_text, fields.notice) or "okänt"
    last_day = read("last_notice_day", typed_month_day, fields.last_notice_day)
    way_in = read("entry", typed_text, fields.entry)
    id_ = old.id if old else read("name", _free_id, name, taken) if name else None
    data: dict[str, Any] = dict(plain(old)) if old else {"documents": (), "fees": (), "facts": ()}
    fees = fee_from(entry, fields.fee, data) if fields.fee else (data["documents"], data["fees"])
    if entry.wrong or not (name and id_ and fees):
        return entry
    terms = {**data.get("terms", {}), "notice": notice}
    terms |= {"last_notice_day": last_day, "entry": way_in or None}
    entry.data = {
        **data,
        "schema": 1,
        "id": id_,
        "name": name,
        "short": short,
        "membership": fields.membership,
        "description": description or None,
        "website": website or None,
        "documents": fees[0],
        "fees": fees[1],
        "terms": {key: value for key, value in terms.items() if value is not None},
    }
    return entry


def network_changes(seen: Mapping[str, Any], wanted: Mapping[str, Any]) -> tuple[Change, ...]:
    """The parts that differ from what the person was shown; all of it where that was nothing."""
    if not seen:
        return (Change(("network",), None, {k: v for k, v in wanted.items() if v is not None}),)
    keys = dict.fromkeys((*wanted, *seen))
    return tuple(
        Change(("network", key), seen.get(key), wanted.get(key))
        for key in keys
        if not same(plain(seen.get(key)), plain(wanted.get(key)))
    )


def _free_id(name: str, taken: Collection[str]) -> str:
    id_ = proposed_id(name, (), "natverk")
    if id_ in taken:
        raise Unclear(f"Det finns redan ett nätverk med det namnet (networks/{id_}.yaml).")
    return id_
