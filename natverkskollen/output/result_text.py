"""A Result with its certainty as plain Swedish text, for the command line and for pasting."""

from __future__ import annotations

from natverkskollen.analysis.cost import cost_words
from natverkskollen.analysis.cost_bases import bases_sentence
from natverkskollen.analysis.robustness.robustness import Robustness
from natverkskollen.analysis.wording import (
    bounds_words,
    coverage_words,
    missing_words,
    value_words,
    verdict_name,
    verdict_sentence,
)
from natverkskollen.analysis.zero_alternative import zero_sentence


def result_text(robustness: Robustness) -> str:
    """The verdict, its certainty, values and cost of each network, in reading order."""
    result = robustness.result
    rows = [result.evaluation.title, f"Vikter: {result.weighting_title}", ""]
    if result.evaluation.remark:
        rows[1:1] = [result.evaluation.remark]
    for found in result.networks:
        rows.append(f"{found.network.name}: {verdict_name(found.verdict, found.member)}")
        sure = robustness.network(found.network.id)
        rows.append(f"  {verdict_sentence(result.criteria, found)}")
        sentences = (sure.sentence, sure.certainty.apart, *sure.flip_sentences)
        rows += [f"  {sentence}" for sentence in filter(None, sentences)]
        for theme in found.themes:
            bounds = bounds_words(theme.low, theme.high)
            rows.append(f"  {theme.theme.title}: {value_words(theme.value)} (intervall {bounds})")
        cost = cost_words(found.cost)
        rows.append(f"  Kostnad per år: {cost}; {coverage_words(found)}")
        rows += [f"  {missing_words(found)}"] if missing_words(found) else []
        rows.append("")
    rows += [row for row in (zero_sentence(result), bases_sentence(result)) if row]
    rows.append(robustness.method_sentence)
    rows.append(f"Underlagets kontrollsumma: {result.input_hash}")
    return "\n".join(rows)
