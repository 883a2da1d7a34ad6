"""The life of an evaluation: made final, opened again, exported, repeated, deleted."""

from __future__ import annotations

import streamlit as st

from components.evaluation.workbook_download import show_workbook
from components.shell import clock, data, html, rights, run, state, storage
from components.shell.case_saving import show_failure, show_outcome
from components.shell.markdown import plain
from components.shell.person import actor, principal
from components.shell.text_fields import day_line, text_line
from natverkskollen.analysis.own_gaps import gap_sentence, own_gaps
from natverkskollen.analysis.wording import answer_words
from natverkskollen.decisions.readiness import left_before_final
from natverkskollen.dossier.copies import seal_notes
from natverkskollen.dossier.dossier import Dossier
from natverkskollen.dossier.library import Library
from natverkskollen.editing.lifecycle import finalise, reopen
from natverkskollen.editing.next_round import next_round
from natverkskollen.editing.proposed_id import proposed_id
from natverkskollen.editing.round_changes import AnswerChange, changed_since
from natverkskollen.editing.sealing import seal_holds
from natverkskollen.editing.typed import Unclear, typed_day
from natverkskollen.model.evaluation import Evaluation
from natverkskollen.output.bundle import bundle
from natverkskollen.store import Conflict, Failed, Versioned
from natverkskollen.swedish.dates import long_date
from natverkskollen.swedish.words import capital, counted

_SHORTEST_ROLE = 2
_STATES = {"same": "Samma", "changed": "Ändrat", "new": "Nytt", "waiting": "Inte svarat ännu"}


def show_status(dossier: Dossier, now: Versioned | None, seen: int) -> None:
    """Draft or final, by whom, and the button that changes it."""
    evaluation = dossier.evaluation
    if evaluation.status == "final":
        _show_final(dossier, now, seen)
        return
    html.paragraphs(
        "Utvärderingen är ett utkast. När du färdigställer den låses alla svar, och ordet UTKAST "
        "försvinner ur tjänsteskrivelsen."
    )
    if _locked(rights.may_edit(evaluation.id)):
        return
    left = left_before_final(data.result(), data.findings())
    if left:
        html.paragraphs("Kvar innan utvärderingen kan färdigställas:", "nk-label")
        html.bullets(left)
        return
    _show_gaps(dossier)
    who = text_line("Vem färdigställer (roll)", key=_key(evaluation, "vem"))
    if st.button("Färdigställ", key=_key(evaluation, "fardigstall")):
        if len(who.strip()) < _SHORTEST_ROLE:
            st.error("Skriv vilken roll som färdigställer, till exempel Förvaltningschef.")
            return
        day = clock.today()
        store = run.store()
        show_outcome(finalise(store, evaluation.id, seen, who.strip(), day, judged_by=dossier))


def _show_gaps(dossier: Dossier) -> None:
    """What the answers lack, by assessor, though it keeps nobody from finishing."""
    counted_ones = [each for each in dossier.evaluation.assessors if each.alone]
    told = [
        (each.role, gap_sentence(gaps))
        for each in counted_ones
        if (gaps := own_gaps(dossier, each.id))
    ]
    if told:
        html.table("Låses som det är", ("Bedömare", "Vad"), told)


def _show_final(dossier: Dossier, now: Versioned | None, seen: int) -> None:
    evaluation = dossier.evaluation
    seal = evaluation.final
    words = "Utvärderingen är färdigställd och låst."
    if seal:
        words = f"Färdigställd {long_date(seal.at)} av {seal.by}. Alla svar är låsta."
    html.paragraphs(words)
    if now and seal_holds(now.data) is False:
        st.error(
            "Filerna har ändrats sedan utvärderingen färdigställdes. På sidan Historik ser du vad. "
            "Öppna den igen om ändringen ska gälla."
        )
    for note in seal_notes(dossier):
        html.paragraphs(note, "nk-quiet")
    if _locked(rights.may_administer(evaluation.id)):
        return
    why = _reason(evaluation, "oppna-skal", "Varför öppnas den igen?")
    if st.button("Öppna igen", key=_key(evaluation, "oppna")):
        store = run.store()
        show_outcome(reopen(store, evaluation.id, seen, actor(why)))


def show_export(evaluation: Evaluation) -> None:
    """The bundle for the register: made at the first click, downloaded at the second."""
    html.paragraphs(
        "Exporten är en zip-fil med tjänsteskrivelsen, filerna, svaren som tabell, historiken och "
        "kontrollsummor."
    )
    show_workbook(evaluation)
    if not st.button("Förbered exporten", key=_key(evaluation, "export")):
        return
    made = bundle(run.folder(), evaluation.id, by=principal())
    if isinstance(made, Failed):
        st.error(plain(f"Exporten gick inte att göra: {made.what}. {made.remedy}."))
        return
    name = f"{evaluation.id}-{clock.now():%Y-%m-%d}.zip"
    st.download_button("Ladda ner exporten", made, name, "application/zip", on_click="ignore")


def show_next_round(dossier: Dossier, library: Library) -> None:
    """A new evaluation with the parts and roles of this one, but none of its answers."""
    evaluation = dossier.evaluation
    html.paragraphs(
        "En ny omgång tar över kommunen, nätverken, vikterna och bedömarna. De gamla svaren "
        "följer inte med, men du ser dem bredvid de nya."
    )
    if _locked(rights.may_create()):
        return
    title = text_line("Den nya omgångens namn", key=_key(evaluation, "ny-titel"))
    today = clock.today().isoformat()
    typed = day_line(
        "Ärendets dag (ÅÅÅÅ-MM-DD, tomt för i dag)", today, key=_key(evaluation, "ny-dag")
    )
    if not st.button("Skapa en ny omgång", key=_key(evaluation, "ny")):
        return
    if not title.strip():
        st.error("Skriv ett namn, till exempel kommunen och året.")
        return
    try:
        day = typed_day(typed) or clock.today()
    except Unclear as unclear:
        st.error(plain(str(unclear)))
        return
    id_ = proposed_id(title.strip(), library.evaluations.taken())
    store = run.store()
    asked = dossier.revised or dossier.criteria  # a new round asks what is asked now
    outcome = next_round(store, evaluation.id, id_, title.strip(), day, asked, actor())
    if not isinstance(outcome, (Failed, Conflict)):
        state.choose(state.EVALUATION, id_)
    show_outcome(outcome)


def show_changes(dossier: Dossier) -> None:
    """Per answer what has changed since the last round; nothing where there was none."""
    previous = dossier.evaluation.previous
    if previous is None:
        return
    before, now = data.versioned(previous), data.versioned(dossier.evaluation.id)
    if isinstance(before, Failed) or isinstance(now, Failed):
        return
    every = changed_since(before.data, now.data, dossier.criteria)
    changes = [each for each in every if each.assessor not in dossier.evaluation.hidden]
    waiting = sum(change.state == "waiting" for change in changes)
    html.paragraphs(
        f"{capital(counted(waiting, 'ett svar', 'svar'))} från förra omgången är inte ifyllda på "
        "nytt."
    )
    header = ("Nätverk och kriterium", "Förra omgången", "Nu", "Läge")
    html.table("Ändrat sedan förra omgången", header, [_row(dossier, each) for each in changes])


def _row(dossier: Dossier, change: AnswerChange) -> tuple[html.Cell, ...]:
    criterion = dossier.criteria.criterion(change.criterion)
    assert criterion is not None, "changed_since goes through the present set"
    network = dossier.networks[change.network].short
    before, now = (
        answer_words(dossier.criteria, criterion, a) for a in (change.before, change.now)
    )
    cells = (
        html.Cell(criterion.title, small=network, wide=True),
        html.Cell(before, small=change.before.rationale or "", wide=True),
        html.Cell(now, small=change.now.rationale or "", wide=True),
    )
    return (*cells, html.Cell(_STATES[change.state]))


def show_deletion(evaluation: Evaluation, seen: int) -> None:
    """Its name has to be typed; nothing is asked of whoever brings it back."""
    if _locked(rights.may_administer(evaluation.id)):
        return
    html.paragraphs(
        f"”{evaluation.title}” försvinner för alla som använder programmet. Den läggs åt sidan "
        "med hela sin historik och går att lägga tillbaka."
    )
    if evaluation.status == "final":
        html.paragraphs("Den är färdigställd. Öppna den igen om den ska tas bort.")
        return
    typed = text_line(
        "Skriv utvärderingens namn för att ta bort den", key=_key(evaluation, "bort-namn")
    )
    why = _reason(evaluation, "bort-skal", "Varför tas den bort?")
    if not st.button("Ta bort utvärderingen", key=_key(evaluation, "bort")):
        return
    if " ".join((typed or "").split()).casefold() != " ".join(evaluation.title.split()).casefold():
        st.error(plain(f"Skriv namnet som det står: {evaluation.title}"))
        return
    outcome = run.store().delete(evaluation.id, seen, actor(why))
    if isinstance(outcome, Failed):
        show_failure(outcome)
        return
    st.session_state.pop(state.OPEN, None)
    st.rerun()


def _reason(evaluation: Evaluation, field: str, asked: str) -> str:
    """Why a step is taken, where it is told who took it; empty where nobody signs in."""
    return text_line(asked, key=_key(evaluation, field)) if rights.needs_reason() else ""


def _locked(may: bool) -> bool:
    """Whether it cannot be saved, which is then said where the button would have been."""
    if storage.writable() and may:
        return False
    st.info("Inget kan sparas just nu." if may else "Du har inte rätt att göra det här.")
    return True


def _key(evaluation: Evaluation, field: str) -> str:
    return state.case_key(evaluation.id, "liv", field)
