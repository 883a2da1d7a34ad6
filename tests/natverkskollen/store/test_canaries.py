"""Random people do random things, and nobody is ever given a word that they may not read.

Every answer holds a word of its own. What may be seen is told by the few lines of `Oracle`, which
knows nothing of the program: who is whose assessor, who has handed in, what is final.
"""

from __future__ import annotations

import contextlib
import io
import json
import random
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest

from natverkskollen.analysis.findings import find_all
from natverkskollen.analysis.scoring import evaluate
from natverkskollen.cli.commands import main
from natverkskollen.editing.lifecycle import finalise, reopen
from natverkskollen.files.problem import DataError
from natverkskollen.output.answers_csv import answers_csv
from natverkskollen.output.bundle import bundle
from natverkskollen.output.result_json import result_json
from natverkskollen.store import Change, YamlStore, read_library, saved_answer, store_at
from tests.building.rights import OTHERS, OWN, PEOPLE, SECRETS, guarded_folder
from tests.thorough import FULL

STEPS = 1200 if FULL else 90
WORD = re.compile(r"kanarie-\w+-\w+-\d+")
READS = {
    "administratör": {OWN, OTHERS},
    "handläggare": {OWN},
    "handläggare för alla": {OWN, OTHERS},
    "bedömaren Anna": {OWN},
    "bedömaren Bo": {OWN},
    "läsare": {OWN},
}
IS = {"bedömaren Anna": "anna", "bedömaren Bo": "bo-1"}
ALONE = ("anna", "bo-1")
KINDS = ("answer",) * 6 + ("hand in", "hand in", "open", "final", "reopen", "restore", "case")


@dataclass
class Oracle:
    """What has been handed in and made final, and so what each may see."""

    handed_in: dict[str, set[str]] = field(default_factory=lambda: {OWN: {"anna"}, OTHERS: set()})
    final: set[str] = field(default_factory=set)

    def may_see(self, who: str, word: str) -> bool:
        """Whether the word is in an answer that the person may read."""
        _, evaluation, assessor, _ = word.split("-", 3)
        assessor = {"bo": "bo-1", "an": "anna"}.get(assessor, assessor)
        if evaluation not in READS.get(who, set()):
            return False
        opened = evaluation in self.final or self.handed_in[evaluation] >= set(ALONE)
        return opened or IS.get(who) == assessor or assessor == "ih"


def outputs(folder: Path, who: str, evaluation: str, chance: random.Random) -> Iterator[str]:
    """Everything that a person can be given of an evaluation, and of all of them."""
    by = PEOPLE[who]
    store = store_at(folder, by)
    yield repr((store.get(evaluation), store.history(evaluation), store.ids(), store.taken()))
    yield repr(store.at(evaluation, chance.randint(0, 30)))
    yield repr((store.unread(), store.unread(evaluation), store.verify(evaluation)))
    yield repr((store.copy(evaluation), store.deleted(evaluation), store.selftest()))
    for name in ("evaluation.yaml", "answers/anna.yaml", "answers/bo-1.yaml", "answers/ihop.yaml"):
        with contextlib.suppress(FileNotFoundError):
            yield store.read(evaluation, name).decode()
        yield repr(store.stamp(evaluation, name))
    with contextlib.suppress(DataError):
        yield repr(list(store.everything()))
    for assessor in (*ALONE, "ihop"):
        yield repr(saved_answer(folder, evaluation, assessor, "norr", "bredd", by))
    library = read_library(folder, by)
    yield repr((library.ids, library.headers, library.problems, library.networks))
    dossier = library.opened(evaluation)[0] if evaluation in library.ids else None
    if dossier:
        yield repr(dossier)
        yield json.dumps(result_json(evaluate(dossier)), default=str)
        yield repr(find_all(dossier)) + answers_csv(dossier).decode()
    if chance.random() < 0.05:
        yield repr(bundle(folder, evaluation, by=by))


def now_at(data: object, path: tuple[str, ...]) -> object:
    """The value at a path."""
    for each in path:
        data = data.get(each) if isinstance(data, Mapping) else None
    return data


def handed_in(assessor: dict, day: str | None) -> dict:
    """The assessor with another day of handing in, or none."""
    rest = {key: value for key, value in assessor.items() if key != "submitted"}
    return {**rest, "submitted": day} if day else rest


def step(folder: Path, oracle: Oracle, chance: random.Random, number: int) -> Iterator[str]:
    """One thing that somebody tries, and what they are told."""
    fitting = chance.random() < 0.6  # else whoever, whatever
    who = chance.choice([*IS] if fitting else [*PEOPLE])
    evaluation = OWN if fitting else chance.choice((OWN, OWN, OTHERS))
    store, raw = store_at(folder, PEOPLE[who]), YamlStore(folder)
    now = raw.get(evaluation)
    base = chance.choice((None, now.version, max(0, now.version - chance.randint(0, 4))))
    kind = chance.choice(KINDS)
    assessor = IS[who] if fitting else chance.choice((*ALONE, "ihop"))
    path = ("answers", assessor, chance.choice(("norr", "soder")), "bredd")
    if kind == "answer":
        word = f"kanarie-{evaluation}-{assessor[:2]}-{number}"
        there = now_at(now.data, (*path, "rationale"))
        told = there if fitting else chance.choice((None, "fel", there))
        changes = [Change((*path, "rationale"), told, word)]
        key = f"k{number}" if fitting else chance.choice(("k1", f"k{number}"))
        outcome = store.save(evaluation, base, changes, who, key)
    elif kind in ("hand in", "open"):
        old = now.data["evaluation"]["assessors"]
        day = "2026-11-02" if kind == "hand in" else None
        new = tuple(handed_in(each, day) if each["id"] == assessor else each for each in old)
        changes = [Change(("evaluation", "assessors"), old, new)]
        outcome = store.save(evaluation, base, changes, who, f"k{number}")
    elif kind == "final":
        outcome = finalise(store, evaluation, now.version, "Chef", date(2026, 11, 3))
    elif kind == "reopen":
        outcome = reopen(store, evaluation, now.version, "Fel i underlaget")
    elif kind == "restore":
        where = chance.choice((path, ("answers", assessor), ("evaluation", "title"), ()))
        outcome = store.restore(
            evaluation, chance.randint(0, now.version), who, where, f"k{number}"
        )
    else:
        changes = [Change(("evaluation", "title"), chance.choice((None, "x")), f"Namn {number}")]
        outcome = store.save(evaluation, base, changes, who, f"k{number}")
    # What did go is seen in the files, whoever it was that was let.
    for id_ in (OWN, OTHERS):
        data = raw.get(id_).data["evaluation"]
        oracle.handed_in[id_] = {a["id"] for a in data["assessors"] if a.get("submitted")}
        (oracle.final.add if data["status"] == "final" else oracle.final.discard)(id_)
    yield who
    yield repr(outcome)


@pytest.mark.parametrize("seed", range(8 if FULL else 3))
def test_nobody_is_given_a_word_that_they_may_not_read(tmp_path: Path, seed: int) -> None:
    planted = {(id_, who): f"kanarie-{id_}-{who[:2]}-0" for id_ in (OWN, OTHERS) for who in ALONE}
    folder, oracle, chance = guarded_folder(tmp_path, planted), Oracle(), random.Random(seed)
    seen_by: dict[str, int] = {}
    moves: set[str] = set()
    for number in range(1, STEPS):
        actor, told = step(folder, oracle, chance, number)
        moves.add(told.split("(")[0])
        reader = chance.choice([*PEOPLE])
        evaluation = chance.choice((OWN, OTHERS))
        for who, texts in ((actor, [told]), (reader, outputs(folder, reader, evaluation, chance))):
            for text in texts:
                words = set(WORD.findall(text))
                leaked = [word for word in words if not oracle.may_see(who, word)]
                own = [w for w in leaked if who == actor and w.endswith(f"-{number}")]
                assert leaked == own, f"{who} was given {leaked} in step {number}"
                seen_by[who] = seen_by.get(who, 0) + len(words)
    # It has been a proof of something: words were seen, and writes of every outcome were made.
    assert {"Saved", "Failed", "Conflict"} <= moves
    assert all(seen_by.get(who) for who in IS)
    assert not any(seen_by.get(who) for who in ("okänd", "slutat", "ingen", "nätverk"))
    assert store_at(folder, PEOPLE["administratör"]).verify(OWN) == ()


COMMANDS = (
    ("result", OWN),
    ("result", OWN, "--json"),
    ("history", OWN),
    ("verify", OWN),
    ("verify", "--all"),
    ("check",),
    ("migrate", OWN, "--preview"),
    ("register", "--json"),
    ("form", OWN, "--assessor", "bo-1", "-o", "{out}/form.xlsx"),
    ("result", OWN, "--excel", "{out}/allt.xlsx"),
    ("papers", OWN, "--to", "txt", "-o", "{out}/papper"),
    ("committee", OWN, "-o", "{out}/namnd.html"),
    ("result", OTHERS),
    ("history", OTHERS),
)
AS = ("admin@kommunen.se", "handlaggare", "ledamot@kommunen.se", "kansli@norr.se", "okänd", "")


@pytest.mark.parametrize("who", AS)
@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_no_command_gives_out_what_is_not_handed_in(
    tmp_path_factory: pytest.TempPathFactory, who: str, command: tuple[str, ...]
) -> None:
    folder, out = guarded_folder(tmp_path_factory.mktemp("data")), tmp_path_factory.mktemp("ut")
    told = io.StringIO()
    asked = [each.format(out=out) for each in command]
    with contextlib.redirect_stdout(told), contextlib.redirect_stderr(told):
        main([*asked, "--data", str(folder), *(["--as", who] if who else [])])
    given = told.getvalue().encode() + b"".join(unpacked(p) for p in out.rglob("*") if p.is_file())
    hidden = [secret for (_, part), secret in SECRETS.items() if part != "titel"]
    hidden += [] if who == AS[0] else [SECRETS[OTHERS, "titel"]]
    assert [secret for secret in hidden if secret.encode() in given] == []
    assert given or command[0] == "history"  # which nobody has begun


def unpacked(path: Path) -> bytes:
    """The bytes of a file, and of what is packed in it."""
    import zipfile

    if not zipfile.is_zipfile(path):
        return path.read_bytes()
    with zipfile.ZipFile(path) as archive:
        return b"".join(archive.read(name) for name in archive.namelist())
