"""The part of a network's form that asks for the fee, in the words of the bill."""

from __future__ import annotations

from dataclasses import asdict

import streamlit as st

from components.networks.network_words import CURRENCIES, LAGS, SUM_LAGS, SUMS, WORDS
from components.networks.our_fee import our_municipality, show_amounts
from components.seen.form_fields import FormFields
from components.shell import clock, html
from natverkskollen.dossier.library import Library
from natverkskollen.editing.fee_entry import fee_of, fields_of
from natverkskollen.editing.fee_rule_entry import (
    FIXED,
    FREE,
    KINDS,
    PER_HEAD,
    SHARE,
    STEPS,
    UNKNOWN,
    FeeFields,
    counts_people,
)
from natverkskollen.model.fee import MemberKind
from natverkskollen.model.fee_share import NATIONAL
from natverkskollen.model.network import Network

_SOURCE = ("document", "found", "quote")
_MEMBERS = {"kommun": "Kommuner", "region": "Regioner"}


def first_fee(library: Library, old: Network | None) -> FeeFields:
    """What the fee's fields show first: the newest fee that the form can say, or an empty one."""
    who = our_municipality(library)
    kind: MemberKind = who.kind if who else "kommun"
    return _newest(old, kind) or FeeFields(year=str(clock.today().year), member=kind)


def show_fee(
    form: FormFields, library: Library, old: Network | None, start: FeeFields
) -> FeeFields | None:
    """The fields as they are typed; None where the fees there are, are not to be changed.

    `start` is first_fee's.
    """
    html.heading("Avgiften", 3)
    kinds = dict(KINDS)
    if old and old.fees:
        del kinds[UNKNOWN]  # what is stated does not become unknown
        if not start.document:
            html.paragraphs(
                "Den senaste avgiften har flera delar och ändras i filen. Här går det att lägga "
                "till ett nytt år."
            )
        if not st.checkbox("Ändra avgiften eller lägg till ett år", key=form.key("andra-avgiften")):
            return None
    kind = form.choice("kind", WORDS["kind"][0], kinds)
    if kind == UNKNOWN:
        return FeeFields(kind=UNKNOWN)
    form.text("year")
    with st.container():
        _show_amounts(form, kind)
    typed = asdict(start) | {n: form.typed[n] for n in asdict(start) if n in form.typed}
    with st.container():
        show_amounts(library, fee_of(FeeFields(**typed)), our_municipality(library))
    for name in _SOURCE:
        typed[name] = form.text(name)
    return FeeFields(**typed)


def _newest(old: Network | None, kind: MemberKind) -> FeeFields | None:
    """The newest fee as fields, ours before others'; None where the form cannot say it."""
    if old is None or not old.fees:
        return None
    newest = max(old.fees, key=lambda fee: (fee.member == kind, fee.year))
    return fields_of(newest, {each.id: each for each in old.documents})


def _show_amounts(form: FormFields, kind: str) -> None:
    """The amounts that a kind of fee has, the rare ones behind a click."""
    if kind == FREE:
        return
    if kind == PER_HEAD:
        form.text("per_inhabitant")
    if kind == SHARE:
        form.text("per_mille")
        form.choice("share_of", WORDS["share_of"][0], SUMS)
        if form.typed["share_of"] == NATIONAL:
            form.text("capacity")
        else:
            form.choice("sum_before", WORDS["sum_before"][0], SUM_LAGS)
    if kind in (FIXED, PER_HEAD, SHARE):
        form.text("fixed", more=kind != FIXED)
    if kind == STEPS:
        form.area("steps")
    with st.expander("Mer om avgiften: vilka den gäller, tak, moms, valuta"):
        if kind == PER_HEAD:
            form.text("max_inhabitants", more=True)
        if kind in (PER_HEAD, STEPS, SHARE):
            form.text("min_amount", more=True)
            form.text("max_amount", more=True)
            form.text("discount_percent", more=True)
            form.text("discount_above", more=True)
        if counts_people(kind, str(form.typed.get("share_of", ""))):
            form.choice("years_before", WORDS["years_before"][0], LAGS)
        form.choice("member", WORDS["member"][0], _MEMBERS)
        form.text("vat_percent", more=True)
        if kind != SHARE:  # the sums it is a share of are in kronor
            form.choice("currency", WORDS["currency"][0], CURRENCIES)
