"""What the membership costs by the network's rules: us, and the municipalities that are like us."""

from __future__ import annotations

from components.networks.our_fee import show_amounts
from components.shell import clock
from natverkskollen.analysis.register.register import Row
from natverkskollen.dossier.library import Library
from natverkskollen.editing.own_municipality import own_municipality
from natverkskollen.model.municipality import Municipality


def show_peers(library: Library, row: Row) -> None:
    """The newest rule's amount and who else is a member; nothing where nobody knows who we are."""
    who = _who(library, row)
    if row.network is None or who is None:
        return
    rules = [fee for fee in row.network.fees if fee.member == who.kind]
    newest = max(rules, key=lambda fee: fee.year, default=None)
    show_amounts(library, newest, who, row.network)


def _who(library: Library, row: Row) -> Municipality | None:
    """The municipality whose membership it is, with its number in the tables where it has one."""
    own = library.municipality
    if own and row.membership.municipality in (None, own.name):
        return own_municipality(own, library.reference, clock.today())
    if row.reading is None:
        return None
    who = row.reading.rests_on.evaluation.municipality
    place = None if who.code else library.reference.find(who.name)
    return who.model_copy(update={"code": place.code}) if place else who
