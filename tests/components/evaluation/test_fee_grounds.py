"""What some fees are counted on is filled in on Översikt: own sums of money, and exchange rates."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

from natverkskollen.analysis.cost import membership_cost
from natverkskollen.cli.commands import main
from natverkskollen.store import Change, Saved, read_library, store_at
from tests.components.answers.test_saving import button
from tests.components.conftest import Opener, shown

HUDDINGE = "huddinge-2025"
SHARE = {"per_mille": 0.4, "of": "tax_income", "years_before": 1}


def with_fee(data: Path, **rule: Any) -> None:
    """SEKOM's fee of 2025 is another one."""
    path = data / "networks" / "sekom.yaml"
    network = yaml.safe_load(path.read_text("utf-8"))
    source = dict(network["fees"][0]["source"])  # no alias
    network["fees"].append({"year": 2025, **rule, "source": source})
    path.write_text(yaml.safe_dump(network, allow_unicode=True, sort_keys=False), "utf-8")


def key(name: str) -> str:
    return "/".join(("arende", HUDDINGE, "avgiftsunderlag", name))


def sekom(data: Path):
    dossier = read_library(data).dossier(HUDDINGE)
    evaluation = dossier.evaluation
    return membership_cost(evaluation, evaluation.membership("sekom"), dossier.networks["sekom"])


def test_nothing_is_asked_for_where_no_fee_takes_it(open_page: Opener) -> None:
    app = open_page("overview", utvardering=HUDDINGE).run()
    assert not any("avgiftsunderlag" in (each.key or "") for each in app.button)


def test_a_share_of_the_income_is_unknown_until_the_income_is_filled_in(
    data: Path, open_page: Opener, capsys: pytest.CaptureFixture[str]
) -> None:
    """0.4 per mille of 6 500 million kronor are 2 600 000 kronor; the year is the one before."""
    with_fee(data, share=SHARE)
    assert sekom(data).fee is None
    assert main(["fee", "sekom", "--place", "Huddinge", "--year", "2025", "--data", str(data)]) == 0
    told = capsys.readouterr().out
    assert told.startswith("okänt\n") and "statsbidrag 2024, som inte är angivna" in told
    app = open_page("overview", utvardering=HUDDINGE).run()
    field = app.text_area(key=key("tax_income"))
    field.set_value("2023: 6 100 000 000\n2024: 6 500 000 000")
    button(app, "Spara det avgifterna räknas på").click().run()
    assert sekom(data).fee == Decimal("2600000.00")
    assert "6\xa0500\xa0000\xa0000\xa0kr (skatteintäkter" in sekom(data).lines[0].basis
    shares = ["fee", "sekom", "--place", "Huddinge", "--year", "2025", "--data", str(data)]
    assert main([*shares, "--tax-income", "6 500 000 000"]) == 0
    assert capsys.readouterr().out == "2600000.00\n"


def test_a_rate_with_its_day_makes_a_foreign_fee_one_in_kronor(
    data: Path, open_page: Opener
) -> None:
    """1 000 euro at 11.45 kronor."""
    with_fee(data, fixed=1000, currency="EUR")
    app = open_page("overview", utvardering=HUDDINGE).run()
    app.text_input(key=key("EUR")).set_value("11,45")
    button(app, "Spara det avgifterna räknas på").click().run()
    assert "Skriv kursens dag." in shown(app) and sekom(data).fee is None
    app.text_input(key=key("EUR-day")).set_value("2025-01-02")
    button(app, "Spara det avgifterna räknas på").click().run()
    assert sekom(data).fee == Decimal("11450.00")
    rate = read_library(data).dossier(HUDDINGE).evaluation.exchange_rates[0]
    assert rate.date == date(2025, 1, 2)


def test_a_row_that_cannot_be_read_is_told_and_nothing_is_saved(
    data: Path, open_page: Opener
) -> None:
    with_fee(data, share=SHARE)
    app = open_page("overview", utvardering=HUDDINGE).run()
    app.text_area(key=key("tax_income")).set_value("6 500 000 000")
    button(app, "Spara det avgifterna räknas på").click().run()
    assert "Raden ”6 500 000 000” går inte att läsa. Skriv till exempel 2024:" in shown(app)
    assert read_library(data).dossier(HUDDINGE).evaluation.municipality.sums == ()


def test_what_somebody_else_has_saved_meanwhile_is_shown_and_not_overwritten(
    data: Path, open_page: Opener
) -> None:
    with_fee(data, share=SHARE)
    app = open_page("overview", utvardering=HUDDINGE).run()
    theirs = ({"of": "tax_income", "year": 2024, "kronor": 1},)
    change = Change(("evaluation", "municipality", "sums"), (), theirs)
    assert isinstance(store_at(data).save(HUDDINGE, None, [change], "anna", "k"), Saved)
    app.text_area(key=key("tax_income")).set_value("2024: 2")
    button(app, "Spara det avgifterna räknas på").click().run()
    (kept,) = read_library(data).dossier(HUDDINGE).evaluation.municipality.sums
    assert kept.kronor == 1
    assert app.text_area(key=key("tax_income")).value == "2024: 2"
    assert "2024: 1" in shown(app)
