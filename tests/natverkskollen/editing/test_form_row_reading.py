"""What a row of a filled-in form gives is the answer that its cells were written of."""

from __future__ import annotations

import tempfile
import unicodedata
from decimal import Decimal
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from natverkskollen.editing.answer_entry import read_fields
from natverkskollen.editing.form_row_reading import typed_cells
from natverkskollen.editing.score_form import cells_of
from natverkskollen.editing.typed import typed_text
from natverkskollen.model.answer import Answer, Span
from natverkskollen.store import read_library
from tests.building.folders import ID, small_folder
from tests.thorough import FULL

with tempfile.TemporaryDirectory() as _there:
    _SMALL = read_library(small_folder(Path(_there))).dossier(ID)

STEPS = st.integers(1, 5).map(Decimal)
FIGURES = st.decimals(0, 10**9, places=3).map(lambda figure: figure.normalize())
GIVEN = st.one_of(st.none(), st.text(st.characters(codec="utf-8", exclude_categories=("C",))))


@st.composite
def answers(draw: st.DrawFn, figures: st.SearchStrategy[Decimal]) -> Answer:
    """Any answer: a figure, two, none, or not applicable; with any reason and any grade."""
    rationale = unicodedata.normalize("NFC", typed_text(draw(GIVEN))) or None
    grade = draw(st.sampled_from([None, "A", "B", "C"]))
    low, high = sorted((draw(figures), draw(figures)))
    score = draw(st.sampled_from([None, low, Span(low=low, high=high) if high > low else high]))
    exempt = score is None and rationale is not None and draw(st.booleans())
    return Answer(score=score, rationale=rationale, grade=grade, not_applicable=exempt)


@settings(max_examples=500 if FULL else 40)
@given(st.data())
def test_any_answer_is_the_same_when_it_is_read_from_the_cells_it_was_written_in(data) -> None:
    criteria = _SMALL.criteria
    criterion = data.draw(st.sampled_from(criteria.criteria))
    answer = data.draw(answers(STEPS if criterion.judged else FIGURES))
    cells = cells_of(criteria, criterion, answer)
    for base in (Answer(), answer):
        typed = typed_cells(criteria, criterion, base, dict(cells))
        assert read_fields(typed, criteria, criterion, base) == answer
