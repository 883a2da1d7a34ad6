"""The forms in which a person proposes what is decided, one for each point."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import streamlit as st

from components.networks.network_groups import pick_rows
from components.papers.decision_saving import Point, show_save
from components.seen.form_part import form_part
from components.seen.memory import Memory, Shown, Sight
from components.shell import html, state
from components.shell.markdown import plain
from components.shell.picker import distinct
from components.shell.text_fields import day_line, text_box, text_line
from natverkskollen.analysis.result import NetworkResult, Result
from natverkskollen.analysis.robustness.robustness import Robustness
from natverkskollen.analysis.wording import quoted_verdict
from natverkskollen.decisions.sentences import DecisionForm, decision_sentences
from natverkskollen.editing.decision_fields import AskedField, asked_fields, differs_field
from natverkskollen.editing.decision_on_file import typed_fields
from natverkskollen.editing.decision_places import other_positions, settling_position, with_decision
from natverkskollen.editing.outcome_choices import (
    choice_name,
    choices_for,
    known_outcome,
    needs_reason,
)
from natverkskollen.model.decision import Decision
from natverkskollen.model.evaluation import Evaluation
from natverkskollen.output.webpage.proposal_card import proposal_card

# The widgets whose name is another than their field's.
_WIDGETS = {
    "outcome": "utfall",
    "body": "organ",
    "motive": "skal",
    "differs_because": "avvikelse",
    "money_text": "avgift",
    "closes_assignment": "uppdrag",
}
_NEW = "ny"


def show_decisions(sure: Robustness, form: DecisionForm, writable: bool) -> None:
    """Each network's proposal beside its result; where it can be changed, a form for each point.

    Many networks are shown in the groups of the other pages. `form` is how the municipality writes
    its decisions.
    """
    result = sure.result
    rows = [each.network for each in pick_rows(result.dossier)]
    for found in map(result.network, rows):
        html.show(proposal_card(sure, found, form))
        if writable:
            position = settling_position(result.evaluation, found.network.id)
            asked = _DecisionForm(result, form, found.network.id, found, position)
            _show_form(asked, f"Förslag för {found.network.short}")
    for position in other_positions(result.evaluation) if writable else ():
        asked = _DecisionForm(result, form, f"punkt-{position}", None, position)
        _show_form(asked, f"Punkt: {choice_name(result.evaluation.decisions[position].outcome)}")
    if writable:
        asked = _DecisionForm(result, form, _NEW, None, None)
        _show_form(asked, "Lägg till en punkt om ärendet")


def _show_form(asked: _DecisionForm, label: str) -> None:
    with form_part(label, Memory(asked.key)) as part:
        if part.open:
            asked.show()


@dataclass
class _DecisionForm:
    """One point's form; `found` is its network where the point settles a membership."""

    result: Result
    form: DecisionForm
    name: str
    found: NetworkResult | None
    position: int | None

    @property
    def evaluation(self) -> Evaluation:
        return self.result.evaluation

    def key(self, field: str) -> str:
        return state.case_key(self.evaluation.id, "beslut", self.name, _WIDGETS.get(field, field))

    def show(self) -> None:
        """The fields that the chosen outcome needs, how the point will read, and the button."""
        saved = self._stored(self.evaluation, self.position)
        shown = Shown(self.key, Sight(saved, saved))
        entered: dict[str, Any] = {}
        member = None
        if self.found:
            label = f"{self.evaluation.municipality.name} är medlem i dag"
            member = st.checkbox(
                plain(label),
                shown.first("medlem"),
                key=self.key("medlem"),
                on_change=shown.noting("medlem"),
            )
            entered["medlem"] = member
        entered["outcome"] = self._outcome(shown, member, str(saved["outcome"]))
        outcome = known_outcome(str(entered["outcome"]))
        asked: list[AskedField] = []
        if outcome:
            asked += asked_fields(outcome, self.evaluation, saved, self.form.reasons)
            for field in asked:
                entered[field.name] = self._asked(field, shown)
            if self.found and needs_reason(self.found, outcome):
                verdict = quoted_verdict(self.found.verdict, bool(member))
                st.info(plain(f"Resultatet är {verdict}."))
                field = differs_field(outcome)
                asked.append(field)
                entered[field.name] = self._asked(field, shown)
        shown.drawn(entered)
        settles = self.found.network.id if self.found else None
        about = settles or self._network(saved)
        areas = frozenset(field.name for field in asked if field.kind == "area")
        point = Point(self.evaluation, self.position, settles, about, saved, shown, entered, areas)
        decision = point.decision()
        if isinstance(decision, Decision):
            self._preview(decision)
        show_save(point, "Spara förslaget" if self.found else "Spara punkten")

    def _network(self, saved: dict[str, Any]) -> str | None:
        """The network of a point that settles nothing by itself and offers no choice of one."""
        fixed = self.position is not None and self.evaluation.decisions[self.position]
        return fixed.network if fixed and fixed.outcome != "evaluate-by" else None

    def _outcome(self, shown: Shown, member: bool | None, now: str) -> str:
        start = shown.first("outcome")
        choices = choices_for(self.evaluation, member, now)
        if st.session_state.get(self.key("outcome")) not in (None, *choices):
            st.session_state[self.key("outcome")] = ""
        return st.selectbox(
            "Förslag" if self.found else "Punkt",
            choices,
            index=choices.index(start) if start in choices else 0,
            format_func=self._outcome_name,
            key=self.key("outcome"),
            on_change=shown.noting("outcome"),
            filter_mode=None,
        )

    def _outcome_name(self, outcome: str) -> str:
        return choice_name(outcome) if outcome or self.found else "Ingen punkt"

    def _asked(self, field: AskedField, shown: Shown) -> str | bool:
        first = shown.first(field.name)
        kept: dict[str, Any] = {
            "key": self.key(field.name),
            "on_change": shown.noting(field.name),
        }
        if field.kind == "tick":
            return st.checkbox(field.label, bool(first), **kept)
        if field.kind == "choice":
            at = field.choices.index(first) if first in field.choices else 0
            return st.selectbox(
                field.label, field.choices, at, format_func=self._choice, filter_mode=None, **kept
            )
        if field.kind == "area":
            return text_box(field.label, str(first), **kept)
        if field.kind == "day":
            return day_line(field.label, str(first), **kept)
        return text_line(field.label, str(first), placeholder=field.example or None, **kept)

    def _choice(self, choice: str) -> str:
        names = distinct({each.network.id: each.network.short for each in self.result.networks})
        return plain(names.get(choice, choice or "Alla"))

    def _preview(self, decision: Decision) -> None:
        """The points as they will stand in the minutes."""
        decisions = with_decision(self.evaluation, self.position, decision)
        now = self.evaluation.model_copy(update={"decisions": decisions})
        points = decision_sentences(
            now, decision, lambda id_: self.result.network(id_).network, self.form
        )
        html.labelled([("Så står det i protokollet", " ".join(points))])

    def _stored(self, evaluation: Evaluation, position: int | None) -> dict[str, Any]:
        stored: dict[str, Any] = typed_fields(evaluation, position)
        if self.found:
            stored["medlem"] = evaluation.is_member(self.found.network.id)
        return stored
