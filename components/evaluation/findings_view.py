"""What the material says against itself, one finding at a time, and the field that explains it."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from components.seen.memory import Shown, Sight
from components.shell import clock, html, state, storage
from components.shell.case_saving import save_list, show_outcome
from components.shell.picker import pick
from components.shell.text_fields import text_box, text_line
from natverkskollen.analysis.findings import SEVERITY_WORDS, Finding, explained, still_open
from natverkskollen.model.evaluation import Evaluation
from natverkskollen.model.finding_answer import FindingAnswer
from natverkskollen.swedish.words import counted

MOST_ON_OVERVIEW = 3


def show_findings(evaluation: Evaluation, findings: Sequence[Finding]) -> None:
    """One kind of open finding at a time with both sides, and the explained ones in a table."""
    left = still_open(findings)
    kinds = {severity: [f for f in left if f.severity == severity] for severity in SEVERITY_WORDS}
    names = {
        slug(severity): f"{SEVERITY_WORDS[severity]} ({len(some)})"
        for severity, some in kinds.items()
        if some
    }
    html.explained("Att kontrollera")
    if not names:
        st.info("Inget är kvar att kontrollera.")
    else:
        chosen = pick("Slag", state.SEVERITY, names)
        for severity, some in kinds.items():
            for finding in some if slug(severity) == chosen else ():
                _show(evaluation, finding)
    rows = explained(findings)
    if rows:
        html.table("Kontrollerat", ("Punkt", "Förklaring"), rows)


def slug(severity: str) -> str:
    """A kind of finding as it stands in the address."""
    return severity.replace("ä", "a").replace("ö", "o").replace(" ", "-")


def _show(evaluation: Evaluation, finding: Finding) -> None:
    html.paragraphs(finding.what, "nk-label")
    html.paragraphs(finding.question)
    with st.expander("Se källorna eller förklara"):
        rows = [
            (
                side.label,
                html.Cell(side.value, wide=True),
                html.Cell(side.as_of.isoformat() if side.as_of else "", number=True),
                html.Cell(side.source, small=f"”{side.quote}”" if side.quote else "", wide=True),
            )
            for side in finding.sides
        ]
        html.table("Källorna", ("Vad", "Värde", "Per", "Källa"), rows)
        html.paragraphs(f"Punktens id: {finding.id}", "nk-quiet")
        _explain(evaluation, finding)


_TEXT, _WHO = "text", "roll"


def _explain(evaluation: Evaluation, finding: Finding) -> None:
    if storage.closed(evaluation):
        return

    def key(name: str) -> str:
        return state.case_key(evaluation.id, "fynd", finding.id, name)

    shown = Shown(key, Sight({_TEXT: "", _WHO: ""}))
    answer = text_box("Förklaring", key=key(_TEXT), on_change=shown.noting(_TEXT))
    by = text_line("Vem förklarar (roll, inte namn)", key=key(_WHO), on_change=shown.noting(_WHO))
    shown.drawn({_TEXT: answer, _WHO: by})
    if st.button("Spara förklaringen", key=key("spara")):
        if not answer.strip() or not by.strip():
            st.warning("Skriv både en förklaring och vem som förklarar.")
            return
        given = FindingAnswer(
            id=finding.id, answer=answer.strip(), by=by.strip(), date=clock.today()
        )
        show_outcome(save_list(evaluation, "findings", (*evaluation.findings, given), by.strip()))


def show_top(evaluation: Evaluation, findings: Sequence[Finding]) -> None:
    """How many findings are open and the most urgent of them, with the way to the rest."""
    left = still_open(findings)
    if not left:
        html.paragraphs("Inget är kvar att kontrollera i underlaget.")
        return
    many = counted(len(left), "en punkt att kontrollera", "punkter att kontrollera")
    html.paragraphs(f"Underlaget har {many}. De viktigaste:")
    html.table(
        "Att kontrollera i underlaget",
        ("Punkt", "Att göra"),
        [
            (html.Cell(each.what, small=SEVERITY_WORDS[each.severity]), each.question)
            for each in left[:MOST_ON_OVERVIEW]
        ],
        headed=True,
    )
    st.page_link(
        "networks.py",
        label="Se allt att kontrollera på sidan Nätverken",
        query_params={
            state.EVALUATION: evaluation.id,
            state.NETWORK_FILE: "alla",
            state.PART: "fynd",
        },
    )
