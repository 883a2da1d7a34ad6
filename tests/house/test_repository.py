"""The repository's own files: nothing of one machine in them, and nothing that has drifted."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from natverkskollen.analysis.wording import VERDICTS
from natverkskollen.model.schemas import SCHEMAS, schema_text
from tests import ROOT

LEFT_ALONE = {".git", ".browser", "pictures", "__pycache__", ".hypothesis", "broken"}
TEXT = {".py", ".md", ".yaml", ".yml", ".toml", ".txt", ".json", ".css", ".js", ".cfg", ""}

# Spelt in two parts so that this file does not itself hold what it forbids.
MACHINE_PLACES = ["/" + name + "/" for name in ("work", "root", "tmp", "home", "Users", "mnt")]
REGISTRIES = [
    ".".join(parts)
    for parts in (
        ("pypi", "org"),
        ("pythonhosted", "org"),
        ("registry", "npmjs", "org"),
        ("playwright", "azureedge", "net"),
        ("deb", "debian", "org"),
    )
]


def text_files() -> Iterator[Path]:
    for path in sorted(ROOT.rglob("*")):
        parts = path.relative_to(ROOT).parts
        cached = any(part.endswith("_cache") or part.startswith(".venv") for part in parts)
        if path.is_file() and path.suffix in TEXT and not (cached or LEFT_ALONE & set(parts)):
            yield path


def test_no_file_names_a_place_on_one_machine_or_a_package_registry() -> None:
    """A path of somebody's own computer, or a mirror's address, works nowhere else."""
    # A path begins a word: the same letters inside an address or a longer path are none.
    places = "|".join(map(re.escape, MACHINE_PLACES))
    pattern = re.compile(rf"(?<![\w/.:-])(?:{places})|{'|'.join(map(re.escape, REGISTRIES))}")
    found = [
        f"{path.relative_to(ROOT).as_posix()}:{number} {line.strip()[:80]}"
        for path in text_files()
        for number, line in enumerate(path.read_text("utf-8", errors="replace").splitlines(), 1)
        if pattern.search(line)
    ]
    assert found == []


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_schema_beside_the_files_is_the_one_the_models_make(name: str) -> None:
    """Out of step? Run `python -m natverkskollen schema`."""
    assert (ROOT / name).read_text(encoding="utf-8") == schema_text(SCHEMAS[name])


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_every_requirement_is_pinned_to_one_version(name: str) -> None:
    rows = [row.split("#")[0].strip() for row in (ROOT / name).read_text("utf-8").splitlines()]
    loose = [
        row
        for row in rows
        if row
        and row != "-r requirements.txt"
        and not re.fullmatch(r"[A-Za-z0-9._-]+(\[[a-z,]+\])?==[0-9][0-9A-Za-z.]*", row)
    ]
    assert loose == []


def pinned(name: str) -> dict[str, str]:
    rows = re.findall(r"^([A-Za-z0-9._-]+)==([^\s;]+)", (ROOT / name).read_text("utf-8"), re.M)
    return {package.lower().replace("_", "-"): version for package, version in rows}


@pytest.mark.parametrize("name", ["requirements", "requirements-dev"])
def test_the_lock_holds_what_the_requirements_say_with_a_hash_for_each(name: str) -> None:
    """Out of step? Run `make lock`."""
    asked = pinned("requirements.txt") | pinned(f"{name}.txt")
    lock = f"{name}.lock.txt"
    assert asked.items() <= pinned(lock).items()
    entries = re.split(r"^(?=[A-Za-z0-9])", (ROOT / lock).read_text("utf-8"), flags=re.M)[1:]
    assert len(entries) > len(asked)
    assert [entry.splitlines()[0] for entry in entries if "--hash=sha256:" not in entry] == []


def test_tests_run_with_the_very_packages_that_the_program_runs_with() -> None:
    assert pinned("requirements.lock.txt").items() <= pinned("requirements-dev.lock.txt").items()


def test_the_build_uses_the_versions_that_the_tests_build_with() -> None:
    wanted = re.search(r"^requires = \[(.*)\]", (ROOT / "pyproject.toml").read_text("utf-8"), re.M)
    asked = dict(each.strip('" ').split("==") for each in wanted[1].split(","))
    assert asked.items() <= pinned("requirements-dev.lock.txt").items()


def test_the_glossary_lists_every_word_of_a_verdict() -> None:
    words = (ROOT / "docs" / "ordlista.md").read_text(encoding="utf-8").lower()
    assert [
        word for verdict, word in VERDICTS.items() if verdict and word.lower() not in words
    ] == []


def test_every_schema_that_a_file_points_its_editor_to_exists() -> None:
    pointers = [
        (path, found[1])
        for room in ("criteria", "networks", "evaluations", "templates")
        for path in sorted((ROOT / room).rglob("*.yaml"))
        if (found := re.search(r"^# yaml-language-server: \$schema=(\S+)", path.read_text("utf-8")))
    ]
    assert len(pointers) >= 5
    assert [p.name for p, schema in pointers if not (p.parent / schema).resolve().is_file()] == []


def test_what_can_be_tried_in_full_is_tried_in_full_by_make_robust() -> None:
    recipe = (ROOT / "Makefile").read_text(encoding="utf-8").split("\nrobust:")[1].split("\n\n")[0]
    told = [part for part in recipe.split() if part.startswith("tests/")]
    assert [part for part in told if not (ROOT / part).exists()] == []
    asking = [
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "tests").rglob("test_*.py")
        if "\nfrom tests.thorough import" in path.read_text(encoding="utf-8")
    ]
    assert len(asking) > 10
    assert [p for p in asking if not any(p == t or p.startswith(f"{t}/") for t in told)] == []
