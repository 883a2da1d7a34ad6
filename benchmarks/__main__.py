"""`python -m benchmarks [name …]`: run every benchmark, or those named, and print Markdown."""

from __future__ import annotations

import importlib
import pkgutil
import sys

import benchmarks
from benchmarks.machine import machine


def main(names: list[str]) -> None:
    """Print what was measured, with the machine and the date."""
    found = [each.name for each in pkgutil.iter_modules(benchmarks.__path__)]
    modules = {name: importlib.import_module(f"benchmarks.{name}") for name in names or found}
    print(f"{machine()}\n", flush=True)
    for module in modules.values():
        if hasattr(module, "report"):
            print(f"{module.report()}\n", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
