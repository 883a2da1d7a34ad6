"""Ordlista: what the words on the pages and in the papers mean."""

from components.shell import html
from components.shell.page_head import page_head
from natverkskollen.swedish.glossary import TERMS

page_head("Ordlista", "Här står vad orden på sidorna och i handlingarna betyder.")
html.table(
    "Orden i bokstavsordning",
    ("Ord", "Betyder"),
    [
        (term.word, html.Cell(term.meaning, wide=True))
        for term in sorted(TERMS, key=lambda each: each.word.casefold())
    ],
)
