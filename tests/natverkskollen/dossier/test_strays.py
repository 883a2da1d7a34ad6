"""A data folder as people keep it: nothing in it is passed over in silence, nothing locks out."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from natverkskollen.cli.commands import main
from natverkskollen.store import Saved, YamlStore, read_library
from tests import ROOT
from tests.building.folders import ID, field, journal_path, put, shipped_folder, small_folder

REPLAYS = ROOT / "tests" / "cases" / "replays"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return small_folder(tmp_path)


def told(folder: Path) -> str:
    return "\n".join(str(problem) for problem in read_library(folder).problems)


def given(folder: Path):
    return read_library(folder).dossier(ID).sheets["anna"].answers["norr"]["bredd"]


def copied(folder: Path, original: str, copy: str, changed: bool = False) -> str:
    text = (folder / original).read_text(encoding="utf-8")
    if changed:
        text = text.replace("schema: 1\n", "schema: 1\n# ändrad\n").replace("score: 3", "score: 2")
        text = text.replace("Nätverket", "Ett annat")
    (folder / copy).parent.mkdir(parents=True, exist_ok=True)
    (folder / copy).write_text(text, encoding="utf-8")
    return copy


COPIES = [
    "{} - Kopia",
    "{} - Kopia (2)",
    "{} – kopia",
    "{} - Copy",
    "{} (1)",
    "{}(1)",
    "Kopia av {}",
    "{}-LAPTOP7",
    "{}-DESKTOP-4F3K2",
    "{} (Annas konfliktkopia 2025-04-01)",
    "{} (Anna's conflicted copy 2025-04-01)",
    "{}.sync-conflict-20250401-101112-ABCDEFG",
    "{}_conflict-20250401",
]


@pytest.mark.parametrize("name", COPIES)
@pytest.mark.parametrize(
    ("place", "stem"),
    [
        ("networks", "norr"),
        ("criteria", "litet"),
        (f"evaluations/{ID}", "evaluation"),
        (f"evaluations/{ID}/answers", "anna"),
    ],
)
def test_a_copy_is_told_with_what_it_is_a_copy_of_and_the_original_is_read(
    folder, place, stem, name
):
    copy = copied(folder, f"{place}/{stem}.yaml", f"{place}/{name.format(stem)}.yaml")
    words = told(folder)
    assert f"{copy}: filen är en kopia av {place}/{stem}.yaml" in words
    assert "Ta bort kopian" in words and words.count("\n") == 0
    assert read_library(folder).dossier(ID).evaluation.id == ID


@pytest.mark.parametrize("name", ["norr-2", "norr-kopia", "norr-laptop7", "helt-annat"])
def test_a_copy_whose_name_could_be_an_id_is_known_by_the_id_in_it(folder, name):
    copied(folder, "networks/norr.yaml", f"networks/{name}.yaml")
    assert f"networks/{name}.yaml: filen är en kopia av networks/norr.yaml" in told(folder)


@pytest.mark.parametrize("name", ["anna-2", "anna-laptop7", "anna-LAPTOP7"])
def test_a_copy_of_answers_locks_nobody_out_of_reading_or_saving(folder, name):
    copy = copied(
        folder,
        f"evaluations/{ID}/answers/anna.yaml",
        f"evaluations/{ID}/answers/{name}.yaml",
        changed=True,
    )
    before = (folder / copy).read_bytes()
    assert f"{copy}" in told(folder) and "Jämför filerna" in told(folder)
    assert given(folder).score == 3
    store = YamlStore(folder)
    assert isinstance(put(store, field("rationale"), "Nytt skäl.", "k"), Saved)
    assert isinstance(put(store, field("rationale"), "Ännu ett.", "l"), Saved)
    assert (folder / copy).read_bytes() == before
    assert given(folder).score == 3 and given(folder).rationale == "Ännu ett."


def test_where_two_copies_part_is_told_with_the_line(folder):
    text = (folder / "networks" / "norr.yaml").read_text(encoding="utf-8")
    line = next(n for n, row in enumerate(text.splitlines(), 1) if row.startswith("short:"))
    other = text.replace(text.splitlines()[line - 1], "short: Nord")
    (folder / "networks" / "norr (1).yaml").write_text(other, encoding="utf-8")
    assert f"networks/norr (1).yaml, rad {line}: " in told(folder)
    assert "de skiljer sig vid short" in told(folder)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("annat.yml", "Byt namn till annat.yaml"),
        ("annat.yaml.txt", "Byt namn till annat.yaml"),
        ("annat.yml.txt", "Byt namn till annat.yaml"),
        ("annat.YAML", "Byt namn till annat.yaml"),
        ("annat.yaml.bak", "Byt namn till annat.yaml"),
        ("norr.yml", "kopia av networks/norr.yaml"),
        ("norr.yaml~", "kopia av networks/norr.yaml"),
        ("Nätverk Öst.yaml", "kan inte vara ett id"),
        ("undermapp/annat.yaml", "ligger i en undermapp"),
    ],
)
def test_a_file_of_another_ending_or_in_a_folder_below_is_told(folder, name, words):
    copied(folder, "networks/norr.yaml", f"networks/{name}")
    assert words in told(folder)
    assert sorted(read_library(folder).networks) == ["norr", "soder"]


def test_guides_and_other_documents_are_no_ones_business(folder):
    for name in ("README.md", "schema.json", "avtal.pdf", "bilder/karta.png", "lista.txt"):
        path = folder / "networks" / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"x")
    (folder / "evaluations" / ID / "underlag.docx").write_bytes(b"x")
    (folder / "publiccode.yml").write_text("publiccodeYmlVersion: '0.4'\n", encoding="utf-8")
    assert told(folder) == ""


def test_a_file_in_the_wrong_room_is_told_once(folder):
    copied(folder, "networks/norr.yaml", "criteria/norr.yaml")
    copied(folder, f"evaluations/{ID}/evaluation.yaml", f"networks/{ID}.yaml")
    copied(folder, "networks/soder.yaml", "soder.yaml")
    copied(folder, "networks/soder.yaml", "evaluations/soder.yaml")
    words = told(folder).splitlines()
    assert len(words) == 4
    for expected in (
        "criteria/norr.yaml: filen är ett nätverk och ligger i fel mapp. Flytta den till networks/",
        f"networks/{ID}.yaml: filen är en utvärdering och ligger i fel mapp",
        "soder.yaml: filen ligger direkt i datamappen",
        "evaluations/soder.yaml: filen ligger fel och läses inte",
    ):
        assert any(each.startswith(expected) for each in words), expected


def test_an_evaluation_that_lacks_its_file_or_lies_too_deep_is_told(folder):
    shutil.copytree(folder / "evaluations" / ID, folder / "evaluations" / "arkiv" / ID)
    shutil.copytree(folder / "evaluations" / ID, folder / "evaluations" / f"{ID} - Kopia")
    half = folder / "evaluations" / "halv"
    shutil.copytree(folder / "evaluations" / ID, half)
    (half / "evaluation.yaml").rename(half / "evaluation.yml")
    words = told(folder)
    assert f"evaluations/arkiv/{ID}/evaluation.yaml: filen ligger i en undermapp" in words
    assert "evaluations/halv/: mappen saknar evaluation.yaml" in words
    assert "Är mappen en kopia: ta bort den" in words
    assert read_library(folder).dossier(ID)


def test_one_broken_network_keeps_no_other_evaluation_from_opening(folder):
    (folder / "networks" / "vaster.yaml").write_text("schema: [", encoding="utf-8")
    (folder / "evaluations" / "trasig").mkdir()
    (folder / "evaluations" / "trasig" / "evaluation.yaml").write_text("{", encoding="utf-8")
    assert read_library(folder).dossier(ID)
    assert "networks/vaster.yaml" in told(folder) and "evaluations/trasig" in told(folder)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_a_pipe_in_the_folder_is_told_and_nobody_waits_for_it(folder):
    os.mkfifo(folder / "networks" / "ror.yaml")
    assert "networks/ror.yaml" in told(folder)


def test_what_a_death_left_behind_is_told_when_no_save_can_be_at_it(folder):
    left = folder / "evaluations" / ID / "answers" / ".anna.yaml.0a1b2c3d.tmp"
    left.write_text("halv", encoding="utf-8")
    never = folder / "evaluations" / "ny"
    never.mkdir()
    assert told(folder) == ""
    for path in (left, never):
        os.utime(path, (1_700_000_000, 1_700_000_000))
    words = told(folder)
    assert f"evaluations/{ID}/answers/.anna.yaml.0a1b2c3d.tmp: en fil är kvar efter ett" in words
    assert "evaluations/ny/: mappen är tom" in words and words.count("\n") == 1


def test_check_reads_the_templates_and_the_histories(folder, capsys):
    (folder / "templates" / "tillganglighet").mkdir(parents=True)
    (folder / "templates" / "egen.yaml").write_text(
        "schema: 1\nid: egen\nfot: x\n", encoding="utf-8"
    )
    contact = folder / "templates" / "tillganglighet" / "kontakt.yaml"
    contact.write_text("schema: 1\nepost: x\n", encoding="utf-8")
    assert isinstance(put(YamlStore(folder), field("rationale"), "Nytt.", "k"), Saved)
    journal = journal_path(folder)
    journal.write_bytes(journal.read_bytes().replace(b"Nytt.", b"Gamm."))
    assert main(["check", "--data", str(folder)]) == 1
    said = capsys.readouterr().out
    for place in ("templates/egen.yaml", "templates/egen.docx", "kontakt.yaml", "history.jsonl"):
        assert place in said, place
    assert main(["verify", "--all", "--data", str(folder)]) == 1
    assert "history.jsonl" in capsys.readouterr().out
    assert main(["verify", "--data", str(folder)]) == 1
    assert "--all" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("file-dropbox-copy", "är en kopia av networks/provnatet.yaml"),
        ("file-onedrive-copy", "de skiljer sig vid fees.0.fixed"),
        ("file-yaml-txt-ending", "Byt namn till annat.yaml"),
        ("file-yml-ending", "Byt namn till annat.yaml"),
    ],
)
def test_what_people_met_with(name, words, capsys):
    data = str(REPLAYS / name / "data")
    assert main(["check", "--data", data]) == 1
    assert words in capsys.readouterr().out
    assert "provnatet" in read_library(Path(data)).networks


@pytest.mark.parametrize("part", ["evaluation", "answers/forvaltningen"])
def test_a_conflict_copy_in_the_shipped_evaluation(part, tmp_path, capsys):
    """The replays answers-onedrive-copy and evaluation-onedrive-copy, of which data is ours."""
    folder = shipped_folder(tmp_path, ("criteria", "networks", "evaluations"))
    before = read_library(folder).dossier("huddinge-2025")
    original = f"evaluations/huddinge-2025/{part}.yaml"
    shutil.copy(folder / original, folder / original.replace(".yaml", "-LAPTOP7.yaml"))
    assert main(["check", "--data", str(folder)]) == 1
    assert f"är en kopia av {original} och läses inte; de är lika" in capsys.readouterr().out
    assert read_library(folder).dossier("huddinge-2025") == before
