"""A document that a person cites by what it is called and where it is, among those a file lists."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from natverkskollen.editing.proposed_id import proposed_id

Documents = tuple[Mapping[str, Any], ...]


def listed_document(
    documents: Sequence[Mapping[str, Any]], title: str, found: str, before: Sequence[str] = ()
) -> tuple[Documents, str]:
    """The documents with the one that is meant among them, and its id.

    Several may have the same title and place; one of those cited `before` is then meant.
    """
    documents = tuple(documents)
    alike = [str(each["id"]) for each in documents if _is(each, title, found)]
    known = next((id_ for id_ in before if id_ in alike), None) or next(iter(alike), None)
    if known is not None:
        return documents, known
    made = proposed_id(title, {each["id"] for each in documents}, "dokument")
    return (*documents, {"id": made, "title": title, **_where(found)}), made


def _is(document: Mapping[str, Any], title: str, found: str) -> bool:
    """Whether a listed document is the one meant: two years' pages may have the same title."""
    return document["title"] == title and found in place_of(document)


def place_of(document: Mapping[str, Any]) -> tuple[Any, ...]:
    """Everything that says where a document is to be found."""
    return tuple(document.get(key) for key in ("url", "diarienummer", "file", "note"))


def _where(found: str) -> dict[str, str]:
    return {"url": found} if found.startswith(("http://", "https://")) else {"note": found}
