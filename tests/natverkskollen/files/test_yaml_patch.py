"""A network's file is changed where its data changed; every note and every other line stays."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest

from natverkskollen.files.reading import read_raw
from natverkskollen.files.yaml_notes import notes
from natverkskollen.files.yaml_patch import patched
from natverkskollen.files.yaml_text import yaml_text
from natverkskollen.files.yaml_tree import read_tree
from natverkskollen.model.network import Network
from natverkskollen.store.plain_data import plain
from tests import ROOT

SHIPPED = sorted((ROOT / "networks").glob("*.yaml"))
NOTED = """\
# Överst.
schema: 1
id: norr
name: Norr   # hör efter om de har bytt namn
short: Norr
documents:
  # Ekonomi
  - {id: d, title: D, note: här}
fees: []
terms:
  notice: okänt
facts:
  # Medlemmar
  - id: a
    label: A
    value: 1
    as_of: 2024-12-31
    source: {document: d, place: p, quote: q}

  # Räknat i bilagan
  - id: b
    label: B
    value: 2
    as_of: 2024-12-31
    note: |
      rad ett
      # ingen anteckning
    source: {document: d, place: p, quote: q}
"""


def network(text: str) -> Network:
    reading = read_raw(text.encode(), "norr.yaml", Network)
    assert reading.model is not None, reading.problems
    return reading.model


def change(text: str, **data: Any) -> str | None:
    before = plain(network(text))
    after = Network.model_validate({"schema": 1, **before, **data}, strict=False)
    return patched(text, before, plain(after), yaml_text(after))


def test_an_item_is_changed_in_its_place_and_the_notes_around_it_stand() -> None:
    one, two = plain(network(NOTED))["facts"]
    made = change(NOTED, facts=(one, {**two, "value": 3}))
    assert made is not None and network(made).facts[1].value == 3
    assert made.startswith(NOTED[: NOTED.index("  - id: b")])


def test_an_item_is_put_last_and_nothing_else_is_touched() -> None:
    facts = plain(network(NOTED))["facts"]
    made = change(NOTED, facts=(*facts, {**facts[0], "id": "c"}))
    assert made is not None and made.startswith(NOTED)
    assert made.removeprefix(NOTED).startswith("\n  - id: c\n    label: A\n")


def test_a_list_that_was_empty_gets_its_first_item() -> None:
    fee = {"year": 2026, "free": True, "source": {"document": "d", "place": "p", "quote": "q"}}
    made = change(NOTED, fees=(fee,))
    assert made is not None and network(made).fees[0].free
    assert notes(made) and "# Räknat i bilagan\n  - id: b" in made


@pytest.mark.parametrize(
    "data",
    [
        {"name": "Nya"},
        {"facts": plain(network(NOTED))["facts"][:1]},
        {"facts": plain(network(NOTED))["facts"][1:]},
    ],
    ids=["a note on the line", "a note above what goes", "a heading above what goes"],
)
def test_where_a_note_is_in_the_way_nothing_is_guessed(data: dict[str, Any]) -> None:
    assert change(NOTED, **data) is None


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_any_change_of_a_shipped_file_says_what_was_meant_and_keeps_the_notes(path: Path) -> None:
    text = path.read_text("utf-8")
    before, chance = plain(network(text)), random.Random(path.name)
    for _ in range(12):
        data: dict[str, Any] = {}
        for key in chance.sample(("facts", "fees", "documents", "name", "description"), 2):
            if key in ("name", "description"):
                data[key] = "Nytt # namn: x\nrad två"
            elif items := list(before.get(key, ())):
                at, new = chance.randrange(len(items)), {**chance.choice(items), "note": "# ny\nx"}
                items[at : at + chance.randrange(2)] = [new]
                data[key] = tuple(items)
        after = Network.model_validate({"schema": 1, **before, **data}, strict=False)
        made = patched(text, before, plain(after), yaml_text(after))
        assert made is not None
        assert plain(Network.model_validate(read_tree(made.encode()).data)) == plain(after)
        assert len(notes(made)) == len(notes(text))
