"""The register as a whole: a row for each membership, the totals, and what needs doing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from operator import is_
from typing import Literal

from natverkskollen.analysis.register.days import (
    COMING,
    Due,
    called,
    days_between,
    is_over,
    notice_of,
    overdue,
)
from natverkskollen.analysis.register.expectations import turned_out
from natverkskollen.analysis.register.notice_days import leaves_on
from natverkskollen.analysis.register.readings import NetworkReading, last_readings
from natverkskollen.analysis.register.triggers import triggers
from natverkskollen.analysis.register.use import Use, use_in
from natverkskollen.dossier.library import Library
from natverkskollen.files.cache import Cache
from natverkskollen.model.network import Network
from natverkskollen.model.own_municipality import EvaluateWhen
from natverkskollen.model.register import CLASSES, Paid, RegisteredMembership
from natverkskollen.swedish.dates import long_date

Status = Literal["member", "leaving", "ended"]
STATUS_WORDS: Mapping[Status, str] = {
    "member": "Medlem",
    "leaving": "Uppsagt",
    "ended": "Avslutat",
}
_AHEAD = timedelta(days=366 * 5)


@dataclass(frozen=True)
class Row:
    """One membership in the register: what is known of it on a day.

    `paid` is the latest year's invoice, `use` this year's log, `next` the next day to keep and
    `late` what should have been done already. `reasons` are why it should be evaluated now.
    """

    id: str
    membership: RegisteredMembership
    network: Network | None
    status: Status
    paid: Paid | None
    use: Use
    reading: NetworkReading | None
    next: Due | None
    late: tuple[Due, ...]
    reasons: tuple[str, ...]

    @property
    def name(self) -> str:
        """What the network is called."""
        return called(self.membership, self.network)

    @property
    def owner(self) -> str:
        """Who answers for it: the body, and the role where it is said."""
        owner = self.membership.owner
        return ", ".join(filter(None, (owner.body, owner.role))) if owner else ""

    @property
    def status_words(self) -> str:
        """The status, with the last day where notice is given."""
        out = leaves_on(notice_of(self.membership, self.network))
        if self.status == "leaving" and out:
            return f"Uppsagt, upphör {long_date(out)}"
        return STATUS_WORDS[self.status]


@dataclass(frozen=True)
class Register:
    """All memberships of one municipality on a day, and their sums.

    `total` is what was paid the latest known year of each membership that is not ended, `unpaid`
    how many of those nobody has said anything of; `classes` are the sums by class.
    """

    today: date
    rows: tuple[Row, ...]
    total: Decimal
    unpaid: int
    classes: tuple[tuple[str, Decimal], ...]
    expectations: tuple[str, ...]

    @property
    def late(self) -> tuple[Due, ...]:
        """Everything that should have been done, longest ago first."""
        return _in_order(due for row in self.rows for due in row.late)

    def coming(self, days: int = COMING) -> tuple[Due, ...]:
        """Every day to keep from today on, so many days ahead, nearest first."""
        last = self.today + timedelta(days=days)
        return self.between(self.today, last)

    def between(self, first: date, last: date) -> tuple[Due, ...]:
        """Every day to keep from the first to the last, nearest first."""
        return _in_order(
            due
            for row in self.rows
            for due in days_between(row.id, row.membership, row.network, first, last)
        )

    def row(self, id_: str) -> Row:
        """One row by the name of its file; StopIteration where there is none."""
        return next(row for row in self.rows if row.id == id_)


def holders(library: Library) -> tuple[str | None, ...]:
    """The municipalities that have memberships in the folder; None is the folder's own.

    Those that are made up come last.
    """
    every = sorted(library.memberships.values(), key=lambda each: each.fictional)
    return tuple(dict.fromkeys(each.municipality for each in every))


def register_of(library: Library, today: date, municipality: str | None = None) -> Register:
    """The register of one municipality (None: the folder's own) on a day."""
    memberships = {
        id_: each for id_, each in library.memberships.items() if each.municipality == municipality
    }
    readings = last_readings(library, memberships)
    place, networks = library.evaluations.place, library.networks
    own = library.municipality
    asked = (today, own.evaluate_when if own else EvaluateWhen())
    rows = [
        _kept_row(place, id_, each, networks.get(each.network), readings.get(id_), asked)
        for id_, each in memberships.items()
    ]
    rows.sort(key=lambda row: row.name.casefold())
    running = [row for row in rows if row.status != "ended"]
    sums = {kind: Decimal(0) for kind in (*CLASSES, "")}
    for row in running:
        sums[row.membership.kind or ""] += row.paid.amount if row.paid else 0
    return Register(
        today,
        tuple(rows),
        sum(sums.values(), Decimal(0)),
        sum(row.paid is None for row in running),
        tuple((kind or "utan klass", amount) for kind, amount in sums.items() if amount),
        turned_out(memberships.values()),
    )


def _kept_row(
    place: str,
    id_: str,
    membership: RegisteredMembership,
    network: Network | None,
    reading: NetworkReading | None,
    asked: tuple[date, EvaluateWhen],
) -> Row:
    """The row, worked out anew where anything it follows from is another object, day or limit."""
    of = (membership, network, reading and reading.rests_on)

    def renew(kept: _Kept | None) -> _Kept:
        if kept and kept[1] == asked and all(map(is_, kept[0], of)):
            return kept
        return of, asked, _row(id_, membership, network, reading, *asked)

    return _ROWS.renewed((place, id_), renew)[2]


def _row(
    id_: str,
    membership: RegisteredMembership,
    network: Network | None,
    reading: NetworkReading | None,
    today: date,
    when: EvaluateWhen,
) -> Row:
    over = is_over(membership, network, today)
    status: Status = "ended" if over else "leaving" if membership.notice.given else "member"
    coming = days_between(id_, membership, network, today, today + _AHEAD)
    return Row(
        id=id_,
        membership=membership,
        network=network,
        status=status,
        paid=membership.paid_in(),
        use=use_in(membership, today.year),
        reading=reading,
        next=coming[0] if coming else None,
        late=overdue(id_, membership, network, today, reading.day if reading else None),
        reasons=triggers(membership, network, today, when),
    )


def _in_order(dues: Iterable[Due]) -> tuple[Due, ...]:
    return tuple(sorted(dues, key=lambda each: (each.day, each.key.id)))


_Kept = tuple[tuple[object, ...], tuple[date, EvaluateWhen], Row]
_ROWS: Cache[_Kept] = Cache(4096)
