"""Writing and leaving: what is written is saved while one writes, and no way out goes back.

The processor of the browser is slowed down six times: it is then that Streamlit sends the field
after the click that left it (docs/beslut/0020). So it was in the replay ui-leave-with-unsent-text.
"""

from __future__ import annotations

import os
import re
import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from random import Random

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.building.many import many_networks_folder
from tests.e2e.conftest import ServedApp, new_page, serve
from tests.e2e.proxy import Cable
from tests.e2e.walking import choose_in_menu, lost, once, settle, visit
from tests.thorough import FIGURES, FULL

EVALUATION = "exempel-vastra-gotaland"
SLOWER = 6
_SLICE = 0.01  # seconds that a slowed server runs before it is stopped
LEAVINGS = 200
PLACE = {"utvardering": EVALUATION, "bedomare": "miljostrateg", "visa": "lista"}


# Whether the page says at any time that something is not saved yet.
_WATCH = """() => {
  window.wrote = false;
  const html = document.documentElement;
  new MutationObserver(() => { window.wrote ||= html.hasAttribute("data-nk-writing"); })
    .observe(html, {attributes: true});
}"""

# How many bytes the first message is that has all the words.
_SENT = """(words) => {
  const { send } = WebSocket.prototype;
  const first = { size: 0 };
  WebSocket.prototype.send = function (data) {
    send.call(this, data);
    if (new TextDecoder().decode(data).includes(words)) first.size ||= data.byteLength;
  };
  return first;
}"""


@pytest.fixture(scope="module")
def browser(launch: Callable[..., Browser]) -> Iterator[Browser]:
    """A browser whose pages each have a process of their own, that ends when they are closed."""
    browser = launch()
    yield browser
    browser.close()


@pytest.fixture(scope="module")
def window(browser: Browser) -> Iterator[BrowserContext]:
    """One window for every test here."""
    page = new_page(browser)
    yield page.context
    page.context.close()


def slow(page: Page) -> None:
    cdp = page.context.new_cdp_session(page)
    cdp.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})


def rationale(page: Page, number: int = 0):
    return page.locator("textarea:not([disabled])").nth(number)


def write(page: Page, words: str, number: int = 0) -> None:
    area = rationale(page, number)
    area.click()
    area.press("Control+End")
    area.press_sequentially(words)


def answers(app: ServedApp, evaluation: str = EVALUATION) -> str:
    folder = app.data / "evaluations" / evaluation / "answers"
    return "".join(path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.yaml")))


def on_disk(app: ServedApp, words: str, evaluation: str = EVALUATION, told: str = "") -> None:
    """Wait until the words stand in an answer file."""
    try:
        once(lambda: answers(app, evaluation), lambda text: words in text)
    except AssertionError:
        pytest.fail(f"{words!r} was never saved ({told})")


def to_the_menu(page: Page) -> None:
    link = page.get_by_role("navigation").get_by_role("link", name="Historik")
    link.click(delay=50)
    expect(page.locator("h1").first).to_have_text("Historik")
    settle(page)
    expect(page.locator("h1").first).to_have_text("Historik")


def to_another_theme(page: Page) -> None:
    page.get_by_text("Kostnad och arbetstid", exact=True).click()
    expect(page.get_by_role("heading", name="Arbetstid", exact=True)).to_be_visible()
    settle(page)
    expect(page.get_by_role("heading", name="Arbetstid", exact=True)).to_be_visible()


def to_another_evaluation(page: Page) -> None:
    page.get_by_role("combobox", name="Utvärdering").click()
    page.get_by_role("option", name=re.compile("Huddinge")).click()
    expect(page).to_have_url(re.compile("huddinge"))
    settle(page)
    expect(page).to_have_url(re.compile("huddinge"))


@pytest.mark.parametrize(
    "leave", [to_the_menu, to_another_theme, to_another_evaluation] if FULL else [to_the_menu]
)
def test_whoever_leaves_right_after_typing_gets_there_and_loses_nothing(
    leave: Callable[[Page], None], page: Page, served_app: ServedApp
) -> None:
    for turn in range(3 if FULL else 1):
        visit(page, served_app, "Bedömning", **PLACE, tema="fokus")
        slow(page)
        words = f" Lämnat {turn}."
        write(page, words, turn)
        leave(page)
        on_disk(served_app, words.strip())


_GROUND = "(at) => getComputedStyle(at).backgroundColor"


def test_what_is_written_is_saved_while_one_writes_and_never_put_right_under_the_hands(
    page: Page, served_app: ServedApp
) -> None:
    """A pause after a space: the file has no space at the end, and the field keeps its own."""
    visit(page, served_app, "Bedömning", **PLACE)
    area = rationale(page)
    line = page.locator(".nk-line")
    write(page, " Första ")
    on_disk(served_app, "Första")
    expect(line).to_have_text(re.compile(r"Alla ändringar är sparade \d\d:\d\d"))
    paper = page.locator(".nk-levels").first.evaluate(_GROUND)
    assert line.locator("span").evaluate(_GROUND) == paper, "it is read across what is under it"
    expect(page.locator("html[data-nk-writing]")).to_have_count(0)
    page.evaluate(_WATCH)
    area.press_sequentially("andra ")
    on_disk(served_app, "Första andra")
    assert page.evaluate("window.wrote"), "the page said all along that all was saved"
    area.press_sequentially("tredje.")
    on_disk(served_app, "Första andra tredje.")
    settle(page)
    expect(area).to_have_value(re.compile(r" Första andra tredje\.$"))
    expect(area).to_be_focused()


# A browser that draws for seconds lets the time that a script asked for wait, Streamlit's, too.
_STARVED = """const set = setTimeout;
  const waits = (delay) => window.starved && (!delay || delay === 600) ? 60000 : delay;
  window.setTimeout = (work, delay, ...more) => set(work, waits(delay), ...more);"""


@pytest.mark.parametrize("urgent", [True, False])
def test_a_browser_busy_drawing_sends_what_is_written_all_the_same(
    urgent: bool, page: Page, served_app: ServedApp
) -> None:
    """At the latest with the next key, also in browsers that have no urgent tasks."""
    page.add_init_script(_STARVED + ("" if urgent else "delete window.scheduler;"))
    visit(page, served_app, "Bedömning", **PLACE)
    page.evaluate("window.starved = true")
    write(page, " Medan det ritas")
    if not urgent:
        page.wait_for_timeout(900)
        page.keyboard.type(".")
    on_disk(served_app, "Medan det ritas")


def test_a_browser_busy_drawing_sends_what_is_written_in_a_form_too(
    page: Page, served_app: ServedApp
) -> None:
    """The fields of a form are Streamlit's own, and are read a moment later than the program's."""
    page.add_init_script(_STARVED)
    with closing(Cable(served_app.port)) as wire:
        visit(page, served_app.at(wire.port), "Papper", utvardering=EVALUATION)
        page.get_by_text("Barnets bästa", exact=True).last.click()
        page.get_by_role("textbox", name="Skäl").click()
        page.evaluate("window.starved = true")
        give_to_the_network(page, wire, "Skrivet medan det ritas")


def test_a_cut_in_the_middle_of_a_sentence_loses_nothing(page: Page, served_app: ServedApp) -> None:
    with closing(Cable(served_app.port)) as wire:
        visit(page, served_app.at(wire.port), "Bedömning", **PLACE)
        wire.hold()
        write(page, " Skrivet just före avbrottet.")
        wire.cut()
        lost(page)
        page.keyboard.type(" Och under det.")  # the field is still there to write in
        expect(page.locator("html[data-nk-writing]")).to_have_count(1)
        page.wait_for_timeout(1000)
        assert "just före avbrottet" not in answers(served_app)
        wire.mend()
        on_disk(served_app, "Och under det.")
        assert "just före avbrottet" in answers(served_app)
        expect(page.locator("html[data-nk-writing]")).to_have_count(0)
        expect(rationale(page)).to_have_value(re.compile("före avbrottet. Och under det."))


def test_a_level_chosen_while_the_server_is_lost_is_saved_when_it_is_back(
    page: Page, served_app: ServedApp
) -> None:
    with closing(Cable(served_app.port)) as wire:
        visit(page, served_app.at(wire.port), "Bedömning", **PLACE)
        before = answers(served_app)
        wire.hold()
        wire.cut()
        lost(page)
        levels = page.locator(".nk-given-levels").first.locator("label")
        levels.filter(has=page.locator("input:not(:checked)")).first.click()
        expect(page.locator("html[data-nk-writing]")).to_have_count(1)
        wire.mend()
        once(lambda: answers(served_app), lambda now: now != before)
        expect(page.locator("html[data-nk-writing]")).to_have_count(0)


@pytest.mark.parametrize("way", ["reload", "back", "close"] if FULL else ["back"])
def test_a_second_after_the_last_letter_all_is_kept_whatever_is_done_to_the_page(
    way: str, browser: Browser, served_app: ServedApp
) -> None:
    page = new_page(browser)
    visit(page, served_app, "Översikt", utvardering=EVALUATION)
    choose_in_menu(page, "Bedömning")
    write(page, f" Kvar efter {way}.")
    on_disk(served_app, f"Kvar efter {way}.")
    if way == "close":
        page.close()
    elif way == "reload":
        page.reload()
        expect(rationale(page)).to_have_value(re.compile("Kvar efter reload"))
    else:
        page.go_back()
        expect(page.locator("h1").first).to_have_text("Översikt")
    assert f"Kvar efter {way}." in answers(served_app)
    page.context.close()


def test_what_the_server_has_not_begun_to_read_is_saved_when_the_page_is_closed(
    browser: Browser, served_app: ServedApp
) -> None:
    """The server is busy: the texts and that the page has gone come to it in the same moment."""
    page = new_page(browser)
    with closing(Cable(served_app.port)) as wire:
        visit(page, served_app.at(wire.port), "Bedömning", **PLACE)
        rationale(page).click()
        os.kill(served_app.pid, signal.SIGSTOP)
        try:
            give_to_the_network(page, wire, " Skickat först.")
            give_to_the_network(page, wire, " Skickat sist.")
            page.close()
        finally:
            os.kill(served_app.pid, signal.SIGCONT)
        on_disk(served_app, "Skickat sist.")
    page.context.close()


def test_what_the_server_has_not_begun_to_read_is_saved_when_one_goes_back(
    page: Page, served_app: ServedApp
) -> None:
    """Streamlit reads the page that one went back to in the place of what was sent before."""
    with closing(Cable(served_app.port)) as wire:
        visit(page, served_app.at(wire.port), "Översikt", utvardering=EVALUATION)
        choose_in_menu(page, "Bedömning")
        rationale(page).click()
        os.kill(served_app.pid, signal.SIGSTOP)
        try:
            give_to_the_network(page, wire, " Skickat först.")
            give_to_the_network(page, wire, " Skickat sist.")
            carried = wire.carried
            page.go_back(wait_until="commit")
            once(lambda: wire.carried, lambda now: now > carried)
        finally:
            os.kill(served_app.pid, signal.SIGCONT)
        on_disk(served_app, "Skickat sist.")
        expect(page.locator("h1").first).to_have_text("Översikt")


def give_to_the_network(page: Page, wire: Cable, words: str) -> None:
    """Write in the field one is in until the browser cannot take the words with it any more."""
    carried, first = wire.carried, page.evaluate_handle(_SENT, words.strip())
    page.keyboard.type(words)
    size = page.wait_for_function("(first) => first.size", arg=first).json_value()
    once(lambda: wire.carried, lambda now: now >= carried + size)


@contextmanager
def slowed(process: int, times: int) -> Iterator[None]:
    """The process runs so many times slower: it is stopped the rest of every few milliseconds."""
    over = threading.Event()

    def hold() -> None:
        while times > 1 and not over.wait(_SLICE):
            os.kill(process, signal.SIGSTOP)
            over.wait(_SLICE * (times - 1))
            os.kill(process, signal.SIGCONT)

    holder = threading.Thread(target=hold)
    holder.start()
    try:
        yield
    finally:
        over.set()
        holder.join()


# `make robust` leaves in every way; `make test` in enough of them to notice a mistake.
if FULL:

    def test_two_hundred_leavings_lose_nothing_and_none_is_thrown_back(
        browser: Browser, tmp_path: Path
    ) -> None:
        """Every way out, right after typing, with slow computers, servers and networks: what was
        written more than a second before is on disk, and where the way out is the
        program's own, every letter."""
        chance = Random(2027)
        ids: dict[str, int] = {}

        def prepare(data: Path) -> None:
            for networks, assessors in ((2, 1), (3, 3), (5, 2), (8, 1), (12, 3)):
                ids[many_networks_folder(data, networks, assessors)] = assessors

        with serve(tmp_path, prepare=prepare) as app:
            port = app.port
            wires = [Cable(port, delay) for delay in (0.0, 0.05, 0.2)]
            for turn in range(LEAVINGS):
                case = chance.choice(list(ids))
                who = f"bedomare-{chance.randrange(ids[case])}"
                way = chance.choice(("menu", "theme", "tab", "back", "reload", "close"))
                wire, rate = chance.choice(wires), chance.choice((1, 3, 6))
                slower = chance.choice((1, 4))
                page = new_page(browser)
                through = app.at(wire.port)
                visit(page, through, "Översikt", utvardering=case)
                visit(page, through, "Bedömning", utvardering=case, bedomare=who)
                cdp = page.context.new_cdp_session(page)
                cdp.send("Emulation.setCPUThrottlingRate", {"rate": rate})
                with slowed(app.pid, slower):
                    write(page, f" Först{turn}.", chance.randrange(2))
                    time.sleep(1.0)
                    page.keyboard.type(f" Sedan{turn}.")
                    _leave(page, way)
                told = f"{turn}: {way}, {case}, {rate} times slower, server {slower}"
                words = [f"Först{turn}."]
                words += [f"Sedan{turn}."] if way in ("menu", "theme", "tab") else []
                for each in words:
                    on_disk(app, each, case, told)
                page.context.close()
                FIGURES["leavings"] += 1
            for wire in wires:
                wire.close()

    def _leave(page: Page, way: str) -> None:
        if way == "menu":
            to_the_menu(page)
        elif way == "theme":
            page.get_by_text("Kostnad", exact=True).first.click(delay=50)
            expect(page.get_by_role("heading", name="Kostnad", exact=True)).to_be_visible()
            settle(page)
            expect(page.get_by_role("heading", name="Kostnad", exact=True)).to_be_visible()
        elif way == "tab":
            page.context.new_page().bring_to_front()
        elif way == "back":
            page.go_back()
        elif way == "reload":
            page.reload()
        else:
            page.close()

    def test_letters_typed_while_a_save_is_under_way_stay(
        page: Page, served_app: ServedApp
    ) -> None:
        visit(page, served_app, "Bedömning", **PLACE)
        slow(page)
        area = rationale(page)
        write(page, " ")
        words = "Medan det sparas skriver man vidare, ett ord i taget, och inget försvinner."
        area.press_sequentially(words, delay=60)
        expect(area).to_have_value(re.compile(re.escape(words) + "$"))
        on_disk(served_app, "inget försvinner.")

    def test_a_text_for_the_paper_that_is_left_at_once_stands_there_on_return(
        page: Page, served_app: ServedApp
    ) -> None:
        visit(page, served_app, "Papper", utvardering=EVALUATION)
        page.get_by_text("Barnets bästa", exact=True).last.click()
        reason = page.get_by_role("textbox", name="Skäl")
        slow(page)
        reason.click()
        reason.press_sequentially("Ett skäl som lämnas.")
        to_the_menu(page)
        page.get_by_role("navigation").get_by_role("link", name="Papper").click(delay=50)
        expect(page.locator("h1").first).to_have_text("Papper")
        settle(page)
        # Open by itself, as something in it is not saved.
        expect(page.get_by_role("textbox", name="Skäl")).to_have_value("Ett skäl som lämnas.")
