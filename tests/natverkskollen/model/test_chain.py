"""Two decisions on one network: what cannot both hold, the way through the bodies, what settles."""

from __future__ import annotations

import pytest

from natverkskollen.model.chain import opposed, proposers, settling
from natverkskollen.model.decision import Decision

AU, KS, KF = "Kommunstyrelsens arbetsutskott", "Kommunstyrelsen", "Kommunfullmäktige"


def decided(outcome: str, body: str = KS, *way: str, network: str = "a") -> Decision:
    return Decision.model_validate(
        {"network": network, "outcome": outcome, "body": body, "proposed_by": way}
    )


@pytest.mark.parametrize(
    ("one", "other", "wrong"),
    [
        # The same body cannot both stay and leave, or wait and stay.
        (decided("continue"), decided("leave"), True),
        (decided("come-back"), decided("continue"), True),
        # Two that agree with one result hold together.
        (decided("continue"), decided("withdraw-leave"), False),
        (decided("continue"), decided("renegotiate"), False),
        (decided("renegotiate"), decided("leave"), True),
        # What settles no membership is never in the way, nor is another network.
        (decided("apply"), decided("evaluate-by"), False),
        (decided("continue"), decided("leave", network="b"), False),
        # Two bodies may differ only as steps of one stated chain.
        (decided("come-back", AU), decided("leave", KF, AU, KS), False),
        (decided("come-back", KS), decided("leave", KF, AU, KS), False),
        (decided("come-back", "Miljönämnden"), decided("leave", KF, AU, KS), True),
        # The body that the case goes to proposes what its council decides, written or not.
        (decided("come-back", KS), decided("leave", KF), False),
        (decided("come-back", AU), decided("leave", KF), True),
    ],
)
def test_two_decisions_hold_together_or_not(one: Decision, other: Decision, wrong: bool) -> None:
    assert bool(list(opposed((one, other), KS))) == wrong
    assert bool(list(opposed((other, one), KS))) == wrong


def test_who_proposes_on_the_way() -> None:
    assert proposers(decided("leave", KF, AU, KS), KS) == (AU, KS)
    assert proposers(decided("leave", KF), KS) == (KS,)
    assert proposers(decided("leave", "KF"), "KS") == ("KS",)
    assert proposers(decided("leave", KS), KS) == ()
    assert proposers(decided("leave", "Miljönämnden"), KS) == ()


def test_the_body_that_decides_last_settles_and_the_plainest_of_its_points() -> None:
    first, last = decided("come-back", AU), decided("leave", KF, AU, KS)
    assert settling((first, last), "a", AU) is last
    assert settling((last, first), "a", AU) is last
    talk, stay = decided("renegotiate"), decided("continue")
    assert settling((talk, stay), "a", KS) is stay
    assert settling((talk,), "a", KS) is talk
    assert settling((decided("evaluate-by"),), "a", KS) is None
