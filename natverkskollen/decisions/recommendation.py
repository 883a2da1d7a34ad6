"""What is proposed about one membership, in a short clause that follows on `föreslår att`."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from natverkskollen.decisions.membership import condition_clause, own_task
from natverkskollen.decisions.naming import Naming
from natverkskollen.model.outcome import Outcome

Clause = Callable[[Naming], str]


def recommendation(of: Naming) -> str:
    """The proposal as the summary says it; the network is named by its short form alone.

    `of` is a decision that settles a membership; KeyError for any other.
    """
    return CLAUSES[of.decision.outcome](of)


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


CLAUSES: Mapping[Outcome, Clause] = {
    "continue": _goes_on,
    "continue-with-condition": _condition,
    "trial": lambda of: _goes_on(of, f" under en prövotid till och med {of.by()}"),
    "come-back": _come_back,
    "leave": _leave,
    "withdraw-leave": lambda of: f"{_who(of)} återtar {_short(of, of.words.request)}",
    "renegotiate": lambda of: f"villkoren för {_the(of)} förhandlas om före {of.by()}",
    "apply": lambda of: f"{_who(of)} ansöker om {_noun(of)}",
    "do-not-apply": lambda of: f"{_who(of)} inte ansöker om {_noun(of)}",
    "stop": _stop,
}
