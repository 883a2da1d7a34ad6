"""Whether final evaluations still say what was sealed, for the commands check and verify."""

from __future__ import annotations

from collections.abc import Iterator

from natverkskollen.dossier.copies import seal_notes
from natverkskollen.dossier.library import Library
from natverkskollen.editing.sealing import seal_holds
from natverkskollen.files.problem import Problem
from natverkskollen.store.files import read_state

_REMEDY = (
    "Se vad med kommandot history. Återställ filen, eller öppna utvärderingen igen om ändringen "
    "ska gälla"
)


def seal_problems(library: Library, evaluation: str) -> tuple[Problem, ...]:
    """That the files of a final evaluation are not those that were sealed; nothing where they are.

    The files are read as they lie: nothing is written.
    """
    source = library.evaluations
    raws = {name: source.read(evaluation, name) for name in source.names(evaluation)}
    state, problems = read_state(raws, evaluation)
    if problems or seal_holds(state) is not False:
        return ()
    what = "filerna har ändrats sedan utvärderingen färdigställdes"
    return (Problem(f"evaluations/{evaluation}/evaluation.yaml", 0, what, _REMEDY),)


def seal_lines(library: Library) -> Iterator[str]:
    """What is to be known about what each final evaluation rests on."""
    for id_, dossier in library.dossiers.items():
        for note in seal_notes(dossier):
            yield f"evaluations/{id_}/evaluation.yaml: {note}"
