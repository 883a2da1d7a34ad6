"""Rewriting a section of the memo: every section, both ways, never over somebody else's text."""

import re

import pytest

from natverkskollen.output.papers.section_text import EDITABLE
from natverkskollen.output.papers.template import MemoTemplate
from natverkskollen.store import read_library
from natverkskollen.swedish.signs import HARD
from tests.components.conftest import shown

KEY = "arende/huddinge-2025/avsnitt"
CLASH = "Din text och den sparade texten skiljer sig åt"
UNSAVED = "Det du har skrivit är inte sparat än."


def texts(data):
    saved = read_library(data).dossiers["huddinge-2025"].evaluation.memo_texts
    return {section: each.text for section, each in saved.items()}


def area(app, section="ovriga"):
    return app.text_area(key=f"{KEY}/{section}/text")


def click(app, button, section="ovriga"):
    app.button(key=f"{KEY}/{section}/{button}").click().run()
    assert not app.exception
    return app


def rewrite(app, text, section="ovriga"):
    area(app, section).set_value(text).run()
    assert UNSAVED in shown(app)
    click(app, "spara", section)
    assert re.search(r"Sparat \d\d:\d\d", shown(app))
    return app


def new_ground(data):
    """The legal assessment of the case is entered: our text about the law is another."""
    path = data / "evaluations" / "huddinge-2025" / "evaluation.yaml"
    text = path.read_text("utf-8")
    assert text.count("\n  method:") == 1
    path.write_text(text.replace("\n  method:", "\n  legal: Ny bedömning.\n  method:"), "utf-8")


def test_every_section_is_rewritten_and_fetched_anew(data, open_memo):
    app = open_memo()
    for section in (each for each in EDITABLE if each in MemoTemplate().kept):
        ours = area(app, section).value
        assert ours, section
        rewrite(app, f"Min text om {section}.", section)
        assert texts(data) == {section: f"Min text om {section}."}
        assert f"Avsnittet är skrivet för hand. Min text om {section}." in shown(app)
        assert UNSAVED not in shown(app)
        click(app, "hamta", section)
        assert texts(data) == {}
        assert area(app, section).value == ours
        assert "skrivet för hand" not in shown(app)


def test_a_new_ground_shows_the_difference_and_leaves_the_text(data, open_memo):
    app = rewrite(open_memo(), "Min juridik.")
    assert "Programmets text har ändrats" not in shown(app)
    new_ground(data)
    app.run()
    assert "Programmets text har ändrats sedan du skrev om avsnittet" in shown(app)
    assert "Bara i din text Min juridik." in shown(app)
    assert "Bara i den nya texten Ny bedömning." in shown(app)
    assert texts(data) == {"ovriga": "Min juridik."}
    click(app, "hamta")
    assert area(app).value.startswith("Ny bedömning.")
    assert "Programmets text har ändrats" not in shown(app)


def test_an_untouched_field_follows_the_ground_and_a_touched_one_says_so(data, open_memo):
    untouched, touched = open_memo(), open_memo()
    area(touched).set_value("Min juridik.").run()
    new_ground(data)
    assert area(untouched.run()).value.startswith("Ny bedömning.")
    click(touched, "spara")
    assert texts(data) == {"ovriga": "Min juridik."}
    assert "Programmets text har ändrats sedan du skrev om avsnittet" in shown(touched)


def test_a_text_like_ours_is_no_rewriting(data, open_memo):
    app = open_memo()
    ours = area(app).value
    rewrite(app, "Min juridik.")
    rewrite(app, f"{ours}\n")
    assert texts(data) == {}


def test_a_colleagues_text_is_never_overwritten_unseen(data, open_memo):
    mine, theirs = open_memo(), open_memo()
    area(mine).set_value("Min juridik.").run()
    rewrite(theirs, "Kollegans juridik.")
    click(mine, "spara")
    assert texts(data) == {"ovriga": "Kollegans juridik."}
    said = shown(mine)
    assert CLASH in said and "Den är sparad i dag kl." in said
    assert "Bara i din text Min juridik." in said
    assert "Bara i den sparade texten Kollegans juridik." in said


@pytest.mark.parametrize(
    ("choice", "kept"), [("mitt", "Min juridik."), ("deras", "Kollegans juridik.")]
)
def test_the_person_chooses_between_two_texts(data, open_memo, choice, kept):
    mine, theirs = open_memo(), open_memo()
    area(mine).set_value("Min juridik.").run()
    rewrite(theirs, "Kollegans juridik.")
    click(click(mine, "spara"), choice)
    assert texts(data) == {"ovriga": kept}
    assert area(mine).value == kept
    assert CLASH not in shown(mine) and UNSAVED not in shown(mine)


def test_my_text_can_be_changed_while_i_choose_and_is_then_the_one_that_is_saved(data, open_memo):
    mine, theirs = open_memo(), open_memo()
    area(mine).set_value("Min juridik.").run()
    rewrite(theirs, "Kollegans juridik.")
    click(mine, "spara")
    assert area(mine).value == "Min juridik."
    area(mine).set_value("Min juridik och kollegans.").run()
    assert CLASH in shown(mine) and "Bara i din text Min juridik och kollegans." in shown(mine)
    assert texts(data) == {"ovriga": "Kollegans juridik."}
    click(mine, "mitt")
    assert texts(data) == {"ovriga": "Min juridik och kollegans."}
    assert area(mine).value == "Min juridik och kollegans."


def test_a_third_text_is_a_clash_of_its_own(data, open_memo):
    mine, theirs = open_memo(), open_memo()
    area(mine).set_value("Min juridik.").run()
    rewrite(theirs, "Kollegans juridik.")
    click(mine, "spara")
    rewrite(theirs, "Kollegans tredje text.")
    click(mine, "mitt")
    assert texts(data) == {"ovriga": "Kollegans tredje text."}
    assert CLASH in shown(mine) and "Kollegans tredje text." in shown(mine)
    click(mine, "mitt")
    assert texts(data) == {"ovriga": "Min juridik."}


def test_what_is_pasted_while_one_chooses_is_cleaned_as_in_any_field(data, open_memo):
    mine, theirs = open_memo(), open_memo()
    area(mine).set_value("Min juridik.").run()
    rewrite(theirs, "Kollegans juridik.")
    click(mine, "spara")
    area(mine).set_value("Rad\x0btvå").run()
    click(mine, "mitt")
    assert texts(data) == {"ovriga": "Rad\ntvå"}


def test_a_text_that_is_told_not_to_fit_is_not_saved(data, open_memo):
    long, told = "Rad\x0b" + "x" * 20_000, "högst 20 000 ryms i fältet"
    mine, theirs = open_memo(), open_memo()
    area(mine).set_value(long).run()
    click(mine, "spara")
    assert told in shown(mine).replace(HARD, " ") and texts(data) == {}
    area(mine).set_value("Min juridik.").run()
    rewrite(theirs, "Kollegans juridik.")
    click(mine, "spara")
    area(mine).set_value(long).run()
    click(mine, "mitt")
    assert told in shown(mine).replace(HARD, " ") and CLASH in shown(mine)
    assert texts(data) == {"ovriga": "Kollegans juridik."}
    assert area(mine).value == long, "what was written stands"


def test_fetching_ours_never_throws_away_a_colleagues_newer_text(data, open_memo):
    mine = rewrite(open_memo(), "Min juridik.")
    theirs = rewrite(open_memo(), "Kollegans juridik.")
    assert area(theirs).value == "Kollegans juridik."
    area(mine).set_value("Min andra juridik.").run()
    click(mine, "hamta")
    assert CLASH in shown(mine)
    assert texts(data) == {"ovriga": "Kollegans juridik."}


def test_an_untouched_field_follows_a_colleagues_text(data, open_memo):
    mine = open_memo()
    rewrite(open_memo(), "Kollegans juridik.")
    assert area(mine.run()).value == "Kollegans juridik."
    rewrite(mine, "Vår juridik.")
    assert texts(data) == {"ovriga": "Vår juridik."}


def test_a_field_kept_by_the_browser_over_a_restart_is_compared_and_not_trusted(data, open_memo):
    mine = open_memo()
    rewrite(open_memo(), "Kollegans juridik.")
    del mine.session_state[f"{KEY}/ovriga/sedd"]  # a new session has shown nothing
    area(mine).set_value("Gammal text i fliken.")
    click(mine, "spara")
    assert CLASH in shown(mine)
    assert texts(data) == {"ovriga": "Kollegans juridik."}


def test_our_own_text_kept_by_the_browser_over_a_restart_gives_way(data, open_memo):
    mine = open_memo()
    ours = area(mine).value
    rewrite(open_memo(), "Kollegans juridik.")
    del mine.session_state[f"{KEY}/ovriga/sedd"]
    area(mine).set_value(ours).run()
    assert area(mine).value == "Kollegans juridik."
    assert UNSAVED not in shown(mine)


def test_what_is_typed_and_not_saved_is_still_there_after_another_page(data, open_memo):
    app = open_memo()
    area(app).set_value("Halvfärdig text.").run()
    app.switch_page("overview.py").run()
    app.switch_page("papers.py").run()
    assert area(app).value == "Halvfärdig text."
    assert UNSAVED in shown(app)
    assert texts(data) == {}
    click(app, "spara")
    assert texts(data) == {"ovriga": "Halvfärdig text."}
