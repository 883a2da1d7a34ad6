"""Between an evaluation as plain data and its YAML files, and what the files may not say."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from natverkskollen.dossier.copies import bound_text
from natverkskollen.dossier.file_reading import (
    ALONE_IN,
    BOUND,
    COPIES,
    EVALUATION,
    MEMBERSHIP,
    NETWORK,
    assessor_of,
    copied_sheets,
    placed,
    read_content,
    sheet_name,
    told_name,
)
from natverkskollen.files.problem import Problem
from natverkskollen.files.reading import Reading, read_data
from natverkskollen.model.answer import AnswerSheet
from natverkskollen.model.criteria import CriteriaSet
from natverkskollen.model.evaluation import Evaluation
from natverkskollen.model.network import Network
from natverkskollen.model.register import RegisteredMembership
from natverkskollen.store.plain_data import State, plain, value_at

CRITERIA = BOUND
_EMPTY: dict[str, Any] = {"documents": (), "fees": (), "facts": ()}
_WHOLE = {EVALUATION, *ALONE_IN, *COPIES}  # each is one value of the state, by its name
JudgedBy = Callable[[Evaluation], tuple[Mapping[str, CriteriaSet], Mapping[str, Network]]]


def read_state(
    raws: Mapping[str, bytes], evaluation: str
) -> tuple[dict[str, Any], tuple[Problem, ...]]:
    """What the files of an evaluation, or the one of a network or a membership, say together; or
    every reason why they cannot be read."""
    readings = {name: read_content(raw, told_name(evaluation, name)) for name, raw in raws.items()}
    for copy in copied_sheets(readings):
        del readings[copy]
    problems = tuple(problem for each in readings.values() for problem in each.problems)
    if problems:
        return {}, problems
    state: dict[str, Any] = {}
    for name, key in COPIES.items():
        if name in readings:
            state[key] = raws[name].decode("utf-8-sig").replace("\r\n", "\n")
    for name, reading in readings.items():
        if name not in COPIES:
            state = with_part(state, name, data_of(reading))
    return state, ()


def data_of(reading: Reading[Any]) -> Any:
    """What a file says, as the state holds it; None for a copy, which is kept as text."""
    if isinstance(reading.model, Evaluation):
        # The status is always there, so that a change of it has a value to start from.
        return {**plain(reading.model), "status": reading.model.status}
    if isinstance(reading.model, (Network, RegisteredMembership)):
        return plain(reading.model)
    if not isinstance(reading.model, AnswerSheet):
        return None
    answers = plain(reading.model).get("answers", {})
    kept = {n: {c: a for c, a in given.items() if a} for n, given in answers.items()}
    return {network: given for network, given in kept.items() if given}


def part(state: State, name: str) -> Any:
    """What a state says in one file."""
    if name in _WHOLE:
        return state.get(name.removesuffix(".yaml"))
    return value_at(state, ("answers", assessor_of(name))) or {}


def with_part(state: State, name: str, said: Any) -> dict[str, Any]:
    """The state with what it says in one file replaced; nothing is left of a file without."""
    if name in _WHOLE:
        key = name.removesuffix(".yaml")
    else:
        key, answers = "answers", {**state.get("answers", {}), assessor_of(name): said}
        said = {assessor: given for assessor, given in answers.items() if given}
    rest = {each: value for each, value in state.items() if each != key or said}
    return {**rest, key: said} if said else rest


def names(state: State) -> tuple[str, ...]:
    """The files that the state calls for."""
    for alone in ALONE_IN:
        if alone.removesuffix(".yaml") in state:
            return (alone,)
    sheets = (sheet_name(assessor) for assessor in state.get("answers", {}))
    copies = (name for name, key in COPIES.items() if key in state)
    return (EVALUATION, *copies, *sheets)


def touched(before: State, after: State, known: Iterable[str]) -> tuple[str, ...]:
    """The files whose content differs between two states; `known` are those that exist."""
    every = dict.fromkeys((*names(after), *names(before), *known))
    return tuple(name for name in every if part(before, name) != part(after, name))


def read_part(state: State, name: str, evaluation: str) -> Reading[Any]:
    """What a state says in one file, read as the file would be."""
    told, said = told_name(evaluation, name), part(state, name)
    if name == NETWORK:
        # A list that has become empty is no value of the state, but stands in the file.
        return placed(read_data({**_EMPTY, **said}, told, Network))
    if name == MEMBERSHIP:
        return placed(read_data(said, told, RegisteredMembership))
    if name in COPIES:
        return read_content(str(said).encode(), told)
    if name == EVALUATION:
        return placed(read_data(said, told, Evaluation))
    whole = {"schema": 1, "assessor": assessor_of(name), "answers": said}
    return placed(read_data(whole, told, AnswerSheet))


def header(raw: bytes | None) -> str:
    """The comment at the top of a file, which a rewrite keeps."""
    rows = []
    for row in (raw or b"").decode("utf-8-sig", "replace").splitlines(keepends=True):
        if not row.startswith("#"):
            break
        rows.append(row if row.endswith("\n") else row + "\n")
    return "".join(rows)


def copy_for(evaluation: Evaluation, judged_by: JudgedBy) -> str | None:
    """The text of a copy of the criteria an evaluation is judged by; None where nobody knows them.

    A set of another revision than the one the evaluation was scored with is not known to be it.
    """
    found = judged_by(evaluation)[0].get(evaluation.criteria)
    if found is None or found.revision != evaluation.criteria_revision:
        return None
    return bound_text(found)
