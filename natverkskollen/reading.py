"""From a file on disk to a model, or to every reason in Swedish why it cannot be one."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError

from natverkskollen.mistake import Path as DataPath
from natverkskollen.problem import Problem
from natverkskollen.validation_words import validation_words
from natverkskollen.yaml_tree import MAX_BYTES, Refusal, Tree, read_tree

M = TypeVar("M", bound=BaseModel)


@dataclass(frozen=True)
class Reading(Generic[M]):
    """What came of reading one file: the model (None where it has problems) and its lines."""

    name: str
    model: M | None
    tree: Tree | None
    problems: tuple[Problem, ...] = ()

    def problem(self, path: DataPath, what: str, remedy: str) -> Problem:
        """A problem at a path in this file."""
        return Problem(self.name, self.tree.line(path) if self.tree else 0, what, remedy)


def read_model(path: Path, name: str, model: type[M]) -> Reading[M]:
    """Read one file as a model; every problem in it is told, and none raises.

    `name` is what the file is called in problems (relative to the data folder). A model with a
    method `mistakes` is asked for the contradictions its parts are in.
    """
    try:
        with path.open("rb") as file:
            raw = file.read(MAX_BYTES + 1)
    except OSError as error:
        reason = f"filen går inte att öppna ({type(error).__name__})"
        remedy = "Kontrollera att filen finns och att du får läsa den"
        return Reading(name, None, None, (Problem(name, 0, reason, remedy),))
    try:
        tree = read_tree(raw)
    except Refusal as refusal:
        told = Problem(name, refusal.line, refusal.what, refusal.remedy)
        return Reading(name, None, None, (told,))
    return _validated(name, tree, model)


def _validated(name: str, tree: Tree, model: type[M]) -> Reading[M]:
    problems = [
        Problem(
            name,
            line,
            f"nyckeln '{key}' står två gånger, på rad {earlier} och rad {line}",
            "Ta bort den ena",
        )
        for key, earlier, line in tree.duplicates
    ]
    found: M | None = None
    try:
        found = model.model_validate(tree.data)
    except ValidationError as error:
        for each in error.errors(include_url=False):
            path = _path_in_file(tree.data, each["loc"])
            what, remedy = validation_words(dict(each), path)
            problems.append(Problem(name, tree.line(path), what, remedy))
    else:
        for mistake in getattr(found, "mistakes", tuple)():
            problems.append(Problem(name, tree.line(mistake.path), mistake.what, mistake.remedy))
    return Reading(name, None if problems else found, tree, tuple(sorted(set(problems))))


def _path_in_file(data: Any, loc: tuple[Any, ...]) -> DataPath:
    """A validation error's location as keys of the file, without the steps pydantic adds.

    pydantic adds the tag of a union (ours begin with @) and "[key]", and writes keys as text.
    The last step is kept even where it is not in the file: it names what is missing.
    """
    path: DataPath = ()
    for position, step in enumerate(loc):
        if isinstance(data, dict):
            key = next((k for k in data if k == step or str(k) == str(step)), None)
            if key is not None:
                path, data = (*path, key), data[key]
            elif position == len(loc) - 1 and str(step)[:1] not in "@[":
                path = (*path, step)
        elif isinstance(data, tuple) and isinstance(step, int) and step < len(data):
            path, data = (*path, step), data[step]
    return path
