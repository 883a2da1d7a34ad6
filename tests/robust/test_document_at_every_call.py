"""A document put in is there whole and listed, or not there, whichever call the process dies in."""

from __future__ import annotations

import itertools
import random
import shutil
from pathlib import Path

from natverkskollen.dossier.quotes import quote_problems
from natverkskollen.editing.document_entry import put_in
from natverkskollen.editing.listed_documents import unlisted
from natverkskollen.editing.upload import Upload
from natverkskollen.store import Failed, Merged, Saved, read_library
from natverkskollen.store.room_store import NetworkStore
from tests.natverkskollen.store.test_network_store import created
from tests.robust.faults import faulty
from tests.thorough import FULL

TEXT = "Antalet medlemmar var vid årets slut 90.".encode()


def _put(folder: Path):
    upload = Upload("Årsrapport.txt", TEXT)
    said = {"title": "Årsrapport"}
    return put_in(
        NetworkStore(folder), read_library(folder), "provnat", said, upload, "anna", "nyckel"
    )


def _state(folder: Path) -> tuple[list[str], bool]:
    """The whole files in documents/, and whether the network has the document."""
    room = folder / "documents"
    files = sorted(p.name for p in room.glob("*") if p.name[0] != ".") if room.is_dir() else []
    assert all((room / name).read_bytes() == TEXT for name in files), "never half of a file"
    library = read_library(folder)
    assert library.problems == () and quote_problems(library, room) == []
    listed = any(each.file == "arsrapport.txt" for each in library.networks["provnat"].documents)
    assert not listed or files == ["arsrapport.txt"], "what is listed is there"
    return files, listed


def test_death_at_every_call_leaves_no_half_document(tmp_path: Path) -> None:
    start = tmp_path / "start"
    (start / "networks").mkdir(parents=True)
    created(NetworkStore(start))
    whole = shutil.copytree(start, tmp_path / "whole")
    with faulty() as counted:
        assert isinstance(_put(whole), Saved)
    assert _state(whole) == (["arsrapport.txt"], True)
    every = list(itertools.product(range(1, len(counted.calls) + 1), (False, True)))
    tried = [(at, half) for at, half in every if not half or counted.calls[at - 1] == "write"]
    for at, half in tried if FULL else random.Random(15).sample(tried, 25):
        folder = shutil.copytree(start, tmp_path / f"{at}-{half}")
        told = None
        with faulty(at=at, half=half):
            told = _put(folder)
        NetworkStore(folder).get("provnat")  # the next process
        files, listed = _state(folder)
        assert listed or told is None or isinstance(told, Failed)
        assert listed or unlisted(read_library(folder)) == files, "kept and not listed is told"
        again = _put(folder)
        fine = isinstance(again, (Saved, Merged))
        assert fine or (listed and isinstance(again, Failed) and "finns redan" in again.what)
        assert _state(folder) == (["arsrapport.txt"], True)
        NetworkStore(folder).mend()
        assert not list((folder / "documents").glob(".*.tmp")), "what was begun is cleared away"
        assert NetworkStore(folder).verify("provnat") == ()
        shutil.rmtree(folder)
