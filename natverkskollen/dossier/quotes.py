"""Whether every quoted sentence stands in the document it is said to come from."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from natverkskollen.dossier.document_reading import kept_document
from natverkskollen.dossier.document_text import UnreadableDocument, document_text, flat
from natverkskollen.dossier.file_reading import read_in
from natverkskollen.dossier.library import Library
from natverkskollen.dossier.opening import read_part
from natverkskollen.files.data_folder import DOCUMENTS, names_in
from natverkskollen.files.problem import FieldPath, Problem
from natverkskollen.files.yaml_tree import Tree


def quote_problems(library: Library, documents: Path) -> list[Problem]:
    """Every quote in a data folder that is not found in the document's file in `documents`.

    Compared without regard to line breaks, hyphenation, emphasis marks, ligatures and how letters
    are composed. Documents whose file is not in the folder, such as web pages, are passed over; one
    that is there and cannot be read is told once for each file that quotes it.
    """
    trees = dict(_trees(library))
    shared = {
        id_: file
        for name, tree in trees.items()
        if name.startswith("networks/")
        for id_, file in _files(tree).items()
    }
    texts: dict[str, str | None] = {}
    untold: dict[str, UnreadableDocument] = {}
    problems = []
    for name, tree in trees.items():
        # An answer sheet has no list of its own: it points at its evaluation's or a network's.
        evaluation = trees.get("/".join(name.split("/")[:2]) + "/evaluation.yaml", tree)
        files = {**shared, **_files(evaluation), **_files(tree)}
        for path, source in _sources(tree.data):
            cited = source["document"]
            # A file with faults can hold anything here; `check` tells of them.
            file = files.get(cited) if isinstance(cited, str) else None
            if not isinstance(file, str) or not file:
                continue
            if file not in texts:
                try:
                    text = _text(library, documents, file)
                    texts[file] = None if text is None else flat(text)
                except UnreadableDocument as error:
                    texts[file], untold[file] = None, error
            if file in untold:
                problems.append(_unread(name, file, untold[file]))
            quote = str(source.get("original") or source["quote"])
            text = texts[file]
            if text is not None and flat(quote) not in text:
                line = tree.line((*path, "original" if source.get("original") else "quote"))
                what = f"citatet ”{quote}” finns inte i {file}"
                remedy = "Rätta citatet, eller skriv dokumentets exakta ordalydelse i original"
                problems.append(Problem(name, line, what, remedy))
    return sorted(set(problems))


def _text(library: Library, documents: Path, file: str) -> str | None:
    """The text of a document; what people have put in the data folder is read apart."""
    if documents != library.folder / DOCUMENTS:
        return document_text(documents, file)
    read = kept_document(library.folder, file)
    if isinstance(read, UnreadableDocument):
        raise read
    return None if read is None else "\n".join(part.text for part in read)


def _unread(name: str, file: str, error: UnreadableDocument) -> Problem:
    what = f"citaten ur {file} är inte kontrollerade: dokumentet {error.what}"
    return Problem(name, 0, what, error.remedy)


def _trees(library: Library) -> Iterator[tuple[str, Tree]]:
    """Every file that can hold a quote; `check` tells of those that cannot be read."""
    source = library.evaluations
    readings = [
        read_in(library.folder, f"networks/{name}")
        for name in names_in(library.folder / "networks")
        if name.endswith(".yaml")
    ]
    readings += [read_part(source, id_, name) for id_ in source.ids() for name in source.names(id_)]
    return ((each.name, each.tree) for each in readings if each.tree)


def _files(tree: Tree) -> dict[Any, Any]:
    """The file of each document that a file lists, by the document's id."""
    listed = tree.data.get("documents", ()) if isinstance(tree.data, dict) else ()
    found = [each for each in listed if isinstance(each, dict)] if listed else []
    return {d["id"]: d.get("file") for d in found if isinstance(d.get("id"), str)}


def _sources(data: Any, path: FieldPath = ()) -> Iterator[tuple[FieldPath, dict[str, Any]]]:
    if isinstance(data, dict):
        if {"document", "quote"} <= data.keys():
            yield path, data
        for key, value in data.items():
            yield from _sources(value, (*path, key))
    elif isinstance(data, tuple):
        for position, value in enumerate(data):
            yield from _sources(value, (*path, position))
