"""Which files in documents/ the data folder has listed among its documents, and which not."""

from __future__ import annotations

from pathlib import PurePath

from natverkskollen.dossier.library import Library
from natverkskollen.editing.upload import TYPES
from natverkskollen.files.data_folder import DOCUMENTS, names_in


def unlisted(library: Library) -> list[str]:
    """The files in documents/ that nothing in the data folder has among its documents."""
    known = listed_files(library)
    room = library.folder / DOCUMENTS
    names = (name for name in names_in(room) if PurePath(name).suffix.lower()[1:] in TYPES)
    return [name for name in names if name not in known and (room / name).is_file()]


def listed_files(library: Library) -> set[str]:
    """The file of every document that a network, a membership or an evaluation has."""
    lists = [network.documents for network in library.networks.values()]
    lists += [membership.documents for membership in library.memberships.values()]
    lists += [dossier.evaluation.documents for dossier in library.dossiers.values()]
    return {each.file for documents in lists for each in documents if each.file}
