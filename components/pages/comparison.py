"""Jämför: the networks side by side, in words, in a matrix, in charts and in tables."""

import streamlit as st

from components import (
    charts,
    data,
    html,
    matrix,
    result_tables,
    sensitivity_charts,
    sensitivity_tables,
    verdicts,
    weighting,
)
from components.page_head import page_head

base = data.result()
page_head(
    "Jämför",
    "Här ser du nätverken bredvid varandra och vad slutsatsen beror på.",
    base.evaluation,
)

st.header("Vad bedömningen säger", anchor=False)
answer = st.container()
tried = weighting.try_weights(base)
saved = data.robustness()
found = data.robustness(tried) if tried else saved
result = found.result
with answer:
    verdicts.show_verdicts(found)
if tried:
    sensitivity_tables.show_tried(saved, found)

sensitivity_charts.show_verdict_bars(found)
sensitivity_tables.show_verdict_shares(found)

st.header("Kriterium för kriterium", anchor=False)
html.paragraphs(
    "Varje kriterium är värt 0 till 100 efter nivåtexterna på sidan Kriterier. Ett spann visar hur "
    "långt värdet kan flytta sig när svaret är osäkert eller saknas."
)
matrix.show_matrix(result)

st.header("Vad varje tema bidrar med", anchor=False)
charts.show_contributions(result)
result_tables.show_contribution_table(result)

st.header("Nytta mot kostnad", anchor=False)
html.paragraphs(
    "Nyttan är räknad utan kostnadstemat, så att kostnaden inte räknas två gånger. Strecken visar "
    "lägsta och högsta tänkbara nytta."
)
charts.show_benefit_against_cost(result)
result_tables.show_benefit_table(result)
