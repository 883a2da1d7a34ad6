"""Find a Chromium that really starts, so that the browser tests never have to be skipped.

`python -m tests.browser` prints the one it found. SOURCES below is the order of search.
"""

import os
import platform
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from playwright.sync_api import Error, sync_playwright

from tests import ROOT

OWN_FOLDER = ROOT / ".browser"
REMEMBERED = OWN_FOLDER / "path.txt"
# The first is the same browser without its windows: a fifth less work for every page.
NAMES = (
    "chromium-headless-shell chromium chromium-browser google-chrome google-chrome-stable chrome "
    "microsoft-edge msedge"
)
PLACES = (  # Windows and macOS install outside PATH
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    r"C:\Program Files\Microsoft\Edge\Application\msedge.exe",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)
# Without these Chromium calls home at every start, which a closed network answers slowly.
QUIET_FLAGS = (
    "--disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync --disable-gpu"
)
NPM_PACKAGE = "@sparticuz/chromium@153.0.0"
LAUNCHER = """#!/bin/sh
here=$(dirname "$0")
export LD_LIBRARY_PATH="$here/lib:$LD_LIBRARY_PATH"
[ -e /etc/fonts/fonts.conf ] || export FONTCONFIG_FILE="$here/fonts.conf"
exec "$here/chromium" "$@"
"""
FONTS = '<fontconfig><dir prefix="relative">fonts</dir></fontconfig>\n'


class NoBrowserError(RuntimeError):
    """No source gave a browser that starts; the text says in Swedish what to do."""


# Nobody is found by name or number but this machine: what a page asks of others fails and is told.
ALONE = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost"


def launch_arguments() -> list[str]:
    sandbox = ["--no-sandbox"] if is_root() else []
    return [*sandbox, *QUIET_FLAGS.split(), ALONE]


def find_browser() -> Path:
    _let_playwright_start()
    tried = []
    for name, source in SOURCES:
        try:
            candidates = list(source())
            if not candidates:
                tried.append(f"{name}: ingenting där")
            for candidate in candidates:
                problem = _start_problem(candidate)
                if problem is None:
                    OWN_FOLDER.mkdir(exist_ok=True)
                    REMEMBERED.write_text(str(candidate), encoding="utf-8")
                    return candidate
                tried.append(f"{name}: {candidate} startade inte ({problem})")
        except (OSError, Error, subprocess.SubprocessError, tarfile.TarError) as problem:
            tried.append(f"{name}: {_telling_line(problem)}")
    raise NoBrowserError(
        "Hittade ingen webbläsare som startar, så webbläsartesterna kan inte köras.\n"
        "Installera Chromium, Chrome eller Edge, eller ange sökvägen i variabeln CHROME_PATH.\n"
        "Det här är prövat:\n" + "\n".join(f"  - {line}" for line in tried)
    )


def named_by_you() -> Iterator[Path]:
    if named := os.environ.get("CHROME_PATH"):
        yield Path(named)


def found_last_time() -> Iterator[Path]:
    if REMEMBERED.exists():
        yield Path(REMEMBERED.read_text(encoding="utf-8"))


def already_on_this_machine() -> Iterator[Path]:
    yield from (Path(found) for name in NAMES.split() if (found := shutil.which(name)))
    yield from (place for place in map(Path, PLACES) if place.exists())


def already_fetched_by_playwright() -> Iterator[Path]:
    with sync_playwright() as playwright:
        own = Path(playwright.chromium.executable_path)
    if own.exists():
        yield own


def fetched_by_playwright() -> Iterator[Path]:
    # The short connection timeout matters behind a firewall that drops what it does not allow.
    environment = os.environ | {"PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT": "5000"}
    _run([sys.executable, "-m", "playwright", "install", "chromium"], env=environment)
    yield from already_fetched_by_playwright()


def installed_from_debian() -> Iterator[Path]:
    for package in ("chromium-headless-shell", "chromium"):  # older releases lack the first
        try:
            install_from_debian(package)
        except subprocess.CalledProcessError:
            continue
        yield from already_on_this_machine()
        return


def unpacked_from_npm() -> Iterator[Path]:
    if (platform.system(), platform.machine()) != ("Linux", "x86_64") or not shutil.which("npm"):
        raise OSError("kräver Linux på x86-64 och npm")
    import brotli  # only here, so that the other sources work without it

    with tempfile.TemporaryDirectory() as temporary:
        _run(["npm", "pack", NPM_PACKAGE, "--pack-destination", temporary])
        with tarfile.open(next(Path(temporary).glob("*.tgz"))) as package:
            files = {
                name: package.extractfile(f"package/bin/{name}.br").read()
                for name in ("chromium", "al2023.tar", "swiftshader.tar", "fonts.tar")
            }
    target = OWN_FOLDER / "chromium"
    target.mkdir(parents=True, exist_ok=True)
    # filter= is missing in the Python 3.11.2 that Debian 12 ships; npm has checked the package.
    safely = {"filter": "data"} if hasattr(tarfile, "data_filter") else {}
    for name, packed in files.items():
        content = brotli.decompress(packed)
        if name.endswith(".tar"):
            with tarfile.open(fileobj=BytesIO(content)) as part:
                part.extractall(target, **safely)
        else:
            (target / name).write_bytes(content)
    (target / "fonts.conf").write_text(FONTS, encoding="utf-8")
    launcher = target / "start-chromium"
    launcher.write_text(LAUNCHER, encoding="utf-8")
    for program in (launcher, target / "chromium"):
        program.chmod(0o755)
    yield launcher


SOURCES = (
    ("CHROME_PATH", named_by_you),
    ("Senast funna", found_last_time),
    ("Datorns egna", already_on_this_machine),
    ("Playwrights egen", already_fetched_by_playwright),
    ("Playwrights hämtning", fetched_by_playwright),
    ("Debians paket", installed_from_debian),
    ("npm-paketet", unpacked_from_npm),
)


def _start_problem(browser: Path) -> str | None:
    """Start it for real: `--version` opens a window on Windows, and a stub may answer it too."""
    try:
        with sync_playwright() as playwright:
            options = {"executable_path": browser, "args": launch_arguments(), "timeout": 20_000}
            playwright.chromium.launch(**options).close()
    except Error as problem:
        return problem.message.splitlines()[0]
    return None


def _let_playwright_start() -> None:
    """Playwright's own node needs libatomic, which the smallest Debian machines lack."""
    try:
        try:
            _run([sys.executable, "-m", "playwright", "--version"])
        except subprocess.CalledProcessError:
            install_from_debian("libatomic1")
            _run([sys.executable, "-m", "playwright", "--version"])
    except (OSError, subprocess.SubprocessError) as problem:
        raise NoBrowserError(
            f"Playwright, som styr webbläsaren i testerna, startar inte: {_telling_line(problem)}\n"
            "I Debian hjälper det oftast att installera paketet libatomic1."
        ) from problem


def install_from_debian(*packages: str) -> None:
    """Install packages of Debian's; OSError where we may not."""
    if not (is_root() and shutil.which("apt-get")):
        raise OSError("kräver root och apt-get")
    _run(["apt-get", "update"])
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    _run(["apt-get", "install", "-y", "--no-install-recommends", *packages], env=environment)


def _run(command: list[str], env: dict[str, str] | None = None) -> None:
    subprocess.run(command, env=env, check=True, capture_output=True, text=True, timeout=600)


def _telling_line(problem: Exception) -> str:
    told = (getattr(problem, "stderr", None) or str(problem)).strip().splitlines()
    naming_it = [line for line in told if line.startswith(("Error", "E: ", "npm error"))]
    return [type(problem).__name__, *told[-1:], *naming_it[:1]][-1]


def is_root() -> bool:
    """Whether the tests are run by root: Chromium and PostgreSQL refuse to be."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


if __name__ == "__main__":
    try:
        print(f"Webbläsare för testerna: {find_browser()}")
    except NoBrowserError as problem:
        sys.exit(str(problem))
