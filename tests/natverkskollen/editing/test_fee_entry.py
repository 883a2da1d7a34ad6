"""The fee in the words of the bill, read against the YAML one would write by hand."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from natverkskollen.editing.fee_entry import fee_from, fee_of, fields_of
from natverkskollen.editing.fee_rule_entry import FeeFields
from natverkskollen.editing.typed import Entry
from natverkskollen.files.reading import read_data
from natverkskollen.model.fee import Fee
from natverkskollen.store import read_library
from natverkskollen.store.plain_data import plain
from tests import ROOT
from tests.building.generated import generated_folder

BILL = {"document": "Faktura", "found": "https://exempel.se/f.pdf", "quote": "30 000 kr"}
EMPTY: dict[str, Any] = {"documents": (), "fees": ()}


@pytest.mark.parametrize(
    ("typed", "rule"),
    [
        ({"kind": "fast", "fixed": "30 000"}, {"fixed": 30000}),
        ({"kind": "fast", "fixed": "1 310", "currency": "EUR"}, {"fixed": 1310, "currency": "EUR"}),
        (
            {"kind": "fast", "fixed": "100", "per_inhabitant": "0,5", "vat_percent": "25"},
            {"fixed": 100, "vat_percent": 25},
        ),
        (
            {"kind": "per-invanare", "per_inhabitant": "0,30", "max_amount": "49 000"},
            {"per_inhabitant": "0.3", "max_amount": 49000},
        ),
        (
            {"kind": "steg", "steps": "10 000: 5 100\n75 000: 9 300,50\nfler: 10 600"},
            {
                "steps": [
                    {"up_to": 10000, "amount": 5100},
                    {"up_to": 75000, "amount": "9300.5"},
                    {"amount": 10600},
                ]
            },
        ),
        ({"kind": "gratis", "fixed": "100"}, {"free": True}),
        (
            {"kind": "per-invanare", "per_inhabitant": "1", "years_before": "1"},
            {"per_inhabitant": 1, "population_years_before": 1},
        ),
        (
            {"kind": "andel", "per_mille": "0,4", "sum_before": "1", "years_before": "2"},
            {"share": {"per_mille": "0.4", "of": "tax_income", "years_before": 1}},
        ),
        (
            {
                "kind": "andel",
                "per_mille": "0,1098",
                "share_of": "national_tax_capacity",
                "capacity": "250 000",
                "years_before": "2",
                "discount_above": "200 000",
                "discount_percent": "10",
            },
            {
                "share": {
                    "per_mille": "0.1098",
                    "of": "national_tax_capacity",
                    "kronor_per_inhabitant": 250000,
                },
                "population_years_before": 2,
                "discounts": [{"above": 200000, "percent": 10}],
            },
        ),
    ],
)
def test_the_form_says_what_the_file_would(typed: dict[str, str], rule: dict[str, Any]) -> None:
    entry = Entry()
    found = fee_from(entry, FeeFields(year="2026", **typed, **BILL), EMPTY)
    assert entry.wrong == {} and found is not None
    documents, (fee,) = found
    assert documents == ({"id": "faktura", "title": "Faktura", "url": "https://exempel.se/f.pdf"},)
    source = {"document": "faktura", "place": "avgiften", "quote": "30 000 kr"}
    ours = read_data(fee, "x", Fee).model
    theirs = Fee.model_validate({"year": 2026, **rule, "source": source}, strict=False)
    assert ours == theirs


@pytest.mark.parametrize(
    ("typed", "field", "told"),
    [
        ({"year": ""}, "year", "vilket år"),
        ({"year": "26"}, "year", "ett årtal"),
        (
            {"kind": "per-invanare", "per_inhabitant": "1", "max_inhabitants": "10,5"},
            "max_inhabitants",
            "ska vara ett heltal",
        ),
        ({"kind": "steg", "steps": ""}, "steps", "Skriv ett steg per rad"),
        ({"kind": "steg", "steps": "10 000 5 100"}, "steps", "”10 000 5 100” går inte att läsa"),
        ({"kind": "steg", "steps": "10 000: 5 100"}, "steps", "Sista raden, och bara den"),
        ({"kind": "steg", "steps": "10: 1\n5: 2\nfler: 3"}, "steps", "lägst antal invånare först"),
        ({"kind": "per-invanare", "per_inhabitant": ""}, "per_inhabitant", "0,30 för 30 öre"),
        (
            {
                "kind": "per-invanare",
                "per_inhabitant": "1",
                "min_amount": "9",
                "max_amount": "8",
            },
            "min_amount",
            "Den lägsta avgiften är större än den högsta.",
        ),
        ({"kind": "andel", "per_mille": ""}, "per_mille", "i promille, till exempel 0,4"),
        ({"kind": "andel", "per_mille": "0"}, "per_mille", "större än noll"),
        (
            {"kind": "andel", "per_mille": "1", "share_of": "national_tax_capacity"},
            "capacity",
            "kronor per invånare",
        ),
        (
            {"kind": "andel", "per_mille": "1", "discount_percent": "10"},
            "discount_above",
            "hur många invånare",
        ),
        (
            {
                "kind": "andel",
                "per_mille": "1",
                "discount_percent": "101",
                "discount_above": "1",
            },
            "discount_percent",
            "mer än 100 procent",
        ),
    ],
)
def test_what_cannot_be_counted_is_told_at_its_field(
    typed: dict[str, str], field: str, told: str
) -> None:
    entry = Entry()
    given = {"year": "2026", "kind": "fast", "fixed": "1", **BILL, **typed}
    assert fee_from(entry, FeeFields(**given), EMPTY) is None
    assert told in entry.wrong[field]


def test_a_fee_of_the_same_year_is_replaced_and_the_others_are_kept() -> None:
    data: dict[str, Any] = EMPTY
    for year, amount in (("2024", "1"), ("2025", "2"), ("2025", "3")):
        found = fee_from(Entry(), FeeFields(year=year, fixed=amount, **BILL), data)
        assert found is not None
        data = {"documents": found[0], "fees": found[1]}
    assert [(fee["year"], int(fee["fixed"])) for fee in data["fees"]] == [(2024, 1), (2025, 3)]
    assert len(data["documents"]) == 1


def test_a_changed_fee_keeps_its_note_and_the_place_of_a_quote_that_is_the_same() -> None:
    network = read_library(ROOT).networks["klimatkommunerna"]
    data = plain(network)
    fee = next(each for each in network.fees if (each.year, each.member) == (2023, "kommun"))
    fields = fields_of(fee, {each.id: each for each in network.documents})
    assert fields is not None and fee.note
    found = fee_from(Entry(), replace(fields, max_inhabitants="140000"), data)
    assert found is not None
    assert found[0] == data["documents"], "the document is known, also beside one of the same title"
    pairs = zip(data["fees"], plain(found[1]), strict=True)
    ((old, new),) = [(old, new) for old, new in pairs if old != new]
    again = read_data(new, "avgiften", Fee).model
    assert again and plain(again) == {**old, "max_inhabitants": 140000}
    other = fee_from(Entry(), replace(fields, quote="Något annat"), data)
    assert other is not None
    quotes = [each["source"]["quote"] for each in other[1]]
    places = [each["source"]["place"] for each in other[1]]
    assert places[quotes.index("Något annat")] == "avgiften"


def test_every_shipped_fee_that_the_form_shows_comes_out_of_it_unchanged() -> None:
    shown = 0
    for network in read_library(ROOT).networks.values():
        documents = {document.id: document for document in network.documents}
        for fee in network.fees:
            fields = fields_of(fee, documents)
            again = fee_of(fields) if fields and not fee.unknown else None
            if again is None:
                continue
            shown += 1
            same = {**plain(again), "source": plain(fee.source)}
            apart = ("note", "undated")
            assert same == {k: v for k, v in plain(fee).items() if k not in apart}, network.id
    assert shown >= 10


def test_a_fee_that_the_form_shows_comes_out_of_it_unchanged_and_no_other_is_shown(
    tmp_path: Path,
) -> None:
    """Every kind of rule that the generator makes: shown whole, or left to the file."""
    shown = left = 0
    for seed in range(300_000, 300_025):
        for network in read_library(generated_folder(seed, tmp_path / str(seed))).networks.values():
            documents = {document.id: document for document in network.documents}
            for fee in network.fees:
                fields = fields_of(fee, documents)
                left += fields is None
                if fields is None or fee.unknown:
                    continue
                shown += 1
                again = fee_of(fields)
                assert again and plain(again) == {
                    **plain(fee),
                    "source": plain(again.source),
                }
    assert min(shown, left) >= 15
