"""A document is read where no file can be opened: what it brings with it reaches nothing."""

from __future__ import annotations

import subprocess
import sys

CODE = """
import sys
from natverkskollen.dossier import document_child
document_child.parts_of = lambda raw, name: open(sys.executable, "rb").close() or []
sys.argv = ["child", "20"]
sys.exit(document_child.main())
"""


def test_no_file_can_be_opened_while_a_document_is_read() -> None:
    told = subprocess.run(
        [sys.executable, "-c", CODE], input=b'{"name": "a.txt"}\nText', capture_output=True
    )
    assert told.returncode != 0 and told.stdout == b""
