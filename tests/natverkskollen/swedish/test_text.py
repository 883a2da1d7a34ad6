"""Numbers, money and dates as DOMAIN.md §2 wants them: hard spaces, decimal comma, tankstreck."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from natverkskollen.swedish import dates, line_breaks, money, numbers, words


@pytest.mark.parametrize(
    ("made", "written"),
    [
        (money.kronor(Decimal("38291.20")), "38\u00a0291\u00a0kronor"),
        (money.kr(Decimal("38291.20")), "38\u00a0291,20\u00a0kr"),
        (numbers.number(Decimal("0.30")), "0,3"),
        (numbers.number(4000), "4\u00a0000"),
        (numbers.number(-5), "\u22125"),
        (numbers.number(Fraction(1, 3), 1), "0,3"),
        (numbers.number(Decimal("2.5"), 0), "3"),
        (numbers.number(Decimal("1E+3")), "1\u00a0000"),
        (numbers.percent(Decimal("0.31")), "31\u00a0procent"),
        (numbers.span(2, 3), "2–3"),
        (numbers.span(3, 3), "3"),
        (dates.long_date(date(2026, 5, 30)), "den\u00a030\u00a0maj\u00a02026"),
        (words.counted(1, "ett kriterium", "kriterier"), "ett\u00a0kriterium"),
        (words.counted(12, "ett svar", "svar"), "tolv\u00a0svar"),
        (words.counted(13, "ett svar", "svar"), "13\u00a0svar"),
        (words.listed(["a", "b", "c"]), "a, b och c"),
        (words.listed(["a"]), "a"),
        (words.listed(["a och b", "c"]), "a och b samt c"),
        (words.listed(["a", "b och c", "d"]), "a, b och c samt d"),
        (words.listed(["mål\u00a0och\u00a0medel", "c"]), "mål\u00a0och\u00a0medel samt c"),
        (words.listed(["a och b", "c"], "eller"), "a och b eller c"),
        (words.listed(["ochra", "c"]), "ochra och c"),
        (words.listed(["till och med 5", "annars 7"]), "till och med 5 och annars 7"),
        (
            words.listed(["från och med 5", "i mål och medel"]),
            "från och med 5 samt i mål och medel",
        ),
        (words.listed([]), ""),
        (words.genitive("Huddinge kommun"), "Huddinge kommuns"),
        (words.genitive("Borås"), "Borås"),
    ],
)
def test_it_is_written_as_the_language_council_says(made, written):
    assert made == written


@pytest.mark.parametrize(
    ("typed", "whole"),
    [
        ("beslut 2014-05-06, § 60, och §§ 5–6", "beslut 2014-05-06, §_60, och §§_5–6"),
        ("kostar 38 291 kr i år", "kostar 38_291_kr i år"),
        ("1 234 567 kronor", "1_234_567_kronor"),
        ("30 öre, 12 procent och 7 %", "30_öre, 12_procent och 7_%"),
        ("senast den 30 maj 2026, alltså i maj", "senast den_30_maj_2026, alltså i maj"),
        ("1 april", "1_april"),
        ("(dnr KS kka 96/445.829)", "(dnr_KS_kka_96/445.829)"),
        ("Diarienummer KS-2025/475", "Diarienummer_KS-2025/475"),
        # What only looks alike is left alone.
        ("år 2024 300 möten", "år 2024 300 möten"),
        ("nivå 4 100 gånger", "nivå 4_100 gånger"),
        ("den 30 personer", "den 30 personer"),
        ("ett dnr saknas i ärendet", "ett dnr saknas i ärendet"),
        ("3 kr\u00e4ftor", "3 kr\u00e4ftor"),
    ],
)
def test_a_line_never_breaks_inside_a_date_an_amount_or_a_paragraph_number(typed, whole):
    found = line_breaks.unbroken(typed)
    assert found.replace(numbers.HARD, "_") == whole
    assert line_breaks.unbroken(found) == found


@given(st.text())
def test_only_blanks_become_hard(typed):
    assert line_breaks.unbroken(typed).replace(numbers.HARD, " ") == typed.replace(
        numbers.HARD, " "
    )
