"""The process that reads the text of one document, and then ends.

Run by document_reading.py as `python -m natverkskollen.dossier.document_child`. It reads a line of
JSON (the file's name) and the document from stdin, and answers with its parts as JSON. By then it
can open no file and no connection, and has a limit on processor time and memory.
"""

from __future__ import annotations

import contextlib
import encodings
import importlib
import io
import json
import pkgutil
import sys

from natverkskollen.dossier.document_text import UnreadableDocument, parts_of
from natverkskollen.files.child_limits import close_the_door, hold
from natverkskollen.files.child_process import answer

MEMORY = 1024 * 1024 * 1024


def main() -> int:
    """Read one document; what went wrong is told on stdout."""
    hold(int(sys.argv[1]), lambda limit: answer({limit: True}), MEMORY)
    _load_everything()
    close_the_door()
    asked = json.loads(sys.stdin.buffer.readline())
    try:
        parts = parts_of(sys.stdin.buffer.read(), asked["name"])
    except UnreadableDocument as error:
        return answer({"what": error.what, "remedy": error.remedy})
    except MemoryError:
        return answer({"memory": True})
    said = [(part.place, part.text) for part in parts]
    return answer({}, json.dumps(said).encode())


def _load_everything() -> None:
    """Read small documents of each kind, so that no library has a file left to open later."""
    import pikepdf
    import pypdf

    for package in (pypdf, encodings):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            with contextlib.suppress(ImportError):  # what an option or another system would need
                importlib.import_module(module.name)
    blank, page = io.BytesIO(), pikepdf.new()
    page.add_blank_page()
    page.save(blank)
    small = {"a.txt": b"\xef\xbb\xbfa", "b.txt": "b".encode("utf-16"), "c.html": b"<p>c</p>"}
    for name, raw in {**small, "d.pdf": blank.getvalue(), "e.docx": b"PK\x03\x04"}.items():
        with contextlib.suppress(UnreadableDocument):
            parts_of(raw, name)


if __name__ == "__main__":
    sys.exit(main())
