"""From a file on disk to a model, or to every reason in Swedish why it cannot be one."""

from __future__ import annotations

import errno
import os
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import islice
from pathlib import Path
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError

from natverkskollen.files.patience import patiently
from natverkskollen.files.problem import FieldPath, Problem
from natverkskollen.files.validation_words import (
    misspelt_words,
    quoted,
    stray_key_words,
    validation_words,
)
from natverkskollen.files.yaml_tree import MAX_BYTES, Refusal, Tree, read_tree

M = TypeVar("M", bound=BaseModel)
MOST_PROBLEMS = 100
_UNOPENED = {
    FileNotFoundError: "filen finns inte",
    IsADirectoryError: "här ligger en mapp, inte en fil",
    PermissionError: "du får inte läsa filen",
}


@dataclass(frozen=True)
class Reading(Generic[M]):
    """What came of reading one file: the model (None where it has problems) and its lines."""

    name: str
    model: M | None
    tree: Tree | None
    problems: tuple[Problem, ...] = ()

    def problem(self, path: FieldPath, what: str, remedy: str) -> Problem:
        """A problem at a path in this file."""
        return Problem(self.name, self.tree.line(path) if self.tree else 0, what, remedy)


def read_model(path: Path, name: str, model: type[M]) -> Reading[M]:
    """Read one file as a model; every problem in it is told, and none raises.

    `name` is what the file is called in problems (relative to the data folder). A model with a
    method `mistakes` is asked for the contradictions its parts are in. Of very many problems
    the first MOST_PROBLEMS are told.
    """
    try:
        raw = read_bytes(path)
    except OSError as error:
        return unread(error, name)
    return read_raw(raw, name, model)


def unread(error: OSError, name: str) -> Reading[Any]:
    """The reading of a file that the operating system would not let anybody read."""
    reason = _UNOPENED.get(type(error), "filen går inte att öppna")
    remedy = "Kontrollera att filen finns på den här platsen och att du får läsa den"
    return Reading(name, None, None, (Problem(name, 0, reason, remedy),))


def read_bytes(path: Path | str) -> bytes:
    """A file's bytes, as many as it takes to refuse it; raises OSError."""
    mode = os.stat(path).st_mode
    if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
        raise OSError(errno.EINVAL, "no regular file")  # a pipe or a device may never end
    with patiently(lambda: open(path, "rb")) as file:
        return file.read(MAX_BYTES + 1)


def read_raw(raw: bytes, name: str, model: type[M]) -> Reading[M]:
    """Read a file's bytes as a model, as `read_model` does a file."""
    try:
        tree = read_tree(raw)
    except Refusal as refusal:
        told = Problem(name, refusal.line, refusal.what, refusal.remedy)
        return Reading(name, None, None, (told,))
    return _validated(name, tree, model)


def read_data(data: Any, name: str, model: type[M]) -> Reading[M]:
    """Read plain data as the model it would be in a file; its problems stand on no line."""
    tree = Tree()
    tree.data = data
    reading = _validated(name, tree, model)
    told = {Problem(name, 0, each.what, each.remedy) for each in reading.problems}
    return Reading(name, reading.model, tree, tuple(sorted(told)))


def _validated(name: str, tree: Tree, model: type[M]) -> Reading[M]:
    found: M | None = None
    complaints = _duplicates(tree)
    try:
        found = model.model_validate(tree.data)
        for mistake in islice(getattr(found, "mistakes", tuple)(), MOST_PROBLEMS + 1):
            complaints.append((tree.line(mistake.path), mistake.what, mistake.remedy))
    except ValidationError as error:
        complaints += _refused(tree, error)
    except (TypeError, AttributeError, LookupError, ValueError, ArithmeticError):
        # A validator that did not expect what stands in the file. Better told than raised.
        what = "något i filen har en form som programmet inte kan läsa"
        complaints.append((0, what, "Jämför filen med en annan fil av samma slag"))
    problems = sorted({Problem(name, *complaint) for complaint in complaints})
    if len(problems) > MOST_PROBLEMS:
        what = f"filen har fler fel än de {MOST_PROBLEMS} första"
        rest = Problem(name, problems[MOST_PROBLEMS].line, what, "Rätta dem och läs filen igen")
        problems[MOST_PROBLEMS:] = [rest]
    return Reading(name, None if problems else found, tree, tuple(problems))


def _duplicates(tree: Tree) -> list[tuple[int, str, str]]:
    return [
        (
            line,
            f"nyckeln {quoted(key)} står två gånger, på "
            + (f"rad {earlier} och rad {line}" if earlier != line else "samma rad"),
            "Ta bort den ena",
        )
        for key, earlier, line in tree.duplicates
    ]


def _refused(tree: Tree, error: ValidationError) -> Iterator[tuple[int, str, str]]:
    """What pydantic refused; a misspelt key is told once, not as unknown and as missing."""
    errors = error.errors(include_url=False)[: 10 * MOST_PROBLEMS]
    placed: list[tuple[FieldPath, dict[str, Any]]] = [
        (_path_in_file(tree.data, each["loc"]), dict(each)) for each in errors
    ]
    missing = [path for path, each in placed if each["type"] == "missing"]
    stray: set[FieldPath] = set()
    meant: dict[FieldPath, FieldPath] = {}
    for path, each in placed:
        unknown = each["type"] in ("extra_forbidden", "invalid_key")
        if (unknown or each["loc"][-1:] == ("[key]",)) and _at(tree.data, path) is None:
            stray.add(path)
        elif unknown:
            lacking = [str(other[-1]) for other in missing if other[:-1] == path[:-1]]
            for key in get_close_matches(str(path[-1])[:60], lacking, 1):
                meant[path] = (*path[:-1], key)
    for path, each in placed:
        if path in stray:
            yield tree.line(path), *stray_key_words(path[-1])
        elif path in meant:
            yield tree.line(path), *misspelt_words(path[-1], str(meant[path][-1]))
        elif path not in meant.values():
            yield tree.line(path), *validation_words(each, path, _name(tree.data, path))


def _path_in_file(data: Any, loc: tuple[Any, ...]) -> FieldPath:
    """A validation error's location as keys of the file, without the steps pydantic adds.

    pydantic adds the tag of a union (ours begin with @) and "[key]", and writes every key that
    is no int as text (a decimal as Python would: Decimal('0.5')). The last step is kept even
    where it is not in the file: it names what is missing.
    """
    path: FieldPath = ()
    for position, step in enumerate(loc):
        if isinstance(data, dict):
            likenesses = (k for k in data if str(step) in (str(k), repr(k)))
            key = step if step in data else next(likenesses, None)
            if key is not None:
                path, data = (*path, key), data[key]
            elif position == len(loc) - 1 and str(step)[:1] not in "@[":
                path = (*path, step)
        elif isinstance(data, tuple) and isinstance(step, int) and step < len(data):
            path, data = (*path, step), data[step]
    return path


def _at(data: Any, path: FieldPath) -> Any:
    for step in path:
        data = data[step]
    return data


def _name(data: Any, path: FieldPath) -> str:
    """What the place is called in a sentence: its key, or where it stands in its list."""
    if not path:
        return "filen"
    *around, last = path
    if isinstance(last, str):
        return last if re.fullmatch(r"[\w-]{1,40}", last) else quoted(last)
    where = _name(data, tuple(around))
    return (
        f"del {last + 1} i {where}"
        if isinstance(_at(data, tuple(around)), tuple)
        else (f"{last} i {where}")
    )
