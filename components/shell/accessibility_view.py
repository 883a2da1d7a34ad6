"""The accessibility statement on screen: what falls short, whom to tell, and who supervises."""

from __future__ import annotations

import streamlit as st

from components.shell import html, run
from components.shell.problems import show_problems
from natverkskollen.dossier.file_reading import read_contact
from natverkskollen.model.accessibility import (
    AUTHORITY,
    CONTACT_FILE,
    METHOD,
    REPORT_TO,
    REVIEWED,
    SHORTCOMINGS,
    AccessibilityContact,
)
from natverkskollen.model.wcag import wcag
from natverkskollen.swedish.dates import long_date


def show_standing(contact: AccessibilityContact) -> None:
    """Who is responsible, and how far the law's demands are met."""
    who = contact.municipality or "Den organisation som har satt upp programmet åt dig"
    html.paragraphs(
        f"{who} ansvarar för Nätverkskollen här. Programmet är delvis förenligt med lagen om "
        "tillgänglighet till digital offentlig service. Det som inte når fram står nedan."
    )


def show_shortcomings() -> None:
    """Everything known to be less than accessible, and what to do instead."""
    rows = [
        (html.Cell(each.what, wide=True), each.meets, html.Cell(each.instead, wide=True))
        for each in SHORTCOMINGS
    ]
    html.table(
        "Vad som inte når fram, till vem, och en annan väg",
        ("Brist", "Drabbar", "Gör så här i stället"),
        rows,
    )


def show_contact() -> AccessibilityContact:
    """Whom to tell about a fault; where nobody is named, that and what to do."""
    reading = read_contact(run.folder())
    show_problems(reading.problems)
    contact = reading.model or AccessibilityContact()
    if not contact.told:
        st.warning(
            "Ingen kontakt är angiven för den här installationen. Vänd dig till den som gav dig "
            f"adressen hit. Den som sköter programmet fyller i kontakten i {CONTACT_FILE}."
        )
    if contact.email:
        html.link("E-post:", contact.email, f"mailto:{contact.email}")
    if contact.phone:
        html.paragraphs(f"Telefon: {contact.phone}")
    if contact.form:
        html.link("Formulär:", contact.form, contact.form)
    return contact


def show_supervision() -> None:
    """The authority that supervises the law, and where to report to it."""
    html.paragraphs(
        f"{AUTHORITY} har tillsyn över lagen. Är du inte nöjd med hur felet tas om hand kan du "
        "anmäla det dit."
    )
    html.link("Anmäl bristande tillgänglighet:", "digg.se/tdosanmalan", REPORT_TO)


_KINDS = {"test": "Test", "hand": "För hand", "finns inte": "Finns inte"}


def show_criteria() -> None:
    """Each criterion of WCAG 2.2 on A and AA, how it is met and what shows it, at a click."""
    rows = [
        (
            html.Cell(f"{each.criterion} {each.name}", small=f"nivå {each.level}", wide=True),
            html.Cell(each.how, wide=True),
            html.Cell(_KINDS[each.kind], small="" if each.kind == "test" else each.where),
        )
        for each in wcag()
    ]
    with st.expander(f"WCAG 2.2, alla {len(rows)} kriterier på nivå A och AA"):
        html.table("Så uppfylls varje kriterium", ("Kriterium", "Hur", "Visat genom"), rows)


def show_review(contact: AccessibilityContact) -> None:
    """When and how it was reviewed."""
    html.paragraphs(f"{METHOD} Senast prövat {long_date(REVIEWED)}.")
    if contact.updated:
        html.paragraphs(f"Redogörelsen är uppdaterad {long_date(contact.updated)}.")
