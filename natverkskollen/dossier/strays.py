"""Files in a data folder that nobody reads: copies, other endings, wrong places. Each is told.

OneDrive, Dropbox and Windows leave copies beside the file they could not put together; one of the
two may hold the newest decisions. A copy never keeps the original from being read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath
from typing import Any

from natverkskollen.dossier.file_reading import COPIES, EVALUATION, is_part
from natverkskollen.files.data_folder import names_in
from natverkskollen.files.fields import is_slug
from natverkskollen.files.problem import FieldPath, Problem
from natverkskollen.files.reading import read_bytes
from natverkskollen.files.yaml_tree import Refusal, Tree, read_tree
from natverkskollen.model.access import ACCESS_FILE
from natverkskollen.model.history_names import NAMES_FILE
from natverkskollen.model.own_municipality import MUNICIPALITY_FILE

_HISTORY = "history.jsonl"
# A file of data under whatever ending it has got: x.yml, x.YAML, x.yaml.txt, x.yaml~
_DATA = re.compile(r"(?P<stem>.+?)\.(ya?ml|jsonl)(\.\w{1,5}|~)?", re.IGNORECASE)
_MADE = re.compile(
    r"(?P<stem>.+?)"
    r"((?i:[ _]*[-–]? ?(kopia|copy)( ?\(\d+\))?)"
    r"|[ _]*\(\d+\)"
    r"|(?i:[ _]*\([^)]*(konflikt|conflict)[^)]*\))"
    r"|(?i:[-_.](sync-)?(conflict|konflikt)[-_.].*)"
    r"|-[A-ZÅÄÖ][A-ZÅÄÖ0-9-]*)"
)
_PREFIX = re.compile(r"^(kopia av|copy of) +", re.IGNORECASE)
_COMPARE = "Jämför filerna, för över det som ska gälla till {} och ta sedan bort den här"
_OWN_PLACES = (MUNICIPALITY_FILE, ACCESS_FILE, NAMES_FILE)
_SHARED = ("README.md", "schema.json", "answers.schema.json")


def room_strays(folder: Path, room: str) -> Iterator[Problem]:
    """What lies in a room of one file each (criteria/, networks/, memberships/) and is not read."""
    names = names_in(folder / room)
    known = {name for name in names if is_room_file(name)}
    for name in names:
        place = folder / room / name
        if name in known or name in _SHARED:
            continue
        if place.is_dir():
            inner = [each for each in names_in(place) if _DATA.fullmatch(each)]
            yield from (_deep(f"{room}/{name}/{each}", f"{room}/") for each in inner)
        elif found := _DATA.fullmatch(name):
            yield stray(folder / room, name, known, f"{room}/", found["stem"])


def is_room_file(name: str) -> bool:
    """Whether a file's name in criteria/ or networks/ is an id and .yaml."""
    return name.endswith(".yaml") and is_slug(name.removesuffix(".yaml"))


def evaluations_strays(room: Path, ids: Iterable[str]) -> Iterator[Problem]:
    """What lies in evaluations/ beside the evaluations, or where one seems to be missing a file."""
    known = set(ids)
    for name in names_in(room):
        place = room / name
        if name in known or name in _SHARED:
            continue
        if not place.is_dir():
            if _DATA.fullmatch(name):
                remedy = "Flytta den till en mapp för utvärderingen, evaluations/namnet/"
                yield Problem(f"evaluations/{name}", 0, "filen ligger fel och läses inte", remedy)
            continue
        inner = names_in(place)
        for each in inner:
            if (place / each / EVALUATION).exists():
                yield _deep(f"evaluations/{name}/{each}/{EVALUATION}", "evaluations/")
        # A history without a line is what is left of a save that nobody was told had been made.
        data = (each for each in inner if _DATA.fullmatch(each) and not _is_empty(place / each))
        if any(each == "answers" or each in COPIES for each in inner) or any(data):
            what = "mappen saknar evaluation.yaml, så utvärderingen går inte att öppna"
            remedy = "Ta tillbaka filen ur en säkerhetskopia, eller byt namn på den som är rätt"
            yield Problem(f"evaluations/{name}/", 0, what, remedy)


def _is_empty(path: Path) -> bool:
    try:
        return path.name == _HISTORY and path.stat().st_size == 0
    except OSError:
        return False


def evaluation_strays(room: Path, id_: str) -> Iterator[Problem]:
    """What lies in an evaluation's own folder and is not read."""
    here, told = room / id_, f"evaluations/{id_}/"
    own = {EVALUATION, *COPIES, _HISTORY}
    for name in names_in(here):
        found = _DATA.fullmatch(name)
        if name not in own and found and not (here / name).is_dir():
            yield stray(here, name, own, told, found["stem"])
    sheets = names_in(here / "answers")
    known = {name for name in sheets if is_part(f"answers/{name}")}
    for name in sheets:
        found = _DATA.fullmatch(name)
        if name not in known and found:
            yield stray(here / "answers", name, known, f"{told}answers/", found["stem"])


def root_strays(folder: Path) -> Iterator[Problem]:
    """Files of ours that lie directly in the data folder, where none is read."""
    for name in names_in(folder):
        ours = name not in _OWN_PLACES and _DATA.fullmatch(name)
        if ours and (folder / name).is_file():
            tree = _tree(folder / name)
            if tree and isinstance(tree.data, dict) and "schema" in tree.data:
                remedy = "Flytta den till criteria/, networks/ eller en mapp i evaluations/"
                yield Problem(name, 0, "filen ligger direkt i datamappen och läses inte", remedy)


def stray(place: Path, name: str, known: set[str], told: str, stem: str) -> Problem:
    """A file that is not read: a copy of one that is, or one with a name it cannot have."""
    file = f"{told}{name}"
    original = _original(stem, {PurePosixPath(each).stem: each for each in known})
    if original:
        return copy_problem(place / name, place / original, file, f"{told}{original}")
    if not is_slug(stem):
        what = f"filen läses inte: '{stem}' kan inte vara ett id"
        return Problem(file, 0, what, "Byt namn: a–z, 0–9 och bindestreck, och sedan .yaml")
    what = "filen läses inte, eftersom namnet inte slutar på .yaml"
    return Problem(file, 0, what, f"Byt namn till {stem}.yaml (visa filnamnstillägg i Utforskaren)")


def copy_problem(copy: Path, original: Path, file: str, told: str) -> Problem:
    """That a file is a copy of another, and where they part."""
    what = f"filen är en kopia av {told} och läses inte"
    if _raw(copy) == _raw(original):
        return Problem(file, 0, f"{what}; de är lika", "Ta bort kopian")
    mine, theirs = _tree(copy), _tree(original)
    if mine is None or theirs is None:
        return Problem(file, 0, f"{what}; de är olika", _COMPARE.format(told))
    path = _parting(mine.data, theirs.data)
    if path is None:
        return Problem(file, 0, f"{what}; de säger detsamma", "Ta bort kopian")
    what += f"; de skiljer sig vid {'.'.join(map(str, path)) or 'början'}"
    return Problem(file, mine.line(path), what, _COMPARE.format(told))


def wrong_room(data: Any, room: str) -> tuple[str, str] | None:
    """What a file in criteria/ or networks/ is instead, and where it belongs; None if it may be."""
    if not isinstance(data, dict):
        return None
    for key, (what, place) in _KINDS.items():
        if key in data and place != f"{room}/":
            return what, place
    return None


_KINDS = {
    "memberships": ("en utvärdering", "evaluations/namnet/evaluation.yaml"),
    "assessor": ("en bedömares svar", "answers/ i utvärderingens mapp"),
    "themes": ("kriterier", "criteria/"),
    "fees": ("ett nätverk", "networks/"),
    "network": ("ett medlemskap", "memberships/"),
}


def _deep(file: str, room: str) -> Problem:
    what = "filen ligger i en undermapp och läses inte"
    return Problem(file, 0, what, f"Flytta den till {room}")


def _original(stem: str, known: dict[str, str]) -> str:
    """The known file that a name looks like a copy of; empty where it looks like none."""
    plain = _PREFIX.sub("", stem)
    made = _MADE.fullmatch(plain)
    for tried in (stem, plain, made["stem"].strip() if made else "", stem.lower()):
        if tried in known:
            return known[tried]
    begun = [each for each in known if stem.lower().startswith(each) and len(each) < len(stem)]
    longest = max(begun, key=len, default="")
    return known[longest] if longest and not stem[len(longest)].isalnum() else ""


def _raw(path: Path) -> bytes | None:
    try:
        return read_bytes(path)
    except OSError:
        return None


def _tree(path: Path) -> Tree | None:
    """What a file says; None where it cannot be read or says one thing twice."""
    try:
        tree = read_tree(_raw(path) or b"")
    except Refusal:
        return None
    return None if tree.duplicates else tree


def _parting(mine: Any, theirs: Any, path: FieldPath = ()) -> FieldPath | None:
    """The first place at which two files say different things; None where they say the same."""
    if isinstance(mine, dict) and isinstance(theirs, dict):
        for key in dict.fromkeys((*mine, *theirs)):
            if key not in mine or key not in theirs:
                return (*path, key)
            if (found := _parting(mine[key], theirs[key], (*path, key))) is not None:
                return found
        return None
    if isinstance(mine, tuple) and isinstance(theirs, tuple):
        for at in range(max(len(mine), len(theirs))):
            if at >= len(mine) or at >= len(theirs):
                return (*path, at)
            if (found := _parting(mine[at], theirs[at], (*path, at))) is not None:
                return found
        return None
    return None if mine == theirs and type(mine) is type(theirs) else path
