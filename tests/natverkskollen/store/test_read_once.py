"""What nobody has changed is worked out once: the hash, the copy that is given out, the lookups."""

from __future__ import annotations

import hashlib
import json
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from natverkskollen.dossier.opening import opened
from natverkskollen.model.answer import Answer
from natverkskollen.store import Change, Saved, YamlStore, mended, read_library, save_answer
from natverkskollen.store.plain_data import differences, json_text, state_hash, with_value
from tests.building.folders import shipped_folder
from tests.thorough import FULL

ID = "huddinge-2025"
WHO = "forvaltningen"
_VALUES = st.recursive(
    st.text(max_size=8) | st.integers() | st.booleans() | st.none(),
    lambda inner: st.lists(inner, max_size=3).map(tuple) | st.dictionaries(st.text(), inner),
    max_leaves=6,
)
_STATES = st.fixed_dictionaries(
    {"evaluation": st.dictionaries(st.text(max_size=4), _VALUES, max_size=3)},
    optional={"answers": st.dictionaries(st.text(max_size=4), _VALUES, max_size=4)},
)


@settings(max_examples=1_000 if FULL else 60, deadline=None)
@given(_STATES)
def test_the_hash_is_that_of_the_whole_in_order_however_it_is_put_together(state) -> None:
    """Python's own JSON, keys in order and no spaces, is the oracle."""
    whole = json.dumps(state, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    for _ in range(2):  # made, and out of what is kept
        assert state_hash(state) == hashlib.sha256(whole.encode("utf-8", "strict")).hexdigest()
    assert json.loads(json_text(state)) == json.loads(whole)


def test_a_decimal_keeps_its_digits_in_the_hash() -> None:
    said = b'{"answers":{"a":{"n":{"b":2.50,"c":3}}}}'
    state = {"answers": {"a": {"n": {"c": 3, "b": Decimal("2.50")}}}}
    assert state_hash(state) == hashlib.sha256(said).hexdigest()


def test_files_that_were_written_by_hand_are_read_again_when_they_have_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An evaluation without a history has no state but what its files say."""
    store, read = YamlStore(shipped_folder(tmp_path)), []
    whole = mended.read_state
    monkeypatch.setattr(mended, "read_state", lambda *a: read.append(a) or whole(*a))
    before = store.get(ID)
    assert store.get(ID) is before and len(read) == 1
    file = tmp_path / "evaluations" / ID / "evaluation.yaml"
    title = before.data["evaluation"]["title"]
    file.write_text(file.read_text("utf-8").replace(title, "Skriven för hand", 1), "utf-8")
    assert store.get(ID).data["evaluation"]["title"] == "Skriven för hand"
    assert store.get(ID).hash != before.hash and len(read) == 2


def test_what_is_read_is_nobody_elses_to_change_by_hand(tmp_path: Path) -> None:
    """A caller who breaks the rule and changes what it was given does not change what is kept."""
    store = YamlStore(shipped_folder(tmp_path))
    before = store.get(ID)
    change = Change(("evaluation", "title"), before.data["evaluation"]["title"], "Ny titel")
    assert isinstance(store.save(ID, before.version, [change], WHO, "k"), Saved)
    now = store.get(ID)
    assert store.get(ID) is now
    assert now.hash == state_hash(now.data) != before.hash
    now.data["evaluation"]["title"] = "Bara här"
    assert YamlStore(tmp_path).get(ID).data["evaluation"]["title"] == "Ny titel"
    assert store.history(ID)[-1].changes[0].new == "Ny titel"
    again = Change(("evaluation", "title"), "Ny titel", "Nyare titel")
    assert isinstance(store.save(ID, None, [again], WHO, "l"), Saved)
    assert store.get(ID).data["evaluation"]["title"] == "Nyare titel"


def test_a_state_in_which_one_field_is_another_differs_in_that_field_alone() -> None:
    state = {"answers": {"a": {"n": {"c": {"score": 3}}}, "b": {"n": {"c": {"score": 1}}}}}
    path = ("answers", "a", "n", "c", "score")
    assert list(differences(state, with_value(state, path, 4))) == [Change(path, 3, 4)]


def test_a_wrong_answer_is_told_however_often_the_sheet_beside_it_is_saved(tmp_path: Path) -> None:
    folder = shipped_folder(tmp_path)
    sheet = next((folder / "evaluations" / ID / "answers").glob(f"{WHO}.yaml"))
    text = sheet.read_text("utf-8")
    (criterion,) = [each for each in ("relevans-for-utmaningar",) if each in text]
    for found in (f"{criterion}-x", criterion):
        sheet.write_text(text.replace(f"{criterion}:", f"{found}:"), "utf-8")
        told = [str(p) for p in _problems(folder) if found in str(p)]
        assert bool(told) == (found != criterion), told


def test_a_criterion_is_found_in_a_copy_with_other_themes() -> None:
    criteria = read_library(Path(__file__).parents[3]).criteria["natverksmedlemskap"]
    kept, gone = criteria.themes[0].criteria[0], criteria.themes[1].criteria[0]
    assert criteria.criterion(gone.id) is gone
    fewer = criteria.model_copy(update={"themes": criteria.themes[:1]})
    assert fewer.criterion(kept.id) is kept
    assert fewer.criterion(gone.id) is fewer.renamed(gone.id) is None
    assert criteria.criterion(gone.id) is gone


@pytest.mark.parametrize("blind", [True, False])
def test_an_answer_counts_for_the_others_once_it_is_handed_in(tmp_path: Path, blind: bool) -> None:
    folder = shipped_folder(tmp_path)
    two = [{"id": WHO, "role": "Förvaltningen"}, {"id": "andra", "role": "En annan"}]
    store = YamlStore(folder)
    now = store.get(ID).data["evaluation"]
    changes = [
        Change(("evaluation", "assessors"), now.get("assessors"), two),
        Change(("evaluation", "blind"), now.get("blind"), blind),
    ]
    assert isinstance(store.save(ID, None, changes, WHO, "k"), Saved)
    before = _opened(folder)[0]
    network = next(iter(before.networks))
    asked = next(each.id for each in before.criteria.criteria if each.asked and each.judged)
    mine = Answer(rationale="Nya ord.", score=Decimal(2))
    saved = save_answer(folder, ID, "andra", network, asked, Answer(), mine)
    assert isinstance(saved, Saved)
    after = _opened(folder)[0]
    assert after.own_sheet("andra").answers[network][asked].rationale == "Nya ord."
    assert after.counts_as(before) is blind


def _opened(folder: Path):
    library = read_library(folder)
    return opened(library.evaluations, ID, library.criteria, library.networks)


def _problems(folder: Path):
    return _opened(folder)[1]
