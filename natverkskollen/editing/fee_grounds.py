"""What fees are counted on beside the population, as it stands: own sums, exchange rates."""

from __future__ import annotations

from typing import Any, get_args

from natverkskollen.dossier.dossier import Dossier
from natverkskollen.editing.typed import written_amount
from natverkskollen.model.evaluation import Evaluation
from natverkskollen.model.fee_share import OwnSum
from natverkskollen.store.plain_data import plain

SUMS: tuple[str, ...] = get_args(OwnSum)


def needed_grounds(dossier: Dossier) -> tuple[str, ...]:
    """Which sums and currencies the fees of the evaluation's networks take, or that it states."""
    evaluation = dossier.evaluation
    found: set[str] = {each.of for each in evaluation.municipality.sums}
    found |= {each.currency for each in evaluation.exchange_rates}
    for membership in evaluation.memberships:
        for fee in dossier.networks[membership.network].fees:
            found |= {p.share.of for p in (fee, *fee.parts) if p.share and p.share.of in SUMS}
            found |= {fee.currency} - {"SEK"}
    return tuple(sorted(found, key=lambda each: (each not in SUMS, each)))


def day_of(currency: str) -> str:
    """The name of the field with the day of a currency's rate."""
    return f"{currency}-day"


def grounds_fields(evaluation: Evaluation, needed: tuple[str, ...]) -> dict[str, str]:
    """What the fields show first: a row per year of a sum, a rate and its day per currency."""
    rates = {each.currency: each for each in evaluation.exchange_rates}
    found = {}
    for name in needed:
        if name in SUMS:
            own = [each for each in evaluation.municipality.sums if each.of == name]
            rows = sorted(own, key=lambda each: each.year)
            found[name] = "\n".join(f"{e.year}: {written_amount(e.kronor)}" for e in rows)
        else:
            rate = rates.get(name)
            found[name] = written_amount(rate.kronor if rate else None)
            found[day_of(name)] = rate.date.isoformat() if rate else ""
    return found


def grounds_seen(evaluation: Evaluation) -> dict[str, Any]:
    """The two lists as they stand, for the save to compare with what a person saw."""
    data = plain(evaluation)
    sums = data["municipality"].get("sums") or ()
    return {"sums": sums, "rates": data.get("exchange_rates") or ()}
