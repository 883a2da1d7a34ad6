"""Find a LibreOffice, so that the tests that open our files in it never have to be skipped.

`python -m tests.office` prints the one it found. It is looked for in SOFFICE_PATH, on this machine
and, for root on Debian, among its packages.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.browser import install_from_debian

NAMES = ("soffice", "libreoffice")
PLACES = (  # Windows and macOS install outside PATH
    r"C:\Program Files\LibreOffice\program\soffice.exe",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
)
PACKAGES = ("libreoffice-writer-nogui", "libreoffice-calc-nogui")


class NoOfficeError(RuntimeError):
    """No source gave a LibreOffice; the text says in Swedish what to do."""


def find_office() -> Path:
    """The program; NoOfficeError where there is none and none can be installed."""
    found = _here()
    if found is None or _lacks_calc(found):
        try:
            install_from_debian(*PACKAGES)
        except (OSError, subprocess.SubprocessError) as problem:
            raise NoOfficeError(
                "Hittade inget LibreOffice med Writer och Calc, så testerna som öppnar "
                "filerna i det kan inte köras.\n"
                "Installera båda, eller ange sökvägen i variabeln SOFFICE_PATH.\n"
                f"Debians paket {' och '.join(PACKAGES)} gick inte att installera: {problem}"
            ) from problem
        found = _here()
    if found is None:
        raise NoOfficeError("LibreOffice är installerat men programmet soffice saknas.")
    return found


def _lacks_calc(office: Path) -> bool:
    """Whether Debian's Writer is there and its Calc, a package of its own, is not."""
    program = office.resolve().parent
    return (program / "libswlo.so").exists() and not (program / "libsclo.so").exists()


def _here() -> Path | None:
    named = [os.environ[key] for key in ("SOFFICE_PATH",) if os.environ.get(key)]
    on_path = [place for name in NAMES if (place := shutil.which(name))]
    return next((Path(p) for p in (*named, *on_path, *PLACES) if Path(p).exists()), None)


if __name__ == "__main__":
    try:
        print(f"LibreOffice för testerna: {find_office()}")
    except NoOfficeError as problem:
        sys.exit(str(problem))
