"""A new revision of the criteria, on the pages: told, previewed, gone over to, and back."""

from decimal import Decimal
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from natverkskollen.analysis.scoring import evaluate
from natverkskollen.model.answer import Answer
from natverkskollen.store import Conflict, read_library, save_answer, store_at
from tests.building.folders import ready_for_final
from tests.components.answers.given import AnswerField
from tests.components.answers.test_saving import JUDGED, button, colleague_saves
from tests.components.conftest import Opener, shown
from tests.components.evaluation.test_life import made_final
from tests.components.shell.test_pages import told
from tests.pages import FILES

ID = "huddinge-2025"
GONE = "Kriteriet finns inte längre i version 2027-03. Svaret finns kvar men räknas inte."
KEPT = "Båda nätverken svarar exempelvis på remisser från olika myndigheter."


def revise(data: Path) -> None:
    """One criterion gets another id, one is taken away, one level text and one limit change."""
    path = data / "criteria" / "natverksmedlemskap.yaml"
    text = path.read_text("utf-8")
    start, end = text.index("      - id: paverkan\n"), text.index("      - id: ar-som-medlem\n")
    text = text[:start] + text[end:]
    for old, new in (
        ('revision: "2027-01"', 'revision: "2027-03"'),
        (
            "- id: tillganglighet\n",
            "- id: lattillganglighet\n        earlier_ids: [tillganglighet]\n",
        ),
        ("1: Används inte\n", "1: Används aldrig\n"),
        ("keep_from: 60 ", "keep_from: 72 "),
    ):
        assert old in text
        text = text.replace(old, new)
    path.write_text(text, "utf-8")


@pytest.fixture
def changed(data: Path) -> Path:
    """The evaluation has been saved in the app, and then the criteria were revised."""
    colleague_saves(data, JUDGED, rationale="Stämmer väl.")
    revise(data)
    return data


def opened(open_page: Opener, file: str = "closing", **more: str) -> AppTest:
    app = open_page(file, utvardering=ID, **more)
    assert not app.exception
    return app


def fill(app: AppTest) -> AppTest:
    app.text_input(key=f"arende/{ID}/utgava/vem").set_value("Miljöstrateg")
    return app.text_area(key=f"arende/{ID}/utgava/varfor").set_value("Nya mål.").run()


def gone_over(open_page: Opener) -> AppTest:
    app = button(fill(opened(open_page)), "Byt till version 2027-03").click().run()
    assert not app.exception
    return app


def test_nothing_is_said_while_the_criteria_are_the_same(data: Path, open_page: Opener) -> None:
    assert "Ny version" not in shown(opened(open_page))
    assert "Nu finns version" not in " ".join(
        w.value for w in opened(open_page, "overview").warning
    )


def test_the_start_page_tells_and_shows_the_way_and_still_counts_as_before(
    changed: Path, open_page: Opener
) -> None:
    app = opened(open_page, "overview")
    assert "Nu finns version 2027-03" in app.warning[0].value.replace("\\", "")
    links = [link.proto.label for link in app.get("page_link")]
    assert "Se vad den nya versionen betyder på sidan Klar" in links
    assert "Klimatkommunerna: fortsätt" in shown(app)
    assert GONE not in shown(opened(open_page, "scoring"))


def test_the_preview_has_the_groups_and_the_result_before_and_after(
    changed: Path, open_page: Opener
) -> None:
    page = told(opened(open_page))
    for words in (
        "Utvärderingen är bedömd med version 2027-01. Nu finns version 2027-03.",
        "Ändrade: ett~kriterium, två~svar",
        "Användning i det löpande arbetet Två~svar Nivåtexterna har ändrats: se över svaret.",
        "Har bytt id: ett~kriterium, ett~svar",
        "Ett~svar, förut tillganglighet Svaren följer med till det nya namnet.",
        "Finns inte längre: ett~kriterium, två~svar",
        "Tyngd och påverkan Två~svar Svaren finns kvar men räknas inte.",
        "Gränsen för fortsätt eller ansök är 72. Förut var den 60.",
        "Klimatkommunerna Fortsätt, 73 av 100 Avvakta, 70 av 100 Ändras",
    ):
        assert words in page


def test_going_over_asks_who_and_why(changed: Path, open_page: Opener) -> None:
    app = button(opened(open_page), "Byt till version 2027-03").click().run()
    assert "Skriv vilken roll som byter version och varför" in shown(app)
    assert read_library(changed).dossier(ID).criteria.revision == "2027-01"


def test_gone_over_no_answer_is_lost_and_what_does_not_count_is_shown_apart(
    changed: Path, open_page: Opener
) -> None:
    before = read_library(changed).dossier(ID)
    gone_over(open_page)
    library = read_library(changed)
    assert library.problems == ()
    now = library.dossier(ID)
    given = [a for s in before.sheets.values() for n in s.answers.values() for a in n.values()]
    after = [a for s in now.sheets.values() for n in s.answers.values() for a in n.values()]
    after += [each.answer for each in now.aside]
    assert len(given) == len(after) and all(answer in after for answer in given)
    assert [n.verdict for n in evaluate(now).networks] == ["come-back", "come-back"]
    page = shown(opened(open_page, "scoring"))
    assert "Svar som inte räknas" in page and GONE in page and KEPT in page
    assert GONE in shown(opened(open_page, "papers", handling="bilaga-1"))
    assert "Från version 2027-01 till 2027-03: Nya mål." in shown(opened(open_page, "history"))
    for file in FILES:
        opened(open_page, file)


def test_the_kept_answer_is_faded_on_bedom(changed: Path, open_page: Opener) -> None:
    gone_over(open_page)
    faded = [e.value for e in opened(open_page, "scoring").get("html") if "nk-faded" in e.value]
    assert sum(KEPT in each for each in faded) == 2, "one per network"


def test_bedom_saves_under_the_new_id_afterwards(changed: Path, open_page: Opener) -> None:
    gone_over(open_page)
    app = opened(open_page, "scoring", tema="strategisk-nytta")
    key = f"svar/{ID}/forvaltningen/klimatkommunerna/lattillganglighet/rationale"
    assert AnswerField(app, key).value, "the answer came along"
    AnswerField(app, key).set_value("Fortfarande lätt.").run()
    now = read_library(changed).dossier(ID)
    given = now.sheets["forvaltningen"].answers["klimatkommunerna"]
    assert given["lattillganglighet"].rationale == "Fortfarande lätt."
    assert "tillganglighet" not in given and len(now.aside) == 2


def test_somebody_who_saved_after_the_preview_makes_it_look_again(
    changed: Path, open_page: Opener
) -> None:
    app = fill(opened(open_page))
    colleague_saves(changed, JUDGED, rationale="Kollegans skäl.")
    button(app, "Byt till version 2027-03").click().run()
    assert "har ändrats sedan du öppnade den" in shown(app)
    assert read_library(changed).dossier(ID).criteria.revision == "2027-01"


def test_criteria_edited_under_an_open_preview_are_previewed_anew(
    changed: Path, open_page: Opener
) -> None:
    app = fill(opened(open_page))
    path = changed / "criteria" / "natverksmedlemskap.yaml"
    path.write_text(path.read_text("utf-8").replace("keep_from: 72", "keep_from: 80"), "utf-8")
    button(app, "Byt till version 2027-03").click().run()
    assert "Gränsen för fortsätt eller ansök är 80." in shown(app)
    assert read_library(changed).dossier(ID).criteria.revision == "2027-01"


def test_the_way_back_brings_everything_back(changed: Path, open_page: Opener) -> None:
    before = store_at(changed).get(ID)
    app = gone_over(open_page)
    app.checkbox(key=f"arende/{ID}/utgava/tillbaka").check().run()
    assert "Inget annat har ändrats sedan dess." in shown(app)
    button(app, "Gå tillbaka").click().run()
    assert not app.exception
    assert store_at(changed).get(ID).hash == before.hash
    assert "Ny version av kriterierna" in shown(app), "it can be gone over to again"


def test_the_way_back_tells_what_else_is_taken_back_and_waits_for_who_saved_meanwhile(
    changed: Path, open_page: Opener
) -> None:
    app = gone_over(open_page)
    colleague_saves(changed, JUDGED, rationale="Efter övergången.")
    app.checkbox(key=f"arende/{ID}/utgava/tillbaka").check().run()
    assert "En senare ändring tas då också tillbaka." in told(app).replace("~", " ")
    colleague_saves(changed, JUDGED, rationale="Ännu senare.")
    button(app, "Gå tillbaka").click().run()
    assert "har ändrats sedan du öppnade den" in shown(app)
    assert read_library(changed).dossier(ID).criteria.revision == "2027-03"


def test_a_final_evaluation_stays_on_its_criteria_and_says_so(
    data: Path, open_page: Opener
) -> None:
    ready_for_final(data)
    made_final(open_page)
    revise(data)
    app = opened(open_page)
    assert "behåller de kriterier den gjordes med" in shown(app)
    assert not [each for each in app.button if each.label.startswith("Byt till")]
    assert "Filerna har ändrats sedan" not in shown(app), "the seal holds"
    assert "Klimatkommunerna: fortsätt" in shown(opened(open_page, "overview"))


def test_without_a_copy_the_pages_open_and_what_is_gone_is_faded(
    data: Path, open_page: Opener
) -> None:
    revise(data)
    for file in FILES:
        opened(open_page, file)
    assert GONE in shown(opened(open_page, "scoring"))
    assert "ingen kopia av version 2027-01" in shown(opened(open_page))
    gone_over(open_page)
    assert read_library(data).dossier(ID).revised is None


def test_a_conflict_about_an_answer_that_no_longer_fits_shows_both(
    data: Path, open_page: Opener
) -> None:
    """Without a copy a 5 may lie in the file when the steps are four: nobody writes over it."""
    path = data / "criteria" / "natverksmedlemskap.yaml"
    text = path.read_text("utf-8").replace('revision: "2027-01"', 'revision: "2027-03"')
    rows = [row for row in text.splitlines() if not row.strip().startswith("5: ")]
    text = "\n".join(rows).replace("scale: {min: 1, max: 5}", "scale: {min: 1, max: 4}")
    path.write_text(text + "\n", "utf-8")
    library = read_library(data)
    assert library.problems == ()
    found = library.dossier(ID)
    unfit = [each for each in found.aside if each.why == "changed"]
    assert unfit, "somebody has answered with the fifth step"
    each = unfit[0]
    mine = Answer(score=Decimal(2), rationale="Nytt.")
    outcome = save_answer(data, ID, each.assessor, each.network, each.criterion, Answer(), mine)
    assert isinstance(outcome, Conflict), "what lies in the file is somebody's answer"
    opened(open_page, "scoring")
    assert each in read_library(data).dossier(ID).aside
