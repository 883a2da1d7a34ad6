"""The accessibility statement: its contact is read, refused with a reason, or not named."""

from pathlib import Path

from natverkskollen.dossier.file_reading import read_contact
from natverkskollen.model.accessibility import CONTACT_FILE, SHORTCOMINGS
from natverkskollen.store import read_library
from tests import ROOT


def written(folder: Path, text: str) -> Path:
    path = folder / CONTACT_FILE
    path.parent.mkdir(parents=True)
    path.write_text(f"schema: 1\n{text}", encoding="utf-8")
    return folder


def test_the_contact_is_the_one_the_municipality_has_written(tmp_path: Path) -> None:
    folder = written(tmp_path, "municipality: Årsta kommun\nemail: hej@arsta.se\n")
    contact = read_contact(folder).model
    assert contact and contact.told
    assert (contact.municipality, contact.email) == ("Årsta kommun", "hej@arsta.se")


def test_without_a_file_or_with_an_empty_one_nobody_is_named(tmp_path: Path) -> None:
    contact = read_contact(tmp_path).model
    assert contact and not contact.told
    shipped = read_contact(ROOT).model
    assert shipped and not shipped.told


def test_an_address_that_would_be_no_link_is_refused_on_its_line(tmp_path: Path) -> None:
    """`javascript:` in a link would run in the reader's browser."""
    folder = written(tmp_path, "email: ring oss\nform: javascript:alert(1)\n")
    email, form = read_contact(folder).problems
    assert (email.line, form.line) == (2, 3)
    assert "ska vara en e-postadress" in email.what
    assert "ska vara en webbadress" in form.what
    assert set(read_library(folder).problems) >= {email, form}


def test_the_documentation_names_every_shortcoming_the_page_names() -> None:
    told = " ".join((ROOT / "docs" / "tillganglighet.md").read_text(encoding="utf-8").split())
    assert [each.what for each in SHORTCOMINGS if each.what not in told] == []
