"""A membership is filled in on Ärendet, networks are added and taken out, and no words are lost."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from natverkskollen.analysis.scoring import evaluate
from natverkskollen.store import Change, Merged, Saved, read_library, store_at
from tests.components.answers.test_saving import button
from tests.components.conftest import Opener, shown

HUDDINGE = "huddinge-2025"


def key(name: str, network: str = "sekom") -> str:
    return "/".join(("arende", HUDDINGE, "medlemskap", network, name))


@pytest.fixture
def app(data: Path, open_page: Opener) -> AppTest:
    opened = open_page("overview", utvardering=HUDDINGE)
    opened.session_state[key("oppet")] = True
    return opened.run()


def fill(app: AppTest, **typed: str) -> AppTest:
    for name, value in typed.items():
        app.text_input(key=key(name)).set_value(value)
    return app


def membership(data: Path):
    return read_library(data).dossier(HUDDINGE).evaluation.membership("sekom")


def test_what_is_filled_in_counts_in_the_cost(data: Path, app: AppTest) -> None:
    """40 hours at 450 kronor beside the fee of 38 291,20: 56 291,20 a year."""
    assert app.text_input(key=key("since")).value == "1996-06-12"
    fill(app, hours="40", hour="450", hour_basis="lön och avgifter")
    app.text_area(key=key("seats")).set_value("Ledamot i styrelsen\n\nErsättare")
    before = membership(data)
    button(app, "Spara medlemskapet").click().run()
    after = membership(data)
    assert (after.hours_per_year, after.seats) == (40, ("Ledamot i styrelsen", "Ersättare"))
    kept = {"hours_per_year": before.hours_per_year, "seats": before.seats}
    assert after.model_copy(update=kept) == before
    cost = evaluate(read_library(data).dossier(HUDDINGE)).network("sekom").cost
    assert cost.total == Decimal("56291.20")


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"hours": "många"}, "Talet går inte att läsa."),
        ({"hours": "40"}, "Skriv vad en timme kostar."),
        ({"hours": "-1"}, "Talet kan inte vara mindre än noll."),
        ({"paid": "30 000"}, "Skriv fakturans år"),
        ({"paid": "30 000", "paid_year": "2025"}, "Skriv vad beloppet är läst på."),
        ({"since": "1996-13-01"}, "finns inte i kalendern"),
    ],
)
def test_what_is_wrong_stands_below_its_field_and_nothing_is_saved(
    data: Path, app: AppTest, typed: dict[str, str], told: str
) -> None:
    before = membership(data)
    button(fill(app, **typed), "Spara medlemskapet").click().run()
    assert told in shown(app) and "Inte sparat ännu." in shown(app)
    assert membership(data) == before
    assert {n: app.text_input(key=key(n)).value for n in typed} == typed


def colleague(data: Path, network: str, presentation: str) -> None:
    found = store_at(data).get(HUDDINGE)
    old = found.data["evaluation"]["memberships"]  # type: ignore[union-attr]
    new = tuple(
        {**each, "presentation": presentation} if each["network"] == network else each
        for each in old
    )
    change = [Change(("evaluation", "memberships"), old, new)]
    outcome = store_at(data).save(HUDDINGE, None, change, "anna", "k")
    assert isinstance(outcome, (Saved, Merged))


def test_another_membership_changed_meanwhile_keeps_its_change(data: Path, app: AppTest) -> None:
    colleague(data, "klimatkommunerna", "Annas ord.")
    button(fill(app, joined_by="Fullmäktige"), "Spara medlemskapet").click().run()
    assert "Sparat" in shown(app)
    evaluation = read_library(data).dossier(HUDDINGE).evaluation
    assert membership(data).joined_by == "Fullmäktige"
    assert evaluation.membership("klimatkommunerna").presentation == "Annas ord."


def test_the_same_membership_changed_meanwhile_is_told_and_not_overwritten(
    data: Path, app: AppTest
) -> None:
    colleague(data, "sekom", "Annas ord.")
    button(fill(app, joined_by="Fullmäktige"), "Spara medlemskapet").click().run()
    assert "Inte sparat. Någon annan har ändrat detta" in shown(app) and "Annas ord." in shown(app)
    assert (
        membership(data).presentation == "Annas ord."
        and membership(data).joined_by != "Fullmäktige"
    )
    assert app.text_input(key=key("joined_by")).value == "Fullmäktige", "what is typed stays"
    button(app, "Spara medlemskapet").click().run()
    assert membership(data).joined_by == "Fullmäktige", "having seen it, one decides"


def test_a_network_is_added_and_taken_out_again_but_not_one_with_a_proposal(
    data: Path, app: AppTest
) -> None:
    app.selectbox(key=key("network", "nytt")).set_value("geoforum").run()
    app.button(key=key("lagg-till", "nytt")).click().run()
    evaluation = read_library(data).dossier(HUDDINGE).evaluation
    assert [each.network for each in evaluation.memberships][-1] == "geoforum"
    app.session_state[key("oppet", "geoforum")] = True
    app.run()
    app.button(key=key("ta-ut", "geoforum")).click().run()
    evaluation = read_library(data).dossier(HUDDINGE).evaluation
    assert "geoforum" not in [each.network for each in evaluation.memberships]
    app.button(key=key("ta-ut")).click().run()
    assert "Nätverket har ett förslag till beslut." in shown(app)
    assert membership(data)


def test_a_network_with_answers_is_taken_out_shown_and_put_back(
    data: Path, open_page: Opener
) -> None:
    store, path = store_at(data), ("evaluation", "decisions")
    now = store.get(HUDDINGE).data["evaluation"]["decisions"]
    assert isinstance(store.save(HUDDINGE, None, [Change(path, now, None)], "anna", ""), Saved)
    before = read_library(data).dossier(HUDDINGE)
    app = open_page("overview", utvardering=HUDDINGE)
    app.session_state[key("oppet")] = True
    app.run()
    app.button(key=key("ta-ut")).click().run()
    assert not app.exception
    many = len(read_library(data).dossier(HUDDINGE).kept_of("sekom"))
    assert many > 5 and "SEKOM togs ut den" in shown(app) and "räknas inte" in shown(app)
    page = shown(open_page("scoring", utvardering=HUDDINGE))
    assert "Nätverket är uttaget ur utvärderingen." in page
    app.button(key=key("tillbaka")).click().run()
    after = read_library(data).dossier(HUDDINGE)
    assert after.sheets == before.sheets and after.aside == ()
    assert after.evaluation.membership("sekom") == before.evaluation.membership("sekom")
