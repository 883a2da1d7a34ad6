"""The slips of the pen that YAML itself does not allow, and the words and line told for each."""

from __future__ import annotations

import pytest
import yaml

from natverkskollen.files import yaml_tree
from natverkskollen.files.reading import read_model, read_raw
from natverkskollen.files.yaml_tree import Refusal, read_tree
from natverkskollen.model.network import Network
from tests import ROOT

PARSERS = [yaml.SafeLoader, *([yaml.CSafeLoader] if yaml.__with_libyaml__ else [])]
GENERIC = "raden går inte att läsa som YAML"

# What a slip of the pen looks like: the text, the line told and a word of what is told.
SLIPS = {
    "colon missing": ("id: a\ntitle Hej\nweight: 3\n", 2, "saknar kolon"),
    "colon missing on the last row": ("id: a\ntitle Hej\n\n\n", 2, "saknar kolon"),
    "colon missing before a group": ("id: a\nscale\n  min: 1\n", 2, "saknar kolon"),
    "no space after colon": ("id: a\ntitle:Hej\nb: 3\n", 2, "kolonet saknar mellanslag"),
    "no space after dash": ("l:\n  - a\n  -b\nc: 1\n", 3, "bindestrecket saknar mellanslag"),
    "colon in text": ("id: a\ntitle: Hej: du\nb: 1\n", 2, "innehåller ett kolon"),
    "colon in text in list": ("l:\n  - title: Hej: du\n", 2, "innehåller ett kolon"),
    "tab": ("id: a\nscale:\n\tmin: 1\n", 3, "tabb"),
    "tab after spaces": ("scale:\n  min: 1\n \tmax: 2\n", 3, "tabb"),
    "tab first in file": ("\tid: a\n", 1, "tabb"),
    "tab in block text": ("a: |\n\tb\n", 2, "tabb"),
    "double quote unclosed": ('id: a\ntitle: "Hej\nb: 1\nc: 2\n', 2, "slutar inte"),
    "single quote unclosed": ("id: a\ntitle: 'Hej\nb: 1\n", 2, "slutar inte"),
    "quote broken by ---": ('a: "x\n--- y"\n', 1, "slutar inte"),
    "text after quote": ('a: 1\ntitle: "Hej" du\n', 2, "utanför citattecknen"),
    "apostrophe in single quotes": ("a: 1\nb: 'Stadens' plan'\n", 2, "utanför citattecknen"),
    "bracket unclosed": ("id: a\nl: [1, 2\nb: 1\n", 2, "[ saknar komma eller ]"),
    "bracket open at the end": ("id: a\nl: [", 2, "[ saknar komma eller ]"),
    "brace unclosed": ("id: a\nl: {a: 1, b: 2\nb: 1\n", 2, "{ saknar komma eller }"),
    "comma missing in braces": ("id: a\nl: {a: 1 b: 2}\n", 2, "{ saknar komma eller }"),
    "wrong closing bracket": ("b: [1, 2}\nc: 2\n", 1, "[ saknar komma eller ]"),
    "stray bracket": ("a: 1\nb: ]\n", 2, "klammer"),
    "two commas": ("a: [1,,2]\n", 1, "komma"),
    "dash list in brackets": ("a: [\n - x\n]\n", 2, "bindestreck"),
    "indent too deep": ("id: a\n  title: b\n", 2, "för långt indragen"),
    "indent too shallow": ("s:\n    min: 1\n  max: 2\n", 3, "indraget"),
    "indent of first row": ("  id: a\ntitle: b\n", 2, "utanför filens innehåll"),
    "list outdented": ("l:\n  - a\n - b\n", 3, "indraget"),
    "list among keys": ("a: 1\n- b\n", 2, "indraget"),
    "dash missing": ("l:\n  - id: a\n  id: b\n", 3, "bindestreck"),
    "key among list": ("- a\nb: 1\n", 2, "bindestreck"),
    "list after colon": ("l: - a\n", 1, "ingen lista kan börja"),
    "key missing": (": a\n", 1, "saknar nyckel"),
    "question mark": ("a: ? b\n", 1, "frågetecken"),
    "backslash": ('a: "C:\\Users"\n', 1, "bakstreck"),
    "backslash and unknown letter": ('a: "\\q"\n', 1, "bakstreck"),
    "escape too short": ('a: "\\x4"\n', 1, "bakstreck"),
    "escape past Unicode": ('b: 1\na: "\\U00110000"\n', (1, 2), "bakstreck"),
    "escape far past Unicode": ('b: 1\na: "\\UFFFFFFFF"\n', (1, 2), "bakstreck"),
    "percent first": ("a: %b\n", 1, "inte kan stå först"),
    "at first": ("a: @b\n", 1, "inte kan stå först"),
    "backtick first": ("a: `b`\n", 1, "inte kan stå först"),
    "star alone": ("a: *\n", 1, "börjar med *"),
    "stars": ("a: **b**\n", 1, "börjar med *"),
    "ampersand alone": ("a: & b\n", 1, "börjar med &"),
    "tag handle": ("a: !x!y c\n", 1, "börjar med !"),
    "tag unfinished": ("a: !<\n", 1, "börjar med !"),
    "tag without name": ("a: !!\n", 1, "börjar med !"),
    "tag with ending mark": ("a: !viktigt!\n", 1, "börjar med !"),
    "tag with å": ("a: !å\n", 1, "börjar med !"),
    "text after |": ("a: |hej\nb: 1\n", 1, "börjar på samma rad"),
    "text after >": ("a: > 5 procent\nb: 1\n", 1, "börjar på samma rad"),
    "zero after |": ("a: |0\n b\n", 1, "börjar på samma rad"),
    "yaml directive": ("%YAML 1.1\n---\na: 1\n", 1, "börjar med %"),
    "yaml directive of the future": ("%YAML 3.0\n---\na: 1\n", 1, "börjar med %"),
    "directive after a comment": ("# a\n%TAG ! b\n---\na: 1\n", 2, "börjar med %"),
    "percent row": ("a: 1\n%b\n", 2, "börjar med %"),
    "percent key": ("a: 1\n%b: 2\n", 2, "börjar med %"),
    "two documents": ("a: 1\n---\nb: 1\n", 2, "delar filen"),
    "after the end": ("a: 1\n...\nb: 1\n", 3, "utanför filens innehåll"),
    "conflict": ("<<<<<<< HEAD\na: 1\n=======\na: 2\n>>>>>>> x\n", 1, "konflikt"),
    "conflict in quotes": ('a: "b\n<<<<<<< HEAD\nc\n=======\nd\n>>>>>>> x\n"', 2, "konflikt"),
    "conflict half mended": ("a: 1\n=======\na: 2\n>>>>>>> x\n", 2, "konflikt"),
    "conflict end left": ("a: 1\n>>>>>>> x\n", 2, "konflikt"),
    "conflict base left": ("a: 1\n||||||| bas\nb: 1\n", 2, "konflikt"),
    "invisible first on row": ("a: 1\n\u200b\nb: 2\n", 2, "osynligt tecken"),
    "long dash": ("l:\n  – id: a\n    b: 1\n", 2, "långt streck"),
    "minus sign": ("l:\n  − id: a\n    b: 1\n", 2, "långt streck"),
    "bullet": ("l:\n  • id: a\n    b: 1\nc: 1\n", 2, "långt streck"),
    "long dash further down": ("l:\n  - id: a\n    b: 1\n  – id: c\n", 4, "långt streck"),
    "hard space first": ("l:\n\u00a0 \u00a0 - id: a\n      b: 1\n", 2, "hårda mellanslag"),
    "hard space after dash": ("l:\n  -\u00a0id: a\n    b: 1\n", 2, "hårda mellanslag"),
    "hard space after colon": ("a: 1\nshort:\u00a0Prov\nb: 1\n", 2, "efter kolonet"),
    "hard space after last colon": ("a: 1\nshort:\u00a0Prov\n", 2, "efter kolonet"),
    "curly quotes": ("a: 1\nq: ”Avgiften: 10”\nb: 1\n", 2, "krokiga"),
    "curly quotes in list": ("l:\n  - “Avgiften: 10”: 2\n", 2, "krokiga"),
    "guillemets": ("q: »Avgiften: 10«\n", 1, "krokiga"),
    "list as key": ("[a]: 1\n", 1, "nyckel ska stå"),
    "group as key": ("{a: 1}: 1\n", 1, "nyckel ska stå"),
    "anchor": ("a: &b c\n", 1, "&b hänvisar"),
    "alias": ("a: *b\n", 1, "*b hänvisar"),
    "tag": ("a: !b c\n", 1, "!b är en tagg"),
    "bare tag": ("a: ! c\n", 1, "! är en tagg"),
    "python tag": ("a: !!python/name:os.system\n", 1, "!!python/name:os.system är en tagg"),
    "tag on a list": ("a: !!set [b]\n", 1, "!!set är en tagg"),
    "merge": ("a: {<<: {b: 1}}\n", 1, "sammanslagning"),
}


@pytest.mark.parametrize("parser", PARSERS)
@pytest.mark.parametrize("slip", SLIPS)
def test_both_parsers_tell_a_slip_in_the_same_words_on_the_same_line(slip, parser, monkeypatch):
    """Where PyYAML came without its C part, a person must not get poorer help."""
    monkeypatch.setattr(yaml_tree, "_PARSER", parser)
    text, line, words = SLIPS[slip]
    with pytest.raises(Refusal) as caught:
        read_tree(text.encode())
    refusal = caught.value
    assert words in refusal.what
    assert refusal.line in (line if isinstance(line, tuple) else (line,))
    assert refusal.what != GENERIC
    assert refusal.remedy


@pytest.mark.parametrize("parser", PARSERS)
def test_few_of_all_one_character_slips_get_only_the_general_words(parser, monkeypatch):
    """Every place of a file with every troublesome character put in, in either parser."""
    monkeypatch.setattr(yaml_tree, "_PARSER", parser)
    text = "a: b\nc:\n  - d: 'e'\n    f: \"g\"\n  - {h: 1, i: [j, k]}\nl: |\n  m\n"
    told = []
    for place in range(len(text)):
        for character in "\t :-[]{}\"'!&*%@`|>?#,\\":
            broken = text[:place] + character + text[place:]
            try:
                read_tree(broken.encode())
            except Refusal as refusal:
                told.append((refusal.what, broken))
    assert len(told) > 200
    assert [broken for what, broken in told if what == GENERIC] == []


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("facts:\n  – medlemmar\n", 1, "långt streck"),
        ("facts:\n  • medlemmar\n", 1, "långt streck"),
        ("terms:\n  notice:\u00a0okänt\n", 1, "efter kolonet"),
        ("terms:\n  notice: okänt\n\u2009\u2009from: a\n", 3, "hårda mellanslag"),
        ("\u00a0name: a\n", 1, "hårda mellanslag"),
    ],
)
def test_a_pasted_sign_that_yaml_takes_for_text_is_named(text, line, words):
    reading = read_raw(f"{text}schema: 1\n".encode(), "n.yaml", Network)
    assert any(words in each.what and each.line == line for each in reading.problems), (
        reading.problems
    )


REPLAYED = {
    "yaml-en-dash-list": (26, "långt streck"),
    "yaml-nbsp-after-colon": (4, "efter kolonet står ett hårt mellanslag"),
    "yaml-nbsp-indent": (26, "hårda mellanslag"),
    "yaml-smart-quotes": (20, "krokiga"),
}


@pytest.mark.parametrize("name", REPLAYED)
def test_what_was_pasted_from_word_is_told_for_what_it_is(name):
    file = ROOT / "tests/cases/replays" / name / "data/networks/provnatet.yaml"
    (problem,) = read_model(file, "provnatet.yaml", Network).problems
    assert (problem.line, REPLAYED[name][1] in problem.what) == (REPLAYED[name][0], True)
