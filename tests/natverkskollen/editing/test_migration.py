"""Criteria that change under way: an evaluation keeps its own, goes over, and loses no answer."""

from __future__ import annotations

import csv
import io
import zipfile
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from natverkskollen.analysis.robustness.robustness import robustness
from natverkskollen.analysis.scoring import evaluate
from natverkskollen.analysis.set_aside_words import given_words, why_words
from natverkskollen.cli.commands import main
from natverkskollen.dossier.copies import bound_text, read_bound
from natverkskollen.dossier.counted_answers import split, whole
from natverkskollen.dossier.dossier import Dossier
from natverkskollen.dossier.file_reading import BOUND
from natverkskollen.editing.lifecycle import finalise
from natverkskollen.editing.migration import Migration, go_over, migration
from natverkskollen.editing.next_round import next_round
from natverkskollen.editing.sealing import seal_holds
from natverkskollen.model.answer import Answer
from natverkskollen.model.criteria import CriteriaSet
from natverkskollen.model.span import Span
from natverkskollen.output.answers_csv import answers_csv
from natverkskollen.output.bundle import bundle
from natverkskollen.output.history import rows
from natverkskollen.output.migration_words import migration_text
from natverkskollen.output.papers.checked import earlier_criteria
from natverkskollen.output.papers.template import read_template
from natverkskollen.output.papers.writing import Writing
from natverkskollen.store import Change, Failed, Saved, YamlStore, read_library, save_answer
from tests import ROOT
from tests.building.dossiers import criteria_set, dossier, judged, score, theme
from tests.building.folders import ID, evaluation_folder, field, put

DAY = date(2026, 11, 21)


def revise(folder: Path, *changes: tuple[str, str], revision: str = "2") -> None:
    """The municipality edits its criteria file."""
    path = folder / "criteria" / "litet.yaml"
    text = path.read_text("utf-8").replace('revision: "1"', f'revision: "{revision}"')
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    path.write_text(text, "utf-8")


RENAMED = ("      - id: bredd\n", "      - id: vidd\n        earlier_ids: [bredd]\n")
WITHOUT_DEPTH = (
    "      - id: djup\n        title: Djup\n        question: Hur djupt?\n        weight: 1\n"
    "        levels: {1: a, 2: b, 3: c, 4: d, 5: e}\n",
    "",
)
DEPTH = ("answers", "anna", "norr", "djup")


def opened(folder: Path) -> Dossier:
    library = read_library(folder)
    assert library.problems == ()
    return library.dossier(ID)


def titles(parts) -> list[str]:
    return [part.title for part in parts]


# --- the copy ---------------------------------------------------------------------------------


def test_a_copy_reads_back_as_the_same_set_with_every_default_written_out() -> None:
    for criteria in read_library(ROOT).criteria.values():
        assert read_bound(bound_text(criteria)).model == criteria
        assert "min_coverage: 75" in bound_text(criteria), "a later default must not change it"


def test_the_first_save_keeps_the_criteria_and_they_go_on_counting(folder: Path, store) -> None:
    assert not (evaluation_folder(folder) / BOUND).exists()
    put(store, field("score", criterion="djup"), 5, "k1")
    before = evaluate(opened(folder))
    revise(folder, WITHOUT_DEPTH, ("keep_from: 60", "keep_from: 90"))
    now = opened(folder)
    assert now.criteria.revision == "1" and now.revised.revision == "2"
    assert evaluate(now).input_hash == before.input_hash
    assert evaluate(now).networks == before.networks
    (folder / "criteria" / "litet.yaml").unlink()
    assert evaluate(opened(folder)).input_hash == before.input_hash, "also when the set is gone"


def test_the_copy_is_saved_like_the_rest_and_kept_in_the_history(folder: Path, store) -> None:
    put(store, field("score", criterion="djup"), 5, "k1")
    assert store.verify(ID) == ()
    path = evaluation_folder(folder) / BOUND
    path.write_text(path.read_text("utf-8").replace("title: Djup", "title: Djupet"), "utf-8")
    assert store.history(ID)[-1].kind == "import", "a change by hand becomes a version"
    assert isinstance(store.restore(ID, 2, "anna"), Saved)
    assert "title: Djup\n" in path.read_text("utf-8")


def test_going_back_to_before_the_first_save_keeps_the_copy(folder: Path, store) -> None:
    """Otherwise the evaluation would turn to a later revision by being restored."""
    put(store, field("score", criterion="djup"), 5, "k1")
    revise(folder, WITHOUT_DEPTH)
    assert isinstance(store.restore(ID, 1, "anna"), Saved)
    assert opened(folder).criteria.revision == "1"
    assert store.get(ID).data["answers"] == store.at(ID, 1).data["answers"]


def test_a_set_of_another_revision_is_never_taken_for_the_one_scored_with(folder, store) -> None:
    revise(folder)
    put(store, field("score", criterion="djup"), 5, "k1")
    assert not (evaluation_folder(folder) / BOUND).exists()


def test_a_copy_that_says_another_revision_than_the_evaluation_is_told(folder, store) -> None:
    put(store, field("score", criterion="djup"), 5, "k1")
    path = evaluation_folder(folder) / "evaluation.yaml"
    text = path.read_text("utf-8").replace('criteria_revision: "1"', 'criteria_revision: "2"')
    path.write_text(text, "utf-8")
    (problem,) = read_library(folder).problems
    assert problem.file == f"evaluations/{ID}/evaluation.yaml"
    assert text.splitlines()[problem.line - 1].startswith("criteria_revision")
    assert "kopian criteria.yaml är version '1'" in problem.what
    assert 'criteria_revision: "1"' in problem.remedy


def test_a_broken_copy_is_told_with_its_line_and_saved_over_by_nobody(folder, store) -> None:
    put(store, field("score", criterion="djup"), 5, "k1")
    path = evaluation_folder(folder) / BOUND
    text = path.read_text("utf-8").replace("keep_from: 60", "keep_from: hög")
    path.write_text(text, "utf-8")
    (problem,) = read_library(folder).problems
    assert (problem.file, text.splitlines()[problem.line - 1]) == (
        f"evaluations/{ID}/{BOUND}",
        "  keep_from: hög",
    )
    assert isinstance(put_new(store), Failed)
    assert path.read_text("utf-8") == text


def put_new(store: YamlStore):
    return store.save(ID, 2, [Change(field("score", criterion="djup"), 5, 4)], "anna", "k2")


def test_a_final_evaluation_is_sealed_with_its_copy_and_stays_on_it(folder: Path, store) -> None:
    path = evaluation_folder(folder) / "evaluation.yaml"
    proposed = "".join(
        f"  - {{network: {id_}, outcome: come-back, by: 2027-01-01, body: KS, motive: Ja.}}\n"
        for id_ in ("norr", "soder")
    )
    path.write_text(f"{path.read_text('utf-8')}decisions:\n{proposed}", "utf-8")
    found = opened(folder)
    told = finalise(store, ID, 0, "Chefen", DAY, judged_by=found)
    assert isinstance(told, Saved) and seal_holds(store.get(ID).data)
    revise(folder, WITHOUT_DEPTH)
    now = opened(folder)
    assert now.criteria.revision == "1"
    refused = go_over(store, now, store.get(ID).version, "Anna", "Nytt", DAY)
    assert isinstance(refused, Failed) and "färdigställd" in refused.what
    path = evaluation_folder(folder) / BOUND
    path.write_text(path.read_text("utf-8").replace("keep_from: 60", "keep_from: 70"), "utf-8")
    assert seal_holds(store.get(ID).data) is False, "the copy is part of what was sealed"


# --- an evaluation without a copy -------------------------------------------------------------


def answered(folder: Path, network: str, criterion: str, answer: str) -> None:
    """Somebody writes an answer in the file."""
    path = evaluation_folder(folder) / "answers" / "anna.yaml"
    text = path.read_text("utf-8").replace(
        f"  {network}:\n", f"  {network}:\n    {criterion}: {answer}\n", 1
    )
    path.write_text(text, "utf-8")


@pytest.mark.parametrize("copied", [False, True], ids=["without a copy", "with a copy"])
def test_a_misspelt_criterion_is_still_told_with_its_line(folder, store, copied) -> None:
    if copied:
        put(store, field("score", criterion="djup"), 5, "k1")
    answered(folder, "norr", "bred", "{score: 3, rationale: Slant på tangenten.}")
    (problem,) = read_library(folder).problems
    assert "kriteriet 'bred' finns inte i samlingen 'litet'" in problem.what
    rows_ = (evaluation_folder(folder) / "answers" / "anna.yaml").read_text("utf-8").splitlines()
    assert rows_[problem.line - 1].strip().startswith("bred:")


def test_without_a_copy_an_older_evaluation_opens_and_what_is_gone_does_not_count(folder) -> None:
    answered(folder, "norr", "djup", "{score: 5, rationale: Mycket djupt., grade: A}")
    revise(folder, WITHOUT_DEPTH)
    found = opened(folder)
    (each,) = found.aside
    assert (each.criterion, each.answer.rationale, each.why) == ("djup", "Mycket djupt.", "gone")
    assert given_words(each) == "5"
    assert why_words(each) == (
        "Kriteriet finns inte längre i version 2. Svaret finns kvar men räknas inte."
    )
    assert evaluate(found).network("norr").total == 50, "the answer 3 on Bredd is alone in counting"
    assert found.revised is found.criteria, "there is something to go over to"
    assert not migration(found).known


def test_without_a_copy_a_score_outside_the_new_scale_does_not_count_either(folder: Path) -> None:
    answered(folder, "norr", "djup", "{score: 5, rationale: Mycket djupt., grade: A}")
    steps = ("{1: a, 2: b, 3: c, 4: d, 5: e}", "{1: a, 2: b, 3: c}")
    revise(folder, steps, ("scale: {min: 1, max: 5}", "scale: {min: 1, max: 3}"))
    found = opened(folder)
    assert [(each.criterion, each.why) for each in found.aside] == [("djup", "changed")]
    assert evaluate(found).network("norr").total == 100, "3 is now the best step"
    told = migration(found)
    assert titles(told.changed) == ["Djup"] and told.changed[0].set_aside == 1


def test_without_a_copy_a_weighting_of_what_is_gone_opens_with_the_sets_own(folder: Path) -> None:
    path = evaluation_folder(folder) / "evaluation.yaml"
    weights = "weighting: {themes: {nytta: 1, borta: 3}}\n"
    path.write_text(path.read_text("utf-8") + weights, "utf-8")
    assert read_library(folder).problems, "with the same revision it is a mistake"
    revise(folder)
    found = robustness(opened(folder))
    assert found.result.weights == {"nytta": 1}
    assert found.result.weighting_title == "Kriteriesamlingens vikter"


def test_an_answer_under_an_earlier_id_counts_once_where_both_are_there() -> None:
    criteria = criteria_set(theme("t", 1, {**judged("nytt"), "earlier_ids": ("gammalt",)}))
    given = {"n": {"gammalt": score(1), "nytt": score(5)}}
    found = dossier(criteria, given)
    counted, aside = split(found.evaluation, criteria, found.sheets)
    assert [(each.criterion, each.why) for each in aside] == [("gammalt", "taken")]
    assert why_words(aside[0]) == "”Nytt” har ett eget svar. Svaret finns kvar men räknas inte."
    assert whole(counted, aside) == found.sheets, "nothing is lost on the way"


# --- the preview ------------------------------------------------------------------------------

OLD = criteria_set(theme("t", 1, judged("a"), judged("b"), judged("c"), judged("d")))
GIVEN = {"n": {id_: score(4) for id_ in "abcd"}, "m": {"a": score(2), "d": score(1)}}


def preview(new: CriteriaSet, old: CriteriaSet = OLD, given=None, **more) -> Migration:
    from dataclasses import replace

    before = dossier(old, GIVEN if given is None else given, **more)
    told = migration(replace(before, revised=new))
    assert told is not None
    return told


def revised(*criteria: dict, **more) -> CriteriaSet:
    return criteria_set(theme("t", 1, *criteria), revision="2", **more)


def test_the_five_groups_with_how_many_answers_each_touches() -> None:
    told = preview(
        revised(
            judged("a"),
            {**judged("b"), "levels": dict.fromkeys(range(1, 6), "Ny text")},
            {**judged("e"), "title": "C", "earlier_ids": ("c",)},
            judged("f"),
        )
    )
    assert [(p.title, p.answers) for p in told.kept] == [("A", 2)]
    assert [(p.title, p.answers, p.notes) for p in told.changed] == [
        ("B", 1, ("nivåtexterna har ändrats: se över svaret",))
    ]
    assert [(p.was, p.criterion, p.answers) for p in told.renamed] == [("c", "e", 1)]
    assert [(p.title, p.answers, p.set_aside) for p in told.removed] == [("D", 2, 2)]
    assert [(p.title, p.answers) for p in told.new] == [("F", 0)]


def test_after_the_change_the_answers_count_where_they_still_mean_the_same() -> None:
    """By hand: a 4, b 4 and the renamed c 4 of five are 75 each; d is gone and f is unanswered."""
    told = preview(
        revised(judged("a"), judged("b"), {**judged("e"), "earlier_ids": ("c",)}, judged("f"))
    )
    found = evaluate(told.after).network("n")
    assert found.total == 75
    assert found.criterion("e").value == 75
    assert found.criterion("f").assessment.state == "not-assessed"
    assert {each.criterion for each in told.after.aside} == {"d"}
    assert {each.asked.levels[1] for each in told.after.aside} == {"nivå 1 för d"}
    assert given_words(told.after.aside[0]) == "4 – nivå 4 för d"


def four_steps(id_: str) -> dict:
    return {**judged(id_), "levels": {n: str(n) for n in range(1, 5)}}


def test_another_scale_puts_every_answer_aside_even_one_that_would_fit() -> None:
    """Step 4 of 5 is not step 4 of 4: counting it would be saying what nobody has said."""
    new = revised(*map(four_steps, "abcd"), scale={"min": 1, "max": 4})
    told = preview(new)
    assert told.changed[0].notes == ("skalan har ändrats från 1–5 till 1–4",)
    assert sum(part.set_aside for part in told.changed) == 6
    assert evaluate(told.after).network("n").verdict is None
    assert len(told.after.aside) == 6
    first = told.after.aside[0]
    assert (first.criterion, first.why, first.asked.became) == ("a-tidigare", "changed", "a")
    assert why_words(first).startswith("”A” besvaras på ett annat sätt i version 2.")
    assert given_words(first) == "4 – nivå 4 för a"


def test_another_kind_or_unit_puts_the_answers_aside_and_other_limits_only_those_outside() -> None:
    hours = {"id": "a", "title": "A", "question": "Hur?", "unit": "timmar"}
    hours |= {"value": {0: 100, 50: 0}, "min": 0, "max": 100}
    given = {"n": {"a": Answer(score=Decimal(12))}, "m": {"a": Answer(score=Decimal(80))}}
    old = criteria_set(theme("t", 1, hours))

    def aside(**changes) -> tuple[int, tuple[str, ...]]:
        told = preview(revised({**hours, **changes}), old, given)
        (part,) = told.changed
        return part.set_aside, part.notes

    assert aside(unit="dagar") == (2, ("enheten har ändrats från timmar till dagar",))
    assert aside(max=40) == (1, ("det rimliga intervallet har ändrats: se över svaret",))
    assert aside(value={0: 100, 90: 0}) == (0, ("talen är värda annat än förut (value)",))
    told = preview(revised(judged("a")), old, given)
    assert told.changed[0].notes == ("besvaras på ett annat sätt än förut",)
    assert [given_words(each) for each in told.after.aside] == ["12\u00a0timmar", "80\u00a0timmar"]


def test_a_criterion_that_becomes_computed_keeps_its_answers_aside() -> None:
    computed = {"id": "a", "title": "A", "question": "Hur?", "computed": "annual_cost_sek"}
    told = preview(revised({**computed, "value": {0: 100, 90: 0}}))
    assert [p.set_aside for p in told.changed] == [2]
    assert {each.criterion for each in told.after.aside} >= {"a-tidigare"}


def test_every_other_difference_is_told_and_the_answer_still_counts() -> None:
    new = criteria_set(
        theme("t", 1, {**judged("a"), "question": "Varför?"}, judged("b", 3)),
        theme("u", 3, judged("d"), {**judged("c"), "title": "Cykel", "evidence": "required"}),
        revision="2",
        verdict={"keep_from": 70, "leave_below": 40, "minimum": {"a": 3}},
    )
    told = preview(new)
    assert {p.title: p.notes for p in told.changed} == {
        "A": ("frågan har ändrats: se över svaret",),
        "B": ("vikten har ändrats från 1 till 3",),
        "Cykel": ("hette ”C”", "belägg krävs nu", "hör nu till temat U"),
        "D": ("hör nu till temat U",),
    }
    assert told.rules == (
        "Temat U är nytt.",
        "Temat T väger 25 av 100. Förut vägde det 100.",
        "Gränsen för fortsätt eller ansök är 70. Förut var den 60.",
        "Miniminivåerna för fortsätt eller ansök har ändrats.",
    )
    assert told.after.aside == ()


def test_two_criteria_that_become_one_let_the_answer_of_the_new_id_count() -> None:
    told = preview(revised({**judged("a"), "earlier_ids": ("b",)}, judged("c"), judged("d")))
    assert [(p.was, p.answers, p.set_aside) for p in told.renamed] == [("b", 1, 1)]
    (each,) = told.after.aside
    assert (each.criterion, each.title, each.asked.became) == ("b-tidigare", "B", "a")
    assert evaluate(told.after).network("n").criterion("a").value == 75


def test_a_removed_criterion_that_comes_back_brings_its_answers() -> None:
    from dataclasses import replace

    gone = preview(revised(judged("a"), judged("b"), judged("c")))
    back = criteria_set(*OLD.model_dump(by_alias=True)["themes"], revision="3")
    told = migration(replace(gone.after, revised=back))
    assert [(p.title, p.answers, p.notes) for p in told.changed] == [
        ("D", 2, ("fanns i en tidigare version",))
    ]
    assert told.after.aside == ()
    before = evaluate(dossier(OLD, GIVEN))
    after = evaluate(told.after)
    assert [n.total for n in after.networks] == [n.total for n in before.networks]


def test_a_weighting_of_themes_that_change_gives_way_and_one_that_fits_stays() -> None:
    own = {"weighting": {"themes": {"t": 5}, "chosen_by": "Nämnden"}}
    assert preview(revised(judged("a")), **own).after.evaluation.weighting.themes == {"t": 5}
    two = criteria_set(theme("t", 1, judged("a")), theme("u", 1, judged("b")), revision="2")
    told = preview(two, **own)
    assert told.after.evaluation.weighting.chosen_by is None
    assert told.rules[-1].startswith("Viktningen passar inte de nya temana.")


def test_every_assessor_and_the_joint_answer_go_the_same_way() -> None:
    given = [{"n": {"a": score(2), "d": score(1)}}, {"n": {"a": score(5), "d": score(5)}}]
    people = (
        {"id": "bedomare-0", "role": "Strateg", "submitted": "2025-03-01"},
        {"id": "bedomare-1", "role": "Gemensam", "joint": True},
    )
    new = revised({**judged("e"), "earlier_ids": ("a",)}, judged("b"), judged("c"))
    told = preview(new, given=given, assessors=people)
    cell = evaluate(told.after).network("n").criterion("e")
    assert cell.value == 100, "the joint answer still speaks for all"
    assert len(cell.assessment.grounds) == 2
    assert [(each.assessor, each.criterion) for each in told.after.aside] == [
        ("bedomare-0", "d"),
        ("bedomare-1", "d"),
    ]
    assert told.after.evaluation.assessors[0].submitted == date(2025, 3, 1)


def test_answers_without_a_score_and_spans_go_along() -> None:
    given = {
        "n": {
            "a": Answer(not_applicable=True, rationale="Passar inte."),
            "b": Answer(score=Span(low=Decimal(2), high=Decimal(3)), rationale="Osäkert."),
            "c": Answer(rationale="Bara tänkt ännu."),
        }
    }
    told = preview(revised({**judged("e"), "earlier_ids": ("a",)}, judged("b"), judged("c")))
    told = preview(
        revised({**judged("e"), "earlier_ids": ("a",)}, judged("b"), judged("c")), given=given
    )
    kept = next(iter(told.after.sheets.values())).answers["n"]
    assert kept == {"e": given["n"]["a"], "b": given["n"]["b"], "c": given["n"]["c"]}


def test_nothing_to_go_over_to_is_no_migration() -> None:
    assert migration(dossier(OLD, GIVEN)) is None


# --- going over -------------------------------------------------------------------------------


@pytest.fixture
def ready(folder: Path, store) -> Dossier:
    """A copy of revision 1, and a revision 2 that renames one criterion and drops another."""
    put(store, field("score", criterion="djup"), 5, "k1")
    put(store, field("rationale", criterion="djup"), "Mycket djupt.", "k2")
    revise(folder, RENAMED, WITHOUT_DEPTH)
    return opened(folder)


def test_going_over_is_one_version_that_says_who_and_why(folder, store, ready) -> None:
    version = store.get(ID).version
    told = go_over(store, ready, version, "Miljöstrateg", "Nämnden beslutade om nya.", DAY, "över")
    assert told == Saved(version + 1)
    assert go_over(store, ready, version, "x", "y", DAY, "över") == told, "the same key, once"
    assert store.history(ID)[-1].actor == "Miljöstrateg"
    now = opened(folder)
    assert (now.criteria.revision, now.revised) == ("2", None)
    assert now.sheets["anna"].answers["norr"].keys() == {"vidd"}
    assert [(e.title, given_words(e), e.answer.rationale) for e in now.aside] == [
        ("Djup", "5 – e", "Mycket djupt.")
    ]
    assert evaluate(now).network("norr").criterion("vidd").value == 50
    assert store.verify(ID) == ()
    change = now.evaluation.criteria_changes[0]
    assert (change.from_revision, change.to_revision, change.date) == ("1", "2", DAY)
    told_rows = [(row.what, row.after) for row in rows(store.history(ID), now)]
    assert (
        "Övergången till en ny version",
        "Från version 1 till 2: Nämnden beslutade om nya.",
    ) in told_rows
    assert ("Kopian av kriterierna", "Version 2") in told_rows
    assert any(what.endswith("norr, Djup") for what, _ in told_rows), "by its title, not its id"


def test_the_way_back_is_whole(folder, store, ready) -> None:
    before = store.get(ID)
    result = evaluate(ready)
    go_over(store, ready, before.version, "Anna", "Nytt", DAY)
    assert isinstance(store.restore(ID, before.version, "Anna"), Saved)
    assert store.get(ID).hash == before.hash
    assert evaluate(opened(folder)).input_hash == result.input_hash
    assert store.verify(ID) == ()


def test_who_previewed_before_a_colleague_saved_is_told_to_look_again(folder, store, ready) -> None:
    version = store.get(ID).version
    put(store, field("score"), 1, "kollega", base=version)
    for seen in (version, store.get(ID).version):
        told = go_over(store, ready, seen, "Anna", "Nytt", DAY)
        assert isinstance(told, Failed) and "har ändrats" in told.what
    assert opened(folder).criteria.revision == "1"


def test_answers_go_on_being_saved_afterwards_and_no_kept_answer_is_touched(
    folder, store, ready
) -> None:
    go_over(store, ready, store.get(ID).version, "Anna", "Nytt", DAY)
    there = opened(folder).sheets["anna"].answers["norr"]["vidd"]
    new = there.model_copy(update={"score": Decimal(5)})
    assert isinstance(save_answer(folder, ID, "anna", "norr", "vidd", there, new), Saved)
    told = save_answer(folder, ID, "anna", "norr", "djup", Answer(), new)
    assert isinstance(told, Failed) and "finns inte" in told.what
    now = opened(folder)
    assert now.sheets["anna"].answers["norr"]["vidd"] == new
    assert now.aside[0].answer.rationale == "Mycket djupt."


def test_a_misspelt_criterion_is_told_after_going_over_too(folder, store, ready) -> None:
    go_over(store, ready, store.get(ID).version, "Anna", "Nytt", DAY)
    answered(folder, "norr", "djupp", "{score: 3}")
    (problem,) = read_library(folder).problems
    assert "'djupp' finns inte" in problem.what


def test_without_a_copy_going_over_keeps_one_from_then_on(folder: Path, store) -> None:
    answered(folder, "norr", "djup", "{score: 5, rationale: Mycket djupt., grade: A}")
    revise(folder, WITHOUT_DEPTH)
    found = opened(folder)
    told = go_over(store, found, store.get(ID).version, "Anna", "Nytt", DAY)
    assert isinstance(told, Saved)
    now = opened(folder)
    assert now.revised is None and (evaluation_folder(folder) / BOUND).is_file()
    assert [each.answer.rationale for each in now.aside] == ["Mycket djupt."]
    assert evaluate(now).network("norr").total == evaluate(found).network("norr").total


def test_a_text_put_right_under_the_same_revision_can_be_taken_over(folder, store) -> None:
    put(store, field("score", criterion="djup"), 5, "k1")
    revise(folder, ("question: Hur djupt?", "question: Hur djupt är det?"), revision="1")
    found = opened(folder)
    assert found.criteria.criterion("djup").question == "Hur djupt?"
    assert "utan att versionen 1 har fått ett nytt namn" in migration_text(found, migration(found))
    go_over(store, found, store.get(ID).version, "Anna", "Rättat", DAY)
    assert opened(folder).criteria.criterion("djup").question == "Hur djupt är det?"


def test_the_next_round_is_asked_what_is_asked_now(folder: Path, store, ready) -> None:
    told = next_round(store, ID, "liten-2", "Nästa", DAY, ready.revised, "anna")
    assert told == Saved(1)
    found = read_library(folder).dossier("liten-2")
    assert (found.criteria.revision, found.revised) == ("2", None)


# --- what is taken out ------------------------------------------------------------------------


def test_an_answer_that_does_not_count_is_in_the_csv_and_the_bundle(folder, store, ready) -> None:
    go_over(store, ready, store.get(ID).version, "Anna", "Nytt", DAY)
    table = list(
        csv.reader(io.StringIO(answers_csv(opened(folder)).decode("utf-8-sig")), delimiter=";")
    )
    (kept,) = [dict(zip(table[0], row, strict=True)) for row in table[1:] if row[-1]]
    assert (kept["kriterium"], kept["lägst"], kept["motivering"]) == ("Djup", "5", "Mycket djupt.")
    assert kept["räknas inte"].startswith("Kriteriet finns inte längre i version 2.")
    made = bundle(folder, ID)
    assert isinstance(made, bytes)
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        names = archive.namelist()
        assert BOUND in names and "criteria/litet.yaml" not in names, "one set, the one it rests on"
        assert "Mycket djupt." in archive.read("answers/anna.yaml").decode()
        assert "Mycket djupt." in archive.read(f"handlingar/bilaga-1-bedomning-{ID}.txt").decode()


def test_the_memo_tells_of_the_change_and_of_what_no_longer_counts(folder, store, ready) -> None:
    go_over(store, ready, store.get(ID).version, "Miljöstrateg", "Nya mål.", DAY)
    writing = Writing(evaluate(opened(folder)), read_template(ROOT, "huddinge"))
    said = " ".join(getattr(block, "text", "") for block in earlier_criteria(writing))
    assert "från version 1 till version 2" in said
    assert "Skäl: Nya mål. Ansvarig: Miljöstrateg." in said
    assert "Djup, norr: 5 – e" in said and "Mycket djupt." in said


def test_the_commands_tell_preview_and_go_over(folder: Path, store, ready, capsys) -> None:
    def run(*arguments: str) -> tuple[int, str]:
        code = main([*arguments, "--data", str(folder)])
        told = capsys.readouterr()
        return code, told.out + told.err

    code, told = run("check")
    assert code == 0, "an earlier revision is no mistake"
    assert "bedömd med version 1, men criteria/litet.yaml är version 2" in told
    assert f"migrate {ID} --preview" in told
    code, told = run("migrate", ID, "--preview")
    assert code == 0
    for words in (
        "Utvärderingen är bedömd med version 1. Nu finns version 2.",
        "Har bytt id: ett\u00a0kriterium, ett\u00a0svar",
        "Bredd (förut bredd): ett\u00a0svar. Svaren följer med till det nya namnet.",
        "Finns inte längre: ett\u00a0kriterium, ett\u00a0svar",
        "Djup: ett\u00a0svar. Svaren finns kvar men räknas inte.",
    ):
        assert words in told
    assert run("migrate", ID, "--by", "Anna")[0] == 1, "a reason is asked for"
    assert opened(folder).criteria.revision == "1"
    code, told = run("migrate", ID, "--by", "Anna", "--reason", "Nytt")
    assert code == 0 and "följer nu version 2" in told
    assert opened(folder).criteria.revision == "2"
    assert "Ett\u00a0svar finns kvar men räknas inte" in run("check")[1]
    assert "ingen annan version att byta till" in run("migrate", ID)[1]
