"""Between the fields on screen and the file: what the person saw, the save, and how it went."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from typing import Any

import streamlit as st

from components.answers.answer_clash import AnswerClash, clash_of, show_both
from components.answers.answer_fields import in_fields
from components.answers.place import Place
from components.seen import base_version, unreceived
from components.seen.memory import Sight
from components.shell import clock, html, run, saved_line
from components.shell.person import principal
from natverkskollen.dossier.dossier import Dossier
from natverkskollen.editing.answer_entry import fields_of, read_fields
from natverkskollen.editing.typed import Unclear
from natverkskollen.model.answer import Answer, Evidence
from natverkskollen.model.criteria import CriteriaSet
from natverkskollen.model.criterion import Criterion
from natverkskollen.output.answer_steps import AnswerStep
from natverkskollen.store import (
    Conflict,
    Failed,
    SaveOutcome,
    Versioned,
    answer_at,
    save_answer,
    saved_answer,
)

_TOLD, _ATTEMPT = "besked", "forsok"


def take_resent(
    place: Place,
    criteria: CriteriaSet,
    criterion: Criterion,
    stored: Answer,
    base: Versioned | None,
    typed: dict[str, Any],
    shows: Callable[[Answer], dict[str, Any]],
) -> None:
    """Handle an answer that the browser has kept for a session that never drew it.

    `base` is the version the browser was shown: fields as they were then are only old and give
    way, others are the person's own and are saved on that base. Where it is not known, nobody can
    tell which of the two it is, and the person chooses.
    """
    was = answer_at(base.data, place.assessor, place.network, criterion) if base else None
    memory = place.memory
    if was is not None:
        memory.look(Sight(shows(was), was))
        if typed == shows(was):
            memory.follow()
            return
    try:
        mine = read_fields(typed, criteria, criterion, was or stored)
    except Unclear as refusal:
        _keep(place, typed, f"Inte sparat. {refusal}")
        return
    if was is None or base is None:
        memory.meet(AnswerClash(mine, stored))
        saved_line.note(False, place.key(""))
        st.rerun()
    outcome = _saved(place, was, mine, base.version)
    _told(place, typed, mine, outcome, shows(mine))


def saver(place: Place, criteria: CriteriaSet, criterion: Criterion) -> Callable[[], None]:
    """The callback that saves the answer as it stands in its fields."""

    def save() -> None:
        held = in_fields(place.key)
        typed = held.fields
        late = unreceived.held(place.memory, place.evaluation, held.received)
        if late and all(typed.get(name) == value for name, value in late.fields.items()):
            place.memory.follow()  # nothing is written: it is what the field held before
            saved_line.note(True, place.key(""))
            return
        # What the fields held before they were filled is not always known; see below of None.
        if late or not held.received:
            place.memory.look(late)
        there: Answer | None = late.of if late else place.memory.last if held.received else None
        base = base_version.kept(place.evaluation) if there is None and held.received else None
        if base:
            there = answer_at(base.data, place.assessor, place.network, criterion)
        try:
            before = there or _evidence_on_file(place)
            mine = read_fields(typed, criteria, criterion, before)
        except Unclear as refusal:
            _keep(place, typed, f"Inte sparat. {refusal}")
            return
        # A new session (the server restarted, or the tab slept) that does not know what the person
        # saw (None) lets the store compare instead of overwriting.
        outcome = _saved(place, there, mine, base.version if base else None)
        _told(place, typed, mine, outcome, fields_of(criterion, mine))
        if late and not isinstance(outcome, (Failed, Conflict)):
            unreceived.saved(place.memory, Sight({name: typed[name] for name in late.fields}, mine))

    return save


def _on_file(place: Place) -> Answer | Failed:
    return saved_answer(run.folder(), *place.where, by=principal())


def _evidence_on_file(place: Place) -> Answer:
    """The answer in the file, whose evidence no field shows; empty where it cannot be read."""
    found = _on_file(place)
    return Answer() if isinstance(found, Failed) else found


def save_evidence(
    place: Place, seen: Answer, evidence: tuple[Evidence, ...], grade: str | None = None
) -> bool:
    """Save what the answer rests on, and nothing else of it: what is typed stays as it is.

    `grade` is how well it is supported, where that follows from the evidence.

    False: it was not saved, and why is told.
    """
    grades = {"grade": grade} if grade else {}
    mine = seen.model_copy(update={"evidence": evidence, **grades})
    outcome = _saved(place, seen, mine)
    _told(place, place.memory.typed, mine, outcome)
    # "Try again" saves the fields; evidence is tried again by the button that adds it.
    st.session_state.pop(place.key(_ATTEMPT), None)
    return not isinstance(outcome, (Failed, Conflict))


def put(place: Place, expected: Answer | None, mine: Answer, **more: Any) -> SaveOutcome:
    """Save an answer where it belongs; `more` is what save_answer takes beside it."""
    with run.writing():
        return save_answer(run.folder(), *place.where, expected, mine, by=principal(), **more)


def _saved(
    place: Place, expected: Answer | None, mine: Answer, base: int | None = None
) -> SaveOutcome:
    """Try once; a new try at the same thing has the same key and can never count twice."""
    attempt = (expected, mine, base)
    kept = st.session_state.get(place.key(_ATTEMPT))
    key = kept[1] if kept and kept[0] == attempt else secrets.token_hex(8)
    st.session_state[place.key(_ATTEMPT)] = (attempt, key)
    outcome = put(place, expected, mine, base_version=base, key=key)
    if not isinstance(outcome, Failed):
        st.session_state.pop(place.key(_ATTEMPT), None)
    return outcome


def _told(
    place: Place,
    typed: dict[str, Any],
    mine: Answer,
    outcome: SaveOutcome,
    shows: dict[str, Any] | None = None,
) -> None:
    """Say how a save went; `shows` is how the file would show what was typed, if that was saved."""
    if isinstance(outcome, Failed):
        _keep(place, typed, _failed_words(outcome))
        return
    if isinstance(outcome, Conflict):
        theirs = _on_file(place)
        if isinstance(theirs, Failed):
            _keep(place, typed, _failed_words(theirs))
            return
        place.memory.meet(clash_of(mine, theirs, outcome))
        saved_line.note(False, place.key(""))
        st.session_state.pop(place.key(_TOLD), None)
        return
    if shows is not None:
        place.memory.saved(typed, shows, mine)
    _tell(place, True, f"Sparat {clock.now():%H:%M}")


def _failed_words(outcome: Failed) -> str:
    return f"Inte sparat: {outcome.what.rstrip('.')}. {outcome.remedy}."


def _keep(place: Place, typed: dict[str, Any], words: str) -> None:
    if typed:
        place.memory.keep(typed)
    _tell(place, False, words)


def _tell(place: Place, well: bool, words: str) -> None:
    """What is said of the latest save; a mark of its own lets the same words be read again."""
    saved_line.note(well, place.key(""))
    st.session_state[place.key(_TOLD)] = (well, words, secrets.token_hex(4))


def show_status(place: Place, again: Callable[[], None] | None = None) -> None:
    """How the latest save went: announced to a screen reader, with the time or what to do."""
    well, words, turn = st.session_state.get(place.key(_TOLD), (True, "", ""))
    html.told(words, well, turn)
    if again and not well and place.key(_ATTEMPT) in st.session_state:
        st.button("Försök igen", key=place.key("igen"), on_click=again)


def show_clash(
    place: Place, dossier: Dossier, criterion: Criterion, steps: tuple[AnswerStep, ...]
) -> None:
    """Where somebody else changed the same answer: both texts and a choice.

    `steps` are the changes of the answer, the latest first.
    """
    clash: AnswerClash = place.memory.clash
    st.warning(
        "Ditt svar och svaret i filen skiljer sig åt: någon annan har ändrat det, eller så har "
        "sidan varit frånkopplad. Inget är borta. Välj vilket som ska gälla."
    )
    show_both(clash.with_latest(steps), dossier, criterion)

    def settle(mine: bool) -> None:
        outcome = _saved(place, clash.theirs, clash.mine) if mine else None
        if isinstance(outcome, Failed):  # the clash stays on screen, and with it my text
            _tell(place, False, _failed_words(outcome))
            return
        place.memory.follow()
        st.session_state.pop(place.key(_TOLD), None)
        if outcome is None:
            saved_line.note(True, place.key(""))  # nothing is left that the person wants saved
        else:
            _told(place, {}, clash.mine, outcome)

    st.button("Spara mitt svar", key=place.key("mitt"), on_click=settle, args=(True,))
    st.button("Behåll svaret i filen", key=place.key("deras"), on_click=settle, args=(False,))
    show_status(place)
