"""The figures of the program's JSON beside the oracle's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any

from tests.oracle.method import mean, worth

Data = Mapping[str, Any]
# The oracle does not draw: what comes from draws is only held to add up.
_AS_ROUNDED = Fraction(5, 100_000) + Fraction(1, 10**9)
_ORE = Fraction(5, 1000)
_NETWORK = (
    *("total", "low", "high", "benefit", "benefit_low", "benefit_high", "coverage", "applicable"),
    *("lacking", "waiting_for", "missing_lowest", "missing_highest", "not_applicable_lowest"),
    *("annual_cost_sek", "cost_per_inhabitant", "member", "verdict", "verdict_low"),
    *("verdict_high", "blocked_by"),
)
_THEME = ("value", "low", "high", "contribution", "coverage")
_CRITERION = ("state", "figure", "value", "low", "high")


def json_figures(found: Data, oracle: Data) -> Iterator[tuple[str, Any, Any]]:
    """Every figure of the JSON by its place, as the program and as the oracle has it."""
    for theme, weight in oracle["weights"].items():
        yield f"weights/{theme}", found["weights"].get(theme), weight * 100
    yield "no_membership", found.get("no_membership"), _nothing(oracle)
    yield "networks", list(found["networks"]), list(oracle["networks"])
    for id_, mine in oracle["networks"].items():
        theirs = found["networks"].get(id_, {})
        yield f"{id_}/cost_is_least", theirs.get("cost_is_least"), mine["least"]
        for key in _NETWORK:
            yield f"{id_}/{key}", theirs.get(key), mine[key]
        for theme, each in mine["themes"].items():
            said = theirs.get("themes", {}).get(theme, {})
            for key in _THEME:
                yield f"{id_}/{theme}/{key}", said.get(key), each[key]
            yield f"{id_}/{theme}/weight", said.get("weight"), each["share"] * 100
            for criterion, one in each["criteria"].items():
                told = said.get("criteria", {}).get(criterion, {})
                for key in _CRITERION:
                    hidden = one["state"] == "not-assessed" and key in ("low", "high")
                    expected = {"low": 0, "high": 100}[key] if hidden else one.get(key)
                    yield f"{id_}/{criterion}/{key}", told.get(key), expected
                yield f"{id_}/{criterion}/weight", told.get("weight"), one["weight"] * 100
    for id_, drawn in found.get("robustness", {}).get("networks", {}).items():
        yield f"robustness/{id_}/verdict", drawn["verdict"], oracle["networks"][id_]["verdict"]
        for key in ("verdict_share", "rank_share"):
            shares = drawn[key] or {}
            given = list(shares.values() if isinstance(shares, dict) else shares)
            whole = round(sum(given), 3) if given else 1
            yield f"robustness/{id_}/{key}, sum", whole, 1


def _nothing(oracle: Data) -> Any:
    """What no membership is worth: no cost, and the rest at its lowest or without meaning."""
    folder, themes = oracle["folder"], {}
    for theme in folder.criteria["themes"]:
        values = []
        for criterion in theme["criteria"]:
            judged = "levels" in criterion
            worst = None if judged and theme.get("cost") else Fraction(0)
            value = worst if judged else worth(folder, criterion, Fraction(0))
            said = criterion.get("without_membership")
            value = {None: value, "lowest": Fraction(0), "highest": Fraction(100)}.get(said)
            values.append((criterion.get("weight", 1), value))
        themes[theme["id"]] = mean(values)
    whole = mean((oracle["weights"][id_], value) for id_, value in themes.items())
    return {"total": whole, "themes": themes}


def agrees(found: Any, expected: Any) -> bool:
    """Whether a figure is the oracle's, as far as the JSON is rounded."""
    if isinstance(expected, dict) and isinstance(found, dict):
        return found.keys() == expected.keys() and all(agrees(found[k], expected[k]) for k in found)
    if isinstance(expected, (list, tuple, str, bool)) or expected is None or found is None:
        return bool(found == expected)
    if isinstance(found, str):
        return abs(Fraction(found) - expected) <= _ORE
    return abs(Fraction(found) - Fraction(expected)) <= _AS_ROUNDED
