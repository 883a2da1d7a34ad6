"""The file that says whose the data folder is: written when somebody has chosen, never past others.

It has no history of its own: every evaluation keeps what it took from it.
"""

from __future__ import annotations

from pathlib import Path

from natverkskollen.dossier.file_reading import read_in
from natverkskollen.files.yaml_notes import first_note
from natverkskollen.files.yaml_text import yaml_text
from natverkskollen.model.own_municipality import MUNICIPALITY_FILE, OwnMunicipality
from natverkskollen.model.principal import LOCAL, Principal
from natverkskollen.store import disk, lock
from natverkskollen.store.area import MUNICIPALITY
from natverkskollen.store.contract import Failed
from natverkskollen.store.door import shared_refusal
from natverkskollen.store.files import header
from natverkskollen.store.shared import within
from natverkskollen.store.write_failure import failed

_ROOM, _LOCK = "networks", "municipality"
_HEADER = "# Vilka ni är. Programmet skriver filen när ni väljer kommun.\n"
_CHANGED = Failed("någon annan har bytt kommun sedan du öppnade sidan", "Ladda om sidan")


def save_municipality(
    folder: Path,
    seen: OwnMunicipality | None,
    wanted: OwnMunicipality,
    actor: str,
    by: Principal = LOCAL,
) -> Failed | None:
    """Write who the folder belongs to; refused where the file is another than the person saw."""
    if refused := shared_refusal(folder, by):
        return refused
    holder = actor if by == LOCAL else ""  # a lock names nobody who is signed in
    return within(folder, MUNICIPALITY, lambda place: _save(place, seen, wanted, holder))


def _save(
    folder: Path, seen: OwnMunicipality | None, wanted: OwnMunicipality, actor: str
) -> Failed | None:
    path = folder / MUNICIPALITY_FILE
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with lock.held(folder / _ROOM, _LOCK, actor):
            old = disk.read_bytes(path)
            now = read_in(folder, MUNICIPALITY_FILE).model if old is not None else None
            if now == wanted:
                return None
            if now != seen or (old is not None and now is None):
                return _CHANGED
            if old and (line := first_note(old)):
                what = f"filen {MUNICIPALITY_FILE} har en anteckning på rad {line}"
                return Failed(what, "Ändra i filen, eller ta bort anteckningarna i den först")
            text = (header(old) or _HEADER) + yaml_text(wanted)
            disk.write_atomically(path, text.encode())
    except lock.Busy:
        what = "någon annan sparar just nu vilken kommun mappen gäller"
        return Failed(what, "Vänta en stund och försök igen")
    except OSError as error:
        return failed(MUNICIPALITY_FILE, error)
    return None
