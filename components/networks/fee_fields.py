"""The part of a network's form that asks for the fee, in the words of the bill."""

from __future__ import annotations

from dataclasses import asdict

import streamlit as st

from components.networks.network_words import CURRENCIES, LAGS, WORDS
from components.networks.our_fee import our_municipality, show_amounts
from components.shell import clock, html
from components.shell.form_fields import FormFields
from natverkskollen.dossier.library import Library
from natverkskollen.editing.fee_entry import (
    FIXED,
    FREE,
    KINDS,
    PER_HEAD,
    STEPS,
    UNKNOWN,
    FeeFields,
    fee_of,
    fields_of,
)
from natverkskollen.model.fee import MemberKind
from natverkskollen.model.network import Network

_SOURCE = ("document", "found", "quote")
_MEMBERS = {"kommun": "Kommuner", "region": "Regioner"}


def show_fee(form: FormFields, library: Library, old: Network | None) -> FeeFields | None:
    """The fields as they are typed; None where the fees there are, are not to be changed."""
    html.heading("Avgiften", 3)
    who = our_municipality(library)
    now = _newest(old, who.kind if who else "kommun")
    if old and old.fees:
        if now is None:
            html.paragraphs(
                "Den senaste avgiften har flera delar och ändras i filen. Här går det att lägga "
                "till ett nytt år."
            )
        if not st.checkbox("Ändra avgiften eller lägg till ett år", key=form.key("andra-avgiften")):
            return None
    ours = FeeFields(year=str(clock.today().year), member=who.kind if who else "kommun")
    start = now or ours
    kind = form.choice("kind", WORDS["kind"][0], KINDS, start.kind)
    if kind == UNKNOWN:
        return FeeFields(kind=UNKNOWN)
    form.text("year", start=start.year)
    _amounts(form, kind, start)
    typed = asdict(start) | {n: form.typed[n] for n in asdict(start) if n in form.typed}
    show_amounts(library, fee_of(FeeFields(**typed)), who)
    for name in _SOURCE:
        typed[name] = form.text(name, start=getattr(start, name))
    return FeeFields(**typed)


def _newest(old: Network | None, kind: MemberKind) -> FeeFields | None:
    """The newest fee as fields, ours before others'; None where the form cannot say it."""
    if old is None or not old.fees:
        return None
    newest = max(old.fees, key=lambda fee: (fee.member == kind, fee.year))
    return fields_of(newest, {each.id: each for each in old.documents})


def _amounts(form: FormFields, kind: str, start: FeeFields) -> None:
    """The amounts that a kind of fee has, the rare ones behind a click."""
    if kind == FREE:
        return
    if kind == PER_HEAD:
        form.text("per_inhabitant", start=start.per_inhabitant)
    if kind in (FIXED, PER_HEAD):
        form.text("fixed", start=start.fixed, more=kind == PER_HEAD)
    if kind == STEPS:
        form.area("steps", start.steps)
    with st.expander("Mer om avgiften: vilka den gäller, tak, moms, valuta"):
        if kind == PER_HEAD:
            form.text("max_inhabitants", start=start.max_inhabitants, more=True)
        if kind in (PER_HEAD, STEPS):
            form.text("min_amount", start=start.min_amount, more=True)
            form.text("max_amount", start=start.max_amount, more=True)
            form.choice("years_before", WORDS["years_before"][0], LAGS, start.years_before)
        form.choice("member", WORDS["member"][0], _MEMBERS, start.member)
        form.text("vat_percent", start=start.vat_percent, more=True)
        form.choice("currency", WORDS["currency"][0], CURRENCIES, start.currency)
