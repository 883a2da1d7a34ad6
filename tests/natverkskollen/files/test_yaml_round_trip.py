"""What the store writes is what the reader reads: no text is changed, none is made a number."""

from __future__ import annotations

import string
import unicodedata
from decimal import Decimal

import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from natverkskollen.files.yaml_scalar import FORBIDDEN
from natverkskollen.files.yaml_text import _blocks, _Dumper
from natverkskollen.files.yaml_tree import read_tree
from tests.thorough import FULL


class _StoreDumper(yaml.CSafeDumper):
    """The store's style: every value written out, decimals as the digits they are."""

    def ignore_aliases(self, data):
        """Our reader refuses anchors, so the same text twice is written twice."""
        return True


_StoreDumper.add_representer(
    Decimal, lambda dumper, value: dumper.represent_scalar("tag:yaml.org,2002:float", f"{value:f}")
)
_CHARACTERS = st.characters(exclude_categories=["Cs"]).filter(lambda c: not FORBIDDEN.search(c))
_TROUBLE = st.sampled_from(
    [*" \n\t\x85\u2028\u2029\ufeff\u0301\u0338\u202e'\"\\:#-=<>,[]{}&*!|%@`?~0.9aåE\U0001f600"]
    + ["=======", "<<<<<<< ", ">>>>>>> ", "---", "...", "<<", "null", "true", "no", "12:30", "  "]
)
_TEXTS = st.one_of(
    st.text(_CHARACTERS, max_size=40),
    st.lists(_TROUBLE, max_size=60).map("".join),
    st.text(string.digits + ".-+eE_:", max_size=24),
).map(lambda text: unicodedata.normalize("NFC", text))
_DECIMALS = st.decimals(-(10**15), 10**15, places=4)
_SCALARS = st.one_of(
    _TEXTS, st.integers(-(10**18) + 1, 10**18 - 1), st.booleans(), st.none(), _DECIMALS
)
_TREES = st.recursive(
    _SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_TEXTS, inner, max_size=4),
    max_leaves=8,
)


def _as_read(value):
    if isinstance(value, list):
        return tuple(_as_read(item) for item in value)
    if isinstance(value, dict):
        return {key: _as_read(item) for key, item in value.items()}
    return value


@settings(max_examples=2_000 if FULL else 60, deadline=None)
@given(st.dictionaries(_TEXTS, _TREES, min_size=1, max_size=4), st.sampled_from([80, 100, 10**6]))
@example({"a": "\n\u0301", "=======": "=======\n", "<<": "<<", "=": "="}, 80)
@example({"a": "\u2028", "b": ["x\n<<<<<<< a\n=======\n>>>>>>> b\n"]}, 80)
@example({"a": "-0", "b": "0.", "c": "0o7", "d": "1e5", "e": "+1", "f": "\ufeff"}, 80)
def test_what_the_store_writes_is_read_back_as_it_was(tree, width):
    """No text becomes a number, and no text anybody can write makes the file unreadable."""
    written = yaml.dump(tree, Dumper=_StoreDumper, allow_unicode=True, sort_keys=False, width=width)
    back = read_tree(written.encode())
    assert back.duplicates == []
    assert back.data == _as_read(tree)
    assert repr(back.data) == repr(_as_read(tree))


@settings(max_examples=1_000 if FULL else 50, deadline=None)
@given(_TEXTS)
def test_a_text_written_by_either_dumper_in_any_style_is_read_back(text):
    """PyYAML without its C part too, but for U+0085, which it writes so that it would be lost."""
    for dumper in (yaml.CSafeDumper, yaml.SafeDumper):
        if dumper is yaml.SafeDumper:
            text = unicodedata.normalize("NFC", text.replace("\x85", ""))
        for style in (None, '"'):
            written = yaml.dump(
                {"a": [text]}, Dumper=dumper, allow_unicode=True, default_style=style
            )
            assert read_tree(written.encode()).data == {"a": (text,)}


_NAMES = st.sampled_from(["fokus", "false", "natverk-a2", "yes", "x" * 70, "a b", "answers"])
_SHEETS = st.dictionaries(_NAMES, st.dictionaries(_NAMES, _TREES, max_size=3), max_size=3)


@settings(max_examples=2_000 if FULL else 60, deadline=None)
@given(st.dictionaries(_NAMES | st.integers(0, 9), _SHEETS | _TREES, min_size=1, max_size=3))
@example({"fokus": {"fokus": {"fokus": "a\n\n"}}, "yes": "a\n\n"})
def test_a_file_written_block_by_block_is_the_one_written_whole(tree) -> None:
    """PyYAML's own dump of all of it is the oracle; one more key keeps it from an end mark."""
    whole = yaml.dump(
        {**tree, "z": 0}, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=96
    )
    for _ in range(2):  # made, and kept
        assert _blocks(tree) + "z: 0\n" == whole
