"""Switching page in an evaluation with 12, 25 or 60 networks beside one with 3."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from statistics import median

from playwright.sync_api import Page

from benchmarks.served import chromium, window
from components.shell.addresses import MENU
from tests.building.many import many_networks_folder
from tests.e2e.conftest import serve

FEW, MANY = 3, (12, 25, 60)
ROUNDS = 5
MOST = 1.5

# From the click in the menu to the last change of the page before it has been quiet for 400 ms; the
# quiet time itself is not counted.
_CLICK = """(name) => new Promise((done) => {
  const link = [...document.querySelectorAll('[data-testid=stSidebarNavLink]')]
    .find((each) => each.textContent.trim() === name);
  const start = performance.now(); let last = start;
  const watch = new MutationObserver(() => { last = performance.now(); });
  watch.observe(document.body,
    { subtree: true, childList: true, characterData: true, attributes: true });
  link.click();
  const app = document.querySelector('[data-testid=stApp]');
  const over = () => link.getAttribute('aria-current') === 'page'
    && app.dataset.testScriptState === 'notRunning';
  const look = () => last > start && over() && performance.now() - last > 400
    ? (watch.disconnect(), done(last - start)) : setTimeout(look, 20);
  look();
})"""


def report() -> str:
    """A table of medians in milliseconds by page, with each count's ratio to that of FEW networks.

    They take turns in one server. With STRICT a ratio of all pages together above MOST fails.
    """
    names = [name for _, name, _ in MENU]
    times: dict[tuple[int, str], list[float]] = {}
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        counts = (FEW, *MANY)
        with serve(Path(folder), prepare=_prepare) as app:
            for round_ in range(ROUNDS + 1):
                for count in counts:
                    with window(browser) as page:
                        _open(page, f"{app.url}/oversikt?utvardering=manga-{count}")
                        for name in (*names, names[0]):
                            taken = page.evaluate(_CLICK, name)
                            if round_:
                                times.setdefault((count, name), []).append(taken)
    found = {key: median(each) for key, each in times.items()}
    rows = [_row(name, [found[count, name] for count in counts]) for name in names]
    whole = [sum(found[count, name] for name in names) for count in counts]
    rows.append(_row("alla sju", whole))
    assert max(whole) <= MOST * whole[0] or not os.environ.get("STRICT"), whole
    head = f"### Byte av sida, ms och kvot mot {FEW} nätverk, median av {ROUNDS}\n"
    columns = "| sida | " + " | ".join(f"{count} nätverk" for count in counts) + " |"
    return "\n".join([head, columns, "|---|" + "--:|" * len(counts), *rows])


def _row(name: str, of_counts: list[float]) -> str:
    cells = [
        f"{of_counts[0]:.0f}",
        *(f"{ms:.0f} ({ms / of_counts[0]:.2f})" for ms in of_counts[1:]),
    ]
    return f"| {name} | " + " | ".join(cells) + " |"


def _prepare(data: Path) -> None:
    for count in (FEW, *MANY):
        many_networks_folder(data, count)


def _open(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_role("heading", name="Ärendet").wait_for(timeout=60_000)
