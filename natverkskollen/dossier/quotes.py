"""Whether every quoted sentence stands in the document it is said to come from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from natverkskollen.files.problem import FieldPath, Problem
from natverkskollen.files.yaml_tree import Refusal, Tree, read_tree


def quote_problems(folder: Path, documents: Path) -> list[Problem]:
    """Every quote in the data folder that is not found in the document's file in `documents`.

    Compared without regard to line breaks, soft hyphenation and emphasis marks. Documents whose
    file is not in the folder, such as web pages, are passed over.
    """
    trees = dict(_trees(folder))
    shared = {
        id_: file
        for name, tree in trees.items()
        if name.startswith("networks/")
        for id_, file in _files(tree).items()
    }
    texts: dict[str, str] = {}
    problems = []
    for name, tree in trees.items():
        # An answer sheet has no list of its own: it points at its evaluation's or a network's.
        evaluation = trees.get("/".join(name.split("/")[:2]) + "/evaluation.yaml", tree)
        files = {**shared, **_files(evaluation), **_files(tree)}
        for path, source in _sources(tree.data):
            file = files.get(source.get("document"))
            if not file or not (documents / file).is_file():
                continue
            if file not in texts:
                texts[file] = _flat((documents / file).read_text(encoding="utf-8"))
            quote = str(source.get("original") or source["quote"])
            if _flat(quote) not in texts[file]:
                line = tree.line((*path, "original" if source.get("original") else "quote"))
                what = f"citatet ”{quote}” finns inte i {file}"
                remedy = "Rätta citatet, eller skriv dokumentets exakta ordalydelse i original"
                problems.append(Problem(name, line, what, remedy))
    return sorted(problems)


def _trees(folder: Path) -> Iterator[tuple[str, Tree]]:
    for pattern in ("networks/*.yaml", "evaluations/*/evaluation.yaml", "evaluations/*/answers/*"):
        for path in sorted(folder.glob(pattern)):
            try:
                yield path.relative_to(folder).as_posix(), read_tree(path.read_bytes())
            except (OSError, Refusal):
                continue  # `check` tells these; here only readable files have quotes


def _files(tree: Tree) -> dict[Any, Any]:
    """The file of each document that a file lists, by the document's id."""
    listed = tree.data.get("documents", ()) if isinstance(tree.data, dict) else ()
    return {d.get("id"): d.get("file") for d in listed if isinstance(d, dict)}


def _sources(data: Any, path: FieldPath = ()) -> Iterator[tuple[FieldPath, dict[str, Any]]]:
    if isinstance(data, dict):
        if {"document", "quote"} <= data.keys():
            yield path, data
        for key, value in data.items():
            yield from _sources(value, (*path, key))
    elif isinstance(data, tuple):
        for position, value in enumerate(data):
            yield from _sources(value, (*path, position))


def _flat(text: str) -> str:
    joined = re.sub(r"(?<=\w)[-\u00ad][ \t]*\n\s*(?=\w)", "", text)
    plain = re.sub(r"[*_#\[\]]", "", joined)
    return re.sub(r"[\s\-\u00ad]+", "", plain)
