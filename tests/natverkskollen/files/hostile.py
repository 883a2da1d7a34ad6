"""Files made to bring the reader down, and a child process that reads one of them.

`python -m tests.natverkskollen.files.hostile NAME FILE` reads the file NAME stands for (written to
FILE) and prints, as JSON, what it was told and how much memory the process came to use.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

FILES = {
    "50 000 open lists": lambda: b"[" * 50_000,
    "400 000 open lists": lambda: b"[" * 400_000,
    "400 000 open groups": lambda: b"{" * 400_000,
    "400 000 lists in groups": lambda: b"[{a: " * 200_000,
    "100 000 nested dashes": lambda: b"- " * 400_000,
    "300 000 question marks": lambda: b"? " * 300_000,
    "deep indents": lambda: b"".join(b" " * n + b"a:\n" for n in range(1_400)),
    "billion laughs": lambda: (
        b"a0: &a0 [x, x]\n"
        + b"".join(b"a%d: &a%d [*a%d, *a%d]\n" % (n, n, n - 1, n - 1) for n in range(1, 60))
    ),
    "alias to itself": lambda: b"a: &a [*a]\n",
    "merge bomb": lambda: (
        b"a0: {x: 1}\n"
        + b"".join(b"a%d: {<<: [*a%d, *a%d]}\n" % (n, n - 1, n - 1) for n in range(1, 30))
    ),
    "merge without alias": lambda: b"a: {<<: {x: 1}}\n",
    "5 000 digits": lambda: b"schema: " + b"9" * 5_000 + b"\n",
    "900 000 digits": lambda: b"schema: " + b"9" * 900_000 + b"\n",
    "900 000 decimals": lambda: b"schema: 0." + b"9" * 900_000 + b"\n",
    "infinity": lambda: b"schema: .inf\n",
    "not a number": lambda: b"schema: .nan\n",
    "sixty-fold": lambda: b"schema: 190:20:30:40:50:59:59:59:59:59\n",
    "huge plain text": lambda: b"schema: " + b"a" * 990_000 + b"\n",
    "huge quoted text": lambda: b'schema: "' + b"\\n" * 490_000 + b'"\n',
    "huge key": lambda: b"? " + b"k" * 990_000 + b"\n: 1\n",
    "900 000 empty rows": lambda: b"\n" * 900_000 + b"a: [",
    "40 000 unknown keys": lambda: b"".join(b"k%d: 1\n" % n for n in range(40_000)),
    "90 000 equal keys": lambda: b"k: 1\n" * 49_000,
    "60 000 tag directives": lambda: b"".join(b"%%TAG !a%d! b\n" % n for n in range(60_000)),
    "more than 1 MB": lambda: b"a: 1\n" * 300_000,
    "more than 100 000 parts": lambda: b"- a\n" * 200_000,
    "90 000 beginnings of conflicts": lambda: b"<<<<<<< a\n" * 90_000,
    "a python object": lambda: b"a: !!python/object/apply:os._exit [3]\n",
    "text where groups should be": lambda: b"themes: [{criteria: [a, [b], 3, null]}]\n",
}


def peak_megabytes() -> float:
    """The most memory this process has held; without /proc that of a parent may be in it."""
    status = Path("/proc/self/status")
    if status.exists():
        rows = dict(row.split(":", 1) for row in status.read_text().splitlines() if ":" in row)
        return int(rows["VmHWM"].split()[0]) / 1024
    try:
        import resource
    except ImportError:  # Windows keeps no such count; the other promises are tested there too
        return 0.0

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1024 * 1024 if sys.platform == "darwin" else 1024)


def main(name: str, file: str) -> None:
    """Read one hostile file and tell what came of it."""
    from natverkskollen.files.reading import read_model
    from natverkskollen.model.criteria import CriteriaSet

    path = Path(file)
    path.write_bytes(FILES[name]())
    reading = read_model(path, "criteria/fil.yaml", CriteriaSet)
    told = [[p.line, p.what, p.remedy] for p in reading.problems]
    print(json.dumps({"read": reading.model is not None, "told": told, "mb": peak_megabytes()}))


if __name__ == "__main__":
    main(*sys.argv[1:])
