"""The program as it is installed: every file comes along, it runs, and writes nothing there."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from urllib.request import urlopen

import pytest

from natverkskollen.analysis.robustness.robustness import robustness
from natverkskollen.output.result_json import result_json
from natverkskollen.store import read_library
from tests import ROOT
from tests.building.dossiers import shipped

BESIDE = ("components", "criteria", "networks", "memberships", "templates", ".streamlit")


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout, unpacked as pip would unpack it."""
    folder = tmp_path_factory.mktemp("installed")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder / "made")]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = (folder / "made").glob("*.whl")
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(folder / "packages")
    # As pip does, so that the program does not have to be compiled at every start.
    subprocess.run([sys.executable, "-m", "compileall", "-q", folder / "packages"], check=True)
    return folder / "packages"


def call(installed: Path, home: Path, *words: str) -> list[str]:
    """A command of the installed program, in a folder of its own and with nothing of ours."""
    start = "import sys; from natverkskollen.cli.commands import main; sys.exit(main())"
    home.mkdir(exist_ok=True)
    return [sys.executable, "-B", "-P", "-c", start, *words]


def surroundings(installed: Path, home: Path) -> dict[str, str]:
    kept = {key: os.environ[key] for key in ("SYSTEMROOT", "PATH") if key in os.environ}
    return {**kept, "PYTHONPATH": str(installed), "HOME": str(home), "USERPROFILE": str(home)}


def run(installed: Path, home: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        call(installed, home, *words),
        cwd=home,
        env=surroundings(installed, home),
        capture_output=True,
        encoding="utf-8",
    )


def prints(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and "__pycache__" not in path.parts
    }


def test_every_file_of_the_program_comes_along(installed: Path) -> None:
    shipped = installed / "natverkskollen/shipped"
    for room in BESIDE:
        assert prints(shipped / room) == prints(ROOT / room)
    own = prints(installed / "natverkskollen")
    rest = {name: mark for name, mark in own.items() if not name.startswith("shipped/")}
    assert rest == prints(ROOT / "natverkskollen")
    assert (shipped / "app.py").read_bytes() == (ROOT / "app.py").read_bytes()


def test_nothing_but_the_program_takes_a_name_among_the_packages(installed: Path) -> None:
    names = {path.name for path in installed.iterdir() if not path.name.endswith(".dist-info")}
    assert names == {"natverkskollen"}


def test_the_examples_come_along_without_what_has_been_saved_in_them(installed: Path) -> None:
    shipped = read_library(installed / "natverkskollen/shipped")
    assert shipped.dossiers.keys() == {"huddinge-2025", "exempel-vastra-gotaland"}
    assert shipped.problems == ()
    assert not list((installed / "natverkskollen/shipped").rglob("history.jsonl*"))


def test_the_example_is_read_where_it_lies_and_nothing_is_written(
    installed: Path, tmp_path: Path
) -> None:
    before = prints(installed)
    home = tmp_path / "home"
    told = run(installed, home, "result", "huddinge-2025", "--json")
    assert told.returncode == 0, told.stderr
    found = json.loads(told.stdout)
    ours = result_json(robustness(shipped()).result)
    assert found["networks"] == json.loads(json.dumps(ours))["networks"]
    assert run(installed, home, "verify", "huddinge-2025").returncode == 0
    written = run(installed, home, "memo", "huddinge-2025", "--to", "docx", "-o", "ut.docx")
    assert written.returncode == 0, written.stderr
    assert [path.name for path in home.iterdir()] == ["ut.docx"]
    assert prints(installed) == before


@pytest.mark.parametrize(
    "words", [("schema",), ("init",), ("backup", "-o", "kopia.zip")], ids=lambda words: words[0]
)
def test_a_command_that_writes_asks_for_a_folder(
    installed: Path, tmp_path: Path, words: tuple[str, ...]
) -> None:
    before = prints(installed)
    told = run(installed, tmp_path / "home", *words)
    assert told.returncode == 1
    assert "exempel går inte att ändra. Ange en egen mapp med --data" in told.stderr
    assert prints(installed) == before


@pytest.fixture
def port() -> Iterator[int]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        found = free.getsockname()[1]
    yield found


def test_the_app_starts_from_there_with_a_folder_of_ones_own(
    installed: Path, tmp_path: Path, port: int
) -> None:
    before, home = prints(installed), tmp_path / "home"
    server = subprocess.Popen(
        call(installed, home, "run", "--port", str(port)),
        cwd=home,
        env=surroundings(installed, home),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )
    try:
        until = time.monotonic() + 60
        while not (answer := _answer(port)):
            assert server.poll() is None and time.monotonic() < until
            time.sleep(0.1)
    finally:
        server.terminate()
        said, _ = server.communicate(timeout=30)
    policy, page = answer
    assert "default-src 'self'" in policy, "the frame of the program's own, with its headers"
    assert '<html lang="sv"' in page
    own = home / "natverkskollen"
    assert f"Datamapp: {own}" in said
    assert read_library(own).dossiers.keys() == {"huddinge-2025", "exempel-vastra-gotaland"}
    assert prints(installed) == before


def _answer(port: int) -> tuple[str, str] | None:
    with suppress(OSError), urlopen(f"http://127.0.0.1:{port}/", timeout=5) as answer:
        return answer.headers["Content-Security-Policy"], answer.read().decode("utf-8")
    return None
