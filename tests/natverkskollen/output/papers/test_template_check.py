"""`template check`: everything that is wrong with a template, at once and in Swedish."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from docx import Document
from docx.enum.style import WD_STYLE_TYPE

from natverkskollen.cli.commands import main
from natverkskollen.output.papers.default_template import SHIPPED
from natverkskollen.output.papers.template_check import check_template
from natverkskollen.store import clock
from tests import ROOT

WHOLE = ("{{ rubrik }} {{ datum }} {{ diarienummer }} {{ utkast }}", "{{ innehall }}")
CONTENT = "{{ innehall }}"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    shutil.copy(ROOT / "templates" / "huddinge.yaml", tmp_path / "huddinge.yaml")
    return tmp_path / "huddinge.docx"


def write(path: Path, *lines: str) -> None:
    document = Document()
    for line in lines:
        document.add_paragraph(line)
    document.save(path)


def told(path: Path) -> str:
    return "\n".join(str(problem) for problem in check_template(path))


@pytest.mark.parametrize("name", SHIPPED)
def test_the_shipped_templates_are_without_fault(name):
    assert check_template(ROOT / "templates" / f"{name}.docx") == []
    assert check_template(ROOT / "templates" / f"{name}.yaml") == []


@pytest.mark.parametrize("lines", [WHOLE, (CONTENT,)])
def test_a_template_with_what_is_needed_is_without_fault(path, lines):
    write(path, *lines)
    assert told(path) == ""


def test_every_unknown_and_missing_placeholder_is_told_at_once(path):
    write(path, "{{ rubirk }} {{ datm }}", "{%p if kommunn %}", "{%p endif %}")
    words = told(path)
    for name, meant in (("rubirk", "rubrik"), ("datm", "datum"), ("kommunn", "kommun")):
        assert f"platshållaren '{name}' finns inte. Menade du {{{{ {meant} }}}}?" in words
    assert "platshållaren {{ innehall }} saknas (alla avsnitt)" in words
    assert words.count("saknas") == 1


def test_a_style_of_the_wrong_kind_is_told(path):
    document = Document()
    for line in WHOLE:
        document.add_paragraph(line)
    document.styles.add_style("Memo Motivering", WD_STYLE_TYPE.CHARACTER)
    document.styles.add_style("Memotabell", WD_STYLE_TYPE.PARAGRAPH)
    document.save(path)
    words = told(path)
    assert "formatmallen 'Memo Motivering' är inget styckeformat" in words
    assert "formatmallen 'Memotabell' är inget tabellformat" in words


def test_what_only_shows_when_it_is_filled_in_is_told(path):
    write(path, *WHOLE[:1], "Text före {{ innehall }}")
    assert "delar stycke med annan text" in told(path)
    write(path, *WHOLE, "{% if rubrik == 'x' %}{{ kommun }}{% endif %}")
    assert "platshållaren {{ kommun }} kom inte med" in told(path).replace("texten i ", "")


def test_the_mapping_is_checked_with_its_lines(path):
    write(path, *WHOLE)
    text = path.with_suffix(".yaml").read_text(encoding="utf-8")
    text = text.replace("id: huddinge", "id: annan").replace("  - ekonomi\n", "")
    path.with_suffix(".yaml").write_text(text, encoding="utf-8")
    assert "avsnittet 'ekonomi' står varken i order eller i omit" in told(path)
    path.with_suffix(".yaml").unlink()
    assert "mappningsfilen finns inte" in told(path)


def test_a_dangerous_file_is_told_and_not_opened(path):
    path.write_bytes(b"PK\x03\x04trasig")
    assert "trasig eller inget Word-dokument" in told(path)


def test_the_command_says_so_and_answers_0_or_1(path, capsys):
    write(path, *WHOLE)
    assert main(["template", "check", str(path)]) == 0
    assert "Mallen går att använda." in capsys.readouterr().out
    document = Document(path)
    document.add_comment(document.paragraphs[0].runs, text="Är {{ rubrik }} rätt?", author="a")
    document.save(path)
    assert main(["template", "check", str(path)]) == 0
    assert "Följer inte med i skrivelsen: kommentarerna." in capsys.readouterr().out
    write(path, "{{ rubirk }}")
    assert main(["template", "check", str(path)]) == 1
    assert "huddinge.docx: platshållaren 'rubirk' finns inte" in capsys.readouterr().out


@pytest.mark.parametrize("ending", ["docx", "pdf", "txt"])
def test_the_memo_command_writes_every_format(tmp_path, capsys, monkeypatch, ending):
    now = datetime(2026, 11, 27, 13, 45, 10, 999, UTC)
    monkeypatch.setattr(clock, "now", lambda: now)
    out = tmp_path / f"skrivelse.{ending}"
    assert main(["memo", "huddinge-2025", "--data", str(ROOT), "-o", str(out)]) == 0
    content = out.read_bytes()
    assert content.startswith({"docx": b"PK", "pdf": b"%PDF-1.7", "txt": b"Tj"}[ending])
    again = tmp_path / "utan-andelse"
    command = ["memo", "huddinge-2025", "--data", str(ROOT), "--to", ending, "-o", str(again)]
    assert main(command) == 0
    assert again.read_bytes() == content
    if ending == "docx":
        properties = Document(out).core_properties
        assert properties.created == properties.modified == now.replace(microsecond=0)
    elif ending == "pdf":
        with pikepdf.open(out) as pdf, pdf.open_metadata() as told:
            assert told["xmp:CreateDate"].startswith("2026-11-27T13:45:10")


def test_a_register_number_unlike_the_municipalitys_is_told(tmp_path, capsys):
    command = ["memo", "huddinge-2025", "--data", str(ROOT), "--template", "kungsbacka-stil"]
    assert main([*command, "-o", str(tmp_path / "a.txt")]) == 0
    assert "KS-2025/475 är inte skrivet som kommunens exempel" in capsys.readouterr().err


def test_a_shown_text_that_a_template_changes_is_told(path):
    write(path, *WHOLE, "{{ kommun|upper }}")
    assert told(path) == ""
    assert BytesIO(path.read_bytes()).getvalue()
