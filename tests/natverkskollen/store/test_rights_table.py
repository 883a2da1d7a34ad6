"""Every cell of docs/rattigheter.csv, tried in the store, by command and as a download.

The table is written by hand. What is allowed is done and seen to be done; what is refused leaves
every file as it was. The addresses of the same table are tried in tests/components/shell.
"""

from __future__ import annotations

import contextlib
import io
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from natverkskollen.analysis.scoring import evaluate
from natverkskollen.cli.commands import main
from natverkskollen.editing.lifecycle import finalise, reopen
from natverkskollen.editing.shipped_changes import Offer, keep_ours
from natverkskollen.files.problem import DataError
from natverkskollen.model.own_municipality import OwnMunicipality
from natverkskollen.model.principal import Principal
from natverkskollen.model.reply import ReplyItem
from natverkskollen.output.answers_csv import answers_csv
from natverkskollen.output.bundle import bundle
from natverkskollen.output.papers.render import FORMATS, draft
from natverkskollen.store import (
    Change,
    Failed,
    Merged,
    Saved,
    YamlStore,
    memberships_at,
    networks_at,
    read_library,
    store_at,
)
from natverkskollen.store.municipality_file import save_municipality
from natverkskollen.store.own_fact_check import OwnFactCheck, own_fact_checks, save_reply
from tests import ROOT
from tests.building.rights import OWN, PEOPLE, guarded_folder, people, rows, table_text

Try = Callable[[Path, Principal, str], bool]


def done(outcome: object) -> bool:
    """Whether a write was made; one that is neither made nor refused is no answer."""
    if isinstance(outcome, (Saved, Merged)):
        return True
    assert isinstance(outcome, Failed), outcome
    return False


def save(folder: Path, by: Principal, id_: str, path: tuple[str, ...], new: object) -> bool:
    """Change one field from what it is to another value."""
    found = YamlStore(folder).get(id_)
    old = None if isinstance(found, Failed) else found.data
    for each in path:
        old = old.get(each) if old else None
    return done(store_at(folder, by).save(id_, None, [Change(path, old, new)], "Roll", "k"))


def assessors(folder: Path, id_: str, who: str, **new: object) -> tuple[dict, ...]:
    """The assessors with one of them told otherwise."""
    now = YamlStore(folder).get(id_).data["evaluation"]["assessors"]
    return tuple(
        {k: v for k, v in {**each, **(new if each["id"] == who else {})}.items() if v}
        for each in now
    )


def answer(who: str) -> Try:
    path = ("answers", who, "soder", "bredd", "rationale")
    return lambda folder, by, id_: save(folder, by, id_, path, "Nytt.")


def sees_answers(who: str) -> Try:
    def tried(folder: Path, by: Principal, id_: str) -> bool:
        store, found = store_at(folder, by), read_library(folder, by)
        got = store.get(id_)
        in_store = not isinstance(got, Failed) and who in got.data.get("answers", {})
        in_files = f"answers/{who}.yaml" in store.names(id_)
        dossier = found.opened(id_)[0] if id_ in found.ids else None
        in_dossier = dossier is not None and dossier.own_sheet(who) is not None
        assert in_store == in_files == in_dossier
        return in_store

    return tried


def hands_in(who: str, day: str | None) -> Try:
    def tried(folder: Path, by: Principal, id_: str) -> bool:
        new = assessors(folder, id_, who, submitted=day)
        return save(folder, by, id_, ("evaluation", "assessors"), new)

    return tried


def restores(folder: Path, by: Principal, id_: str) -> bool:
    YamlStore(folder).save(
        id_, None, [Change(("answers", "bo-1", "norr", "bredd", "score"), 2, 4)], "bo", "före"
    )
    store = store_at(folder, by)
    return done(store.restore(id_, 1, "", ("answers", "bo-1", "norr", "bredd"), "k"))


def finishes(folder: Path, by: Principal, id_: str) -> bool:
    base = YamlStore(folder).get(id_).version
    return done(finalise(store_at(folder, by), id_, base, "Chef", date(2026, 11, 3)))


def opens(why: str) -> Try:
    return lambda folder, by, id_: done(reopen(store_at(folder, by), id_, 0, why))


def deletes(why: str) -> Try:
    return lambda folder, by, id_: done(store_at(folder, by).delete(id_, 0, why))


def brings_back(folder: Path, by: Principal, _: str) -> bool:
    YamlStore(folder).delete(OWN, 0, "före")
    return done(store_at(folder, by).bring_back(OWN, ""))


def creates(folder: Path, by: Principal, id_: str) -> bool:
    data = {**YamlStore(folder).get("redo").data["evaluation"], "id": id_, "blind": True}
    data["assessors"] = tuple(
        {k: v for k, v in each.items() if k != "submitted"} for each in data["assessors"]
    )
    change = Change(("evaluation",), None, data)
    return done(store_at(folder, by).save(id_, 0, [change], "", "k"))


def network(folder: Path, by: Principal, _: str) -> bool:
    change = Change(("network", "description"), "Finns bara i proven.", "Annan.")
    return done(networks_at(folder, by).save("norr", None, [change], "", "k"))


def document(folder: Path, by: Principal, _: str) -> bool:
    return isinstance(networks_at(folder, by).keep_document("ny", ".txt", b"text", ""), str)


def declines(folder: Path, by: Principal, _: str) -> bool:
    offer = Offer("norr", "Norr", ("name",), None, "Nytt", False)
    return keep_ours(folder, [offer], "", by) is None


def says_who(folder: Path, by: Principal, _: str) -> bool:
    wanted = OwnMunicipality(schema=1, name="Haninge", code="0136")
    return save_municipality(folder, None, wanted, "", by) is None


def register(folder: Path, by: Principal, _: str) -> bool:
    change = Change(("membership", "note"), None, "Anteckning")
    return done(memberships_at(folder, by).save("norr", None, [change], "", "k"))


def replies(who: str) -> Try:
    def tried(folder: Path, by: Principal, id_: str) -> bool:
        asked = next(
            (e for e in own_fact_checks(folder, by) if (e.evaluation, e.network) == (id_, who)),
            OwnFactCheck(id_, who, "", None, None, True),  # type: ignore[arg-type]
        )
        item = ReplyItem(fact="medlemsavgift", reply="agree")
        return done(save_reply(folder, by, asked, None, item, "k"))

    return tried


def copies_all(folder: Path, by: Principal, _: str) -> bool:
    try:
        return bool(list(store_at(folder, by).everything()))
    except DataError:
        return False


def memo(folder: Path, by: Principal, id_: str) -> bool:
    try:
        dossier = read_library(folder, by).dossier(id_)
    except DataError:
        return False
    written = draft(evaluate(dossier), folder, None)
    return bool(FORMATS["txt"](written, written.memo))


def table(folder: Path, by: Principal, id_: str) -> bool:
    try:
        return b"anna" in answers_csv(read_library(folder, by).dossier(id_)).lower()
    except DataError:
        return False


def reads(how: str, *more: object) -> Try:
    return lambda folder, by, id_: (
        not isinstance(getattr(store_at(folder, by), how)(id_, *more), Failed)
    )


def changes(*path: str, to: object) -> Try:
    return lambda folder, by, id_: save(folder, by, id_, ("evaluation", *path), to)


def renames(folder: Path, by: Principal, id_: str) -> bool:
    new = assessors(folder, id_, "anna", role="Strateg")
    return save(folder, by, id_, ("evaluation", "assessors"), new)


MEMBERSHIPS = ({"network": "norr"}, {"network": "soder", "since": 2020})
TRIES: dict[tuple[str, str], Try] = {
    ("lagret", "läsa utvärderingen"): reads("get"),
    ("lagret", "läsa historiken"): reads("history"),
    ("lagret", "läsa en tidigare version"): reads("at", 0),
    ("lagret", "läsa Annas svar"): sees_answers("anna"),
    ("lagret", "läsa Bos svar"): sees_answers("bo-1"),
    ("lagret", "svara som Anna"): answer("anna"),
    ("lagret", "svara som Bo"): answer("bo-1"),
    ("lagret", "svara gemensamt"): answer("ihop"),
    ("lagret", "lämna in Bos svar"): hands_in("bo-1", "2026-11-02"),
    ("lagret", "öppna Annas svar igen"): hands_in("anna", None),
    ("lagret", "återställa Bos svar"): restores,
    ("lagret", "ändra ärendet"): changes("title", to="Nytt"),
    ("lagret", "ändra medlemskapen"): changes("memberships", to=MEMBERSHIPS),
    ("lagret", "skriva om ett avsnitt"): changes(
        "memo_texts", "sammanfattning", to={"text": "Vår text.", "of": "abc"}
    ),
    ("lagret", "ändra en bedömares roll"): renames,
    ("lagret", "ta bort det blinda"): changes("blind", to=None),
    ("lagret", "byta kriterier"): changes("criteria_revision", to="2"),
    ("lagret", "färdigställa"): finishes,
    ("lagret", "öppna igen med skäl"): opens("Fel avgift"),
    ("lagret", "öppna igen utan skäl"): opens(""),
    ("lagret", "ta bort med skäl"): deletes("Dubblett"),
    ("lagret", "ta bort utan skäl"): deletes(""),
    ("lagret", "lägga tillbaka"): brings_back,
    ("lagret", "skapa en utvärdering"): creates,
    ("lagret", "läsa nätverken"): lambda folder, by, _: bool(networks_at(folder, by).ids()),
    ("lagret", "ändra ett nätverk"): network,
    ("lagret", "lägga in ett dokument"): document,
    ("lagret", "avböja programmets uppgifter"): declines,
    ("lagret", "säga vilka ni är"): says_who,
    ("lagret", "läsa registret"): lambda folder, by, _: bool(memberships_at(folder, by).ids()),
    ("lagret", "ändra registret"): register,
    ("lagret", "svara på faktagranskningen av norr"): replies("norr"),
    ("lagret", "svara på faktagranskningen av söder"): replies("soder"),
    ("lagret", "kopiera allt"): copies_all,
    ("hämtning", "exporten till diariet"): lambda folder, by, id_: isinstance(
        bundle(folder, id_, by=by), bytes
    ),
    ("hämtning", "tjänsteskrivelsen"): memo,
    ("hämtning", "svaren som tabell"): table,
    ("hämtning", "den egna faktagranskningen"): lambda folder, by, id_: any(
        each.evaluation == id_ for each in own_fact_checks(folder, by)
    ),
}


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = guarded_folder(tmp_path_factory.mktemp("hel"))
    (folder / "memberships").mkdir()
    text = "schema: 1\nnetwork: norr\n"
    (folder / "memberships/norr.yaml").write_text(text, "utf-8")
    return folder


def files(folder: Path) -> dict[str, bytes]:
    """Every file of the data folder but who holds a lock, and whom a pseudonym is of."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".las" not in path.parts and path.name != "names.yaml"
    }


BEFOREHAND = ("lägga tillbaka", "återställa Bos svar")  # which prepare something of their own


@pytest.mark.parametrize(("way", "what", "where"), rows("lagret", "hämtning"))
def test_the_store_allows_and_refuses_as_written(
    whole: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: str, what: str, where: str
) -> None:
    # The papers of an export are no secret beside the rest of it, and take a second to write.
    monkeypatch.setattr("natverkskollen.output.bundle._papers", lambda *_: {})
    wrong, before = [], files(whole)
    for who, allowed in people(way, what, where):
        apart = allowed or what in BEFOREHAND
        folder = Path(shutil.copytree(whole, tmp_path / who)) if apart else whole
        if TRIES[way, what](folder, PEOPLE[who], where) is not allowed:
            wrong.append(f"{who}: {'nekas' if allowed else 'tillåts'}")
    assert wrong == [] and files(whole) == before


COMMANDS = {
    "result": ("result", "{id}"),
    "history": ("history", "{id}"),
    "verify": ("verify", "{id}"),
    "memo": ("memo", "{id}", "-o", "{out}/memo.txt"),
    "register": ("register",),
    "log": ("log", "norr", "möte", "Träff.", "--by", "Chef"),
    "forget": ("forget",),
    "backup": ("backup", "-o", "{out}/kopia.zip"),
}


@pytest.mark.parametrize(("way", "what", "where"), rows("kommando"))
def test_a_command_does_and_refuses_as_written(
    whole: Path, tmp_path: Path, way: str, what: str, where: str
) -> None:
    wrong, before = [], files(whole)
    for who, allowed in people(way, what, where):
        out, told = tmp_path / "ut" / who, io.StringIO()
        out.mkdir(parents=True)
        folder = Path(shutil.copytree(whole, tmp_path / who)) if allowed else whole
        person = PEOPLE[who]
        named = person.email or next(iter(person.groups), "") or person.subject
        asked = [each.format(id=where, out=out) for each in COMMANDS[what]]
        with contextlib.redirect_stdout(told), contextlib.redirect_stderr(told):
            code = main([*asked, "--data", str(folder), *(["--as", named] if named else [])])
        if (code == 0) is not allowed or not (allowed or told.getvalue()):
            wrong.append(f"{who}: {told.getvalue()}")
        if not allowed and list(out.iterdir()):
            wrong.append(f"{who}: en fil är skriven")
    assert wrong == [] and files(whole) == before


def test_there_are_enough_cells_and_each_row_is_tried() -> None:
    every = rows("lagret", "hämtning", "kommando", "adress", "websocket")
    assert len(every) * len(PEOPLE) >= 850
    known = {*TRIES, *(("kommando", each) for each in COMMANDS)}
    assert {(way, what) for way, what, _ in rows("lagret", "hämtning", "kommando")} == known


def test_the_guide_shows_the_table_as_it_is_tried() -> None:
    guide = (ROOT / "docs" / "rattigheter.md").read_text("utf-8")
    assert guide.split("<!-- tabellen -->\n\n")[1] == table_text()
