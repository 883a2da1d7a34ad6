"""Resultat: where each network stands, how sure that is, what would change it, and the grounds."""

import streamlit as st

from components.networks.budget_view import show_budget
from components.networks.network_groups import pick_rows
from components.networks.set_tables import show_set
from components.outcome import weighting
from components.outcome.certainty_view import show_certainty
from components.shell import data, html, state
from components.shell.page_head import page_head
from components.shell.picker import pick
from natverkskollen.analysis.portfolio import portfolio
from natverkskollen.output.webpage import outcome_parts as parts

PARTS = {
    state.BY_CRITERION: "Kriterium för kriterium",
    state.COSTS: "Kostnad och nytta",
    state.CERTAINTY: "Andra vikter och svar",
    state.TOGETHER: "Alla medlemskap",
}

base = data.result()
page_head(
    "Resultat",
    "Här ser du vad svaren säger om varje nätverk och vad som skulle ändra det.",
    base.evaluation,
)
html.heading("Vad resultatet säger")
answer = st.container()
tried = weighting.show_weights(base)
saved = data.robustness()
found = data.robustness(tried) if tried else saved
with answer:
    html.show(parts.where_each_stands(found, html.figure))
    rows = [each.network for each in pick_rows(base.dossier)]
    html.show(parts.verdicts(saved, found, rows))
html.heading("Vad skulle ändra resultatet?")
html.show(parts.what_changes(found, rows))

html.heading("Läs mer")
part = pick("Visa", state.SECTION, PARTS)
if part == state.BY_CRITERION:
    html.show(parts.by_criterion(found.result, rows, html.figure))
elif part == state.COSTS:
    html.show(parts.costs(found.result, html.figure))
elif part == state.CERTAINTY:
    show_certainty(base)
else:
    html.heading(PARTS[state.TOGETHER])
    show_set(base, portfolio(base))
    show_budget(base)
