"""What a network is sent, on the page and in the Word file."""

from io import BytesIO

import docx

from natverkskollen.analysis.findings.fact_check import fact_check
from natverkskollen.analysis.scoring import evaluate
from natverkskollen.output.papers.fact_check_docx import fact_check_docx
from tests.building import dossiers as build


def fact(id_, value, as_of="2024-12-31", **more):
    source = {"document": "d", "place": "p", "quote": f"citat {id_} {as_of}"}
    return {
        "id": id_,
        "label": id_.capitalize(),
        "value": value,
        "as_of": as_of,
        "source": source,
        **more,
    }


FACTS = (
    fact("medlemmar", 100, "2023-12-31"),
    fact("medlemmar", 90),
    fact("lista", "Finns"),
    fact("anvandning", "Liten", tags=("anvandning",)),
    fact("oanvand", 7),
    fact("delar", 5, part_of="oanvand"),
)


def made(**more):
    criteria = build.criteria_set(build.theme("t", 1, build.judged("k")))
    evidence = tuple({"fact": id_} for id_ in ("medlemmar", "anvandning"))
    answers = {"a": {"k": build.score(4, evidence=evidence)}}
    networks = {"a": build.network("a", facts=FACTS)}
    dossier = build.dossier(criteria, answers, networks=networks, **more)
    return dossier, evaluate(dossier).network("a")


def test_the_facts_are_those_used_or_disputed_and_not_what_we_say_of_ourselves():
    """The newest member count is evidence; 5 does not add up to 7; the list is neither."""
    check = fact_check(*made())
    assert [(item.id, item.said.replace("\u00a0", " ")) for item in check.facts] == [
        ("medlemmar", "90 (uppgift per 2024-12-31)"),
        ("oanvand", "7 (uppgift per 2024-12-31)"),
        ("delar", "5 (uppgift per 2024-12-31)"),
        ("medlemsavgift", "okänd"),
    ]
    assert [(item.id, item.basis) for item in check.scores] == [("k", "Därför.")]


def test_the_word_file_says_the_same_and_is_the_same_every_time():
    check = fact_check(*made())
    content = fact_check_docx(check, "Provkommun")
    assert content == fact_check_docx(check, "Provkommun")
    document = docx.Document(BytesIO(content))
    words = "\n".join(paragraph.text for paragraph in document.paragraphs)
    for part in (check.title, *check.letter, *(item.said for item in check.facts)):
        assert part in words
    assert document.core_properties.language == "sv-SE"
    assert document.paragraphs[0].style.name == "Heading 1"


def test_characters_no_file_can_hold_are_left_out_of_the_word_file():
    check = fact_check(*made())
    odd = type(check)(f"{check.title}\x0b", check.letter, check.facts, check.scores)
    assert docx.Document(BytesIO(fact_check_docx(odd, "P\x00")))
