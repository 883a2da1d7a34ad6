"""The sentences of a document as a person sees them, each quotable so that the check proves it."""

from __future__ import annotations

import pytest

from natverkskollen.dossier.document_reading import MOST_PARTS, read_apart
from natverkskollen.dossier.document_text import Part, UnreadableDocument
from natverkskollen.dossier.sentences import found_at, joined, sentences, sought, stands
from tests.natverkskollen.dossier.test_quoted_documents import pdf, run, word

REPORT = """= Ekonomi
Föreningen har t.ex. 90 medlemmar vid årets slut. Antalet var 84 året dessförinnan.
Avgiften är 4 000 kr per år, dvs. oförändrad. Miljö- och klimatarbetet fortsätter.
#pagebreak()
= Medlemmar
Medlemskommunerna och de natio-\nnella parterna möttes fyra gånger. Det var bra."""


def heading(text: str) -> str:
    return f'<w:pPr><w:pStyle w:val="Rubrik1"/></w:pPr>{run(text)}'


def read(raw: bytes, name: str) -> tuple[Part, ...]:
    parts = read_apart(raw, name)
    assert isinstance(parts, tuple), parts
    return parts


def test_a_pdf_is_read_page_by_page_and_its_sentences_are_whole() -> None:
    parts = read(pdf(REPORT), "rapport.pdf")
    found = sentences(parts)
    texts = [each.text for each in found]
    assert "Föreningen har t.ex. 90 medlemmar vid årets slut." in texts
    assert "Antalet var 84 året dessförinnan." in texts
    assert "Avgiften är 4 000 kr per år, dvs. oförändrad." in texts
    assert "Det var bra." in texts
    assert {each.place for each in found} == {"Sida 1", "Sida 2"}
    assert [each.place for each in found if "fyra gånger" in each.text] == ["Sida 2"]


@pytest.mark.parametrize("name", ["rapport.pdf", "rapport.txt", "rapport.docx"])
def test_every_sentence_alone_and_with_its_neighbour_is_proved_by_the_check(name: str) -> None:
    text = REPORT.replace("#pagebreak()", "\n").replace("= ", "")
    made = {
        "rapport.pdf": pdf(REPORT),
        "rapport.txt": text.encode(),
        "rapport.docx": word(*(run(row) for row in text.splitlines())),
    }
    parts = read(made[name], name)
    found = sentences(parts)
    assert len(found) >= 6
    for position in range(len(found)):
        assert stands(found[position].text, parts)
        assert stands(joined(found[position : position + 2]).text, parts)


def test_a_word_document_tells_under_which_heading_and_a_text_on_which_line() -> None:
    made = word(run("Först."), heading("Ekonomi"), run("Avgiften är 4 000 kr."), heading("Slut"))
    assert [each.place for each in sentences(read(made, "r.docx"))] == [
        "Inledningen",
        "Ekonomi",
        "Ekonomi",
        "Slut",
    ]
    found = sentences(read(b"Rubrik\n\nEn mening.\nEn till.", "r.txt"))
    assert [(each.place, each.text) for each in found] == [
        ("Rad 1", "Rubrik"),
        ("Rad 3", "En mening."),
        ("Rad 4", "En till."),
    ]


def test_a_pasted_sentence_is_found_with_its_page_however_it_was_broken() -> None:
    parts = read(pdf(REPORT), "rapport.pdf")
    found = found_at("de nationella\nparterna möttes  fyra gånger", parts)
    assert found is not None and found.place == "Sida 2"
    assert found.text == "de nationella parterna möttes fyra gånger"
    over = found_at("klimatarbetet fortsätter. Medlemmar Medlemskommunerna och de", parts)
    assert over is not None and over.place == "Sida 1 till Sida 2"
    assert found_at("Föreningen har 900 medlemmar", parts) is None
    assert found_at("och", parts) is None


def test_words_are_sought_in_any_case_and_across_line_breaks() -> None:
    found = sentences(read(pdf(REPORT), "rapport.pdf"))
    assert [found[n].text for n in sought(found, "ANTALET  var")] == [
        "Antalet var 84 året dessförinnan."
    ]
    assert sought(found, "finns inte") == [] and sought(found, " - ") == []


def test_a_hyphen_that_is_the_words_own_stays() -> None:
    parts = (Part("", "Miljö-\noch klimatarbetet i SEKOM-\nkommunerna och natio-\nnellt."),)
    assert sentences(parts)[0].text == "Miljö- och klimatarbetet i SEKOM-kommunerna och nationellt."


def test_a_sign_no_file_can_hold_does_not_hide_a_sentence() -> None:
    parts = (Part("Sida 1", "Antalet\x02 medlemmar\x0b var 90.\ufffe"),)
    (found,) = sentences(parts)
    assert found.text == "Antalet medlemmar var 90." and stands(found.text, parts)


def test_a_table_without_a_full_stop_is_cut_at_its_lines() -> None:
    parts = (Part("Sida 1", "\n".join(f"Kommun {n} betalar {n} 000 kr i år" for n in range(40))),)
    assert max(len(each.text) for each in sentences(parts)) < 100


@pytest.mark.parametrize(
    ("raw", "name", "told"),
    [
        (b"", "a.pdf", "är tomt"),
        (b"\x89PNG\r\n\x1a\n\x00\xff", "a.txt", "är inte sparat i UTF-8"),
        (b"%PDF-1.7 trasig", "a.pdf", "är en PDF som inte går att läsa"),
        (b"PK\x03\x04trasig", "a.docx", "är ett Word-dokument som inte går att läsa"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a.doc", "är krypterat, eller sparat"),
        (b" \n\n ", "a.txt", "är tomt"),
        ("\f".join("x" * (MOST_PARTS + 1)).encode(), "a.txt", "har fler än 1\u00a0000 sidor"),
    ],
)
def test_what_cannot_be_read_is_told(raw: bytes, name: str, told: str) -> None:
    found = read_apart(raw, name)
    assert isinstance(found, UnreadableDocument)
    assert told in found.what and found.remedy
