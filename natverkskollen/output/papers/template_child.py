"""The process that fills in one template nobody vouches for, and then ends.

Run by template_process.py as `python -m natverkskollen.output.papers.template_child`. It reads a
line of JSON (the texts and the template's size) and the template from stdin, and writes a line of
JSON and the filled-in file to stdout. By then it can open no file and no connection, and has a
limit on processor time and memory where the system offers one.
"""

from __future__ import annotations

import contextlib
import json
import sys
from io import BytesIO

from natverkskollen.files.child_limits import close_the_door, hold
from natverkskollen.files.child_process import answer

MOST_OUTPUT = 50 * 1024 * 1024


def main() -> int:
    """Fill in one template; what went wrong is told on stdout."""
    hold(int(sys.argv[1]), lambda limit: answer({limit: True}))
    from natverkskollen.output.papers.fill import filled, sandbox
    from natverkskollen.output.papers.intake.fault import TemplateFault, unforeseen
    from natverkskollen.output.papers.kept_text import check_kept

    _load_everything()
    close_the_door()
    asked = json.loads(sys.stdin.buffer.readline())
    template = sys.stdin.buffer.read(asked["size"])
    out = BytesIO()
    try:
        filled(template, asked["context"]).save(out)
        if out.tell() > MOST_OUTPUT:
            raise MemoryError
        check_kept(template, out.getvalue(), asked["context"], sandbox())
    except TemplateFault as fault:
        return answer({"what": fault.what, "remedy": fault.remedy})
    except MemoryError:
        return answer({"memory": True})
    except RecursionError:
        what = "mallen har för många nivåer i varandra"
        return answer({"what": what, "remedy": "Ta bort slingorna och villkoren i varandra"})
    except Exception as error:  # the parent is answered in any case; it has nothing else to go by
        return answer(dict(zip(("what", "remedy"), unforeseen(error), strict=True)))
    return answer({}, out.getvalue())


def _load_everything() -> None:
    """Fill in tiny templates, good and bad, so that no library has a file left to open later."""
    from docx import Document

    from natverkskollen.output.papers.fill import filled
    from natverkskollen.output.papers.intake.fault import TemplateFault

    good = "{% if text == 'a' %}{{ text|upper }}{% endif %}"
    for text in (good, "{{ other }}", "{{ text", "{{ 1/0 }}", "{{ ''.__class__.x }}"):
        document, tiny = Document(), BytesIO()
        document.add_paragraph(text)
        document.sections[0].header.paragraphs[0].text = "{{ text }}"
        document.save(tiny)
        with contextlib.suppress(TemplateFault):
            filled(tiny.getvalue(), {"text": "a"}).save(BytesIO())


if __name__ == "__main__":
    sys.exit(main())
