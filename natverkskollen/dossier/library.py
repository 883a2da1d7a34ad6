"""Everything in a data folder, read once per change: criteria, networks, evaluations, problems.

A file with a mistake is told and left out; all the others still open. The criteria and networks
are read at once, each evaluation when somebody asks for it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from natverkskollen.dossier.dossier import Dossier
from natverkskollen.dossier.file_reading import EVALUATION, read_contact, read_in
from natverkskollen.dossier.header import Header, header_of, read_header
from natverkskollen.dossier.member_lists import unknown_members
from natverkskollen.dossier.opening import Opened, last_opened, opened
from natverkskollen.dossier.reference_tables import read_reference
from natverkskollen.dossier.room_files import read_register, read_room
from natverkskollen.dossier.source import Evaluations
from natverkskollen.dossier.strays import root_strays
from natverkskollen.files.file_cache import FileCache
from natverkskollen.files.problem import DataError, Problem
from natverkskollen.model.criteria import CriteriaSet
from natverkskollen.model.evaluation import Evaluation
from natverkskollen.model.network import Network
from natverkskollen.model.own_municipality import MUNICIPALITY_FILE, OwnMunicipality
from natverkskollen.model.reference import Reference
from natverkskollen.model.register import RegisteredMembership

_POINT_OUT = (
    "Där finns inget att välja bland. Peka ut rätt mapp med --data, eller skapa en utvärdering på "
    "sidan Ny utvärdering"
)


@dataclass(frozen=True)
class Library:
    """What a data folder holds as it was when it was read; `ids` are the evaluations in it.

    `with_register` and `with_strays` are False for whoever may not read the register, or know of
    files that nobody reads.
    """

    folder: Path
    evaluations: Evaluations
    criteria: Mapping[str, CriteriaSet]
    networks: Mapping[str, Network]
    ids: tuple[str, ...]
    found: tuple[Problem, ...]
    municipality: OwnMunicipality | None = None
    with_register: bool = True
    with_strays: bool = True
    _known: dict[str, Opened] = field(default_factory=dict, compare=False, repr=False)

    @cached_property
    def reference(self) -> Reference:
        """The tables of places, populations and similar municipalities that hold here."""
        return read_reference(self.folder)[0]

    @property
    def memberships(self) -> Mapping[str, RegisteredMembership]:
        """The register: every membership that can be read, by the name of its file."""
        return self._register[0]

    @cached_property
    def _register(self) -> tuple[Mapping[str, RegisteredMembership], tuple[Problem, ...]]:
        """The memberships and what is wrong with them, read when somebody asks for them."""
        return read_register(self.folder, self.networks) if self.with_register else ({}, ())

    def opened(self, id_: str) -> Opened:
        """The evaluation with this id, or the problems that keep it from being opened."""
        if id_ not in self._known:
            self._known[id_] = opened(self.evaluations, id_, self.criteria, self.networks)
        return self._known[id_]

    def read_again(self) -> None:
        """Let every evaluation be opened as it is when it is asked for next."""
        self._known.clear()

    def is_read(self, id_: str) -> bool:
        """Whether the evaluation has been read in full, by anybody, since the program started."""
        return last_opened(self.evaluations.place, id_) is not None

    @cached_property
    def headers(self) -> dict[str, Header]:
        """What each evaluation is called; left out are those known to be impossible to open."""
        found = {id_: self._header(id_) for id_ in self.ids}
        return {id_: header for id_, header in found.items() if header}

    def read_ahead(self) -> None:
        """Read what is else read when somebody first asks for it, but for whole evaluations."""
        _ = self.headers, self.memberships

    def _header(self, id_: str) -> Header | None:
        source = self.evaluations
        before = last_opened(self.evaluations.place, id_)
        broken = before is not None and before[0] is None
        header = _HEADERS.get(
            (source.place, id_),
            lambda: source.stamp(id_, EVALUATION),
            lambda: source.read(id_, EVALUATION),
            _header_of,
        )
        if header is None or broken:
            dossier = self.opened(id_)[0]
            return header_of(dossier.evaluation) if dossier else None
        return header

    @cached_property
    def dossiers(self) -> dict[str, Dossier]:
        """Every evaluation that can be opened, each read in full."""
        found = {id_: self.opened(id_)[0] for id_ in self.ids}
        return {id_: dossier for id_, dossier in found.items() if dossier}

    @cached_property
    def problems(self) -> tuple[Problem, ...]:
        """Every problem in the folder; each evaluation is read in full."""
        beside = (*root_strays(self.folder), *self.evaluations.unread()) if self.with_strays else ()
        return tuple(sorted({*self.problems_of(self.ids), *beside}))

    def problems_of(self, ids: tuple[str, ...]) -> tuple[Problem, ...]:
        """The problems in all but the evaluations, and in some of those."""
        told = (problem for id_ in ids for problem in self.opened(id_)[1])
        beside = (problem for id_ in ids for problem in self.evaluations.unread(id_))
        return tuple(sorted({*self.found, *self._register[1], *told, *beside}))

    @property
    def empty(self) -> bool:
        """Whether the folder holds nothing at all, not even a file with a mistake."""
        return not (self.criteria or self.networks or self.ids or self.found)

    def dossier(self, evaluation: str) -> Dossier:
        """The evaluation with this id; DataError with its problems where it cannot be opened."""
        dossier, problems = self.opened(evaluation) if evaluation in self.ids else (None, ())
        if dossier:
            return dossier
        raise DataError(list(problems) or [_missing("utvärderingen", evaluation, self.dossiers)])

    def network(self, id_: str) -> Network:
        """The network with this id; DataError with its problems where it cannot be opened."""
        if id_ in self.networks:
            return self.networks[id_]
        found = [problem for problem in self.found if problem.file == f"networks/{id_}.yaml"]
        raise DataError(found or [_missing("nätverket", id_, self.networks)])


def library_of(folder: Path, evaluations: Evaluations) -> Library:
    """The data folder as it is now; files that are the same as before are not read again."""
    problems: list[Problem] = []
    criteria = read_room(folder, "criteria", problems)
    networks = read_room(folder, "networks", problems)
    problems += read_contact(folder).problems
    reference, wrong = read_reference(folder)
    problems += wrong
    problems += unknown_members(folder, networks, reference)
    own = _municipality(folder, reference, problems)
    ids = evaluations.ids()
    return Library(folder, evaluations, criteria, networks, ids, tuple(problems), own)


def _municipality(
    folder: Path, reference: Reference, problems: list[Problem]
) -> OwnMunicipality | None:
    """Whose the folder is, where it says so in a file that can be read."""
    if not (folder / MUNICIPALITY_FILE).exists():
        return None
    reading = read_in(folder, MUNICIPALITY_FILE)
    problems += reading.problems
    own: OwnMunicipality | None = reading.model
    if own and own.code and own.code not in reference.places:
        what = f"koden '{own.code}' finns inte bland kommunerna och regionerna"
        problems.append(reading.problem(("code",), what, "Rätta koden, eller ta bort raden"))
    return own


def judged_by(
    folder: Path, evaluation: Evaluation
) -> tuple[dict[str, CriteriaSet], dict[str, Network]]:
    """The criteria set and the networks one evaluation names, those of them that can be read."""
    networks: dict[str, Network] = {}
    found = criteria_at(folder, evaluation.criteria)
    criteria = {evaluation.criteria: found} if found else {}
    for membership in evaluation.memberships:
        if network := read_in(folder, f"networks/{membership.network}.yaml").model:
            networks[membership.network] = network
    return criteria, networks


def criteria_at(folder: Path, id_: str) -> CriteriaSet | None:
    """A criteria set in a data folder; None where there is none that can be read."""
    found: CriteriaSet | None = read_in(folder, f"criteria/{id_}.yaml").model
    return found


def _header_of(raw: bytes | OSError) -> Header | None:
    return None if isinstance(raw, OSError) else read_header(raw)


def _missing(kind: str, id_: str, known: Mapping[str, object]) -> Problem:
    remedy = f"Välj bland: {', '.join(known)}" if known else _POINT_OUT
    return Problem(id_, 0, f"{kind} '{id_}' finns inte i datamappen", remedy)


_HEADERS: FileCache[Header | None] = FileCache(4096)
