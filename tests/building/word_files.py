"""Templates as different programs save them, and as somebody who means harm would build them.

Only structure is imitated: which parts there are, what they are called, how text is cut up.
"""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from io import BytesIO

from docx import Document
from docx.document import Document as Word
from docx.enum.section import WD_SECTION
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from lxml import etree

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
FIXED = ("Vi som bor här", "Så överklagar du", "Postadress 123 45 Orten")
W = nsdecls("w")

Layout = Callable[[Word], None]
Parts = dict[str, bytes]


def run(text: str) -> str:
    return f'<w:r {W}><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(word: Word, *pieces: str) -> None:
    """A paragraph of these pieces of XML, one after the other."""
    made = word.add_paragraph()
    for piece in pieces:
        made._p.append(parse_xml(piece))


def content(word: Word) -> None:
    word.add_paragraph("{{ innehall }}")


def plain(word: Word) -> None:
    word.add_paragraph("{{ rubrik }}", style="Title")
    content(word)


def cut_up(word: Word) -> None:
    """Each placeholder in five runs with spelling marks between, as Word leaves it."""
    for name in ("rubrik", "datum", "innehall"):
        pieces = [run("{"), run("{ "), f'<w:proofErr {W} w:type="spellStart"/>', run(name)]
        paragraph(word, *pieces, f'<w:proofErr {W} w:type="spellEnd"/>', run(" }"), run("}"))


def tracked(word: Word) -> None:
    """Half of a placeholder written with changes tracked, another one taken away."""
    ins = f'<w:ins {W} w:id="1" w:author="A">{run("valtning }}")}</w:ins>'
    gone = f'<w:del {W} w:id="2" w:author="A"><w:r><w:delText>Gammalt</w:delText></w:r></w:del>'
    paragraph(word, run("Från {{ for"), ins, gone, run(" med hälsning"))
    content(word)


def control(word: Word) -> None:
    """A placeholder in a content control that is bound to a part of its own."""
    binding = f'<w:dataBinding {W} w:xpath="/a" w:storeItemID="{{1}}"/>'
    shown = f"<w:sdtContent>{run('{{ datum }}')}</w:sdtContent>"
    box = f"<w:sdt {W}><w:sdtPr>{binding}</w:sdtPr>{shown}</w:sdt>"
    paragraph(word, run("Datum "), box)
    content(word)


def half_in_control(word: Word) -> None:
    box = f"<w:sdt {W}><w:sdtContent>{run('rubrik }} slut')}</w:sdtContent></w:sdt>"
    paragraph(word, run("{{ "), box)
    content(word)


def in_cell(word: Word) -> None:
    table = word.add_table(1, 2)
    table.rows[0].cells[0].text = "Handläggare {{ handlaggare }}"
    table.rows[0].cells[1].text = "{{ innehall }}"


def head_and_foot(word: Word) -> None:
    section = word.sections[0]
    section.different_first_page_header_footer = True
    section.first_page_header.paragraphs[0].text = "{{ kommun }}\t{{ diarienummer }}"
    section.footer.paragraphs[0].text = "{{ sidfot }} Postadress"
    content(word)


def conditions(word: Word) -> None:
    for line in ("{%p if diarienummer %}", "Dnr {{ diarienummer }}", "{%p endif %}"):
        word.add_paragraph(line)
    word.add_paragraph("{% if handlaggare %}Handläggare: {{ handlaggare }}{% else %}–{% endif %}")
    content(word)


def two_sections(word: Word) -> None:
    word.add_paragraph("Försättsblad för {{ rubrik }}")
    word.add_section(WD_SECTION.NEW_PAGE)
    content(word)


LAYOUTS: dict[str, Layout] = {
    each.__name__: each
    for each in (
        plain,
        cut_up,
        tracked,
        control,
        half_in_control,
        in_cell,
        head_and_foot,
        conditions,
        two_sections,
    )
}


def document(layout: Layout) -> Parts:
    """A template of that layout, with fixed text before and after, as the parts of its file."""
    word = Document()
    word.add_paragraph(FIXED[0])
    layout(word)
    for text in FIXED[1:]:
        word.add_paragraph(text)
    return parts_of(word)


def parts_of(word: Word) -> Parts:
    out = BytesIO()
    word.save(out)
    with zipfile.ZipFile(out) as package:
        return {name: package.read(name) for name in package.namelist()}


def packed(parts: Parts, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", method) as package:
        for name, part in parts.items():
            package.writestr(name, part)
    return out.getvalue()


def related(
    parts: Parts, kind: str, target: str, outside: bool = False, of: str = "document"
) -> str:
    """Add a relation to a part; its id."""
    name = f"word/_rels/{of}.xml.rels"
    empty = f'<Relationships xmlns="{RELATIONS}"></Relationships>'.encode()
    known = parts.get(name, empty)
    id_ = f"rIdNy{known.count(b'<Relationship ')}"
    mode = ' TargetMode="External"' if outside else ""
    type_ = kind if "://" in kind else f"{OFFICE}/{kind}"
    new = f'<Relationship Id="{id_}" Type="{type_}" Target="{target}"{mode}/></Relationships>'
    parts[name] = known.replace(b"</Relationships>", new.encode())
    return id_


def typed(parts: Parts, name: str, type_: str) -> None:
    new = f'<Override PartName="/{name}" ContentType="{type_}"/></Types>'.encode()
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(b"</Types>", new)


def word(parts: Parts) -> Parts:
    """Saved by Word from the municipality's own template."""
    target = r"file:///\\server\mallar\Brev.dotx"
    id_ = related(parts, "attachedTemplate", target, outside=True, of="settings")
    parts["word/settings.xml"] = inside(
        parts["word/settings.xml"], f'<w:attachedTemplate r:id="{id_}"/>', first=True
    )
    return parts


def inside(part: bytes, markup: str, first: bool = False) -> bytes:
    """A part with markup in its root element."""
    root = parse_xml(part)
    new = parse_xml(f"<w:x {nsdecls('w', 'r')}>{markup}</w:x>")
    for element in list(new):
        root.insert(0, element) if first else root.append(element)
    return etree.tostring(root, encoding="UTF-8", standalone=True)


def word_for_the_web(parts: Parts) -> Parts:
    """The main part has another name there, and there is no docProps."""
    moved = {}
    for name, part in parts.items():
        if name.startswith("docProps/"):
            continue
        new = name.replace("word/document.xml", "word/document2.xml")
        new = new.replace("_rels/document.xml.rels", "_rels/document2.xml.rels")
        moved[new] = part
    for name in ("[Content_Types].xml", "_rels/.rels"):
        moved[name] = moved[name].replace(b"word/document.xml", b"word/document2.xml")
    return moved


def libreoffice(parts: Parts) -> Parts:
    """Settings without what Word writes, properties of its own, absolute targets, no theme."""
    name = "word/_rels/document.xml.rels"
    parts[name] = (
        parts[name]
        .replace(b'Target="', b'Target="/word/')
        .replace(b'Target="/word/../', b'Target="/')
    )
    parts["docProps/custom.xml"] = b'<Properties xmlns="urn:x"/>'
    rels = parts["_rels/.rels"]
    new = (
        f'<Relationship Id="rIdC" Type="{OFFICE}/custom-properties" Target="docProps/custom.xml"/>'
    )
    parts["_rels/.rels"] = rels.replace(b"</Relationships>", f"{new}</Relationships>".encode())
    return parts


def google_docs(parts: Parts) -> Parts:
    """A picture that leads nowhere, no comments, no settings to speak of."""
    related(parts, "image", "../NULL")
    parts.pop("docProps/thumbnail.jpeg", None)
    relations = parts["_rels/.rels"].replace(b"/>", b"/>\n").split(b"\n")
    parts["_rels/.rels"] = b"".join(each for each in relations if b"thumb" not in each)
    return parts


def sharepoint(parts: Parts) -> Parts:
    """Columns of the library in parts of their own, one without a declaration and one in UTF-16."""
    for number, part in enumerate(
        (
            b'<?mso-contentType ?><FormTemplates xmlns="urn:x"/>',
            '<?xml version="1.0" encoding="UTF-16"?><a>{{ datum }}</a>'.encode("utf-16"),
        ),
        7,
    ):
        name = f"customXml/item{number}.xml"
        parts[name] = part
        related(parts, "customXml", f"../{name}")
    parts["docProps/core.xml"] = parts["docProps/core.xml"].replace(
        b"<dc:description>", b"<dc:description>" + b"x" * 400
    )
    return parts


PROGRAMS: dict[str, Callable[[Parts], Parts]] = {
    each.__name__: each for each in (word, word_for_the_web, libreoffice, google_docs, sharepoint)
}


def as_template(parts: Parts) -> Parts:
    """Saved as a Word template (.dotx) and then given the ending .docx."""
    name = "[Content_Types].xml"
    parts[name] = parts[name].replace(b"document.main+xml", b"template.main+xml")
    return parts


def in_body(parts: Parts, markup: str) -> Parts:
    """With this markup in a paragraph of its own, first in the text."""
    name = "word/document.xml"
    spaces = nsdecls("w", "r", "wp", "a", "pic")
    extra = (
        'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
    )
    body = parse_xml(parts[name])
    new = parse_xml(f"<w:body {spaces} {extra}>{markup}</w:body>")
    for element in reversed(list(new)):
        body.find(qn("w:body")).insert(0, element)
    parts[name] = etree.tostring(body, encoding="UTF-8", standalone=True)
    return parts
