"""Work that takes a second says what it is while it is done."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import streamlit as st

from components.papers import downloads
from components.shell import data as chosen
from natverkskollen.files.cache import Cache
from tests.components.conftest import Opener


@pytest.mark.usefixtures("own_word_template")
@pytest.mark.parametrize("file", ["outcome", "papers"])
def test_counting_and_writing_are_told_the_first_time(
    file: str, data: Path, open_page: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []

    @contextmanager
    def spinner(words: str) -> Iterator[None]:
        told.append(words)
        yield

    monkeypatch.setattr(st, "spinner", spinner)
    monkeypatch.setattr(chosen, "_LATEST", Cache(8))
    monkeypatch.setattr(downloads, "_FILES", Cache(8))
    app = open_page(file, utvardering="huddinge-2025")
    assert not app.exception
    assert told[0] == "Räknar med andra vikter och andra möjliga svar …"
    written = [words for words in told if words.startswith("Skriver tjänsteskrivelsen")]
    assert len(written) == (1 if file == "papers" else 0)
