"""Flip points, profiles and what matters most as Swedish sentences, the same wherever shown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from natverkskollen.analysis.result import NetworkResult, Result, VerdictWord
from natverkskollen.analysis.robustness.dominance import Dominance
from natverkskollen.analysis.robustness.drivers import Driver
from natverkskollen.analysis.robustness.leaving_out import LeftOut
from natverkskollen.analysis.robustness.natural_frequencies import whole_hundred
from natverkskollen.analysis.robustness.switching_values import (
    PairSwitch,
    StepChange,
    SwitchingValue,
)
from natverkskollen.analysis.robustness.what_if import ProfileRow
from natverkskollen.analysis.wording import quoted_verdict
from natverkskollen.model.criteria import CriteriaSet
from natverkskollen.model.evaluation import Evaluation
from natverkskollen.swedish.numbers import apart, number, percent
from natverkskollen.swedish.signs import HARD
from natverkskollen.swedish.words import counted, listed, lower_first, number_word

_NO_LONGER = "inte längre något resultat, eftersom underlaget inte räcker"
_NAMED = 5  # scores that a sentence has room to name


def flip_sentences(
    criteria: CriteriaSet, found: NetworkResult, flips: Sequence[SwitchingValue]
) -> tuple[str, ...]:
    """One sentence per flip point, or one that says that no single theme's weight matters.

    The network has a verdict: where there is none, nothing changes it.
    """
    name = found.network.short
    if not flips:
        return (f"Resultatet för {name} är detsamma hur mycket eller lite ett enskilt tema väger.",)
    return tuple(
        f"{name} {_change(criteria, found, flip.verdict)} {_flips(criteria, flip)}."
        for flip in flips
    )


def gathered_flips(
    criteria: CriteriaSet, found: NetworkResult, flips: Sequence[SwitchingValue]
) -> tuple[str, ...]:
    """The same for a paper, where what can happen is said once, with every theme that makes it."""
    whens: dict[str, list[str]] = {}
    for flip in flips:
        when = _flips(criteria, flip)
        said = whens.setdefault(_change(criteria, found, flip.verdict), [])
        said.append(when.removeprefix("först ") if said else when)
    name = found.network.short
    said_once = (f"{name} {what} {listed(said, 'eller')}." for what, said in whens.items())
    return tuple(said_once) or flip_sentences(criteria, found, flips)


def _change(criteria: CriteriaSet, found: NetworkResult, then: VerdictWord | None) -> str:
    words = [quoted_verdict(word, found.member) for word in ("keep", "leave")]
    keep = f"gränsen {number(criteria.verdict.keep_from)} för {words[0]}"
    leave = f"gränsen {number(criteria.verdict.leave_below)} för {words[1]}"
    if then is None:
        return f"får {_NO_LONGER},"
    if then == "keep":
        return f"når {keep}"
    if then == "leave":
        return f"hamnar under {leave}"
    return f"hamnar under {keep}" if found.verdict == "keep" else f"kommer över {leave}"


def _flips(criteria: CriteriaSet, flip: SwitchingValue) -> str:
    """When one theme's weight changes the result; `inte längre` and `först` do not go together."""
    when = _when(_theme(criteria, flip.theme), flip)
    return when if flip.verdict else when.removeprefix("först ")


def _when(theme: str, flip: SwitchingValue | PairSwitch) -> str:
    share, today = round(flip.share * 100, 9), round(flip.today * 100, 9)
    compared = "mer" if flip.more else "mindre"
    if share == today:
        return f"så snart {theme} väger {compared} än i dag ({percent(flip.today)})"
    if round(share) in (0, 100) and round(today) != round(share):
        extreme = "nästan allt" if flip.more else "nästan inget"
        return f"först om {theme} väger {extreme} (i dag {percent(flip.today)})"
    limit, now = apart(share, today), apart(today, share)
    return f"först om {theme} väger {compared} än {limit}{HARD}procent (i{HARD}dag{HARD}{now})"


def pair_sentences(result: Result, flips: Sequence[PairSwitch]) -> tuple[str, ...]:
    """One sentence per theme weight at which two networks change places."""
    names = {each.network.id: each.network.short for each in result.networks}
    return tuple(
        f"{names[flip.behind]} går om {names[flip.ahead]} "
        f"{_when(_theme(result.criteria, flip.theme), flip)}."
        for flip in flips
    )


def step_sentences(
    criteria: CriteriaSet, found: NetworkResult, flips: Sequence[StepChange]
) -> tuple[str, ...]:
    """Which single scores change the conclusion when moved a step, grouped by what it becomes."""
    name = found.network.short
    if not flips:
        return (
            f"Resultatet för {name} blir detsamma även om ett betyg är ett steg högre eller lägre.",
        )
    said = []
    for step, way in ((1, "högre"), (-1, "lägre")):
        for verdict in dict.fromkeys(flip.verdict for flip in flips if flip.step == step):
            names = [
                _quoted(criteria, flip.criterion)
                for flip in flips
                if flip.step == step and flip.verdict == verdict
            ]
            said.append(
                f"Resultatet för {name} blir {quoted_verdict(verdict, found.member)} om "
                f"{_any_of(names)} är ett steg {way}."
            )
    return tuple(said)


def _any_of(names: Sequence[str]) -> str:
    """One of several scores, each by its name while they are few enough to be read."""
    if len(names) > _NAMED:
        return f"något av {counted(len(names), 'ett betyg', 'betyg')}"
    one = "betyget på" if len(names) == 1 else "ett av betygen på"
    return f"{one} {listed(names, 'eller')}"


def without_sentences(
    criteria: CriteriaSet,
    evaluation: Evaluation,
    found: NetworkResult,
    criterion: Sequence[LeftOut],
    assessor: Sequence[LeftOut],
) -> tuple[str, ...]:
    """What leaving one criterion or one assessor out does to the conclusion, each result once."""
    name, verdict = found.network.short, found.verdict
    roles = {each.id: lower_first(each.role) for each in evaluation.assessors}
    said = []
    changed = [left for left in criterion if left.verdict != verdict]
    if criterion and not changed:
        said.append(f"Resultatet för {name} håller vilket kriterium som än tas bort.")
    for verdict_then, ids in _gathered(changed).items():
        one = "kriteriet" if len(ids) == 1 else "ett av kriterierna"
        titles = listed([_quoted(criteria, id_) for id_ in ids], "eller")
        said.append(_without(f"{one} {titles}", found, verdict_then))
    changed = [left for left in assessor if left.verdict != verdict]
    if assessor and not changed:
        said.append(f"Resultatet för {name} håller vilken bedömare som än tas bort.")
    for verdict_then, ids in _gathered(changed).items():
        who = listed([roles.get(id_, id_) for id_ in ids], "eller")
        said.append(_without(f"svaren från {who}", found, verdict_then))
    return tuple(said)


def _gathered(changed: Sequence[LeftOut]) -> dict[VerdictWord | None, list[str]]:
    """What is left out by the verdict there is then."""
    whens: dict[VerdictWord | None, list[str]] = {}
    for left in changed:
        whens.setdefault(left.verdict, []).append(left.id)
    return whens


def _without(what: str, found: NetworkResult, then: VerdictWord | None) -> str:
    name = found.network.short
    if then is None:
        return f"Utan {what} får {name} {_NO_LONGER}."
    return f"Utan {what} blir resultatet för {name} {quoted_verdict(then, found.member)}."


def profile_sentence(found: NetworkResult, rows: Sequence[ProfileRow]) -> str:
    """Under which profiles the conclusion holds, in one sentence; empty where there are none."""
    id_, name = found.network.id, found.network.short
    if not rows or found.verdict is None:
        return ""
    word = f"Resultatet {quoted_verdict(found.verdict, found.member)} för {name}"
    holding = [row for row in rows if row.verdicts[id_] == found.verdict]
    if len(holding) == len(rows):
        return f"{word} gäller under alla viktprofiler."
    others = [
        f"{row.profile.title} ({quoted_verdict(row.verdicts[id_], found.member)})"
        for row in rows
        if row not in holding
    ]
    if not holding:
        return f"{word} gäller inte under någon viktprofil: {listed(others)}."
    every = counted(len(rows), "en viktprofil", "viktprofiler")
    count = f"{number_word(len(holding), 'en')} av {every}"
    where = f"{count}: {listed([row.profile.title for row in holding])}"
    return f"{word} gäller under {where}, men inte under {listed(others)}."


def central_sentence(
    criteria: CriteriaSet, found: NetworkResult, weights: Mapping[str, float] | None, keep: float
) -> str:
    """What weights typically lead to keeping a network that the scores do not keep.

    `keep` (0–1) is the share of the draws that do. Empty where hardly any does, and where the
    criteria were weighted one by one.
    """
    themes = {theme.id for theme in criteria.themes}
    if not weights or found.verdict == "keep" or keep < 0.01 or set(weights) != themes:
        return ""
    whole = whole_hundred(list(weights.values()))
    parts = [
        f"{_theme(criteria, id_)}{HARD}{count}" for id_, count in zip(weights, whole, strict=True)
    ]
    word = quoted_verdict("keep", found.member)
    who = f"Den som vill ha resultatet {word} för {found.network.short}"
    return f"{who} lägger ungefär så här många procent på varje tema: {listed(parts)}."


def driver_sentence(criteria: CriteriaSet, found: NetworkResult, rows: Sequence[Driver]) -> str:
    """Which assumption moves the value most, and how far; empty where nothing does."""
    if not rows:
        return ""
    most = rows[0]
    low, high = sorted((most.low, most.high))
    what = (
        f"svaret om {_quoted(criteria, most.id)}"
        if most.kind == "criterion"
        else f"vikten för {_theme(criteria, most.id)}"
    )
    return (
        f"Mest för {found.network.short} betyder {what}: "
        f"värdet kan bli från {number(low, 0)} till {number(high, 0)}."
    )


def dominance_sentences(result: Result, pairs: Iterable[Dominance]) -> tuple[str, ...]:
    """Which networks are at least as good as another whatever the weights."""
    names = {each.network.id: each.network.short for each in result.networks}
    return tuple(
        f"{names[pair.better]} är minst lika bra som {names[pair.worse]} på varje kriterium"
        + (", hur de osäkra svaren än läses." if pair.certain else ".")
        for pair in pairs
    )


def _theme(criteria: CriteriaSet, id_: str) -> str:
    title = next(theme.title for theme in criteria.themes if theme.id == id_)
    return f"”{lower_first(title)}”"


def _quoted(criteria: CriteriaSet, id_: str) -> str:
    criterion = criteria.criterion(id_)
    return f"”{lower_first(criterion.title) if criterion else id_}”"
