"""The whole way from an empty folder to the papers and the next round, at the pace of a hand.

Haninge, three networks of which one does not ship, an invoice put in and a sentence of it picked,
two assessors, what they agree on, the memo downloaded, the next round begun and taken away again.
What is counted: clicks, typed characters, seconds, page heights and how soon an answer is saved.
"""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from playwright.sync_api import Locator, Page, expect

from benchmarks.served import chromium
from tests.e2e.conftest import serve
from tests.e2e.walking import settle

CLICK_SECONDS, KEY_SECONDS = 0.5, 0.06  # to find and press, and 200 words a minute
MOST_CLICKS, MOST_SECONDS = 180, 300
OWN = "Södertörnsnätverket"
INVOICE = "Medlemsavgift för 2026 är 30 000 kronor."
ROLES = ("Miljöstrateg", "Controller")


@dataclass
class Hand:
    """What a person does: presses and types, and how much of it there has been."""

    page: Page
    clicks: int = 0
    typed: int = 0
    saves: list[float] = field(default_factory=list)
    heights: dict[str, int] = field(default_factory=dict)
    parts: list[tuple[str, int, int, float]] = field(default_factory=list)

    @contextmanager
    def part(self, name: str) -> Iterator[None]:
        """A part of the way, counted by itself."""
        clicks, typed, started = self.clicks, self.typed, time.monotonic()
        yield
        seconds = time.monotonic() - started
        self.parts.append((name, self.clicks - clicks, self.typed - typed, seconds))

    def press(self, what: Locator) -> None:
        """One click, at the pace of a hand."""
        self.clicks += 1
        time.sleep(CLICK_SECONDS)
        what.click(delay=50)

    def button(self, words: str) -> None:
        """A button by its words, and what it sets off."""
        self.press(self.page.get_by_role("button", name=words).first)
        settle(self.page)

    def radio(self, label: str, words: str) -> None:
        """One of a few, by the name of the group and its words."""
        group = self.page.get_by_role("radiogroup", name=label).first
        self.press(group.get_by_text(words, exact=True))
        settle(self.page)

    def link(self, words: str, title: str = "") -> None:
        """A link by its words, to the page with that title."""
        self.press(self.page.get_by_role("link", name=words, exact=True).first)
        expect(self.page.locator("h1").first).to_have_text(title or words)
        settle(self.page)
        self.look(title or words)

    def keys(self, words: str) -> None:
        """What is typed where the focus is."""
        self.typed += len(words)
        self.page.keyboard.type(words, delay=KEY_SECONDS * 1000)

    def write(self, label: str, words: str) -> None:
        """A field by its label; the words replace what is there."""
        box = self.page.get_by_role("textbox", name=label).first
        self.press(box)
        self.page.keyboard.press("ControlOrMeta+A")
        self.keys(words)
        self.page.keyboard.press("Tab")

    def choose(self, label: str, beginning: str, whole: str) -> None:
        """One in a list, found by typing its beginning."""
        self.press(self.page.get_by_label(label, exact=True).first)
        self.keys(beginning)
        self.press(self.page.get_by_role("option", name=whole).first)
        settle(self.page)

    def look(self, name: str) -> None:
        """How tall the page is now."""
        tall = self.page.evaluate(
            "() => document.querySelector('[data-testid=stMainBlockContainer]').scrollHeight"
        )
        self.heights[name] = max(tall, self.heights.get(name, 0))


def create(hand: Hand, url: str) -> None:
    """Haninge, two assessors, two networks that ship and one that does not."""
    page = hand.page
    page.goto(url)
    settle(page)
    hand.look("Start")
    hand.link("Starta er utvärdering", "Ny utvärdering")
    hand.button("Lägg in kriterier och nätverk")
    hand.choose("Kommun eller region", "Haninge", "Haninge")
    hand.write("Vem som beslutar", "Kommunstyrelsen")
    hand.link("Lägg till ett nätverk", "Nätverken")
    for label, words in (
        ("Nätverkets namn", OWN),
        ("Fast belopp", "30 000"),
        ("Var står avgiften?", "Faktura 2026"),
        ("Var finns dokumentet?", "Fakturaarkivet"),
        ("Vad står det?", "Medlemsavgift 30 000 kr"),
    ):
        hand.write(label, words)
    expect(page.get_by_text("betalar 30\xa0000,00\xa0kr om året")).to_be_visible()
    hand.button("Lägg till nätverket")
    expect(page.get_by_role("heading", name=OWN).first).to_be_visible()


def invoice(hand: Hand, folder: Path) -> None:
    """The invoice is put in, and a sentence of it becomes a fact with its quote."""
    page = hand.page
    file = folder / "faktura-2026.txt"
    file.write_text(f"Faktura 4711\n\n{INVOICE}\n\nBetalas senast den 28 februari.\n", "utf-8")
    hand.radio("Visa", "Uppgifter")
    hand.press(page.get_by_text("Dokument (").first)
    settle(page)
    hand.clicks += 1  # the file chooser of the browser
    page.locator("input[type=file]").set_input_files(file)
    settle(page)
    hand.button("Lägg in dokumentet")
    hand.press(page.get_by_text("Lägg till eller ändra en uppgift").first)
    settle(page)
    hand.look("Nätverken, uppgifter")
    hand.radio("Välj meningen", INVOICE)
    hand.button("Använd meningen")
    for label, words in (
        ("Vad uppgiften gäller", "Medlemsavgift"),
        ("Värde", "30 000"),
        ("Enhet", "kronor"),
        ("Dagen uppgiften gäller", "2026-01-01"),
    ):
        hand.write(label, words)
    hand.button("Lägg till uppgiften")


def begin(hand: Hand) -> None:
    """The networks and the assessors are chosen, and the evaluation is created."""
    page = hand.page
    hand.link("Ny utvärdering")
    for beginning, name in (
        ("Klimat", "Klimatkommunerna"),
        ("Sveriges E", "Sveriges Ekokommuner"),
        ("Södert", OWN),
    ):
        hand.choose("Nätverk", beginning, name)
    page.keyboard.press("Escape")
    hand.write("Bedömare", "\n".join(ROLES))
    hand.button("Skapa utvärderingen")
    expect(page.locator("h1")).to_have_text("Bedömning")
    settle(page)
    hand.look("Bedömning")


def score(hand: Hand, data: Path, role: str) -> None:
    """All the answers of one assessor, with a reason for each network in every theme."""
    page = hand.page
    hand.radio("Bedömare", role)
    if role == ROLES[0]:
        hand.radio("Visa", "Hela temat")
    themes = page.get_by_role("radiogroup", name="Tema").locator("label")
    for number, theme in enumerate(themes.all_inner_texts()):
        hand.radio("Tema", theme)
        hand.look("Bedömning")
        for at, group in enumerate(page.get_by_role("radiogroup", name="Svar för").all()):
            level = 4 if at % 3 != 1 else 2
            level -= role == ROLES[1] and number == 0 and at < 2
            before = _answers(data)
            hand.press(group.get_by_text(f"{level} –").first)
            started = time.perf_counter()
            while _answers(data) == before:
                time.sleep(0.005)
                assert time.perf_counter() - started < 15, "not saved in 15 seconds"
            hand.saves.append((time.perf_counter() - started) * 1000)
        if role == ROLES[0]:
            for area in page.get_by_role("textbox", name="Motivering").all()[:3]:
                hand.press(area)
                hand.keys("Vi var på mötena och använder nyckeltalen i årsredovisningen.")
                page.keyboard.press("Tab")
                settle(page)
    hand.button("Lämna in mina svar")
    hand.button("Lämna in ändå")  # what has no reason is told first


def agree(hand: Hand) -> None:
    """Where the two differ they take the strategist's answer."""
    hand.link("Enas")
    adopt = hand.page.get_by_role("button", name=f"({ROLES[0].lower()}")
    while adopt.count():
        left = adopt.count()
        hand.press(adopt.first)
        expect(adopt).to_have_count(left - 1)
        settle(hand.page)


def _answers(data: Path) -> int:
    """How many answers lie on the disk."""
    files = (data / "evaluations").glob("*/answers/*.yaml")
    return sum(file.read_text("utf-8").count("score:") for file in files)


def papers(hand: Hand) -> int:
    """The result is read, and the memo is downloaded; how many bytes it has."""
    hand.link("Resultat")
    hand.link("Papper")
    with hand.page.expect_download() as download:
        hand.press(hand.page.get_by_role("button", name="Ladda ner tjänsteskrivelsen"))
    return Path(download.value.path()).stat().st_size


def report() -> str:
    """The walk in Markdown, part by part; with STRICT it fails where it takes too much."""
    with (
        tempfile.TemporaryDirectory() as folder,
        chromium() as browser,
        serve(Path(folder), prepare=_emptied) as served,
    ):
        context = browser.new_context(locale="sv-SE", viewport={"width": 1280, "height": 900})
        hand = Hand(context.new_page())
        started = time.monotonic()
        with hand.part("Kommunen, och ett eget nätverk"):
            create(hand, served.url)
        with hand.part("Fakturan, och en uppgift ur den"):
            invoice(hand, Path(folder))
        with hand.part("Tre nätverk, två bedömare"):
            begin(hand)
        for role in ROLES:
            with hand.part(f"Alla svar, {role.lower()}"):
                score(hand, served.data, role)
        with hand.part("Enas"):
            agree(hand)
        with hand.part("Resultatet och tjänsteskrivelsen"):
            assert papers(hand) > 10_000
        seconds = time.monotonic() - started
    if os.environ.get("STRICT"):
        assert hand.clicks <= MOST_CLICKS and seconds <= MOST_SECONDS
    rows = [f"| {n} | {clicks} | {typed} | {s:.0f} |" for n, clicks, typed, s in hand.parts]
    tall = ", ".join(f"{name} {height}" for name, height in hand.heights.items())
    return "\n".join(
        [
            "### Från en tom mapp till tjänsteskrivelsen\n",
            "| del | klick | tecken | sekunder |",
            "|---|--:|--:|--:|",
            *rows,
            f"| **allt** | {hand.clicks} | {hand.typed} | {seconds:.0f} |\n",
            f"Från valt svar till att det är sparat: median {median(hand.saves):.0f} ms av "
            f"{len(hand.saves)} svar. Sidornas höjd i punkter: {tall}.",
        ]
    )


def _emptied(data: Path) -> None:
    shutil.rmtree(data)
    data.mkdir()
