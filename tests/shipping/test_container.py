"""The recipe of the container, read as a reviewer would, and commands as the program has them."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

import pytest
import yaml

from natverkskollen import __version__
from natverkskollen.cli.commands import _parser
from natverkskollen.dossier import document_reading
from natverkskollen.files import workbook_parts
from natverkskollen.files.server_settings import ONLY_WITH_LOGIN, audit_settings, server_settings
from tests import ROOT

RECIPE = (ROOT / "Containerfile").read_text(encoding="utf-8")
COMPOSE = yaml.safe_load((ROOT / "compose.yaml").read_text(encoding="utf-8"))
GUIDE = (ROOT / "docs" / "drift.md").read_text(encoding="utf-8")
STEPS = [row.split(" ", 1) for row in RECIPE.splitlines() if row and not row.startswith("#")]
LAST = STEPS[max(n for n, (word, _) in enumerate(STEPS) if word == "FROM") :]


def said(word: str, steps: list[list[str]]) -> list[str]:
    return [rest for each, rest in steps if each == word]


def test_the_base_has_a_version_and_the_python_that_the_tests_know() -> None:
    bases = [re.match(r"\S+", base)[0] for base in said("FROM", STEPS)]
    assert len(set(bases)) == 1
    assert re.fullmatch(r"docker\.io/library/python:3\.13-slim-\w+", bases[0])
    known = re.search(r"Prövat på Python (.*)\.", (ROOT / "requirements.txt").read_text("utf-8"))
    assert known and "3.13" in known[1]


def test_only_locked_and_summed_packages_come_in_and_no_compiler() -> None:
    (locked,) = (run for run in said("RUN", STEPS) if "requirements" in run)
    assert "--require-hashes" in locked and "--only-binary :all:" in locked
    (own,) = (run for run in said("RUN", STEPS) if run.endswith(" ."))
    assert "--no-deps" in own
    assert not re.search(r"apt|apk|curl|wget|gcc|build-essential", RECIPE)
    assert said("ADD", STEPS) == []
    assert all(each.startswith("--from=build ") for each in said("COPY", LAST))


def test_it_runs_as_nobody_in_particular_and_can_be_asked_how_it_is() -> None:
    words = [word for word, _ in LAST]
    assert said("USER", LAST) == ["10001"]
    assert words.index("USER") < words.index("ENTRYPOINT")
    assert "RUN" not in words[words.index("USER") :], "what runs as root comes before"
    assert "/_stcore/health" in said("HEALTHCHECK", LAST)[0]
    assert said("VOLUME", LAST) == ["/data"]
    assert not re.search(r"(?i)password|secret|token", RECIPE)


@pytest.mark.parametrize("name", COMPOSE["services"])
def test_each_service_may_do_as_little_as_it_can(name: str) -> None:
    service = COMPOSE["services"][name]
    assert service["read_only"] is True and service["cap_drop"] == ["ALL"]
    assert service["image"] == f"natverkskollen:{__version__}"
    assert "privileged" not in service and "user" not in service
    for port in service.get("ports", ()):
        assert port.startswith("127.0.0.1:"), "who is let in is for the proxy to say"


def test_what_is_kept_outside_lies_in_a_folder_that_the_user_owns() -> None:
    """An empty volume takes its owner from the folder it is put over, or else root's."""
    (own,) = (run for run in said("RUN", LAST) if run.startswith("install --directory"))
    assert "--owner=natverkskollen" in own
    mounts = [each.split(":") for one in COMPOSE["services"].values() for each in one["volumes"]]
    assert {place for _, place in mounts} <= set(own.split()) and len(mounts) == 4
    assert {name for name, _ in mounts} == set(COMPOSE["volumes"])


def commands() -> list[list[str]]:
    """Every call of the program in the recipe, the compose file and the guide, as its words."""
    told = [json.loads(said("CMD", LAST)[0]), COMPOSE["services"]["natverkskollen"]["command"]]
    rows = [COMPOSE["services"]["kopia"]["command"][0], *GUIDE.splitlines()]
    calls = [re.match(r"\s*(?:ExecStart=)?(?:\S*/bin/)?natverkskollen (\S.*)", row) for row in rows]
    lines = (re.sub(r"\$\$?\(.*?\)", "DAG", found[1]) for found in calls if found)
    return [*told, *(re.split(r"\s{2,}", each)[0].split() for each in lines)]


@pytest.mark.parametrize("words", commands(), ids=" ".join)
def test_every_command_told_of_is_one_the_program_has(
    words: list[str],
) -> None:
    """They are read as the program reads them, and nothing is done; a wrong one ends the test."""
    assert _parser().parse_args(words).command


def test_the_settings_of_the_recipe_are_ones_that_the_program_starts_with() -> None:
    told = COMPOSE["services"]["natverkskollen"]["environment"]
    secrets = {f"/run/secrets/{name}" for name in COMPOSE["secrets"]}
    assert {value for name, value in told.items() if name.endswith("_FILE")} == secrets
    ready = {
        name.removesuffix("_FILE"): "x" * 32 if name.endswith("_FILE") else value
        for name, value in told.items()
    }
    assert server_settings(ready).oidc
    log = audit_settings(ready)
    assert log and not log.path.is_relative_to("/data"), "nor do those who change the data reach it"


def test_the_guide_names_every_setting_and_no_other() -> None:
    table = GUIDE.split("Inställning (alla börjar med")[1].split("\n\n")[0]
    rows = [row.split("|")[1] for row in table.splitlines()[2:]]
    named = {name for row in rows for name in re.findall(r"`([A-Z_]+)`", row)}
    assert named == {name for name in ONLY_WITH_LOGIN if not name.endswith("_FILE")}


def test_what_is_closed_and_open_in_the_guide_is_so_in_the_gate() -> None:
    from components.shell import pace, room, uploads
    from components.shell.gate import _CLOSED

    rows = dict(re.findall(r"^\| `(/\S+)`.*\| ([^|]*) \|$", GUIDE, re.MULTILINE))
    assert [path for path, open_ in rows.items() if open_ == "nej"] == ["/_stcore/metrics"]
    assert "_stcore/metrics" in _CLOSED
    assert f"{pace.AT_ONCE} i ett svep, sedan fem i sekunden" in GUIDE and pace.EACH_SECOND == 5
    assert "1 000, eller" in GUIDE and room.MOST_PAGES == 1000
    assert "fyra för varje flik, 100 MB" in GUIDE
    assert (uploads.EACH, uploads.TOGETHER) == (4, 100 * 1024 * 1024)


def test_the_server_takes_the_largest_file_that_a_page_asks_for() -> None:
    """What Streamlit lets through is one size for all; a field's own limit is the browser's."""
    config = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text("utf-8"))
    assert config["server"]["maxUploadSize"] == document_reading.MOST_MEGABYTES
    assert workbook_parts.MOST_MEGABYTES < document_reading.MOST_MEGABYTES
    assert f"| {document_reading.MOST_MEGABYTES} MB (kalkylblad" in GUIDE


def test_nothing_that_people_have_saved_here_is_copied_into_it() -> None:
    left_out = (ROOT / ".containerignore").read_text("utf-8")
    assert left_out == (ROOT / ".dockerignore").read_text("utf-8")
    for name in (".git", ".venv*", "**/history.jsonl*"):
        assert name in left_out.splitlines()
    wanted = (ROOT / "pyproject.toml").read_text("utf-8").split("only-include = [")[1].split("]")[0]
    for path in re.findall(r'"([^"]+)"', wanted):
        assert Path(path).parts[0] not in left_out.splitlines()
