"""access.yaml: what each row gives whom, and what is told of a row that cannot be meant."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from natverkskollen.dossier.access_reading import access_problems, read_access
from natverkskollen.model.access import MACHINE, Access, Rights, rights_of
from natverkskollen.model.principal import LOCAL, Principal
from natverkskollen.store import YamlStore, read_library, store_at
from tests.building.rights import AT_THE_MACHINE, OWN, PEOPLE, guarded_folder

TODAY = date(2026, 11, 27)
ANNA = Principal("https://a.se", "1", "Anna", "anna@a.se", frozenset({"miljo"}))


def rights(*rows: dict[str, object], who: Principal = ANNA, today: date = TODAY) -> Rights:
    grants = ({"role": "admin", "group": "it"}, *rows)
    return rights_of(who, Access.model_validate({"schema": 1, "grants": grants}), today)


@pytest.mark.parametrize(
    ("row", "hers"),
    [
        ({"email": "ANNA@a.se"}, True),
        ({"email": "anna@a.se.evil.se"}, False),
        ({"group": "miljo"}, True),
        ({"group": "mil"}, False),
        ({"issuer": "https://a.se", "subject": "1"}, True),
        ({"issuer": "https://b.se", "subject": "1"}, False),
        ({"issuer": "https://b.se", "email": "anna@a.se"}, False),
        ({"group": "miljo", "until": "2026-11-27"}, True),
        ({"group": "miljo", "until": "2026-11-26"}, False),
    ],
)
def test_a_row_is_for_whom_it_names_to_the_end_of_its_last_day(row: dict, hers: bool) -> None:
    assert rights({"role": "reader", **row}).reads("x") is hers


def test_a_person_without_an_email_is_not_whoever_has_none() -> None:
    nobody = Principal("https://a.se", "2", "Bo")
    assert not rights({"role": "reader", "email": "anna@a.se"}, who=nobody).any
    assert not rights(who=LOCAL).any


def test_a_right_to_named_evaluations_is_to_no_others() -> None:
    found = rights({"role": "editor", "group": "miljo", "evaluations": ("ett",)})
    assert (found.reads("ett"), found.edits("ett"), found.administers("ett")) == (True, True, False)
    assert not (found.reads("två") or found.edits_shared() or found.governs())
    assert found.reads_register() and found.answers("ett", "ihop", joint=True)
    assert not found.answers("ett", "anna", joint=False)


def test_a_network_reads_nothing() -> None:
    found = rights({"role": "network", "network": "norr", "group": "miljo"})
    assert not (found.reads("ett") or found.reads_networks() or found.reads_register())
    assert [grant.network for grant in found.replies()] == ["norr"]


def test_whoever_runs_a_command_is_nobodys_assessor() -> None:
    row = {"role": "assessor", "assessor": "anna", "email": "anna@a.se"}
    assert rights(row).assesses("x") == {"anna"}
    at_machine = Principal(MACHINE, "anna@a.se", "Anna", "anna@a.se")
    assert rights(row, who=at_machine).assesses("x") == frozenset()


ADMIN = "  - {role: admin, group: it}\n"
WRONG = [
    ("  - {role: reader, group: a, email: b@c.se}\n", 4, "har flera av email, group"),
    ("  - {role: reader}\n", 4, "säger inte vem rätten gäller"),
    ('  - {role: reader, subject: "1"}\n', 4, "subject står utan issuer"),
    ("  - {role: assessor, group: a}\n", 4, "säger inte som vem"),
    ("  - {role: reader, group: a, network: norr}\n", 4, "network hör bara till rollen network"),
    ("  - {role: chef, group: a}\n", 4, "role"),
    ("  - {role: reader, group: a, evaluations: []}\n", 4, "tom lista"),
    ("  - {role: reader, group: a, until: 2026-02-30}\n", 4, "finns inte i kalendern"),
    ("  - {role: reader, group: a, utvarderingar: [x]}\n", 4, "utvarderingar"),
    ("history: {show: allt}\n", 4, "show"),
]


@pytest.mark.parametrize(("row", "line", "words"), WRONG, ids=[words for _, _, words in WRONG])
def test_what_is_wrong_in_the_file_is_told_with_its_line(
    tmp_path: Path, row: str, line: int, words: str
) -> None:
    (tmp_path / "access.yaml").write_text(f"schema: 1\ngrants:\n{ADMIN}{row}", "utf-8")
    reading = read_access(tmp_path)
    assert reading is not None and reading.model is None
    told = [p for p in reading.problems if words in p.what or words in p.remedy]
    assert told and told[0].line == line and told[0].file == "access.yaml" and told[0].remedy


def test_somebody_must_always_be_able_to_change_the_file(tmp_path: Path) -> None:
    text = "schema: 1\ngrants:\n  - {role: admin, group: it, until: 2026-12-31}\n"
    (tmp_path / "access.yaml").write_text(text, "utf-8")
    assert "ingen är administratör" in read_access(tmp_path).problems[0].what


def test_check_tells_of_rights_to_what_does_not_exist(tmp_path: Path) -> None:
    folder = guarded_folder(tmp_path)
    path = folder / "access.yaml"
    text = path.read_text("utf-8").replace("assessor: bo-1", "assessor: bosse")
    path.write_text(
        text.replace("network: norr, ", "network: norr, evaluations: [fel], ", 1).replace(
            "evaluations: [fel], email: kansli@norr.se, evaluations: [egen]",
            "evaluations: [fel], email: kansli@norr.se",
        ),
        "utf-8",
    )
    told = [problem.what for problem in access_problems(folder, YamlStore(folder))]
    assert told == [
        "bedömaren 'bosse' finns inte i någon av utvärderingarna",
        "utvärderingen 'fel' finns inte",
    ]


def test_a_network_that_no_evaluation_has_is_said_with_its_line(tmp_path: Path) -> None:
    folder = guarded_folder(tmp_path)
    path = folder / "access.yaml"
    assert list(access_problems(folder, YamlStore(folder))) == []
    path.write_text(path.read_text("utf-8").replace("network: norr", "network: nor"), "utf-8")
    (found,) = access_problems(folder, YamlStore(folder))
    assert found.what == "nätverket 'nor' är inte med i någon av utvärderingarna"
    lines = path.read_text("utf-8").splitlines()
    assert "network: nor," in lines[found.line - 1] and "memberships" in found.remedy


def test_the_library_holds_what_one_may_read_and_no_more(tmp_path: Path) -> None:
    folder = guarded_folder(tmp_path)
    anna = read_library(folder, PEOPLE["bedömaren Anna"])
    assert anna.ids == ("egen", "klar", "redo") and len(anna.headers) == 3
    dossier = anna.dossier(OWN)
    assert list(dossier.withheld) == ["anna"] and dossier.sheets == {}
    assert list(anna.networks) == ["norr", "soder"]
    network = read_library(folder, PEOPLE["nätverk"])
    assert network.empty and network.headers == {} and network.problems == ()
    assert read_library(folder, PEOPLE["okänd"]).empty
    machine = store_at(folder, AT_THE_MACHINE)
    assert "answers" not in machine.get(OWN).data
