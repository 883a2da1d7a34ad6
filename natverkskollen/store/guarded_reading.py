"""Evaluations as one person may read them, file by file, for whoever opens them.

What the person may not read is as if it were not there: an evaluation, or the answers that another
has not handed in.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from natverkskollen.dossier.file_reading import EVALUATION, assessor_of
from natverkskollen.dossier.opening import read_part
from natverkskollen.files.file_cache import Stamp
from natverkskollen.files.problem import Problem
from natverkskollen.model.access import Rights
from natverkskollen.model.evaluation import Evaluation
from natverkskollen.model.principal import Principal
from natverkskollen.store.contract import Store
from natverkskollen.store.history_names import known_pseudonym, names_at
from natverkskollen.store.sight import Sight


@dataclass(frozen=True)
class GuardedEvaluations:
    """The reading half of a store bound to who asks it."""

    inner: Store
    folder: Path
    who: Principal
    rights: Rights
    _known: dict[str, tuple[Stamp, frozenset[str]]] = field(default_factory=dict)

    @property
    def place(self) -> str:
        """The store, as it is for everybody who is the same assessors."""
        own = sorted(
            f"{g.assessor}@{','.join(g.evaluations or ('*',))}"
            for g in self.rights.grants
            if g.role == "assessor"
        )
        return f"{self.inner.place}#{';'.join(own)}"

    def ids(self) -> tuple[str, ...]:
        """The evaluations that the person may read."""
        return tuple(id_ for id_ in self.inner.ids() if self.rights.reads(id_))

    def taken(self) -> frozenset[str]:
        """The ids that are taken, of those that could be the person's."""
        return frozenset(id_ for id_ in self.inner.taken() if self.rights.reads(id_))

    def unread(self, evaluation: str = "") -> tuple[Problem, ...]:
        """What lies there and is not read, for whoever may know of it."""
        if not evaluation:
            return self.inner.unread() if self.rights.governs() else ()
        if not self.rights.reads(evaluation):
            return ()
        sight = Sight(self._hidden(evaluation), names_at(self.folder))
        return sight.problems(self.inner.unread(evaluation))

    def names(self, evaluation: str) -> tuple[str, ...]:
        """The files of an evaluation, without the answers that are hidden."""
        if not self.rights.reads(evaluation):
            return ()
        hidden = self._hidden(evaluation)
        return tuple(n for n in self.inner.names(evaluation) if assessor_of(n) not in hidden)

    def stamp(self, evaluation: str, name: str) -> Stamp:
        """As of a file that is not there, where it may not be read."""
        return self.inner.stamp(evaluation, name) if self._open(evaluation, name) else ()

    def read(self, evaluation: str, name: str) -> bytes:
        """As of a file that is not there, where it may not be read."""
        if not self._open(evaluation, name):
            raise FileNotFoundError(name)
        return self.inner.read(evaluation, name)

    def _hidden(self, evaluation: str) -> frozenset[str]:
        """Whose answers the person may not read, as the evaluation's file stands now."""
        stamp = self.inner.stamp(evaluation, EVALUATION)
        known = self._known.get(evaluation)
        if known is None or known[0] != stamp:
            model: Evaluation | None = read_part(self.inner, evaluation, EVALUATION).model
            hidden = model.hidden if model else map(assessor_of, self.inner.names(evaluation))
            known = (stamp, frozenset(hidden) - self.rights.assesses(evaluation))
            self._known[evaluation] = known
        return known[1]

    def _open(self, evaluation: str, name: str) -> bool:
        return self.rights.reads(evaluation) and (
            not (assessor := assessor_of(name)) or assessor not in self._hidden(evaluation)
        )

    def _now(self, evaluation: str) -> Sight:
        own = known_pseudonym(self.folder, self.who)
        return Sight(self._hidden(evaluation), names_at(self.folder), own and f"{own}:")
