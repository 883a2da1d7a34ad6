"""What a criteria set would change in a data folder, in sentences, before it is put in place."""

from __future__ import annotations

from collections.abc import Iterator

from natverkskollen.dossier.library import Library
from natverkskollen.editing.revision_words import differences_of
from natverkskollen.editing.rule_differences import rule_differences
from natverkskollen.model.criteria import CriteriaSet
from natverkskollen.model.evaluation import Evaluation
from natverkskollen.swedish.words import counted


def criteria_effects(library: Library, new: CriteriaSet, now: CriteriaSet | None) -> Iterator[str]:
    """What would be another than it is in criteria/ now, and what that means, in sentences."""
    if now is None:
        yield "Det finns ingen samling med det id:t i dag. Den blir valbar på Ny utvärdering."
        return
    if now != new:
        yield from rule_differences(now, new)
        for criterion in new.criteria:
            ids = (criterion.id, *criterion.earlier_ids)
            earlier = [found for each in ids if (found := now.criterion(each))]
            was = earlier[0] if earlier else None
            if was is None:
                yield f"{criterion.title}: ett nytt kriterium."
            elif notes := differences_of(now, new, was, criterion):
                yield f"{criterion.title}: {', '.join(notes)}."
        kept = {id_ for each in new.criteria for id_ in (each.id, *each.earlier_ids)}
        for criterion in now.criteria:
            if criterion.id not in kept:
                yield f"{criterion.title}: finns inte längre."
        if now.revision == new.revision:
            yield (
                f"Versionen är fortfarande {new.revision}. Skriv en ny i revision om ändringen kan "
                "påverka ett svar eller ett resultat."
            )
    using = [e.title for e in _evaluations(library) if e.criteria == new.id]
    if using:
        many = counted(len(using), "en utvärdering, som", "utvärderingar, som")
        yield f"Samlingen används i {many} inte ändras förrän någon byter version på Översikt."


def _evaluations(library: Library) -> list[Evaluation]:
    return [dossier.evaluation for dossier in library.dossiers.values()]
