"""How many small faults put into the method its own unit tests notice: `make mutation`.

Each line of a module is changed in every way mutmut knows, one at a time, in a copy of the
project; a change that no test of the module notices has survived and is listed.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from natverkskollen.files.data_folder import ROOMS

ROOT = Path(__file__).resolve().parents[1]
_SURVIVED = (0, 33, 5)  # exit codes of pytest and mutmut: all passed, no tests for it
_COPIED = ("natverkskollen", "tests", "components", "benchmarks", "pyproject.toml", "app.py")
_ROOMS = (*ROOMS, "docs")


@dataclass(frozen=True)
class Target:
    """Modules to change, and the tests that should notice."""

    name: str
    modules: tuple[str, ...]
    tests: tuple[str, ...]


_ANALYSIS, _TESTS = "natverkskollen/analysis", "tests/natverkskollen/analysis"
TARGETS = (
    Target("value", (f"{_ANALYSIS}/value.py",), (f"{_TESTS}/test_value.py",)),
    Target("fee", (f"{_ANALYSIS}/fee.py",), (f"{_TESTS}/test_fee.py",)),
    Target("scoring", (f"{_ANALYSIS}/scoring.py",), (f"{_TESTS}/test_scoring.py",)),
    Target(
        "switching-values",
        (f"{_ANALYSIS}/robustness/switching_values.py",),
        (f"{_TESTS}/robustness/test_switching_values.py",),
    ),
    Target(
        "decisions",
        tuple(
            path.relative_to(ROOT).as_posix()
            for path in sorted((ROOT / "natverkskollen/decisions").glob("*.py"))
            if path.name != "__init__.py"
        ),
        ("tests/natverkskollen/decisions",),
    ),
)


def main(names: list[str]) -> None:
    """Print killed, made and survived for each target, or for those named."""
    for target in TARGETS:
        if not names or target.name in names:
            killed, survived = run(target)
            made = killed + len(survived)
            print(f"{target.name}: {killed} av {made} upptäckta, {100 * killed / made:.1f} procent")
            for name in survived:
                print(f"  överlevde: {name}")


def run(target: Target) -> tuple[int, list[str]]:
    """How many changes were noticed, and the names of those that were not."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        tracked = ["git", "ls-files", *_COPIED, *_ROOMS]
        files = subprocess.run(tracked, cwd=ROOT, capture_output=True, text=True, check=True)
        for name in files.stdout.splitlines():
            if (ROOT / name).is_file():
                (folder / name).parent.mkdir(parents=True, exist_ok=True)
                (folder / name).write_bytes((ROOT / name).read_bytes())
        (folder / "setup.cfg").write_text(_settings(target), encoding="utf-8")
        command = [sys.executable, "-m", "mutmut", "run"]
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
        codes: dict[str, int | None] = {}
        for meta in sorted((folder / "mutants").rglob("*.meta")):
            codes |= json.loads(meta.read_text(encoding="utf-8"))["exit_code_by_key"]
        if not any(code is not None for code in codes.values()):
            raise SystemExit(done.stdout[-2000:] + done.stderr[-2000:])
        survived = [name for name, code in codes.items() if code is None or code in _SURVIVED]
        told = [_difference(folder, name) for name in survived]
        return len(codes) - len(survived), told


def _difference(folder: Path, name: str) -> str:
    """A surviving change as the two lines that differ."""
    command = [sys.executable, "-m", "mutmut", "show", name]
    shown = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    lines = [row for row in shown.stdout.splitlines() if row[:1] in "+-" and row[:3] not in _HEADS]
    return f"{name.rpartition('.')[2]} {' '.join(' '.join(lines).split())}"


_HEADS = ("+++", "---")


def _settings(target: Target) -> str:
    def listed(names: tuple[str, ...]) -> str:
        return "".join(f"\n    {name}" for name in names)

    rooms = tuple(name for name in (*_COPIED, *_ROOMS) if (ROOT / name).exists())
    return (
        f"[mutmut]\nsource_paths={listed(target.modules)}\nalso_copy={listed(rooms)}\n"
        f"pytest_add_cli_args_test_selection={listed(target.tests)}\n"
    )


if __name__ == "__main__":
    main(sys.argv[1:])
