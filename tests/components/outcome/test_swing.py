"""A swing shows what lifting each theme from worst to best would mean."""

from pathlib import Path

from tests.components.conftest import Opener, shown


def test_the_ends_of_every_theme_stand_beside_the_question(data: Path, open_page: Opener) -> None:
    app = open_page("outcome", utvardering="huddinge-2025", vikter="swing")
    assert not app.exception
    page = shown(app).replace("\u00a0", " ")
    assert "Årskostnad: 3 → 0 kronor per invånare och år" in page
    assert (
        "Användning i det löpande arbetet: ”används inte” → ”används löpande och är mycket "
        "värdefullt”" in page
    )
    assert "År som medlem: 0 → 60 år" in page
