"""What differs between two revisions of a criteria set as a whole: themes, weights and limits."""

from __future__ import annotations

from natverkskollen.analysis.wording import ENDS, verdict_heading
from natverkskollen.model.criteria import CriteriaSet
from natverkskollen.swedish.numbers import number
from natverkskollen.swedish.words import lower_first


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
    keep, leave = (lower_first(verdict_heading(each, (True, False))) for each in ENDS)
    cuts = (
        ("keep_from", keep),
        ("leave_below", leave),
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
        said.append(f"Miniminivåerna för {keep} har ändrats.")
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


def _shares(criteria: CriteriaSet) -> dict[str, float]:
    whole = sum(theme.weight for theme in criteria.themes)
    return {theme.id: float(theme.weight / whole * 100) for theme in criteria.themes}
