"""Evidence is picked or written on Bedömning, saved with the answer, and taken away again."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from components.answers.place import Place
from natverkskollen.model.answer import Evidence
from natverkskollen.store import Change, Failed, YamlStore, memberships_at, read_library
from tests.components.answers.test_saving import JUDGED, button, colleague_saves, on_file, rationale
from tests.components.conftest import Opener, shown


@pytest.fixture
def app(data: Path, open_page: Opener) -> AppTest:
    return with_evidence(open_page)


def with_evidence(open_page: Opener) -> AppTest:
    """Bedömning with the evidence of the judged answer opened, as a click on it does."""
    opened = open_page("scoring", utvardering=JUDGED.evaluation, tema="fokus")
    assert JUDGED.key("uppgift1") not in {each.key for each in opened.radio}, "shut, it is empty"
    opened.session_state[JUDGED.key("belagg")] = True
    return opened.run()


def pick(app: AppTest, data: Path) -> None:
    there = on_file(data, JUDGED).evidence
    facts = read_library(data).networks[JUDGED.network].facts
    unused = next(each.id for each in facts if each.id not in {own.fact for own in there})
    app.radio(key=JUDGED.key(f"uppgift{len(there)}")).set_value(unused).run()
    button(app, "Lägg till uppgiften").click().run()


def test_a_fact_of_the_network_is_picked_and_saved_with_the_answer(
    data: Path, app: AppTest
) -> None:
    before = on_file(data, JUDGED)
    pick(app, data)
    after = on_file(data, JUDGED)
    assert len(after.evidence) == len(before.evidence) + 1 and after.evidence[-1].fact
    assert after.model_copy(update={"evidence": before.evidence}) == before
    assert "Belägg (2)" in [each.label for each in app.expander] and "Sparat " in shown(app)


def test_each_fact_to_pick_stands_with_all_its_words_and_the_list_stays_open(
    data: Path, app: AppTest
) -> None:
    picker = app.radio(key=JUDGED.key("uppgift1"))
    facts = read_library(data).networks[JUDGED.network].facts
    longest = max((fact for fact in facts), key=lambda fact: len(fact.label))
    assert len(longest.label) > 20
    assert any(each.startswith(f"{longest.label}: ") for each in picker.options)
    pick(app, data)
    assert app.radio(key=JUDGED.key("uppgift2")).options, "the list is still open for the next one"


def test_evidence_of_ones_own_has_its_figure_day_document_place_and_quote(
    data: Path, app: AppTest
) -> None:
    app.checkbox(key=JUDGED.key("eget1")).check().run()

    def field(name: str):
        return app.text_input(key=JUDGED.key(f"eget-{name}1"))

    button(app, "Lägg till belägget").click().run()
    assert "Skriv påståendet" in shown(app)
    field("pastaende").set_value("Åtta av tio använder <b>verktyget</b>.")
    field("tal").set_value("8,5")
    field("enhet").set_value("av tio")
    field("per").set_value("2026-03-31")
    document = app.selectbox(key=JUDGED.key("eget-dokument1"))
    document.set_value("utvardering-2025")
    button(app, "Lägg till belägget").click().run()
    assert "Skriv var i dokumentet det står" in shown(app)
    field("plats").set_value("sidan 3")
    field("citat").set_value("8,5 av 10")
    button(app, "Lägg till belägget").click().run()
    own = on_file(data, JUDGED).evidence[-1]
    assert (own.figure, own.unit, own.as_of) == (Decimal("8.5"), "av tio", date(2026, 3, 31))
    assert own.source and own.source.place == "sidan 3" and own.source.quote == "8,5 av 10"
    assert all("<b>verktyget" not in each.value for each in app.get("html"))


def away(app: AppTest, position: int = 0):
    """The button that takes away one piece of evidence of the answer."""
    return [each for each in app.button if each.key.startswith(JUDGED.key("bort"))][position]


def test_evidence_is_taken_away(data: Path, app: AppTest) -> None:
    away(app).click().run()
    assert on_file(data, JUDGED).evidence == ()


def test_a_click_takes_away_what_stood_there_and_not_what_a_colleague_put_in_its_place(
    data: Path, app: AppTest
) -> None:
    (shipped,) = on_file(data, JUDGED).evidence
    theirs = Evidence(claim="Kollegans belägg")
    colleague_saves(data, JUDGED, evidence=(theirs, shipped))
    away(app).click().run()
    assert on_file(data, JUDGED).evidence == (theirs,)


def test_of_two_pieces_of_evidence_alike_the_one_clicked_goes(
    data: Path, open_page: Opener
) -> None:
    twin = Evidence(claim="Sagt två gånger")
    colleague_saves(data, JUDGED, evidence=(twin, twin))
    app = with_evidence(open_page)
    away(app, 1).click().run()
    assert on_file(data, JUDGED).evidence == (twin,)


def test_evidence_added_while_a_colleague_writes_keeps_the_colleagues_words(
    data: Path, app: AppTest
) -> None:
    colleague_saves(data, JUDGED, rationale="Kollegans skäl.")
    pick(app, data)
    assert on_file(data, JUDGED).rationale == "Kollegans skäl."
    assert len(on_file(data, JUDGED).evidence) == 2
    assert rationale(app, JUDGED).value == "Kollegans skäl."


def own(app: AppTest, **typed: str) -> AppTest:
    """Fill in evidence of one's own with a document that is not listed."""
    app.checkbox(key=JUDGED.key("eget1")).check().run()
    app.selectbox(key=JUDGED.key("eget-dokument1")).set_value("+").run()
    filled = {
        "pastaende": "Nio av tio är nöjda.",
        "titel": "Enkät <b>2026</b>",
        "utgivare": "Huddinge kommun",
        "utgivet": "2026-04-02",
        "diarienummer": "KS-2026/12",
        "plats": "sidan 3",
        "citat": "9 av 10 är nöjda",
    }
    for name, value in (filled | typed).items():
        app.text_input(key=JUDGED.key(f"eget-{name}1")).set_value(value)
    return button(app, "Lägg till belägget").click().run()


def test_a_document_that_is_not_listed_is_entered_with_the_evidence(
    data: Path, app: AppTest, open_page: Opener
) -> None:
    before = read_library(data).dossier(JUDGED.evaluation).evaluation.documents
    app = own(app)
    evidence = on_file(data, JUDGED).evidence[-1]
    documents = read_library(data).dossier(JUDGED.evaluation).evaluation.documents
    assert documents[:-1] == before, "those that were there are left alone"
    new = documents[-1]
    assert (new.id, new.title, new.publisher) == (
        "enkat-b-2026-b",
        "Enkät <b>2026</b>",
        "Huddinge kommun",
    )
    assert (new.published, new.diarienummer) == (date(2026, 4, 2), "KS-2026/12")
    assert evidence.source and evidence.source.document == new.id
    assert "”9 av 10 är nöjda” (Enkät <b>2026</b>, sidan 3)" in shown(app)
    assert all("<b>2026" not in each.value for each in app.get("html"))
    sources = shown(open_page("papers", utvardering=JUDGED.evaluation, handling="kallor"))
    assert "Enkät <b>2026</b>, Huddinge kommun, 2026-04-02, KS-2026/12" in sources


def test_the_document_can_be_chosen_in_the_list_the_next_time(data: Path, app: AppTest) -> None:
    app = own(app)
    app.checkbox(key=JUDGED.key("eget2")).check().run()
    choices = app.selectbox(key=JUDGED.key("eget-dokument2")).options
    assert choices[-2:] == [r"Enkät \<b>2026\</b>", "Ett nytt dokument …"]


def test_a_document_that_cannot_be_found_is_refused_and_what_is_typed_stays(
    data: Path, app: AppTest
) -> None:
    count = len(read_library(data).dossier(JUDGED.evaluation).evaluation.documents)
    app = own(app, diarienummer="")
    assert "Skriv diarienummer, webbadress eller var dokumentet finns." in shown(app)
    assert app.text_input(key=JUDGED.key("eget-citat1")).value == "9 av 10 är nöjda"
    assert len(on_file(data, JUDGED).evidence) == 1
    assert len(read_library(data).dossier(JUDGED.evaluation).evaluation.documents) == count


def test_evidence_that_cannot_be_saved_keeps_its_fields_and_offers_no_false_retry(
    data: Path, app: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    """ "Try again" saves the fields above: it would say saved with the evidence still unsaved."""
    full = Failed("det gick inte att skriva (disken är full)", "Ge plats")
    with monkeypatch.context() as broken:
        broken.setattr(YamlStore, "save", lambda *_: full)
        app = own(app)
        assert "Inte sparat: det gick inte att skriva" in shown(app)
        assert "Försök igen" not in [each.label for each in app.button]
    assert app.text_input(key=JUDGED.key("eget-titel1")).value == "Enkät <b>2026</b>"
    button(app, "Lägg till belägget").click().run()
    assert len(on_file(data, JUDGED).evidence) == 2


USE = Place("huddinge-2025", "forvaltningen", "sekom", "anvandning-i-arbetet")


def test_a_line_of_the_log_is_picked_once_and_gives_a_use_its_grade(
    data: Path, open_page: Opener
) -> None:
    line = {"day": "2026-03-12", "what": "möte", "text": "Träff om tal.", "by": "Miljöstrateg"}
    changes = (Change(("membership", "log", "a"), None, line),)
    store = memberships_at(data)
    assert not isinstance(store.save("huddinge-sekom", None, changes, "anna", "k1"), Failed)
    sheet = data / "evaluations/huddinge-2025/answers/forvaltningen.yaml"
    before = on_file(data, USE)
    text = sheet.read_text("utf-8")
    at = text.index("  sekom:")
    place = text.index("anvandning-i-arbetet:", at)
    graded = text.index(f"grade: {before.grade}\n", place)
    sheet.write_text(text[:graded].rstrip(" ") + text[text.index("\n", graded) + 1 :], "utf-8")
    app = open_page("scoring", utvardering=USE.evaluation, tema="strategisk-nytta")
    app.session_state[USE.key("belagg")] = True
    app = app.run()
    picker = app.radio(key=USE.key(f"logg{len(before.evidence)}"))
    assert picker.options == ["Träff om tal."]
    app = picker.set_value("huddinge-sekom/a").run()
    app = button(app, "Lägg till raden ur loggen").click().run()
    assert not app.exception
    after = on_file(data, USE)
    assert after.grade == "A"
    assert after.evidence[-1].claim == "Träff om tal (möte, medlemskapets logg, miljöstrateg)."
    assert after.evidence[-1].as_of == date(2026, 3, 12)
    keys = {each.key for each in app.radio}
    assert USE.key(f"logg{len(after.evidence)}") not in keys, "what is used is not offered again"
