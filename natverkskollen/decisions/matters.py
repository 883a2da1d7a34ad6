"""The outcomes about the case: the report, questions that are answered, information, the end."""

from __future__ import annotations

from collections.abc import Mapping

from natverkskollen.decisions.money import money
from natverkskollen.decisions.naming import GAP, Naming, paragraph_words
from natverkskollen.decisions.point import Phrase, Point, acts, gives
from natverkskollen.model.outcome import ANSWERS, Outcome
from natverkskollen.swedish.words import lower_first

_DOES = {
    "godkänns": ("godkänner", "godkänna"),
    "noteras": ("noterar", "notera"),
    "avslås": ("avslår", "avslå"),
    "bifalls": ("bifaller", "bifalla"),
}


def _answer(of: Naming) -> str:
    return of.decision.answer or ANSWERS[of.decision.outcome][0]


def receive(of: Naming) -> Point:
    """The report of the evaluation is approved or noted."""
    present, infinitive = _DOES[_answer(of)]
    dated = of.days.document(of.decision.dated or of.evaluation.case.date)
    what = f"redovisningen av utvärderingen av {of.every_membership}, daterad {dated}"
    return acts(of.body, f"{present} {what}", f"{infinitive} {what}", f"{what}, {_answer(of)}")


def note(of: Naming) -> Point:
    """Information is noted, or entered in the minutes."""
    about = (of.decision.about or "").strip().rstrip(".").removeprefix("om ")
    what = f"informationen om {about}" if about else "informationen"
    if _answer(of) == "antecknas":
        end = "till protokollet"
        return acts(
            of.body,
            f"antecknar {what} {end}",
            f"anteckna {what} {end}",
            f"{what} antecknas {end}",
        )
    return acts(of.body, f"noterar {what}", f"notera {what}", f"{what} noteras")


def motion(of: Naming) -> Point:
    """A motion is answered, rejected or granted."""
    return _answered(of, "motionen", "besvarad")


def citizen_proposal(of: Naming) -> Point:
    """A citizen's proposal is answered, rejected or granted."""
    return _answered(of, "medborgarförslaget", "besvarat")


def _answered(of: Naming, kind: str, answered: str) -> Point:
    title = (of.decision.title or "").strip().strip('”“"')
    what = f"{kind} ”{title}” ({of.decision.number})"
    answer = _answer(of)
    if answer == "besvarad":
        return acts(
            of.body,
            f"förklarar {what} {answered}",
            f"förklara {what} {answered}",
            f"{what} förklaras {answered}",
        )
    present, infinitive = _DOES[answer]
    return acts(of.body, f"{present} {what}", f"{infinitive} {what}", f"{what} {answer}")


def evaluate_by(of: Naming) -> Point:
    """Somebody is to evaluate one membership, or all of them, by a day."""
    what = of.the_in if of.decision.network else of.every_membership
    return gives(of.body, of.office, f"senast {of.by()} utvärdera {what}")


def close_assignment(of: Naming) -> Point:
    """The assignment that the case answers is declared closed, named by giver, day and §."""
    given = of.evaluation.case.assignment
    if given is None:
        raise ValueError("only an assignment that the case has can be closed")
    about = of.decision.about if of.decision.outcome == "close-assignment" else None
    text = (about or given.text).strip().rstrip(".")
    said = lower_first(text) if text.lower().startswith("att ") else f"”{text}”"
    # A draft shows the gap; what was made final without the § never says that one is missing.
    missing = f", § {GAP}" if of.evaluation.status == "draft" else ""
    place = paragraph_words(given.paragraph) or missing
    who = f"{'dåvarande ' if given.ended else ''}{lower_first(given.body)}"
    what = f"uppdraget {said}, som {who} gav {of.days.document(given.date)}{place},"
    return acts(
        of.body,
        f"förklarar {what} avslutat",
        f"förklara {what} avslutat",
        f"{what} förklaras avslutat",
    )


def moved(of: Naming) -> Point:
    """Money is moved, as an outcome of its own."""
    given = of.decision.money
    if given is None:
        raise ValueError("the outcome money needs an amount")
    return money(given, of.body)


MATTERS: Mapping[Outcome, Phrase] = {
    "receive": receive,
    "evaluate-by": evaluate_by,
    "motion": motion,
    "citizen-proposal": citizen_proposal,
    "money": moved,
    "note": note,
    "close-assignment": close_assignment,
}
