"""A file of the data folder read as what its place says it is: the one way, and each content once.

Pages, commands and the store all read here, so that a file somebody has seen is not parsed again
to be saved, and one that has just been saved is not parsed again to be shown.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from natverkskollen.files.cache import Cache
from natverkskollen.files.data_folder import MEMBERSHIPS
from natverkskollen.files.fields import Model, is_slug
from natverkskollen.files.file_cache import FileCache, Stamp, stamp_of
from natverkskollen.files.reading import Reading, read_bytes, read_raw, unread
from natverkskollen.model.access import ACCESS_FILE, Access
from natverkskollen.model.accessibility import CONTACT_FILE, AccessibilityContact
from natverkskollen.model.answer import AnswerSheet
from natverkskollen.model.criteria import CriteriaSet
from natverkskollen.model.evaluation import Evaluation
from natverkskollen.model.history_names import NAMES_FILE, NamesInHistory
from natverkskollen.model.network import Network, NetworkCopies
from natverkskollen.model.own_municipality import MUNICIPALITY_FILE, OwnMunicipality
from natverkskollen.model.register import RegisteredMembership

EVALUATION, BOUND, NETWORKS = "evaluation.yaml", "criteria.yaml", "networks.yaml"
# What the only file of a network or of a membership is called in its own history, and the room
# that it lies in.
NETWORK, MEMBERSHIP = "network.yaml", "membership.yaml"
ALONE_IN = {NETWORK: "networks", MEMBERSHIP: MEMBERSHIPS}
# What an evaluation keeps a copy of, by the file it stands in: text that is never merged in part.
COPIES = {BOUND: "criteria", NETWORKS: "networks"}
_ANSWERS = "answers/"
_OWN: dict[str, type[Model]] = {EVALUATION: Evaluation, NETWORKS: NetworkCopies}
_ALONE: dict[str, type[Model]] = {
    CONTACT_FILE: AccessibilityContact,
    MUNICIPALITY_FILE: OwnMunicipality,
    ACCESS_FILE: Access,
    NAMES_FILE: NamesInHistory,
}
_ROOMS: dict[str, type[Model]] = {
    "criteria": CriteriaSet,
    "networks": Network,
    MEMBERSHIPS: RegisteredMembership,
}
_NAMED_BY_ID = ("criteria", "networks")


def sheet_name(assessor: str) -> str:
    """The file of an assessor's answers, within the evaluation's folder."""
    return f"{_ANSWERS}{assessor}.yaml"


def assessor_of(name: str) -> str:
    """Whose answers a file within the evaluation's folder holds; empty where it holds none."""
    return name[len(_ANSWERS) :].removesuffix(".yaml") if name.startswith(_ANSWERS) else ""


def told_name(id_: str, name: str) -> str:
    """A file by its name from the data folder: of an evaluation, or the only one there is."""
    alone = ALONE_IN.get(name)
    return f"{alone}/{id_}.yaml" if alone else f"evaluations/{id_}/{name}"


def is_part(name: str) -> bool:
    """Whether a file within the evaluation's folder is one that the evaluation consists of."""
    assessor = assessor_of(name)
    return (
        name == EVALUATION or name in COPIES or (is_slug(assessor) and name == sheet_name(assessor))
    )


def model_at(name: str) -> type[Model]:
    """What a file is, by its name from the data folder: "evaluations/x/answers/anna.yaml"."""
    room, *rest = name.split("/")
    if room in _ROOMS:
        return _ROOMS[room]
    if name in _ALONE:
        return _ALONE[name]
    if len(rest) > 2:
        return AnswerSheet
    return _OWN.get(rest[-1], CriteriaSet)


def read_content(raw: bytes, name: str, model: type[Model] | None = None) -> Reading[Any]:
    """What some bytes are at a place in the data folder, or every reason why they cannot be it."""
    what = model or model_at(name)
    return placed(_CONTENT.get((name, sha256(raw).digest()), lambda: _made(raw, name, what)))


def _made(raw: bytes, name: str, model: type[Model]) -> Reading[Any]:
    reading: Reading[Any] = read_raw(raw, name, model)
    if isinstance(reading.model, CriteriaSet) and name.split("/")[0] not in _ROOMS:
        return replace(reading, model=reading.model.as_copied())
    return reading


def copied_sheets(readings: Mapping[str, Reading[Any]]) -> set[str]:
    """The answer sheets, by their names within the evaluation, that are copies of another one.

    They say an assessor whose own sheet is there.
    """
    found = set()
    for name, reading in readings.items():
        data = reading.tree.data if reading.tree else None
        said = data.get("assessor") if isinstance(data, dict) else None
        own = sheet_name(said) if isinstance(said, str) else name
        if assessor_of(name) and own != name and own in readings:
            found.add(name)
    return found


def remember(raw: bytes, reading: Reading[Any]) -> None:
    """Keep what the bytes of a file are known to be read as, since they were written from it."""
    _CONTENT.get((reading.name, sha256(raw).digest()), lambda: reading)


def read_file(
    place: str,
    name: str,
    stamp: Callable[[], Stamp],
    read: Callable[[], bytes],
    model: type[Model] | None = None,
) -> Reading[Any]:
    """A file as it is now. `place` tells one data folder or database from another.

    `model` is what the file is, where its name does not say it to this room.
    """

    def made(raw: bytes | OSError) -> Reading[Any]:
        return unread(raw, name) if isinstance(raw, OSError) else read_content(raw, name, model)

    return _FILES.get((place, name), stamp, read, made)


def read_in(folder: Path, name: str, model: type[Model] | None = None) -> Reading[Any]:
    """A file outside evaluations/ in a data folder, as it is now."""
    place = str(folder)
    path = f"{place}/{name}"
    return read_file(place, name, lambda: stamp_of(path), lambda: read_bytes(path), model)


def read_contact(folder: Path) -> Reading[AccessibilityContact]:
    """The municipality's contact; an empty one where the data folder has no such file."""
    if not (folder / CONTACT_FILE).exists():
        return Reading(CONTACT_FILE, AccessibilityContact(), None)
    return read_in(folder, CONTACT_FILE)


def placed(reading: Reading[Any]) -> Reading[Any]:
    """The reading, with a problem where the file says another id than its name or its folder's."""
    room, *rest = reading.name.split("/")
    model = reading.model
    stem = rest[-1].removesuffix(".yaml") if rest else ""
    if isinstance(model, AnswerSheet) and model.assessor != stem:
        what = f"assessor är '{model.assessor}', men filen heter {stem}.yaml"
        return _refused(reading, "assessor", what, f"Skriv assessor: {stem}")
    if isinstance(model, Evaluation) and model.id != rest[0]:
        what = f"id är inte detsamma som namnet på mappen, '{rest[0]}'"
        remedy = f"Skriv id: {rest[0]}" if is_slug(rest[0]) else "Byt namn på mappen till id"
        return _refused(reading, "id", what, f"Är mappen en kopia: ta bort den. Annars: {remedy}")
    if room in _NAMED_BY_ID and model is not None and model.id != stem:
        what = f"id är inte detsamma som namnet på filen, '{stem}'"
        return _refused(reading, "id", what, f"Skriv id: {stem}")
    return reading


def _refused(reading: Reading[Any], key: str, what: str, remedy: str) -> Reading[Any]:
    problem = reading.problem((key,), what, remedy)
    return Reading(reading.name, None, reading.tree, (problem,))


# Shared by all sessions: what is kept is a pure function of the files.
# Every file as it is now, of a thousand evaluations with ten assessors each; of contents, which a
# save makes a new one of, only those in use.
_FILES: FileCache[Reading[Any]] = FileCache(16_384)
_CONTENT: Cache[Reading[Any]] = Cache(512)
