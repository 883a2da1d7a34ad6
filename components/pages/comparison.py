"""Jämförelse: the networks side by side, in words, in a matrix, in charts and in tables."""

import streamlit as st

from components.sensitivity import weighting
from components.shell import data, html
from components.shell.page_head import page_head
from natverkskollen.output.webpage.comparison import comparison, tried_answer

base = data.result()
page_head(
    "Jämförelse",
    "Här ser du nätverken bredvid varandra och vad resultatet beror på.",
    base.evaluation,
)
html.heading("Vad resultatet säger")
answer = st.container()
tried = weighting.try_weights(base)
saved = data.robustness()
found = data.robustness(tried) if tried else saved
with answer:
    html.show(tried_answer(saved, found))
html.show(comparison(found, html.figure))
