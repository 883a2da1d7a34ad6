"""Data folders on disk: a copy of the shipped one, and a small one with its stores.

The small one has one criteria set, two networks, one evaluation and two assessors.
"""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from itertools import count
from pathlib import Path

from natverkskollen.dossier.library import judged_by
from natverkskollen.files.data_folder import REFERENCE, ROOMS
from natverkskollen.store import Change, MemoryStore, Saved, YamlStore
from natverkskollen.store.contract import JOURNAL, KeyPath
from tests import ROOT

ID = "liten"
FIELDS = ("score", "rationale", "grade")

_CRITERIA = """\
schema: 1
id: litet
title: Ett litet set
revision: "1"
scale: {min: 1, max: 5}
evidence_grades: {A: 0, B: 0.5, C: 1}
verdict: {keep_from: 60, leave_below: 40}
themes:
  - id: nytta
    title: Nytta
    weight: 1
    criteria:
      - id: bredd
        title: Bredd
        question: Hur brett?
        weight: 1
        levels: {1: a, 2: b, 3: c, 4: d, 5: e}
      - id: djup
        title: Djup
        question: Hur djupt?
        weight: 1
        levels: {1: a, 2: b, 3: c, 4: d, 5: e}
      - {id: tid, title: Tid, question: Hur länge?, unit: timmar, value: {0: 100, 50: 0}, min: 0}
"""
_NETWORK = """\
schema: 1
id: {id}
name: Nätverket {id}
short: {id}
description: Finns bara i proven.
documents: []
fees: []
facts: []
terms: {{notice: okänt}}
"""
_EVALUATION = """\
# Överst står en kommentar.
# Och en rad till.
schema: 1
id: liten
title: En liten utvärdering
criteria: litet
criteria_revision: "1"
municipality: {name: Lillköping, inhabitants: 5000, as_of: 2025-12-31}
case: {date: 2026-11-01, body: Kommunstyrelsen}
memberships:
  - network: norr
  - network: soder
assessors:
  - {id: anna, role: Miljöstrateg}
  - {id: bo-1, role: Ekonom}
"""
_ANSWERS = """\
# Annas svar.
schema: 1
assessor: anna
answers:
  norr:
    bredd:
      score: 3
      rationale: Så var det från början.
      grade: C
"""


_OWN = tuple(room for room in ROOMS if room != REFERENCE)


def shipped_folder(folder: Path, rooms: Sequence[str] = _OWN) -> Path:
    """A copy of the program's own data; a room that is there already is left as it is.

    The reference tables hold for every folder that has none of its own, and stay where they are.
    """
    for room in rooms:
        if not (folder / room).exists():
            # A test beside this one may be trying whether it can write here.
            beside = shutil.ignore_patterns(".*.tmp")
            shutil.copytree(ROOT / room, folder / room, ignore=beside)
    return folder


def lay_afresh(folder: Path, beside: Path) -> None:
    """Have the program's own data in the folder and nothing else, whatever a server is doing there.

    What a run left by the test before writes meanwhile goes to one of the folders `beside`: laid
    out in place, a room that it had just made would be taken for one that is there already.
    """
    new = shipped_folder(beside / "laid-out")
    for turn in count():
        past = beside / f"of-the-test-before-{turn}"
        folder.rename(past)
        try:
            new.rename(folder)
        except OSError:  # it has been made again in between
            continue
        finally:
            shutil.rmtree(past, ignore_errors=True)
        return


def ready_for_final(folder: Path, id_: str = "huddinge-2025") -> None:
    """Settle what Huddinge's case leaves open: the § of the assignment and two contradictions."""
    path = folder / "evaluations" / id_ / "evaluation.yaml"
    text = path.read_text("utf-8").replace(
        "    ended: true", "    paragraph: 14\n    ended: true", 1
    )
    answers = "".join(
        f"  - {{id: {id_}, answer: Frågan är ställd., by: Miljöstrateg, date: 2025-04-01}}\n"
        for id_ in ("redan-gjort/sekom/engagemangsutredning", "motsagelse/sekom/medlemmar")
    )
    path.write_text(f"{text}\nfindings:\n{answers}", "utf-8")


def small_folder(folder: Path) -> Path:
    """The data folder, written anew under a folder."""
    for name, text in {
        "criteria/litet.yaml": _CRITERIA,
        "networks/norr.yaml": _NETWORK.format(id="norr"),
        "networks/soder.yaml": _NETWORK.format(id="soder"),
        f"evaluations/{ID}/evaluation.yaml": _EVALUATION,
        f"evaluations/{ID}/answers/anna.yaml": _ANSWERS,
    }.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def memory_store(folder: Path) -> MemoryStore:
    """A store in memory that begins with the same evaluation."""
    store = MemoryStore(lambda evaluation: judged_by(folder, evaluation))
    data = start_data(folder)
    changes = [Change(("evaluation",), None, data["evaluation"])]
    changes += [
        Change(("answers", a, n, c), None, answer)
        for a, networks in data["answers"].items()
        for n, given in networks.items()
        for c, answer in given.items()
    ]
    assert store.save(ID, 0, changes, "start", "start") == Saved(1)
    return store


def start_data(folder: Path) -> dict:
    """The data of the evaluation as the files hold it."""
    return dict(YamlStore(folder).get(ID).data)


def field(name: str, assessor: str = "anna", network: str = "norr", criterion: str = "bredd"):
    """The path of one field of an answer."""
    return ("answers", assessor, network, criterion, name)


def now_at(store, path: KeyPath):
    """The value at a path as it stands now."""
    found = store.get(ID).data
    for step in path:
        found = (found or {}).get(step)
    return found


def put(store, path: KeyPath, new, key: str, actor: str = "anna", base: int | None = None):
    """Save one field from what it is now."""
    version = store.get(ID).version if base is None else base
    return store.save(ID, version, [Change(path, now_at(store, path), new)], actor, key)


def evaluation_folder(folder: Path) -> Path:
    """Where the evaluation's files lie."""
    return folder / "evaluations" / ID


def journal_path(folder: Path) -> Path:
    """The evaluation's journal."""
    return evaluation_folder(folder) / JOURNAL


def strays(folder: Path) -> list[Path]:
    """Temporary files that somebody left behind."""
    return sorted((folder / "evaluations").rglob("*.tmp"))
