"""That a case was sent back or put off is entered, told and taken away on Översikt."""

from __future__ import annotations

from pathlib import Path

from natverkskollen.store import read_library
from tests.components.answers.test_saving import button
from tests.components.conftest import Opener, shown

ID = "huddinge-2025"
NEW = f"arende/{ID}/lage/ny"


def states(data: Path):
    return read_library(data).dossier(ID).evaluation.case.states


def test_it_is_entered_told_and_taken_away(data: Path, open_page: Opener) -> None:
    app = open_page("overview", utvardering=ID)
    button(app, "Lägg till").click().run()
    assert "Skriv dagen" in " ".join(each.value for each in app.warning)
    for field, text in {"dag": "2025-05-06", "paragraf": "sextio", "skal": "få svar"}.items():
        app.text_input(key=f"{NEW}/{field}").set_value(text)
    button(app, "Lägg till").click().run()
    assert "paragrafnummer" in " ".join(each.value for each in app.warning) and not states(data)
    app.text_input(key=f"{NEW}/paragraf").set_value("60")
    button(app, "Lägg till").click().run()
    assert not app.exception and states(data)[0].paragraph == 60
    told = "Kommunstyrelsen återremitterade ärendet den 6 maj 2025, § 60, för att få svar."
    assert told in shown(app).replace("\u00a0", " ")
    assert told in shown(open_page("overview", utvardering=ID)).replace("\u00a0", " ")
    assert app.text_input(key=f"{NEW}/dag").value == ""
    button(app, "Ta bort raden om 2025-05-06").click().run()
    assert not states(data)
