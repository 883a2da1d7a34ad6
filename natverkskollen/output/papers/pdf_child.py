"""The process that sets one PDF, and then ends.

Run by pdf_process.py as `python -m natverkskollen.output.papers.pdf_child`. It reads JSON (what the
page says and when it was written) from stdin, and writes a line of JSON and the file to stdout. It
has a limit on processor time and memory where the system offers one.
"""

from __future__ import annotations

import json
import sys
import unicodedata
from pathlib import Path

from natverkskollen.files.child_limits import hold
from natverkskollen.files.child_process import answer

SOURCE = Path(__file__).with_name("tjansteskrivelse.typ")
MEMORY = 1536 * 1024 * 1024
_INVISIBLE = {"Cf": "", "Zl": " ", "Zp": " "}


def main() -> int:
    """Set one PDF; what went wrong is told on stdout."""
    hold(int(sys.argv[1]), lambda limit: answer({limit: True}), MEMORY)
    import typst

    asked = json.loads(sys.stdin.buffer.read())
    try:
        return answer({}, set_page(asked["said"], asked["written"]))
    except typst.TypstError as error:
        return answer({"refused": " ".join(str(error).split())[:200]})
    except BaseException as error:  # a panic in typst is no Exception
        return answer({"failed": type(error).__name__})


def set_page(said: str, written: int) -> bytes:
    """The PDF of a page, as of some time in seconds since 1970; typst.TypstError if refused."""
    import typst

    try:
        return _compiled(said, written)
    except typst.TypstError:
        # An invisible sign with no letter beside it has no glyph to be set with. Without such
        # signs the page looks the same; the Word file and the plain text keep them.
        return _compiled(_without_invisible(said), written)


def _compiled(said: str, written: int) -> bytes:
    import typst

    from natverkskollen.output.papers.glyphs import fonts

    content = typst.compile(
        SOURCE.read_bytes(),
        format="pdf",
        pdf_standards=["ua-1", "a-2a"],
        sys_inputs={"paper": said},
        font_paths=fonts(),
        timestamp=written,
    )
    assert isinstance(content, bytes)
    return content


def _without_invisible(said: str) -> str:
    return "".join(_INVISIBLE.get(unicodedata.category(sign), sign) for sign in said)


if __name__ == "__main__":
    sys.exit(main())
