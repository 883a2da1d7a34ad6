"""Begins the processes that the fault tests kill; counts what they have done, and says it last."""

from __future__ import annotations

import multiprocessing
import sys
from collections import Counter
from multiprocessing.context import BaseContext
from types import ModuleType

import pytest

from tests.thorough import FIGURES

_WORDS = {
    "deaths": "avbrott vid varje anrop: {} prövade, 0 förlorade svar, 0 trasiga filer",
    "log_deaths": "avbrott vid varje anrop när loggen skrivs: {}, förlorade rader: 0",
    "errors": "fel från disken vid varje anrop: {} prövade, gamla data hela varje gång",
    "kills": "kill -9 vid slumpvisa ögonblick: {}",
    "acknowledged": "kvitterade svar under dem: {}, förlorade: 0",
    "writes": "svar sparade av flera processer samtidigt: {}, förlorade: 0",
    "mutated": "trasiga mallar, datafiler och kopior: {}, ingen spårutskrift, ingen tyst förlust",
    "mutated_taken": "av dem togs hela emot: {}",
    "looked": "sidor prövade med axe, i alla lägen, bredder och färger: {}, brott: 0",
    "leavings": "gånger sidan lämnades mitt i skrivandet: {}, förlorade: 0, tillbakakastade: 0",
    "shared_deaths": "en server som dör vid ett anrop, med databas: {}, 0 förlorade svar, 0 halva",
    "shared_saves": "sparat på två servrar med en databas: {}, förlorade: 0, överskrivna: 0",
    "server_kills": "kill -9 av en server under dem: {}",
    "database_kills": "kill -9 av PostgreSQL under dem: {}",
    "shared_clashes": "krockar mellan servrarna: {}, alla berättade",
    "page_saves": "sparat på sidor av två hela servrar bakom en proxy: {}, förlorade: 0",
    "page_clashes": "krockar som sidorna berättade om: {}, överskrivna i tysthet: 0",
    "page_unanswered": "gånger sidan inte kunde spara, eller förbindelsen bröts: {}",
    "app_kills": "kill -9 av en hel server under dem: {}",
    "page_database_kills": "kill -9 av PostgreSQL under dem: {}",
    "page_seconds": "så många sekunder tog det: {}",
    "clashes": "krockar om samma svar: {}, alla berättade, båda värdena i historiken",
}


_FORKS = "forkserver" in multiprocessing.get_all_start_methods()  # Windows starts each afresh


@pytest.fixture
def children(monkeypatch: pytest.MonkeyPatch) -> BaseContext:
    """How processes that save are begun, quickly and without what this one has loaded."""
    # A page test leaves its script as __main__, and every child would run it first.
    monkeypatch.setitem(sys.modules, "__main__", ModuleType("__main__"))
    begun = multiprocessing.get_context("forkserver" if _FORKS else "spawn")
    if _FORKS:
        begun.set_forkserver_preload(["tests.robust.writer", "tests.robust.replica_writer"])
    return begun


@pytest.fixture
def figures() -> Counter[str]:
    """What to count up."""
    return FIGURES


def pytest_terminal_summary(terminalreporter) -> None:
    """Print the figures."""
    for key, words in _WORDS.items():
        if FIGURES[key]:
            terminalreporter.write_line(words.format(FIGURES[key]))
