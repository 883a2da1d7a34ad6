"""No old value in a browser ever overwrites a newer one: six ways in which a tab falls behind."""

from pathlib import Path

from playwright.sync_api import Page, expect

from natverkskollen.model.answer import Answer
from natverkskollen.store import Merged, Saved, save_answer
from tests.e2e.conftest import ServedApp, serve
from tests.e2e.proxy import Cable
from tests.e2e.walking import (
    ASSESSOR,
    HUDDINGE,
    choose_in_menu,
    field,
    on_file,
    saved,
    settle,
    steps,
    visit,
    write_rationale,
    written,
)

CLASH = "Ditt svar och svaret i filen skiljer sig åt"
MINE, OTHER, THIRD = "bredd", "relevans-for-utmaningar", "kompetensutbud"
# When the page has sent what was written.
_WENT = """() => {
  const { send } = WebSocket.prototype;
  WebSocket.prototype.send = function (data) {
    send.call(this, data);
    if (new TextDecoder().decode(data).includes("Mitt skäl")) window.went = true;
  };
}"""


# What the server sends comes to the page when it is let through, all in its order.
_HOLD_BACK = """() => {
  const listen = WebSocket.prototype.addEventListener;
  window.letThrough = null;
  const waiting = [];
  WebSocket.prototype.addEventListener = function (kind, hear, ...more) {
    if (kind !== "message") return listen.call(this, kind, hear, ...more);
    listen.call(this, kind, (event) => {
      if (window.held) waiting.push(() => hear(event));
      else hear(event);
    }, ...more);
  };
  window.holdBack = () => { window.held = true; };
  window.letThrough = () => {
    window.held = false;
    for (const each of waiting.splice(0)) each();
  };
}"""


def colleague_saves(data: Path, criterion: str, **changes: object) -> None:
    """Somebody at another screen gives the answer another value."""
    there = on_file(data, criterion)
    theirs = Answer(**{**dict(there), **changes})
    outcome = save_answer(data, HUDDINGE, ASSESSOR, "sekom", criterion, there, theirs)
    assert isinstance(outcome, (Saved, Merged))


def area(page: Page, criterion: str):
    return field(page, criterion, "rationale").locator("textarea")


def fall_behind(page: Page, data: Path) -> None:
    """Save something, so that there is a history, and leave the tab to a busy colleague."""
    write_rationale(page, MINE, "Mitt första skäl.")
    saved(page)
    settle(page)


def meanwhile(data: Path) -> None:
    colleague_saves(data, MINE, rationale="Kollegans skäl.")
    colleague_saves(data, OTHER, rationale="Kollegans andra skäl.")


def comes_back(page: Page, data: Path) -> None:
    """The first thing the tab does again is to answer where nobody else has written."""
    expect(area(page, THIRD)).to_be_enabled()
    write_rationale(page, THIRD, "Mitt skäl efter avbrottet.")
    expect(area(page, MINE)).to_have_value("Kollegans skäl.")
    expect(area(page, OTHER)).to_have_value("Kollegans andra skäl.")
    expect(area(page, THIRD)).to_have_value("Mitt skäl efter avbrottet.")
    saved(page)
    written(data, THIRD, rationale="Mitt skäl efter avbrottet.")
    settle(page)
    assert on_file(data, MINE).rationale == "Kollegans skäl."
    assert on_file(data, OTHER).rationale == "Kollegans andra skäl."
    expect(page.get_by_text(CLASH)).to_have_count(0)


def both_texts(page: Page, data: Path) -> None:
    """The same answer changed on both sides: both texts, and nothing written."""
    expect(page.get_by_text(CLASH)).to_be_visible()
    expect(page.get_by_role("paragraph").filter(has_text="Kollegans skäl.")).to_be_visible()
    expect(page.get_by_role("paragraph").filter(has_text="Mitt skäl om samma sak.")).to_be_visible()
    assert on_file(data, MINE).rationale == "Kollegans skäl."


def clashes(page: Page, data: Path) -> None:
    """Both texts, who and when."""
    both_texts(page, data)
    expect(page.get_by_text("Sparat av Förvaltningen")).to_be_visible()


def test_a_restart_of_the_server_lets_only_what_i_changed_through(
    page: Page, tmp_path: Path
) -> None:
    with serve(tmp_path) as before:
        visit(page, before, "Bedömning", utvardering=HUDDINGE)
        fall_behind(page, before.data)
    meanwhile(before.data)
    with serve(tmp_path, before.port) as after:
        comes_back(page, after.data)


def test_a_restart_of_the_server_shows_both_texts_where_both_wrote(
    page: Page, tmp_path: Path
) -> None:
    with serve(tmp_path) as before:
        visit(page, before, "Bedömning", utvardering=HUDDINGE)
        fall_behind(page, before.data)
    meanwhile(before.data)
    with serve(tmp_path, before.port) as after:
        expect(area(page, MINE)).to_be_enabled()
        write_rationale(page, MINE, "Mitt skäl om samma sak.")
        clashes(page, after.data)
        assert on_file(after.data, OTHER).rationale == "Kollegans andra skäl."
        page.get_by_role("button", name="Spara mitt svar").click()
        written(after.data, MINE, rationale="Mitt skäl om samma sak.")
        expect(area(page, MINE)).to_have_value("Mitt skäl om samma sak.")


def test_a_restart_of_the_server_chooses_for_nobody(page: Page, tmp_path: Path) -> None:
    with serve(tmp_path) as before:
        visit(page, before, "Bedömning", utvardering=HUDDINGE)
        fall_behind(page, before.data)
        meanwhile(before.data)
        write_rationale(page, MINE, "Mitt skäl om samma sak.")
        clashes(page, before.data)
        settle(page)
    with serve(tmp_path, before.port) as after:
        write_rationale(page, THIRD, "Mitt skäl efter omstarten.")
        written(after.data, THIRD, rationale="Mitt skäl efter omstarten.")
        settle(page)
        both_texts(page, after.data)
        page.get_by_role("button", name="Behåll svaret i filen").click()
        expect(area(page, MINE)).to_have_value("Kollegans skäl.")
        settle(page)
        assert on_file(after.data, MINE).rationale == "Kollegans skäl."


def test_a_cut_longer_than_the_session_lets_only_what_i_changed_through(
    page: Page, tmp_path: Path
) -> None:
    with serve(tmp_path, None, "--server.disconnectedSessionTTL", "1") as served:
        cable = Cable(served.port)
        try:
            visit(page, served.at(cable.port), "Bedömning", utvardering=HUDDINGE)
            fall_behind(page, served.data)
            cable.cut()
            meanwhile(served.data)
            page.wait_for_timeout(3_000)  # the server forgets a session after one second
            cable.mend()
            comes_back(page, served.data)
        finally:
            cable.close()


def test_two_tabs_of_one_person_never_overwrite_each_other(
    page: Page, served_app: ServedApp
) -> None:
    visit(page, served_app, "Bedömning", utvardering=HUDDINGE)
    fall_behind(page, served_app.data)
    other = page.context.new_page()
    visit(other, served_app, "Bedömning", utvardering=HUDDINGE)
    write_rationale(other, MINE, "Kollegans skäl.")
    saved(other)
    steps(page, "Relevans för kommunens utmaningar", "SEKOM").get_by_text("4 –").click()
    expect(area(page, MINE)).to_have_value("Kollegans skäl.")
    written(served_app.data, OTHER, score=4)
    settle(page)
    assert on_file(served_app.data, MINE).rationale == "Kollegans skäl."


def test_a_restart_does_not_take_back_a_colleagues_words_that_had_come(
    page: Page, tmp_path: Path
) -> None:
    """What the page sent last of the answer is older than what it shows of it."""
    with serve(tmp_path) as before:
        visit(page, before, "Bedömning", utvardering=HUDDINGE)
        write_rationale(page, MINE, "Mitt första skäl.")
        written(before.data, MINE, rationale="Mitt första skäl.")
        colleague_saves(before.data, MINE, rationale="Kollegans skäl.")
        write_rationale(page, THIRD, "Mitt andra.")
        expect(area(page, MINE)).to_have_value("Kollegans skäl.")
        written(before.data, THIRD, rationale="Mitt andra.")
        settle(page)
    with serve(tmp_path, before.port) as after:
        write_rationale(page, THIRD, "Mitt skäl efter omstarten.")
        written(after.data, THIRD, rationale="Mitt skäl efter omstarten.")
        settle(page)
        assert on_file(after.data, MINE).rationale == "Kollegans skäl."
        assert page.get_by_text(CLASH).count() == 0


def test_what_is_written_while_a_clash_is_on_its_way_is_in_it(
    page: Page, served_app: ServedApp
) -> None:
    visit(page, served_app, "Bedömning", utvardering=HUDDINGE)
    colleague_saves(served_app.data, MINE, rationale="Kollegans skäl.")
    page.evaluate(_WENT)
    area(page, MINE).click()
    page.keyboard.press("Control+A")
    page.keyboard.type("Mitt skäl")
    page.wait_for_function("window.went")
    page.keyboard.type(" och mer")
    expect(page.get_by_text(CLASH)).to_be_visible()
    expect(page.get_by_text("Mitt skäl och mer")).to_be_visible()
    assert on_file(served_app.data, MINE).rationale == "Kollegans skäl."


def test_a_colleagues_words_that_come_after_mine_are_sent_do_not_take_their_place(
    page: Page, served_app: ServedApp
) -> None:
    page.add_init_script(f"({_HOLD_BACK})()")
    visit(page, served_app, "Bedömning", utvardering=HUDDINGE)
    fall_behind(page, served_app.data)
    meanwhile(served_app.data)
    page.evaluate("holdBack()")
    write_rationale(page, THIRD, "Mitt andra.")
    written(served_app.data, THIRD, rationale="Mitt andra.")
    write_rationale(page, MINE, "Mitt skäl om samma sak.")
    page.evaluate("letThrough()")
    clashes(page, served_app.data)
    settle(page)
    clashes(page, served_app.data)


def test_two_people_in_the_same_answer_see_both_texts_who_and_when(
    page: Page, served_app: ServedApp
) -> None:
    visit(page, served_app, "Bedömning", utvardering=HUDDINGE)
    fall_behind(page, served_app.data)
    meanwhile(served_app.data)
    write_rationale(page, MINE, "Mitt skäl om samma sak.")
    clashes(page, served_app.data)
    heads = [page.get_by_role("heading", name=each) for each in ("Ditt svar", "Svaret i filen")]
    mine, theirs = (each.bounding_box() for each in heads)
    assert mine and theirs
    assert mine["x"] == theirs["x"] and mine["y"] < theirs["y"], "one text below the other"


def test_back_shows_what_is_saved_and_overwrites_nothing(page: Page, served_app: ServedApp) -> None:
    visit(page, served_app, "Översikt", utvardering=HUDDINGE)
    choose_in_menu(page, "Bedömning")
    fall_behind(page, served_app.data)
    choose_in_menu(page, "Resultat")
    meanwhile(served_app.data)
    page.go_back()
    expect(page.locator("h1").first).to_have_text("Bedömning")
    settle(page)
    comes_back(page, served_app.data)


def test_saving_leaves_no_step_behind_for_back_to_go_through(
    page: Page, served_app: ServedApp
) -> None:
    visit(page, served_app, "Bedömning", utvardering=HUDDINGE)
    length = page.evaluate("history.length")
    for number in range(3):
        write_rationale(page, MINE, f"Skäl nummer {number}.")
        saved(page)
        settle(page)
    assert page.evaluate("history.length") == length


def test_a_reload_shows_what_is_saved_and_overwrites_nothing(
    page: Page, served_app: ServedApp
) -> None:
    visit(page, served_app, "Bedömning", utvardering=HUDDINGE)
    fall_behind(page, served_app.data)
    meanwhile(served_app.data)
    page.reload()
    settle(page)
    comes_back(page, served_app.data)
