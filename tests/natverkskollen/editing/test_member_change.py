"""Whether a network is one's own is a change of its own."""

from __future__ import annotations

from natverkskollen.editing.member_change import member_change
from tests.building.papers import huddinge


def test_no_longer_a_member_is_a_change_of_the_memberships_alone():
    evaluation = huddinge().evaluation
    assert member_change(evaluation, "sekom", True) == []
    (change,) = member_change(evaluation, "sekom", False)
    assert change.path == ("evaluation", "memberships")
    assert [each.member for each in change.new] == [True, False]
