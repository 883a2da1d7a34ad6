"""The states a page can be in, as evaluations in a data folder: filled, empty, final; and a fault.

The folder also holds a file with an error, so that Översikt shows its table of problems.
"""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import yaml

from natverkskollen.editing.lifecycle import finalise
from natverkskollen.store import Failed, read_library, store_at

FILLED, EMPTY, FINAL = "exempel-vastra-gotaland", "tom", "fardig"
STATES = (FILLED, EMPTY, FINAL)
_ANSWERED = ("decisions", "replies", "findings", "final", "remark", "texts")


def make_states(data: Path) -> None:
    """Add the empty and the final evaluation, and a file that cannot be read."""
    _copied(data, EMPTY, "Inget svar ännu")
    shutil.rmtree(data / "evaluations" / EMPTY / "answers")
    _copied(data, FINAL, "Färdig")
    day = date(2026, 11, 20)
    read = read_library(data).dossier(FINAL)
    done = finalise(store_at(data), FINAL, 0, "miljöstrategen", day, judged_by=read)
    assert not isinstance(done, Failed), done
    (data / "networks" / "trasig.yaml").write_text("schema: 1\nid: annan\n", encoding="utf-8")


def _copied(data: Path, id_: str, title: str) -> None:
    shutil.copytree(data / "evaluations" / FILLED, data / "evaluations" / id_)
    path = data / "evaluations" / id_ / "evaluation.yaml"
    told = yaml.safe_load(path.read_text(encoding="utf-8"))
    if id_ == EMPTY:
        told = {key: value for key, value in told.items() if key not in _ANSWERED}
    told |= {"id": id_, "title": title}
    path.write_text(yaml.safe_dump(told, allow_unicode=True, sort_keys=False), encoding="utf-8")
