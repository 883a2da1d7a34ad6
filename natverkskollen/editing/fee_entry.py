"""A fee in the words of the bill among a network's fees, with where it is stated."""

from __future__ import annotations

from typing import Any

from natverkskollen.editing.cited_document import listed_document
from natverkskollen.editing.fee_rule_entry import (
    FIXED,
    FREE,
    PER_HEAD,
    REST,
    SHARE,
    STEPS,
    UNKNOWN,
    FeeFields,
    rule_from,
)
from natverkskollen.editing.typed import Entry, typed_text, written_amount
from natverkskollen.files.reading import read_data
from natverkskollen.model.fee import Fee
from natverkskollen.store.plain_data import plain


def fee_from(entry: Entry, fields: FeeFields, data: dict[str, Any]) -> tuple[Any, Any] | None:
    """The network's documents and fees with this fee among them; None with what is wrong kept.

    A fee for the same year and the same kind of member is replaced. One that is not known is not
    written: what is not stated is unknown.
    """
    documents, fees = tuple(data["documents"]), tuple(data["fees"])
    if fields.kind == UNKNOWN:
        return documents, fees
    rule = rule_from(entry, fields)
    document = entry.read("document", typed_text, fields.document, "Skriv vad dokumentet heter.")
    found = entry.read("found", typed_text, fields.found, "Skriv var dokumentet finns.")
    quote = entry.read("quote", typed_text, fields.quote, "Skriv av det som står om avgiften.")
    if entry.wrong or not (document and found and quote):
        return None
    cited = [each["source"]["document"] for each in fees if _key(each) == _key(rule)]
    documents, known = listed_document(documents, document, found, cited)
    source = {"document": known, "place": "avgiften", "quote": quote}
    made = {**rule, "source": source}
    reading = read_data(dict(plain(made)), "avgiften", Fee)
    if reading.model is None:
        told = reading.problems[0]
        entry.wrong["kind"] = f"{told.what[:1].upper()}{told.what[1:]}. {told.remedy}."
        return None
    if any(_key(each) == _key(made) for each in fees):
        fees = tuple(_kept(each, made) if _key(each) == _key(made) else each for each in fees)
        return documents, fees
    return documents, (*fees, made)


def _kept(old: dict[str, Any], made: dict[str, Any]) -> dict[str, Any]:
    """The new fee with what the form does not ask for: a note, and where the quote stands."""
    unasked: dict[str, Any] = {key: old[key] for key in ("undated", "note") if key in old}
    found, source = made["source"], old["source"]
    cited = all(source[key] == found[key] for key in ("document", "quote"))
    return {**made, **unasked, "source": source if cited else found}


def fee_of(fields: FeeFields) -> Fee | None:
    """The fee as far as it can be counted while it is being typed; None where it cannot."""
    entry = Entry()
    rule = rule_from(entry, fields)
    source = {"document": "d", "place": "p", "quote": "q"}
    if entry.wrong:
        return None
    return read_data(dict(plain({**rule, "source": source})), "avgiften", Fee).model


def fields_of(fee: Fee, documents: dict[str, Any]) -> FeeFields | None:
    """The fields that give this fee; None for one that the form cannot say."""
    document = documents.get(fee.source.document)
    if document is None:
        return None
    kinds = ((UNKNOWN, fee.unknown), (FREE, fee.free), (STEPS, fee.steps), (SHARE, fee.share))
    kind = next((k for k, held in (*kinds, (PER_HEAD, fee.per_inhabitant)) if held), FIXED)
    share, off = fee.share, next(iter(fee.discounts), None)
    rows = [f"{each.up_to or REST[0]}: {written_amount(each.amount)}" for each in fee.steps]
    lag = fee.population_years_before
    fields = FeeFields(
        kind=kind,
        year=str(fee.year),
        member=fee.member,
        fixed=written_amount(fee.fixed),
        per_inhabitant=written_amount(fee.per_inhabitant),
        min_amount=written_amount(fee.min_amount),
        max_amount=written_amount(fee.max_amount),
        max_inhabitants="" if fee.max_inhabitants is None else str(fee.max_inhabitants),
        steps="\n".join(rows),
        per_mille=written_amount(share.per_mille if share else None),
        share_of=share.of if share else "tax_income",
        capacity=written_amount(share.kronor_per_inhabitant if share else None),
        sum_before="" if not share or share.years_before is None else str(share.years_before),
        discount_above=str(off.above) if off else "",
        discount_percent=written_amount(off.percent if off else None),
        vat_percent=written_amount(fee.vat_percent),
        currency=fee.currency,
        years_before="" if lag is None else str(lag),
        document=document.title,
        found=document.url or document.diarienummer or document.file or document.note or "",
        quote=fee.source.quote,
    )
    said = None if kind == UNKNOWN else fee_of(fields)
    return fields if kind == UNKNOWN or (said and _rule(said) == _rule(fee)) else None


def _rule(fee: Fee) -> Fee:
    """The fee without what is said about it."""
    about = {"source": None, "note": None, "undated": False}
    return fee.model_copy(update=about)


def _key(fee: dict[str, Any]) -> tuple[Any, ...]:
    return fee["year"], fee.get("member", "kommun"), fee.get("category")
