"""From a moved slider to the last change on screen: Resultat beside an empty Streamlit app."""

from __future__ import annotations

from statistics import median

from playwright.sync_api import Page

from benchmarks.served import chromium, served, window

RUNS = 30

# Starts a clock at the key press and stops it at the last change of the page before it has been
# quiet for 400 ms; the quiet time itself is not counted.
_CLOCK = """() => {
  window.clock = { start: 0, last: 0 };
  new MutationObserver(() => { window.clock.last = performance.now(); }).observe(
    document.body, { subtree: true, childList: true, characterData: true, attributes: true });
  document.addEventListener("keydown", () => {
    window.clock.start = performance.now(); window.clock.last = window.clock.start; }, true);
}"""
_QUIET = """() => window.clock.last > window.clock.start
  && performance.now() - window.clock.last > 400"""


def report() -> str:
    """A Markdown table of medians in milliseconds, with the ratio to the empty app."""
    measured = {}
    with chromium() as browser:
        for name, script, address in (
            ("tom app", "benchmarks/empty_app.py", ""),
            ("Resultat, egna vikter", "app.py", "resultat?utvardering=huddinge-2025&vikter=poang"),
        ):
            with served("run", script) as url, window(browser) as page:
                page.goto(f"{url}/{address}")
                measured[name] = _median(page)
    floor = measured["tom app"]
    rows = [f"| {name} | {ms:.0f} | {ms / floor:.1f} |" for name, ms in measured.items()]
    head = f"### Reglage till sista ändring på skärmen, median av {RUNS}\n"
    return "\n".join([head, "| app | ms | mot tom app |", "|---|--:|--:|", *rows])


def _median(page: Page) -> float:
    slider = page.locator("input[type=range]").first
    slider.wait_for(state="attached", timeout=30_000)
    page.wait_for_timeout(2500)
    page.evaluate(_CLOCK)
    slider.focus()
    times = []
    for run in range(RUNS + 3):
        slider.press("ArrowRight" if run % 2 else "ArrowLeft")
        page.wait_for_function(_QUIET, timeout=20_000)
        times.append(page.evaluate("() => window.clock.last - window.clock.start"))
    return median(times[3:])
