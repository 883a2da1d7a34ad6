"""The files in a zip that people have kept, copied and packed again in their own ways."""

from __future__ import annotations

import contextlib
import zipfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from natverkskollen.files.problem import DataError, Problem
from natverkskollen.files.zip_entries import Unpackable, entry_bytes

ANOTHER = "Ta en annan säkerhetskopia"
_MOST_FILES, _MOST_BYTES = 200_000, 2_000_000_000
_MOST_SWELLING, _SMALL = 1000, 1_000_000  # what text can be packed to, and what is never asked
# What computers put into every folder and every zip.
_STRAY = {".ds_store", "thumbs.db", "desktop.ini"}
_STARTS = ((b"7z\xbc\xaf", ".7z"), (b"Rar!", ".rar"), (b"\x1f\x8b", ".gz"))
_PACK_AGAIN = "Packa upp den och packa om den som vanlig zip, eller ta den ursprungliga kopian"
_WHOLE = {
    "method": ("säkerhetskopian är packad med en metod som inte går att läsa här", _PACK_AGAIN),
    "locked": (
        "säkerhetskopian har ett lösenord",
        "Packa upp den med lösenordet och packa om den utan, i samma mappar",
    ),
}


def unpacked(path: Path, marker: str) -> tuple[dict[str, bytes], list[Problem]]:
    """Every file by its name from the folder that holds `marker`, and those that are damaged.

    Entries for folders, a folder around everything, and what a computer adds by itself are passed
    over. DataError where the file is no zip that can be read, or leads out of where it is unpacked.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            return _read(path.name, archive, marker)
    except (OSError, zipfile.BadZipFile, ValueError, EOFError) as error:
        what, remedy = _no_zip(path, error)
        raise DataError([Problem(path.name, 0, what, remedy)]) from None


def _no_zip(path: Path, error: Exception) -> tuple[str, str]:
    if isinstance(error, FileNotFoundError):
        return "filen finns inte", "Kontrollera sökvägen"
    if isinstance(error, IsADirectoryError):
        return "det är en mapp och ingen zip-fil", "Ange själva zip-filen"
    try:
        with path.open("rb") as file:
            start = file.read(8)
    except OSError as unreadable:
        return f"filen går inte att läsa ({unreadable.strerror})", "Kontrollera rättigheterna"
    for sign, ending in _STARTS:
        if start.startswith(sign):
            return f"filen är packad som {ending} och inte som zip", _PACK_AGAIN
    return "filen är inte en säkerhetskopia från Nätverkskollen, eller är skadad", ANOTHER


def _read(
    name: str, archive: zipfile.ZipFile, marker: str
) -> tuple[dict[str, bytes], list[Problem]]:
    infos = [(said, info) for info in archive.infolist() if (said := _name(info))]
    for what in _unfit(infos):
        raise DataError([Problem(name, 0, what, ANOTHER)])
    around = _around([said for said, _ in infos], marker)
    files, problems = {}, []
    for said, info in infos:
        place = said.removeprefix(around)
        try:
            files[place] = entry_bytes(archive, info)
        except Unpackable as error:
            if error.why == "damaged":
                what = "filen är skadad i säkerhetskopian och går inte att packa upp"
                problems.append(Problem(place, 0, what, ANOTHER))
                continue
            what, remedy = _WHOLE[error.why]
            raise DataError([Problem(name, 0, what, remedy)]) from None
    return files, problems


def _name(info: zipfile.ZipInfo) -> str:
    """An entry's name with / between folders; empty for what is no file of ours."""
    name = info.filename
    if not info.flag_bits & 0x800:  # not said to be UTF-8, though some programs write it anyway
        with contextlib.suppress(ValueError):
            name = name.encode("cp437").decode("utf-8")
    name = name.replace("\\", "/")
    parts = name.split("/")
    stray = parts[-1].lower() in _STRAY or parts[0] == "__MACOSX"
    return "" if name.endswith("/") or stray else name


def _unfit(infos: list[tuple[str, zipfile.ZipInfo]]) -> Iterator[str]:
    whole = sum(info.file_size for _, info in infos)
    packed = sum(info.compress_size for _, info in infos)
    if len(infos) > _MOST_FILES or whole > _MOST_BYTES:
        yield "säkerhetskopian är orimligt stor"
    if whole > _SMALL and whole > _MOST_SWELLING * packed:
        yield "säkerhetskopian blir orimligt stor när den packas upp"
    seen = set()
    for name, _ in infos:
        if not _tame(name):
            yield f"filnamnet '{name[:100]}' leder ut ur mappen"
        if name in seen:
            yield f"filen '{name[:100]}' finns två gånger"
        seen.add(name)


def _tame(name: str) -> bool:
    parts = PurePosixPath(name).parts
    plain = ":" not in name and "\0" not in name and not name.startswith("/")
    return plain and bool(parts) and ".." not in parts


def _around(names: list[str], marker: str) -> str:
    """The folder that everything lies in, if somebody packed the folder and not what is in it."""
    tops = {name.split("/")[0] for name in names}
    if marker in names or len(tops) != 1:
        return ""
    top = f"{tops.pop()}/"
    return top if f"{top}{marker}" in names else ""
