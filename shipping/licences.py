"""The terms that each package comes on, as SPDX writes them, and which of them we may hand on.

Allowed is what asks for no more than that the text of the licence follows (and, where a package is
changed, that the changes do): the program is under EUPL-1.2 and uses the packages as they are.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from importlib.metadata import metadata

ALLOWED = {
    *(
        "0BSD",
        "Apache-2.0",
        "BSD-2-Clause",
        "BSD-3-Clause",
        "CC0-1.0",
        "HPND",
        "ISC",
        "MIT",
        "MIT-0",
    ),
    *("MIT-CMU", "PSF-2.0", "Unlicense", "Zlib"),
    *(
        "LGPL-2.1-only",
        "LGPL-3.0-only",
        "MPL-2.0",
    ),  # of the library itself, which nobody here changes
}
# How packages that do not write SPDX say it.
_SAID = {
    "3-clause bsd license": "BSD-3-Clause",
    "apache license 2.0": "Apache-2.0",
    "apache software license": "Apache-2.0",
    "bsd license": "BSD-3-Clause",
    "mit license": "MIT",
    "mozilla public license 2.0 (mpl 2.0)": "MPL-2.0",
}


def licence(package: str) -> str:
    """The licence of an installed package as an SPDX expression; empty where it says none."""
    told = metadata(package)
    named = {
        key: told.get_all(key) or [] for key in ("License-Expression", "License", "Classifier")
    }
    return expression(named)


def expression(told: Mapping[str, Sequence[str]]) -> str:
    """The SPDX expression in a package's own words about itself, the most exact of them first."""
    for exact in told.get("License-Expression", ()):
        return exact
    rows = [row for row in told.get("Classifier", ()) if row.startswith("License ::")]
    for words in (*told.get("License", ()), *(row.split("::")[-1] for row in rows)):
        words = words.strip()
        found = _SAID.get(words.lower(), words)
        if found in ALLOWED:
            return found
    words = " ".join(told.get("License", ())).strip()
    return words.partition("\n")[0]


def allowed(expression: str) -> bool:
    """Whether we may hand on what has it: of `OR` one is enough, of `AND` none may be lacking."""
    either = re.split(r"\s+OR\s+", expression)
    return any(
        all(part.strip(" ()") in ALLOWED for part in re.split(r"\s+AND\s+", each))
        for each in either
    )
