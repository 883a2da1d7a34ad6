"""Two people at the same proposal: the later one is told, and nothing is overwritten unseen."""

from natverkskollen.store import read_library
from tests.components.conftest import shown, unfolded

KEY = "arende/huddinge-2025"
UNSEEN = "Inte sparat. Någon annan har ändrat detta"
MOTIVE, SAVE = f"{KEY}/beslut/sekom/skal", f"{KEY}/beslut/sekom/spara"


def motive(data):
    decisions = read_library(data).dossiers["huddinge-2025"].evaluation.decisions
    return next(each for each in decisions if each.network == "sekom").motive


def propose(app, text):
    app.text_area(key=MOTIVE).set_value(text)
    app.button(key=SAVE).click().run()
    assert not app.exception
    return app


def test_a_colleagues_proposal_is_shown_before_it_is_replaced(data, open_memo):
    mine, theirs = open_memo(), open_memo()
    mine.text_area(key=MOTIVE).set_value("Mitt skäl.").run()
    propose(theirs, "Kollegans skäl.")
    propose(mine, "Mitt skäl.")
    assert motive(data) == "Kollegans skäl."
    assert UNSEEN in shown(mine) and "Kollegans skäl." in shown(mine)
    propose(mine, "Mitt skäl.")
    assert motive(data) == "Mitt skäl."
    assert UNSEEN not in shown(mine)


def test_an_untouched_form_follows_the_file_and_saves_at_once(data, open_memo):
    mine = open_memo()
    propose(open_memo(), "Kollegans skäl.")
    assert mine.run().text_area(key=MOTIVE).value == "Kollegans skäl."
    propose(mine, "Vårt skäl.")
    assert motive(data) == "Vårt skäl."
    propose(mine, "Vårt andra skäl.")
    assert motive(data) == "Vårt andra skäl."


def test_fields_kept_by_the_browser_over_a_restart_are_not_trusted(data, open_memo):
    mine = open_memo()
    propose(open_memo(), "Kollegans skäl.")
    del mine.session_state[f"{KEY}/beslut/sekom/sedd"]  # a new session has shown nothing
    propose(mine, "Gammalt i fliken.")
    assert motive(data) == "Kollegans skäl."
    assert UNSEEN in shown(mine)


def test_a_field_that_an_outcome_asks_for_starts_from_what_is_saved(data, open_memo):
    app = open_memo()
    outcome = app.selectbox(key=f"{KEY}/beslut/sekom/utfall")
    outcome.set_value("continue").run()
    app.selectbox(key=f"{KEY}/beslut/sekom/utfall").set_value("come-back").run()
    assert app.text_input(key=f"{KEY}/beslut/sekom/by").value == "2026-05-30"


def test_a_colleagues_answer_about_children_is_shown_before_it_is_replaced(data, open_memo):
    def answer(app, text):
        app.radio(key=f"{KEY}/barn/svar").set_value("indirekt")
        app.text_area(key=f"{KEY}/barn/skal").set_value(text)
        app.button(key=f"{KEY}/barn/spara").click().run()

    def reason():
        return read_library(data).dossiers["huddinge-2025"].evaluation.case.children.reason

    mine, theirs = open_memo(), open_memo()
    mine.text_area(key=f"{KEY}/barn/skal").set_value("Mitt skäl.").run()
    answer(theirs, "Kollegans skäl.")
    answer(mine, "Mitt skäl.")
    assert UNSEEN in shown(mine) and reason() == "Kollegans skäl."
    answer(mine, "Mitt skäl.")
    assert reason() == "Mitt skäl."


def test_going_to_another_page_and_back_shows_what_is_saved(data, open_memo):
    app = propose(open_memo(), "Mitt skäl.")
    app.switch_page("overview.py").run()
    unfolded(app.switch_page("papers.py").run())
    assert app.text_area(key=MOTIVE).value == "Mitt skäl."
    propose(app, "Mitt andra skäl.")
    assert motive(data) == "Mitt andra skäl."


POINTS = f"{KEY}/beslut/ny"


def decisions(data):
    return read_library(data).dossiers["huddinge-2025"].evaluation.decisions


def test_one_who_is_not_a_member_applies_or_not(data, open_memo):
    app = open_memo()
    app.checkbox(key=f"{KEY}/beslut/sekom/medlem").uncheck().run()
    choices = app.selectbox(key=f"{KEY}/beslut/sekom/utfall").options
    assert choices == [
        "Inget förslag ännu",
        "Avvakta",
        "Ansök om medlemskap",
        "Ansök inte",
        "Avbryt ansökan",
    ]
    app.selectbox(key=f"{KEY}/beslut/sekom/utfall").set_value("apply").run()
    app.button(key=SAVE).click().run()
    assert not app.exception
    evaluation = read_library(data).dossiers["huddinge-2025"].evaluation
    assert not evaluation.membership("sekom").member
    assert evaluation.settling("sekom").outcome == "apply"
    page = shown(app)
    assert "Huddinge kommun ansöker om medlemskap i föreningen Sveriges Ekokommuner" in page
    assert "SEKOM skulle kosta" in page
    levels = shown(open_memo(handling="bilaga-1"))
    assert "Ansök (förslaget)" in levels


def test_a_point_about_the_case_is_added_changed_and_taken_away(data, open_memo):
    app = open_memo()
    app.selectbox(key=f"{POINTS}/utfall").set_value("motion").run()
    app.button(key=f"{POINTS}/spara").click().run()
    assert "Fyll i ”Motionens rubrik”" in " ".join(each.value for each in app.warning)
    for field, text in {"title": "Gå ur SEKOM", "number": "KS-2025/9"}.items():
        app.text_input(key=f"{POINTS}/{field}").set_value(text)
    app.text_area(key=f"{POINTS}/reason").set_value("frågan utreds").run()
    said = (
        "Kommunstyrelsen förklarar motionen ”Gå ur SEKOM” (KS-2025/9) besvarad med hänvisning till "
        "att frågan utreds."
    )
    assert said in shown(app), "the point is shown before it is saved"
    app.button(key=f"{POINTS}/spara").click().run()
    assert not app.exception
    assert [each.outcome for each in decisions(data)][-2:] == ["motion", "close-assignment"]
    assert app.selectbox(key=f"{POINTS}/utfall").value == ""
    mine = f"{KEY}/beslut/punkt-3"
    app.selectbox(key=f"{mine}/answer").set_value("avslås").run()
    app.button(key=f"{mine}/spara").click().run()
    assert decisions(data)[3].answer == "avslås"
    app.selectbox(key=f"{mine}/utfall").set_value("").run()
    app.button(key=f"{mine}/spara").click().run()
    assert "motion" not in [each.outcome for each in decisions(data)]


def test_a_colleagues_point_is_not_taken_away_unseen(data, open_memo):
    mine, theirs = open_memo(), open_memo()
    receive = f"{KEY}/beslut/punkt-0"
    mine.selectbox(key=f"{receive}/utfall").set_value("").run()
    theirs.selectbox(key=f"{receive}/answer").set_value("noteras").run()
    theirs.button(key=f"{receive}/spara").click().run()
    mine.button(key=f"{receive}/spara").click().run()
    assert decisions(data)[0].answer == "noteras"
    assert UNSEEN in shown(mine) and "noteras" in shown(mine)
