"""The papers are written anew where something has changed, and only there."""

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from components.papers import memo_view
from tests.components.conftest import Opener

KEY = "arende/huddinge-2025"


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The evaluation of each draft, as they are written."""
    found: list[str] = []
    draft = memo_view.draft

    def counted(result, *asked):
        found.append(result.evaluation.id)
        return draft(result, *asked)

    monkeypatch.setattr(memo_view, "draft", counted)
    return found


def propose(app: AppTest, words: str) -> None:
    app.text_area(key=f"{KEY}/beslut/sekom/skal").set_value(words)
    app.button(key=f"{KEY}/beslut/sekom/spara").click().run()
    assert not app.exception


def test_what_nobody_has_changed_is_written_once(
    open_memo: Callable[..., AppTest], written: list[str]
) -> None:
    app = open_memo()
    written.clear()
    app.run()
    app.run()
    assert written == []


def test_a_saved_proposal_is_written_once_and_then_kept(
    open_memo: Callable[..., AppTest], written: list[str]
) -> None:
    """A proposal changes the words and none of the figures, which are kept apart from them."""
    app, other = open_memo(), open_memo()
    for words in ("Ett skäl.", "Ett annat skäl."):
        written.clear()
        propose(app, words)
        assert written == ["huddinge-2025"]
        app.run()
        other.run()
        app.run()
        assert written == ["huddinge-2025"], "one draft for everybody"


def test_another_evaluation_has_its_own(open_page: Opener, data, written: list[str]) -> None:
    open_page("papers", utvardering="huddinge-2025")
    open_page("papers", utvardering="exempel-vastra-gotaland")
    written.clear()
    open_page("papers", utvardering="huddinge-2025")
    assert written == []
