"""What a person does at the screen: opens a page, answers, and waits until the page has settled."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from playwright.sync_api import Locator, Page, TimeoutError, expect

from components.shell.addresses import START
from natverkskollen.model.answer import Answer
from natverkskollen.store import read_library
from tests.e2e.conftest import ANSWER_MILLISECONDS, ServedApp
from tests.pages import PAGES, address

HUDDINGE = "huddinge-2025"
T = TypeVar("T")
PATHS = {title: path for _, title, path in PAGES}
ASSESSOR = "forvaltningen"
# What keeps the page busy, or nothing. What was stale fades back: until it has, its text is too
# pale to read. A page that is not a test's (benchmarks, pictures) knows of no answers.
_BUSY = """() => {
  const app = document.querySelector("[data-testid='stApp']");
  const moving = document.getAnimations().filter((each) => each.playState === "running"
    && each.effect?.getComputedTiming().iterations !== Infinity);
  return Object.entries({
    "no app": !app,
    "unanswered": window.nkAnswered && !nkAnswered(),
    "chosen": document.querySelector("[data-nk-asked]"),
    "running": app?.getAttribute("data-test-script-state") !== "notRunning",
    "undrawn": document.querySelector("[data-stale='true'], [data-testid='stSkeleton']"),
    "moving": moving.length,
  }).filter(([, is]) => is).map(([what]) => what).join(", ");
}"""
# What fades begins to at the next picture, so two are drawn before it is asked again. Should the
# browser draw none, as seems to have happened once, a page that is long idle stands still too.
_STILL = f"""(asked) => {{
  const now = performance.now();
  if (window.nkStill?.asked !== asked) window.nkStill = {{ asked, drawn: false, since: now }};
  const still = window.nkStill, {{ since }} = still;
  if (({_BUSY})()) Object.assign(still, {{ drawn: false, drawing: false, since: now }});
  else if (!still.drawing) {{
    still.drawing = true;
    const draw = () => {{ if (still.since === since) still.drawn = true; }};
    requestAnimationFrame(() => requestAnimationFrame(draw));
  }}
  return still.drawn || now - still.since > 10000;
}}"""
_ASKED_EVERY = 40  # milliseconds: to ask at each picture takes more than what is waited for
# On a narrow screen the side bar slides away in an animation, and is too wide while it does.
_FITS = """(width) => {
  const main = document.querySelector("[data-testid='stMain']");
  const bar = document.querySelector("[data-testid='stSidebar']");
  return main.clientWidth <= width
    && (width > 700 || !bar || bar.getBoundingClientRect().right <= 1);
}"""


def settle(page: Page) -> None:
    """Wait until all that was asked for has been answered and drawn, and nothing is running."""
    page.locator("h1").first.wait_for()
    try:
        page.wait_for_function(_STILL, arg=time.monotonic(), polling=_ASKED_EVERY)
    except TimeoutError as late:
        raise AssertionError(f"the page never settles: {page.evaluate(_BUSY)}") from late


def visit(page: Page, app: ServedApp, title: str, **parameters: str) -> None:
    """Open a page by its address."""
    if title == START[1]:
        parameters.pop("utvardering", None)  # it is chosen there, and would lead on
    asked = "&".join(f"{name}={value}" for name, value in parameters.items())
    page.goto(f"{app.url}/{address(PATHS[title])}{'?' if asked else ''}{asked}")
    expect(page.locator("h1").first).to_have_text(title)
    settle(page)


def resize(page: Page, width: int, height: int) -> None:
    """Make the window another size, and wait until the page has made room for itself in it."""
    page.set_viewport_size({"width": width, "height": height})
    page.wait_for_function(_FITS, arg=width)
    settle(page)


def choose_in_menu(page: Page, title: str) -> None:
    """Go to a page by the menu, at the pace of a hand."""
    settle(page)
    words = "Till startsidan" if title == START[1] else title
    bar = page.get_by_test_id("stSidebar")
    bar.get_by_role("link", name=words, exact=True).click(delay=50)
    expect(page.locator("h1").first).to_have_text(title)
    settle(page)


def lost(page: Page) -> None:
    """Wait until the page knows that it has no line to the server."""
    expect(page.get_by_test_id("stApp")).not_to_have_attribute(
        "data-test-connection-state", "CONNECTED"
    )


def shown(page: Page, words: str) -> Locator:
    """Words on the page itself, and not those that are only read aloud."""
    return page.get_by_test_id("stMain").get_by_text(words)


def steps(page: Page, criterion: str, network: str) -> Locator:
    """The choices of one answer."""
    return page.get_by_role("radiogroup", name=f"Svar för {criterion}, {network}")


def field(page: Page, criterion: str, part: str) -> Locator:
    """A part of SEKOM's answer, where its field is: "score" or "rationale"."""
    key = "-".join(("svar", HUDDINGE, ASSESSOR, "sekom", criterion, "falt"))
    return page.locator(f".st-key-{key} .nk-given-{'words' if part == 'rationale' else 'figure'}")


def write_rationale(page: Page, criterion: str, words: str) -> None:
    """Replace SEKOM's rationale and leave the field."""
    area = field(page, criterion, "rationale").locator("textarea")
    area.fill(words)
    area.press("Tab")


def saved(page: Page) -> None:
    """Wait until the page says that an answer is saved."""
    expect(page.get_by_role("status").filter(has_text="Sparat").first).to_be_visible()


def on_file(data: Path, criterion: str) -> Answer:
    """SEKOM's answer as it stands in the file."""
    dossier = read_library(data).dossier(HUDDINGE)
    asked = dossier.criteria.criterion(criterion)
    return dossier.sheets[ASSESSOR].answer("sekom", asked)


def once(found: Callable[[], T], wanted: Callable[[T], bool]) -> T:
    """What is found once it is what is wanted: what a key sets off takes a moment to reach the
    disk, and on a slow computer more than one."""
    deadline = time.monotonic() + ANSWER_MILLISECONDS / 1000
    while not wanted(last := found()):
        assert time.monotonic() < deadline, f"found at last: {last}"
        time.sleep(0.02)
    return last


def tops(places: Locator) -> list[int]:
    """How far down the page each of them lies."""
    within = "each => each.getBoundingClientRect().top"
    lie = "document.querySelector('[data-testid=stMain]').scrollTop"
    script = f"all => all.map({within}).map(top => Math.round(top + {lie}))"
    return list(places.evaluate_all(script))


def written(data: Path, criterion: str, **wanted: object) -> Answer:
    """SEKOM's answer once the file holds what is wanted of it."""
    return once(
        lambda: on_file(data, criterion),
        lambda answer: {name: getattr(answer, name) for name in wanted} == wanted,
    )
