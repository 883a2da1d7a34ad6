"""Medlemskap: added, changed, logged, followed up, searched and sorted, without a browser."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from natverkskollen.files.data_folder import VARIABLE
from natverkskollen.store import Change, MembershipStore, read_library
from tests.building.register import register_folder
from tests.components.conftest import Opener, shown
from tests.natverkskollen.editing.test_membership_import import listed as listed_in_excel


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    made = register_folder(tmp_path / "data")
    monkeypatch.setenv(VARIABLE, str(made))
    return made


def fill(app: AppTest, prefix: str, **typed: str) -> AppTest:
    for name, text in typed.items():
        areas = [*app.text_input, *app.text_area]
        (field,) = [f for f in areas if f.key.startswith(prefix) and f.key.endswith(name)]
        field.set_value(text)
    return app.run()


def press(app: AppTest, label: str) -> AppTest:
    (button,) = [each for each in app.button if each.label == label]
    app = button.click().run()
    assert not app.exception
    return app


def one(folder: Path, id_: str = "norr"):
    library = read_library(folder)
    assert library.problems == ()
    return library.memberships[id_]


def test_a_line_is_logged_and_the_fields_are_empty_for_the_next(
    folder: Path, open_page: Opener
) -> None:
    app = open_page("memberships", medlemskap="norr")
    prefix = "medlemskap/norr/logg"
    app = press(fill(app, prefix, text="Träff om nyckeltal.", hours="2,5"), "Spara i loggen")
    (line,) = one(folder).log.values()
    assert (line.text, line.what, line.by, str(line.hours)) == (
        "Träff om nyckeltal.",
        "möte",
        "Miljöstrateg",
        "2.5",
    )
    assert "Träff om nyckeltal." in shown(app)
    (again,) = [f for f in app.text_input if f.key.startswith(prefix) and f.key.endswith("text")]
    assert again.value == ""


def test_a_line_that_says_nothing_is_told_below_its_field_and_not_saved(
    folder: Path, open_page: Opener
) -> None:
    app = press(open_page("memberships", medlemskap="norr"), "Spara i loggen")
    assert "Skriv en mening om vad det gav." in shown(app) and not one(folder).log


def test_a_membership_is_changed_and_what_the_form_does_not_ask_for_stays(
    folder: Path, open_page: Opener
) -> None:
    before = one(folder)
    app = open_page("memberships", medlemskap="norr", **{"del": "andra"})
    app = fill(
        app,
        "medlemskap/norr/",
        paid="2024: 33 000\n2025: 38 291,20\n2026: 39 000",
        rule="6 månaders uppsägningstid",
        seats="Ledamot i styrelsen; 2023–2026; förtroendevald\nErsättare; 2027–",
        expectations="Talen används; 2026-12-31; 80\nEtt studiebesök; 2027-06-30; 30",
    )
    assert "går att säga upp när som helst" in shown(app)
    press(app, "Spara medlemskapet")
    after = one(folder)
    assert [(p.year, float(p.amount), p.document) for p in after.paid] == [
        (2024, 33000, None),
        (2025, 38291.2, "faktura-2025"),
        (2026, 39000, None),
    ]
    assert after.notice.rule == "6 månaders uppsägningstid"
    assert [s.role for s in after.seats] == ["Ledamot i styrelsen", "Ersättare"]
    assert [(e.id, e.probability) for e in after.expectations] == [
        ("tal", 80),
        ("ett-studiebesok", 30),
    ]
    assert after.decided_by == before.decided_by and after.owner == before.owner


@pytest.mark.parametrize(
    ("name", "typed", "told"),
    [
        ("rule", "när det passar", "Regeln går inte att läsa. Skriv till exempel: senast 30"),
        ("paid", "fyrtiotusen", "Raden ”fyrtiotusen” går inte att läsa"),
        ("paid", "2026: 1\n2026: 2", "År 2026 står två gånger"),
        ("seats", "Ledamot; i år", "Raden ”Ledamot; i år” går inte att läsa"),
        ("expectations", "Bättre", "Raden ”Bättre” går inte att läsa"),
        ("expectations", "Bättre; 2027-01-01; 130", "hela procent från 0 till 100"),
        ("since", "länge", "Dagen ska vara ett datum"),
    ],
)
def test_what_cannot_be_read_is_told_and_nothing_is_saved(
    folder: Path, open_page: Opener, name: str, typed: str, told: str
) -> None:
    before = (folder / "memberships" / "norr.yaml").read_bytes()
    app = open_page("memberships", medlemskap="norr", **{"del": "andra"})
    app = press(fill(app, "medlemskap/norr/", **{name: typed}), "Spara medlemskapet")
    assert told in shown(app)
    assert (folder / "memberships" / "norr.yaml").read_bytes() == before


def test_what_a_colleague_has_changed_is_told_and_not_overwritten(
    folder: Path, open_page: Opener
) -> None:
    app = open_page("memberships", medlemskap="norr", **{"del": "andra"})
    app = fill(app, "medlemskap/norr/", purpose="Mitt syfte")
    change = Change(("membership", "purpose"), "Jämförelsetal och erfarenheter i ekologi", "Hennes")
    MembershipStore(folder).save("norr", None, (change,), "anna", "k")
    app = press(app, "Spara medlemskapet")
    assert one(folder).purpose == "Hennes"
    assert "Hennes" in shown(app) and "Någon annan har ändrat" in shown(app)
    press(app, "Spara medlemskapet")
    assert one(folder).purpose == "Mitt syfte"


def test_a_membership_is_added_for_a_network_without_one(folder: Path, open_page: Opener) -> None:
    (folder / "memberships" / "soder.yaml").unlink()
    app = open_page("memberships", medlemskap="nytt")
    (network,) = [each for each in app.selectbox if each.key == "medlemskap/nytt/network"]
    assert network.options == ["Nätverket soder"]
    network.set_value("soder")
    press(fill(app, "medlemskap/nytt/", paid="2026: 5 000"), "Lägg till medlemskapet")
    assert float(one(folder, "soder").paid[0].amount) == 5000
    found = MembershipStore(folder).history("soder")
    assert isinstance(found, tuple) and len(found) == 1


def test_the_four_questions_are_saved_for_their_year(folder: Path, open_page: Opener) -> None:
    app = open_page("memberships", medlemskap="norr", ar="2025", **{"del": "uppfoljning"})
    prefix = "medlemskap/norr/uppfoljning-2025"
    for name, answer in (("used", "ofta"), ("proposal", "utvärdera")):
        (field,) = [r for r in app.radio if r.key == f"{prefix}-{name}"]
        field.set_value(answer)
    app = fill(app, prefix, gave="Två nya åtgärder.", by="Miljöstrateg")
    press(app, "Spara uppföljningen")
    told = one(folder).follow_ups[2025]
    assert (told.used, told.gave, told.proposal, told.by) == (
        "ofta",
        "Två nya åtgärder.",
        "utvärdera",
        "Miljöstrateg",
    )
    app = press(
        open_page("memberships", medlemskap="soder", ar="2025", **{"del": "uppfoljning"}),
        "Spara uppföljningen",
    )
    assert "Välj hur mycket medlemskapet har använts." in shown(app)


def test_a_membership_is_not_asked_about_a_year_before_it_began(
    folder: Path, open_page: Opener
) -> None:
    def asked() -> str:
        app = open_page("memberships", medlemskap="norr", **{"del": "uppfoljning"})
        return shown(app)

    year = date.today().year
    assert f"Loggen {year - 1}: inget i loggen." in asked()
    path = folder / "memberships" / "norr.yaml"
    path.write_text(path.read_text("utf-8").replace("since: 1996", f"since: {year}"), "utf-8")
    assert f"Loggen {year}: inget i loggen." in asked()


def test_an_expectation_whose_day_has_come_is_asked_about(folder: Path, open_page: Opener) -> None:
    path = folder / "memberships" / "norr.yaml"
    path.write_text(path.read_text("utf-8").replace("by: 2026-12-31", "by: 2025-12-31"), "utf-8")
    app = open_page("memberships", medlemskap="norr", ar="2025", **{"del": "uppfoljning"})
    (asked,) = [r for r in app.radio if r.label.startswith("Blev det så?")]
    app = asked.set_value("delvis").run()
    press(app, "Spara svaret")
    (each,) = one(folder).expectations
    assert each.came == "delvis" and each.told and each.told >= date(2026, 1, 1)


def listed(app: AppTest) -> str:
    return shown(app).split("Läge ")[-1]


def test_the_list_is_searched_and_sorted(folder: Path, open_page: Opener) -> None:
    app = open_page("memberships")
    assert listed(app).index("norr strategisk") < listed(app).index("soder")
    by_use = open_page("memberships", ordning="anvandning")
    MembershipStore(folder).save(
        "soder",
        None,
        (Change(("membership", "log", "a"), None, LINE),),
        "anna",
        "k",
    )
    assert listed(by_use.run()).index("soder") < listed(by_use).index("norr strategisk")
    (search,) = [f for f in app.text_input if f.label == "Sök"]
    page = listed(search.set_value("miljöstrategi 1234").run())
    assert "norr strategisk" in page and "soder" not in page
    assert "Inget medlemskap passar in på ”finns inte”." in shown(
        search.set_value("finns inte").run()
    )


LINE = {"day": f"{date.today()}", "what": "möte", "text": "Träff.", "by": "Ekolog"}


def test_a_list_in_excel_is_shown_and_then_saved(folder: Path, open_page: Opener) -> None:
    app = open_page("memberships")
    app.session_state["medlemskap//excel"] = True
    app = app.run()
    (upload,) = app.file_uploader
    book = listed_in_excel([["Organisation", "Årsavgift 2026"], ["norr", 41000], ["vaster", 1]])
    app = upload.set_value(("lista.xlsx", book, "application/vnd.ms-excel")).run()
    assert not app.exception
    assert "2026: 41000" in shown(app) and "Nätverket finns inte i programmet." in shown(app)
    assert len(one(folder).paid) == 2, "shown is not saved"
    press(app, "Spara ett\u00a0medlemskap i registret")
    assert float(one(folder).paid[-1].amount) == 41000


def test_the_columns_of_a_list_are_pointed_out_where_their_names_say_nothing(
    folder: Path, open_page: Opener
) -> None:
    app = open_page("memberships")
    app.session_state["medlemskap//excel"] = True
    app = app.run()
    (upload,) = app.file_uploader
    rows = [["Vi stödjer", "Summa", "Vem"], ["norr", 41000, "Ekolog"]]
    app = upload.set_value(("lista.xlsx", listed_in_excel(rows), "application/vnd.ms-excel")).run()
    assert not app.exception and "Peka ut kolumnen med nätverkens namn." in shown(app)
    for column, at in (("network", 0), ("paid", 1), ("role", 2)):
        chosen = next(each for each in app.selectbox if each.key.endswith(f"-{column}"))
        app = chosen.set_value(at).run()
    year = next(each for each in app.text_input if "Fakturans år" in each.label)
    app = year.set_value("2025").run()
    assert "2025: 41000" in shown(app) and "Ekolog" in shown(app)
    press(app, "Spara ett\u00a0medlemskap i registret")
    assert [float(each.amount) for each in one(folder).paid if each.year == 2025] == [41000]
    assert one(folder).owner.role == "Ekolog"


def test_what_the_rule_gives_for_us_and_for_those_like_us(data: Path, open_page: Opener) -> None:
    where = {"kommun": "Huddinge kommun", "medlemskap": "huddinge-sekom", "del": "ar-for-ar"}
    app = open_page("memberships", utvardering="huddinge-2025", **where)
    page = shown(app).replace("\u00a0", " ")
    assert not app.exception and "Huddinge kommun betalar 38 291,20 kr om året" in page
    assert "Uträknad avgift per år" in page and page.count("kommun ") >= 5


def test_who_of_those_like_us_are_members_stands_beside_what_they_would_pay(
    data: Path, open_page: Opener
) -> None:
    like = read_library(data).reference.similar_to("0126")
    path = data / "networks" / "sekom.yaml"
    path.write_text(
        f"{path.read_text('utf-8')}\nmembers:\n  as_of: 2024-12-31\n"
        f"  names: [Huddinge, {like[0].name}, {like[2].name}]\n"
        "  source: {document: verksamhetsberattelse-2024, place: Sida 3, quote: Medlemmar}\n",
        "utf-8",
    )
    where = {"kommun": "Huddinge kommun", "medlemskap": "huddinge-sekom", "del": "ar-for-ar"}
    app = open_page("memberships", utvardering="huddinge-2025", **where)
    page = shown(app).replace("\u00a0", " ")
    assert not app.exception and "Medlem den 31 december 2024" in page
    start = page.index("Medlem den 31 december 2024")
    told = re.findall(r"(\S+ (?:kommun|stad|Stad)) [\d ]+,\d\d kr (ja|nej)", page[start:])
    assert "Medlemmarna står i Verksamhetsberättelse 2024, sida 3." in page
    assert told == [(each.called, "ja" if at in (0, 2) else "nej") for at, each in enumerate(like)]


def test_a_fee_that_cannot_be_counted_is_told_in_one_sentence(
    data: Path, open_page: Opener
) -> None:
    where = {"kommun": "Exempelby kommun", "medlemskap": "exempelby-kommunnatverket"}
    app = open_page(
        "memberships", utvardering="exempel-vastra-gotaland", **where, **{"del": "ar-for-ar"}
    )
    told = "Det går inte att räkna ut vad Exempelby kommun betalar om året: beloppen saknas i"
    assert not app.exception and told in shown(app) and "okänt" not in shown(app)


HOSTILE = "<b>x</b> **y** $z$ :red[w] =1+1"


def test_every_part_stands_when_the_network_is_gone_and_texts_are_shown_as_typed(
    folder: Path, open_page: Opener
) -> None:
    (folder / "networks" / "norr.yaml").unlink()
    path = folder / "memberships" / "norr.yaml"
    line = f"{{day: 2026-01-02, what: möte, text: '{HOSTILE}', by: '{HOSTILE}'}}"
    text = path.read_text("utf-8").replace("Talen används", f"'{HOSTILE}'")
    path.write_text(f"{text}log: {{a: {line}}}\n", "utf-8")
    assert not open_page("memberships").exception
    for part in ("logg", "ar-for-ar", "uppfoljning", "utvarderingar", "uppgifter", "andra"):
        app = open_page("memberships", medlemskap="norr", **{"del": part})
        assert not app.exception, part
        if part == "logg":
            assert app.html and "<b>x</b>" not in "".join(str(each.proto.body) for each in app.html)
            assert HOSTILE in shown(app)
