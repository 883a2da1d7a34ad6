"""Our papers beside Huddinge's own document of 1 April 2025, argument by argument.

Every argument of the document must be found in the memo or in bilaga 1 with its facts, the
weightiest in the memo; outcome, day and body must be the same; and the memo can be signed as it is.
"""

from __future__ import annotations

import re
from datetime import date

import pytest

from natverkskollen.analysis.reasons import weightiest
from natverkskollen.analysis.robustness.robustness import robustness
from natverkskollen.output.papers.blocks import block_texts
from natverkskollen.output.papers.fidelity import document_text
from natverkskollen.output.papers.render import FORMATS, Draft, draft
from natverkskollen.swedish.readability import lix
from natverkskollen.swedish.signs import HARD
from tests import ROOT
from tests.building.dossiers import shipped
from tests.building.papers import huddinge
from tests.natverkskollen.output.papers.pdf_reading import opened, seen, text
from tests.office import convert

# What the document says, and the facts that show that our papers say it.
MEMO, EITHER = "in the memo", "in the memo or bilaga 1"
ARGUMENTS = {
    "origin: the committee applied in April 2022 on advice": (
        EITHER,
        "klimat- och stadsmiljönämnden beslutade den 21 april 2022",
        "ansöka om medlemskap i föreningen Klimatkommunerna",
        "rekommendation från miljö- och bygglovsförvaltningen",
    ),
    "origin: a forum for deeper talk about the climate": (
        EITHER,
        "fördjupad dialog och kunskapsutbyte",
        "minskade utsläpp av växthusgaser",
    ),
    "origin: which SEKOM lacked": (
        EITHER,
        "saknade ett erfarenhetsutbyte kring klimatarbetet",
    ),
    "origin: SEKOM kept on trial for its breadth": (
        EITHER,
        "bredare hållbarhetsfokus",
        "fortsätta medlemskapet även i SEKOM under en prövotid",
    ),
    "origin: the assignment to evaluate both and report": (
        MEMO,
        "i uppdrag att utvärdera värdet av medlemskapet i SEKOM och Klimatkommunerna",
        "redovisa utfallet av utvärderingen för nämnden",
    ),
    "method: the networks' own material and interviews": (
        MEMO,
        "nätverkens egna informationsmaterial",
        "intervjuer med kommunens representanter",
    ),
    "Klimatkommunerna: a platform for the main challenges": (
        MEMO,
        "tydliga fokus på klimatfrågor",
        "främst står inför, exempelvis gällande transporter",
    ),
    "Klimatkommunerna: the website is used often": (
        EITHER,
        "använder ofta informationen",
        "på föreningens hemsida",
    ),
    "Klimatkommunerna: an active office with accessible material": (
        EITHER,
        "Ett aktivt kansli",
        "enkelt att hitta och använda föreningens underlag",
    ),
    "Klimatkommunerna: a mail list that can be searched": (
        EITHER,
        "maillista gör att det är enkelt att komma i kontakt med andra miljöstrateger",
        "mailtrådar görs även sökbara på hemsidan",
    ),
    "Klimatkommunerna: used in the plan of 2022–2025": (
        EITHER,
        "framtagandet av handlingsplan",
        "miljöprogrammet för Huddinge kommun 2022–2025",
        "åtgärder andra kommuner med ambitiöst klimatarbete vidtagit",
    ),
    "Klimatkommunerna: and in the revision that has begun": (
        EITHER,
        "påbörjad revidering av miljöprogrammet kommer underlag från föreningen användas",
    ),
    "Klimatkommunerna: about 50 members": (EITHER, "Föreningen har cirka 50 medlemmar"),
    "SEKOM: the oldest network, a whole view": (
        MEMO,
        "världens äldsta kommunnätverk",
        "ekosystem i balans",
    ),
    "SEKOM: a member works by four principles": (
        EITHER,
        "de fyra hållbarhetsprinciperna, som finns inskrivna i kommunens miljöpolicy",
    ),
    "SEKOM: newsletters and seminars that had to give way": (
        EITHER,
        "nyhetsbrev med inspiration och genomför många intressanta seminarier",
        "behövts prioriteras ned till förmån för andra arbetsuppgifter",
    ),
    "SEKOM: green key figures, half of them our own": (
        EITHER,
        "gröna nyckeltal",
        "jämförelse både med andra kommuner och hur kommunen utvecklats över tid",
        "Cirka hälften av dessa nyckeltal ingår i kommunens egen uppföljning",
    ),
    "SEKOM: its members' engagement falls, it will find out why": (
        EITHER,
        "medlemmarnas engagemang i föreningen minskat, och planerar för att utreda orsaken",
    ),
    "SEKOM: member since 1996, by which decision": (
        EITHER,
        "medlem sedan 1996",
        "PPU 1996-06-12, dnr KS kka 96/445.829",
    ),
    "SEKOM: about 100 members": (EITHER, "Föreningen har cirka 100 medlemmar"),
    "focus: both are broad and describe themselves alike": (
        EITHER,
        "profilerar sig med ett brett fokusområde inom hållbarhet",
        "till synes likvärdigt",
    ),
    "focus: in deeds one leans to climate, the other to ecology": (
        EITHER,
        "något större fokus på klimat och utsläpp",
        "SEKOM haft ett större fokus på ekologi",
    ),
    "cost: the same rule and the same sum in both": (
        EITHER,
        "Klimatkommunerna: fast avgift 4 000 kronor + 30 öre per kommuninvånare",
        "Sveriges Ekokommuner: fast avgift 4 000 kronor + 30 öre per kommuninvånare",
    ),
    "cost: about 40 000 a year": (EITHER, "cirka 40 000 kronor"),
    "work: Klimatkommunerna used all the time and very valuable": (
        EITHER,
        "används löpande i miljöstrategernas arbete",
        "mycket värdefullt i form av omvärldsbevakning och kunskapsinhämtning",
        "lättillgängligt och relevant för de strategiska utmaningar",
    ),
    "work: SEKOM relevant, but other tasks come first": (
        EITHER,
        "generellt är relevant och av intresse för miljöstrategiskt arbete",
        "andra frågor och uppgifter som behöver prioriteras före",
    ),
    "work: SEKOM used very little": (MEMO, "nätverket SEKOM mycket litet i det"),
    "values: a symbol": (MEMO, "bidra till symboliska värden"),
    "values: weight at home and abroad, replies to consultations": (
        EITHER,
        "tyngd och möjlighet att påverka i ett nationellt och internationellt perspektiv",
        "svarar exempelvis på remisser",
    ),
    "values: what is needed tomorrow cannot be foreseen": (
        EITHER,
        "svåra att definiera",
        "inte överblickbara",
        "används i mindre omfattning i det dagliga arbetet idag, i framtiden vara värdefullt",
    ),
    "conclusion: Klimatkommunerna is valuable, go on": (
        EITHER,
        "Klimatkommunerna är värdefullt för det miljöstrategiska arbetet i kommunen",
        "rekommenderar att kommunen fortsätter att vara medlem",
    ),
    "conclusion: both have many members": (EITHER, "medlemsstarka föreningar"),
    "conclusion: SEKOM's breadth was not borne out in use": (
        EITHER,
        "bredare hållbarhetsperspektiv",
        "används i mycket liten utsträckning",
        "nödvändigtvis inte att det varit irrelevant",
    ),
    "conclusion: what the symbol may cost is hard to say": (
        EITHER,
        "långa tradition av ”SEKOM-medlem”",
        "godtagbar kostnad för ett sådant värde är svårbedömt",
    ),
    "conclusion: SEKOM may become a strong forum again": (
        EITHER,
        "svalnande engagemang",
        "potential att återigen bli ett forum",
    ),
    "recommendation: back to the board with an answer by 30 May 2026": (
        MEMO,
        "Kommunstyrelsen ger kommundirektören i uppdrag att senast den 30 maj 2026 återkomma",
        "beslut om fortsatt medlemskap i eller utträde ur föreningen Sveriges Ekokommuner (SEKOM)",
    ),
    "recommendation: Klimatkommunerna is kept": (
        MEMO,
        "Huddinge kommun fortsätter att vara medlem i föreningen Klimatkommunerna",
    ),
}


@pytest.fixture(scope="module")
def found():
    return robustness(shipped())


@pytest.fixture(scope="module")
def written(found) -> Draft:
    return draft(found.result, ROOT, robustness=found)


@pytest.fixture(scope="module")
def files(written) -> dict[tuple[str, str], str]:
    """The memo and bilaga 1 as the eye reads them in each of the three formats."""
    read = {
        "docx": document_text,
        "pdf": lambda raw: text(opened(raw)),
        "txt": lambda raw: raw.decode("utf-8"),
    }
    return {
        (paper, kind): seen(read[kind](FORMATS[kind](written, written.paper(paper))))
        for paper in ("tjansteskrivelse", "bilaga-1")
        for kind in FORMATS
    }


@pytest.mark.parametrize("argument", ARGUMENTS)
def test_every_argument_is_in_its_place_and_in_every_file(argument, files):
    place, *facts = ARGUMENTS[argument]
    for fact in facts:
        for kind in FORMATS:
            memo = seen(fact) in files["tjansteskrivelse", kind]
            levels = seen(fact) in files["bilaga-1", kind]
            assert memo or (levels and place == EITHER), (fact, kind)


def test_the_weightiest_reason_of_each_network_and_theme_is_in_the_memo(found, files):
    reasons = weightiest(found.result, 9, 1)
    assert {r.theme.id for r in reasons} == {"fokus", "strategisk-nytta", "symbolvarde"}
    for reason in reasons:
        assert seen(reason.opening) in files["tjansteskrivelse", "txt"], reason.text
    assert "38291kronor" in files["tjansteskrivelse", "txt"]  # and of the cost, the fee


def test_the_memo_can_be_signed_as_it_is(written, files):
    memo = written.memo
    texts = [t for s in memo.sections for b in s.blocks for t in block_texts(b)]
    assert sum(len(each.split()) for each in texts) <= 700
    assert lix(texts) <= 48
    assert len(opened(written.pdf(memo)).pages) <= 2
    assert len(opened(written.pdf(written.paper("bilaga-1"))).pages) <= 6
    assert len(opened(written.pdf(written.paper("bilaga-2"))).pages) <= 2
    said = files["tjansteskrivelse", "docx"]
    assert re.findall(r"\[(?!Fylli)", said) == []
    assert "Nätverkskollen" not in said and "av100" not in said


def test_the_papers_keep_their_pages_in_word_too(found, tmp_path):
    most = {"tjansteskrivelse": 2, "bilaga-1": 6, "bilaga-2": 2}
    files = {}
    for template in ("huddinge", "kungsbacka-stil", "att-satser"):
        papers = draft(found.result, ROOT, template, found)
        for id_ in most:
            file = tmp_path / f"{template}-{id_}.docx"
            file.write_bytes(papers.docx(papers.paper(id_)))
            files[file] = most[id_]
    convert(list(files), "pdf", tmp_path)
    pages = {file: len(opened(file.with_suffix(".pdf").read_bytes()).pages) for file in files}
    assert {file.stem: count for file, count in pages.items() if count > files[file]} == {}


def test_what_became_known_after_the_day_is_not_in_the_memo_but_in_what_to_do(written, files):
    """SEKOM's report of 11 April 2025: 90 members, and an enquiry that had ended."""
    for kind in FORMATS:
        assert "90medlemmar" not in files["tjansteskrivelse", kind]
        assert "december2024" not in files["tjansteskrivelse", kind]
    told = " ".join(task.what for task in written.tasks).replace(HARD, " ")
    assert "90 medlemmar" in told and "den 4 december 2024" in told
    assert told.count("Uppgiften kom efter ärendets dag.") == 2


def test_what_is_left_to_do_is_listed_with_its_place(written):
    tasks = {task.what.replace(HARD, " "): task.place for task in written.tasks}
    assert tasks["Fyll i: om ärendet berör barn, och hur."] == "papper"
    assert tasks["Fyll i: vilka som ska få beslutet."] == "oversikt"
    assert tasks["Uppdraget: paragrafen i beslutet saknas."] == "oversikt"
    assert not any(what.startswith("Fyll i.") for what in tasks)
    assert any("Pröva jäv" in what for what in tasks)
    assert any("faktagranskningen" in what for what in tasks)


def test_the_outcome_the_day_and_the_body_are_huddinges():
    evaluation = huddinge().evaluation
    assert (evaluation.case.date, evaluation.case.diarienummer) == (
        date(2025, 4, 1),
        "KS-2025/475",
    )
    assert [(d.network, d.outcome, d.by, d.body) for d in evaluation.decisions] == [
        (None, "receive", None, "Kommunstyrelsen"),
        ("klimatkommunerna", "continue", None, "Kommunstyrelsen"),
        ("sekom", "come-back", date(2026, 5, 30), "Kommunstyrelsen"),
        (None, "close-assignment", None, "Kommunstyrelsen"),
    ]


def test_every_answer_rests_on_a_place_in_huddinges_document():
    answers = [
        ground.answer
        for network in huddinge().networks
        for cell in network.criteria
        for ground in cell.assessment.grounds
        if ground.answer.score is not None
    ]
    assert len(answers) == 23
    for answer in answers:
        sources = [each.source for each in answer.evidence if each.source]
        places = [s.place for s in sources if s.document == "utvardering-2025" and s.quote]
        assert places and all(places), answer.rationale
