"""Översikt: where the evaluation stands, and every problem in the data files."""

import streamlit as st

from components import data, html, verdicts
from components.page_head import page_head
from components.problems import show_problems
from natverkskollen.swedish import listed, long_date

result = data.result()
evaluation = result.evaluation

page_head("Översikt", "Här ser du vad bedömningen säger och vad som återstår.", evaluation)
st.header("Vad bedömningen säger", anchor=False)
verdicts.show_verdicts(result)
verdicts.show_summary_table(result)

st.header("Ärendet", anchor=False)
rows = [("Beslutas av", evaluation.case.body)]
if evaluation.case.assignment:
    given = evaluation.case.assignment
    rows.append(("Uppdrag", f"{given.body} {given.date.isoformat()}: {given.text}"))
rows.append(("Bedömare", listed([assessor.role for assessor in evaluation.assessors])))
rows.append(("Kriterier", f"{result.criteria.title}, utgåva {evaluation.criteria_revision}"))
rows.append(("Vikter", f"{result.weighting_title}. {evaluation.weighting.reason or ''}"))
if evaluation.next_evaluation:
    rows.append(("Nästa avstämning", long_date(evaluation.next_evaluation)))
html.labelled(rows)
if result.older_revision:
    st.warning(
        f"Kriterierna har ändrats till utgåva {result.criteria.revision} sedan utvärderingen "
        f"gjordes med utgåva {evaluation.criteria_revision}. Se över svaren på sidan Bedöm."
    )
show_problems(data.library().problems)
