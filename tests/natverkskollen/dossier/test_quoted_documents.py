"""Quotes are looked for in documents as they are: PDF, Word, web pages, old text files."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pikepdf
import pytest
import typst

from natverkskollen.cli.commands import main
from natverkskollen.dossier.document_text import folded
from natverkskollen.dossier.quotes import quote_problems
from natverkskollen.store import read_library
from tests import ROOT

REPLAYS = ROOT / "tests" / "cases" / "replays"
QUOTE = "Nätverket finns i offentlig sektor"
NETWORK = """\
schema: 1
id: x
documents:
  - {{id: rapport, title: Rapport, file: {file}}}
facts:
  - id: medlemmar
    source: {{document: rapport, place: s. 1, quote: "{quote}"}}
"""


def told(folder: Path, file: str, content: bytes | None, quote: str = QUOTE) -> str:
    (folder / "networks").mkdir(exist_ok=True)
    network = NETWORK.format(file=file, quote=quote)
    (folder / "networks" / "x.yaml").write_text(network, encoding="utf-8")
    (folder / "kallor").mkdir(exist_ok=True)
    if content is not None:
        (folder / "kallor" / file).write_bytes(content)
    found = quote_problems(read_library(folder), folder / "kallor")
    return "\n".join(str(problem) for problem in found)


def pdf(text: str) -> bytes:
    page = '#set page(width: 6cm)\n#set text(hyphenate: true, lang: "sv")\n'
    return typst.compile((page + text).encode(), format="pdf")


def word(*paragraphs: str) -> bytes:
    out = io.BytesIO()
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    body = "".join(f"<w:p>{p}</w:p>" for p in paragraphs)
    with zipfile.ZipFile(out, "w") as package:
        package.writestr(
            "word/document.xml", f"<w:document {space}><w:body>{body}</w:body></w:document>"
        )
    return out.getvalue()


def run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


@pytest.mark.parametrize(
    "text",
    [
        QUOTE,
        "Nätverket finns i oﬀentlig sektor",
        "Nätverket ﬁnns i offentlig sektor",
        "Na\u0308tverket finns i offentlig sektor",
        "Nätver\u00adket finns\u00a0i offent-\nlig sektor",
        "Nät\u200bverket  finns\ti\r\noffentlig sektor",
        "**Nätverket** finns i offent\u2010\nlig sektor",
    ],
)
def test_how_a_text_is_typeset_does_not_hide_a_quote(tmp_path, text):
    assert told(tmp_path, "r.txt", f"Förord. {text}. Slut.".encode()) == ""
    assert told(tmp_path, "r.txt", text.encode("utf-16")) == ""
    assert told(tmp_path, "r.txt", b"\xef\xbb\xbf" + text.encode()) == ""


def test_curly_quotes_and_long_dashes_are_those_of_the_keyboard(tmp_path):
    text = "Den sa ”ja” – 10–20 kronor’s"
    assert told(tmp_path, "r.txt", text.encode(), "Den sa 'ja'".replace("'", '\\"')) == ""
    assert folded("’”–−") == "'\"--"


def test_a_quote_in_a_pdf_is_found_across_its_lines(tmp_path):
    text = f"Förord som går över flera rader. {QUOTE}, och fortsätter sedan på fler rader."
    assert told(tmp_path, "r.pdf", pdf(text)) == ""
    assert "finns inte i r.pdf" in told(tmp_path, "r.pdf", pdf("Något annat."))


def test_a_quote_in_a_word_document_is_found_over_its_runs(tmp_path):
    pieces = run("Nätver") + run("ket finns") + "<w:r><w:tab/></w:r>" + run("i offentlig sektor")
    assert told(tmp_path, "r.docx", word(run("Först."), pieces)) == ""
    assert "finns inte i r.docx" in told(tmp_path, "r.docx", word(run("Annat.")))


def test_a_quote_in_a_web_page_is_found_between_its_tags(tmp_path):
    page = "<html><style>p{}</style><p>N&auml;tverket <b>finns</b> i offentlig\nsektor</p></html>"
    assert told(tmp_path, "r.html", page.encode()) == ""


def locked(text: str = "x", user: str = "b") -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf(text))) as made:
        made.save(out, encryption=pikepdf.Encryption(owner="a", user=user))
    return out.getvalue()


def test_a_pdf_that_may_only_not_be_changed_is_read(tmp_path):
    assert told(tmp_path, "r.pdf", locked(f"{QUOTE}.", user="")) == ""


def scanned() -> bytes:
    return typst.compile(b"#rect()", format="pdf")


@pytest.mark.parametrize(
    ("file", "content", "words"),
    [
        ("r.txt", QUOTE.encode("cp1252"), "är inte sparat i UTF-8"),
        ("r.pdf", b"%PDF-1.7 trasig", "PDF som inte går att läsa"),
        ("r.pdf", locked(), "PDF med lösenord"),
        ("r.pdf", scanned(), "utan text"),
        ("r.docx", b"PK\x03\x04trasig", "Word-dokument som inte går att läsa"),
        ("r.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "krypterat, eller sparat i ett gammalt"),
        ("../utanfor.txt", b"hej", "leder ut ur mappen"),
    ],
)
def test_a_document_that_cannot_be_read_is_told_with_what_to_do(tmp_path, file, content, words):
    found = told(tmp_path, file, content)
    assert f"citaten ur {file} är inte kontrollerade" in found and words in found


def test_a_document_that_is_not_there_or_is_no_file_is_passed_over(tmp_path):
    assert told(tmp_path, "finns-inte.pdf", None) == ""
    (tmp_path / "kallor" / "mapp").mkdir()
    assert told(tmp_path, "mapp", None) == ""


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("quotes-ligature", ""),
        ("quotes-pdf-file", ""),
        ("quotes-source-cp1252", "är inte sparat i UTF-8"),
    ],
)
def test_what_people_met_with(name, words, capsys):
    folder = REPLAYS / name
    code = main(["check", "--data", str(folder / "data"), "--sources", str(folder / "kallor")])
    said = "".join(capsys.readouterr())
    assert words in said and "Traceback" not in said
    assert code == (1 if words else 0)
