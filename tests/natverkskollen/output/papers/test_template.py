"""A municipality's own template: it steers, it goes first, and its faults are told in Swedish."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path

import pytest
from docx import Document
from docxtpl import DocxTemplate
from jinja2 import Environment, meta

from natverkskollen.files.problem import DataError
from natverkskollen.output.papers.default_template import SHIPPED as WRITTEN
from natverkskollen.output.papers.default_template import default_template
from natverkskollen.output.papers.intake.zip_check import MOST_ENTRIES
from natverkskollen.output.papers.placeholders import placeholders
from natverkskollen.output.papers.render import draft
from natverkskollen.output.papers.template import (
    SECTIONS,
    MemoTemplate,
    is_shipped,
    read_template,
    template_ids,
)
from natverkskollen.output.papers.template import SHIPPED as KNOWN
from tests import ROOT
from tests.building.papers import build_memo, opened, result

SHIPPED = ROOT / "templates"
TITLED = result(case={"title": "Provet"})


def word_template(folder: Path, *lines: str, header: str = "") -> None:
    document = Document()
    for line in lines:
        document.add_paragraph(line)
    if header:
        document.sections[0].header.paragraphs[0].text = header
    document.save(folder / "templates" / "huddinge.docx")


def mapping(folder: Path, change) -> None:
    text = (SHIPPED / "huddinge.yaml").read_text(encoding="utf-8")
    (folder / "templates" / "huddinge.yaml").write_text(change(text), encoding="utf-8")


def refused(folder: Path, template: str = "huddinge") -> str:
    with pytest.raises(DataError) as caught:
        draft(result(), folder, template).docx()
    return str(caught.value)


@pytest.mark.parametrize("name", WRITTEN)
def test_the_shipped_templates_are_those_the_program_writes_and_knows(name):
    content = (SHIPPED / f"{name}.docx").read_bytes()
    assert content == default_template(name)
    assert is_shipped(content)
    assert sorted(KNOWN) == sorted(WRITTEN) == sorted(p.stem for p in SHIPPED.glob("*.docx"))


def test_the_shipped_template_asks_for_exactly_what_the_code_supplies():
    template = DocxTemplate(SHIPPED / "huddinge.docx")
    asked = template.get_undeclared_template_variables(Environment())
    document = template.get_docx()
    for part in (document.sections[0].first_page_header, document.sections[0].first_page_footer):
        xml = template.patch_xml(template.xml_to_string(part._element))
        asked |= meta.find_undeclared_variables(Environment().parse(xml))
    assert asked == set(placeholders(build_memo(result())))


def test_the_readme_explains_every_placeholder_section_and_key():
    readme = (SHIPPED / "README.md").read_text(encoding="utf-8")
    for name in placeholders(build_memo(result())):
        assert f"{{{{ {name} }}}}" in readme
    for section in SECTIONS:
        assert f"`{section}`" in readme


def test_the_shipped_mapping_is_the_default():
    read = read_template(ROOT)
    assert read.kept == MemoTemplate().kept
    assert all(read.heading(id_) == SECTIONS[id_] for id_ in read.kept)


def test_a_mapping_from_before_the_appendices_were_files_of_their_own_still_holds(folder):
    """The sections of 0.1.0, each with a heading of its own and the appendix last."""
    old = [
        "forslag-till-beslut",
        "sammanfattning",
        "beskrivning",
        "synpunkter",
        "alternativ",
        "ekonomi",
        "juridik",
        "barn",
        "uppfoljning",
        "beslutsunderlag",
        "skickas-till",
        "underskrifter",
        "bilaga",
    ]
    template = MemoTemplate(order=tuple(old), headings={"bilaga": "Bilaga", "barn": "Barn"})
    assert list(template.mistakes()) == []
    assert template.kept == tuple(old[:-1])
    without = MemoTemplate(order=tuple(s for s in old if s != "barn"))
    assert [m.path for m in without.mistakes()] == [("order",)]


def test_headings_order_and_omission_steer_screen_and_file(folder):
    def change(text: str) -> str:
        text = text.replace("synpunkter: Förvaltningens synpunkter", "synpunkter: Bedömning")
        text = text.replace("  - ekonomi\n", "").replace("omit: []", "omit: [ekonomi]")
        return text.replace("  - sammanfattning\n", "").replace(
            "  - forslag-till-beslut\n", "  - sammanfattning\n  - forslag-till-beslut\n"
        )

    mapping(folder, change)
    headings = [s.heading for s in draft(result(), folder).sections if s.heading]
    assert headings[:4] == [
        "Sammanfattning",
        "Förslag till beslut",
        "Beskrivning av ärendet",
        "Bedömning",
    ]
    assert "Barnets bästa" not in headings
    word = opened(draft(result(), folder).docx())
    assert [p.text for p in word.paragraphs if p.style.name == "Heading 2"] == headings


def test_page_notation_document_name_and_footer_steer(folder):
    mapping(
        folder,
        lambda text: (
            text.replace('"{sida} ({sidor})"', '"Sida {sida} av {sidor}"')
            .replace("document_name: Tjänsteskrivelse", "document_name: Tjänsteutlåtande")
            .replace("# footer: Huddinge kommun, 141 85 Huddinge", "footer: Rådhuset & torget")
        ),
    )
    page = opened(draft(result(), folder).docx()).sections[0]
    texts = "".join(
        node.text or "" for node in page.header._element.iter() if node.tag[-2:] == "}t"
    )
    assert "Sida 1 av 1" in texts
    assert "Tjänsteutlåtande" in texts
    assert page.footer.paragraphs[0].text == "Rådhuset & torget"


def test_the_data_folders_template_goes_before_the_programs(folder):
    word_template(folder, "{{ rubrik }} i egen mall", "{{ innehall }}")
    texts = [p.text for p in opened(draft(TITLED, folder).docx()).paragraphs]
    assert texts[0] == "Provet i egen mall"
    assert "Förslag till beslut" in texts


def test_a_bare_template_gets_the_styles_and_lists_it_lacks(folder):
    shutil.copy(SHIPPED / "huddinge.docx", folder / "templates" / "huddinge.docx")
    path = folder / "templates" / "huddinge.docx"
    document = Document(path)
    for name in ("List Number", "Memotabell", "Memo Motivering", "Heading 4"):
        style = document.styles[name].element
        style.getparent().remove(style)
    relations = document.part.rels
    for id_ in [i for i, each in relations.items() if each.reltype.endswith("/numbering")]:
        del relations[id_]
    document.save(path)
    word = opened(draft(result(), folder).docx())
    assert {"List Number", "Memotabell", "Memo Motivering"} <= {p.name for p in word.styles}


@pytest.mark.parametrize(
    "attack",
    [
        "{{ ''.__class__.__mro__ }}",
        "{{ rubrik.__class__.__base__.__subclasses__() }}",
        "{{ cycler.__init__.__globals__ }}",
        "{{ self.__init__.__globals__ }}",
        "{{ rubrik.__init__.__globals__.os.system('id') }}",
        "{% for x in range(10**9) %}x{% endfor %}",
    ],
)
@pytest.mark.parametrize("place", ["body", "header"])
def test_a_template_cannot_reach_out_of_its_sandbox(folder, attack, place):
    if place == "body":
        word_template(folder, attack, "{{ innehall }}")
    else:
        word_template(folder, "{{ innehall }}", header=attack)
    told = refused(folder)
    assert told.startswith("templates/huddinge.docx: ")
    assert "tillåtet" in told or "finns inte" in told or "går inte" in told


def test_an_attack_in_the_documents_title_is_left_out(folder):
    word_template(folder, "{{ innehall }}")
    path = folder / "templates" / "huddinge.docx"
    document = Document(path)
    document.core_properties.title = "{{ ''.__class__.__mro__ }}"
    document.save(path)
    word = opened(draft(TITLED, folder).docx())
    assert word.core_properties.title == "Provet"


def test_an_unknown_placeholder_is_named_with_those_that_exist(folder):
    word_template(folder, "{{ rubirk }}", "{{ innehall }}")
    told = refused(folder)
    assert "platshållaren 'rubirk' finns inte" in told
    assert "Menade du {{ rubrik }}?" in told and "forvaltning" in told.split("De som finns är")[1]


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        (["{{ rubrik", "{{ innehall }}"], "felskrivet"),
        (["{% if rubrik %}", "{{ innehall }}"], "felskrivet"),
        (["{{ rubrik }}"], "{{ innehall }} saknas"),
        (["{{ innehall }}", "{{ innehall }}"], "står flera gånger"),
        (["Här: {{ innehall }}"], "delar stycke"),
    ],
)
def test_a_mistake_in_the_template_is_told_in_swedish(folder, lines, words):
    word_template(folder, *lines)
    assert words in refused(folder)


def repack(folder: Path, add: dict[str, bytes]) -> None:
    target = folder / "templates" / "huddinge.docx"
    shutil.copy(SHIPPED / "huddinge.docx", target)
    with zipfile.ZipFile(target, "a", zipfile.ZIP_DEFLATED) as package:
        for name, content in add.items():
            package.writestr(name, content)


RELATION = (
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    b'<Relationship Id="rId99" TargetMode="External" Target="http://evil.example/x" '
    b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s"/>'
    b"</Relationships>"
)


@pytest.mark.parametrize(
    ("add", "words"),
    [
        ({"word/bomb.xml": b" " * (51 * 1024 * 1024)}, "50 MB"),
        ({f"word/{n}.xml": b"<x/>" for n in range(MOST_ENTRIES)}, "fler än 2000"),
        ({"word/vbaProject.bin": b"x"}, "makron"),
        ({"word/_rels/extra.xml.rels": RELATION % b"image"}, "utifrån"),
        ({"word/_rels/extra.xml.rels": RELATION % b"frame"}, "utifrån"),
        ({"../../etc/x": b"x"}, "otillåten del"),
        ({"word/x.xml": b"<!DOCTYPE x [<!ENTITY e 'e'>]><x/>"}, "dokumenttyp"),
    ],
)
def test_a_dangerous_package_is_refused_before_it_is_opened(folder, add, words):
    repack(folder, add)
    assert words in refused(folder)


def test_a_hyperlink_is_allowed(folder):
    repack(folder, {"word/_rels/extra.xml.rels": RELATION % b"hyperlink"})
    assert draft(result(), folder).docx()


@pytest.mark.parametrize("content", [b"", b"hej", b"PK\x03\x04trasig"])
def test_what_is_no_word_file_is_told(folder, content):
    (folder / "templates" / "huddinge.docx").write_bytes(content)
    assert "inget Word-dokument" in refused(folder)


def test_a_missing_template_is_told(folder):
    assert "har ingen mappningsfil" in refused(folder, "kungsbacka")
    mapping(folder, lambda text: text.replace("id: huddinge", "id: kungsbacka"))
    (folder / "templates/huddinge.yaml").rename(folder / "templates/kungsbacka.yaml")
    assert "templates/kungsbacka.docx: mallen finns inte" in refused(folder, "kungsbacka")
    assert "inte ett giltigt id" in refused(folder, "../huddinge")


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("decision_style: sentences", "decision_style: att-satser", "decision_style"),
        ("  - ekonomi\n", "", "varken i order eller i omit"),
        ("  - ekonomi\n", "  - ekonomi\n  - ekonomi\n", "två gånger"),
        ("  - ekonomi\n", "  - ekonomin\n", "avsnittet 'ekonomin' finns inte"),
        ('"{sida} ({sidor})"', '"{sida}"', "page_notation"),
        ("signatures: 2", "signatures: 3", "signatures"),
        ("date_style: long", "date_style: us", "date_style"),
        ("id: huddinge\n", "id: annan\n", "inte detsamma som filnamnet"),
    ],
)
def test_a_mistake_in_the_mapping_is_told_with_its_line(folder, old, new, words):
    mapping(folder, lambda text: text.replace(old, new))
    told = refused(folder)
    assert words in told
    assert told.startswith("templates/huddinge.yaml, rad ")


def test_a_municipalitys_own_template_comes_before_ours(tmp_path: Path) -> None:
    """In 0.1.0 whoever had a template of their own still got ”Huddinge kommun” first."""
    own = tmp_path / "templates"
    own.mkdir()
    text = (ROOT / "templates" / "kungsbacka-stil.yaml").read_text(encoding="utf-8")
    text = text.replace("id: kungsbacka-stil", "id: vaxholm").replace(
        "title: Kort skrivelse, som i Kungsbacka", "title: Vaxholms stad"
    )
    (own / "vaxholm.yaml").write_text(text, encoding="utf-8")
    assert next(iter(template_ids(tmp_path))) == "vaxholm"
    assert "Huddinge kommun" not in template_ids(tmp_path).values()
