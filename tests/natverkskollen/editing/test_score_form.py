"""Scores out to a workbook, changed there and in again: the same values, nobody overwritten."""

from __future__ import annotations

import zipfile
from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pytest

from natverkskollen.analysis.wording import GRADES
from natverkskollen.editing.migration import go_over
from natverkskollen.editing.score_form import COLUMNS, row_key
from natverkskollen.editing.score_form_intake import look_over, save_forms
from natverkskollen.editing.score_form_reading import read_forms
from natverkskollen.editing.score_form_row import Intake
from natverkskollen.files.workbook import cell_name, read_workbook
from natverkskollen.files.workbook_parts import UnreadableWorkbook
from natverkskollen.model.answer import Answer
from natverkskollen.model.span import Span
from natverkskollen.output.excel.score_form import score_form
from natverkskollen.store import (
    Change,
    Conflict,
    Failed,
    Merged,
    Saved,
    YamlStore,
    read_library,
    save_answer,
    saved_answer,
)
from tests.building.folders import ID, evaluation_folder, shipped_folder
from tests.natverkskollen.editing.test_migration import revise
from tests.natverkskollen.files.workbooks import (
    all_saved_by_office,
    repacked,
    saved_by_office,
    with_cells,
    workbook,
)

BREDD, DJUP, TID = ("bredd", "djup", "tid")


def form(folder: Path, evaluation: str = ID, *assessors: str) -> bytes:
    now = YamlStore(folder).get(evaluation)
    dossier = read_library(folder).dossier(evaluation)
    chosen = [e for e in dossier.evaluation.assessors if not assessors or e.id in assessors]
    return score_form(dossier, now, chosen)


def taken(folder: Path, content: bytes, evaluation: str = ID) -> Intake:
    store = YamlStore(folder)
    now = store.get(evaluation)
    return look_over(store, read_library(folder).dossier(evaluation), now, read_forms(content))


def at(content: bytes, network: str, criterion: str, column: str, sheet: int = 0) -> str:
    """The name of a cell of the form."""
    rows = read_workbook(content)[sheet].rows
    headings = next(row for row in rows if COLUMNS["score"] in row)
    row = next(n for n, each in enumerate(rows) if each[0] == row_key(network, criterion))
    return cell_name(row, headings.index(COLUMNS[column]))


def filled(content: bytes, cells: dict[tuple[str, str, str], str], sheet: int = 0) -> bytes:
    named = {at(content, *where, sheet): inside for where, inside in cells.items()}
    return with_cells(content, named, sheet + 1)


def on_file(folder: Path, criterion: str, network: str = "norr", assessor: str = "anna") -> Answer:
    found = saved_answer(folder, ID, assessor, network, criterion)
    assert isinstance(found, Answer)
    return found


def put(folder: Path, criterion: str, answer: Answer, network: str = "norr") -> None:
    there = on_file(folder, criterion, network)
    assert isinstance(
        save_answer(folder, ID, "anna", network, criterion, there, answer), Saved | Merged
    )


def only_why(intake: Intake) -> str:
    (row,) = intake.unclear
    assert not intake.changed and not intake.clashing
    return row.why


def test_a_form_that_libreoffice_has_opened_and_saved_changes_nothing(tmp_path: Path) -> None:
    folder = shipped_folder(tmp_path / "data")
    evaluations = ("huddinge-2025", "exempel-vastra-gotaland")
    ours = [form(folder, each) for each in evaluations]
    theirs = all_saved_by_office(ours, tmp_path)
    for evaluation, *contents in zip(evaluations, ours, theirs, strict=True):
        dossier = read_library(folder).dossier(evaluation)
        asked = sum(each.asked for each in dossier.criteria.criteria)
        all_ = asked * len(dossier.networks) * len(dossier.evaluation.assessors)
        for content in contents:
            intake = taken(folder, content, evaluation)
            assert intake == Intake(evaluation, intake.version, intake.revision, unchanged=all_)


def test_texts_that_a_spreadsheet_could_take_for_more_come_back_as_they_were(
    folder: Path, tmp_path: Path
) -> None:
    texts = (
        "=HYPERLINK(\"http://x\")",
        "+46 8 123",
        "-5",
        "@SUM(A1)",
        "2026-01-02",
        "1,5",
        "SANT",
        "'citat",
        "_x000D_ och _x0041_",
        "rad ett\n\nrad tre & <b>",
        "åäö é 🙂 \u200b",
    )  # fmt: skip
    places = [(n, c) for n in ("norr", "soder") for c in (BREDD, DJUP, TID)]
    for some in (texts[:6], texts[6:]):
        for (network, criterion), text in zip(places, some, strict=False):
            put(folder, criterion, Answer(rationale=text, grade="C"), network)
        content = form(folder)
        for each in (content, saved_by_office(content, tmp_path)):
            assert taken(folder, each) == Intake(ID, taken(folder, each).version, "1", unchanged=12)
        shown = {value for row in read_workbook(content)[0].rows for value in row}
        assert set(some) <= shown


def test_what_is_filled_in_with_libreoffice_is_saved_as_it_was_filled_in(
    folder: Path, tmp_path: Path
) -> None:
    content = filled(
        form(folder),
        {
            ("norr", BREDD, "score"): "4 – d",
            ("norr", BREDD, "rationale"): "Två skäl.\nPå två rader.",
            ("norr", DJUP, "score"): "2 – b",
            ("norr", DJUP, "upper"): "3",
            ("norr", DJUP, "grade"): GRADES["A"],
            ("soder", BREDD, "score"): "Ej tillämpligt",
            ("soder", BREDD, "rationale"): "Frågan passar inte.",
            ("norr", TID, "score"): "12,5",
            ("soder", TID, "score"): "<v>40</v>",
        },
    )
    intake = taken(folder, saved_by_office(content, tmp_path))
    assert (intake.clashing, intake.unclear, intake.told) == ([], [], [])
    assert len(intake.changed) == 5 and intake.unchanged == 7
    outcomes = save_forms(YamlStore(folder), intake, ())
    assert list(outcomes) == ["anna"] and isinstance(outcomes["anna"], Saved)
    assert on_file(folder, BREDD) == Answer(
        score=Decimal(4), rationale="Två skäl.\nPå två rader.", grade="C"
    )
    assert on_file(folder, DJUP) == Answer(score=Span(low=Decimal(2), high=Decimal(3)), grade="A")
    assert on_file(folder, BREDD, "soder") == Answer(
        not_applicable=True, rationale="Frågan passar inte."
    )
    assert on_file(folder, TID) == Answer(score=Decimal("12.5"))
    assert on_file(folder, TID, "soder") == Answer(score=Decimal(40))
    assert taken(folder, content).changed == [], "the same form once more changes nothing"
    assert read_library(folder).problems == ()


def test_an_answer_written_by_hand_is_changed_only_where_the_form_is(folder: Path) -> None:
    path = evaluation_folder(folder) / "answers" / "anna.yaml"
    words = "rationale: |\n        Så var det från början.\n\n        Två stycken.\n"
    text = path.read_text("utf-8").replace("rationale: Så var det från början.\n", words)
    path.write_text(text, "utf-8")
    content = filled(form(folder), {("norr", BREDD, "score"): "5 – e"})
    put(folder, BREDD, Answer(score=Decimal(3), rationale="Ett nytt skäl.", grade="C"))
    intake = taken(folder, content)
    assert not intake.clashing, "the form has not changed the reason, whose last line end is gone"
    save_forms(YamlStore(folder), intake, ())
    assert on_file(folder, BREDD).rationale == "Ett nytt skäl."


def test_an_assessor_may_be_called_as_the_hidden_sheet_is(folder: Path) -> None:
    path = evaluation_folder(folder) / "evaluation.yaml"
    path.write_text(path.read_text("utf-8").replace("role: Ekonom", "role: Listor"), "utf-8")
    sheets = read_workbook(form(folder))
    assert [(each.name, each.hidden) for each in sheets] == [
        ("Miljöstrateg", False),
        ("Listor 2", False),
        ("Listor", True),
    ]
    assert taken(folder, form(folder)).unchanged == 12


def test_both_sheets_are_saved_each_by_its_assessor(folder: Path) -> None:
    content = form(folder)
    content = filled(content, {("norr", BREDD, "score"): "5 – e"}, sheet=0)
    content = filled(content, {("norr", BREDD, "score"): "1 – a"}, sheet=1)
    outcomes = save_forms(YamlStore(folder), taken(folder, content), ())
    assert {name: type(outcome) for name, outcome in outcomes.items()} == {
        "anna": Saved,
        "bo-1": Merged,
    }
    assert on_file(folder, BREDD).score == 5
    assert on_file(folder, BREDD, assessor="bo-1").score == 1
    actors = [entry.actor for entry in YamlStore(folder).history(ID)]
    assert actors[-2:] == ["anna", "bo-1"]


def test_an_emptied_cell_empties_the_answer_and_keeps_its_evidence(tmp_path: Path) -> None:
    folder = shipped_folder(tmp_path / "data")
    where = ("sekom", "relevans-for-utmaningar")
    before = read_library(folder).dossier("huddinge-2025").sheets["forvaltningen"]
    evidence = before.answers[where[0]][where[1]].evidence
    assert evidence
    content = filled(form(folder, "huddinge-2025"), {(*where, "score"): "", (*where, "grade"): ""})
    intake = taken(folder, content, "huddinge-2025")
    save_forms(YamlStore(folder), intake, ())
    after = read_library(folder).dossier("huddinge-2025").sheets["forvaltningen"]
    answer = after.answers[where[0]][where[1]]
    assert (answer.score, answer.grade, answer.evidence) == (None, None, evidence)


def test_where_two_have_changed_an_answer_both_are_told_and_neither_is_overwritten(
    folder: Path,
) -> None:
    content = filled(form(folder), {("norr", BREDD, "score"): "5 – e"})
    theirs = Answer(score=Decimal(2), rationale="Kollegans skäl.", grade="C")
    put(folder, BREDD, theirs)
    intake = taken(folder, content)
    (clash,) = intake.clashing
    assert (clash.mine.score, clash.theirs) == (5, theirs) and not intake.changed
    assert save_forms(YamlStore(folder), intake, ()) == {}
    assert on_file(folder, BREDD) == theirs
    save_forms(YamlStore(folder), intake, {clash.id})
    assert on_file(folder, BREDD) == clash.mine


def test_what_each_has_changed_of_one_answer_is_put_together(folder: Path) -> None:
    content = filled(form(folder), {("norr", BREDD, "score"): "5 – e"})
    put(folder, BREDD, Answer(score=Decimal(3), rationale="Nytt skäl.", grade="A"))
    intake = taken(folder, content)
    save_forms(YamlStore(folder), intake, ())
    assert on_file(folder, BREDD) == Answer(score=Decimal(5), rationale="Nytt skäl.", grade="A")


def test_an_answer_that_two_changes_would_make_none_is_for_the_person_to_choose(
    folder: Path,
) -> None:
    put(folder, BREDD, Answer(not_applicable=True, rationale="Passar inte."))
    content = filled(form(folder), {("norr", BREDD, "rationale"): "Ett bättre skäl."})
    put(folder, BREDD, Answer(score=Decimal(2), rationale="Passar inte."))
    intake = taken(folder, content)
    assert len(intake.changed) == 1 and intake.changed[0].after.score == 2
    content = filled(form(folder), {("norr", BREDD, "score"): "Ej tillämpligt"})
    put(folder, BREDD, Answer(score=Decimal(2)))
    (clash,) = taken(folder, content).clashing
    assert clash.mine == Answer(not_applicable=True, rationale="Passar inte.")


def test_somebody_who_saves_between_the_preview_and_the_save_is_not_overwritten(
    folder: Path,
) -> None:
    intake = taken(folder, filled(form(folder), {("norr", BREDD, "score"): "5 – e"}))
    put(folder, BREDD, Answer(score=Decimal(1), grade="C"))
    assert isinstance(save_forms(YamlStore(folder), intake, ())["anna"], Conflict)
    assert on_file(folder, BREDD).score == 1


def submit(folder: Path) -> None:
    people = (
        {"id": "anna", "role": "Miljöstrateg", "submitted": "2026-11-02"},
        {"id": "bo-1", "role": "Ekonom"},
    )
    store = YamlStore(folder)
    old = store.get(ID).data["evaluation"]["assessors"]
    change = Change(("evaluation", "assessors"), old, people)
    assert isinstance(store.save(ID, None, (change,), "anna", "lamnar-in"), Saved)


def test_answers_that_are_handed_in_are_told_and_left_as_they_are(folder: Path) -> None:
    content = filled(form(folder), {("norr", BREDD, "score"): "5 – e"})
    intake = taken(folder, content)
    submit(folder)
    (locked,) = taken(folder, content).locked
    assert locked.mine.score == 5 and not taken(folder, content).changed
    late = save_forms(YamlStore(folder), intake, ())["anna"]
    assert isinstance(late, Failed) and "inlämnade" in late.what
    assert on_file(folder, BREDD).score == 3


def test_nothing_of_a_final_evaluation_is_changed(folder: Path) -> None:
    content = filled(form(folder), {("norr", BREDD, "score"): "5 – e"})
    store = YamlStore(folder)
    status = Change(("evaluation", "status"), "draft", "final")
    assert isinstance(store.save(ID, None, (status,), "anna", "klar"), Saved)
    intake = taken(folder, content)
    assert len(intake.locked) == 1 and not intake.changed


@pytest.mark.parametrize(
    ("column", "inside", "words"),
    [
        ("score", "9", "ingen nivå på skalan 1–5"),
        ("score", "<v>2.5</v>", "ingen nivå"),
        ("score", "jättebra", "”jättebra” finns inte i listan"),
        ("score", '<v t="b">1</v>', "sant eller falskt"),
        ("score", '<v t="e">#REF!</v>', "felvärde"),
        ("score", "<f>1+2</f><v>3</v>", "en formel"),
        ("score", "Ej tillämpligt", "skälet"),
        ("upper", "2", "över svaret"),
        ("upper", "8", "över svaret"),
        ("upper", "högre", "över svaret"),
        ("grade", "D", "Välj A, B eller C"),
        ("rationale", "<f>A1</f><v>x</v>", "Motivering: Cellen innehåller en formel"),
        ("rationale", "x" * 20_001, "001 tecken"),
    ],
)
def test_what_is_no_answer_is_told_with_the_cell_and_nothing_of_the_row_is_saved(
    folder: Path, column: str, inside: str, words: str
) -> None:
    put(folder, BREDD, Answer(score=Decimal(3)))
    content = filled(form(folder), {("norr", BREDD, column): inside})
    assert words in only_why(taken(folder, content))
    assert (
        taken(folder, content).unclear[0].place
        == f"Miljöstrateg, {at(content, 'norr', BREDD, 'score')}"
    )


@pytest.mark.parametrize(
    ("inside", "words"),
    [
        ("<v>-1</v>", "minst 0 timmar"),
        ("mycket", "Skriv ett tal"),
        ("1.200", "Menar du"),
        ('<v t="b">1</v>', "sant eller falskt"),
    ],
)
def test_a_figure_in_the_form_is_checked_as_on_the_page(
    folder: Path, inside: str, words: str
) -> None:
    assert words in only_why(taken(folder, filled(form(folder), {("norr", TID, "score"): inside})))


@pytest.mark.parametrize(
    ("inside", "answer"),
    [
        ("1 234,50", Answer(score=Decimal("1234.5"))),
        ("10-20", Answer(score=Span(low=Decimal(10), high=Decimal(20)))),
        ("<v>0.1</v>", Answer(score=Decimal("0.1"))),
        ("<v>12.300000000000001</v>", Answer(score=Decimal("12.3"))),
    ],
)
def test_a_figure_is_read_however_it_was_typed(folder: Path, inside: str, answer: Answer) -> None:
    intake = taken(folder, filled(form(folder), {("norr", TID, "score"): inside}))
    assert [each.after for each in intake.changed] == [answer]


@pytest.mark.parametrize("inside", ["4", "<v>4</v>", "4 – D", " 4 – d "])
def test_a_step_may_be_typed_instead_of_chosen(folder: Path, inside: str) -> None:
    intake = taken(folder, filled(form(folder), {("norr", BREDD, "score"): inside}))
    assert [each.after.score for each in intake.changed] == [4]


def test_two_steps_typed_in_one_cell_are_an_interval(folder: Path) -> None:
    intake = taken(folder, filled(form(folder), {("norr", BREDD, "score"): "2–4"}))
    assert [each.after.bounds for each in intake.changed] == [(2, 4)]


def test_not_applicable_can_be_said_of_a_figure_as_well(folder: Path) -> None:
    cells = {("norr", TID, "score"): "ej tillämpligt", ("norr", TID, "rationale"): "Ingen tid."}
    save_forms(YamlStore(folder), taken(folder, filled(form(folder), cells)), ())
    assert on_file(folder, TID).not_applicable
    assert taken(folder, form(folder)).unchanged == 12, "and it comes out and in again"


def test_a_level_whose_words_have_changed_since_is_the_same_step(folder: Path) -> None:
    content = form(folder)
    path = folder / "criteria" / "litet.yaml"
    path.write_text(path.read_text("utf-8").replace("3: c", "3: helt andra ord"), "utf-8")
    assert taken(folder, content).unchanged == 12


def test_rows_that_stand_twice_are_used_only_where_they_say_the_same(folder: Path) -> None:
    content = form(folder)
    keys = {at(content, "norr", DJUP, "score"): "5 – e"}
    same_key = cell_name(int(next(iter(keys))[1:]) - 1, 0)
    twice = with_cells(content, {same_key: row_key("norr", BREDD), **keys})
    assert "flera rader" in only_why(taken(folder, twice))
    copies = filled(content, {("norr", BREDD, "score"): "5 – e"})
    again = with_cells(
        copies,
        {
            same_key: row_key("norr", BREDD),
            at(copies, "norr", DJUP, "score"): "5 – e",
            at(copies, "norr", DJUP, "rationale"): "Så var det från början.",
            at(copies, "norr", DJUP, "grade"): GRADES["C"],
        },
    )
    intake = taken(folder, again)
    assert len(intake.changed) == 1 and not intake.unclear


def test_a_row_without_its_key_is_told(folder: Path) -> None:
    content = filled(form(folder), {("norr", BREDD, "score"): "5 – e"})
    row = int(at(content, "norr", BREDD, "score")[1:])
    intake = taken(folder, with_cells(content, {f"A{row}": ""}))
    assert not intake.changed
    assert intake.told == [
        f"Bladet ”Miljöstrateg”: rad {row} har ingen nyckel i den dolda kolumnen och lästes inte."
    ]


def test_merged_cells_are_told_and_not_guessed(folder: Path) -> None:
    content = form(folder)
    first, second = (at(content, "norr", BREDD, column) for column in ("score", "upper"))

    def merge(name: str) -> bytes | None:
        if name != "xl/worksheets/sheet1.xml":
            return None
        with zipfile.ZipFile(BytesIO(content)) as package:
            raw = package.read(name)
        return raw.replace(
            b"</mergeCells>", f'<mergeCell ref="{first}:{second}"/></mergeCells>'.encode()
        )

    intake = taken(folder, repacked(content, {}, merge))
    assert "sammanfogade" in only_why(intake)


def test_a_form_without_its_headings_or_its_key_column_is_told(folder: Path) -> None:
    content = form(folder)
    heading = cell_name(3, 2)
    with pytest.raises(UnreadableWorkbook, match="”Svar”"):
        read_forms(with_cells(with_cells(content, {heading: "Poäng"}), {heading: "Poäng"}, 2))
    told = read_forms(with_cells(content, {heading: "Poäng"})).told
    assert told == [
        "Bladet ”Miljöstrateg” saknar ”Svar” i rubrikraden och lästes inte. Skriv tillbaka "
        "rubrikerna, eller ladda ner ett nytt formulär."
    ]
    with pytest.raises(UnreadableWorkbook, match="inget bedömningsformulär"):
        read_forms(with_cells(with_cells(content, {"A1": ""}), {"A1": ""}, 2))
    with pytest.raises(UnreadableWorkbook, match="inget bedömningsformulär"):
        read_forms(workbook(lambda book: book.add_worksheet("x").write_string(0, 0, "hej")))


def test_a_hidden_sheet_is_not_read_in_silence(folder: Path) -> None:
    content = form(folder)

    def hide(name: str) -> bytes | None:
        if name != "xl/workbook.xml":
            return None
        with zipfile.ZipFile(BytesIO(content)) as package:
            raw = package.read(name)
        return raw.replace(b'name="Ekonom"', b'name="Ekonom" state="hidden"')

    forms = read_forms(repacked(content, {}, hide))
    assert [sheet.name for sheet in forms.sheets] == ["Miljöstrateg"]
    assert "Bladet ”Ekonom” är dolt" in forms.told[0]


def test_a_form_of_another_evaluation_or_of_an_unknown_history_saves_nothing_unasked(
    folder: Path, tmp_path: Path
) -> None:
    content = filled(form(folder), {("norr", BREDD, "score"): "5 – e"})
    other = shipped_folder(tmp_path / "annan")
    intake = taken(other, content, "huddinge-2025")
    assert not intake.changed and "gäller utvärderingen liten" in intake.told[0]
    put(folder, BREDD, Answer(score=Decimal(2), grade="C"))
    for stray in evaluation_folder(folder).glob("history.jsonl*"):
        stray.unlink()
    intake = taken(folder, content)
    assert not intake.changed and len(intake.clashing) == 1
    assert "inte finns i historiken" in intake.told[0]
    assert on_file(folder, BREDD).score == 2


_LEVELS = "        weight: 1\n        levels: "
ANOTHER = {
    "unit": (("unit: timmar", "unit: dagar"), {("norr", "tid", "score"): "12"}),
    "levels": (
        (
            f"Hur brett?\n{_LEVELS}{{1: a, 2: b, 3: c, 4: d, 5: e}}",
            f"Hur smalt?\n{_LEVELS}{{1: e, 2: d, 3: c, 4: b, 5: a}}",
        ),
        {("norr", "bredd", "score"): "4"},
    ),
}


@pytest.mark.parametrize("kind", ANOTHER)
def test_an_answer_to_a_question_that_has_become_another_is_not_read(
    folder: Path, kind: str
) -> None:
    """Twelve hours are not twelve days."""
    change, cells = ANOTHER[kind]
    content = filled(form(folder), cells)
    revise(folder, change)
    store, now = YamlStore(folder), YamlStore(folder).get(ID)
    dossier = read_library(folder).dossier(ID)
    gone = go_over(store, dossier, now.version, "anna", "skäl", date(2026, 11, 20), "k")
    assert isinstance(gone, (Saved, Merged))
    assert "Frågan är en annan än när formuläret skrevs" in only_why(taken(folder, content))


def test_criteria_that_change_between_the_preview_and_the_save_stop_it(folder: Path) -> None:
    intake = taken(folder, filled(form(folder), {("norr", "tid", "score"): "12"}))
    assert intake.changed
    revise(folder, ANOTHER["unit"][0])
    store, now = YamlStore(folder), YamlStore(folder).get(ID)
    dossier = read_library(folder).dossier(ID)
    go_over(store, dossier, now.version, "anna", "skäl", date(2026, 11, 20), "k")
    (told,) = save_forms(store, intake, ()).values()
    assert isinstance(told, Failed) and "bytt version" in told.what
    assert on_file(folder, "tid").score is None


def test_rows_whose_visible_cells_were_sorted_without_the_key_are_not_read(folder: Path) -> None:
    content = form(folder)
    rows = read_workbook(content)[0].rows
    row = next(n for n, each in enumerate(rows) if each[0] == row_key("norr", "bredd"))
    column = next(each for each in rows if COLUMNS["score"] in each).index("Nätverk")
    other = read_library(folder).networks["soder"].short
    cells = {cell_name(row, column): other, at(content, "norr", "bredd", "score"): "5"}
    assert "Är raderna sorterade?" in only_why(taken(folder, with_cells(content, cells)))
