"""Which networks a page shows where they are too many for one: rows of a question, columns."""

from __future__ import annotations

from components.shell import state
from components.shell.picker import pick
from natverkskollen.dossier.dossier import Dossier
from natverkskollen.model.membership import Membership

# The browser takes some 40 milliseconds a row: seven stay within half again the time of three.
_MOST = 7


def groups(dossier: Dossier) -> dict[str, tuple[Membership, ...]]:
    """The memberships in groups of a page each, as even as can be, by their numbers."""
    every = dossier.evaluation.memberships
    count = max(1, -(-len(every) // _MOST))
    size, larger = divmod(len(every), count)
    found, at = {}, 0
    for number in range(count):
        end = at + size + (number < larger)
        found[str(number + 1)] = every[at:end]
        at = end
    return found


def group_names(dossier: Dossier) -> dict[str, str]:
    """The first and the last network of each group, in words for a choice."""
    names = {}
    for id_, rows in groups(dossier).items():
        first, last = (dossier.networks[each.network].short for each in (rows[0], rows[-1]))
        names[id_] = f"{first} till {last}" if first != last else first
    return names


def group_of(dossier: Dossier, network: str) -> str:
    """The group that a network's row stands in."""
    return next(
        id_ for id_, rows in groups(dossier).items() if network in {each.network for each in rows}
    )


def pick_rows(dossier: Dossier) -> tuple[Membership, ...]:
    """The networks to draw: every one, or those of the group that is chosen."""
    return groups(dossier)[pick("Nätverk på sidan", state.ROWS, group_names(dossier))]


def group_shown(dossier: Dossier) -> str:
    """The group that is on the page."""
    chosen = state.remembered(state.ROWS)
    return chosen if chosen in groups(dossier) else "1"
