"""Känslighetsanalys: how sure the result is when weights and answers vary, words first."""

import streamlit as st

from components.sensitivity import sensitivity_charts, sensitivity_tables
from components.sensitivity.reasonable_weights import reasonable_weights
from components.shell import data, html, state
from components.shell.page_head import page_head
from components.shell.picker import pick
from natverkskollen.analysis.robustness.what_if import weight_line
from natverkskollen.output.drawings.verdict_bars import verdict_bars
from natverkskollen.output.webpage.tables import verdict_share_table

dossier, base = data.dossier(), data.result()
page_head(
    "Känslighetsanalys",
    "Här ser du om resultatet håller när vikter och svar ändras.",
    base.evaluation,
)
found = data.robustness(reasonable_weights(base))
for each in found.networks:
    html.paragraphs(each.sentence)
html.explained("Rimlig viktning", "Viktprofil", "Brytpunkt", "Miniminivå")

st.header("I hur många av 100 beräkningar", anchor=False)
html.show(html.figure(verdict_bars(found)), verdict_share_table(found))
html.paragraphs(found.method_sentence, "nk-quiet")

st.header("Under vilka profiler gäller resultatet", anchor=False)
html.bullets(tuple(each.profile_sentence for each in found.networks))
sensitivity_tables.show_profiles(found)

st.header("När resultatet ändras", anchor=False)
themes = {theme.id: theme.title for theme in base.criteria.themes}
theme = pick("Tema", state.THEME, themes)
line = weight_line(dossier, base, theme)
sensitivity_charts.show_weight_line(found, line, themes[theme])
sensitivity_tables.show_line_table(base, line)

st.header("Ett nätverk i taget", anchor=False)
network = pick("Nätverk", state.NETWORK, {each.network: each.name for each in found.networks})
one = found.network(network)
html.bullets(
    (*one.flip_sentences, *one.step_sentences, *one.without_sentences, one.central_sentence)
)
names = themes | {criterion.id: criterion.title for criterion in base.criteria.criteria}
total = base.network(network).total
sensitivity_charts.show_tornado(one, names, None if total is None else float(total))
sensitivity_tables.show_drivers(one, names)
html.bullets((*found.dominance_sentences, *found.pair_sentences))
