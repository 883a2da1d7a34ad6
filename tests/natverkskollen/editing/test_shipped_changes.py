"""What a new version ships is offered value by value; nothing of one's own goes in silence."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from natverkskollen.cli.commands import main
from natverkskollen.editing import shipped_values
from natverkskollen.editing.shipped_changes import Offer, keep_ours, offers
from natverkskollen.editing.shipped_taking import take
from natverkskollen.editing.shipped_values import WHOLE, note_shipped
from natverkskollen.model.principal import LOCAL
from natverkskollen.output.offer_words import sides, title
from natverkskollen.store import Failed, Saved, networks_at, read_library
from tests import ROOT


def fact(id_: str, value: int, document: str = "d1", **more: Any) -> dict[str, Any]:
    source = {"document": document, "place": "s. 1", "quote": f"{value} stycken"}
    day = "2025-12-31"
    return {"id": id_, "label": id_, "value": value, "as_of": day, **more, "source": source}


def document(id_: str) -> dict[str, Any]:
    return {"id": id_, "title": f"Dokument {id_}", "note": "här"}


FIRST: dict[str, Any] = {
    "schema": 1,
    "id": "norr",
    "name": "Nätverket norr",
    "short": "Norr",
    "documents": [document("d1")],
    "fees": [],
    "terms": {"notice": "okänt"},
    "facts": [fact("a", 1), fact("b", 2)],
}
NOW = {
    **FIRST,
    "short": "NORR",
    "documents": [document("d1"), document("d2")],
    "terms": {"notice": "sex månader"},
    "facts": [fact("a", 10), fact("c", 3, "d2"), fact("d", 4, about="c")],
}


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program that shipped FIRST in an earlier version and ships NOW."""
    monkeypatch.setattr(shipped_values, "MARKS", tmp_path / "marks.json")
    folder = tmp_path / "program"
    write(folder, FIRST)
    note_shipped(folder)
    write(folder, NOW)
    note_shipped(folder)
    return folder


@pytest.fixture
def ours(tmp_path: Path) -> Path:
    folder = tmp_path / "ours"
    write(folder, FIRST)
    return folder


def write(folder: Path, data: Mapping[str, Any]) -> None:
    path = folder / "networks" / f"{data['id']}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(yaml.safe_dump(dict(data), allow_unicode=True, sort_keys=False), "utf-8")


def found(ours: Path, program: Path) -> dict[str, Offer]:
    return {title(each): each for each in offers(read_library(ours), program)}


def taken(ours: Path, program: Path, *chosen: Offer):
    library = read_library(ours)
    return take(networks_at(ours), library, chosen, "anna", "", program)


def test_every_difference_is_one_offer_and_none_was_changed_here(ours: Path, program: Path) -> None:
    made = found(ours, program)
    assert set(made) == {
        "Kortnamnet",
        "Uppsägning",
        "Dokumentet Dokument d2",
        "Uppgiften a, 2025-12-31",
        "Uppgiften b, 2025-12-31",
        "Uppgiften c, 2025-12-31",
        "Uppgiften d, 2025-12-31",
    }
    assert not any(each.changed_here for each in made.values())
    assert sides(made["Kortnamnet"]) == ("Norr", "NORR")
    assert made["Uppgiften b, 2025-12-31"].theirs is None
    assert offers(read_library(program), program) == ()


def test_taken_one_by_one_the_folder_ends_with_what_the_program_says(
    ours: Path, program: Path
) -> None:
    for _ in range(20):
        left = offers(read_library(ours), program)
        if not left:
            break
        assert isinstance(taken(ours, program, left[0]), Saved)
        assert read_library(ours).problems == ()
    assert read_library(ours).networks["norr"] == read_library(program).networks["norr"]


def test_all_at_once_is_one_version_that_can_be_taken_back(ours: Path, program: Path) -> None:
    before = read_library(ours).networks["norr"]
    store = networks_at(ours)
    store.get("norr")
    outcome = taken(ours, program, *offers(read_library(ours), program))
    assert isinstance(outcome, Saved)
    assert read_library(ours).networks["norr"] == read_library(program).networks["norr"]
    assert isinstance(store.restore("norr", outcome.version - 1, "anna"), Saved)
    assert read_library(ours).networks["norr"] == before


def test_a_fact_brings_the_document_and_the_fact_it_points_at(ours: Path, program: Path) -> None:
    assert isinstance(taken(ours, program, found(ours, program)["Uppgiften d, 2025-12-31"]), Saved)
    network = read_library(ours).networks["norr"]
    assert [each.id for each in network.facts] == ["a", "c", "d", "b"]
    assert [each.id for each in network.documents] == ["d1", "d2"]


def test_a_list_of_members_is_offered_with_its_document_and_ones_own_is_left(
    ours: Path, program: Path
) -> None:
    source = {"document": "d2", "place": "s. 1", "quote": "Medlemmar"}
    listed = {"as_of": "2025-12-31", "names": ["Huddinge", "Haninge"], "source": source}
    write(program, {**NOW, "members": listed})
    offer = found(ours, program)["Medlemslistan"]
    assert "Huddinge; Haninge" in sides(offer)[1]
    assert taken(ours, program, offer) == Saved(2)
    network = read_library(ours).networks["norr"]
    assert network.members and network.members.names == ("Huddinge", "Haninge")
    assert [each.id for each in network.documents] == ["d1", "d2"]
    write(program, NOW)
    assert "Medlemslistan" not in found(ours, program), "one's own is no difference"


def test_what_somebody_here_has_changed_is_told_and_what_they_added_is_left(
    ours: Path, program: Path
) -> None:
    own = {**FIRST, "short": "Vårt ord", "facts": [fact("a", 99), fact("b", 2), fact("egen", 7)]}
    write(ours, own)
    made = found(ours, program)
    assert made["Kortnamnet"].changed_here and made["Uppgiften a, 2025-12-31"].changed_here
    assert not made["Uppsägning"].changed_here
    assert "Uppgiften egen, 2025-12-31" not in made


def test_what_is_declined_is_not_asked_again_until_the_program_says_something_new(
    ours: Path, program: Path
) -> None:
    offer = found(ours, program)["Kortnamnet"]
    assert keep_ours(ours, [offer], "anna", LOCAL) is None
    assert "Kortnamnet" not in found(ours, program) and len(found(ours, program)) == 6
    write(program, {**NOW, "short": "Nya Norr"})
    assert found(ours, program)["Kortnamnet"].theirs == "Nya Norr"
    assert read_library(ours).networks["norr"].short == "Norr"
    assert networks_at(ours).verify("norr") == ()


def test_a_new_network_is_offered_whole_and_can_be_declined(ours: Path, program: Path) -> None:
    write(program, {**NOW, "id": "soder", "name": "Söder"})
    offer = found(ours, program)["Nytt nätverk i programmet"]
    assert offer.key == WHOLE and sides(offer) == ("finns inte", "Söder")
    keep_ours(ours, [offer], "anna", LOCAL)
    assert "Nytt nätverk i programmet" not in found(ours, program)
    assert isinstance(taken(ours, program, offer), Saved)
    assert read_library(ours).networks["soder"].name == "Söder"


def test_what_a_colleague_has_changed_meanwhile_is_not_written_over(
    ours: Path, program: Path
) -> None:
    offer = found(ours, program)["Kortnamnet"]
    library = read_library(ours)
    write(ours, {**FIRST, "short": "Kollegans"})
    told = take(networks_at(ours), library, [offer], "anna", "", program)
    assert isinstance(told, Failed) and "någon har ändrat nätverket" in told.what
    assert read_library(ours).networks["norr"].short == "Kollegans"


def test_a_file_that_cannot_be_read_is_no_new_network(ours: Path, program: Path) -> None:
    (ours / "networks" / "annat.yaml").write_text("schema: 1\n", "utf-8")
    write(ours, {**FIRST, "id": "vaster"})
    (ours / "networks" / "norr.yaml").write_text("trasig: [", "utf-8")
    assert found(ours, program) == {}


def test_a_folder_of_the_first_version_is_offered_only_what_is_new(tmp_path: Path) -> None:
    """`called` came after 0.1.0; its files are as that version shipped them but for that line."""
    for path in (ROOT / "networks").glob("*.yaml"):
        rows = path.read_text("utf-8").splitlines(keepends=True)
        copy = tmp_path / "networks" / path.name
        copy.parent.mkdir(exist_ok=True)
        copy.write_text("".join(r for r in rows if not r.startswith("called:")), "utf-8")
    made = offers(read_library(tmp_path))
    assert made and {each.key for each in made} == {("called",)}
    assert not any(each.changed_here for each in made)


def test_the_command_shows_takes_and_declines(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "networks").mkdir()
    text = (ROOT / "networks" / "sekom.yaml").read_text("utf-8")
    changed = text.replace("short: SEKOM", "short: Ekokommunerna").replace(
        "called: föreningen\n", ""
    )
    (tmp_path / "networks" / "sekom.yaml").write_text(changed, "utf-8")
    command = ["updates", "sekom", "--data", str(tmp_path)]
    assert main(command) == 0
    said = capsys.readouterr().out
    assert "1. Kortnamnet\n   Hos er (ändrat hos er): Ekokommunerna\n   Programmet: SEKOM" in said
    assert main([*command, "--keep", "1"]) == 0 and main([*command, "--take", "1"]) == 0
    assert "Intaget: Vad nätverket kallas i löpande text" in capsys.readouterr().out
    network = read_library(tmp_path).networks["sekom"]
    assert (network.short, network.called) == ("Ekokommunerna", "föreningen")
    assert main(command) == 0 and "inget nytt" in capsys.readouterr().out
    assert main([*command, "--take", "5"]) == 1
    assert main(["updates", "--data", str(tmp_path)]) == 0
    assert "networks/geoforum.yaml: programmet har en" in capsys.readouterr().out


def test_a_number_says_nothing_without_its_network(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path, FIRST)
    command = ["updates", "--data", str(tmp_path)]
    assert main([*command, "--take", "1"]) == 1
    assert "inget nätverk är angivet" in capsys.readouterr().err
    assert main([*command, "finns-inte"]) == 1
    assert "finns-inte" in capsys.readouterr().err


def test_what_rests_on_a_document_that_is_another_one_here_is_not_taken_alone(
    ours: Path, program: Path
) -> None:
    """The folder has a document of its own under the id that the program's fact cites."""
    own = {**document("d2"), "title": "Vår egen anteckning", "note": "pärm 4"}
    write(ours, {**FIRST, "documents": [document("d1"), own]})
    made = found(ours, program)
    refused = taken(ours, program, made["Uppgiften c, 2025-12-31"])
    assert isinstance(refused, Failed) and "”Vår egen anteckning”" in refused.what
    both = [made["Uppgiften c, 2025-12-31"], *(o for t, o in made.items() if "Dokument" in t)]
    assert isinstance(taken(ours, program, *both), Saved)
    assert read_library(ours).networks["norr"].document("d2").note == "här"


def test_what_was_declined_earlier_stays_so_when_more_is_declined(
    ours: Path, program: Path
) -> None:
    for _ in range(2):
        assert keep_ours(ours, [offers(read_library(ours), program)[0]], "anna", LOCAL) is None
    assert len(offers(read_library(ours), program)) == 5
