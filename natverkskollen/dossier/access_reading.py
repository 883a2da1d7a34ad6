"""access.yaml as it stands in a data folder now, and what it says of things that are not there."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from natverkskollen.dossier.file_reading import EVALUATION, read_in
from natverkskollen.dossier.opening import read_part
from natverkskollen.dossier.source import Evaluations
from natverkskollen.files.problem import Problem
from natverkskollen.files.reading import Reading
from natverkskollen.model.access import ACCESS_FILE, Access, Grant
from natverkskollen.model.evaluation import Evaluation


def read_access(folder: Path) -> Reading[Access] | None:
    """The file with everybody's rights; None where the data folder has none."""
    return read_in(folder, ACCESS_FILE) if os.path.lexists(folder / ACCESS_FILE) else None


def access_problems(folder: Path, evaluations: Evaluations) -> tuple[Problem, ...]:
    """What is wrong in the file, and every right about what there is none of."""
    reading = read_access(folder)
    if reading is None or reading.model is None:
        return reading.problems if reading else ()
    return tuple(_strangers(reading, reading.model, evaluations))


def _strangers(
    reading: Reading[Access], access: Access, evaluations: Evaluations
) -> Iterator[Problem]:
    known = evaluations.ids()
    for position, grant in enumerate(access.grants):
        for at, id_ in enumerate(grant.evaluations or ()):
            if id_ not in known:
                path = ("grants", position, "evaluations", at)
                what = f"utvärderingen '{id_}' finns inte"
                yield reading.problem(path, what, "Rätta id, eller ta bort raden tills den finns")
        if grant.assessor is None and grant.network is None:
            continue
        about = known if grant.evaluations is None else [i for i in grant.evaluations if i in known]
        found = [read_part(evaluations, id_, EVALUATION).model for id_ in about]
        if found and not any(_has(each, grant) for each in found):
            yield _nobody(reading, position, grant)


def _has(evaluation: Evaluation | None, grant: Grant) -> bool:
    """Whether the assessor or the network that the right is held as is in an evaluation."""
    if evaluation is None:
        return True
    if grant.assessor is not None:
        return any(each.id == grant.assessor for each in evaluation.assessors)
    return any(each.network == grant.network for each in evaluation.memberships)


def _nobody(reading: Reading[Access], position: int, grant: Grant) -> Problem:
    """That nobody is whom the right is held as."""
    if grant.assessor is not None:
        what = f"bedömaren '{grant.assessor}' finns inte i någon av utvärderingarna"
        remedy = "Skriv bedömarens id, som det står under assessors i evaluation.yaml"
        return reading.problem(("grants", position, "assessor"), what, remedy)
    what = f"nätverket '{grant.network}' är inte med i någon av utvärderingarna"
    remedy = "Skriv nätverkets id, som det står under memberships i evaluation.yaml"
    return reading.problem(("grants", position, "network"), what, remedy)
