"""What differs in one criterion between two revisions of its set, in the words of an assessor."""

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


def _theme(criteria: CriteriaSet, criterion: str) -> Theme:
    return next(t for t in criteria.themes if any(c.id == criterion for c in t.criteria))
