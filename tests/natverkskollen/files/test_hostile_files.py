"""Files made to bring the server down are refused, in Swedish, and for their trick."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from natverkskollen.files.reading import MOST_PROBLEMS, read_model
from natverkskollen.model.criteria import CriteriaSet
from tests import ROOT
from tests.natverkskollen.files.hostile import FILES


@pytest.mark.parametrize("name", FILES)
def test_a_hostile_file_is_refused_in_swedish_by_a_process_that_lives_on(name, tmp_path):
    """In a child process, for what is tried here has killed the process that tried it."""
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "tests.natverkskollen.files.hostile",
            name,
            str(tmp_path / "fil.yaml"),
        ],
        cwd=ROOT,
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    came = json.loads(done.stdout)
    assert came["read"] is False
    assert came["mb"] < 200
    assert 0 < len(came["told"]) <= MOST_PROBLEMS + 1
    for _, what, remedy in came["told"]:
        assert len(what) < 300 and remedy.split()[0] in {
            *("Börja", "Dela", "Skriv", "Kontrollera", "Sätt", "Ta", "Lägg", "Jämförelse", "Rätta"),
        }


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("50 000 open lists", "20 nivåer"),
        ("400 000 open lists", "20 nivåer"),
        ("100 000 nested dashes", "20 nivåer"),
        ("deep indents", "20 nivåer"),
        ("billion laughs", "hänvisar"),
        ("alias to itself", "hänvisar"),
        ("merge bomb", "sammanslagning"),
        ("more than 1 MB", "1 MB"),
        ("more than 100 000 parts", "100 000 delar"),
        ("60 000 tag directives", "börjar med %"),
        ("a python object", "tagg"),
    ],
)
def test_what_a_hostile_file_is_refused_for_is_its_trick(tmp_path, name, words):
    """And not something that happened to be wrong beside it."""
    path = tmp_path / "fil.yaml"
    path.write_bytes(FILES[name]())
    (problem,) = read_model(path, "criteria/fil.yaml", CriteriaSet).problems
    assert words in problem.what
