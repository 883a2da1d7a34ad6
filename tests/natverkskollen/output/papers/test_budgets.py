"""The memo takes whole sentences up to a budget; what it leaves stands in whole in bilaga 1."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from natverkskollen.output.papers.budgets import BUDGETS, Wish, fitted
from natverkskollen.output.papers.measure import measure
from natverkskollen.output.papers.template import MemoTemplate
from natverkskollen.swedish.readability import word_count
from tests.building.papers import papers, result, said


def kept(room: int, *texts: tuple[str, int], told: tuple[str, ...] = ()) -> list[str]:
    wishes = [Wish("x", f"t{at}", text, words) for at, (text, words) in enumerate(texts)]
    return [each.kept for each in fitted(wishes, room, told)]


ABC = "Ett två tre. Fyra fem sex sju. Åtta nio."


def test_whole_sentences_up_to_the_part_of_each_text() -> None:
    assert kept(7, (ABC, 7)) == ["Ett två tre. Fyra fem sex sju."]
    assert kept(9, (ABC, 3)) == [ABC]  # what is left over is used
    assert kept(8, (ABC, 3)) == ["Ett två tre. Fyra fem sex sju."]


def test_a_first_sentence_is_never_left_out_however_long() -> None:
    assert kept(1, (ABC, 1)) == ["Ett två tre."]
    assert kept(1, (ABC, 0)) == [""]  # but a text without a part of its own may be


def test_what_is_left_goes_to_the_texts_in_order() -> None:
    first, second = kept(9, (ABC, 3), ("Tio elva. Tolv tretton.", 2))
    assert (first, second) == ("Ett två tre. Fyra fem sex sju.", "Tio elva.")


def test_a_sentence_is_said_once() -> None:
    assert kept(99, (ABC, 99), (ABC + " Nytt här.", 99)) == [ABC, "Nytt här."]
    assert kept(99, (ABC, 99), told=("ETT två, tre!",)) == ["Fyra fem sex sju. Åtta nio."]


def test_paragraphs_stay_and_a_text_that_has_room_is_as_it_was_written() -> None:
    text = "Ett två.\n\nTre fyra\nfem."
    (found,) = fitted([Wish("x", "t", text, 99)], 99)
    assert found.text == text and not found.cut
    (short,) = fitted([Wish("x", "t", text, 2)], 2)
    assert short.text == "Ett två." and short.cut and short.whole == text


@given(st.lists(st.text("ab. \n", max_size=60), max_size=4), st.integers(0, 40))
def test_nothing_is_kept_that_was_not_written_and_the_order_holds(texts, room) -> None:
    for each, text in zip(
        fitted([Wish("x", str(n), t, 5) for n, t in enumerate(texts)], room), texts, strict=True
    ):
        rest = iter(text.split())
        assert all(word in rest for word in each.kept.split())


LONG = " ".join(f"Mening nummer {n} säger något som är viktigt för ärendet." for n in range(60))
FIELDS = ("background", "method", "conclusion", "legal", "follow_up")


def test_every_text_a_person_wrote_stands_in_whole_in_the_memo_or_in_the_first_appendix() -> None:
    written = {field: f"Om {field} först. {LONG} Slut på {field}." for field in FIELDS}
    evaluated = result(
        case=written,
        memberships=[{"network": "ett", "presentation": f"Om ett. {LONG}"}, {"network": "tva"}],
        decisions=[
            {"network": "ett", "outcome": "continue", "body": "KS", "motive": f"Motiv. {LONG}"}
        ],
    )
    found = papers(evaluated)
    memo, levels = said(found["tjansteskrivelse"]), said(found["bilaga-1"])
    for text in (*written.values(), f"Om ett. {LONG}", f"Motiv. {LONG}"):
        assert text in memo or text in levels
    assert word_count([memo]) <= 800


def test_a_text_has_the_templates_own_heading_in_the_appendix_too() -> None:
    """Two of the same name are still two texts."""
    own = {"juridik": "Lagen och vi", "uppfoljning": "Lagen och vi"}
    order = (*(each for each in MemoTemplate().order if each != "ovriga"), *own)
    template = MemoTemplate(headings=own, order=order, omit=("ovriga", "barn"))
    case = {"legal": LONG, "follow_up": f"Nästa år. {LONG}"}
    made = papers(result(case=case), template)
    memo, appendix = made["tjansteskrivelse"], said(made["bilaga-1"])
    assert [each.heading for each in memo.sections].count("Lagen och vi") == 2
    assert "Lagen och vi" in appendix and "Juridiska konsekvenser" not in appendix
    assert "Nästa år." in said(memo, "uppfoljning") and "Nästa år." not in said(memo, "juridik")


def test_a_short_text_is_in_the_memo_alone() -> None:
    found = papers(result(case={"conclusion": "Nätverket behövs."}))
    assert "Nätverket behövs." in said(found["tjansteskrivelse"], "synpunkter")
    assert "Nätverket behövs." not in said(found["bilaga-1"])


def test_the_budgets_of_two_networks_are_those_of_real_papers() -> None:
    least, most = (sum(b.words(2)[i] for s, b in BUDGETS.items() if s in SHIPPED) for i in (0, 1))
    assert 500 <= least <= 600 and 700 <= most <= 850
    assert BUDGETS["synpunkter"].words(5)[1] == 230 + 3 * 65


SHIPPED = [
    "forslag-till-beslut",
    "sammanfattning",
    "beskrivning",
    "synpunkter",
    "ekonomi",
    "ovriga",
    "beslutsunderlag",
    "skickas-till",
]


def test_the_measure_says_what_there_is_too_much_of() -> None:
    found = measure(["ord " * 70], "ekonomi", 2)
    assert found.sentence.startswith("70 ord av 40–60. Stryk 10 ord. LIX 7")
    assert measure(["Bra."], "ekonomi", 2).sentence == "1 ord av 40–60. LIX 1."
