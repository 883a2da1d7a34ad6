"""Who changed an answer, when, from what to what; and two clicks back to what it was."""

from pathlib import Path

from natverkskollen.store import Change, store_at
from tests.components.answers.test_saving import JUDGED, button, on_file, rationale, score
from tests.components.conftest import Opener, shown


def opened(open_page: Opener):
    return open_page("scoring", utvardering=JUDGED.evaluation, tema="fokus")


def unfolded(app):
    app.session_state[JUDGED.key("historik")] = True
    return app.run()


def test_an_answer_tells_who_changed_it_from_what_to_what(data: Path, open_page: Opener) -> None:
    before = on_file(data, JUDGED).rationale
    app = opened(open_page)
    assert before and "Ändringar av svaret" not in shown(app), "nothing has happened yet"
    rationale(app, JUDGED).set_value("Nytt skäl.").run()
    score(app, JUDGED).set_value(4).run()
    assert "Historik (1)" in [each.label for each in app.expander], "one sitting"
    assert "Ändringar av svaret" not in shown(app), "it is drawn for whoever opens it"
    page = shown(unfolded(app))
    assert "Förvaltningen" in page and "i dag kl. " in page
    assert "Nytt skäl." in page and before in page


def test_an_answer_is_restored_in_two_clicks_as_a_new_version(
    data: Path, open_page: Opener
) -> None:
    before = on_file(data, JUDGED)
    app = opened(open_page)
    rationale(app, JUDGED).set_value("Nytt skäl.").run()
    store = store_at(data)
    versions = len(store.history(JUDGED.evaluation))
    choice = unfolded(app).selectbox(key=JUDGED.key("tidigare"))
    choice.set_value(versions - 1).run()
    button(app, "Återställ").click().run()
    assert not app.exception
    assert on_file(data, JUDGED) == before
    assert rationale(app, JUDGED).value == before.rationale
    history = store.history(JUDGED.evaluation)
    assert len(history) == versions + 1 and history[-1].kind == "restore"
    assert "Historik (2)" in [each.label for each in app.expander]
    assert "Ändringar av svaret" in shown(app), "it stays open though its label is another"


def test_the_page_lists_every_change_in_words(data: Path, open_page: Opener) -> None:
    app = opened(open_page)
    rationale(app, JUDGED).set_value("Nytt <b>skäl</b>.").run()
    score(app, JUDGED).set_value(4).run()
    app = open_page("history", utvardering=JUDGED.evaluation)
    assert not app.exception
    page = shown(app)
    assert "Motiveringen: Förvaltningen" in page
    assert "Svaret: Förvaltningen" in page and "SEKOM, Relevans för kommunens utmaningar" in page
    assert "Nytt <b>skäl</b>." in page
    assert all("<b>skäl" not in each.value for each in app.get("html"))
    assert "Historiken börjar" in page


def test_a_history_that_somebody_has_changed_is_told_where_one_begins(
    data: Path, open_page: Opener
) -> None:
    store = store_at(data)
    title = store.get(JUDGED.evaluation).data["evaluation"]["title"]
    store.save(JUDGED.evaluation, 0, [Change(("evaluation", "title"), title, "Nu")], "anna", "k")
    journal = data / "evaluations" / JUDGED.evaluation / "history.jsonl"
    journal.write_bytes(journal.read_bytes().replace(b"anna", b"anka"))
    page = open_page("overview", utvardering=JUDGED.evaluation)
    (told,) = [each.value for each in page.error]
    assert "history.jsonl, rad 1: raden är ändrad efter att den skrevs" in told
    assert "går inget att spara i utvärderingen" in told
    assert "Klimatkommunerna: fortsätt" in shown(page), "what is on file is shown all the same"


def test_older_changes_are_asked_for_so_that_the_page_stays_short(
    data: Path, open_page: Opener
) -> None:
    store = store_at(data)
    title = ("evaluation", "title")
    for at in range(35):
        now = store.get(JUDGED.evaluation)
        before = now.data["evaluation"]["title"]
        change = Change(title, before, f"Namn {at}")
        store.save(JUDGED.evaluation, now.version, [change], f"person-{at}", f"nyckel-{at}")
    app = open_page("history", utvardering=JUDGED.evaluation)
    assert "Namn 34" in shown(app) and "Namn 3 " not in shown(app)
    app = button(app, "Visa äldre ändringar").click().run()
    assert "Namn 3 " in shown(app) and "Visa äldre ändringar" not in [b.label for b in app.button]
