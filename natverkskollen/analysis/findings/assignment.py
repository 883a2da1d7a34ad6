"""Who gave the assignment that the case answers, against who decides now."""

from __future__ import annotations

from collections.abc import Iterator

from natverkskollen.analysis.findings.finding import Finding, Side, finding_id
from natverkskollen.dossier.dossier import Dossier
from natverkskollen.swedish.dates import day_words
from natverkskollen.swedish.words import listed, lower_first


def commissioning_body(dossier: Dossier) -> Iterator[Finding]:
    """An assignment from a body that no longer exists, or from another than the one deciding.

    The decisions say who decides; only a case without any is taken to be decided where it goes.
    """
    case, decisions = dossier.evaluation.case, dossier.evaluation.decisions
    given = case.assignment
    deciding = {each.body.casefold(): each.body for each in decisions} or {"": case.body}
    bodies = [body.casefold() for body in deciding.values()]
    if given is None or (not given.ended and given.body.casefold() in bodies):
        return
    names = listed([lower_first(body) for body in deciding.values()])
    gone = " som inte längre finns" if given.ended else ""
    kind = "upphort-organ" if given.ended else "annat-organ"
    yield Finding(
        finding_id(kind, "utvarderingen"),
        kind,
        "att pröva",
        None,
        f"Uppdraget gavs {day_words(given.date)} av {lower_first(given.body)}{gone}, men ärendet "
        f"beslutas av {names}.",
        (
            Side("Gav uppdraget", given.body, given.date)
            if not isinstance(given.date, int)
            else Side("Gav uppdraget", f"{given.body}, {given.date}"),
            Side("Beslutar", listed(list(deciding.values())), case.date),
        ),
        "Kontrollera vilket organ som kan förklara uppdraget avslutat.",
    )
