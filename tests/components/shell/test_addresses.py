"""Every address of an earlier version leads to where its content is now, with its choices."""

from __future__ import annotations

import pytest

from components.shell.addresses import FOOT, MENU, leads_somewhere, leads_to, moved

EVALUATION = {"utvardering": "huddinge-2025"}
# What each address showed in 0.1.0 and after, and where that is today.
LED = [
    ("bedom", {}, "scoring", {}),
    ("bedom", {"tema": "fokus", "bedomare": "ekonom"}, "scoring", {"tema": "fokus"}),
    ("jamfor", {"vikter": "klimatmal"}, "outcome", {"vikter": "klimatmal"}),
    ("jamforelse", {}, "outcome", {}),
    ("kanslighet", {"tema": "fokus"}, "outcome", {"avsnitt": "sakerhet", "tema": "fokus"}),
    ("kanslighetsanalys", {"natverk": "sekom"}, "outcome", {"avsnitt": "sakerhet"}),
    ("underlag", {"del": "fynd", "slag": "motsagelse"}, "networks", {"slag": "motsagelse"}),
    (
        "underlag",
        {"del": "kostnad", "natverk": "sekom"},
        "networks",
        {"natverksfil": "sekom", "del": "kostnad"},
    ),
    ("underlag", {"del": "helheten", "natverk": "sekom"}, "outcome", {"avsnitt": "tillsammans"}),
    ("tjansteskrivelse", {"mall": "huddinge"}, "papers", {"mall": "huddinge"}),
    ("livscykel", {}, "closing", {}),
    ("arendet", {}, "overview", {}),
    ("start", {}, "overview", {}),
]


@pytest.mark.parametrize(("path", "more", "page", "wanted"), LED)
def test_an_earlier_address_leads_on_with_its_choices(
    path: str, more: dict[str, str], page: str, wanted: dict[str, str]
) -> None:
    assert leads_somewhere(path)
    to, asked = leads_to(path, EVALUATION | more)
    assert to == page
    assert asked.items() >= (EVALUATION | wanted).items()


def test_what_was_a_view_of_another_page_opens_on_its_own() -> None:
    assert moved("start", EVALUATION) == ("overview", EVALUATION)
    assert moved("start", {}) == ("start", {})
    agreeing = EVALUATION | {"visa": "enas", "tema": "fokus"}
    assert moved("scoring", agreeing) == ("agreeing", EVALUATION | {"tema": "fokus"})
    assert moved("scoring", EVALUATION) == ("scoring", EVALUATION)


def test_the_menu_has_seven_pages_and_a_foot() -> None:
    assert [title for _, title, _ in MENU] == [
        "Översikt",
        "Bedömning",
        "Enas",
        "Nätverken",
        "Resultat",
        "Papper",
        "Klar",
    ]
    assert [title for _, title, _ in FOOT] == [
        "Medlemskap",
        "Kriterier",
        "Historik",
        "Ordlista",
        "Tillgänglighet",
    ]
