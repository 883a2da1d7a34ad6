"""`register`, `days` and `log` on the command line, and what they say when they cannot."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from natverkskollen.cli.commands import main
from natverkskollen.store import clock, read_library
from tests.building.folders import shipped_folder
from tests.building.register import register_folder

HUDDINGE, EXEMPELBY = "Huddinge kommun", "Exempelby kommun"


@pytest.fixture(autouse=True)
def day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: datetime(2026, 11, 27, 12, tzinfo=UTC))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return register_folder(tmp_path / "data")


def run(capsys: pytest.CaptureFixture[str], folder: Path, *words: str) -> tuple[int, str]:
    code = main([*words, "--data", str(folder)])
    said = capsys.readouterr()
    return code, (said.out + said.err).replace("\u00a0", " ")


def test_a_line_is_logged_and_the_register_counts_it(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ("log", "norr", "möte", "Träff om nyckeltal.", "--by", "Miljöstrateg")
    assert run(capsys, folder, *words, "--hours", "2,5")[0] == 0
    (line,) = read_library(folder).memberships["norr"].log.values()
    assert (line.day, line.text, float(line.hours or 0)) == (
        date(2026, 11, 27),
        "Träff om nyckeltal.",
        2.5,
    )
    code, said = run(capsys, folder, "register")
    assert code == 0 and "2026: ett möte, 2,5 timmar." in said
    assert "norr: medlem, 38 291 kronor (2025)." in said
    assert "Avgiften höjdes 16 procent från 2024 till 2025." in said
    assert "För ett medlemskap saknas faktura." in said


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            ("nord", "möte", "x", "--by", "M"),
            "'nord' finns inte. De som finns är norr",
        ),
        (("norr", "möte", " ", "--by", "M"), "Skriv en mening om vad det gav"),
        (("norr", "möte", "x", "--by", " "), "Skriv vem, som en roll"),
        (("norr", "möte", "x", "--by", "M", "--day", "2026-11-28"), "Dagen har inte varit än"),
        (("norr", "möte", "x", "--by", "M", "--hours", "många"), "Talet går inte att läsa"),
    ],
)
def test_a_line_that_cannot_be_kept_is_told_and_changes_nothing(
    folder: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], told: str
) -> None:
    before = (folder / "memberships" / "norr.yaml").read_bytes()
    code, said = run(capsys, folder, "log", *words)
    assert code == 1 and told in said
    assert (folder / "memberships" / "norr.yaml").read_bytes() == before


def test_the_days_of_a_span_come_in_order_each_year_and_as_a_calendar(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    span = ("--from", "2026-09-30", "--to", "2028-12-31")
    code, said = run(capsys, folder, "days", *span)
    assert code == 0
    assert [row[:10] for row in said.splitlines()] == [
        "2026-09-30",
        "2026-12-31",
        "2026-12-31",
        "2027-09-30",
        "2028-09-30",
        "2028-12-31",
    ]
    calendar = tmp_path / "dagar.ics"
    assert run(capsys, folder, "days", *span, "--ics", str(calendar))[0] == 0
    text = calendar.read_text("utf-8")
    assert text.count("BEGIN:VEVENT") == 6
    assert "SUMMARY:Sista dag att säga upp norr" in text
    assert len({row for row in text.splitlines() if row.startswith("UID:")}) == 6
    assert run(capsys, folder, "days", "--from", "30 september")[0] == 1
    code, said = run(capsys, folder, "days", "--from", "2027-12-31")
    assert "2028-12-30" not in said and "2028-09-30" in said
    assert run(capsys, folder, "days", "--from", "2028-01-01")[1].count("2028-12-31") == 1


def test_the_register_as_json_says_what_the_page_says(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = json.loads(run(capsys, folder, "register", "--json")[1])
    norr = found["memberships"]["norr"]
    assert norr["notice_day"] == "2027-09-30" and norr["paid"] == {"year": 2025, "amount": 38291.2}
    assert [each["kind"] for each in found["coming"]] == ["expectation", "seat"]
    assert found["paid_total"] == 38291.2 and found["paid_unknown"] == 1


def test_of_two_municipalities_in_a_folder_one_is_shown_and_an_unknown_one_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = shipped_folder(tmp_path / "data")
    huddinge = run(capsys, folder, "register", "--municipality", HUDDINGE)[1]
    assert "Försenat: 2026-05-30  Utvärdera SEKOM." in huddinge
    assert "Senaste utvärdering 2025-04-01: avvakta, värde 57." in huddinge
    exempelby = run(capsys, folder, "register", "--municipality", EXEMPELBY)[1]
    assert "Sammanlagt tre medlemskap, 40 540 kronor enligt senaste faktura." in exempelby
    said = run(capsys, folder, "register")[1]
    assert f"Registret för {HUDDINGE}. Med --municipality visas {EXEMPELBY}." in said
    assert "Sammanlagt två medlemskap.\n" in said, "the real one goes before the one made up"
    code, said = run(capsys, folder, "register", "--municipality", "Ankeborg")
    assert code == 1 and f"De som finns är {HUDDINGE}, {EXEMPELBY}" in said


def test_verify_and_check_look_at_the_register_as_well(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(capsys, folder, "log", "norr", "möte", "Träff.", "--by", "M")
    assert run(capsys, folder, "verify", "--all")[0] == 0
    journal = folder / "memberships" / ".historik" / "norr" / "history.jsonl"
    journal.write_bytes(journal.read_bytes().replace("Träff.".encode(), b"Traff."))
    assert "raden är ändrad efter att den skrevs" in run(capsys, folder, "verify", "--all")[1]
    assert "raden är ändrad efter att den skrevs" in run(capsys, folder, "check")[1]


def test_the_report_is_written_as_a_file_or_shown_and_a_wrong_year_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = shipped_folder(tmp_path / "data")
    words = ("redovisning", "2025", "--municipality", EXEMPELBY)
    assert "Redovisning av kommunens medlemskap 2025" in run(capsys, folder, *words)[1]
    target = tmp_path / "redovisning.pdf"
    assert run(capsys, folder, *words, "-o", str(target))[0] == 0
    assert target.read_bytes().startswith(b"%PDF")
    code, said = run(capsys, folder, "redovisning", "2090", "--municipality", EXEMPELBY)
    assert code == 1 and "året 2090 är inget år att redovisa" in said
