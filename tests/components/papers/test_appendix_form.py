"""Choosing what bilaga 1 holds: saved, printed so, and never over what somebody else has chosen."""

from natverkskollen.store import read_library
from tests.components.conftest import shown

KEY = "arende/huddinge-2025/bilaga-1"


def left_out(data):
    return read_library(data).dossiers["huddinge-2025"].evaluation.appendix_without


def press(app):
    app.button(key=f"{KEY}/spara").click().run()
    assert not app.exception
    return app


def test_what_is_ticked_off_is_left_out_and_comes_back(data, open_memo):
    app = open_memo(handling="bilaga-1")
    assert "Alternativ för SEKOM" in shown(app)
    for part in ("alternatives", "reasons"):
        app.checkbox(key=f"{KEY}/{part}").uncheck().run()
    assert left_out(data) == ()
    press(app)
    assert left_out(data) == ("reasons", "alternatives")
    assert "Alternativ för SEKOM" not in shown(app)
    again = open_memo(handling="bilaga-1")
    assert [b.value for b in again.checkbox if b.key.startswith(KEY)] == [True, True, False, False]
    for part in ("alternatives", "reasons"):
        again.checkbox(key=f"{KEY}/{part}").check().run()
    press(again)
    assert left_out(data) == ()
    text = (data / "evaluations/huddinge-2025/evaluation.yaml").read_text("utf-8")
    assert "appendix_without" not in text


def test_what_a_colleague_has_chosen_meanwhile_is_told_before_it_is_replaced(data, open_memo):
    mine, theirs = open_memo(handling="bilaga-1"), open_memo(handling="bilaga-1")
    theirs.checkbox(key=f"{KEY}/chart").uncheck().run()
    press(theirs)
    mine.checkbox(key=f"{KEY}/matrix").uncheck().run()
    press(mine)
    assert left_out(data) == ("chart",)
    assert "diagrammet" in shown(mine)
    press(mine)
    assert left_out(data) == ("matrix",)


def test_only_bilaga_1_has_the_choice(data, open_memo):
    assert not [b for b in open_memo(handling="bilaga-2").checkbox if b.key.startswith(KEY)]
