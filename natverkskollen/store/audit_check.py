"""Whether the histories are those that the audit log has seen: none rewritten, none cut short."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from natverkskollen.files.data_folder import EVALUATIONS, MEMBERSHIPS
from natverkskollen.files.problem import Problem
from natverkskollen.model.principal import Principal
from natverkskollen.store.audit_log import AuditLog, audit_log
from natverkskollen.store.contract import Failed, Store
from natverkskollen.store.door import memberships_at, networks_at, rights_at, store_at
from natverkskollen.store.room_store import MembershipStore, NetworkStore

_LOG = "granskningsloggen"
_ASK = "Jämför med en säkerhetskopia, och fråga den som sköter servern vem som har ändrat"


@dataclass(frozen=True)
class Logged:
    """What a log tells: the heads of each thing by version, and its own faults."""

    heads: Mapping[str, Mapping[int, str]]
    problems: tuple[Problem, ...]


def read_log(log: AuditLog) -> Logged:
    """The whole log; a problem where a line in it does not hold, or where it cannot be read."""
    heads: dict[str, dict[int, str]] = {}
    problems: list[Problem] = []
    try:
        for line in log.lines():
            if line.fault:
                problems.append(Problem(_LOG, line.number, line.fault, _ASK))
            about = line.told.get("about")
            if not isinstance(about, str):
                continue
            if line.told.get("action") == "delete":
                heads.pop(about, None)  # one made anew under the same name has its own history
            elif isinstance(line.told.get("head"), str):
                heads.setdefault(about, {})[int(line.told.get("version", 0))] = line.told["head"]
    except FileNotFoundError:
        problems.append(Problem(_LOG, 0, f"filen {log.path} finns inte", _ASK))
    except (OSError, ValueError, TypeError):
        problems.append(Problem(_LOG, 0, f"filen {log.path} går inte att läsa", _ASK))
    return Logged(heads, tuple(problems))


def unlike_log(folder: Path, by: Principal, evaluation: str | None = None) -> Iterator[Problem]:
    """How the histories that a person may read differ from what the log has seen of them.

    All of them, or one evaluation's; nothing where there is no log.
    """
    log = audit_log()
    if log is None:
        return
    logged = read_log(log)
    yield from logged.problems
    store = store_at(folder, by)
    if evaluation is not None:
        yield from _problems(logged, f"{EVALUATIONS}/{evaluation}", store.heads(evaluation))
        return
    rooms: tuple[tuple[str, Store | NetworkStore | MembershipStore], ...] = (
        (EVALUATIONS, store),
        ("networks", networks_at(folder, by)),
        (MEMBERSHIPS, memberships_at(folder, by)),
    )
    known = {f"{room}/{id_}": kept.heads(id_) for room, kept in rooms for id_ in kept.ids()}
    for about, heads in known.items():
        yield from _problems(logged, about, heads)
    rights = rights_at(folder, by)
    if rights.everything or rights.governs():
        what = "är borta, utan att någon har tagit bort den i programmet"
        missing = sorted(logged.heads.keys() - known.keys())
        yield from (Problem(about, 0, what, _ASK) for about in missing)


def _problems(logged: Logged, about: str, heads: tuple[str, ...] | Failed) -> Iterator[Problem]:
    seen = logged.heads.get(about, {})
    if isinstance(heads, Failed):
        if seen:
            yield Problem(about, 0, heads.what, heads.remedy)
        return
    for version, head in sorted(seen.items()):
        if version > len(heads):
            what = f"historiken är avkortad: loggen har sett version {version}"
            yield Problem(about, len(heads), what, _ASK)
            return
        if heads[version - 1] != head:
            what = f"historiken är omskriven: version {version} är inte den som loggen såg"
            yield Problem(about, version, what, _ASK)
            return
