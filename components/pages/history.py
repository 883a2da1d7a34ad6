"""Historik: every change of the evaluation, who made it and when."""

from components.answers.history_view import show_history
from components.shell import data
from components.shell.page_head import page_head

dossier = data.dossier()
page_head(
    "Historik",
    "Här ser du vem som ändrade vad och när. Ett enskilt svar återställer du på sidan Bedömning.",
    dossier.evaluation,
)
show_history(dossier)
