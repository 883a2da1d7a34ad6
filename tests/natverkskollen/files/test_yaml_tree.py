"""The strict reader: what it reads, on which line, and what it refuses in which words."""

from __future__ import annotations

from decimal import Decimal

import pytest
import yaml

from natverkskollen.files import yaml_tree
from natverkskollen.files.yaml_scalar import plain_value
from natverkskollen.files.yaml_tree import MAX_BYTES, MAX_DEPTH, Refusal, read_tree

PARSERS = [yaml.SafeLoader, *([yaml.CSafeLoader] if yaml.__with_libyaml__ else [])]


def refused(text: str | bytes) -> Refusal:
    """The refusal of a text that must not be read."""
    with pytest.raises(Refusal) as caught:
        read_tree(text if isinstance(text, bytes) else text.encode())
    return caught.value


def data(text: str | bytes):
    """The data of a text that must be read."""
    return read_tree(text if isinstance(text, bytes) else text.encode()).data


@pytest.mark.parametrize(
    ("text", "value"),
    [
        *((word, word) for word in ("no", "yes", "on", "True", "NULL", "12:30", "014", "1e5")),
        *(
            (word, word)
            for word in (".inf", ".nan", "0x1F", "1_000", "+1", "1.", ".5", "2025-04-01")
        ),
        *((word, word) for word in ("=", "-", "9" * 19, "0." + "1" * 18, "٣", "1,5", "00")),
        ("true", True),
        ("false", False),
        ("null", None),
        ("~", None),
        ("0", 0),
        ("-7", -7),
        ("9" * 18, 10**18 - 1),
        ("0.30", Decimal("0.30")),
        ("-0.5", Decimal("-0.5")),
    ],
)
def test_only_words_that_json_knows_stand_for_something_else_than_themselves(text, value):
    """`no` is an answer and 12:30 a time; neither becomes a boolean or a number in silence."""
    assert plain_value(text) == value and type(plain_value(text)) is type(value)
    if value is not None and text not in ("=", "-"):
        assert data(f"a: {text}\n") == {"a": value}
    assert data(f'a: "{text}"\n') == {"a": text}


def test_a_decimal_is_exact_and_keeps_its_zeros():
    """Thirty öre are thirty öre, and not 0.299999999999999988897769753748."""
    assert str(data("a: 0.30\n")["a"]) == "0.30"


def test_every_value_is_found_on_its_line_and_what_is_missing_on_the_line_around_it():
    """A message points at the row to put right."""
    tree = read_tree(b"a: 1\nb:\n  - c: 2\n    d: 3\n  -\n    e: [4,\n 5]\n")
    assert tree.data == {"a": 1, "b": ({"c": 2, "d": 3}, {"e": (4, 5)})}
    lines = {
        ("a",): 1,
        ("b", 0, "d"): 4,
        ("b", 1, "e"): 6,
        ("b", 1, "e", 1): 7,
        ("b", 0, "missing"): 3,
        ("b", 7, "x", "y"): 2,
        ("z",): 1,
    }
    assert {path: tree.line(path) for path in lines} == lines


def test_the_line_is_that_of_the_editor_where_the_file_has_line_separators_of_its_own():
    """The store writes U+2028 as it is; YAML ends a line there, no editor does."""
    text = yaml.dump({"a": "x\u2028y\u2029z", "b": 1}, Dumper=yaml.CSafeDumper, allow_unicode=True)
    assert "\u2028" in text
    tree = read_tree(text.encode())
    assert tree.data == {"a": "x\u2028y\u2029z", "b": 1}
    assert tree.line(("b",)) == 2
    assert refused(text + "c: [\n").line == 3
    assert refused(text + 'c: "\\q"\n').line == 3


def test_of_a_key_that_stands_twice_the_first_counts_and_keeps_its_lines():
    """The second must not lend its lines to mistakes that are in the first."""
    tree = read_tree(b"a:\n  b: 1\nc: 2\na:\n  b: 3\n  d: 4\na: 5\n")
    assert tree.data == {"a": {"b": 1}, "c": 2}
    assert tree.duplicates == [("a", 1, 4), ("a", 1, 7)]
    assert tree.line(("a", "b")) == 2
    assert tree.line(("a", "d")) == 1


def test_equal_numbers_are_the_same_key_but_a_word_and_a_number_are_not():
    """1 and 1.0 are one breakpoint; true is no number although Python says so."""
    assert read_tree(b"1: a\n1.0: b\n").duplicates == [("1.0", 1, 2)]
    assert data("1: a\ntrue: b\n'1': c\n") == {1: "a", "true": "b", "1": "c"}
    assert data("? \n: a\nnull: b\n") == {"": "a", "null": "b"}


@pytest.mark.parametrize("row", ["=======", "<<<<<<< HEAD", ">>>>>>> gren", "||||||| bas"])
def test_a_row_that_looks_like_one_end_of_a_conflict_may_be_in_a_text(row):
    """Somebody underlines a heading with =======; the file must stay readable."""
    for text in (f'a: "b\n{row}\nc"\n', f"a: |\n  {row}\n  c\n", f"a:\n- |\n  {row}\n"):
        assert row in str(data(text))


def test_a_whole_conflict_as_indented_text_is_text():
    """Only marks in the first column are git's."""
    text = "<<<<<<< HEAD\na\n=======\nb\n>>>>>>> gren\n"
    dumped = yaml.dump({"a": text}, Dumper=yaml.CSafeDumper, allow_unicode=True)
    assert data(dumped) == {"a": text}
    assert data("a: |\n  " + text.replace("\n", "\n  ")) == {"a": text}


def test_text_is_composed_without_harm_to_the_escapes_before_an_accent():
    """Composing the file instead of its texts turned backslash, n, accent into backslash, ń."""
    assert data('a: "x\\n\u0301"\ne\u0301: e\u0301\n') == {"a": "x\n\u0301", "é": "é"}
    assert data('a: "\\u0065\\u0301"\n') == {"a": "é"}


@pytest.mark.parametrize("code", [0, 7, 0x1B, 0x7F, 0x80, 0x9F, 0xFDD0, 0xFFFE, 0x1FFFF, 0x10FFFE])
def test_what_cannot_be_carried_into_a_word_file_is_refused_raw_and_escaped(code):
    """An escape is no way around the guard, in a text or in a key."""
    for text in (f"a: 1\nb: x{chr(code)}y\n", f'a: 1\n"x\\U{code:08X}": y\n'):
        refusal = refused(text)
        assert refusal.line == 2
        assert f"U+{code:04X}" in refusal.what


@pytest.mark.parametrize("parser", PARSERS)
def test_a_lone_surrogate_is_refused_by_both_parsers(parser, monkeypatch):
    """The Python parser lets the escape through, and the text could not be saved again."""
    monkeypatch.setattr(yaml_tree, "_PARSER", parser)
    assert refused('a: 1\nb: "\\uD800"\n').line == 2


@pytest.mark.parametrize(
    ("raw", "line"),
    [
        ("a: 1\nb: å\n".encode("latin-1"), 2),
        ("a: 1\nb: å\n".encode("utf-16"), 1),
        ("a: 1\nb: aa\n".encode("utf-16-le"), 1),
        ("a: 1\nb: aa\n".encode("utf-16-be"), 1),
        (b"\xef\xbb\xbf\n\n\nb: \xff\n", 4),
        (b"a: \xed\xa0\x80\n", 1),
        (b"a: \xc0\x80\n", 1),
    ],
)
def test_another_encoding_is_named_as_such_on_the_row_where_it_shows(raw, line):
    """Not as an invisible character, which nobody would find."""
    refusal = refused(raw)
    assert "UTF-8" in refusal.what
    assert refusal.line == line


def test_a_byte_order_mark_and_windows_rows_change_nothing():
    """Notepad writes both."""
    assert data(b"\xef\xbb\xbfa: 1\r\nb: |\r\n  c\r\n  d\r\n") == {"a": 1, "b": "c\nd\n"}
    assert refused(b"a: 1\r\n" * 3 + b"b: \x07\r\n").line == 4


@pytest.mark.parametrize("break_", ["\r", "\x85"])
def test_a_row_that_ends_for_yaml_but_not_for_the_editor_is_refused(break_):
    """What looks like one row would be two, and mean something else."""
    assert refused(f"a: 1\nb: c{break_}d: e\n").line == 2


def test_the_limits_hold_on_their_last_allowed_value():
    """One level, one byte or one part more is too much; the limit itself is not."""
    assert data("[" * MAX_DEPTH + "1" + "]" * MAX_DEPTH)
    assert "20 nivåer" in refused("[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1)).what
    comment = b"#" * (MAX_BYTES - 5)
    assert data(b"a: 1\n" + comment) == {"a": 1}
    assert "1 MB" in refused(b"a: 1\n" + comment + b"#").what
    assert len(data("- a\n" * 99_994)) == 99_994
    assert "100 000 delar" in refused("- a\n" * 99_995).what


@pytest.mark.parametrize("text", ["", "\n\n", "# bara en kommentar\n", "---\n", "~\n", "null\n"])
def test_a_file_with_nothing_in_it_is_called_empty(text):
    """Also one that holds only comments."""
    assert refused(text).what == "filen är tom"
