"""Templates that would fetch, embed or start something: none is approved, and no paper fetches.

The kinds: fields, pictures, chunks, embedded files, frames, controls, and the ways to hide them
from somebody who looks for names.
"""

from __future__ import annotations

import re
import shutil
import socket
import threading
import zipfile
from collections.abc import Callable
from io import BytesIO

import pytest
from docx import Document

from natverkskollen.files.problem import DataError
from natverkskollen.output.papers.docx import docx_bytes
from natverkskollen.output.papers.fill import sandbox
from natverkskollen.output.papers.picture import svg_png
from natverkskollen.output.papers.template_check import check_template
from tests import ROOT
from tests.building import word_files as made
from tests.building.papers import build_memo, result
from tests.office import convert

EVIL = "http://127.0.0.1:9/x"
Parts = made.Parts


def simple(code: str) -> str:
    return f'<w:p><w:fldSimple w:instr="{code}"><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p>'


def complex_(*codes: str, tag: str = "instrText") -> str:
    """A field in its five parts, with its instruction in as many pieces as there are."""
    begin, middle, end = (
        f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")
    )
    pieces = "".join(f"<w:r><w:{tag}>{code}</w:{tag}></w:r>" for code in codes)
    return f"<w:p>{begin}{pieces}{middle}<w:r><w:t>1</w:t></w:r>{end}</w:p>"


def nested(outer_before: str, inner: str, outer_after: str) -> str:
    """A field whose name is what another field says."""
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    text = "<w:r><w:instrText>{}</w:instrText></w:r>"
    begin, middle, end = (mark.format(kind) for kind in ("begin", "separate", "end"))
    inside = f"{begin}{text.format(inner)}{middle}<w:r><w:t>D</w:t></w:r>{end}"
    whole = f"{begin}{text.format(outer_before)}{inside}{text.format(outer_after)}{middle}{end}"
    return f"<w:p>{whole}</w:p>"


def field(markup: str) -> Callable[[Parts], Parts]:
    return lambda parts: made.in_body(parts, markup)


def picture(attribute: str, kind: str = "image") -> Callable[[Parts], Parts]:
    def build(parts: Parts) -> Parts:
        id_ = made.related(parts, kind, EVIL, outside=True)
        blip = f'<w:p><w:r><w:drawing><a:blip r:{attribute}="{id_}"/></w:drawing></w:r></w:p>'
        return made.in_body(parts, blip)

    return build


def vml(attribute: str) -> Callable[[Parts], Parts]:
    shape = f"<v:shape><v:imagedata {attribute}/></v:shape>"
    return field(f"<w:p><w:r><w:pict>{shape}</w:pict></w:r></w:p>")


def part(kind: str, name: str, content: bytes, markup: str = "") -> Callable[[Parts], Parts]:
    def build(parts: Parts) -> Parts:
        parts[f"word/{name}"] = content
        id_ = made.related(parts, kind, name)
        return made.in_body(parts, markup.format(id_)) if markup else parts

    return build


def outside(kind: str, of: str = "document") -> Callable[[Parts], Parts]:
    def build(parts: Parts) -> Parts:
        made.related(parts, kind, EVIL, outside=True, of=of)
        return parts

    return build


def drawing(parts: Parts) -> Parts:
    """An SVG that fetches, said to be a PNG."""
    svg = f'<svg xmlns="http://www.w3.org/2000/svg"><image href="{EVIL}"/></svg>'.encode()
    parts["word/media/image9.png"] = svg
    id_ = made.related(parts, "image", "media/image9.png")
    blip = f'<w:p><w:r><w:drawing><a:blip r:embed="{id_}"/></w:drawing></w:r></w:p>'
    return made.in_body(parts, blip)


def macros(parts: Parts) -> Parts:
    name = "[Content_Types].xml"
    new = b"application/vnd.ms-word.document.macroEnabled.main+xml"
    old = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    parts[name] = parts[name].replace(old, new)
    return parts


OLE = '<w:p><w:r><w:object><o:OLEObject r:id="{}"/></w:object></w:r></w:p>'
CODE = '"http://127.0.0.1:9/x"'.replace('"', "&quot;")
HOSTILE: dict[str, Callable[[Parts], Parts]] = {
    "DDEAUTO": field(complex_("DDEAUTO c:\\\\windows\\\\cmd.exe")),
    "DDE simple": field(simple("DDE excel x")),
    "DDE in pieces": field(complex_("D", "DE", "AUTO cmd")),
    "DDE small letters": field(complex_(" ddeauto cmd ")),
    "DDE deleted": field(complex_("DDEAUTO cmd", tag="delInstrText")),
    "DDE filled in": field(complex_("{{ 'DD' }}EAUTO cmd")),
    "DDE by QUOTE": field(nested("", "QUOTE 68 68 69 65 85 84 79", " cmd")),
    "DDE by half": field(nested("DDE", "QUOTE 65 85 84 79", " cmd")),
    "PAGE with a tail": field(nested("PAGE", "QUOTE x", " cmd")),
    "DDE in IF": field(nested("IF 1 = 1 ", "DDEAUTO cmd", " x")),
    "INCLUDETEXT": field(complex_(f"INCLUDETEXT {CODE}")),
    "INCLUDEPICTURE": field(complex_(f"INCLUDEPICTURE {CODE} \\d")),
    "LINK": field(complex_("LINK Excel.Sheet.8 \\\\\\\\server\\\\x.xls")),
    "DATABASE": field(simple("DATABASE \\d x")),
    "IMPORT": field(simple(f"IMPORT {CODE}")),
    "RD": field(simple(f"RD {CODE}")),
    "EMBED": field(simple("EMBED Package")),
    "field without a name": field(complex_("\\\\server\\x")),
    "external picture": picture("embed"),
    "linked picture": picture("link"),
    "picture by a hyperlink": picture("link", "hyperlink"),
    "VML picture": vml(f'src="{EVIL}"'),
    "VML picture at an office address": vml(f'o:href="{EVIL}"'),
    "VML picture on a share": vml('src="\\\\server\\x.png"'),
    "drawing said to be a picture": drawing,
    "altChunk": part(
        "aFChunk", "x.html", b"<img src='http://127.0.0.1:9/x'>", '<w:altChunk r:id="{}"/>'
    ),
    "altChunk outside": outside("aFChunk"),
    "OLE": part("oleObject", "x.bin", b"x", OLE),
    "OLE outside": outside("oleObject"),
    "embedded workbook": part("package", "x.xlsx", b"PK", OLE),
    "ActiveX": part("control", "x.xml", b"<x/>", '<w:p><w:r><w:control r:id="{}"/></w:r></w:p>'),
    "subdocument": part("subDocument", "x.docx", b"x", '<w:subDoc r:id="{}"/>'),
    "frame": outside("frame", of="webSettings"),
    "video": part("video", "x.mp4", b"x"),
    "chart": part("chart", "charts/x.xml", b"<x/>"),
    "picture in a head": outside("image", of="header1"),
    "macros by type": macros,
    "macros by relation": part(
        "http://schemas.microsoft.com/office/2006/relationships/vbaProject", "x.bin", b"x"
    ),
    "something new": part(
        "urn:x/nyhet", "x.xml", b"<x/>", '<w:p><w:r><w:x r:id="{}"/></w:r></w:p>'
    ),
}
HARMLESS = {"drawing said to be a picture"}  # left out of the paper, and told


@pytest.mark.parametrize("name", HOSTILE)
def test_no_template_that_reaches_out_is_approved(tmp_path, name):
    path = tmp_path / "huddinge.docx"
    shutil.copy(ROOT / "templates" / "huddinge.yaml", tmp_path)
    path.write_bytes(made.packed(HOSTILE[name](made.document(made.plain))))
    memo = build_memo(result())
    if name in HARMLESS:
        assert b"127.0.0.1" not in b"".join(_parts(docx_bytes(memo, path)))
        return
    words = [str(problem) for problem in check_template(path)]
    assert words and all("Traceback" not in each for each in words)
    with pytest.raises(DataError):
        docx_bytes(memo, path)


def _parts(content: bytes) -> list[bytes]:
    with zipfile.ZipFile(BytesIO(content)) as package:
        return [package.read(name) for name in package.namelist()]


GOOD_FIELDS = [
    simple("PAGE"),
    simple(" NUMPAGES  \\* MERGEFORMAT "),
    complex_(' DATE \\@ "yyyy-MM-dd" '),
    complex_("STYLEREF ", '"Rubrik 1"'),
    complex_("DOCPROPERTY Dnr"),
    complex_("FORMTEXT"),
    complex_("MACROBUTTON NoMacro [Skriv här]"),
    complex_("=2+2"),
    complex_('HYPERLINK "https://orten.example"'),
    nested("IF ", "PAGE", " = 1 a b"),
    complex_(""),
]


@pytest.mark.parametrize("markup", GOOD_FIELDS)
def test_the_fields_that_templates_have_are_kept(tmp_path, markup):
    path = tmp_path / "huddinge.docx"
    path.write_bytes(made.packed(made.in_body(made.document(made.plain), markup)))
    xml = b"".join(_parts(docx_bytes(build_memo(result()), path)))
    assert b"w:instr" in xml or b"fldChar" in xml


def test_a_link_that_somebody_clicks_on_is_kept(tmp_path):
    parts = made.document(made.plain)
    id_ = made.related(parts, "hyperlink", "https://orten.example/", outside=True)
    link = f'<w:p><w:hyperlink r:id="{id_}"><w:r><w:t>Orten</w:t></w:r></w:hyperlink></w:p>'
    path = tmp_path / "huddinge.docx"
    path.write_bytes(made.packed(made.in_body(parts, link)))
    assert b"https://orten.example/" in b"".join(_parts(docx_bytes(build_memo(result()), path)))


def test_an_office_program_that_opens_a_finished_paper_asks_for_nothing(tmp_path):
    asked = []
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.2)
        done = threading.Event()

        def listen() -> None:
            while not done.is_set():
                try:
                    connection, _ = server.accept()
                except TimeoutError:
                    continue
                asked.append(connection.recv(200))
                connection.close()

        listener = threading.Thread(target=listen)
        listener.start()
        here = f"http://127.0.0.1:{server.getsockname()[1]}/x"
        # That we would hear it: the same program opening a file that fetches a picture.
        loud = tmp_path / "loud.docx"
        loud.write_bytes(_loud(here))
        convert([loud], "pdf", tmp_path)
        heard = len(asked)
        assert heard
        papers = []
        for number, program in enumerate(made.PROGRAMS):
            parts = made.PROGRAMS[program](made.document(made.head_and_foot))
            (tmp_path / "m.docx").write_bytes(made.packed(parts))
            papers.append(tmp_path / f"{number}.docx")
            papers[-1].write_bytes(docx_bytes(build_memo(result()), tmp_path / "m.docx"))
        convert(papers, "pdf", tmp_path)
        assert all(paper.with_suffix(".pdf").stat().st_size for paper in papers)
        done.set()
        listener.join()
    assert len(asked) == heard


def _loud(address: str) -> bytes:
    """A Word file with a picture that is fetched from this address."""
    word = Document()
    word.add_picture(BytesIO(svg_png('<svg xmlns="http://www.w3.org/2000/svg"/>', 72)))
    parts = made.parts_of(word)
    id_ = made.related(parts, "image", address, outside=True).encode()
    name = "word/document.xml"
    parts[name] = re.sub(rb'r:embed="[^"]*"', b'r:link="' + id_ + b'"', parts[name])
    return made.packed(parts)


def test_the_sandbox_has_no_way_to_mark_text_as_markup():
    assert not {"safe", "xmlattr", "urlize"} & sandbox().filters.keys()
