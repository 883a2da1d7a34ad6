"""Between an evaluation as plain data and its YAML files, and what the files may not say."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from typing import Any

from natverkskollen.dossier.criteria_copy import BOUND, bound_text, read_bound
from natverkskollen.dossier.references import dossier_problems
from natverkskollen.files.problem import Problem
from natverkskollen.files.reading import Reading, read_data, read_raw
from natverkskollen.files.yaml_text import yaml_text
from natverkskollen.model.answer import AnswerSheet
from natverkskollen.model.criteria import CriteriaSet
from natverkskollen.model.evaluation import Evaluation
from natverkskollen.model.network import Network
from natverkskollen.store.plain_data import State, plain, value_at

EVALUATION = "evaluation.yaml"
CRITERIA = BOUND
JudgedBy = Callable[[Evaluation], tuple[Mapping[str, CriteriaSet], Mapping[str, Network]]]
_Reading = Reading[Evaluation] | Reading[AnswerSheet] | Reading[CriteriaSet]


def sheet_name(assessor: str) -> str:
    """The file of an assessor's answers, within the evaluation's folder."""
    return f"answers/{assessor}.yaml"


def read_state(
    raws: Mapping[str, bytes], evaluation: str
) -> tuple[dict[str, Any], tuple[Problem, ...]]:
    """What some files say together, or every reason why they cannot be read."""
    readings = [_read(raw, f"evaluations/{evaluation}/{name}") for name, raw in raws.items()]
    problems = [problem for reading in readings for problem in reading.problems]
    problems += [p for reading in readings for p in _misplaced(reading, evaluation)]
    if problems:
        return {}, tuple(problems)
    state: dict[str, Any] = {}
    if CRITERIA in raws:
        state["criteria"] = raws[CRITERIA].decode("utf-8-sig").replace("\r\n", "\n")
    for reading in readings:
        if isinstance(reading.model, Evaluation):
            state["evaluation"] = _evaluation_data(reading.model)
        elif isinstance(reading.model, AnswerSheet) and (answers := _answers_data(reading.model)):
            state.setdefault("answers", {})[reading.model.assessor] = answers
    return state, ()


def canonical(state: State, evaluation: str) -> tuple[dict[str, Any], tuple[Problem, ...]]:
    """The state as its own files would give it back, or why they would be refused."""
    found: dict[str, Any] = {k: v for k, v in state.items() if k == "criteria"}
    problems: list[Problem] = []
    for name in names(state):
        reading = _as_read(state, name, evaluation)
        problems += reading.problems
        problems += _misplaced(reading, evaluation)
        if isinstance(reading.model, Evaluation):
            found["evaluation"] = _evaluation_data(reading.model)
        elif isinstance(reading.model, AnswerSheet) and (answers := _answers_data(reading.model)):
            found.setdefault("answers", {})[reading.model.assessor] = answers
    return found, tuple(problems)


def names(state: State) -> tuple[str, ...]:
    """The files that the state calls for."""
    sheets = (sheet_name(assessor) for assessor in state.get("answers", {}))
    return (EVALUATION, *((CRITERIA,) if "criteria" in state else ()), *sheets)


def touched(before: State, after: State, known: Iterable[str]) -> tuple[str, ...]:
    """The files whose content differs between two states; `known` are those that exist."""
    every = dict.fromkeys((*names(after), *names(before), *known))
    return tuple(name for name in every if _part(before, name) != _part(after, name))


def file_text(state: State, name: str, old: bytes | None) -> bytes:
    """The text of one file; the comment at the top of the old text is kept."""
    if name == CRITERIA:
        return str(state["criteria"]).encode()
    reading = _as_read(state, name, "")
    assert reading.model is not None, "only a state that can be read back is written"
    return (header(old) + yaml_text(reading.model)).encode()


def header(raw: bytes | None) -> str:
    """The comment at the top of a file, which a rewrite keeps."""
    rows = []
    for row in (raw or b"").decode("utf-8-sig", "replace").splitlines(keepends=True):
        if not row.startswith("#"):
            break
        rows.append(row if row.endswith("\n") else row + "\n")
    return "".join(rows)


def wrong_references(state: State, evaluation: str, judged_by: JudgedBy) -> tuple[Problem, ...]:
    """What the parts of a readable state say about things that do not exist."""
    reading = _as_read(state, EVALUATION, evaluation)
    sheets = [_as_read(state, sheet_name(a), evaluation) for a in state.get("answers", {})]
    if not isinstance(reading.model, Evaluation):
        return reading.problems
    criteria, networks = judged_by(reading.model)
    bound = _as_read(state, CRITERIA, evaluation) if "criteria" in state else None
    found = dossier_problems(reading, sheets, criteria, networks, bound)  # type: ignore[arg-type]
    return tuple(Problem(p.file, 0, p.what, p.remedy) for p in found)


def with_copy(state: State, judged_by: JudgedBy) -> State:
    """The state with a copy of the criteria it is judged by, where it has none and they are known.

    A set of another revision than the one the evaluation was scored with is not known to be it.
    """
    if "criteria" in state:
        return state
    model = read_data(state.get("evaluation"), EVALUATION, Evaluation).model
    if model is None:
        return state
    found = judged_by(model)[0].get(model.criteria)
    if found is None or found.revision != model.criteria_revision:
        return state
    return {**state, "criteria": bound_text(found)}


def _part(state: State, name: str) -> Any:
    if name in (EVALUATION, CRITERIA):
        return state.get(name.removesuffix(".yaml"))
    return value_at(state, ("answers", name[len("answers/") : -len(".yaml")])) or {}


def _as_read(state: State, name: str, evaluation: str) -> _Reading:
    told = f"evaluations/{evaluation}/{name}"
    part = _part(state, name)
    if name == CRITERIA:
        return read_bound(str(part), told)
    if name == EVALUATION:
        return read_data(part, told, Evaluation)
    assessor = name[len("answers/") : -len(".yaml")]
    return read_data({"schema": 1, "assessor": assessor, "answers": part}, told, AnswerSheet)


@lru_cache(maxsize=256)
def _read(raw: bytes, name: str) -> _Reading:
    kinds = {EVALUATION: Evaluation, CRITERIA: CriteriaSet}
    whole = name.count("/") == 2  # the sheet of an assessor "criteria" lies one step further down
    model = kinds[name.rsplit("/", 1)[-1]] if whole else AnswerSheet
    return read_raw(raw, name, model)  # type: ignore[arg-type]


def _misplaced(reading: _Reading, evaluation: str) -> tuple[Problem, ...]:
    if isinstance(reading.model, AnswerSheet):
        stem = reading.name.rsplit("/", 1)[-1].removesuffix(".yaml")
        if reading.model.assessor == stem:
            return ()
        what = f"assessor är '{reading.model.assessor}', men filen heter {stem}.yaml"
        return (reading.problem(("assessor",), what, f"Skriv assessor: {stem}"),)
    if not isinstance(reading.model, Evaluation) or reading.model.id == evaluation:
        return ()
    what = f"id är inte detsamma som namnet på mappen, '{evaluation}'"
    return (reading.problem(("id",), what, f"Skriv id: {evaluation}"),)


def _evaluation_data(model: Evaluation) -> dict[str, Any]:
    # The status is always there, so that a change of it has a value to start from.
    return {**plain(model), "status": model.status}


def _answers_data(sheet: AnswerSheet) -> dict[str, Any]:
    answers = plain(sheet).get("answers", {})
    kept = {n: {c: a for c, a in given.items() if a} for n, given in answers.items()}
    return {network: given for network, given in kept.items() if given}
