"""Every Swedish word that the program, its papers and its guides can show is spelt right.

The dictionary is Hunspell's Swedish one, which knows compounds; names and terms of the trade that
it lacks stand in own_words.txt.
"""

from __future__ import annotations

import re
import sysconfig
from collections.abc import Iterator
from functools import cache
from html import unescape
from json import loads
from pathlib import Path

import pytest
import yaml
from spylls.hunspell import Dictionary

from natverkskollen.cli.commands import main
from natverkskollen.output.papers.template import template_ids
from tests import ROOT
from tests.house.swedish_texts import guides, program, prose, shown_texts
from tests.pages import EVALUATIONS

OWN_WORDS = Path(__file__).with_name("own_words.txt")
_WORD = re.compile(r"[^\W\d_]+(?:[-:’'][^\W\d_]+)*-?")
_MARKUP = re.compile(
    r"<[^>]*>|\S+@\S+|\{[^}]*\}|&\w+;|%\(\w+\)\w|%\w|\b(?=\w*\d)[0-9a-f]{8,}\b"
    r"|[\w./-]+\.(?:py|ya?ml|md|json|jsonl|txt|docx|pdf|html)\b|\b[a-z0-9_-]+(?:/[a-z0-9_-]+)+"
)
# One of these words, or a Swedish letter: what is said is said in Swedish.
_SWEDISH = re.compile(
    r"[åäö]|\b(och|är|som|att|det|den|en|ett|på|av|för|med|inte|har|till|om|kan|från|ni|du|i|vid"
    r"|alla|ingen|inget|inga|per|eller|ska|mer|ut|ner)\b",
    re.IGNORECASE,
)
_ENDING = re.compile(r":(s|n|en|t|er|ts|erna)$")


@cache
def dictionary() -> Dictionary:
    """Hunspell's Swedish dictionary, as pip installs it."""
    return Dictionary.from_files(str(Path(sysconfig.get_path("data"), "share/hunspell/sv_SE")))


@cache
def known() -> frozenset[str]:
    """Our own words, and the keys of the data files."""
    lines = OWN_WORDS.read_text(encoding="utf-8").splitlines()
    own = {line.strip().lower() for line in lines if line.strip() and not line.startswith("#")}
    schemas = (loads(path.read_text("utf-8")) for path in ROOT.glob("*/*schema.json"))
    return frozenset(own | {part for schema in schemas for key in _keys(schema) for part in key})


def _keys(schema: object) -> Iterator[list[str]]:
    if isinstance(schema, dict):
        for key, value in schema.items():
            if key == "properties":
                yield from (re.split(r"[_-]", name) for name in value)
            if key in ("enum", "const"):
                values = value if isinstance(value, list) else [value]
                yield from ([v, *re.split(r"[_-]", v)] for v in values if isinstance(v, str))
            yield from _keys(value)
    elif isinstance(schema, list):
        for each in schema:
            yield from _keys(each)


@cache
def right(word: str) -> bool:
    """Whether a word is spelt right, with its ending, in a compound with hyphens or after one."""
    bare = _ENDING.sub("", word.rstrip("-"))
    if len(bare) == 1 or bare.isupper() or bare.lower() in known():
        return True
    look = dictionary().lookup
    if look(bare) or look(bare[:1].lower() + bare[1:]):
        return True
    if word.endswith("-"):  # `klimat-` in `klimat- och miljönämnden`
        return bool(look(f"{bare.lower()}nämnden"))
    parts = re.split("[-:]", bare)
    return len(parts) > 1 and all(right(part) for part in parts if part)


def wrong(text: str) -> list[str]:
    """The words of a text that are not spelt right."""
    return [m[0] for m in _WORD.finditer(_MARKUP.sub(" ", text)) if not right(m[0])]


def misspelt(texts: Iterator[tuple[int, str]]) -> list[tuple[int, str]]:
    return [(line, word) for line, text in texts for word in wrong(text)]


def _said(text: str) -> bool:
    """Whether a string of the program is something said in Swedish, and no list of letters."""
    return bool(_SWEDISH.search(text)) and (" " in text.strip() or text[:1].isupper())


def relative(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_the_programs_words() -> None:
    assert len(program()) > 100
    assert [
        f"{relative(path)}:{line} {word}"
        for path in program()
        for line, text in shown_texts(path.read_text(encoding="utf-8"))
        for word in (wrong(text) if _said(text) else ())
    ] == []


@pytest.mark.parametrize("path", guides(), ids=relative)
def test_the_guides_words(path: Path) -> None:
    assert misspelt(prose(path.read_text(encoding="utf-8").splitlines())) == []


@pytest.mark.parametrize("path", sorted(ROOT.glob("criteria/*.yaml")), ids=relative)
def test_the_shipped_criterias_words(path: Path) -> None:
    said = _values(yaml.safe_load(path.read_text(encoding="utf-8")))
    assert [word for text in said if " " in text for word in wrong(text)] == []


@pytest.mark.parametrize("path", sorted(ROOT.glob("tests/cases/decisions/*.yaml")), ids=relative)
def test_the_decisions_words(path: Path) -> None:
    said = _values(yaml.safe_load(path.read_text(encoding="utf-8")))
    assert [word for text in said if " " in text for word in wrong(text)] == []


def _values(data: object) -> Iterator[str]:
    if isinstance(data, dict):
        for value in data.values():
            yield from _values(value)
    elif isinstance(data, list):
        for each in data:
            yield from _values(each)
    elif isinstance(data, str):
        yield data


@pytest.mark.parametrize("template", sorted(template_ids(ROOT)))
@pytest.mark.parametrize("evaluation", EVALUATIONS)
def test_the_papers_words(evaluation: str, template: str, tmp_path: Path) -> None:
    path = tmp_path / "skrivelse.txt"
    data = ["--data", str(ROOT), "-o", str(path)]
    assert main(["memo", evaluation, "--to", "txt", "--template", template, *data]) == 0
    assert wrong(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("evaluation", EVALUATIONS)
def test_the_committees_words(evaluation: str, tmp_path: Path) -> None:
    path = tmp_path / "sammanfattning.html"
    assert main(["committee", evaluation, "--data", str(ROOT), "-o", str(path)]) == 0
    page = re.sub(r"<style>.*?</style>|<img[^>]*>", " ", path.read_text("utf-8"), flags=re.DOTALL)
    assert wrong(unescape(page)) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Medlemskappet i nätverket", ["Medlemskappet"]),
        ("tjänstseskrivelsen är klar", ["tjänstseskrivelsen"]),
        ("Klimat- och miljönämndens återremitterade avgiftsregler", []),
        ("En utvärdering med {count} svar i evaluation.yaml", []),
        ("Kommunens och KS:s bedöming", ["bedöming"]),
    ],
)
def test_the_dictionary_tells_right_from_wrong(text: str, wanted: list[str]) -> None:
    assert wrong(text) == wanted
