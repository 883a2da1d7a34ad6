"""Our memo beside Huddinge's own document of 1 April 2025, argument by argument.

Every argument of the document must be found in the memo with its facts; outcome, day and body must
be the same; and what the program adds must never be taken for Huddinge's own judgement.
"""

from __future__ import annotations

import re
from datetime import date

import pytest

from natverkskollen.analysis.robustness.robustness import robustness
from natverkskollen.output.papers.blocks import Block, Bullets, Paragraph, Table, block_texts
from natverkskollen.output.papers.fidelity import document_text
from natverkskollen.output.papers.render import draft
from natverkskollen.output.papers.writing import ADDED, COMPUTED
from natverkskollen.swedish.signs import HARD
from tests import ROOT
from tests.building.dossiers import shipped
from tests.building.papers import build_memo, huddinge
from tests.natverkskollen.output.papers.pdf_reading import opened, seen, text

# What the document says, where our memo says it, and the facts that show that it does.
BACKGROUND, VIEWS, APPENDIX = "beskrivning", "synpunkter", "bilaga"
ARGUMENTS = {
    "origin: the committee applied in April 2022 on advice": (
        BACKGROUND,
        "klimat- och stadsmiljönämnden beslutade den 21 april 2022",
        "ansöka om medlemskap i föreningen Klimatkommunerna",
        "rekommendation från miljö- och bygglovsförvaltningen",
    ),
    "origin: a forum for deeper talk about the climate": (
        BACKGROUND,
        "fördjupad dialog och kunskapsutbyte",
        "minskade utsläpp av växthusgaser",
    ),
    "origin: which SEKOM lacked": (
        BACKGROUND,
        "saknade ett erfarenhetsutbyte kring klimatarbetet",
    ),
    "origin: SEKOM kept on trial for its breadth": (
        BACKGROUND,
        "bredare hållbarhetsfokus",
        "fortsätta medlemskapet även i SEKOM under en prövotid",
    ),
    "origin: the assignment to evaluate both and report": (
        BACKGROUND,
        "i uppdrag att utvärdera värdet av medlemskapet i SEKOM och Klimatkommunerna",
        "redovisa utfallet av utvärderingen för nämnden",
    ),
    "method: the networks' own material and interviews": (
        BACKGROUND,
        "nätverkens egna informationsmaterial",
        "intervjuer med kommunens representanter",
    ),
    "Klimatkommunerna: a platform for the main challenges": (
        VIEWS,
        "tydliga fokus på klimatfrågor",
        "främst står inför, exempelvis gällande transporter",
    ),
    "Klimatkommunerna: the website is used often": (
        VIEWS,
        "använder ofta informationen",
        "på föreningens hemsida",
    ),
    "Klimatkommunerna: an active office with accessible material": (
        VIEWS,
        "Ett aktivt kansli",
        "enkelt att hitta och använda föreningens underlag",
    ),
    "Klimatkommunerna: a mail list that can be searched": (
        APPENDIX,
        "maillista gör att det är enkelt att komma i kontakt med andra miljöstrateger",
        "mailtrådar görs även sökbara på hemsidan",
    ),
    "Klimatkommunerna: used in the plan of 2022–2025": (
        APPENDIX,
        "framtagandet av handlingsplan",
        "miljöprogrammet för Huddinge kommun 2022–2025",
        "åtgärder andra kommuner med ambitiöst klimatarbete vidtagit",
    ),
    "Klimatkommunerna: and in the revision that has begun": (
        APPENDIX,
        "påbörjad revidering av miljöprogrammet kommer underlag från föreningen användas",
    ),
    "Klimatkommunerna: about 50 members": (BACKGROUND, "Föreningen har cirka 50 medlemmar"),
    "SEKOM: the oldest network, a whole view": (
        BACKGROUND,
        "världens äldsta kommunnätverk",
        "ekosystem i balans",
    ),
    "SEKOM: a member works by four principles": (
        BACKGROUND,
        "de fyra hållbarhetsprinciperna, som finns inskrivna i kommunens miljöpolicy",
    ),
    "SEKOM: newsletters and seminars that had to give way": (
        APPENDIX,
        "nyhetsbrev med inspiration och genomför många intressanta seminarier",
        "behövts prioriteras ned till förmån för andra arbetsuppgifter",
    ),
    "SEKOM: green key figures, half of them our own": (
        APPENDIX,
        "gröna nyckeltal",
        "jämförelse både med andra kommuner och hur kommunen utvecklats över tid",
        "Cirka hälften av dessa nyckeltal ingår i kommunens egen uppföljning",
    ),
    "SEKOM: its members' engagement falls, it will find out why": (
        BACKGROUND,
        "medlemmarnas engagemang i föreningen minskat, och planerar för att utreda orsaken",
    ),
    "SEKOM: member since 1996, by which decision": (
        BACKGROUND,
        "medlem sedan 1996",
        "PPU 1996-06-12, dnr KS kka 96/445.829",
    ),
    "SEKOM: about 100 members": (BACKGROUND, "Föreningen har cirka 100 medlemmar"),
    "focus: both are broad and describe themselves alike": (
        APPENDIX,
        "profilerar sig med ett brett fokusområde inom hållbarhet",
        "till synes likvärdigt",
    ),
    "focus: in deeds one leans to climate, the other to ecology": (
        APPENDIX,
        "något större fokus på klimat och utsläpp",
        "SEKOM haft ett större fokus på ekologi",
    ),
    "cost: the same rule and the same sum in both": (
        VIEWS,
        "Klimatkommunerna: fast avgift 4 000 kronor + 30 öre per kommuninvånare",
        "Sveriges Ekokommuner: fast avgift 4 000 kronor + 30 öre per kommuninvånare",
    ),
    "cost: about 40 000 a year": ("ekonomi", "cirka 40 000 kronor"),
    "work: Klimatkommunerna used all the time and very valuable": (
        VIEWS,
        "används löpande i miljöstrategernas arbete",
        "mycket värdefullt i form av omvärldsbevakning och kunskapsinhämtning",
        "lättillgängligt och relevant för de strategiska utmaningar",
    ),
    "work: SEKOM relevant, but other tasks come first": (
        APPENDIX,
        "generellt är relevant och av intresse för miljöstrategiskt arbete",
        "andra frågor och uppgifter som behöver prioriteras före",
    ),
    "work: SEKOM used very little": (VIEWS, "nätverket SEKOM mycket litet i det"),
    "values: a symbol": (VIEWS, "bidra till symboliska värden"),
    "values: weight at home and abroad, replies to consultations": (
        VIEWS,
        "tyngd och möjlighet att påverka i ett nationellt och internationellt perspektiv",
        "svarar exempelvis på remisser",
    ),
    "values: what is needed tomorrow cannot be foreseen": (
        APPENDIX,
        "svåra att definiera",
        "inte överblickbara",
        "används i mindre omfattning i det dagliga arbetet idag, i framtiden vara värdefullt",
    ),
    "conclusion: Klimatkommunerna is valuable, go on": (
        VIEWS,
        "Klimatkommunerna är värdefullt för det miljöstrategiska arbetet i kommunen",
        "rekommenderar att kommunen fortsätter att vara medlem",
    ),
    "conclusion: both have many members": (VIEWS, "medlemsstarka föreningar"),
    "conclusion: SEKOM's breadth was not borne out in use": (
        VIEWS,
        "bredare hållbarhetsperspektiv",
        "används i mycket liten utsträckning",
        "nödvändigtvis inte att det varit irrelevant",
    ),
    "conclusion: what the symbol may cost is hard to say": (
        VIEWS,
        "långa tradition av ”SEKOM-medlem”",
        "godtagbar kostnad för ett sådant värde är svårbedömt",
    ),
    "conclusion: SEKOM may become a strong forum again": (
        VIEWS,
        "svalnande engagemang",
        "potential att återigen bli ett forum",
    ),
    "recommendation: back to the board with an answer by 30 May 2026": (
        "forslag-till-beslut",
        "Kommunstyrelsen ger kommundirektören i uppdrag att senast den 30 maj 2026 återkomma",
        "beslut om fortsatt medlemskap i eller utträde ur föreningen Sveriges Ekokommuner (SEKOM)",
    ),
    "recommendation: Klimatkommunerna is kept": (
        "forslag-till-beslut",
        "Huddinge kommun fortsätter att vara medlem i föreningen Klimatkommunerna",
    ),
}


@pytest.fixture(scope="module")
def found():
    return robustness(shipped())


@pytest.fixture(scope="module")
def memo(found):
    return build_memo(found.result, robustness=found)


@pytest.fixture(scope="module")
def files(found) -> dict[str, str]:
    """The three files as the eye reads them."""
    result = found.result
    return {
        "docx": seen(document_text(draft(result, ROOT, robustness=found).docx())),
        "pdf": seen(text(opened(draft(result, ROOT, robustness=found).pdf()))),
        "txt": seen(draft(result, ROOT, robustness=found).txt().decode("utf-8")),
    }


@pytest.mark.parametrize("argument", ARGUMENTS)
def test_every_argument_is_in_its_place_and_in_every_file(argument, memo, files):
    section, *facts = ARGUMENTS[argument]
    said = [t for b in memo.section(section).blocks for t in block_texts(b)]
    whole = " ".join(said).replace(HARD, " ")
    for fact in facts:
        assert fact in whole, section
        assert [name for name, words in files.items() if seen(fact) not in words] == []


def test_the_outcome_the_day_and_the_body_are_huddinges(memo):
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
    assert len(answers) == 22
    for answer in answers:
        sources = [each.source for each in answer.evidence if each.source]
        places = [s.place for s in sources if s.document == "utvardering-2025" and s.quote]
        assert places and all(places), answer.rationale


# What only the program says: a value, how sure it is, a fee or a sum to the krona.
OURS = re.compile(r"av 100\b|andra vikter|38 291|76 582|1 70[89]|0,67 kr")


def marked(block: Block) -> bool:
    words = block.title if isinstance(block, Table) else getattr(block, "lead", "")
    return any(mark.lower() in words.lower() for mark in (COMPUTED, ADDED))


def test_what_the_program_computed_says_so(memo):
    unmarked = []
    for section in memo.sections:
        above = False  # a bulleted list follows on the marked line before it
        for block in section.blocks:
            said = " ".join(block_texts(block)).replace(HARD, " ")
            own = marked(block) or (isinstance(block, Bullets) and above)
            computed = said.startswith("Beräknat värde ") or COMPUTED in said
            if OURS.search(said) and not (own or computed):
                unmarked.append((section.id, said[:90]))
            above = marked(block) or said.startswith((COMPUTED, ADDED))
    # The row's own name in the appendix; the line below it is marked.
    assert unmarked == [
        (APPENDIX, "B7 Klimatkommunerna: 38 291,20 kr"),
        (APPENDIX, "B8 SEKOM: 38 291,20 kr"),
    ]


def test_what_huddinge_said_is_never_marked_as_the_programs(memo):
    evaluation = huddinge().evaluation
    said = [evaluation.case.background, evaluation.case.method, *_rationales()]
    said += (evaluation.case.conclusion or "").split("\n\n")
    own = [" ".join(block_texts(b)) for s in memo.sections for b in s.blocks if marked(b)]
    assert len(own) > 15
    assert [
        each for each in said for words in own if each and each in words.replace(HARD, " ")
    ] == []


def _rationales() -> list[str]:
    return [
        ground.answer.rationale or ""
        for network in huddinge().networks
        for cell in network.criteria
        for ground in cell.assessment.grounds
    ]


def test_the_reader_is_told_what_the_marks_mean_and_whose_the_scores_are(memo, files):
    for words in (
        "Det som är märkt ”Beräknat av Nätverkskollen” eller ”Tillägg av Nätverkskollen” kommer "
        "från programmet och är ingen bedömning av kommunen.",
        "Betygen, graderna och viktprofilen är Nätverkskollens läsning av texten.",
        "Svarat: Förvaltningens ord, Nätverkskollens betyg.",
    ):
        assert [name for name, said in files.items() if seen(words) not in said] == []


def test_the_marks_are_in_every_file_and_in_running_text(memo, files):
    marks = [b for s in memo.sections for b in s.blocks if isinstance(b, Paragraph) and marked(b)]
    for block in marks:
        words = seen(f"{block.lead} {block.text}")
        assert [name for name, said in files.items() if words not in said] == []
