"""What is read when the server starts is not read again by the first who comes."""

import asyncio
from pathlib import Path
from threading import enumerate as threads

import pytest

from components.shell.reading_ahead import reading_ahead
from natverkskollen.files import reading
from natverkskollen.files.data_folder import VARIABLE
from natverkskollen.store import read_library
from tests.building.register import many_memberships


def _start() -> None:
    async def start() -> None:
        async with reading_ahead(None):
            for thread in threads():
                if thread.name == "läser i förväg":
                    thread.join()

    asyncio.run(start())


def test_the_first_visitor_finds_everything_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "data"
    many_memberships(folder, 3, 30)
    monkeypatch.setenv(VARIABLE, str(folder))
    _start()
    parsed: list[object] = []
    whole = reading.read_raw
    monkeypatch.setattr(
        "natverkskollen.dossier.file_reading.read_raw",
        lambda *asked, **named: parsed.append(asked) or whole(*asked, **named),
    )
    library = read_library(folder)
    assert len(library.memberships) == 3
    assert parsed == []
    changed = folder / "memberships" / "natverk-0.yaml"
    changed.write_text(f"{changed.read_text('utf-8')}# en rad till\n", "utf-8")
    assert len(read_library(folder).memberships) == 3
    assert len(parsed) == 1


def test_a_folder_that_is_not_there_is_left_to_the_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path / "borta"))
    _start()
    assert list(tmp_path.iterdir()) == []
    assert capsys.readouterr().err == ""
