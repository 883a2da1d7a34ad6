"""The bill of materials: every package the program runs with, as CycloneDX 1.6 in JSON.

    python -m shipping.bill_of_materials > natverkskollen.cdx.json

Made from the lock file, so it is what is installed: version, the sums of the files, licence, and
what asked for it. The same lock file gives the same bill.
"""

from __future__ import annotations

import json
import re
import sys
import uuid
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from natverkskollen import __version__
from shipping.licences import allowed, licence

LOCK = Path(__file__).parents[1] / "requirements.lock.txt"
ROOT = "natverkskollen"
_ENTRY = re.compile(r"^(?P<name>[A-Za-z0-9._-]+)==(?P<version>[^\s;\\]+)", re.MULTILINE)


@dataclass(frozen=True)
class Package:
    """One locked package; `asked_by` names those that need it, `-r …` being the program itself."""

    name: str
    version: str
    sums: tuple[str, ...]
    asked_by: tuple[str, ...]

    @property
    def ref(self) -> str:
        """Its address among packages (package-url)."""
        return f"pkg:pypi/{self.name.lower().replace('_', '-')}@{self.version}"


def locked(text: str) -> tuple[Package, ...]:
    """Every package of a lock file."""
    starts = [found.start() for found in _ENTRY.finditer(text)]
    packages = []
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        entry = text[start:end]
        found = _ENTRY.match(entry)
        assert found
        sums = tuple(re.findall(r"--hash=sha256:([0-9a-f]{64})", entry))
        via = re.findall(r"^    #(?: via)? +(\S.*)$", entry, re.MULTILINE)
        asked = tuple(each.strip() for each in via if each.strip() != "via")
        packages.append(Package(found["name"], found["version"], sums, asked))
    return tuple(packages)


def bill(text: str) -> dict[str, Any]:
    """The bill of a lock file."""
    packages = locked(text)
    refs = {package.name: package.ref for package in packages}
    needs: dict[str, list[str]] = {ROOT: [], **{package.ref: [] for package in packages}}
    for package in packages:
        for asker in package.asked_by:
            needs[refs.get(asker, ROOT)].append(package.ref)
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, __version__ + text)}",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": ROOT,
                "name": ROOT,
                "version": __version__,
                "licenses": [{"license": {"id": "EUPL-1.2"}}],
            }
        },
        "components": [_component(package) for package in packages],
        "dependencies": [
            {"ref": ref, "dependsOn": sorted(set(needed))} for ref, needed in needs.items()
        ],
    }


def _component(package: Package) -> dict[str, Any]:
    return {
        "type": "library",
        "bom-ref": package.ref,
        "name": package.name,
        "version": package.version,
        "purl": package.ref,
        "licenses": [{"expression": licence(package.name)}],
        "hashes": [{"alg": "SHA-256", "content": each} for each in package.sums],
    }


def main() -> int:
    """Print the bill; 1 where a package's licence is none of those allowed."""
    made = bill(LOCK.read_text(encoding="utf-8"))
    print(json.dumps(made, indent=2, ensure_ascii=False))
    refused = [
        f"{each['name']} {each['version']}: {each['licenses'][0]['expression'] or 'ingen licens'}"
        for each in made["components"]
        if not allowed(each["licenses"][0]["expression"])
    ]
    for row in refused:
        print(f"Licensen är inte prövad: {row}", file=sys.stderr)
    return 1 if refused else 0


if __name__ == "__main__":
    sys.exit(main())
