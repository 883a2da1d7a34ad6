"""The networks as files that the program may change: the same promises as for an evaluation.

A file with notes of a person's own between the lines is left to the hand that wrote it, since a
rewrite would lose them.
"""

from __future__ import annotations

from pathlib import Path

from natverkskollen.dossier.strays import is_room_file
from natverkskollen.files.data_folder import names_in
from natverkskollen.files.problem import Problem
from natverkskollen.store.contract import Changes, Failed, SaveOutcome
from natverkskollen.store.document_files import clear_documents
from natverkskollen.store.place import HISTORIES, NetworkPlace, Place
from natverkskollen.store.saving import MISSING
from natverkskollen.store.verifying import place_problems
from natverkskollen.store.versioned_folders import VersionedFolders

ROOM = "networks"
_GONE = Failed("nätverkets fil finns inte längre", "Ladda om sidan")


class NetworkStore(VersionedFolders):
    """Networks as networks/<id>.yaml, with their histories in networks/.historik/."""

    def __init__(self, folder: Path):
        super().__init__(folder)
        self._evaluations = folder / ROOM

    def ids(self) -> tuple[str, ...]:
        """The networks there are a file of, in order."""
        names = names_in(self._evaluations)
        return tuple(name.removesuffix(".yaml") for name in names if is_room_file(name))

    def save(
        self, evaluation: str, base_version: int | None, changes: Changes, actor: str, key: str
    ) -> SaveOutcome:
        """Make all the changes or none; `evaluation` is the network's id."""
        outcome = super().save(evaluation, base_version, changes, actor, key)
        return _GONE if outcome == MISSING else outcome

    def mend(self) -> None:
        """Put right what a crash left behind, among the documents as well."""
        super().mend()
        clear_documents(self.folder)

    def verify(self, network: str) -> tuple[Problem, ...]:
        """What is wrong with the history of a network and its file; changes nothing."""
        place = self._place(network)
        known = place.journal.exists()  # one that nobody has changed here has no history
        return place_problems(place, f"{ROOM}/{HISTORIES}/{network}") if known else ()

    def _place(self, evaluation: str) -> Place:
        return NetworkPlace(evaluation, self._evaluations)
