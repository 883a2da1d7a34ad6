"""At how many inhabitants a fee goes from one step to another."""

from __future__ import annotations

from natverkskollen.analysis.fee import discount
from natverkskollen.model.fee import Fee


def nearest_threshold(fee: Fee, people: int, few: int) -> int | None:
    """The nearest number of inhabitants on another step, where it is at most `few` away."""
    steps = (step.ceiling for part in (fee, *fee.parts) for step in part.steps)
    ceilings = {ceiling for ceiling in steps if ceiling is not None}
    ceilings |= {each.above for part in (fee, *fee.parts) for each in part.discounts}
    limits = sorted(ceilings | {ceiling + 1 for ceiling in ceilings})
    others = [each for each in limits if steps_at(fee, each) != steps_at(fee, people)]
    nearest = min(others, key=lambda each: abs(each - people), default=None)
    return None if nearest is None or abs(nearest - people) > few else nearest


def steps_at(fee: Fee, people: int) -> tuple[object, ...]:
    """The step and the discount in each part of a fee that a member of this size gets."""
    return tuple(
        (next((step for step in part.steps if step.holds(people)), None), discount(part, people))
        for part in (fee, *fee.parts)
    )
