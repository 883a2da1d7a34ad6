"""The words over each field of a decision, by the outcome it belongs to, and what one may write."""

from __future__ import annotations

from collections.abc import Mapping

from natverkskollen.model.outcome import KINDS, Outcome

_DAY = "(ÅÅÅÅ-MM-DD)"
_LABELS: Mapping[str, str] = {
    "body": "Vem beslutar",
    "network": "Nätverk (tomt: alla)",
    "title": "Rubrik",
    "number": "Diarienummer",
    "answer": "Svar",
    "from_date": "Sista dag som medlem (ÅÅÅÅ-MM-DD, bara året, eller okänt)",
    "condition": "Villkor (börja med ”att”)",
    "receiver": "Redovisas för",
    "assigned_to": "Vem får uppdraget?",
    "decided": f"Dag för det tidigare beslutet {_DAY}",
    "paragraph": "Paragraf i det tidigare beslutet",
    "decided_by": "Vem fattade det? (tomt: samma organ)",
    "about": "Vad handlar informationen om?",
    "dated": f"Redovisningens dag (tomt: ärendets dag) {_DAY}",
    "reason": "Skäl i beslutet. Fortsätt: med hänvisning till att …",
    "motive": "Skäl för förslaget",
    "differs_because": "Varför avviker förslaget från resultatet?",
    "money_amount": "Belopp i kronor",
    "money_year": "År",
    "money_from": "Från",
    "money_to": "Till",
    "money_yearly": "Varje år från och med det året",
    "money_text": "Vad händer med avgiften? Fortsätt meningen: Nämnden beslutar att …",
    "closes_assignment": "Beslutet avslutar uppdraget",
    "proposed_by": "Vilka organ föreslår det på vägen? (i ordning, med komma emellan)",
}
_OWN_LABELS: Mapping[tuple[Outcome, str], str] = {
    ("motion", "title"): "Motionens rubrik",
    ("motion", "number"): "Motionens diarienummer",
    ("citizen-proposal", "title"): "Medborgarförslagets rubrik",
    ("citizen-proposal", "number"): "Medborgarförslagets diarienummer",
    ("close-assignment", "about"): "Uppdraget med egna ord (börja med ”att”; tomt: som i ärendet)",
}
EXAMPLES: Mapping[str, str] = {
    "condition": "att föreningen redovisar sin plan",
    "money_from": "anslaget för medlemsavgifter",
    "money_to": "energirådgivningen",
    "money_text": "avgiften går till energirådgivning",
    "proposed_by": "Kommunstyrelsens arbetsutskott, Kommunstyrelsen",
    "number": "KS-2025/123",
    "paragraph": "60",
}


def label(outcome: Outcome, name: str) -> str:
    """The words over a field, for the outcome that it belongs to."""
    if name == "by" and (day := KINDS[outcome].by):
        return f"{day.asked} {_DAY}"
    return _OWN_LABELS.get((outcome, name), _LABELS[name])


def missing_words(outcome: Outcome, name: str) -> str:
    """What to say where a field that the outcome needs is empty, as a whole sentence."""
    words, _, _ = label(outcome, name).partition(" (")
    example = _MISSING_EXAMPLES.get(name, "")
    return f"Fyll i ”{words}”{example}."


_MISSING_EXAMPLES = {
    "by": ", till exempel 2026-05-30",
    "from_date": ", till exempel 2026-12-31, bara året, eller okänt",
    "condition": ", till exempel: att föreningen redovisar sin plan",
}
