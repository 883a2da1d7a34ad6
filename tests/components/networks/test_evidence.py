"""An evaluation's networks: every part opens, a finding is explained, a reply is entered."""

import pytest

from natverkskollen.store import read_library
from tests.components.conftest import shown

PARTS = ("uppgifter", "kostnad", "faktagranskning", "andra")


def evaluation(data):
    return read_library(data).dossiers["huddinge-2025"].evaluation


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("id_", ["huddinge-2025", "exempel-vastra-gotaland"])
def test_every_part_opens(data, open_page, part, id_):
    app = open_page("networks", utvardering=id_, natverksfil="sekom", **{"del": part})
    assert not app.exception
    assert "Sveriges Ekokommuner" in shown(app)


def test_a_finding_is_explained_and_then_stands_last(data, open_page):
    app = open_page("networks", utvardering="huddinge-2025", **{"del": "fynd"})
    key = "arende/huddinge-2025/fynd/motsagelse/sekom/medlemmar"
    app.text_area(key=f"{key}/text").set_value("Uppgifterna gäller olika dagar.")
    app.text_input(key=f"{key}/roll").set_value("Miljöstrateg")
    app.button(key=f"{key}/spara").click().run()
    assert not app.exception
    assert "Förklarad: Uppgifterna gäller olika dagar. (Miljöstrateg" in shown(app)
    assert [each.id for each in evaluation(data).findings] == ["motsagelse/sekom/medlemmar"]


def test_an_explanation_without_a_role_is_not_saved(data, open_page):
    app = open_page("networks", utvardering="huddinge-2025", **{"del": "fynd"})
    key = "arende/huddinge-2025/fynd/motsagelse/sekom/medlemmar"
    app.text_area(key=f"{key}/text").set_value("Därför.")
    app.button(key=f"{key}/spara").click().run()
    assert "vem som förklarar" in shown(app)
    assert evaluation(data).findings == ()


def test_a_reply_is_entered_point_by_point(data, open_page):
    where = {"del": "faktagranskning", "natverksfil": "sekom"}
    app = open_page("networks", utvardering="huddinge-2025", **where)
    key = "arende/huddinge-2025/svar/sekom"
    app.radio(key=f"{key}/slag").set_value("correct")
    app.text_area(key=f"{key}/text").set_value("Vi är 88.")
    app.text_input(key=f"{key}/roll").set_value("Miljöstrateg")
    app.button(key=f"{key}/spara").click().run()
    assert "var den rätta uppgiften finns" in shown(app)
    assert evaluation(data).replies == ()
    app.text_input(key=f"{key}/kalla").set_value("Medlemsregistret")
    app.button(key=f"{key}/spara").click().run()
    assert "Rättar: Vi är 88." in shown(app)
    (reply,) = evaluation(data).replies
    assert (reply.network, reply.items[0].fact) == ("sekom", "medlemmar")
