"""Values, intervals, weights and verdicts of an evaluation, by the method's own words."""

from fractions import Fraction
from pathlib import Path
from statistics import median
from typing import Any

from tests.oracle.money import lines
from tests.oracle.reading import Data, Folder

ENDS = {"low": "least", "high": "most"}
OUTSIDE = {"apply", "do-not-apply", "stop"}
NA, MISSING = {"state": "not-applicable"}, {"state": "not-assessed"}


def worth(folder: Folder, criterion: Data, figure: Fraction) -> Fraction:
    """The value 0–100 of a step on the scale, or of a figure by the break points."""
    ends = {folder.scale["min"]: 0, folder.scale["max"]: 100}
    points = sorted(criterion.get("value", ends).items())
    figure = min(max(figure, Fraction(points[0][0])), Fraction(points[-1][0]))
    pairs = zip(points, points[1:], strict=False)
    (x0, y0), (x1, y1) = next(pair for pair in pairs if figure <= pair[1][0])
    return Fraction(y0) + Fraction(y1 - y0) * (figure - x0) / Fraction(x1 - x0)


def cell(folder: Folder, member: Data, criterion: Data) -> Data:
    """One network on one criterion: its state, the figure that counts, and what it is worth."""
    people, grade = folder.case["municipality"]["inhabitants"], member.get("cost_grade", "A")
    if "computed" in criterion:
        parts = lines(folder, member, "outlay" not in criterion["computed"])
        shared = Fraction(1 if "annual" in criterion["computed"] else people)
        if None in parts or not shared:
            return MISSING
        figure, part = sum(each or 0 for each in parts) / shared, folder.doubt.get(grade, 0)
        spans = [(figure, figure * (1 - part), figure * (1 + part))]
    else:
        given = folder.given(member["network"], criterion)
        spans = [span(folder, criterion, a) for a in given if a.get("score") is not None]
        if not spans:
            return NA if given else MISSING
    middles, lows, highs = zip(*spans, strict=True)
    figure, least, most = Fraction(median(middles)), min(lows), max(highs)
    worths = [worth(folder, criterion, each) for each in (figure, least, most)]
    found = {"state": "assessed", "figure": figure, "least": least, "most": most}
    return found | {"value": worths[0], "low": min(worths), "high": max(worths)}


def span(folder: Folder, criterion: Data, answer: Data) -> tuple[Fraction, Fraction, Fraction]:
    """One answer's middle, lowest and highest, wider where it is less well supported."""
    score, grade = answer["score"], answer.get("grade") or "C"
    ends = (score["low"], score["high"]) if isinstance(score, dict) else (score, score)
    low, high = map(Fraction, ends)
    if criterion.get("evidence") == "required" and folder.proof and not answer.get("evidence"):
        grade = grade.replace("A", "C")
    width, part = Fraction(folder.criteria["evidence_grades"][grade]), folder.doubt.get(grade, 0)
    judged = "levels" in criterion
    down, up = (width, width) if judged else (abs(low) * part, abs(high) * part)
    ends = folder.scale if judged else {"min": low - down, "max": high + up} | criterion
    least = max(low - down, Fraction(ends["min"]))
    return (low + high) / 2, least, min(high + up, Fraction(ends["max"]))


def mean(pairs: Any) -> Any:
    """The weighted mean of what is known; None where nothing is."""
    known = [(Fraction(weight), value) for weight, value in pairs if value is not None]
    whole = sum(weight for weight, _ in known)
    return sum(weight * value for weight, value in known) / whole if whole else None


def outcome(folder: Folder, total: Fraction | None, blocked: Any) -> Any:
    """A total with the verdict it gives: which side of the limits it falls on."""
    if total is None:
        return None
    word = "keep" if total >= folder.rules["keep_from"] and not blocked else "come-back"
    return {"total": total, "verdict": "leave" if total < folder.rules["leave_below"] else word}


def weighting(folder: Folder) -> Data:
    """Each theme's part of the whole weight."""
    asked = folder.case.get("weighting") or {}
    points = asked.get("themes") or {t["id"]: t["weight"] for t in folder.criteria["themes"]}
    for profile in folder.criteria.get("profiles") or ():
        points = profile["weights"] if profile["id"] == asked.get("profile") else points
    whole = sum(Fraction(each) for each in points.values())
    return {id_: Fraction(each) / whole for id_, each in points.items()}


def themed(folder: Folder, theme: Data, own: Data, weight: Fraction) -> Data:
    """One theme of a network from its cells."""
    inside = {c["id"]: Fraction(c.get("weight", 1)) for c in theme["criteria"]}
    applies = {i: each for i, each in inside.items() if own[i] is not NA}
    held = sum(applies[i] for i in applies if own[i] is not MISSING)
    whole = sum(applies.values(), Fraction(0))

    def over(key: str, unknown: Any, na: Any = None) -> Any:
        return mean((inside[i], na if own[i] is NA else own[i].get(key, unknown)) for i in own)

    return {
        **{"value": over("value", None), "low": over("low", 0), "high": over("high", 100)},
        **{"least": over("value", 0), "most": over("value", 100), "exempt": over("value", None, 0)},
        **{"coverage": held / whole if applies else None, "share": weight * bool(applies)},
        **{"applies": weight * whole / sum(inside.values()), "cost": theme.get("cost", False)},
        "criteria": {i: {**own[i], "weight": applies.get(i, 0) / (whole or 1)} for i in own},
    }


def network(folder: Folder, membership: Data, weights: Data) -> Data:
    """Everything about one network that the program's JSON says of it."""
    id_, rules = membership["network"], folder.rules
    parts = lines(folder, membership)
    cost = None if None in parts else sum(part for part in parts if part is not None)
    themes, cells = {}, {}
    for theme in folder.criteria["themes"]:
        own = {c["id"]: cell(folder, membership, c) for c in theme["criteria"]}
        themes[theme["id"]] = themed(folder, theme, own, weights[theme["id"]])
        cells |= own
    whole = sum(each["share"] for each in themes.values()) or 1
    valued = sum(each["share"] for each in themes.values() if each["value"] is not None)
    for t in themes.values():
        t["contribution"] = (valued or None) and t["value"] and t["value"] * t["share"] / valued
        t["share"] /= whole
        for found in t["criteria"].values():
            found["weight"] *= t["share"]

    def over(key: str, unknown: int | None = None, gains: bool = False) -> Any:
        found = mean((t["share"], t[key]) for t in themes.values() if not (gains and t["cost"]))
        return unknown if found is None else found

    def missed(key: str, unknown: int) -> list[str]:
        levels = {i: level for i, level in rules["minimum"].items() if cells[i] is not NA}
        return [i for i, level in levels.items() if cells[i].get(key, unknown) < level]

    below = folder.scale["min"] - 1
    blocked = missed("figure", below)
    exempt = [i for i in cells if cells[i] is NA]
    barred = blocked or any(rules["minimum"].get(i, below) > below + 1 for i in exempt)
    ends = {key: outcome(folder, over(key), blocked) for key in ENDS.values()}
    missing = any(each is MISSING for each in cells.values())
    undecided = missing and len({end["verdict"] for end in ends.values() if end}) > 1
    coverage = sum((t["share"] * (t["coverage"] or 0) for t in themes.values()), Fraction(0))
    applicable = sum(each["applies"] for each in themes.values())
    lacks = {
        "waiting": bool(folder.waiting),
        "applicable": not applicable or applicable * 100 < rules["min_applicable"],
        "coverage": not coverage or coverage * 100 < rules["min_coverage"],
        "missing": undecided and not rules["missing_may_decide"],
    }
    lacking = next((word for word, lacks_it in lacks.items() if lacks_it), None)
    lowest = mean((weights[theme], each["exempt"]) for theme, each in themes.items())
    people, decisions = folder.case["municipality"]["inhabitants"], folder.case.get("decisions")
    decided = {d["outcome"] for d in decisions or () if d.get("network") == id_}
    low, high, total = over("low", 0), over("high", 100), outcome(folder, over("value"), blocked)
    return {
        "total": total and total["total"],
        **{"low": low, "high": high, "benefit": over("value", None, True)},
        **{"benefit_low": over("low", 0, True), "benefit_high": over("high", 100, True)},
        **{"coverage": coverage, "applicable": applicable},
        **{"lacking": lacking, "waiting_for": folder.waiting},
        **{f"missing_{end}est": ends[key] if missing else None for end, key in ENDS.items()},
        "not_applicable_lowest": outcome(folder, lowest, barred) if exempt else None,
        **{"themes": themes, "cost_lines": parts, "annual_cost_sek": cost, "blocked_by": blocked},
        "least": membership.get("hours_per_year") is None,
        "cost_per_inhabitant": cost / people if cost is not None and people else None,
        "member": membership.get("member", True) and not decided & OUTSIDE,
        "verdict": total["verdict"] if total and not lacking else None,
        "verdict_low": outcome(folder, low, missed("least", below))["verdict"],
        "verdict_high": outcome(folder, high, missed("most", folder.scale["max"]))["verdict"],
    }


def recomputed(data: Path, evaluation: str) -> Data:
    """The whole evaluation, recomputed from its files."""
    folder = Folder(data, evaluation)
    weights = weighting(folder)
    each = {m["network"]: network(folder, m, weights) for m in folder.case["memberships"]}
    return {"weights": weights, "networks": each, "folder": folder}
