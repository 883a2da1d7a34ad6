"""What differs between two revisions of a criteria set, in the words of somebody who answers."""

from __future__ import annotations

from natverkskollen.model.criteria import CriteriaSet, Theme
from natverkskollen.model.criterion import Criterion
from natverkskollen.swedish.numbers import number

LOOK = "se över svaret"


def differences_of(
    old: CriteriaSet, new: CriteriaSet, was: Criterion, now: Criterion
) -> tuple[str, ...]:
    """What is different about one criterion; nothing where it is asked and counted as before."""
    notes = [*meanings(old, new, was, now)]
    if was.title != now.title:
        notes.append(f"hette ”{was.title}”")
    if was.guidance != now.guidance:
        notes.append("vägledningen har ändrats")
    if now.evidence == "required" != was.evidence:
        notes.append("belägg krävs nu")
    if was.weight != now.weight:
        notes.append(f"vikten har ändrats från {number(was.weight)} till {number(now.weight)}")
    themes = (_theme(old, was.id), _theme(new, now.id))
    if themes[0].id != themes[1].id:
        notes.append(f"hör nu till temat {themes[1].title}")
    return tuple(notes)


def meanings(old: CriteriaSet, new: CriteriaSet, was: Criterion, now: Criterion) -> list[str]:
    """What may make another answer the right one."""
    if type(was) is not type(now):
        return ["besvaras på ett annat sätt än förut"]
    notes = []
    if now.judged:
        if old.scale != new.scale:
            scales = (f"{s.min}–{s.max}" for s in (old.scale, new.scale))
            notes.append("skalan har ändrats från {} till {}".format(*scales))
        elif was.level_texts != now.level_texts:
            notes.append(f"nivåtexterna har ändrats: {LOOK}")
    if was.measured_in != now.measured_in:
        notes.append(f"enheten har ändrats från {was.measured_in} till {now.measured_in}")
    if any(getattr(was, end, None) != getattr(now, end, None) for end in ("min", "max")):
        notes.append(f"det rimliga intervallet har ändrats: {LOOK}")
    if getattr(was, "computed", None) != getattr(now, "computed", None):
        notes.append("räknas fram på ett annat sätt")
    if getattr(was, "value", None) != getattr(now, "value", None):
        notes.append("talen är värda annat än förut (value)")
    if was.expected_question != now.expected_question:
        notes.append("frågan till den som inte är medlem har ändrats")
    if was.question != now.question:
        notes.append(f"frågan har ändrats: {LOOK}")
    return notes


def rule_differences(old: CriteriaSet, new: CriteriaSet) -> tuple[str, ...]:
    """What differs in the set as a whole: themes, weights, cut-offs and grades, in sentences."""
    said = []
    was, now = ({theme.id: theme for theme in each.themes} for each in (old, new))
    said += [f"Temat {was[i].title} finns inte längre." for i in was if i not in now]
    said += [f"Temat {now[i].title} är nytt." for i in now if i not in was]
    for id_ in (id_ for id_ in now if id_ in was):
        before, after = (number(round(_shares(each)[id_], 1)) for each in (old, new))
        if before != after:
            said.append(f"Temat {now[id_].title} väger {after} av 100. Förut vägde det {before}.")
    cuts = (
        ("keep_from", "fortsätt eller ansök"),
        ("leave_below", "begär utträde eller ansök inte"),
        ("min_coverage", "hur mycket som ska vara bedömt"),
        ("min_applicable", "hur mycket som ska vara tillämpligt"),
    )
    for key, word in cuts:
        before, after = (number(getattr(each.verdict, key)) for each in (old, new))
        if before != after:
            said.append(f"Gränsen för {word} är {after}. Förut var den {before}.")
    if old.verdict.missing_may_decide and not new.verdict.missing_may_decide:
        said.append("Avgör de obesvarade frågorna ensamma blir det inget resultat.")
    if old.verdict.minimum != new.verdict.minimum:
        said.append("Miniminivåerna för fortsätt eller ansök har ändrats.")
    if old.evidence_grades != new.evidence_grades:
        said.append("Hur mycket vad uppgiften bygger på betyder har ändrats.")
    if old.number_grades != new.number_grades:
        said.append("Hur säkra tal och kostnader räknas som har ändrats.")
    if old.documented_needs_evidence != new.documented_needs_evidence:
        said.append("Vad en dokumenterad uppgift (A) utan belägg räknas som har ändrats.")
    if {p.id: p.weights for p in old.profiles} != {p.id: p.weights for p in new.profiles}:
        said.append("Viktprofilerna har ändrats.")
    if old.robustness != new.robustness:
        said.append("Hur säkerheten prövas har ändrats.")
    return tuple(said)


def _theme(criteria: CriteriaSet, criterion: str) -> Theme:
    return next(t for t in criteria.themes if any(c.id == criterion for c in t.criteria))


def _shares(criteria: CriteriaSet) -> dict[str, float]:
    whole = sum(theme.weight for theme in criteria.themes)
    return {theme.id: float(theme.weight / whole * 100) for theme in criteria.themes}
