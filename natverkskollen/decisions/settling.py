"""How an outcome that settles a membership is said: in the minutes, as an answer, in a clause."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from natverkskollen.decisions import membership
from natverkskollen.decisions.membership import condition_clause, own_task
from natverkskollen.decisions.naming import Naming
from natverkskollen.decisions.point import Phrase
from natverkskollen.model.outcome import Outcome

Words = Callable[[Naming], str]


@dataclass(frozen=True)
class Settled:
    """One outcome: its points in the minutes, the answer, and a clause after `föreslår att`.

    The answer is to what a committee is asked: whether to stay, or to join.
    """

    points: Phrase
    answer: Words
    clause: Words


def recommendation(of: Naming) -> str:
    """What is proposed about one membership, as a clause; the network has its short name alone.

    `of` is a decision that settles a membership; KeyError for any other.
    """
    return SETTLED[of.decision.outcome].clause(of)


def answer(of: Naming) -> str:
    """The proposal about one membership as the answer to the question: `ja, fortsätt`.

    `of` is a decision that settles a membership; KeyError for any other.
    """
    return SETTLED[of.decision.outcome].answer(of)


def _who(of: Naming) -> str:
    return of.evaluation.municipality.definite


def _short(of: Naming, phrase: str) -> str:
    return phrase.format(x=of.network.short, own=of.owner)


def _goes_on(of: Naming, how: str = "") -> str:
    return f"{_who(of)} {_short(of, of.words.stays)}{how}"


def _noun(of: Naming) -> str:
    return f"{of.words.noun} {of.words.to} {of.network.short}"


def _the(of: Naming) -> str:
    return f"{of.words.the} {of.words.to} {of.network.short}"


def _condition(of: Naming) -> str:
    clause = condition_clause(of)
    task = own_task(of.evaluation, clause)
    if task:
        who, what = task
        return _goes_on(of, f" och att {who} får i uppdrag att {what}")
    return _goes_on(of, f" under förutsättning att {clause}")


def _come_back(of: Naming) -> str:
    about = _the(of) if of.member else f"frågan om {_noun(of)}"
    return f"{_who(of)} avvaktar och tar ställning till {about} senast {of.by()}"


def _leave(of: Naming) -> str:
    return f"{_who(of)} {_short(of, of.words.ends)}"


def _stop(of: Naming) -> str:
    what = f"ansöka om {_noun(of)}"
    if of.decision.decided:
        return f"beslutet att {what} upphävs"
    return f"{_who(of)} avbryter arbetet med att {what}"


SETTLED: Mapping[Outcome, Settled] = {
    "continue": Settled(membership.goes_on, lambda of: "ja, fortsätt", _goes_on),
    "continue-with-condition": Settled(
        membership.on_condition, lambda of: "ja, men med villkor", _condition
    ),
    "trial": Settled(
        membership.trial,
        lambda of: f"ja, på prov till och med {of.by()}",
        lambda of: _goes_on(of, f" under en prövotid till och med {of.by()}"),
    ),
    "come-back": Settled(
        membership.come_back, lambda of: f"vänta, avgör senast {of.by()}", _come_back
    ),
    "leave": Settled(membership.leave, lambda of: "nej, begär utträde", _leave),
    "withdraw-leave": Settled(
        membership.withdraw,
        lambda of: "ja, återta begäran om utträde",
        lambda of: f"{_who(of)} återtar {_short(of, of.words.request)}",
    ),
    "renegotiate": Settled(
        membership.renegotiate,
        lambda of: f"förhandla om villkoren före {of.by()}",
        lambda of: f"villkoren för {_the(of)} förhandlas om före {of.by()}",
    ),
    "apply": Settled(
        membership.apply,
        lambda of: "ja, ansök",
        lambda of: f"{_who(of)} ansöker om {_noun(of)}",
    ),
    "do-not-apply": Settled(
        membership.do_not_apply,
        lambda of: "nej, ansök inte",
        lambda of: f"{_who(of)} inte ansöker om {_noun(of)}",
    ),
    "stop": Settled(membership.stop, lambda of: "nej, avbryt arbetet med att ansöka", _stop),
}
