"""Windows: every save works without the calls of Unix, beside programs that hold files open."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from natverkskollen.files import child_limits, patience
from natverkskollen.output.papers import template_process
from natverkskollen.output.papers.fill import TemplateFault
from natverkskollen.output.papers.template_process import _start
from natverkskollen.store import Failed, Saved, YamlStore, disk, lock, read_library
from tests.building.folders import ID, evaluation_folder, field, put, small_folder, strays
from tests.house.trees import nodes
from tests.natverkskollen.output.papers.test_hostile_templates import in_body
from tests.natverkskollen.store.test_contract import StoreMachine
from tests.robust.windows import CHILD, MODULES, OS, SIGNAL, WindowsOs
from tests.thorough import FULL

ROOT = Path(__file__).resolve().parents[2]


def test_the_store_keeps_its_promises_on_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(disk, "os", WindowsOs())
    run_state_machine_as_test(
        StoreMachine,
        settings=settings(
            max_examples=100 if FULL else 5,
            stateful_step_count=30,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )


_AGAIN = [
    "tests/natverkskollen/store",
    "tests/natverkskollen/dossier",
    "tests/natverkskollen/editing/test_lifecycle.py",
    # A server on a database is no Windows computer: the tests' own is started by calls of Unix.
    "--ignore=tests/natverkskollen/store/test_shared.py",
    "--ignore=tests/natverkskollen/store/test_moving.py",
    "-k",
    "not promises and not database",
]
# What these do with the disk the others do too; `make robust` runs them as well.
_MUCH_ALIKE = ("store/test_canaries", "store/test_rights_table", "store/test_once")
_MUCH_ALIKE += ("dossier/test_sentences",)
_AGAIN += () if FULL else (f"--ignore=tests/natverkskollen/{each}.py" for each in _MUCH_ALIKE)


def test_nothing_needs_a_call_that_windows_lacks() -> None:
    """The tests again, in an interpreter from which the calls of Unix are taken away."""
    call = [sys.executable, "-m", "tests.robust.windows", "-q", "-x", "-p", "no:cacheprovider"]
    done = subprocess.run([*call, *_AGAIN], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-2000:]
    assert re.search(r"\d{3,} passed", done.stdout)


def test_no_module_of_ours_names_what_windows_lacks() -> None:
    found = []
    for path in [*ROOT.glob("natverkskollen/**/*.py"), *ROOT.glob("components/**/*.py")]:
        name = path.relative_to(ROOT).as_posix()
        for node in nodes(path):
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
                lacking = {"os": OS, "signal": SIGNAL}.get(node.value.id, set())
                found += [f"{name}: {node.value.id}.{node.attr}"] if node.attr in lacking else []
            elif isinstance(node, ast.Import):
                found += [f"{name}: {n.name}" for n in node.names if n.name in MODULES]
    # They ask first, and have another way.
    assert sorted(found) == [
        "components/shell/packed_files.py: os.setpriority",
        "components/shell/room.py: resource",
        "natverkskollen/files/child_limits.py: resource",
    ]


def test_the_play_of_windows_bites() -> None:
    """What it is to refuse, it refuses; else the tests above would prove nothing."""
    played = WindowsOs()
    with pytest.raises(AttributeError):
        played.pwrite  # noqa: B018
    with pytest.raises(PermissionError):
        played.open(str(ROOT), os.O_RDONLY)


def test_a_file_that_another_reader_holds_is_waited_for(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(disk, "os", played := WindowsOs())
    store = YamlStore(small_folder(tmp_path))
    put(store, field("score"), 4, "förut")
    sheet = evaluation_folder(tmp_path) / "answers" / "anna.yaml"
    descriptor = played.open(sheet, os.O_RDONLY)
    start = time.monotonic()
    threading.Timer(0.2, lambda: played.close(descriptor)).start()
    assert isinstance(put(store, field("score"), 5, "k"), Saved)
    assert time.monotonic() - start >= 0.15
    assert strays(tmp_path) == []


def test_a_file_held_too_long_is_told_and_nothing_is_lost(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(patience, "SECONDS", 0.1)
    monkeypatch.setattr(disk, "os", played := WindowsOs())
    store = YamlStore(small_folder(tmp_path))
    put(store, field("score"), 4, "förut")
    sheet = evaluation_folder(tmp_path) / "answers" / "anna.yaml"
    descriptor = played.open(sheet, os.O_RDONLY)
    told = put(store, field("score"), 5, "k")
    assert isinstance(told, Failed) and told.outcome == "no"
    played.close(descriptor)
    assert store.get(ID).data["answers"]["anna"]["norr"]["bredd"]["score"] == 4
    assert isinstance(put(store, field("score"), 5, "k"), Saved)
    assert read_library(tmp_path).problems == () and store.verify(ID) == ()


def test_a_reader_waits_for_a_file_that_is_being_replaced(tmp_path: Path) -> None:
    tries = []

    def act() -> str:
        tries.append(1)
        if len(tries) < 4:
            error = PermissionError(13, "busy")
            error.winerror = 5
            raise error
        return "läst"

    assert (patience.patiently(act), len(tries)) == ("läst", 4)


def test_a_refusal_that_is_no_hold_is_told_at_once() -> None:
    tries = []

    def act() -> None:
        tries.append(1)
        raise PermissionError(13, "nej")

    with pytest.raises(PermissionError):
        patience.patiently(act)
    assert len(tries) == 1


def test_who_has_the_lock_is_read_beside_it(tmp_path: Path, monkeypatch) -> None:
    """Nobody can read a locked file on Windows, so the name cannot stand in it."""
    monkeypatch.setattr(lock, "SECONDS", 0.2)
    folder = small_folder(tmp_path)
    with lock.held(folder / "evaluations", ID, "Ekonomen"):
        assert (folder / "evaluations" / lock.FOLDER / ID).read_bytes() == b""
        told = put(YamlStore(folder), field("score"), 4, "k")
    assert isinstance(told, Failed) and "Ekonomen" in told.what


def test_a_data_folder_too_far_down_is_told_before_anything_is_written(
    tmp_path: Path, monkeypatch
) -> None:
    """Windows allows 260 characters; a save that fails halfway would be told as a full disk."""
    far = tmp_path / ("m" * 100)
    small_folder(far)
    assert YamlStore(far).unwritable() is None
    before = sorted(far.rglob("*"))

    class Short(WindowsOs):
        def _open(self, real, path, flags, *mode):
            if len(str(path)) > 259:
                raise FileNotFoundError(2, "No such file or directory", str(path))
            return super()._open(real, path, flags, *mode)

    monkeypatch.setattr(disk, "os", Short())
    told = YamlStore(far).unwritable()
    assert told is not None and "för lång" in told.what and "närmare" in told.remedy
    assert sorted(far.rglob("*")) == before


def test_a_folder_of_other_letters_takes_the_name(tmp_path: Path) -> None:
    """On Windows Liten and liten are one folder."""
    folder = small_folder(tmp_path)
    (folder / "evaluations" / "Arsta-2026").mkdir()
    assert "arsta-2026" in YamlStore(folder).taken()


# --- the process that fills in templates ---------------------------------------------------------


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    """The child as it would start on Windows: no limits from the system, no calls of Unix."""
    monkeypatch.setattr(template_process, "_start", _start)  # not forked from one of ours
    monkeypatch.setattr(template_process, "_CHILD", ("-c", CHILD))
    monkeypatch.setattr(template_process, "_spare", None)


@pytest.mark.usefixtures("bare")
def test_a_template_is_filled_in_without_the_systems_limits() -> None:
    content = template_process.filled_apart(
        in_body("{{ rubrik }}"), {"rubrik": "Å", "innehall": ""}
    )
    assert content.startswith(b"PK")


@pytest.mark.usefixtures("bare")
@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("{% for a in rubrik * 9999 %}" * 4 + "{% endfor %}" * 4, "2 sekunder"),
        ("{{ rubrik.center(900000000) }}", "minne"),
        ("{% for a in rubrik * 99999 %}{{ rubrik * 9999 }}{% endfor %}", "Ta bort slingorna"),
        ("{% include 'secret.txt' %}", "läsa in en annan fil"),
    ],
)
def test_a_template_that_never_ends_is_ended_without_them(monkeypatch, code, words) -> None:
    monkeypatch.setattr(template_process, "CPU_SECONDS", 2)
    if "sekunder" not in words:  # or a busy computer takes more than that before it begins
        monkeypatch.setattr(template_process, "PATIENCE", 60)
    start = time.monotonic()
    with pytest.raises(TemplateFault) as caught:
        template_process.filled_apart(in_body(code), {"rubrik": "En rubrik", "innehall": ""})
    assert words in f"{caught.value.what}. {caught.value.remedy}"
    assert time.monotonic() - start < 2 + template_process.PATIENCE + 3


class _Ended(Exception):
    """Stands for the end of the process."""


@pytest.mark.parametrize(
    ("seconds", "used", "word"),
    [
        (0, child_limits.MEMORY + 1, "memory"),
        (9999, child_limits.MEMORY + 1, "memory"),
        (0, 0, "slow"),
    ],
)
def test_when_both_limits_are_passed_it_is_the_memory_that_is_told(
    monkeypatch, seconds: int, used: int, word: str
) -> None:
    """One call may hold the process until it has passed both: then no loop is to blame."""
    told: list[str] = []

    def end(_: int) -> None:
        raise _Ended

    monkeypatch.setattr(child_limits.os, "_exit", end)
    with pytest.raises(_Ended):
        child_limits._watch(seconds, child_limits.MEMORY, lambda: used, told.append)
    assert told == [word]


@pytest.mark.parametrize("limits", ["resource", None])
def test_the_child_can_open_nothing_once_it_has_begun(limits: str | None) -> None:
    tries = (
        "open('/etc/hostname')",
        "__import__('socket').socket().connect(('127.0.0.1', 9))",
        "__import__('subprocess').run([sys.executable, '-c', ''])",
        "os.listdir('.')",
        "os.remove('finns-inte')",
    )
    code = "import os, socket, subprocess, sys\n"
    code += "" if limits else "sys.modules['resource'] = None\n"
    code += "from natverkskollen.files.child_limits import close_the_door\nclose_the_door()\n"
    for attempt in tries:
        code += f"try:\n    {attempt}\n    print('öppet')\nexcept OSError: print('stängt')\n"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert done.stdout.split() == ["stängt"] * len(tries), done.stderr
