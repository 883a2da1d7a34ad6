"""The networks, and the memberships, as files that the program may change: each one file.

They keep the same promises as an evaluation. A file with notes of a person's own between the lines
is left to the hand that wrote it where a rewrite would lose them.
"""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from natverkskollen.dossier.file_reading import ALONE_IN, MEMBERSHIP, NETWORK
from natverkskollen.dossier.strays import is_room_file
from natverkskollen.files.data_folder import names_in
from natverkskollen.files.problem import Problem
from natverkskollen.store.contract import Changes, Failed, SaveOutcome
from natverkskollen.store.document_files import clear_documents, keep_document
from natverkskollen.store.place import HISTORIES, FilePlace, Place
from natverkskollen.store.saving import MISSING
from natverkskollen.store.verifying import place_problems
from natverkskollen.store.versioned_folders import VersionedFolders


class RoomStore(VersionedFolders):
    """One file a thing, as <room>/<id>.yaml, with their histories in <room>/.historik/."""

    file: str
    gone: Failed

    def __init__(self, folder: Path, apart: Path | None = None):
        super().__init__(folder, apart)
        self.room = ALONE_IN[self.file]
        self._evaluations = (apart or folder) / self.room

    def ids(self) -> tuple[str, ...]:
        """Those there are a file of, in order."""
        names = names_in(self._evaluations)
        return tuple(name.removesuffix(".yaml") for name in names if is_room_file(name))

    def save(
        self, evaluation: str, base_version: int | None, changes: Changes, actor: str, key: str
    ) -> SaveOutcome:
        """Make all the changes or none; `evaluation` is the id of the file."""
        outcome = super().save(evaluation, base_version, changes, actor, key)
        return self.gone if outcome == MISSING else outcome

    def keep_document(
        self, stem: str, ending: str, raw: bytes, actor: str, listed: Collection[str] = ()
    ) -> str | Failed:
        """The name in documents/ that some bytes are kept under, or why they are not."""
        return keep_document(self.folder, stem, ending, raw, actor, listed)

    def mend(self) -> None:
        """Put right what a crash left behind, among the documents as well."""
        super().mend()
        clear_documents(self.folder)

    def verify(self, id_: str) -> tuple[Problem, ...]:
        """What is wrong with the history of one and its file; changes nothing."""
        place = self._place(id_)
        known = place.journal.exists()  # one that nobody has changed here has no history
        return place_problems(place, f"{self.room}/{HISTORIES}/{id_}") if known else ()

    def _place(self, evaluation: str) -> Place:
        return FilePlace(evaluation, self._evaluations, self.file)


class NetworkStore(RoomStore):
    """The networks in networks/."""

    file = NETWORK
    gone = Failed("nätverkets fil finns inte längre", "Ladda om sidan")


class MembershipStore(RoomStore):
    """The register's memberships in memberships/, each with its log."""

    file = MEMBERSHIP
    gone = Failed("medlemskapets fil finns inte längre", "Ladda om sidan")
