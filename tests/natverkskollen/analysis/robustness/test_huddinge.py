"""Huddinge's evaluation: every sentence checked by hand.

Theme values, from the answers (a step s is worth (s − 1)·25; all four themes weigh 25):

                    Klimatkommunerna              SEKOM
  Fokusområden      (2·100 + 50 + 75)/4 = 81.25   (2·50 + 75 + 75)/4 = 62.5
  Kostnad           (2·52.144 + 75)/3 = 59.762    the same: the fee follows the same rule
  Miljöstrategiskt  (3·100 + 100 + 75 + 100)/6    (3·25 + 50 + 25 + 75)/6
                      = 95.833                      = 37.5
  Andra värden      (75 + 25 + 62.5)/3 = 54.167   (75 + 68/4 + 75 + 50)/3.25 = 66.769
  total             72.753: keep                  56.633: come back

33.499 öre per inhabitant of 35 are worth 100 − 50·33.499/35 = 52.144. Twenty-eight years as a
member are worth 50 + 50·18/50 = 68 and weigh a quarter; three years do not apply.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import numpy as np
import pytest

from natverkskollen.analysis.result import figures_hash
from natverkskollen.analysis.robustness.robustness import Options, robustness
from natverkskollen.analysis.robustness.sentences import gathered_flips
from natverkskollen.swedish.signs import HARD
from tests.building.dossiers import shipped

HUDDINGE = shipped("huddinge-2025")
FOUND = robustness(HUDDINGE)
KLIMAT, SEKOM = FOUND.network("klimatkommunerna"), FOUND.network("sekom")


def plain(text: str) -> str:
    """The text with ordinary spaces."""
    return text.replace(HARD, " ")


def flips(network) -> list[tuple[str, float, bool, str | None]]:
    """A network's flip points, with the share in per cent to one decimal."""
    return [(f.theme, round(f.share * 100, 1), f.more, f.verdict) for f in network.switching_values]


def drawn(network: str, draws: int = 200_000) -> np.ndarray:
    """The totals of an evaluation drawn here, from METHOD.md and not by the program's own draws.

    Every theme's points lie between half and double before they are made to sum to 1. An answer
    lies anywhere in its span: half of the way is the assessor's leniency, the same for every
    answer, and half its own; what is unanswered has no leniency. NaN where a minimum is missed.
    """
    rng = np.random.default_rng(1)
    found = FOUND.result.network(network)
    points = rng.uniform(0.5, 2, (draws, len(found.themes))) * [
        float(t.share) for t in found.themes
    ]
    weights = points / points.sum(axis=1, keepdims=True)
    lenient, totals = rng.random(draws), np.zeros(draws)
    missed = np.zeros(draws, bool)
    for at, theme in enumerate(found.themes):
        cells = [cell for cell in theme.criteria if cell.low is not None]
        inside = sum(float(cell.criterion.weight) for cell in cells)
        for cell in cells:
            own = rng.random(draws)
            place = own if cell.value is None else (own + lenient) / 2
            value = float(cell.low) + place * float(cell.high - cell.low)
            least = FOUND.result.criteria.verdict.minimum.get(cell.criterion.id)
            if least is not None:
                missed |= value < 25 * (least - 1)  # a step on the scale 1–5 is 25 points
            totals += weights[:, at] * float(cell.criterion.weight) / inside * value
    return np.where(missed & (totals >= 60), 59, totals)


def test_the_sentence_for_sekom():
    totals = drawn("sekom")
    keep = (totals >= 60).mean()
    assert 0.15 < keep < 0.25  # a fifth: the wide spans that are not answered decide
    assert SEKOM.verdict_share["keep"] == pytest.approx(keep, abs=0.005)
    assert SEKOM.verdict_share["leave"] == pytest.approx((totals < 40).mean(), abs=0.002)
    come_back = round(SEKOM.verdict_share["come-back"] * 100)
    assert plain(SEKOM.sentence) == (
        f"I {come_back} av 100 beräkningar med andra vikter och andra möjliga svar blir resultatet "
        f"för SEKOM ”avvakta”, i {100 - come_back} ”fortsätt”."
    )
    assert SEKOM.certainty.words == "ganska säker"


def test_without_a_common_error_the_shares_are_those_counted_by_hand():
    # Drawn themes, mean (variance; a span of width b has b²/12). The unanswered criterion spans
    # 0–100, the future value 1–5 steps = 0–100, a B answer ±½ step = 25 points, A nothing:
    #   Fokus 62.5 (52.08·(¼ + 1/16 + 1/16) = 19.5); Kostnad 59.762 (0);
    #   Miljöstrategiskt 275/7 = 39.29 ((9·52.08 + 833.3 + 2·52.08)/49 = 28.7);
    #   Andra värden 66.77 ((52.08 + 52.08 + 833.3)/10.56 = 88.8).
    # Mean 57.08. Half of the draws put the use in daily work (1.5–2.5) under the minimum level 2
    # and cannot be kept; in the other half the mean is 0.67 higher, 57.75. There the total is the
    # future value's uniform ±100/13 · ½ = ±3.85 and a rest that is nearly normal: variance 3.3
    # from the other answers (1.1 times that with the weights) and (0.346²/16)·Σ(v − 57.08)² = 3.3
    # from weights between half and double; in all 7.2, deviation 2.68. With
    # G(z) = z·Φ(z) + φ(z): P(≥ 60) = (2.68/7.69)·(G(0.597) − G(−2.27)) = 0.348·0.767 = 0.27.
    # Half of that is 0.133: keep in 13 of 100, come back in 87, leave in none.
    # Klimatkommunerna: mean 69.22, deviation 3.4; the limit 60 is 2.7 deviations away.
    rules = HUDDINGE.criteria.robustness.model_copy(update={"common_error": Decimal(0)})
    criteria = HUDDINGE.criteria.model_copy(update={"robustness": rules})
    found = robustness(replace(HUDDINGE, criteria=criteria))
    sekom, klimat = found.network("sekom"), found.network("klimatkommunerna")
    assert sekom.verdict_share["keep"] == pytest.approx(0.133, abs=0.01)
    assert sekom.mean == pytest.approx(57.08, abs=0.1)
    assert klimat.verdict_share["keep"] == pytest.approx(0.9965, abs=0.002)
    assert klimat.mean == pytest.approx(69.22, abs=0.1)


def test_the_sentence_for_klimatkommunerna():
    keep = (drawn("klimatkommunerna") >= 60).mean()
    assert KLIMAT.verdict_share["keep"] == pytest.approx(keep, abs=0.003)
    assert "blir resultatet för Klimatkommunerna ”fortsätt”" in plain(KLIMAT.sentence)
    assert KLIMAT.certainty.words == "säker"


def test_the_flip_points_of_sekom():
    # The others' mean R, the theme's value v, the limit c: share = (c − R)/(v − R).
    #   Fokus       R = 54.677: 5.323/7.823   = 68.0 per cent (more: keep)
    #   Kostnad     R = 55.590, v = 59.762: never 60, never 40
    #   Miljöstrat. R = 63.011: 3.011/25.511  = 11.8 (less: keep)
    #                           23.011/25.511 = 90.2 (more: leave)
    #   Andra       R = 53.254: 6.746/13.515  = 49.9 (more: keep)
    assert flips(SEKOM) == [
        ("fokus", 68.0, True, "keep"),
        ("strategisk-nytta", 90.2, True, "leave"),
        ("strategisk-nytta", 11.8, False, "keep"),
        ("symbolvarde", 49.9, True, "keep"),
    ]
    assert [plain(sentence) for sentence in SEKOM.flip_sentences] == [
        "SEKOM når gränsen 60 för ”fortsätt” först om ”fokusområden” väger mer än 68 procent "
        "(i dag 25).",
        "SEKOM hamnar under gränsen 40 för ”begär utträde” först om ”miljöstrategiskt arbete” "
        "väger mer än 90 procent (i dag 25).",
        "SEKOM når gränsen 60 för ”fortsätt” först om ”miljöstrategiskt arbete” väger mindre än "
        "12 procent (i dag 25).",
        "SEKOM når gränsen 60 för ”fortsätt” först om ”andra värden” väger mer än 50 procent "
        "(i dag 25).",
    ]
    gathered = gathered_flips(
        FOUND.result.criteria, FOUND.result.network("sekom"), SEKOM.switching_values
    )
    assert [plain(sentence) for sentence in gathered] == [
        "SEKOM når gränsen 60 för ”fortsätt” först om ”fokusområden” väger mer än 68 procent "
        "(i dag 25), om ”miljöstrategiskt arbete” väger mindre än 12 procent (i dag 25) eller om "
        "”andra värden” väger mer än 50 procent (i dag 25).",
        "SEKOM hamnar under gränsen 40 för ”begär utträde” först om ”miljöstrategiskt arbete” "
        "väger mer än 90 procent (i dag 25).",
    ]


def test_the_flip_points_of_klimatkommunerna():
    #   Kostnad R = 77.083: 17.083/17.326 = 98.6 (more); Andra R = 78.947: 18.947/24.780 = 76.5
    assert flips(KLIMAT) == [
        ("kostnad", 98.6, True, "come-back"),
        ("symbolvarde", 76.5, True, "come-back"),
    ]


def test_the_networks_change_places_when_other_values_weigh_most():
    # Klimatkommunerna leads by 18.75 + 0 + 58.333 over the three other themes (mean 25.694) and
    # trails by 12.603 on Andra värden: the share is 25.694/(25.694 + 12.603) = 67.1 per cent.
    (flip,) = FOUND.pair_switches
    assert (flip.ahead, flip.behind, flip.theme) == ("klimatkommunerna", "sekom", "symbolvarde")
    assert flip.share == pytest.approx(25.694 / 38.297, abs=1e-4)


def test_no_single_step_changes_a_conclusion():
    # The largest step for SEKOM is the use in daily work, 25·3/6·¼ = 3.125: 56.6 + 3.1 = 59.7 < 60,
    # and for Klimatkommunerna 72.8 − 3.1 > 60.
    assert KLIMAT.step_changes == SEKOM.step_changes == ()


def test_leaving_one_criterion_out():
    # Without Årskostnad the theme is worth 75: (62.5 + 75 + 37.5 + 66.769)/4 = 60.442. With what
    # is not answered at its lowest (225/7 = 32.143) it is 59.10: it alone decides.
    changed = {left.id: left for left in SEKOM.without_criterion if left.verdict != "come-back"}
    assert {left.verdict for left in changed.values()} == {None}
    assert list(changed) == [
        "relevans-for-utmaningar",
        "arskostnad",
        "anvandning-i-arbetet",
        "framtida-varde",
    ]
    assert changed["arskostnad"].total == pytest.approx(60.442, abs=1e-3)
    assert SEKOM.without_sentences[0] == (
        "Utan ett av kriterierna ”relevans för kommunens utmaningar”, ”årskostnad”, ”användning i "
        "det löpande arbetet” eller ”framtida värde” får SEKOM inte längre något resultat, "
        "eftersom underlaget inte räcker."
    )
    assert all(left.verdict == "keep" for left in KLIMAT.without_criterion)


def test_what_moves_the_value_most():
    # SEKOM's future value spans the whole scale: 1 of 3.25 in a theme of 25, so ±50/13 = ±3.85.
    first = SEKOM.drivers[0]
    assert (first.kind, first.id) == ("criterion", "framtida-varde")
    assert (first.low, first.high) == pytest.approx((52.79, 60.48), abs=0.01)
    assert (first.verdict_low, first.verdict_high) == ("come-back", None)
    # Klimatkommunerna: the weight of its strongest theme halved is 12.5 of 87.5, that is 1/7, and
    # doubled 2/5; the others' mean is 65.060: 65.060 + 30.774/7 = 69.46 and + 2·30.774/5 = 77.37.
    first = KLIMAT.drivers[0]
    assert (first.kind, first.id) == ("theme", "strategisk-nytta")
    assert (first.low, first.high) == pytest.approx((69.46, 77.37), abs=0.01)


def test_no_profile_turns_a_conclusion_into_another():
    """By Bredd och tradition the unanswered question alone decides whether SEKOM is kept."""
    assert KLIMAT.profile_sentence == (
        "Resultatet ”fortsätt” för Klimatkommunerna gäller under alla viktprofiler."
    )
    assert [row.verdicts["sekom"] for row in FOUND.profiles] == [*["come-back"] * 3, None]


def test_neither_network_dominates_the_other():
    assert FOUND.dominance == ()


def test_the_same_seed_gives_the_same_figures():
    again = robustness(HUDDINGE)
    assert again.networks == FOUND.networks
    assert FOUND.seed == 20250401 and FOUND.draws == 100_000
    other = robustness(HUDDINGE, Options(seed=7)).network("sekom")
    assert other.verdict_share != SEKOM.verdict_share
    assert other.verdict_share["keep"] == pytest.approx(SEKOM.verdict_share["keep"], abs=0.005)


def test_what_if_touches_neither_the_record_nor_the_base():
    changed = robustness(HUDDINGE, Options(points={"symbolvarde": 60, "fokus": 40}))
    assert HUDDINGE.evaluation.weighting.profile == "lika"
    assert changed.result.weighting_title == "Egna vikter"
    # 0.6·66.769 + 0.4·62.5 = 65.06
    assert float(changed.result.network("sekom").total) == pytest.approx(65.06, abs=0.005)
    assert changed.network("sekom").verdict == "keep"
    assert robustness(HUDDINGE).networks == FOUND.networks


def test_how_sure_it_is_does_not_depend_on_what_is_written_in_words() -> None:
    """What is kept by the figures alone says the same, word for word, of other rationales."""
    found = HUDDINGE
    sheets = {
        id_: sheet.model_copy(
            update={
                "answers": {
                    network: {
                        each: answer.model_copy(
                            update={
                                "rationale": answer.rationale and f"Andra ord om {each}.",
                                "evidence": answer.evidence[:1],
                            }
                        )
                        for each, answer in given.items()
                    }
                    for network, given in sheet.answers.items()
                }
            }
        )
        for id_, sheet in found.sheets.items()
    }
    other = replace(found, sheets=sheets)
    one, two = robustness(found), robustness(other)
    assert figures_hash(found) == figures_hash(other)
    assert one.result.input_hash != two.result.input_hash
    assert replace(one, result=two.result) == two
    proposed = found.evaluation.model_copy(update={"decisions": (), "memo_texts": {}})
    assert found.evaluation.decisions
    three = robustness(replace(found, evaluation=proposed))
    assert figures_hash(three.result.dossier) == figures_hash(found)
    assert replace(one, result=three.result) == three
    left = proposed.model_copy(update={"memberships": found.evaluation.memberships[:1]})
    assert figures_hash(replace(found, evaluation=left)) != figures_hash(found)
    bare = {id_: s.model_copy(update={"answers": {}}) for id_, s in found.sheets.items()}
    assert figures_hash(replace(found, sheets=bare)) != figures_hash(found)
