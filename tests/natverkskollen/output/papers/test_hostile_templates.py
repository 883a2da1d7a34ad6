"""Hostile Word templates: nothing in them runs, reads or outlasts its limits, and each is told."""

from __future__ import annotations

import os
import shutil
import zipfile
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from docx import Document
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from natverkskollen.files.problem import DataError
from natverkskollen.output.papers import template_process
from natverkskollen.output.papers.render import draft
from natverkskollen.output.papers.template_process import _start
from tests import ROOT
from tests.building.papers import result

RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
FOOTNOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
SECRET = "hemligheten-i-filen"


@pytest.fixture(autouse=True)
def real_children(monkeypatch) -> None:
    """The very processes that the program starts, with nothing made ready beforehand."""
    monkeypatch.setattr(template_process, "_start", _start)


@pytest.fixture
def folder(folder: Path) -> Path:
    """One with a secret beside the templates."""
    (folder / "secret.txt").write_text(SECRET)
    return folder


def refused(folder: Path, content: bytes) -> str:
    """The Swedish words the template is refused with; nothing has run meanwhile."""
    (folder / "templates" / "huddinge.docx").write_bytes(content)
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*")}
    with pytest.raises(DataError) as caught:
        draft(result(), folder).docx()
    assert {path: path.stat().st_mtime_ns for path in folder.rglob("*")} == before
    (problem,) = caught.value.problems
    assert problem.file == "templates/huddinge.docx"
    assert problem.what and problem.remedy and SECRET not in str(problem)
    return str(problem)


def saved(document) -> bytes:
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def in_body(code: str) -> bytes:
    document = Document()
    document.add_paragraph(code)
    document.add_paragraph("{{ innehall }}")
    return saved(document)


def in_head(code: str) -> bytes:
    document = Document()
    document.add_paragraph("{{ innehall }}")
    document.sections[0].header.paragraphs[0].text = code
    return saved(document)


def in_foot(code: str) -> bytes:
    document = Document()
    document.add_paragraph("{{ innehall }}")
    document.sections[0].footer.paragraphs[0].text = code
    return saved(document)


def in_text_box(code: str) -> bytes:
    document = Document()
    paragraph = document.add_paragraph()
    box = (
        f"<w:r {nsdecls('w')} xmlns:v='urn:schemas-microsoft-com:vml'><w:pict><v:shape><v:textbox>"
        "<w:txbxContent><w:p><w:r><w:t>CODE</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape>"
        "</w:pict></w:r>"
    )
    paragraph._p.append(parse_xml(box))
    paragraph._p.xpath(".//w:t")[0].text = code
    document.add_paragraph("{{ innehall }}")
    return saved(document)


def in_footnotes(code: str) -> bytes:
    document = Document()
    document.add_paragraph("{{ innehall }}")
    note = (
        f"<w:footnotes {nsdecls('w')}><w:footnote w:id='2'><w:p><w:r><w:t></w:t></w:r></w:p>"
        "</w:footnote></w:footnotes>"
    )
    blob = note.replace("<w:t>", f"<w:t>{escape(code)}").encode()
    part = Part(PackURI("/word/footnotes.xml"), FOOTNOTES, blob, document.part.package)
    document.part.relate_to(part, f"{OFFICE}/footnotes")
    return saved(document)


SHELL = (
    "{{ ''.__class__.__mro__[1].__subclasses__()[132].__init__.__globals__['system']('touch x') }}"
)


@pytest.mark.parametrize(
    "place",
    [in_body, in_head, in_foot, in_text_box, in_footnotes],
    ids=lambda p: p.__name__,
)
def test_the_shell_is_out_of_reach_from_every_place(folder, place):
    assert "inte är tillåtet" in refused(folder, place(SHELL))


@pytest.mark.parametrize(
    "code",
    [
        "{{ self.__init__.__globals__.__builtins__.open('secret.txt').read() }}",
        "{{ cycler.__init__.__globals__.os.popen('cat secret.txt').read() }}",
        "{{ lipsum.__globals__['os'].system('touch x') }}",
        "{{ rubrik|attr('__class__') }}",
        "{{ rubrik|map(attribute='__class__')|list }}",
        "{{ '{0.__class__.__init__.__globals__}'.format(rubrik) }}",
        "{% set f = 'x{0.__class__}'.format %}{{ f(rubrik) }}",
        "{% include '/etc/passwd' %}",
        "{% include 'secret.txt' %}",
        "{% import 'os' as os %}{{ os.environ }}",
        "{% extends 'base.docx' %}",
        "{{ config }}{{ request.application }}",
        "{{ namespace(x=1).__class__ }}",
        "{{ rubrik.encode().__class__.__base__.__subclasses__() }}",
    ],
)
def test_no_way_of_reaching_out_works(folder, code):
    refused(folder, in_body(code))


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("{% for a in rubrik * 9999 %}" * 4 + "{% endfor %}" * 4, "2 sekunder"),
        ("{% if 3 ** 200000000 %}{% endif %}", "inte är tillåtet"),
        ("{{ rubrik * 1000000000 }}", "minne"),
        ("{{ rubrik.center(900000000) }}", "minne"),
        ("{% for a in rubrik * 99999 %}{{ rubrik * 9999 }}{% endfor %}", "Ta bort slingorna"),
        ("{% for x in range(1000000000) %}x{% endfor %}", "'range' finns inte"),
        ("{% macro m() %}{% if m() %}{% endif %}{% endmacro %}{% if m() %}{% endif %}", "'m'"),
        ("{% macro rubrik() %}{{ rubrik() }}{% endmacro %}{{ rubrik() }}", "nivåer i varandra"),
        ("{% if rubrik %}" * 400 + "{% endif %}" * 400, "i varandra"),
    ],
)
def test_what_never_ends_is_ended(folder, monkeypatch, code, words):
    assert template_process.CPU_SECONDS == 10
    monkeypatch.setattr(template_process, "CPU_SECONDS", 2)
    monkeypatch.setattr(template_process, "PATIENCE", 60)  # it is the processor that ends it
    start = os.times().children_user
    assert words in refused(folder, in_body(code))
    assert os.times().children_user - start < 10


def repacked(add: dict[str, bytes], replace: dict[str, tuple[bytes, bytes]] | None = None) -> bytes:
    """The shipped template with these parts added, and these bytes replaced in others."""
    out = BytesIO()
    with (
        zipfile.ZipFile(ROOT / "templates" / "huddinge.docx") as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            before, after = (replace or {}).get(name, (b"", b""))
            new.writestr(
                name, old.read(name).replace(before, after, 1) if before else old.read(name)
            )
        for name, content in add.items():
            new.writestr(name, content)
    return out.getvalue()


def outside(kind: str, mode: str = "External", target: str = "http://evil.example/x") -> bytes:
    return (
        f'<Relationships xmlns="{RELATIONS}"><Relationship Id="r9" TargetMode="{mode}" '
        f'Target="{target}" Type="{OFFICE}/{kind}"/></Relationships>'
    ).encode()


ENTITY = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>'


@pytest.mark.parametrize(
    ("add", "words"),
    [
        ({"word/media/a.emf": b"\0" * 40_000_000}, "gånger större"),
        ({"word/media/a.emf": b"\0" * 60_000_000}, "50 MB"),
        ({"word/a.xml": b"<x>" + bytes(range(32, 60)) * 400_000 + b"</x>"}, "gånger större"),
        ({f"word/a{n}.xml": b"<x/>" for n in range(2001)}, "fler än 2000"),
        ({"word/vbaProject.bin": b"x"}, "makron"),
        ({"word/activeX/activeX1.bin": b"x"}, "makron"),
        ({"word/embeddings/oleObject1.bin": b"x"}, "makron"),
        ({"word/embeddings/calc.xlsx": b"x"}, "makron"),
        ({"word/afchunk1.html": b"<script>"}, "makron"),
        ({"word/_rels/a.xml.rels": outside("subDocument")}, "utifrån"),
        ({"word/_rels/a.xml.rels": outside("image", target="file:///etc/passwd")}, "utifrån"),
        ({"word/_rels/a.xml.rels": outside("oleObject", mode="external")}, "inbäddat"),
        ({"word/_rels/a.xml.rels": outside("frame", target=r"\\evil\share")}, "utifrån"),
        ({"word/a.xml": ENTITY.encode()}, "dokumenttyp"),
        ({"word/a.xml": ENTITY.encode("utf-16")}, "dokumenttyp"),
        ({"word/a.xml": ENTITY.encode("utf-16-be")}, "dokumenttyp"),
        ({"../../x": b"x"}, "otillåten del"),
        ({"word/..\\..\\x": b"x"}, "otillåten del"),
        ({"/etc/x": b"x"}, "otillåten del"),
    ],
)
def test_a_dangerous_package_is_refused_before_anything_in_it_is_read(folder, add, words):
    assert words in refused(folder, repacked(add))


def test_a_macro_document_renamed_is_refused(folder):
    swap = (b"wordprocessingml.document.main+xml", b"ms-word.document.macroEnabled.main+xml")
    assert "makron" in refused(folder, repacked({}, {"[Content_Types].xml": swap}))


def test_two_parts_of_the_same_name_are_refused(folder):
    with pytest.warns(UserWarning, match="Duplicate name"):
        content = repacked({"word/document.xml": b"<x/>"})
    assert "samma namn" in refused(folder, content)


def test_a_file_that_is_too_large_is_not_read(folder):
    assert "20 MB" in refused(folder, b"PK" * 11_000_000)


def test_the_child_has_no_secrets_and_no_files(folder, monkeypatch):
    monkeypatch.setenv("NATVERKSKOLLEN_SECRET", SECRET)
    child = _start()
    try:
        environment = Path(f"/proc/{child.pid}/environ")
        if environment.exists():
            assert SECRET.encode() not in environment.read_bytes()
    finally:
        template_process._end(child)


def test_a_template_of_the_municipalitys_own_gives_the_same_file_as_ours(folder):
    ours = draft(result(), ROOT).docx()
    own = repacked({})
    assert own != (ROOT / "templates" / "huddinge.docx").read_bytes()
    (folder / "templates" / "huddinge.docx").write_bytes(own)
    shutil.copy(ROOT / "templates" / "huddinge.yaml", folder / "templates" / "huddinge.yaml")
    theirs = draft(result(), folder).docx()
    texts = [[p.text for p in Document(BytesIO(c)).paragraphs] for c in (ours, theirs)]
    assert texts[0] == texts[1]
