"""Find a LibreOffice, so that the tests that open our files in it never have to be skipped.

`python -m tests.office` prints the one it found. It is looked for in SOFFICE_PATH, on this machine
and, for root on Debian, among its packages, as are the typefaces that pages are counted with.
"""

from __future__ import annotations

import atexit
import functools
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.browser import install_from_debian

NAMES = ("soffice", "libreoffice")
PLACES = (  # Windows and macOS install outside PATH
    r"C:\Program Files\LibreOffice\program\soffice.exe",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
)
PACKAGES = ("libreoffice-writer-nogui", "libreoffice-calc-nogui")
# What LibreOffice draws Arial and Times New Roman with, line for line; Debian only recommends it.
FONTS = "fonts-liberation"


class NoOfficeError(RuntimeError):
    """No source gave a LibreOffice; the text says in Swedish what to do."""


@functools.cache
def find_office() -> Path:
    """The program; NoOfficeError where there is none and none can be installed."""
    found = _here()
    if found is None or _lacks_calc(found) or _lacks_fonts():
        try:
            install_from_debian(*PACKAGES, FONTS)
        except (OSError, subprocess.SubprocessError) as problem:
            raise NoOfficeError(
                "Hittade inget LibreOffice med Writer, Calc och typsnitten Liberation, så "
                "testerna som öppnar filerna i det kan inte köras.\n"
                "Installera alla tre, eller ange sökvägen i variabeln SOFFICE_PATH.\n"
                f"Debians paket {', '.join(PACKAGES)} och {FONTS} gick inte att installera: "
                f"{problem}"
            ) from problem
        found = _here()
    if found is None:
        raise NoOfficeError("LibreOffice är installerat men programmet soffice saknas.")
    return found


def convert(files: list[Path], kind: str, folder: Path) -> None:
    """Let LibreOffice make files into another kind of file in `folder`, all of them in one run."""
    command = [str(find_office()), "--headless", "--norestore", f"-env:UserInstallation={_home()}"]
    command += ["--convert-to", kind, "--outdir", str(folder), *map(str, files)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)


@functools.cache
def _home() -> str:
    """What LibreOffice keeps for its user: one for all that a process starts, since laying it out
    is a tenth of what a paper takes."""
    home = tempfile.mkdtemp(prefix="natverkskollen-libreoffice-")
    atexit.register(shutil.rmtree, home, ignore_errors=True)
    return Path(home).as_uri()


def _lacks_calc(office: Path) -> bool:
    """Whether Debian's Writer is there and its Calc, a package of its own, is not."""
    program = office.resolve().parent
    return (program / "libswlo.so").exists() and not (program / "libsclo.so").exists()


def _lacks_fonts() -> bool:
    """Whether fontconfig would draw Liberation with something else, wider or narrower."""
    if not shutil.which("fc-match"):
        return False  # Windows and macOS, where LibreOffice brings its own
    asked = ["fc-match", "--format=%{family}", "Liberation Mono"]
    return "Liberation" not in subprocess.run(asked, capture_output=True, text=True).stdout


def _here() -> Path | None:
    named = [os.environ[key] for key in ("SOFFICE_PATH",) if os.environ.get(key)]
    on_path = [place for name in NAMES if (place := shutil.which(name))]
    return next((Path(p) for p in (*named, *on_path, *PLACES) if Path(p).exists()), None)


if __name__ == "__main__":
    try:
        print(f"LibreOffice för testerna: {find_office()}")
    except NoOfficeError as problem:
        sys.exit(str(problem))
