"""The evaluations of a membership: which there are, and what the last of them said."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from natverkskollen.analysis.result import NetworkResult
from natverkskollen.analysis.scoring import evaluate
from natverkskollen.analysis.wording import value_words, verdict_name
from natverkskollen.dossier.dossier import Dossier
from natverkskollen.dossier.file_reading import EVALUATION
from natverkskollen.dossier.library import Library
from natverkskollen.files.cache import Cache
from natverkskollen.files.file_cache import FileCache
from natverkskollen.model.evaluation import Evaluation
from natverkskollen.model.register import RegisteredMembership

_NETWORK = re.compile(rb"\bnetwork: *[\"']?([a-z0-9-]+)")


@dataclass(frozen=True)
class NetworkReading:
    """What an evaluation said of a network; the result is worked out when it is asked for."""

    evaluation: str
    day: date
    network: str
    _library: Library = field(repr=False, compare=False)
    _dossier: Dossier = field(repr=False, compare=False)

    @property
    def rests_on(self) -> Dossier:
        """The evaluation it is read from, another object when anything in it is changed."""
        return self._dossier

    @property
    def _result(self) -> NetworkResult:
        return _results(self._library, self.evaluation, self._dossier)[self.network]

    @property
    def points(self) -> Fraction | None:
        """The value 0–100; None where there is none."""
        return self._result.told

    @property
    def value(self) -> str:
        """The value in words."""
        return value_words(self.points)

    @property
    def verdict(self) -> str:
        """The verdict as it stands alone."""
        return verdict_name(self._result.verdict, self._result.member)


def readings_of(library: Library, membership: RegisteredMembership) -> Iterator[NetworkReading]:
    """What each evaluation of the membership's municipality said of its network, latest first.

    Each is opened when it is asked for; those that cannot be opened are left out.
    """
    for id_ in _latest_first(library):
        if found := _reading(library, id_, membership):
            yield found


def last_readings(
    library: Library, memberships: Mapping[str, RegisteredMembership]
) -> dict[str, NetworkReading]:
    """What the last evaluation said, by the membership's file; nothing where there is none.

    Each evaluation is looked at once for all of them, and opened only where one is left to find.
    """
    found: dict[str, NetworkReading] = {}
    for evaluation in _latest_first(library):
        for id_, membership in memberships.items():
            if id_ not in found and (said := _reading(library, evaluation, membership)):
                found[id_] = said
    return found


def _latest_first(library: Library) -> list[str]:
    headers = library.headers
    return sorted(headers, key=lambda id_: headers[id_].day, reverse=True)


def _reading(
    library: Library, evaluation: str, membership: RegisteredMembership
) -> NetworkReading | None:
    if membership.network not in _named(library, evaluation):
        return None
    dossier = library.opened(evaluation)[0]
    if dossier is None or not is_of(library, membership, dossier.evaluation):
        return None
    if all(each.network != membership.network for each in dossier.evaluation.memberships):
        return None
    day = dossier.evaluation.case.date
    return NetworkReading(evaluation, day, membership.network, library, dossier)


def is_of(library: Library, membership: RegisteredMembership, evaluation: Evaluation) -> bool:
    """Whether an evaluation is of the municipality whose membership it is."""
    if membership.municipality:
        return membership.municipality == evaluation.municipality.name
    own = library.municipality
    return not evaluation.fictional if own is None else own.name == evaluation.municipality.name


def _results(library: Library, evaluation: str, dossier: Dossier) -> dict[str, NetworkResult]:
    """The result of an evaluation by network, worked out anew when its dossier is another."""

    def renew(kept: _Kept | None) -> _Kept:
        if kept and kept[0] is dossier:
            return kept
        return dossier, {each.network.id: each for each in evaluate(dossier).networks}

    return _RESULTS.renewed((library.evaluations.place, evaluation), renew)[1]


def _named(library: Library, evaluation: str) -> frozenset[str]:
    """The networks that the file of an evaluation names, found without reading it as one."""
    source = library.evaluations
    return _NAMED.get(
        (source.place, evaluation),
        lambda: source.stamp(evaluation, EVALUATION),
        lambda: source.read(evaluation, EVALUATION),
        lambda raw: (
            frozenset()
            if isinstance(raw, OSError)
            else frozenset(each.decode() for each in _NETWORK.findall(raw))
        ),
    )


_NAMED: FileCache[frozenset[str]] = FileCache(4096)
_Kept = tuple[Dossier, dict[str, NetworkResult]]
_RESULTS: Cache[_Kept] = Cache(256)
