"""Where nothing can be saved the app says so on every page, and locks the fields."""

from pathlib import Path

import pytest

from natverkskollen.store import Failed, YamlStore
from tests.components.answers.given import answer_texts
from tests.components.answers.test_saving import JUDGED, button, on_file, rationale
from tests.components.conftest import Opener, shown

FULL = Failed("det gick inte att skriva i mappen evaluations (disken är full)", "Ge plats")


@pytest.fixture
def full(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    monkeypatch.setattr(YamlStore, "unwritable", lambda self: FULL)
    return monkeypatch


def opened(open_page: Opener):
    return open_page("scoring", utvardering=JUDGED.evaluation, tema="fokus")


def test_a_full_disk_is_told_and_answers_are_text_until_there_is_room(
    data: Path, open_page: Opener, full: pytest.MonkeyPatch
) -> None:
    app = opened(open_page)
    assert "Inget kan sparas just nu" in shown(app) and "disken är full" in shown(app)
    assert not answer_texts(app)
    full.undo()
    app = opened(open_page)
    full.setenv("NATVERKSKOLLEN_DATA", str(data))
    app = opened(open_page)
    assert "Inget kan sparas" not in shown(app)
    assert rationale(app, JUDGED).value


def test_the_start_page_tells_of_it_too(
    data: Path, open_page: Opener, full: pytest.MonkeyPatch
) -> None:
    assert "Inget kan sparas just nu" in shown(open_page("overview"))


def test_a_save_that_failed_is_tried_again_with_the_same_key(
    data: Path, open_page: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = opened(open_page)
    keys = []
    whole = YamlStore.save

    def fails(self: YamlStore, evaluation: str, base: int, changes: object, actor: str, key: str):
        keys.append(key)
        if len(keys) == 1:
            return Failed("det är osäkert om ändringen sparades", "Försök igen", "unknown")
        return whole(self, evaluation, base, changes, actor, key)

    monkeypatch.setattr(YamlStore, "save", fails)
    rationale(app, JUDGED).set_value("Mitt skäl.").run()
    assert "Inte sparat: det är osäkert" in shown(app)
    assert rationale(app, JUDGED).value == "Mitt skäl."
    button(app, "Försök igen").click().run()
    assert on_file(data, JUDGED).rationale == "Mitt skäl."
    assert keys[0] == keys[1]
    assert "Sparat " in shown(app)
