"""The store as one person has it: what they may not read is not there."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from natverkskollen.editing.lifecycle import finalise, reopen
from natverkskollen.files.problem import Problem
from natverkskollen.model.own_municipality import OwnMunicipality
from natverkskollen.store import Change, Conflict, Failed, Merged, Saved, YamlStore, store_at
from natverkskollen.store.contract import Store
from natverkskollen.store.guarded import GuardedStore
from natverkskollen.store.history_names import FORGOTTEN, forget
from natverkskollen.store.municipality_file import save_municipality
from natverkskollen.store.verifying import journal_of
from tests.building.rights import (
    FINAL,
    OTHERS,
    OWN,
    PEOPLE,
    READY,
    SECRETS,
    guarded_folder,
    person,
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return guarded_folder(tmp_path)


def rationale(who: str, criterion: str = "bredd") -> tuple[str, ...]:
    return ("answers", who, "norr", criterion, "rationale")


def write(folder: Path, who: str, path: tuple[str, ...], old, new, **more):
    store = store_at(folder, PEOPLE[who])
    words = more.get("words", "")
    return store.save(
        more.get("id", OWN), more.get("base"), [Change(path, old, new)], words, more.get("key", "k")
    )


def assessors(folder: Path, **submitted: str | None) -> tuple[tuple, tuple]:
    """The list as it is, and with some days of handing in (bo for bo-1)."""
    now = YamlStore(folder).get(OWN).data["evaluation"]["assessors"]
    new = []
    for each in now:
        day = submitted.get(each["id"][:2], each.get("submitted"))
        rest = {key: value for key, value in each.items() if key != "submitted"}
        new.append(rest | ({"submitted": day} if day else {}))
    return now, tuple(new)


def test_the_store_of_a_folder_without_rights_is_the_store_itself(folder: Path) -> None:
    (folder / "access.yaml").unlink()
    assert type(store_at(folder)) is YamlStore
    assert store_at(folder, PEOPLE["administratör"]).ids() == ()  # a login, and nobody has a right


def test_a_lost_setting_or_a_slip_of_the_pen_shuts_the_door(folder: Path) -> None:
    assert store_at(folder).ids() == ()
    text = (folder / "access.yaml").read_text("utf-8")
    (folder / "access.yaml").write_text(text.replace("role: admin", "role: chef"), "utf-8")
    assert store_at(folder, PEOPLE["administratör"]).ids() == ()


def test_versions_keep_their_numbers_though_what_is_in_them_is_hidden(folder: Path) -> None:
    assert write(folder, "bedömaren Bo", rationale("bo-1"), SECRETS[OWN, "bo-1"], "nytt") == Saved(
        2
    )
    anna, bo = (store_at(folder, PEOPLE[f"bedömaren {n}"]) for n in ("Anna", "Bo"))
    assert anna.get(OWN).version == bo.get(OWN).version == 2
    assert [entry.version for entry in anna.history(OWN)] == [1, 2]
    hers, his = ({c.path[0] for c in s.history(OWN)[1].changes} for s in (anna, bo))
    assert (hers, his) == ({"criteria"}, {"criteria", "answers"})
    assert "bo-1" not in anna.get(OWN).data["answers"]
    assert "anna" not in bo.at(OWN, 1).data["answers"]
    assert anna.get(OWN).hash != bo.get(OWN).hash


def test_an_earlier_base_merges_and_says_nothing_of_what_is_hidden(folder: Path) -> None:
    write(folder, "bedömaren Bo", rationale("bo-1"), SECRETS[OWN, "bo-1"], "ett")
    told = write(folder, "bedömaren Bo", rationale("bo-1", "djup"), None, "två", base=1, key="k2")
    assert told == Merged(3)
    clash = write(folder, "bedömaren Bo", rationale("bo-1"), "gammalt", "tre", base=1, key="k3")
    assert isinstance(clash, Conflict)
    assert (clash.clashes[0].theirs, clash.clashes[0].who) == ("ett", "Bo")


def test_a_guess_at_anothers_answer_is_refused_right_or_wrong(folder: Path) -> None:
    secret = SECRETS[OWN, "anna"]
    told = {
        write(folder, who, rationale("anna"), old, new, key=f"{who}{old}{new}")
        for who in ("bedömaren Bo", "handläggare", "administratör", "läsare")
        for old in (secret, "fel", None)
        for new in (secret, "annat")
    }
    assert {type(each) for each in told} == {Failed}
    by_who = {
        who: {write(folder, who, rationale("anna"), secret, new) for new in (secret, "x")}
        for who in ("bedömaren Bo", "handläggare")
    }
    assert all(len(each) == 1 for each in by_who.values())


def test_a_key_is_ones_own(folder: Path) -> None:
    write(folder, "bedömaren Bo", rationale("bo-1"), SECRETS[OWN, "bo-1"], "ett", key="nyckel")
    store = store_at(folder, PEOPLE["handläggare"])
    assert [entry.key for entry in store.history(OWN)] == ["", ""]
    told = write(folder, "handläggare", ("evaluation", "title"), "Den egna", "Vår", key="nyckel")
    assert told == Merged(3) or told == Saved(3)
    again = write(folder, "handläggare", ("evaluation", "title"), "Den egna", "Vår", key="nyckel")
    assert again == told and store_at(folder, PEOPLE["handläggare"]).get(OWN).version == 3
    assert store_at(folder, PEOPLE["handläggare"]).history(OWN)[-1].key == "nyckel"


def test_nobody_writes_under_anothers_name(folder: Path) -> None:
    write(folder, "handläggare", ("evaluation", "title"), "Den egna", "Vår", words="Anna")
    write(folder, "bedömaren Bo", rationale("bo-1"), SECRETS[OWN, "bo-1"], "x", words="bo-1")
    raw = [
        line.actor
        for line in journal_of((folder / f"evaluations/{OWN}/history.jsonl").read_bytes()).lines
    ]
    assert all(actor.startswith("person-") for actor in raw[1:])
    assert "Hanna" not in " ".join(raw)
    told = [entry.actor for entry in store_at(folder, PEOPLE["administratör"]).history(OWN)]
    assert told == ["Hanna, Anna", "Hanna, Anna", "Bo"]  # what was there comes with the first save


def test_a_name_is_forgotten_and_the_chain_holds(folder: Path) -> None:
    write(folder, "handläggare", ("evaluation", "title"), "Den egna", "Vår", words="tillsammans")
    before = (folder / f"evaluations/{OWN}/history.jsonl").read_bytes()
    assert forget(folder, date(2026, 12, 1)) == 0
    assert forget(folder, date(2029, 1, 1)) == 1
    assert "Hanna" not in (folder / "names.yaml").read_text("utf-8")
    store = store_at(folder, PEOPLE["administratör"])
    assert store.history(OWN)[-1].actor == f"{FORGOTTEN}, tillsammans"
    assert (folder / f"evaluations/{OWN}/history.jsonl").read_bytes() == before
    assert store.verify(OWN) == ()


def test_the_role_takes_the_names_place_where_the_municipality_says_so(folder: Path) -> None:
    text = (folder / "access.yaml").read_text("utf-8").replace("show: name", "show: role")
    (folder / "access.yaml").write_text(text, "utf-8")
    write(folder, "handläggare", ("evaluation", "title"), "Den egna", "Vår")
    assert store_at(folder, PEOPLE["läsare"]).history(OWN)[-1].actor == "Handläggare"
    assert "Hanna" not in (folder / "names.yaml").read_text("utf-8")


@pytest.mark.parametrize("who", ["handläggare", "administratör", "bedömaren Anna"])
def test_nobody_hands_in_for_another_or_opens_anothers_answers(folder: Path, who: str) -> None:
    for days in ({"bo": "2026-11-01"}, {"an": None}):
        if who == "bedömaren Anna" and "an" in days:
            continue
        old, new = assessors(folder, **days)
        told = write(folder, who, ("evaluation", "assessors"), old, new, key=str(days))
        assert isinstance(told, Failed) and "lämna" in told.what


def test_the_last_to_hand_in_opens_all_answers_to_all(folder: Path) -> None:
    old, new = assessors(folder, bo="2026-11-01")
    assert SECRETS[OWN, "bo-1"] not in repr(store_at(folder, PEOPLE["bedömaren Anna"]).get(OWN))
    assert write(folder, "bedömaren Bo", ("evaluation", "assessors"), old, new) == Saved(2)
    for who in ("bedömaren Anna", "läsare", "handläggare"):
        seen = repr(store_at(folder, PEOPLE[who]).get(OWN))
        assert SECRETS[OWN, "bo-1"] in seen and SECRETS[OWN, "anna"] in seen
    told = write(
        folder, "bedömaren Bo", rationale("bo-1"), SECRETS[OWN, "bo-1"], "efteråt", key="q"
    )
    assert isinstance(told, Failed) and told.what == "svaren är inlämnade"


UNVEILINGS = {
    "not blind": (("evaluation", "blind"), True, False),
    "final": (("evaluation", "status"), "draft", "final"),
}


@pytest.mark.parametrize("who", ["handläggare", "administratör"])
@pytest.mark.parametrize("how", [*UNVEILINGS, "one assessor", "joint"])
def test_no_other_change_brings_hidden_answers_to_light(folder: Path, who: str, how: str) -> None:
    write(folder, "bedömaren Anna", ("evaluation", "assessors"), *assessors(folder, an=None))
    if how in UNVEILINGS:
        change = UNVEILINGS[how]
    else:
        old, _ = assessors(folder)
        new = tuple(e for e in old if e["id"] != "anna")
        if how == "joint":
            now = {"id": "anna", "role": "Miljöstrateg", "joint": True}
            new = tuple(now if e["id"] == "anna" else e for e in old if e["id"] != "ihop")
        change = (("evaluation", "assessors"), old, new)
    assert isinstance(write(folder, who, *change, key="q"), Failed)
    assert SECRETS[OWN, "bo-1"] not in repr(store_at(folder, PEOPLE[who]).get(OWN))


def test_who_alone_assessed_does_not_make_final(folder: Path) -> None:
    for who in ("bedömaren Bo", "bedömaren Anna"):
        day = {who[-2:].lower().replace("na", "an"): "2026-11-01"}
        write(folder, who, ("evaluation", "assessors"), *assessors(folder, **day), key=who)
    text = (folder / "access.yaml").read_text("utf-8")
    both = "\n".join(
        f'  - {{role: {role}, issuer: "https://inloggning.kommunen.se", subject: ensam}}'
        for role in ("assessor, assessor: anna", "assessor, assessor: bo-1", "editor")
    )
    (folder / "access.yaml").write_text(f"{text}{both}\n", "utf-8")
    version = YamlStore(folder).get(OWN).version
    alone = finalise(store_at(folder, person("ensam")), OWN, version, "Chef", date(2026, 11, 2))
    assert isinstance(alone, Failed) and "ensam har bedömt" in alone.what
    other = finalise(
        store_at(folder, PEOPLE["handläggare"]), OWN, version, "Chef", date(2026, 11, 2)
    )
    assert isinstance(other, Saved)


def test_to_open_again_and_to_delete_takes_an_administrator_and_a_reason(folder: Path) -> None:
    editor, admin = (store_at(folder, PEOPLE[who]) for who in ("handläggare", "administratör"))
    assert "administratör" in reopen(editor, FINAL, 0, "Fel fakta").what
    assert reopen(admin, FINAL, 0, "handläggaren").what == "ett skäl saknas"
    assert isinstance(reopen(admin, FINAL, 0, "Fel avgift i beslutet"), Saved)
    assert editor.history(FINAL)[-1].actor == "Adam, Fel avgift i beslutet"
    assert "administratör" in editor.delete(OWN, 0, "Dubblett").what
    assert admin.delete(OWN, 0, "").what == "ett skäl saknas"
    assert isinstance(admin.delete(OWN, 0, "Dubblett"), Saved)
    assert admin.deleted(OWN).actor == "Adam, Dubblett"
    assert isinstance(editor.bring_back(OWN, ""), Failed)
    assert isinstance(admin.bring_back(OWN, ""), Saved)


def test_what_one_may_not_read_is_as_if_it_were_not_there(folder: Path) -> None:
    store = store_at(folder, PEOPLE["handläggare"])
    missing = store.get("finns-inte")
    assert store.get(OTHERS) == store.history(OTHERS) == store.at(OTHERS, 1) == missing
    assert store.heads(OTHERS) == store.restore(OTHERS, 1, "", (), "k") == missing
    assert store.copy(OTHERS) == store.delete(OTHERS, 1, "skäl") == missing
    assert store.save(OTHERS, None, [], "", "k") == missing
    assert store.deleted(OTHERS) is None and store.names(OTHERS) == ()
    assert OTHERS not in (*store.ids(), *store.taken())


def test_the_guard_has_every_way_of_a_store_and_no_other() -> None:
    """A way that is not written does not exist: what a store gets next is refused until then."""
    ways = {name for name in dir(Store) if not name.startswith("_")}
    assert {name for name in dir(GuardedStore) if not name.startswith("_")} - {
        "inner",
        "folder",
        "who",
        "rights",
    } == ways
    with pytest.raises(AttributeError):
        GuardedStore(None, None, None, None).mended()  # type: ignore[arg-type, attr-defined]


def test_a_new_evaluation_over_one_that_is_there_is_no_way_to_its_answers(folder: Path) -> None:
    admin = store_at(folder, PEOPLE["administratör"])
    same = admin.get(OWN).data["evaluation"]
    for guess in (SECRETS[OWN, "bo-1"], "fel"):
        changes = [Change(("evaluation",), None, same), Change(rationale("bo-1"), guess, "x")]
        told = admin.save(OWN, None, changes, "", f"k{guess}")
        assert isinstance(told, Failed) and told.what == "svaren är en annan bedömares"
    assert admin.get(OWN).version == 0


def test_to_restore_the_assessors_takes_an_administrator(folder: Path) -> None:
    path = ("evaluation", "assessors")
    write(folder, "bedömaren Bo", path, *assessors(folder, bo="2026-11-01"))
    told = store_at(folder, PEOPLE["handläggare"]).restore(OWN, 1, "", path, "k")
    assert isinstance(told, Failed) and "administratör" in told.what


def test_no_name_is_left_in_a_lock_or_taken_in_with_a_control_character(folder: Path) -> None:
    odd = replace(PEOPLE["handläggare för alla"], name="Alla\x07 \n Ek")
    store = store_at(folder, odd)
    assert isinstance(
        store.save(OWN, None, [Change(("evaluation", "title"), "Den egna", "x")], "", "k"), Saved
    )
    assert store.history(OWN)[-1].actor == "Alla Ek"
    wanted = OwnMunicipality(schema=1, name="Haninge", code="0136")
    assert save_municipality(folder, None, wanted, odd.name, odd) is None
    signed = [path.read_text("utf-8") for path in folder.rglob("*.vem")]
    assert signed and not any("Alla" in text for text in signed)


@pytest.mark.parametrize("who", ["handläggare", "administratör"])
def test_no_earlier_version_brings_hidden_answers_to_light(folder: Path, who: str) -> None:
    raw = YamlStore(folder)
    blind = ("evaluation", "blind")
    write(folder, "bedömaren Anna", ("evaluation", "assessors"), *assessors(folder, an=None))
    for old, new in ((True, None), (None, True)):
        assert isinstance(raw.save(OWN, None, [Change(blind, old, new)], "", f"{new}"), Saved)
    before = raw.get(OWN)
    for path in (blind, ("evaluation",), (), ("answers",), ("answers", "bo-1")):
        told = store_at(folder, PEOPLE[who]).restore(OWN, before.version - 1, "", path, str(path))
        assert isinstance(told, Failed), path
    assert raw.get(OWN) == before


def test_what_works_out_a_change_is_shown_no_more_than_a_reader(folder: Path) -> None:
    shown: list[str] = []

    def looks(now) -> tuple[Change, ...]:
        shown.append(repr(now))
        return (Change(("evaluation", "title"), "Den egna", "Vår"),)

    told = store_at(folder, PEOPLE["handläggare"]).save(OWN, None, looks, "", "k")
    assert isinstance(told, Saved) and len(shown) == 1
    assert not any(secret in shown[0] for secret in SECRETS.values())


def restored(folder: Path, who: str, path: tuple[str, ...] = (), actor: str = "") -> object:
    """What somebody gets who takes an earlier version of what all have handed in back."""
    title = ("evaluation", "title")
    write(folder, "handläggare", title, "Den inlämnade", "Omdöpt", id=READY)
    return store_at(folder, PEOPLE[who]).restore(READY, 1, actor, path, "nyckel")


@pytest.mark.parametrize("who", ["läsare", "bedömaren Anna", "nätverk", "slutat", "okänd"])
@pytest.mark.parametrize("path", [(), ("evaluation", "title"), ("answers", "bo-1")])
def test_an_earlier_version_is_no_way_to_change_what_is_not_ones_own(
    folder: Path, who: str, path: tuple[str, ...]
) -> None:
    assert isinstance(restored(folder, who, path), Failed)
    assert YamlStore(folder).get(READY).data["evaluation"]["title"] == "Omdöpt"


@pytest.mark.parametrize("path", [(), ("evaluation",)])
def test_to_restore_the_whole_takes_an_administrator(folder: Path, path: tuple[str, ...]) -> None:
    refused = restored(folder, "handläggare", path)
    assert isinstance(refused, Failed) and "administratör" in refused.what
    assert isinstance(restored(folder, "administratör", path), Saved)
    assert YamlStore(folder).get(READY).data["evaluation"]["title"] == "Den inlämnade"


def test_to_restore_is_signed_as_a_save_is_and_once(folder: Path) -> None:
    path = ("evaluation", "title")
    told = restored(folder, "handläggare", path, actor="Anna")
    store = store_at(folder, PEOPLE["handläggare"])
    assert isinstance(told, Saved) and store.restore(READY, 1, "Anna", path, "nyckel") == told
    latest = store.history(READY)[-1]
    assert (latest.actor, latest.key) == ("Hanna, Anna", "nyckel")
    assert store_at(folder, PEOPLE["administratör"]).history(READY)[-1].key == ""


def test_of_a_version_that_is_not_there_nothing_is_restored(folder: Path) -> None:
    restored(folder, "handläggare", ("evaluation", "title"))
    told = store_at(folder, PEOPLE["administratör"]).restore(READY, 99, "", (), "k")
    assert isinstance(told, Failed) and "99" in told.what


def test_what_works_out_a_change_may_say_why_there_is_none(folder: Path) -> None:
    why = Failed("någon hann före", "Ladda om sidan")
    told = store_at(folder, PEOPLE["handläggare"]).save(OWN, None, lambda _: why, "", "k")
    assert told == why


def test_what_is_worked_out_is_looked_at_as_what_is_sent(folder: Path) -> None:
    change = Change(("evaluation", "title"), "Den egna", "Vår")
    told = store_at(folder, PEOPLE["läsare"]).save(OWN, None, lambda _: (change,), "", "k")
    assert isinstance(told, Failed)
    assert YamlStore(folder).get(OWN).data["evaluation"]["title"] == "Den egna"


def test_what_is_wrong_in_a_hidden_file_is_told_to_nobody(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrong = [Problem(f"evaluations/{OWN}/{name}", 1, "fel", "Rätta") for name in NAMES]
    monkeypatch.setattr(YamlStore, "verify", lambda *_: tuple(wrong))
    for who in ("läsare", "bedömaren Anna", "administratör"):
        assert store_at(folder, PEOPLE[who]).verify(OWN) == (wrong[0],)
    assert store_at(folder, PEOPLE["läsare"]).verify(READY) == tuple(wrong)


NAMES = ("evaluation.yaml", "answers/bo-1.yaml")


def test_to_let_all_answer_as_one_who_has_answered_takes_an_administrator(folder: Path) -> None:
    path = ("evaluation", "assessors")
    old = YamlStore(folder).get(READY).data["evaluation"]["assessors"]
    rest = tuple(each for each in old if each["id"] == "bo-1")
    new = ({"id": "anna", "role": "Miljöstrateg", "joint": True}, *rest)
    told = [
        write(folder, who, path, old, new, id=READY, key=who)
        for who in ("handläggare", "administratör")
    ]
    assert isinstance(told[0], Failed) and "lämna in" in told[0].what
    new = ({**old[0], "joint": True}, *rest)
    refused = write(folder, "handläggare", path, old, new, id=READY, key="2")
    assert isinstance(refused, Failed) and "administratör" in refused.what
    assert isinstance(write(folder, "administratör", path, old, new, id=READY, key="3"), Saved)


def test_what_keeps_the_store_from_saving_is_told_to_the_administrator_alone(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrong = Failed("disken är full", "Frigör plats")
    monkeypatch.setattr(YamlStore, "selftest", lambda _: (wrong,))
    assert store_at(folder, PEOPLE["administratör"]).selftest() == (wrong,)
    assert store_at(folder, PEOPLE["handläggare för alla"]).selftest() == ()


def test_a_place_that_nobody_has_named_is_nobodys_to_write(folder: Path) -> None:
    told = write(folder, "administratör", ("annat", "x"), None, "y")
    assert isinstance(told, Failed) and told.what == "du har inte rätt att ändra det här"


def test_why_a_version_is_not_brought_back_is_told_by_name(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(folder, "handläggare", ("evaluation", "title"), "Den egna", "Vår")
    (person_,) = {
        line.actor
        for line in journal_of((folder / f"evaluations/{OWN}/history.jsonl").read_bytes()).lines
        if line.actor.startswith("person-")
    }
    busy = Failed(f"{person_} sparar just nu", "Vänta")
    monkeypatch.setattr(YamlStore, "restore", lambda *_: busy)
    told = store_at(folder, PEOPLE["administratör"]).restore(READY, 1, "", (), "k")
    assert told == Failed("Hanna sparar just nu", "Vänta")
