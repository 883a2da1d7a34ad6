"""How sure a result is, for a reader who has never heard of weights: one word, one sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import inf, log

from natverkskollen.analysis.result import NetworkResult, Result, VerdictWord
from natverkskollen.analysis.robustness.certainty import CERTAINTIES, CertaintyLevel
from natverkskollen.analysis.robustness.robustness import NetworkRobustness
from natverkskollen.analysis.robustness.switching_values import SwitchingValue
from natverkskollen.model.criteria import CriteriaSet
from natverkskollen.swedish.joining import JOINING
from natverkskollen.swedish.numbers import percent
from natverkskollen.swedish.words import capital, listed, lower_first

ONE_WORD: Mapping[CertaintyLevel | None, str] = {
    level: capital(words) for level, words in CERTAINTIES.items()
}


def certainty_in_words(criteria: CriteriaSet, found: NetworkResult, sure: NetworkRobustness) -> str:
    """How sure the result of one network is and what would change it, without a figure of draws.

    Without a result it says so. The theme named is the one whose weight has to change least, as a
    ratio, before the result is another.
    """
    name, level = found.network.short, sure.certainty.level
    if level is None:
        return f"Underlaget räcker inte för att bedöma {name}."
    if level == "clear":
        return f"Bedömningen av {name} är säker: den {_HOLD}."
    change = what_changes(criteria, found, sure)
    return f"Bedömningen av {name} är {_HOW[level]}{': ' + change if change else ''}."


_ORDER = tuple(dict.fromkeys(ONE_WORD.values()))
_HOLD = "håller även om temana vägs på ett annat sätt och svaren ändras inom sina gränser"
_HOW: Mapping[CertaintyLevel, str] = {
    "likely": CERTAINTIES["likely"],
    "weights": "osäker och beror på hur temana vägs",
    "evidence": "osäker, eftersom underlaget är svagt",
}


def all_in_words(result: Result, networks: Sequence[NetworkRobustness]) -> tuple[str, ...]:
    """The same for several networks: those that are sure share a sentence, which comes first."""
    sure = [each for each in networks if each.certainty.level == "clear"]
    rest = [each for each in networks if each not in sure]
    said = [
        certainty_in_words(result.criteria, result.network(each.network), each)
        for each in (sure if len(sure) == 1 else []) + rest
    ]
    if len(sure) > 1:
        names = listed([result.network(each.network).network.short for each in sure])
        said.insert(0, f"Bedömningarna av {names} är säkra: de {_HOLD}.")
    return tuple(said)


def grouped_in_words(result: Result, networks: Sequence[NetworkRobustness]) -> tuple[str, ...]:
    """Which results are sure and which are not: a sentence for each degree."""
    groups: dict[str, list[str]] = {}
    for each in networks:
        said = ONE_WORD[each.certainty.level]
        groups.setdefault(said, []).append(result.network(each.network).network.short)
    return tuple(f"{word}: {listed(groups[word])}." for word in _ORDER if word in groups)


def what_changes(criteria: CriteriaSet, found: NetworkResult, sure: NetworkRobustness) -> str:
    """What would make the result another, as a clause: `om ”kostnad” väger mer än hälften …`.

    Empty where neither does. Where the answers unsettle it, or no theme's weight does within what
    is tried or little beyond, the answers are named.
    """
    nearest = min(sure.switching_values, key=_distance, default=None)
    by_weight = sure.certainty.level != "evidence"
    if by_weight and nearest and nearest.verdict is not None and _distance(nearest) < _FAR:
        title = next(t.title for t in criteria.themes if t.id == nearest.theme)
        more = "mer" if nearest.more else "mindre"
        share = round(nearest.share * 100)
        limit = "hälften" if share == 50 else f"{percent(nearest.share)} av vikten"
        return (
            f"om ”{lower_first(title)}” väger {more} än {limit} talar den för att "
            f"{_then(found, nearest.verdict)}"
        )
    others = {v: s for v, s in sure.verdict_share.items() if v != found.verdict and s > 0}
    if not others:
        return ""
    likeliest = max(others, key=lambda verdict: others[verdict])
    return f"med andra möjliga svar talar den för att {_then(found, likeliest)}"


# As a ratio: weights are tried from half to double, and this is little beyond.
_FAR = log(2.5)


def _distance(flip: SwitchingValue) -> float:
    """How far the weight is from where the result changes, as the logarithm of a ratio."""
    if not (0 < flip.share < 1 and flip.today > 0):
        return inf
    return abs(log(flip.share / flip.today))


def _then(found: NetworkResult, verdict: VerdictWord) -> str:
    """What a result speaks for, after `att`."""
    words = JOINING[found.network.membership]
    if verdict == "come-back":
        return "frågan får vänta"
    if found.member:
        return f"{words.the} {'fortsätter' if verdict == 'keep' else 'avslutas'}"
    return f"{words.noun} {'söks' if verdict == 'keep' else 'inte söks'}"
