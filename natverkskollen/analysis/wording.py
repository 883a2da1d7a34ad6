"""The words for verdicts, answers and values: the same on screen, in the memo and in the CLI."""

from __future__ import annotations

from collections.abc import Collection
from fractions import Fraction
from typing import Final

from natverkskollen.analysis.result import CriterionResult, NetworkResult, VerdictWord
from natverkskollen.model.answer import Answer
from natverkskollen.model.criteria import CriteriaSet
from natverkskollen.model.criterion import Criterion
from natverkskollen.model.outcome import KINDS, OUTCOME_WORDS, Outcome
from natverkskollen.swedish.numbers import apart, number, percent, span
from natverkskollen.swedish.signs import HARD
from natverkskollen.swedish.words import capital, counted, listed, lower_first

# The one scale, computed and proposed, for members and for those who are not.
VERDICTS: dict[VerdictWord | None, str] = {
    "keep": "Fortsätt",
    "come-back": "Avvakta",
    "leave": "Begär utträde",
    None: "Underlaget räcker inte",
}
ENDS: tuple[VerdictWord, VerdictWord] = ("keep", "leave")
VERDICT_ORDER: tuple[VerdictWord, ...] = ("keep", "come-back", "leave")
FOR_OTHERS: dict[VerdictWord | None, str] = {**VERDICTS, "keep": "Ansök", "leave": "Ansök inte"}
STATUS = {"draft": "Utkast – arbetsmaterial", "final": "Färdigställd"}
STATES = {"not-assessed": "Ej bedömt", "not-applicable": "Ej tillämpligt"}
GRADES = {
    "A": "A – dokumenterad uppgift",
    "B": "B – nätverkets uppgift eller intervju",
    "C": "C – egen bedömning",
}


NOT_HANDED_IN: Final = "svaren är inte inlämnade"


def verdict_name(verdict: VerdictWord | None, member: bool) -> str:
    """A verdict as it stands alone: `Fortsätt`, or `Ansök` where one is not a member."""
    return (VERDICTS if member else FOR_OTHERS)[verdict]


def quoted_verdict(verdict: VerdictWord | None, member: bool) -> str:
    """A verdict inside a sentence: `”fortsätt”`."""
    return f"”{lower_first(verdict_name(verdict, member))}”"


def verdict_heading(verdict: VerdictWord, members: Collection[bool]) -> str:
    """A verdict over several networks: `Fortsätt eller ansök` where only some are members of."""
    names = dict.fromkeys(verdict_name(verdict, member) for member in sorted(members, reverse=True))
    first, *rest = names
    return " eller ".join((first, *map(lower_first, rest)))


def verdict_names(member: bool) -> str:
    """The verdicts there are to get, in words: `ansök, avvakta eller ansök inte`."""
    return listed([lower_first(verdict_name(each, member)) for each in VERDICT_ORDER], "eller")


def answer_words(criteria: CriteriaSet, criterion: Criterion, answer: Answer) -> str:
    """One assessor's answer in words: `4 – Används ofta`, `2–4`, `12 timmar`, `Ej bedömt`."""
    if answer.not_applicable:
        return STATES["not-applicable"]
    if answer.bounds is None:
        return STATES["not-assessed"]
    low, high = (Fraction(bound) for bound in answer.bounds)
    return criterion.words(low, high)


def cell_words(cell: CriterionResult) -> str:
    """What counts on one criterion in words, with the several assessors' answers put together."""
    assessment = cell.assessment
    if assessment.figure is None:
        return STATES.get(assessment.state, "Ej bedömt")
    bounds = [ground.answer.bounds for ground in assessment.grounds if ground.answer.bounds]
    if len(bounds) == 1:
        return cell.criterion.words(*bounds[0])
    least = "minst " if assessment.at_least else ""
    return f"{least}{cell.criterion.words(assessment.figure, assessment.figure)}"


def level_words(cell: CriterionResult) -> str:
    """What counts on one criterion in the shortest form: a level, a span, an amount or a state."""
    words = cell_words(cell)
    return words.split(" – ", 1)[0] if cell.criterion.judged else words


def value_words(value: Fraction | None) -> str:
    """A value 0–100 as a whole number, or that there is none."""
    return "–" if value is None else number(value, 0)


def by_limits(criteria: CriteriaSet, total: Fraction | None) -> str:
    """A total in whole numbers, with decimals where it would else seem to be at or past a limit."""
    rules = criteria.verdict
    if total is None:
        return "–"
    return apart(total, Fraction(rules.keep_from), Fraction(rules.leave_below))


def bounds_words(low: Fraction | None, high: Fraction | None) -> str:
    """The span a value can lie in, in whole numbers."""
    return "–" if low is None or high is None else span(low, high, 0)


def coverage_words(found: NetworkResult) -> str:
    """How much of the weight was assessed, and how much of it applies where not all does."""
    coverage, exempt = found.coverage, 1 - found.enough.applicable
    said = f"{percent(coverage)} av vikten är bedömd"
    if found.enough.lacking == "waiting" and coverage == 0:
        said = NOT_HANDED_IN  # they may be there, and hidden
    elif coverage == 0:
        said = "inget är bedömt"
    elif coverage == 1:
        said = "allt tillämpligt är bedömt" if exempt else "allt är bedömt"
    return f"{said}, {_part(exempt)} är ej tillämplig" if exempt else said


def verdict_sentence(criteria: CriteriaSet, found: NetworkResult) -> str:
    """What the scores say about one network, why, and how far it holds, in one or two sentences."""
    name, rules = found.network.short, criteria.verdict
    if found.verdict is None:
        return lacking_sentence(criteria, found)
    limits = Fraction(rules.keep_from), Fraction(rules.leave_below)
    total = by_limits(criteria, found.total)
    keep, leave = (quoted_verdict(word, found.member) for word in ENDS)
    where = {
        "keep": f"över gränsen {number(rules.keep_from)} för {keep}",
        "leave": f"under gränsen {number(rules.leave_below)} för {leave}",
        "come-back": f"mellan gränserna {number(rules.leave_below)} och {number(rules.keep_from)}",
    }[found.verdict]
    if found.total == limits[0] and found.verdict == "keep":
        where = f"på gränsen {number(rules.keep_from)} för {keep}"
    elif found.total == limits[1] and found.verdict == "come-back":
        where = f"på gränsen {number(rules.leave_below)}, alltså inte under den"
    reaches = found.total is not None and found.total >= Fraction(rules.keep_from)
    if found.verdict == "come-back" and found.blocked_by and reaches:
        names = listed([f"”{lower_first(criterion.title)}”" for criterion in found.blocked_by])
        where = f"men miniminivån för {names} är inte nådd"
    sentence = f"{name} får {total} av 100, {where}."
    return " ".join(filter(None, (sentence, _reach(found), exempt_words(found))))


def lacking_sentence(criteria: CriteriaSet, found: NetworkResult) -> str:
    """Why there is no verdict on a network, in one sentence or two."""
    name, rules, enough = found.network.short, criteria.verdict, found.enough
    if enough.lacking == "waiting":
        late = listed([lower_first(assessor.role) for assessor in enough.waiting_for])
        return (
            f"Resultatet för {name} visas när alla bedömare har lämnat in sina svar. Det som "
            f"saknas är svaren från {late}."
        )
    start = f"Underlaget räcker inte för ett resultat om {name}"
    if enough.lacking == "missing" and enough.least and enough.most:
        low, high = (
            f"{by_limits(criteria, end.total)} av 100 och "
            f"{quoted_verdict(end.verdict, found.member)}"
            for end in (enough.least, enough.most)
        )
        return (
            f"{start}: de obesvarade frågorna avgör ensamma. På lägsta nivå ger de {low}, på "
            f"högsta {high}."
        )
    part, word, limit = (
        (enough.applicable, "tillämplig", rules.min_applicable)
        if enough.lacking == "applicable"
        else (found.coverage, "bedömd", rules.min_coverage)
    )
    return (
        f"{start}: bara {apart(part * 100, Fraction(limit))}{HARD}procent av vikten är {word}, "
        f"och gränsen är {number(limit)}{HARD}procent."
    )


def _part(share: Fraction) -> str:
    """A part of the weight in whole per cent, never nought where it is not."""
    return f"mindre än 1{HARD}procent" if 0 < share < Fraction(1, 200) else percent(share)


def exempt_words(found: NetworkResult) -> str:
    """How much does not apply, and what the result would be with it at its lowest; or nothing."""
    lowest = found.enough.without_exceptions
    if lowest is None or found.enough.applicable == 1:
        return ""
    then = (
        "resultatet detsamma"
        if lowest.verdict == found.verdict
        else f"resultatet {quoted_verdict(lowest.verdict, found.member)}"
    )
    return (
        f"Det som inte är tillämpligt har {_part(1 - found.enough.applicable)} av vikten. "
        f"Räknas det som lägsta nivå blir värdet {number(lowest.total, 0)} och {then}."
    )


def _reach(found: NetworkResult) -> str:
    if found.verdict_low == found.verdict_high == found.verdict:
        return "Resultatet är detsamma i hela intervallet."
    return (
        f"Med osäkra och obesvarade frågor inräknade kan värdet ligga var som helst mellan "
        f"{number(found.low, 0)} och {number(found.high, 0)}."
    )


def missing_words(found: NetworkResult) -> str:
    """Which criteria are not assessed for one network, in one sentence; empty where none is."""
    missing = [c for c in found.criteria if c.assessment.state == "not-assessed"]
    if not missing:
        return ""
    names = listed([lower_first(cell.criterion.title) for cell in missing])
    one = len(missing) == 1
    many = capital(counted(len(missing), "ett kriterium", "kriterier"))
    return f"{many} är inte {'bedömt' if one else 'bedömda'} ({names})."


def departs(verdict: VerdictWord | None, outcome: Outcome) -> bool:
    """Whether an outcome is another than the scores point to; not where either says nothing."""
    follows = KINDS[outcome].follows
    return verdict is not None and bool(follows) and verdict not in follows


def difference_sentence(found: NetworkResult) -> str:
    """That the decision departs from what the scores say, and why; empty where it does not."""
    decision, verdict = found.decision, found.verdict
    if decision is None or not departs(verdict, decision.outcome):
        return ""
    said = (
        f"Resultatet för {found.network.short} är {quoted_verdict(verdict, found.member)}, "
        f"men förslaget är ”{OUTCOME_WORDS[decision.outcome]}”."
    )
    return f"{said} {decision.differs_because}" if decision.differs_because else said
