"""Whether the costs of the networks are counted on the same things."""

from __future__ import annotations

from natverkskollen.analysis.result import Result
from natverkskollen.swedish.words import listed


def bases_sentence(result: Result) -> str:
    """That working hours are in some costs and not in others; empty where all are alike."""
    counted = [f.network.short for f in result.networks if f.cost.hours_counted]
    without = [f.network.short for f in result.networks if not f.cost.hours_counted]
    if not counted or not without:
        return ""
    return (
        f"Arbetstid ingår i kostnaden för {listed(counted)} men inte för {listed(without)}. "
        "Kostnaderna är därför inte räknade på samma sätt."
    )
