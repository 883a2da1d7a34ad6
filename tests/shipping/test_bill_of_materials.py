"""The bill of materials names every locked package, and nothing comes on terms we have not read."""

from __future__ import annotations

import json
import re
import subprocess
import sys

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from shipping.bill_of_materials import LOCK, ROOT, bill
from shipping.licences import allowed, expression
from tests import ROOT as FOLDER

TEXT = LOCK.read_text(encoding="utf-8")
PINNED = dict(re.findall(r"^([A-Za-z0-9._-]+)==([^\s;]+)", TEXT, re.MULTILINE))


@pytest.fixture(scope="module")
def made() -> dict:
    """What the command prints."""
    command = [sys.executable, "-m", "shipping.bill_of_materials"]
    done = subprocess.run(command, cwd=FOLDER, capture_output=True, encoding="utf-8")
    assert (done.returncode, done.stderr) == (0, ""), "a package on other terms than those allowed"
    return json.loads(done.stdout)


def test_every_locked_package_is_named_with_its_version_sums_and_licence(made: dict) -> None:
    parts = made["components"]
    assert {each["name"]: each["version"] for each in parts} == PINNED and len(PINNED) > 40
    assert sum(len(each["hashes"]) for each in parts) == TEXT.count("--hash=sha256:")
    assert [each["name"] for each in parts if not allowed(each["licenses"][0]["expression"])] == []


def test_it_is_what_the_schema_of_cyclonedx_says_and_another_is_not(made: dict) -> None:
    """The schema that CycloneDX publishes, strict: no name that it does not know."""
    judge = JsonStrictValidator(SchemaVersion.V1_6)
    assert made["specVersion"] == "1.6"
    assert judge.validate_str(json.dumps(made)) is None
    (first, *rest) = made["components"]
    for wrong in ({**first, "type": "bibliotek"}, {**first, "licens": "MIT"}):
        assert judge.validate_str(json.dumps({**made, "components": [wrong, *rest]})) is not None


def test_it_is_told_what_each_package_is_there_for(made: dict) -> None:
    needs = {each["ref"]: each["dependsOn"] for each in made["dependencies"]}
    known = {each["bom-ref"] for each in made["components"]}
    assert needs.keys() == known | {ROOT}
    wanted = re.findall(
        r"^([A-Za-z0-9._-]+)==", (FOLDER / "requirements.txt").read_text("utf-8"), re.M
    )
    direct = {ref.split("/")[1].split("@")[0] for ref in needs[ROOT]}
    assert direct == {name.lower() for name in wanted}
    reached, left = set(), [ROOT]
    while left:
        ref = left.pop()
        left += [each for each in needs[ref] if each not in reached]
        reached.update(needs[ref])
    assert reached == known, "what nobody asked for"


def test_the_same_lock_file_gives_the_same_bill() -> None:
    assert bill(TEXT) == bill(TEXT)
    assert bill(TEXT)["serialNumber"] != bill(TEXT + "#")["serialNumber"]


@pytest.mark.parametrize(
    ("told", "found", "may"),
    [
        ({"License-Expression": ["MIT"], "License": ["GPL"]}, "MIT", True),
        ({"License": ["3-Clause BSD License"]}, "BSD-3-Clause", True),
        ({"Classifier": ["License :: OSI Approved :: MIT License"]}, "MIT", True),
        ({"License": ["GPL-3.0-only"]}, "GPL-3.0-only", False),
        ({"License": ["Fri att använda\nom man ber"]}, "Fri att använda", False),
        ({}, "", False),
        ({"License-Expression": ["GPL-2.0-only OR MIT"]}, "GPL-2.0-only OR MIT", True),
        ({"License-Expression": ["MIT AND AGPL-3.0-only"]}, "MIT AND AGPL-3.0-only", False),
    ],
)
def test_a_licence_is_read_from_what_the_package_says_of_itself(told, found, may) -> None:
    assert expression(told) == found
    assert allowed(found) is may
