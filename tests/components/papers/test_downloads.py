"""A paper is written to a file when it is asked for, or where there may be a fault to tell."""

from pathlib import Path

import pytest

from components.papers import downloads
from tests.components.conftest import Opener, shown


@pytest.fixture
def filled(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The papers of which a Word file is written, as they are."""
    found: list[str] = []
    write = downloads.FORMATS["docx"]

    def counted(written, paper):
        found.append(paper.id)
        return write(written, paper)

    monkeypatch.setitem(downloads.FORMATS, "docx", counted)
    return found


def test_a_paper_in_a_template_that_came_with_the_program_is_written_when_asked_for(
    open_page: Opener, filled: list[str]
) -> None:
    app = open_page("papers", utvardering="huddinge-2025")
    assert not app.exception
    assert [each.proto.label for each in app.get("download_button")][0].endswith(
        "tjänsteskrivelsen"
    )
    assert filled == []


@pytest.mark.usefixtures("own_word_template")
def test_a_paper_in_a_template_of_the_municipalitys_own_is_tried_before_it_is_asked_for(
    open_page: Opener, filled: list[str]
) -> None:
    app = open_page("papers", utvardering="huddinge-2025")
    assert not app.exception
    assert filled == ["tjansteskrivelse"]


def test_a_template_that_may_not_be_read_is_told_and_the_page_still_opens(
    data: Path, open_page: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    template, opened = data / "templates" / "huddinge.docx", Path.open

    def refused(path: Path, *more, **named):
        if path == template:
            raise PermissionError(13, "Permission denied", str(path))
        return opened(path, *more, **named)

    monkeypatch.setattr(Path, "open", refused)
    app = open_page("papers", utvardering="huddinge-2025")
    assert not app.exception
    assert "templates/huddinge.docx" in shown(app)
    labels = [button.proto.label for button in app.get("download_button")]
    assert labels == ["Allt som Excel"], "a file that follows no template must not be offered"
