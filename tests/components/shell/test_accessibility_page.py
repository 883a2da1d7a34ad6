"""The page Tillgänglighet names the municipality's own contact, and works without any data."""

from pathlib import Path

import pytest

from natverkskollen.files.data_folder import VARIABLE
from natverkskollen.model.accessibility import CONTACT_FILE
from tests.components.conftest import Opener, shown


def test_the_page_names_whom_to_tell(data: Path, open_page: Opener) -> None:
    told = (
        "municipality: Årsta & co\nemail: hej@arsta.se\nphone: 08-123\nform: https://arsta.se/a\n"
    )
    (data / CONTACT_FILE).write_text(f"schema: 1\n{told}", encoding="utf-8")
    app = open_page("accessibility")
    page = shown(app)
    assert "Årsta & co ansvarar för Nätverkskollen" in page
    assert "Ingen kontakt är angiven" not in page
    links = " ".join(element.value for element in app.get("html"))
    assert 'href="mailto:hej@arsta.se"' in links
    assert 'href="https://arsta.se/a"' in links
    assert "Telefon: 08-123" in page


def test_a_contact_with_an_error_is_told_with_its_line(data: Path, open_page: Opener) -> None:
    (data / CONTACT_FILE).write_text("schema: 1\nemail: ring oss\n", encoding="utf-8")
    page = shown(open_page("accessibility"))
    assert f"{CONTACT_FILE} rad 2" in page
    assert "Ingen kontakt är angiven" in page


def test_the_statement_stands_without_any_evaluation(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, open_page: Opener
) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path))
    app = open_page("accessibility")
    assert not app.exception
    assert "Breda tabeller rullar i sidled" in shown(app)
