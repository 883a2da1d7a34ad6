"""Two servers on one database share all that is kept, and show nothing that is not saved."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from natverkskollen.cli.commands import main
from natverkskollen.editing.first_files import start_folder
from natverkskollen.files.problem import DataError
from natverkskollen.model.own_municipality import OwnMunicipality
from natverkskollen.model.principal import LOCAL
from natverkskollen.store import (
    Change,
    Failed,
    Merged,
    Saved,
    freshness,
    memberships_at,
    networks_at,
    read_library,
    store_at,
)
from natverkskollen.store.area import EVERY_ROOM, evaluation_area
from natverkskollen.store.audit_check import unlike_log
from natverkskollen.store.database import revisions
from natverkskollen.store.database.address import STORE, address_in, store_told
from natverkskollen.store.database_copy import ASIDE, COPY_FOLDER
from natverkskollen.store.declined import decline, declined
from natverkskollen.store.document_files import keep_document
from natverkskollen.store.freshness import one_reading
from natverkskollen.store.hand_files import put_file
from natverkskollen.store.municipality_file import save_municipality
from natverkskollen.store.shared import replica_at
from natverkskollen.store.workshop import Workshop
from tests import ROOT
from tests.building.folders import ID, evaluation_folder, field, now_at, put
from tests.building.replicas import filled, replica_in, store_of
from tests.building.rights import OWN, PEOPLE, guarded_folder
from tests.database import database
from tests.natverkskollen.store.test_network_store import NEW

TEXT = field("rationale")


@pytest.fixture
def servers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Path]:
    """The data folders of two servers, found as the program finds them."""
    monkeypatch.setenv(STORE, address := database().address())
    folders = (tmp_path / "ett", tmp_path / "tva")
    for folder in folders:
        filled(replica_in(folder, address)) if folder == folders[0] else folder.mkdir()
        monkeypatch.setenv("NATVERKSKOLLEN_DATA", str(folder))
        assert read_library(folder).ids == (ID,)
    return folders


@pytest.fixture
def questions(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Every question for the latest revision, each so slow that everybody comes meanwhile."""
    asked: list[int] = []
    real = revisions.head

    def head(connection: psycopg.Connection, ours: int):
        asked.append(ours)
        time.sleep(0.05)
        return real(connection, ours)

    monkeypatch.setattr(revisions, "head", head)
    return asked


def there(folder: Path) -> dict[str, bytes]:
    """Every file that a data folder holds, but what the copy keeps for itself."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.relative_to(folder).parts[0] not in (COPY_FOLDER, ASIDE)
    }


def test_every_room_is_shared(servers: tuple[Path, Path]) -> None:
    one, other = servers
    assert put(store_at(one), TEXT, "Från den ena.", "k1") == Saved(2)
    assert now_at(store_at(other), TEXT) == "Från den ena."
    made = networks_at(other).save("provnat", 0, [Change(("network",), None, NEW)], "bo", "k2")
    assert made == Saved(1) and "provnat" in read_library(one).networks
    assert networks_at(one).history("provnat") == networks_at(other).history("provnat")
    assert decline(one, "provnat", ["märke"], "anna", LOCAL) is None
    assert decline(other, "provnat", ["annat"], "bo", LOCAL) is None
    assert networks_at(one).ids() and declined(one, "provnat") == {"märke", "annat"}
    ours = OwnMunicipality(schema=1, name="Huddinge", code="0126")
    assert save_municipality(one, None, ours, "anna") is None
    assert read_library(other).municipality == ours
    assert isinstance(
        save_municipality(other, None, OwnMunicipality(schema=1, name="Umeå", code="2480"), "bo"),
        Failed,
    )
    assert keep_document(one, "avtal", ".pdf", b"ett", "anna") == "avtal.pdf"
    assert keep_document(other, "avtal", ".pdf", b"tva", "bo") == "avtal-2.pdf"
    assert keep_document(other, "avtal", ".pdf", b"ett", "bo") == "avtal.pdf"
    read_library(one)
    assert there(one) == there(other)


class _Moments:
    """The moments at which somebody asks, and which threads have asked."""

    def __init__(self, real: Iterator[int]):
        self._real, self.takers = real, set[int]()

    def __next__(self) -> int:
        self.takers.add(threading.get_ident())
        return next(self._real)


def test_of_many_who_ask_at_once_one_asks_the_database(
    tmp_path: Path, questions: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    address = database().address()
    one, other = (replica_in(tmp_path / name, address) for name in ("ett", "tva"))
    store, later = store_of(filled(one)), store_of(other)
    assert later.ids() == (ID,)
    put(store, TEXT, "Från den ena.", "k1")
    questions.clear()
    everybody, found = threading.Barrier(20), []
    moments = _Moments(freshness._MOMENTS)
    monkeypatch.setattr(freshness, "_MOMENTS", moments)
    counted = revisions.head

    def head(connection: psycopg.Connection, ours: int):
        while len(moments.takers) < 20:  # everybody has come, however slow the computer is
            time.sleep(0.005)
        return counted(connection, ours)

    monkeypatch.setattr(revisions, "head", head)

    def ask() -> None:
        everybody.wait()
        found.append(now_at(later, TEXT))

    asking = [threading.Thread(target=ask) for _ in range(20)]
    for each in asking:
        each.start()
    for each in asking:
        each.join()
    assert found == ["Från den ena."] * 20
    # The first sees that there is something new and fetches it; who came after it asked asks again.
    assert len(questions) <= 3


def test_who_asks_while_a_question_is_out_is_not_answered_by_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is saved after a question was put is seen by whoever asks after the save."""
    address = database().address()
    one, other = (replica_in(tmp_path / name, address) for name in ("ett", "tva"))
    store, later = store_of(filled(one)), store_of(other)
    assert later.ids() == (ID,)
    answered, saved = threading.Event(), threading.Event()
    real = revisions.head

    def head(connection: psycopg.Connection, ours: int):
        found = real(connection, ours)
        if not answered.is_set():
            answered.set()
            saved.wait()
        return found

    with monkeypatch.context() as patch:
        patch.setattr(revisions, "head", head)
        early = threading.Thread(target=later.ids)
        early.start()
        answered.wait()
        told = put(store, TEXT, "Sparat medan frågan var ute.", "k1")
        late: list[object] = []
        asking = threading.Thread(target=lambda: late.append(now_at(later, TEXT)))
        asking.start()
        saved.set()
        for each in (early, asking):
            each.join()
    assert told == Saved(2) and late == ["Sparat medan frågan var ute."]


def test_a_page_asks_the_database_once_and_anew_after_its_own_save(
    tmp_path: Path, questions: list[int]
) -> None:
    address = database().address()
    one, other = (replica_in(tmp_path / name, address) for name in ("ett", "tva"))
    store, theirs = store_of(filled(one)), store_of(other)
    assert theirs.ids() == (ID,)
    beside = field("rationale", criterion="djup")
    with one_reading():
        questions.clear()
        for _ in range(5):
            assert store.ids() == (ID,) and now_at(store, TEXT) != "Nytt."
        assert len(questions) == 1
        put(theirs, beside, "Den andra servern.", "k1")
        assert now_at(store, beside) != "Den andra servern.", "one page, one moment"
        assert put(store, TEXT, "Nytt.", "k2", base=1) == Merged(3)
        assert (now_at(store, TEXT), now_at(store, beside)) == ("Nytt.", "Den andra servern.")
    put(theirs, TEXT, "Efteråt.", "k3")
    with one_reading():
        assert now_at(store, TEXT) == "Efteråt."
    put(theirs, TEXT, "Utanför.", "k4")
    assert now_at(store, TEXT) == "Utanför."


def test_what_each_server_saves_is_logged_once_it_is_committed(
    servers: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A save that is tried and comes to nothing leaves no head that verify would miss."""
    one, other = servers
    monkeypatch.setenv("NATVERKSKOLLEN_AUDIT", str(tmp_path / "logg"))
    assert put(store_at(one), TEXT, "Från den ena.", "k1") == Saved(2)
    assert isinstance(put(store_at(other), TEXT, "x" * 1_100_000, "k2"), Failed)
    assert put(store_at(other), TEXT, "Från den andra.", "k3") == Saved(3)
    rows = [json.loads(row) for row in (tmp_path / "logg").read_text("utf-8").splitlines()]
    heads = store_at(one).heads(ID)
    assert [(row["version"], row["head"]) for row in rows] == [(2, heads[1]), (3, heads[2])]
    assert list(unlike_log(one, LOCAL)) == []


def test_a_membership_is_shared(servers: tuple[Path, Path]) -> None:
    one, other = servers
    new = {"schema": 1, "network": "norr", "municipality": "Lillköping"}
    made = memberships_at(one).save("norr", 0, [Change(("membership",), None, new)], "anna", "k")
    assert made == Saved(1), made
    assert memberships_at(other).ids() == ("norr",)
    assert memberships_at(other).verify("norr") == ()


def test_an_empty_database_is_begun_as_an_empty_folder_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "tom"
    folder.mkdir()
    monkeypatch.setenv(STORE, database().address())
    monkeypatch.setenv("NATVERKSKOLLEN_DATA", str(folder))
    written = start_folder(folder)
    assert not isinstance(written, Failed) and all(path.exists() for path in written)
    library = read_library(folder)
    assert library.networks and library.criteria and library.problems == ()
    assert start_folder(folder) == ()


def test_a_folder_with_files_of_its_own_is_never_made_a_copy(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = there(folder)
    monkeypatch.setenv(STORE, database().address())
    monkeypatch.setenv("NATVERKSKOLLEN_DATA", str(folder))
    with pytest.raises(DataError, match="ingen kopia av databasen"):
        read_library(folder)
    assert there(folder) == before


def test_a_copy_of_another_database_is_told(servers: tuple[Path, Path]) -> None:
    another = replica_in(servers[0], database().address())
    with pytest.raises(DataError, match="en annan databas"):
        another.catch_up()


@pytest.mark.parametrize("left", ["", "{", None])
def test_a_copy_whose_revision_a_power_cut_took_is_compared_and_goes_on(
    tmp_path: Path, left: str | None
) -> None:
    address = database().address()
    server = filled(replica_in(tmp_path, address))
    before, state = there(tmp_path), tmp_path / COPY_FOLDER / "lage.json"
    state.unlink() if left is None else state.write_text(left, encoding="utf-8")
    assert replica_in(tmp_path, address).catch_up() is None
    assert there(tmp_path) == before
    assert put(store_of(server), TEXT, "Sedan.", "k") == Saved(2)


def test_other_folders_hold_their_own_files(servers: tuple[Path, Path], folder: Path) -> None:
    assert put(store_at(folder), TEXT, "Här.", "k") == Saved(2)
    assert replica_at(folder) is None and replica_at(ROOT) is None
    assert now_at(store_at(servers[0]), TEXT) != "Här."


def test_a_commit_that_fails_is_no_save_and_nobody_has_seen_it(tmp_path: Path) -> None:
    address = database().address()
    server = filled(replica_in(tmp_path / "ett", address))
    store = store_of(server)
    put(store, TEXT, "Sparat.", "k1")
    before = there(server.folder)
    target = address_in(address)
    with psycopg.connect(target.told, autocommit=True) as admin:
        admin.execute(f"""
            SET search_path TO {target.schema};
            CREATE FUNCTION no() RETURNS trigger LANGUAGE plpgsql AS
                $$ BEGIN RAISE EXCEPTION 'full' USING ERRCODE = '53100'; END $$;
            CREATE CONSTRAINT TRIGGER at_commit AFTER INSERT ON revision
                DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION no();""")
        told = put(store, TEXT, "Aldrig sparat.", "k2")
        assert isinstance(told, Failed) and told.outcome == "no", told
        assert there(server.folder) == before and now_at(store, TEXT) == "Sparat."
        assert now_at(store_of(replica_in(tmp_path / "tva", address)), TEXT) == "Sparat."
        admin.execute("DROP TRIGGER at_commit ON revision")
    assert put(store, TEXT, "Till slut.", "k2") == Saved(3)
    assert [entry.key for entry in store.history(ID)] == ["", "k1", "k2"]


def test_an_answer_that_never_came_is_settled_by_the_database(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The connection is cut as the commit is sent: the save is told as what it became."""
    server = filled(replica_in(tmp_path / "ett", database().address()))
    store = store_of(server)
    put(store, TEXT, "Först.", "k0")
    whole = revisions.write

    def cut(at: str):
        def write(connection, before, after):
            made = whole(connection, before, after)
            if at == "after":
                connection.execute("COMMIT")
            connection.pgconn.finish()  # what is sent next fails, whatever became of it
            return made

        return write

    monkeypatch.setattr(revisions, "write", cut("before"))
    told = put(store, TEXT, "Bröts före.", "k1")
    assert isinstance(told, Failed) and told.outcome == "no"
    assert now_at(store, TEXT) == "Först."
    monkeypatch.setattr(revisions, "write", cut("after"))
    assert put(store, TEXT, "Bröts efter.", "k2") == Saved(3)
    assert now_at(store, TEXT) == "Bröts efter." and store.verify(ID) == ()


def test_a_database_that_is_away_is_told_and_what_was_fetched_is_still_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    server = filled(replica_in(tmp_path / "ett", database().address()))
    store = store_of(server)
    put(store, TEXT, "Sparat.", "k1")

    def away(*_: object, **__: object) -> None:
        raise psycopg.OperationalError("away")

    with monkeypatch.context() as patch:
        patch.setattr(psycopg, "connect", away)
        server._connections.close()
        told = put(store, TEXT, "Inte sparat.", "k2")
        assert isinstance(told, Failed) and told.outcome == "no"
        assert "databasen svarar inte" in told.what
        assert store.unwritable() == Failed("databasen svarar inte", told.remedy)
        assert now_at(store, TEXT) == "Sparat."
    monkeypatch.setattr("natverkskollen.store.replica._REST", 0)
    assert store.unwritable() is None
    assert put(store, TEXT, "Nu.", "k2") == Saved(3)


@pytest.mark.parametrize("saving", [True, False])
def test_a_connection_that_the_database_has_hung_up_is_not_used_again(
    tmp_path: Path, saving: bool
) -> None:
    address = database().address()
    server = filled(replica_in(tmp_path / "ett", address))
    store = store_of(server)
    put(store, TEXT, "Sparat.", "k1")
    with psycopg.connect(address_in(address).told, autocommit=True) as admin:
        admin.execute(
            "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity "
            "WHERE pid <> pg_backend_pid() AND backend_type = 'client backend'"
        )
    if saving:
        change = [Change(TEXT, "Sparat.", "Nytt.")]
        assert store.save(ID, 2, change, "anna", "k2") == Saved(3)
    assert server.catch_up() is None


def test_a_program_that_has_never_reached_its_database_shows_nothing_old(
    servers: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(STORE, f"postgresql://prov@/postgres?host={servers[0]}")
    monkeypatch.setenv("NATVERKSKOLLEN_DATA", str(servers[1]))
    with pytest.raises(DataError, match="databasen svarar inte"):
        read_library(servers[1])


def test_a_write_waits_for_its_turn_and_tells_when_it_does_not_come(tmp_path: Path) -> None:
    address = database().address()
    server = filled(replica_in(tmp_path / "ett", address))
    store = store_of(server)
    target = address_in(address)
    with psycopg.connect(target.told) as holder:
        holder.execute(f"SET search_path TO {target.schema}")
        revisions.lock(holder, evaluation_area(ID).name)
        with server._connections.one() as connection:
            connection.execute("SET lock_timeout = '50ms'")
        told = put(store, TEXT, "Väntar.", "k1")
    assert isinstance(told, Failed) and told.what == "någon annan sparar just nu"
    assert put(store, TEXT, "Väntar.", "k1") == Saved(2)


def test_a_database_put_back_to_an_earlier_day_is_what_holds(tmp_path: Path) -> None:
    """The numbers go on from the day it was put back to; the copy sees that they are others."""
    address = database().address()
    one, other = (replica_in(tmp_path / name, address) for name in ("ett", "tva"))
    store, later = store_of(filled(one)), store_of(other)
    put(store, TEXT, "Den dagen.", "k1")
    target = address_in(address)
    dump = database().run("pg_dump", "-n", target.schema, "postgres")
    for number in range(3):
        put(store, TEXT, f"Borta {number}.", f"b{number}")
    assert now_at(later, TEXT) == "Borta 2."
    with psycopg.connect(target.told, autocommit=True) as admin:
        admin.execute(f"DROP SCHEMA {target.schema} CASCADE")
    database().run("psql", "-q", "-v", "ON_ERROR_STOP=1", "postgres", said=dump)
    for number in range(5):
        assert isinstance(put(store, TEXT, f"Ny {number}.", f"n{number}"), Saved)
    assert now_at(later, TEXT) == "Ny 4."
    assert later.verify(ID) == () and there(one.folder) == there(other.folder)


def test_what_is_written_in_a_copy_by_hand_is_put_aside(tmp_path: Path) -> None:
    address = database().address()
    server = filled(replica_in(tmp_path / "ett", address))
    before = there(server.folder)
    mine = evaluation_folder(server.folder) / "answers" / "anna.yaml"
    mine.write_text(mine.read_text("utf-8") + "# För hand\n", "utf-8")
    (server.folder / "criteria" / "eget.yaml").write_text("id: eget\n", "utf-8")
    again = replica_in(server.folder, address)
    assert again.catch_up() is None and there(server.folder) == before
    aside = {path.name for path in (server.folder / ASIDE).rglob("*.yaml")}
    assert aside == {"anna.yaml", "eget.yaml"}


def test_the_history_grows_by_its_new_lines_alone(tmp_path: Path) -> None:
    address = database().address()
    store = store_of(filled(replica_in(tmp_path / "ett", address)))
    for number in range(6):
        put(store, TEXT, f"Svar {number}.", f"k{number}")
    target = address_in(address)
    with psycopg.connect(target.told) as looking:
        looking.execute(f"SET search_path TO {target.schema}")
        path = f"evaluations/{ID}/history.jsonl"
        parts = revisions.parts_of(looking, [path])[path]
        assert len(parts) == 6
        assert b"".join(part.content for part in parts) == store.copy(ID)["history.jsonl"]


def test_an_address_may_stand_in_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(STORE, raising=False)
    (tmp_path / "adress").write_text("postgresql://a:hemligt@b/c\n", "utf-8")
    monkeypatch.setenv(f"{STORE}_FILE", str(tmp_path / "adress"))
    assert address_in(store_told()).shown == "b/c, schema natverkskollen"
    monkeypatch.setenv(f"{STORE}_FILE", str(tmp_path / "finns-inte"))
    with pytest.raises(DataError, match="går inte att läsa"):
        store_told()


def test_the_program_does_not_start_without_a_folder_for_the_copy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys
) -> None:
    monkeypatch.delenv("NATVERKSKOLLEN_DATA", raising=False)
    monkeypatch.setenv(STORE, "postgresql://db/nk")
    assert main(["run"]) == 1 and "Ange en tom mapp" in capsys.readouterr().err
    monkeypatch.setenv(STORE, "mysql://db/nk")
    assert main(["run", "--data", str(tmp_path)]) == 1
    assert "varken files eller" in capsys.readouterr().err


def test_an_address_that_is_none_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    for told, words in (
        ("mysql://x", "varken files eller"),
        ("postgresql://x/y?schema=a-b", "går inte att använda"),
    ):
        with pytest.raises(DataError, match=words):
            address_in(told)
    told = address_in("postgresql://anna:hemligt@db.kommunen.se/nk?schema=huddinge")
    assert "hemligt" not in told.shown and told.schema == "huddinge"


def test_who_keeps_files_in_a_folder_never_waits_for_the_database_library() -> None:
    asked = "import sys, natverkskollen.store.backup; sys.exit('psycopg' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", asked], cwd=ROOT, check=False).returncode == 0


def test_rights_hold_on_every_server_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(STORE, address := database().address())
    folders = (tmp_path / "ett", tmp_path / "tva")
    first = replica_in(folders[0], address)
    assert first.write(EVERY_ROOM, lambda place: guarded_folder(place).name)
    folders[1].mkdir()
    monkeypatch.setenv("NATVERKSKOLLEN_DATA", str(folders[1]))
    editor = PEOPLE["handläggare för alla"]
    title = [Change(("evaluation", "title"), "Den egna", "En ny titel")]
    assert isinstance(store_at(folders[0], editor).save(OWN, None, title, "", "k"), Saved)
    saved = store_at(folders[1], editor).history(OWN)
    assert not isinstance(saved, Failed) and saved[-1].actor == "Alla"
    access = (folders[0] / "access.yaml").read_text("utf-8").replace("subject: alla", "subject: x")
    assert first.write(
        EVERY_ROOM, lambda place: (place / "access.yaml").write_text(access, "utf-8")
    )
    for folder in folders:
        assert store_at(folder, editor).ids() == ()
        assert isinstance(store_at(folder, editor).get(OWN), Failed)


def test_what_is_written_by_hand_is_put_on_every_server(
    servers: tuple[Path, Path], tmp_path: Path, capsys
) -> None:
    one, other = servers
    mine = tmp_path / "mina.yaml"
    text = (one / "criteria" / "litet.yaml").read_text("utf-8")
    mine.write_text(text.replace("id: litet", "id: egna"), "utf-8")
    call = ["put", "criteria/egna.yaml", str(mine), "--data", str(one)]
    assert main(call) == 0 and set(read_library(other).criteria) == {"litet", "egna"}
    mine.write_text("trasig: [", "utf-8")
    assert main(call) == 1 and "criteria/egna.yaml" in capsys.readouterr().err
    assert set(read_library(other).criteria) == {"litet", "egna"}
    assert main(["put", "criteria/egna.yaml", "--remove", "--data", str(other)]) == 0
    assert set(read_library(one).criteria) == {"litet"}
    assert not (one / "criteria" / "egna.yaml").exists()
    for wrong in ("../x.yaml", "networks/norr.yaml", "criteria/../x", "criteria/.las/x", "x"):
        assert main(["put", wrong, str(mine), "--data", str(one)]) == 1
    assert main(["put", "access.yaml", str(mine), "--data", str(one)]) == 1


def test_only_an_administrator_puts_rights(tmp_path: Path) -> None:
    folder = guarded_folder(tmp_path)
    raw = (folder / "access.yaml").read_bytes()
    assert isinstance(put_file(folder, "access.yaml", raw, PEOPLE["handläggare"]), Failed)
    assert put_file(folder, "access.yaml", raw + b"# Ny\n", PEOPLE["administratör"]) is None
    assert (folder / "access.yaml").read_bytes().endswith(b"# Ny\n")


def test_a_document_that_somebody_took_from_the_copy_is_not_overwritten(
    servers: tuple[Path, Path],
) -> None:
    one, other = servers
    assert keep_document(one, "avtal", ".pdf", b"ett", "anna") == "avtal.pdf"
    (one / "documents" / "avtal.pdf").unlink()
    assert keep_document(one, "avtal", ".pdf", b"tva", "anna") == "avtal-2.pdf"
    read_library(other)
    assert (other / "documents" / "avtal.pdf").read_bytes() == b"ett"


def test_what_is_fetched_is_for_its_owner_and_group_alone(servers: tuple[Path, Path]) -> None:
    put(store_at(servers[0]), TEXT, "Nytt.", "k")
    read_library(servers[1])
    for folder in servers:
        open_ = [path for path in folder.rglob("*") if path.stat().st_mode & 0o007]
        assert [path for path in open_ if not {".las", ".vem"} & {path.name, path.suffix}] == []


def test_who_must_be_alone_in_the_workshop_waits_for_the_others(tmp_path: Path) -> None:
    shop = Workshop(tmp_path)
    order = []

    def whole() -> None:
        with shop.at_work(EVERY_ROOM):
            order.append("allt")

    with shop.at_work(evaluation_area("a")), shop.at_work(evaluation_area("b")):
        waiting = threading.Thread(target=whole)
        waiting.start()
        time.sleep(0.05)
        order.append("en")
    waiting.join()
    assert order == ["en", "allt"]


def test_servers_that_start_at_once_make_the_tables_once(tmp_path: Path) -> None:
    address = database().address()
    told: list[Failed | None] = []
    starting = [
        threading.Thread(
            target=lambda name=name: told.append(replica_in(tmp_path / name, address).catch_up())
        )
        for name in "abcd"
    ]
    for each in starting:
        each.start()
    for each in starting:
        each.join()
    assert told == [None] * 4


def test_an_older_program_leaves_a_newer_database_alone(tmp_path: Path) -> None:
    address = database().address()
    filled(replica_in(tmp_path / "ny", address))
    target = address_in(address)
    with psycopg.connect(target.told, autocommit=True) as admin:
        admin.execute(f"INSERT INTO {target.schema}.migration (number) VALUES (99)")
    with pytest.raises(DataError, match="nyare version"):
        replica_in(tmp_path / "gammal", address).catch_up()


def test_who_may_not_make_a_schema_uses_the_one_that_is_made(tmp_path: Path) -> None:
    told = address_in(database().address())
    user = f"bara_{told.schema}"
    with psycopg.connect(told.told, autocommit=True) as admin:
        admin.execute(f"CREATE ROLE {user} LOGIN")
    address = database().address(told.schema).replace("prov@", f"{user}@")
    refused = replica_in(tmp_path / "nej", address).catch_up()
    assert refused and "användaren får inte" in refused.what
    with psycopg.connect(told.told, autocommit=True) as admin:
        admin.execute(f"CREATE SCHEMA {told.schema} AUTHORIZATION {user}")
    assert put(store_of(filled(replica_in(tmp_path / "ja", address))), TEXT, "N", "k") == Saved(2)
