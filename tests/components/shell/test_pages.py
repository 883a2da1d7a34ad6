"""Every page, for every shipped evaluation: it opens, and says what its reader came for.

Hard spaces (U+00A0) stand where a line must not break, so they are written `~` below.
"""

import re
from base64 import b64decode
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from natverkskollen.files.data_folder import VARIABLE
from tests.components.answers.given import answer_texts
from tests.components.choosing import Choice
from tests.components.conftest import Opener, shown
from tests.pages import EVALUATIONS, FILES

# What a reader of the page would miss, per page and shipped evaluation.
MISSED = {
    ("memberships", "huddinge-2025"): (
        "Den~30~maj~2026 har passerat: Utvärdera SEKOM.",
        "För två~medlemskap är ingen faktura inskriven.",
        "som ledamot i föreningens styrelse slutar",
        "Villkoren för uppsägning är inte kända.",
    ),
    ("memberships", "exempel-vastra-gotaland"): (
        "Tre~medlemskap kostar tillsammans 40~540~kronor enligt senaste faktura.",
        "Efter klass: strategisk 29~520~kronor och övrig 11~020~kronor.",
        "Det ni kallade troligt inträffade i 7 av 10 fall, och delvis i 1.",
        "Uppsägningen ska vara inne senast tre~månader före årets slut.",
        "Fältdag med naturvårdsgruppen om slåtterängar.",
        "tre~möten, ett~material, en~kontakt och ett~projekt, 48~timmar",
        "18~000,00~kr",
        "fortsätt, värde 73",
        "§ 999 Budget 4410 Miljöstrategi",
    ),
    ("overview", "huddinge-2025"): (
        "Klimatkommunerna: fortsätt",
        "Sveriges Ekokommuner: avvakta",
        "senast den~30~maj~2026 återkomma till kommunstyrelsen med förslag",
        "KS-2025/475",
        "Utkast – arbetsmaterial",
        "Betygen, graderna och viktprofilen är Nätverkskollens läsning av texten",
    ),
    ("networks", "huddinge-2025"): (
        "Avgift 2026 för Huddinge kommun",
        "38~291,20~kr",
        "senast den 30~november",
        "Underlaget anger cirka 40~000~kronor per år",
        "Uträknat är avgiften 38~291~kronor, alltså 1~709~kronor mindre.",
        "4~000~kr + 0,30~kr × 114~304 invånare, enligt nätverkets regler för 2023",
        "Kontrollera frågan om jäv för den som har uppdraget",
    ),
    ("scoring", "huddinge-2025"): (
        "Motiveringarna skrivs ut i bilaga 1",
        "Hur väl träffar nätverkets arbete de utmaningar som kommunen står inför nu?",
        "används löpande i miljöstrategernas arbete",
    ),
    ("outcome", "huddinge-2025"): (
        "Klimatkommunerna: fortsätt",
        "Sveriges Ekokommuner: avvakta",
        "38~291,20~kr",
        "5 – Används löpande och är mycket värdefullt",
        "Klimatkommunerna får 73 och SEKOM får 57 av 100",
        "Kostnaden är densamma, och Klimatkommunerna ger störst nytta",
        "blir resultatet för Klimatkommunerna ”fortsätt”",
        "blir resultatet för SEKOM ”avvakta”",
        "Resultatet ”avvakta” för SEKOM gäller under tre av fyra~viktprofiler",
        "Värdet när temats vikt ändras",
        "Prövat med 100~000 slumpade viktningar",
    ),
    ("papers", "huddinge-2025"): (
        "Förslag till beslut",
        "senast den~30~maj~2026 återkomma till kommunstyrelsen med förslag",
        "Medlemskapen kostar tillsammans minst 76~582~kronor per år",
        "Att göra före beslutet",
    ),
    ("criteria", "huddinge-2025"): (
        "Fortsätt eller ansök värdet är minst 60 av 100",
        "Begär utträde eller ansök inte värdet är under 40 av 100",
        "minst 75~procent av vikten är bedömd",
        "Användning i det löpande arbetet: minst nivå 2",
        "Ett gällande styrdokument innehåller något från nätverket",
    ),
    ("history", "huddinge-2025"): (
        "Historiken börjar vid det första sparandet",
        "vem som ändrade vad och när",
    ),
    ("history", "exempel-vastra-gotaland"): ("Historiken börjar vid det första sparandet",),
    ("closing", "huddinge-2025"): ("Utvärderingen är ett utkast", "ordet UTKAST", "kontrollsummor"),
    ("agreeing", "huddinge-2025"): ("en enda bedömare",),
    ("agreeing", "exempel-vastra-gotaland"): ("när alla har lämnat in",),
    ("glossary", "huddinge-2025"): ("Brytpunkt", "Den vikt där resultatet för ett nätverk ändras"),
    ("glossary", "exempel-vastra-gotaland"): ("Nivåtext",),
    ("start", "huddinge-2025"): (
        "Ni svarar på samma frågor om varje nätverk",
        "Fortsätt: Klimatkommunerna. Avvakta: SEKOM",
    ),
    ("start", "exempel-vastra-gotaland"): ("Så kan svaret se ut",),
    ("new_evaluation", "huddinge-2025"): ("Skriv början av namnet", "3. Kriterier och bedömare"),
    ("new_evaluation", "exempel-vastra-gotaland"): (
        "1. Kommunen och ärendet",
        "En roll per rad, inte namn",
    ),
    ("closing", "exempel-vastra-gotaland"): (
        "Utvärderingen är ett utkast",
        "En ny omgång tar över",
    ),
    ("accessibility", "huddinge-2025"): (
        "delvis förenligt med lagen om tillgänglighet till digital offentlig service",
        "Breda tabeller rullar i sidled",
        "Ingen kontakt är angiven för den här installationen",
        "digg.se/tdosanmalan",
        "Senast prövat den~27~november~2026",
        "2.5.8 Målstorlek (minimum)",
    ),
    ("accessibility", "exempel-vastra-gotaland"): ("Självskattning", "Digg"),
    ("overview", "exempel-vastra-gotaland"): (
        "Påhittad kommun. Exempelby finns inte",
        "Kommunnätverket för hållbar utveckling: fortsätt",
        "begär för Exempelby kommuns räkning utträde ur föreningen Sveriges Ekokommuner",
        "45~860,00~kr",
    ),
    ("networks", "exempel-vastra-gotaland"): (
        "Kommunnätverket för hållbar utveckling",
        "okänd",
        "Kostnad per år för Kommunnätverket",
        "48 timmar à 520,00~kr",
    ),
    ("scoring", "exempel-vastra-gotaland"): ("Påhittad kommun", "Fokusområden"),
    ("outcome", "exempel-vastra-gotaland"): (
        "SEKOM får 41 av 100, mellan gränserna 40 och 60.",
        "48~timmar per år",
        "Kommunnätverket får 73, Klimatkommunerna får 61 och SEKOM får 41 av 100",
        "Underlaget avgör.",
        "Resultatet under varje viktprofil",
    ),
    ("papers", "exempel-vastra-gotaland"): (
        "Kommunen, bedömningarna och besluten är inte verkliga",
        "Medlemskapet upphör den~31~december~2027",
    ),
    ("criteria", "exempel-vastra-gotaland"): (
        "Kriterier för medlemskap i nätverk, bred samling",
        "timmar per år",
        "Klimatmål (används)",
    ),
}


# The accessibility statement is there whatever the data folder holds: the law asks for it.
SHOWS_EVALUATION = [f for f in FILES if f not in ("accessibility", "glossary", "start")]


def links(app: AppTest) -> list[tuple[str, str]]:
    """Every link to another page of the app: its words and its address."""
    return [(each.proto.label, each.proto.page) for each in app.main.get("page_link")]


# The choices on a page whose words are asked for above, where not all are in its first view.
VIEWS = {
    "memberships": (
        {},
        {"medlemskap": "huddinge-sekom"},
        *(
            {"medlemskap": "exempelby-kommunnatverket", "del": part}
            for part in ("logg", "ar-for-ar", "utvarderingar", "uppgifter")
        ),
    ),
    "scoring": ({}, {"tema": "strategisk-nytta"}),
    "networks": (
        {"del": "lista"},
        {"del": "fynd", "slag": "att-prova"},
        *(
            {"natverksfil": id_, "del": part}
            for id_ in ("klimatkommunerna", "kommunnatverket-hallbar-utveckling")
            for part in ("uppgifter", "kostnad", "faktagranskning", "andra")
        ),
    ),
    "outcome": ({}, {"avsnitt": "kostnad"}, {"avsnitt": "sakerhet"}, {"avsnitt": "tillsammans"}),
    "criteria": ({"tema": "strategisk-nytta"},),
}
ALONE = ("start",)  # the evaluation is chosen there, so it shows none


def told(app: AppTest) -> str:
    """What a page shows, with hard spaces as ~, fields included."""
    fields = " ".join(str(area.value) for area in (*app.text_area, *answer_texts(app)))
    return f"{shown(app)} {fields}".replace("\u00a0", "~")


@pytest.mark.parametrize("evaluation", EVALUATIONS)
@pytest.mark.parametrize("file", FILES)
def test_every_page_opens_and_says_what_its_reader_came_for(
    file: str, evaluation: str, data: Path, open_page: Opener
) -> None:
    page = ""
    asked = {} if file in ALONE else {"utvardering": evaluation}
    for view in VIEWS.get(file, ({},)):
        app = open_page(file, **asked, **view)
        assert not app.exception
        assert app.title[0].value, "the page has no heading"
        page += told(app)
    assert (file, evaluation) in MISSED, "say in MISSED what a reader of this page came for"
    for words in MISSED[file, evaluation]:
        assert words in page


def test_the_start_page_shows_the_real_evaluation_when_no_other_is_asked_for(
    data: Path, open_page: Opener
) -> None:
    app = open_page("overview")
    assert app.query_params["utvardering"] == "huddinge-2025"


def test_the_menu_names_the_evaluations_by_their_titles(data: Path, open_page: Opener) -> None:
    app = open_page("overview")
    assert [choice.split(":")[0] for choice in app.sidebar.selectbox[0].options] == [
        "Påhittat exempel",
        "Huddinge kommun 2025",
    ]


def test_choosing_an_evaluation_in_the_menu_changes_the_page_and_the_address(
    data: Path, open_page: Opener
) -> None:
    app = open_page("outcome", utvardering="huddinge-2025")
    app.sidebar.selectbox[0].set_value("exempel-vastra-gotaland").run()
    assert app.query_params["utvardering"] == "exempel-vastra-gotaland"
    assert "Kommunnätverket för hållbar utveckling: fortsätt" in shown(app)


def test_every_chart_carries_its_numbers_in_words_for_those_who_cannot_see_them(
    data: Path, open_page: Opener
) -> None:
    words = {
        alt.replace("\u00a0", " "): None
        for part in ("kriterier", "kostnad", "sakerhet")
        for alt in re.findall(
            r'<img [^>]*alt="([^"]+)"',
            _html(open_page("outcome", utvardering="huddinge-2025", avsnitt=part)),
        )
    }
    assert sorted(words) == [
        "Punktdiagram från 0 till 100 med gränserna inritade. Klimatkommunerna får 73 (intervall "
        "59–80), säker, SEKOM får 57 (intervall 44–70), ganska säker och inget medlemskap är "
        "värt 25.",
        "Punktdiagram. Klimatkommunerna ger nyttan 77 (intervall 58–86) för minst 38 291 kronor "
        "och SEKOM ger nyttan 56 (intervall 39–73) för minst 38 291 kronor per år. "
        "Samma tal står i tabellen efter diagrammet.",
        "Stapeldiagram för Klimatkommunerna och SEKOM. Klimatkommunerna får 73 av 100 (intervall "
        "59–80), mest från temat Miljöstrategiskt arbete (24). SEKOM får 57 av 100 (intervall "
        "44–70), mest från temat Andra värden (17). Samma tal står i tabellen efter diagrammet.",
        "Staplar av 100 beräkningar. Klimatkommunerna: fortsätt i 99, avvakta i 1 "
        "och begär utträde i 0. SEKOM: fortsätt i 21, avvakta i 79 och begär utträde i 0. "
        "Samma tal står i tabellen efter diagrammet.",
        "Staplar i kronor per år. Klimatkommunerna: minst 38 291 kronor per år. SEKOM: minst "
        "38 291 kronor per år. Samma tal står i tabellen efter diagrammet.",
    ]


def test_every_page_says_in_one_line_what_it_is_for(data: Path, open_page: Opener) -> None:
    for file in FILES:
        purpose = re.findall(
            r'<p class="nk-lead">(.*?)</p>',
            "".join(each.value for each in open_page(file).get("html")),
        )
        assert len(purpose) == 1, file
        assert purpose[0].startswith("Här ") and len(purpose[0]) <= 110, file


@pytest.mark.parametrize("file", SHOWS_EVALUATION)
def test_an_empty_data_folder_leads_to_the_first_evaluation_from_every_page(
    file: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, open_page: Opener
) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path))
    app = open_page(file)
    assert not app.exception
    assert not app.error and not app.warning, "nothing has gone wrong yet"
    if file == "new_evaluation":
        assert [each.label for each in app.button] == ["Lägg in kriterier och nätverk"]
        return
    assert app.title[0].value == "Nätverkskollen"
    assert "Här finns ingen utvärdering ännu." in shown(app)
    assert links(app) == [("Skapa en utvärdering", "ny-utvardering")]


def test_a_broken_file_is_told_with_file_and_line_while_other_evaluations_open(
    data: Path, open_page: Opener
) -> None:
    """A decimal comma in one answer sheet must not hide the other evaluation."""
    sheet = data / "evaluations/huddinge-2025/answers/forvaltningen.yaml"
    text = sheet.read_text(encoding="utf-8").replace("score: 5", "score: 4,5", 1)
    sheet.write_text(text, encoding="utf-8")
    line = text[: text.index("score: 4,5")].count("\n") + 1
    app = open_page("overview")
    assert not app.exception
    page = shown(app)
    assert "Kommunnätverket för hållbar utveckling: fortsätt" in page
    assert f"evaluations/huddinge-2025/answers/forvaltningen.yaml rad {line}" in page
    assert "4,5" in page
    assert "Allt annat fungerar" in page


def test_the_only_evaluation_being_broken_leaves_its_problems_on_every_page(
    data: Path, open_page: Opener
) -> None:
    for path in (data / "evaluations").glob("*/evaluation.yaml"):
        path.write_text("schema: 1\nstatus: klar\n")
    for file in SHOWS_EVALUATION:
        app = open_page(file)
        assert not app.exception
        assert "evaluations/huddinge-2025/evaluation.yaml" in shown(app)


def test_an_unusable_memo_template_is_told_and_the_page_still_opens(
    data: Path, open_page: Opener
) -> None:
    (data / "templates/huddinge.yaml").write_text("schema: 1\nid: huddinge\nrubrik: fel\n")
    app = open_page("papers", utvardering="huddinge-2025")
    assert not app.exception
    assert "templates/huddinge.yaml" in shown(app)
    assert not app.get("download_button"), "a file that follows no template must not be offered"


def test_words_from_files_that_look_like_markup_are_shown_as_written(
    data: Path, open_page: Opener
) -> None:
    path = data / "networks/sekom.yaml"
    name = "SEKOM <b>&"
    path.write_text(
        path.read_text(encoding="utf-8").replace("short: SEKOM", f'short: "{name}"'),
        encoding="utf-8",
    )
    app = open_page("outcome", utvardering="huddinge-2025")
    assert not app.exception
    assert all("SEKOM <b>" not in element.value for element in app.get("html"))
    assert f"Klimatkommunerna får 73 och {name} får 57 av 100" in shown(app)
    drawn = b"".join(map(b64decode, re.findall(r"svg\+xml;base64,([^\"]+)", _html(app)))).decode()
    assert "SEKOM &lt;b&gt;&amp;" in drawn and "SEKOM <b>" not in drawn
    sure = open_page("outcome", avsnitt="sakerhet", utvardering="huddinge-2025")
    lines = sure.get("plotly_chart")[0].proto.spec
    assert "SEKOM &lt;b&gt;" in lines.replace("\\u003c", "<") and "SEKOM <b>" not in lines
    options = Choice(sure, "natverk").options.values()
    assert list(options) == ["Klimatkommunerna", name], "the browser puts it in as text"


def _html(app: AppTest) -> str:
    return "".join(element.value for element in app.get("html"))


def test_the_icon_is_a_file_that_is_there(
    data: Path, open_page: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of one that is not Streamlit tells the browser the path: where we lie on the server."""
    told: list[str] = []
    monkeypatch.setattr("streamlit.set_page_config", lambda **more: told.append(more["page_icon"]))
    open_page("glossary")
    assert told and all(Path(icon).is_file() for icon in told)
