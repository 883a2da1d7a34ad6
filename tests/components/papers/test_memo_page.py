"""Tjänsteskrivelse: the official proposes, answers about children and rewrites, and it is kept."""

import pytest

from natverkskollen.store import read_library
from tests.components.conftest import shown, unfolded

KEY = "arende/huddinge-2025"


def evaluation(data):
    return read_library(data).dossiers["huddinge-2025"].evaluation


def opened(open_page, **parameters):
    app = unfolded(open_page("papers", utvardering="huddinge-2025", **parameters))
    assert not app.exception
    return app


@pytest.mark.parametrize(
    ("template", "words"),
    [
        ("huddinge", "Kommunstyrelsens beslut"),
        ("kungsbacka-stil", "Förslag till beslut i kommunstyrelsen"),
        ("att-satser", "att Huddinge kommun ska fortsätta att vara medlem"),
    ],
)
def test_the_text_follows_the_chosen_template_and_and_every_paper_can_be_downloaded(
    data, open_page, template, words
):
    app = opened(open_page, mall=template)
    assert words in shown(app)
    labels = [button.proto.label for button in app.get("download_button")]
    assert labels == [
        "Ladda ner tjänsteskrivelsen",
        "Bilaga 1",
        "Bilaga 2",
        "Källor och citat",
        "Alla handlingar",
        "Allt som Excel",
    ]


MONEY = {"amount": "38 291", "year": "2027", "from": "avgiften", "to": "klimatet"}


def test_a_proposal_is_entered_and_stands_in_the_text(data, open_page):
    app = opened(open_page)
    app.selectbox(key=f"{KEY}/beslut/sekom/utfall").set_value("leave").run()
    assert "Resultatet är ”avvakta”" in shown(app)
    app.button(key=f"{KEY}/beslut/sekom/spara").click().run()
    assert "Fyll i ”Sista dag som medlem”" in " ".join(each.value for each in app.warning)
    app.text_input(key=f"{KEY}/beslut/sekom/from_date").set_value("2026-12-31")
    app.text_area(key=f"{KEY}/beslut/sekom/avvikelse").set_value("Avgiften behövs till annat.")
    for field, text in MONEY.items():
        app.text_input(key=f"{KEY}/beslut/sekom/money_{field}").set_value(text)
    app.button(key=f"{KEY}/beslut/sekom/spara").click().run()
    saved = next(each for each in evaluation(data).decisions if each.network == "sekom")
    assert (saved.outcome, saved.by, saved.from_date.isoformat()) == ("leave", None, "2026-12-31")
    text = shown(app).replace("\u00a0", " ")
    assert "utträde ur föreningen Sveriges Ekokommuner (SEKOM). Medlemskapet upphör den 31" in text
    assert "omfördelar 38 291 kronor per år från och med 2027 från avgiften till klimatet." in text
    assert "Avgiften behövs till annat." in text


def test_the_question_about_children_is_answered_by_a_person(data, open_page):
    app = opened(open_page)
    assert "Fyll i: om ärendet berör barn, och hur." in shown(app)
    app.radio(key=f"{KEY}/barn/svar").set_value("indirekt")
    app.button(key=f"{KEY}/barn/spara").click().run()
    assert evaluation(data).case.children is None
    app.text_area(key=f"{KEY}/barn/skal").set_value("Skolorna använder materialet.")
    app.button(key=f"{KEY}/barn/spara").click().run()
    assert evaluation(data).case.children.affected == "indirekt"
    assert "Ärendet berör barn indirekt. Skolorna använder materialet." in shown(app)


def test_a_final_evaluation_can_be_read_but_not_changed(data, open_page):
    path = data / "evaluations" / "huddinge-2025" / "evaluation.yaml"
    path.write_text(path.read_text("utf-8").replace("status: draft", "status: final"), "utf-8")
    app = opened(open_page)
    assert "går att läsa men inte att ändra" in shown(app)
    assert not app.text_area


def test_a_template_that_cannot_be_used_is_told_on_the_page(data, open_page):
    (data / "templates" / "huddinge.docx").write_bytes(b"trasig")
    assert "inget Word-dokument" in shown(opened(open_page))


def test_what_is_written_as_oneself_is_shown_beside_the_length(data, open_page):
    assert "i tredje person" not in shown(opened(open_page))
    file = data / "evaluations/huddinge-2025/evaluation.yaml"
    follow_up = "Förvaltningen återkommer till kommunstyrelsen"
    text = file.read_text(encoding="utf-8")
    assert text.count(follow_up) == 1
    file.write_text(text.replace(follow_up, "Vi återkommer till kommunstyrelsen"), encoding="utf-8")
    page = shown(opened(open_page))
    hint = page[page.index("Meningar att skriva i tredje person") :]
    assert "Vi återkommer till kommunstyrelsen" in hint
