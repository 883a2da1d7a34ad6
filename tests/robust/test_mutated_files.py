"""Broken templates, data files and backups: told in Swedish or taken whole, never in between.

`make robust` tries 2 000; `make test` a sample of them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from random import Random
from typing import Any

import pytest
import yaml
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from lxml import etree

from natverkskollen.cli.commands import main
from natverkskollen.files.problem import DataError
from natverkskollen.files.yaml_tree import read_tree
from natverkskollen.output.papers.docx import docx_bytes
from natverkskollen.output.papers.fidelity import document_text, paper_texts
from natverkskollen.output.papers.intake.fault import TemplateFault
from natverkskollen.output.papers.intake.zip_check import parts_of
from natverkskollen.output.papers.pdf import pdf_bytes
from natverkskollen.output.papers.template_check import check_template
from natverkskollen.store import YamlStore, read_library
from natverkskollen.store.backup import backup, restore_to
from tests import ROOT
from tests.building import word_files as made
from tests.building.folders import ID, field, put, small_folder
from tests.building.ooxml_order import disorder, in_part
from tests.natverkskollen.output.papers.test_templates_from_anywhere import MEMO
from tests.robust.mutations import broken_docx, broken_yaml, broken_zip
from tests.thorough import FULL

SEEDS = {"docx": range(800 if FULL else 7), "yaml": range(800 if FULL else 30)}
SEEDS["zip"] = range(400 if FULL else 20)
SHIPPED = [(ROOT / "templates" / f"{n}.docx").read_bytes() for n in ("huddinge", "att-satser")]
LAYOUTS = [layout for name, layout in made.LAYOUTS.items() if name != "conditions"]
BASE = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
ENGLISH = re.compile(r"Traceback|\b(Error|Exception|object|None|expected|invalid)\b")


def told(words: str) -> None:
    """That words are for a person: Swedish, and no trace or kind of error of ours."""
    assert words and not ENGLISH.search(words), words
    assert "felnummer" not in words.casefold(), words


@pytest.mark.parametrize("seed", SEEDS["docx"])
def test_a_broken_template_is_refused_or_filled_in_whole(seed, tmp_path, figures):
    dice = Random(seed)
    program = dice.choice([*made.PROGRAMS.values(), None])
    base = dice.choice(SHIPPED)
    if dice.random() < 0.7:
        parts = made.document(dice.choice(LAYOUTS))
        base = made.packed(program(parts) if program else parts)
    broken = broken_docx(base, dice)
    path = tmp_path / "egen.docx"
    path.write_bytes(broken)
    (tmp_path / "egen.yaml").write_text(
        (ROOT / "templates" / "huddinge.yaml").read_text("utf-8").replace("huddinge", "egen"),
        "utf-8",
    )
    figures["mutated"] += 1
    problems = check_template(path)
    try:
        content = docx_bytes(MEMO, path)
        pdf = pdf_bytes(MEMO, path)
    except DataError as error:
        assert problems, f"check approved what is refused: {error}"
        for problem in (*error.problems, *problems):
            told(str(problem))
            assert "minne" not in problem.what and "sekunder" not in problem.what
        return
    assert not problems, problems
    figures["mutated_taken"] += 1
    assert pdf.startswith(b"%PDF")
    found = squeezed(document_text(content))
    for text in (*paper_texts(MEMO), *fixed_texts(broken)):
        assert squeezed(text) in found, text
    assert {*disorder(content)} <= {*template_disorder(broken)}


def fixed_texts(template: bytes) -> list[str]:
    """The text between the placeholders of each paragraph, read without the program's help."""
    try:
        parts = parts_of(template)
    except TemplateFault:
        return []
    texts = []
    for name, part in parts.items():
        if re.fullmatch(r"word/document2?\.xml", name):
            for paragraph in parse_xml(part).iter(qn("w:p")):
                own = [
                    node.text or ""
                    for node in paragraph.iter(qn("w:t"))
                    if next(node.iterancestors(qn("w:p"))) is paragraph
                    and not any(gone in _around(node) for gone in ("w:del", "w:moveFrom"))
                ]
                texts += re.split(r"\{.*?\}\}?|\{.*|\}", "".join(own))
    return texts


def _around(node) -> set[str]:
    return {each.tag.replace(qn("w:x")[:-1], "w:") for each in node.iterancestors()}


def squeezed(text: str) -> str:
    return "".join(text.split()).replace("\u00ad", "")


def template_disorder(template: bytes) -> Iterator[str]:
    """What stands in the wrong order already; parts that are no XML are left out by the wash."""
    for name, part in parts_of(template).items():
        if name.startswith("word/") and name.endswith(".xml"):
            with suppress(etree.XMLSyntaxError):
                place = name.replace("document2.xml", "document.xml")
                yield from (f"{place}: {what}" for what in in_part(parse_xml(part)))


@pytest.fixture(scope="module")
def data(tmp_path_factory) -> Path:
    folder = small_folder(tmp_path_factory.mktemp("data"))
    put(YamlStore(folder), field("rationale"), "Så är det nu.", "k")
    (folder / "networks" / "verkligt.yaml").write_bytes(
        (ROOT / "networks" / "svenska-cykelstader.yaml")
        .read_bytes()
        .replace(b"id: svenska-cykelstader", b"id: verkligt")
    )
    contact = folder / "templates" / "tillganglighet" / "kontakt.yaml"
    contact.parent.mkdir(parents=True)
    contact.write_bytes((ROOT / "templates" / "tillganglighet" / "kontakt.yaml").read_bytes())
    assert main(["check", "--data", str(folder)]) == 0
    return folder


@pytest.mark.parametrize("seed", SEEDS["yaml"])
def test_a_broken_data_file_is_told_on_its_line_or_read_whole(seed, data, capsys, figures):
    dice = Random(seed)
    path = dice.choice(sorted(p for p in data.rglob("*.yaml") if p.name != "criteria.yaml"))
    before = path.read_bytes()
    broken = broken_yaml(before, dice)
    path.write_bytes(broken)
    figures["mutated"] += 1
    try:
        code = main(["check", "--data", str(data)])
        said = capsys.readouterr()
        assert said.err == ""
        rows = max(broken.count(b"\n"), broken.count(b"\r")) + 2
        if code == 1:
            for line in said.out.splitlines():
                told(line)
                if found := re.search(rf"{path.name}, rad (\d+)", line):
                    assert 1 <= int(found[1]) <= rows
            assert path.name in said.out
        else:
            figures["mutated_taken"] += 1
            assert code == 0
            assert plain(read_tree(broken).data) == plain(yaml.load(broken, BASE))
        if path.parts[-2] == "networks" and path.name == "verkligt.yaml":
            assert read_library(data).dossier(ID)
    finally:
        path.write_bytes(before)


def plain(value: Any) -> Any:
    """What a file says as texts only, the way both readings can be compared."""
    if isinstance(value, dict):
        return {plain(key): plain(each) for key, each in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(each) for each in value]
    if value is None or value in ("null", "~"):
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    return unicodedata.normalize("NFC", str(value))


@pytest.mark.parametrize("seed", SEEDS["zip"])
def test_a_broken_backup_is_told_or_restored_whole(seed, data, tmp_path, capsys, figures):
    dice = Random(seed)
    whole = backup(data, tmp_path / "hel.zip")
    restore_to(whole, tmp_path / "hel")
    broken = tmp_path / "kopia.zip"
    broken.write_bytes(broken_zip(whole.read_bytes(), dice))
    figures["mutated"] += 1
    code = main(["restore", str(broken), "--check"])
    said = capsys.readouterr()
    told(said.out + said.err)
    assert main(["restore", str(broken), "--to", str(tmp_path / "ut")]) == code
    capsys.readouterr()
    if code:
        assert not (tmp_path / "ut").exists()
        return
    figures["mutated_taken"] += 1
    assert contents(tmp_path / "ut") == contents(tmp_path / "hel")


def contents(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}
