"""The program says in Swedish where its pages are, or why they cannot be there."""

from __future__ import annotations

import socket
import subprocess
import sys
from pathlib import Path

import pytest

from natverkskollen.cli.commands import main
from natverkskollen.files.data_folder import VARIABLE
from tests import ROOT


@pytest.fixture(autouse=True)
def nothing_is_started(monkeypatch: pytest.MonkeyPatch, folder: Path) -> list[str]:
    """The words of the call that would start the server."""
    called: list[str] = []
    monkeypatch.setattr("os.execve", lambda _, call, told: called.extend(call))
    monkeypatch.setenv(VARIABLE, str(folder))
    return called


@pytest.fixture
def free() -> int:
    """A port that nobody listens on."""
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])


def test_a_port_that_is_taken_is_told_with_the_next_one(capsys) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        assert main(["run", "--port", str(port)]) == 1
    said = "".join(capsys.readouterr())
    assert f"port {port}: används redan" in said and f"--port {port + 1}" in said


@pytest.mark.parametrize("address", ["192.0.2.7", "2001:db8::7"])
def test_an_address_that_is_not_this_computers_is_told(capsys, free: int, address: str) -> None:
    assert main(["run", "--address", address, "--port", str(free)]) == 1
    said = "".join(capsys.readouterr())
    assert f"{address}, port {free}" in said and "går inte att lyssna på" in said


@pytest.mark.parametrize("said", ["0", "65536", "-1", "åtta"])
def test_a_port_that_is_none_is_told(capsys, said: str) -> None:
    with pytest.raises(SystemExit):
        main(["run", f"--port={said}"])
    assert "mellan 1 och 65535" in "".join(capsys.readouterr())


def test_what_is_free_is_started(free: int, nothing_is_started: list[str]) -> None:
    main(["run", "--port", str(free)])
    assert f"--server.port={free}" in nothing_is_started


def test_the_server_says_where_its_pages_are_and_nothing_in_english(
    free: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.undo()
    call = [sys.executable, "-m", "streamlit", "run", "app.py", f"--server.port={free}"]
    with subprocess.Popen(call, cwd=ROOT, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout
        said = [server.stdout.readline() for _ in range(2)]
        server.terminate()
    assert said == [f"Nätverkskollen är igång: http://127.0.0.1:{free}\n", "Avsluta med Ctrl+C.\n"]
