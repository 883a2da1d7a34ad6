"""The listening itself: it hears every way out, and the test that tries one fails."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from tests import ROOT
from tests.conftest import OUTSIDE
from tests.listening import failed

NOWHERE = "192.0.2.1"  # an address for documents (RFC 5737): nobody has it


def connect() -> None:
    with socket.socket() as line:
        line.connect((NOWHERE, 80))


def connect_without_error() -> None:
    with socket.socket(socket.AF_INET6) as line:
        line.connect_ex(("2001:db8::1", 80))


def send() -> None:
    with socket.socket(type=socket.SOCK_DGRAM) as line:
        line.sendto(b"x", (NOWHERE, 53))


def look_up() -> None:
    socket.getaddrinfo("evil.example", 80)


def fetch() -> None:
    urlopen("http://evil.example/x", timeout=1)


@pytest.mark.parametrize("way", [connect, connect_without_error, send, look_up, fetch])
def test_no_way_out_goes_unheard_or_leads_anywhere(way) -> None:
    with pytest.raises((OSError, URLError)):
        way()
    attempts = OUTSIDE.taken()
    assert len(attempts) == 1
    report = SimpleNamespace(outcome="passed", longrepr=None)
    failed(report, attempts)  # what tests/conftest.py does after each test
    assert report.outcome == "failed" and attempts[0] in report.longrepr


def test_this_computer_can_be_reached() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        for host in ("127.0.0.1", "localhost"):
            socket.create_connection((host, port), timeout=5).close()
    assert OUTSIDE.taken() == []


def test_a_server_that_tries_is_heard_too(tmp_path: Path) -> None:
    program = "import urllib.request as r\ntry: r.urlopen('http://evil.example')\nexcept OSError: 1"
    (tmp_path / "trying.py").write_text(program, encoding="utf-8")
    told = tmp_path / "told"
    call = [sys.executable, "-m", "tests.listening", str(told), "trying"]
    surroundings = os.environ | {"PYTHONPATH": f"{tmp_path}"}
    subprocess.run(call, cwd=ROOT, check=True, env=surroundings)
    assert told.read_text("utf-8") == "getaddrinfo evil.example\n"
