"""axe-core finds nothing, of any impact, on any page in any state, light or dark, wide or narrow.

Every page also fits a screen 320 pixels wide, and its headings go one level at a time. One server
and one browser window serve all of it; the window changes its size and its theme where it stands.
`make robust` looks at all of it in every width and theme, `make test` at those of its state.
"""

from collections.abc import Iterator
from itertools import product

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from components.shell.addresses import START
from natverkskollen.store import Change, Saved, networks_at, read_library, store_at
from tests.components.evaluation.test_migration import revise
from tests.components.networks.test_network_documents import TEXT
from tests.e2e.conftest import ServedApp, new_page, serve
from tests.e2e.states import EMPTY, FILLED, FINAL, STATES, make_states
from tests.e2e.walking import (
    HUDDINGE,
    choose_in_menu,
    field,
    resize,
    settle,
    shown,
    visit,
    write_rationale,
)
from tests.natverkskollen.dossier.test_quoted_documents import pdf
from tests.pages import PAGES
from tests.thorough import FIGURES, FULL

TITLES = [title for _, title, _ in PAGES]
TALLEST = 6000  # pixels, where the window is 1280 wide
HEIGHTS = {1280: 900, 820: 1100, 320: 720}
THEMES = ("light", "dark")
EVERY = tuple(product(HEIGHTS, THEMES))
# How a page is looked at in a state, where not in every way.
SAMPLE = {
    FILLED: ((1280, "dark"), (320, "light")),
    EMPTY: ((1280, "light"),),
    FINAL: ((820, "dark"),),
}
# A page keeps the half megabyte of rules it has been given, and is not given them again.
_AXE, _AXE_AGAIN = Axe(), Axe("0")
# Every rule runs in the light; in the dark nothing but colours is another. Only what breaks a rule
# is told at length.
_RULES: dict[str, dict[str, object]] = {
    "light": {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}},
    "dark": {"resultTypes": ["violations"], "runOnly": ["cat.color"]},
}
# These say the same whatever evaluation the address names.
ALIKE = (START[1], "Ordlista", "Tillgänglighet", "Ny utvärdering")
ALIKE += () if FULL else ("Medlemskap", "Nätverken")  # all but the menu beside them
_LEVELS = "[...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(h => +h.tagName[1])"
_TOO_WIDE = """() => [...document.querySelectorAll("*")].filter((at) => {
  const box = at.getBoundingClientRect();
  return box.width && box.right > innerWidth + 1 && !at.closest(".nk-scroll, .js-plotly-plot");
}).map((at) => at.outerHTML.slice(0, 120))"""
_DRAWN = """(theme) => {
  const app = getComputedStyle(document.querySelector("[data-testid='stApp']"));
  return app.colorScheme === theme;
}"""
# The bar at the top lets a press through and so is not found at a point.
_COVERED = """() => {
  const bar = document.querySelector("[data-testid='stHeader']");
  const main = document.querySelector("[data-testid='stMain']");
  return Boolean(bar) && main.scrollTop === 0
    && !getComputedStyle(bar).backgroundColor.endsWith(", 0)")
    && bar.getBoundingClientRect().bottom
      > document.querySelector("h1").getBoundingClientRect().top;
}"""
_MAIN = "document.querySelector(\"[data-testid='stMain']\")"


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServedApp]:
    """A server with an evaluation in every state."""
    folder = tmp_path_factory.mktemp("states")
    with serve(folder, prepare=make_states) as served:
        yield served


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """One window for every test here: the programs it has fetched once are not fetched again."""
    page = new_page(browser)
    yield page
    page.context.close()


def violations(page: Page, theme: str = "light") -> list[str]:
    """One line for each element that breaks a rule."""
    axe = _AXE_AGAIN if page.evaluate("Boolean(window.axe)") else _AXE
    return [
        f"{rule['id']} ({rule['impact']}): {node['html'][:160]}"
        for rule in axe.run(page, options=_RULES[theme]).response["violations"]
        for node in rule["nodes"]
    ]


def jumps(levels: list[int]) -> list[tuple[int, int]]:
    return [(a, b) for a, b in zip(levels, levels[1:], strict=False) if b > a + 1]


def look(page: Page, state: str = FILLED) -> None:
    """The page as it stands, wide and narrow, light and dark, breaks no rule and overflows not."""
    settle(page)
    levels = page.evaluate(_LEVELS)
    assert levels[0] == 1 and levels.count(1) == 1
    assert jumps(levels) == []
    assert not page.evaluate(_COVERED), "the bar lies over the heading"
    for width, theme in EVERY if FULL else SAMPLE[state]:
        page.emulate_media(color_scheme=theme, reduced_motion="reduce")
        page.wait_for_function(_DRAWN, arg=theme)
        resize(page, width, HEIGHTS[width])  # and an opened part fades from one theme to the other
        assert violations(page, theme) == [], f"{width} pixels wide, {theme}"
        FIGURES["looked"] += 1
    if page.viewport_size["width"] != 320:
        resize(page, 320, HEIGHTS[320])
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert page.evaluate(f"{_MAIN}.scrollWidth <= {_MAIN}.clientWidth")
    assert page.evaluate(_TOO_WIDE) == [], "320 pixels wide"


@pytest.mark.parametrize(
    ("title", "state"),
    [(title, s) for s in STATES for title in TITLES if s == FILLED or title not in ALIKE],
)
def test_a_page_is_accessible_in_every_state_width_and_theme(
    title: str, state: str, page: Page, app: ServedApp
) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    if page.url.startswith(app.url) and f"utvardering={state}" in page.url:
        choose_in_menu(page, title)
    else:
        visit(page, app, title, utvardering=state)
    assert page.evaluate(f"{_MAIN}.scrollHeight") <= TALLEST, "too long to find one's way in"
    look(page, state)


PARTS = [
    ("Resultat", {"avsnitt": "kostnad"}),
    ("Resultat", {"avsnitt": "sakerhet"}),
    ("Resultat", {"avsnitt": "tillsammans"}),
    ("Nätverken", {"natverksfil": "sekom", "del": "uppgifter"}),
    ("Nätverken", {"natverksfil": "sekom", "del": "kostnad"}),
    ("Nätverken", {"natverksfil": "sekom", "del": "andra"}),
]


@pytest.mark.parametrize(
    ("title", "view", "state"),
    [(*part, state) for state in (STATES if FULL else STATES[:1]) for part in PARTS],
)
def test_each_part_of_a_page_is_accessible(
    title: str, view: dict[str, str], state: str, page: Page, app: ServedApp
) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    visit(page, app, title, utvardering=state, **view)
    look(page, state)


def test_what_a_networks_page_opens_is_accessible(page: Page, app: ServedApp) -> None:
    """A document with its sentences, the form of a fact, what the program offers."""
    (app.data / "documents" / "rapport.pdf").write_bytes(pdf(TEXT))
    path, short = ("network", "documents"), ("network", "short")
    store, new = networks_at(app.data), {"id": "ny", "title": "Ny rapport", "file": "rapport.pdf"}
    now = store.get("sambruk").data["network"]
    changes = [Change(path, now["documents"], (*now["documents"], new))]
    changes.append(Change(short, now["short"], "Vårt eget"))
    assert isinstance(store.save("sambruk", None, changes, "anna", "axe"), Saved)
    page.set_viewport_size({"width": 1280, "height": 900})
    visit(page, app, "Nätverken", utvardering=FILLED, natverksfil="sambruk", **{"del": "uppgifter"})
    page.get_by_text("Dokument (", exact=False).first.click()
    expect(page.get_by_role("button", name="Välj fil")).to_be_visible()
    settle(page)
    page.get_by_text("Lägg till eller ändra en uppgift", exact=False).first.click()
    sought = page.get_by_label("Sök i dokumentet, eller klistra in meningen")
    sought.fill("årets slut")
    sought.press("Tab")
    settle(page)
    page.get_by_text("Antalet medlemmar var vid", exact=False).first.click()
    settle(page)
    page.get_by_role("button", name="Använd meningen").click(delay=50)
    expect(page.locator(".nk-saved", has_text="Meningen och platsen")).to_be_visible()
    page.mouse.move(2, 2)  # what the mouse is over changes its colour while the window does
    look(page)
    page.set_viewport_size({"width": 1280, "height": 900})
    visit(page, app, "Nätverken", utvardering=FILLED, natverksfil="alla", **{"del": "lista"})
    page.get_by_text("Nytt i programmets nätverk", exact=False).first.click()
    expect(page.get_by_role("button", name="Behåll vårt")).to_be_visible()
    page.mouse.move(2, 2)
    look(page)


def test_a_criteria_file_before_it_is_used_is_accessible(page: Page, app: ServedApp) -> None:
    (app.data / "criteria" / "fel.yaml").write_text("schema: 1\nid: fel\ntitel: Fel\n", "utf-8")
    page.set_viewport_size({"width": 1280, "height": 900})
    visit(page, app, "Kriterier", utvardering=FILLED, kriterier="fil")
    expect(shown(page, "Filen används inte förrän de är rättade.")).to_be_visible()
    look(page)
    page.set_viewport_size({"width": 1280, "height": 900})
    (app.data / "criteria" / "fel.yaml").unlink()
    visit(page, app, "Kriterier", utvardering=FILLED, kriterier="fil")
    expect(page.get_by_text("Filen har inga fel.")).to_be_visible()
    look(page)


@pytest.mark.parametrize("state", STATES)
def test_the_committees_reading_is_accessible_in_every_state(
    state: str, page: Page, app: ServedApp
) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(f"{app.url}/?utvardering={state}&vy=namnd")
    page.locator(".nk-committee").wait_for()
    settle(page)
    look(page, state)


def test_a_page_is_accessible_when_the_address_names_what_is_not_there(
    page: Page, app: ServedApp
) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(f"{app.url}/?utvardering=finns-inte")
    expect(page.locator("h1")).to_have_text("Utvärderingen finns inte")
    settle(page)
    look(page)


def test_a_page_is_accessible_when_it_has_refused_what_a_person_asked(
    page: Page, app: ServedApp
) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    visit(page, app, "Klar", utvardering=FILLED)
    page.get_by_role("button", name="Färdigställ").click()
    expect(shown(page, "Skriv vilken roll som färdigställer")).to_be_visible()
    look(page)


def test_what_the_papers_page_opens_is_accessible(page: Page, app: ServedApp) -> None:
    """Every form on the page at once, or one of each kind, and how long the text is."""
    page.set_viewport_size({"width": 1280, "height": 900})
    visit(page, app, "Papper", utvardering=FILLED)
    kinds = set()
    for part in page.get_by_test_id("stExpander").locator("summary").all():
        kind = part.inner_text().splitlines()[-1].split()[0]
        if FULL or kind not in kinds:
            part.click()
        kinds.add(kind)
    settle(page)
    assert len(kinds) > 5
    expect(page.get_by_role("button", name="Spara texten")).to_have_count(6 if FULL else 1)
    look(page)


def test_a_page_is_accessible_where_something_has_gone_wrong(
    page: Page, served_app: ServedApp
) -> None:
    """A clash, a refused answer, an opened list of evidence, a broken file on the start page."""
    page.set_viewport_size({"width": 1280, "height": 900})
    visit(page, served_app, "Bedömning", utvardering=HUDDINGE)
    sheet = served_app.data / "evaluations" / HUDDINGE / "answers" / "forvaltningen.yaml"
    text = sheet.read_text(encoding="utf-8")
    sheet.write_text(text.replace("SEKOM är världens äldsta", "Den är världens äldsta"), "utf-8")
    write_rationale(page, "bredd", "Mitt skäl.")
    expect(page.get_by_role("button", name="Spara mitt svar")).to_be_visible()
    write_rationale(page, "kompetensutbud", "Före" + "\u0301" * 60)
    # Beside the field, not in the live region, which holds the same words for a moment.
    refused = page.locator(".nk-failed").filter(has_text="Inte sparat. Ett tecken i texten")
    expect(refused).to_be_visible()
    settle(page)
    page.locator("summary").first.click()
    expect(field(page, "relevans-for-utmaningar", "score")).to_be_visible()
    look(page)
    resize(page, 1280, 900)
    sheet.write_text("schema: 2\n", encoding="utf-8")
    choose_in_menu(page, "Översikt")
    expect(page.get_by_role("table", name="Fel i datamappen")).to_be_visible()
    look(page)


def test_a_new_revision_of_the_criteria_is_accessible_before_and_after_going_over(
    page: Page, served_app: ServedApp
) -> None:
    store = store_at(served_app.data)
    title = read_library(served_app.data).dossier(HUDDINGE).evaluation.title
    store.save(HUDDINGE, 0, [Change(("evaluation", "title"), title, "Nu")], "anna", "k")
    revise(served_app.data)
    page.set_viewport_size({"width": 1280, "height": 900})
    visit(page, served_app, "Översikt", utvardering=HUDDINGE)
    page.get_by_role("link", name="Se vad den nya versionen betyder").click(delay=50)
    expect(page.get_by_role("heading", name="Ny version av kriterierna")).to_be_visible()
    look(page)
    resize(page, 1280, 900)
    page.get_by_label("Vem byter version (roll)").fill("Miljöstrateg")
    page.get_by_role("textbox", name="Varför", exact=True).fill("Nya mål.")
    page.get_by_role("button", name="Byt till version 2027-03").click(delay=50)
    expect(page.get_by_text("Utvärderingen bytte från version")).to_be_visible()
    assert read_library(served_app.data).dossier(HUDDINGE).criteria.revision == "2027-03"
    choose_in_menu(page, "Bedömning")
    expect(page.get_by_role("heading", name="Svar som inte räknas")).to_be_visible()
    look(page)
