"""Find a LibreOffice, so that the tests that open our Word files never have to be skipped.

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
PACKAGE = "libreoffice-writer-nogui"


class NoOfficeError(RuntimeError):
    """No source gave a LibreOffice; the text says in Swedish what to do."""


def find_office() -> Path:
    """The program; NoOfficeError where there is none and none can be installed."""
    found = _here()
    if found is None:
        try:
            install_from_debian(PACKAGE)
        except (OSError, subprocess.SubprocessError) as problem:
            raise NoOfficeError(
                "Hittade inget LibreOffice, så testerna som öppnar Word-filerna kan inte köras.\n"
                "Installera LibreOffice Writer, eller ange sökvägen i variabeln SOFFICE_PATH.\n"
                f"Debians paket {PACKAGE} gick inte att installera: {problem}"
            ) from problem
        found = _here()
    if found is None:
        raise NoOfficeError(f"Paketet {PACKAGE} är installerat men programmet soffice saknas.")
    return found


def _here() -> Path | None:
    named = [os.environ[key] for key in ("SOFFICE_PATH",) if os.environ.get(key)]
    on_path = [place for name in NAMES if (place := shutil.which(name))]
    return next((Path(p) for p in (*named, *on_path, *PLACES) if Path(p).exists()), None)


if __name__ == "__main__":
    try:
        print(f"LibreOffice för testerna: {find_office()}")
    except NoOfficeError as problem:
        sys.exit(str(problem))
