"""The words for what a model refuses: short, Swedish, and with nothing hidden in them."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

import pytest
from pydantic import ValidationError

from natverkskollen.files.fields import (
    Amount,
    Day,
    Filled,
    Model,
    MonthDay,
    Number,
    Slug,
    Text,
    Version,
)
from natverkskollen.files.validation_words import quoted, shown, validation_words


class Everything(Model):
    """One of each field type."""

    id: Slug = "a"
    title: Text = "a"
    share: Number = Decimal(1)
    sum: Amount = Decimal(1)
    day: Day | None = None
    month_day: MonthDay = "01-01"
    version: Version = 1
    items: Annotated[tuple[Text, ...], Filled] = ("a",)


def words(**given):
    """The words for the only thing wrong in Everything with one key given."""
    with pytest.raises(ValidationError) as caught:
        Everything.model_validate(given)
    (error,) = caught.value.errors(include_url=False)
    (key,) = given
    return validation_words(dict(error), (key,), key)


@pytest.mark.parametrize("key", ["id", "title", "share", "sum", "day", "month_day", "items"])
@pytest.mark.parametrize(
    ("value", "said"),
    [(True, "true"), ({"a": 1}, "en grupp med nycklar"), (None, "")],
)
def test_a_structure_or_a_boolean_is_named_in_swedish_and_never_as_python_writes_it(
    key, value, said
):
    """`(1,)`, `None` and `True` mean nothing to the person who reads the message."""
    if (key, value) == ("day", None):
        assert Everything.model_validate({key: value}).day is None
        return
    what, remedy = words(**{key: value})
    assert said in what
    assert what.startswith(key)
    assert remedy
    for python in ("True", "None", "{'a'", "(1"):
        assert python not in what + remedy


def test_a_very_long_value_is_cut_in_the_message():
    """A message is read on one row of a page; the file may hold a megabyte in that place."""
    for key in ("id", "share", "day", "month_day", "version"):
        what, remedy = words(**{key: "x" * 900_000})
        assert "xxx…'" in what
        assert len(what) + len(remedy) < 300


@pytest.mark.parametrize(
    ("value", "seen"),
    [
        ("två\nrader", "'två rader'"),
        ("12\u00a0500", "'12 500'"),
        ("\ufefftitle", "'[U+FEFF]title'"),
        ("\u00a0b", "'[U+00A0]b'"),
        ("a\u202eb", "'a[U+202E]b'"),
        ("a\u200bb", "'a[U+200B]b'"),
        ("a" * 61, "'" + "a" * 57 + "…'"),
        ("a" * 60, "'" + "a" * 60 + "'"),
    ],
)
def test_a_quoted_word_shows_what_is_hidden_in_it(value, seen):
    """Otherwise "nyckeln 'title' är okänd" is true and helps nobody."""
    assert quoted(value) == seen


@pytest.mark.parametrize(
    ("value", "seen"),
    [
        (None, "tomt"),
        (True, "true"),
        (False, "false"),
        (0, "talet 0"),
        (Decimal("0.30"), "talet 0.30"),
        ((), "en lista"),
        ({}, "en grupp med nycklar"),
        ("", "''"),
    ],
)
def test_a_value_is_shown_as_it_stands_in_the_file(value, seen):
    """A false is no number although Python counts with it."""
    assert shown(value) == seen


@pytest.mark.parametrize(
    ("text", "dotted"),
    [("3,5", "3.5"), ("-0,30", "-0.30"), ("12 500,75", "12500.75"), ("12\u00a0500,75", "12500.75")],
)
def test_a_decimal_comma_is_answered_with_the_number_to_write(text, dotted):
    """The commonest mistake of all gets the exact cure."""
    what, remedy = words(share=text)
    assert what.startswith("share ska vara ett tal med decimalpunkt")
    assert remedy.endswith(f": {dotted}")


@pytest.mark.parametrize("text", ["1,2,3", "1,", ",5", "a,5", "٣,٥"])
def test_what_only_resembles_a_decimal_comma_is_not_rewritten(text):
    """A guess that is wrong is worse than a plain answer."""
    what, _ = words(share=text)
    assert what.startswith("share ska vara ett tal, men är")


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Årlig kostnad (kr)", "arlig-kostnad-kr"),
        ("a_b", "a-b"),
        ("-a-", "a"),
        ("a\n", "a"),
        ("学校", "anvandning-i-arbetet"),
    ],
)
def test_a_wrong_id_is_answered_with_an_id_that_would_do(text, slug):
    """And the suggestion itself is accepted."""
    _, remedy = words(id=text)
    assert remedy == f"Skriv till exempel: {slug}"
    assert Everything(id=slug).id == slug


@pytest.mark.parametrize("text", ["con", "nul", "prn", "aux", "com1", "lpt9"])
def test_a_name_that_windows_keeps_for_itself_is_no_id(text):
    """A file con.yaml cannot be made there, and ids are file names."""
    what, _ = words(id=text)
    assert "Windows" in what
    assert Everything(id=f"{text}-x").id == f"{text}-x"


@pytest.mark.parametrize("text", ["2025-02-29", "2025-13-01", "0000-01-01"])
def test_a_date_that_no_calendar_has_is_refused_as_such(text):
    """It has the right form, so an example of the form would not help."""
    what, _ = words(day=text)
    assert what == f"datumet {text} finns inte i kalendern"


@pytest.mark.parametrize("text", ["02-30", "13-01", "1-1", "٠١-٠١", "11-30\n"])
def test_a_day_of_the_year_has_month_and_day_that_exist(text):
    """29 February does exist, every fourth year."""
    what, _ = words(month_day=text)
    assert "månad och dag" in what
    assert Everything(month_day="02-29").month_day == "02-29"
