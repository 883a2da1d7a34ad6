"""One word for each thing: no word that was given up comes back where a reader sees it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests import ROOT
from tests.house.swedish_texts import guides, program, shown_texts, within

# A word that was given up, and the one that stands in its place.
GIVEN_UP = {
    r"livscykel\w*": "Ärendet",
    r"fynd\w*": "att kontrollera (på en sida), iakttagelse (i en handling)",
    r"(sidan|på|till|gå till|se) (bedöm|jämför|känslighet)": "Bedömning, Jämförelse, …",
    r"helheten": "alla medlemskap",
    r"beläggets styrka": "vad uppgiften bygger på",
    r"spann(et|en|ets)?": "intervall",
    r"återkom": "avvakta, avgör senast",
    r"går inte att säga": "underlaget räcker inte",
    r"tröskelpunkt\w*": "brytpunkt",
    r"utgåv\w*": "version",
    r"(gå|går|gick|gått) över( till)?": "byt till version",
    r"(underlagets?|svarens) täckning|täckning(en|sgrad)?": "andel bedömd",
    r"swing\w*": "poäng efter största förbättring",
    r"rangacceptans\w*": "plats i beräkningarna",
    r"central\w* vikt\w*": "typisk viktning",
    r"nämndens läsning": "sammanfattning för nämnden",
    r"hämta(?! (in|ut|hem)\b)": "ladda ner",
    r"(till|i|startar) appen": "till programmet",
    r"är givna": "är ifyllda",
    r"möter (inga |alla |fler |era |kommunens |båda )?(ett )?behov\w*": "tillgodoser",
    r"(behov\w*|delvis|inte) möts": "tillgodoses",
}
_PATTERNS = {re.compile(rf"\b{old}\b", re.IGNORECASE): new for old, new in GIVEN_UP.items()}
# A title that is a verb is no page of ours any more.
_TITLES = {"Bedöm", "Jämför", "Känslighet"}
# What was decided, and the version in which a word was new, say what was called what.
_HISTORY = ("docs/beslut",)


SOURCES = program()


def documents() -> list[Path]:
    """The guides, and the texts of the shipped files and of the pages' scripts."""
    patterns = ("criteria/*", "networks/*.json", "evaluations/*.json", "components/**/*.js*")
    found = {path for pattern in patterns for path in ROOT.glob(pattern)}
    found |= {ROOT / "publiccode.yml", *ROOT.glob("natverkskollen/**/*.json"), *guides()}
    return sorted(path for path in found if not within(path, _HISTORY))


def given_up(text: str) -> list[str]:
    """What in a text is no longer said, with what is."""
    found = [f"{m[0]!r}: {new}" for p, new in _PATTERNS.items() for m in p.finditer(text)]
    return found + ([f"{text!r}: ett namn"] if text in _TITLES else [])


def test_no_page_says_a_word_that_was_given_up() -> None:
    assert len(SOURCES) > 100
    assert [
        f"{path.relative_to(ROOT)}:{line} {word}"
        for path in SOURCES
        for line, text in shown_texts(path.read_text(encoding="utf-8"))
        for word in given_up(text)
    ] == []


@pytest.mark.parametrize("path", documents(), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_document_says_a_word_that_was_given_up(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    if path.name == "CHANGELOG.md":
        text = text[: text.index("## 0.1.0")]
        text = re.sub(r"- Ett ord för varje sak.*?(?=\n- )", "", text, flags=re.DOTALL)
    lines = enumerate(re.sub(r"[ \t]+", " ", text).splitlines(), 1)
    assert [(n, word) for n, line in lines for word in given_up(line.strip())] == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Ett öppet fynd i underlaget", True),
        ("Tröskelpunkterna för temat", True),
        ("Se sidan Bedöm.", True),
        ("Bedöm", True),
        ("Bedöm hur ofta underlagen används.", False),
        ("Nätverket möter alla behov", True),
        ("Senast återkom föreningen", True),
        ("Förvaltningen återkommer", False),
        ("Spannmål och hämtade uppgifter", False),
        ("Jämför med motsvarande rad", False),
    ],
)
def test_the_scan_knows_the_words_and_leaves_their_neighbours(text: str, said: bool) -> None:
    assert bool(given_up(text)) == said
