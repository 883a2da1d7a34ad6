"""A fee in the words of the bill: fixed, per inhabitant, by steps, free; and where it is stated."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from natverkskollen.editing.cited_document import listed_document
from natverkskollen.editing.typed import Entry, Unclear, typed_amount, typed_text, written_amount
from natverkskollen.files.reading import read_data
from natverkskollen.model.fee import Fee
from natverkskollen.store.plain_data import plain

FIXED, PER_HEAD, STEPS, FREE, UNKNOWN = "fast", "per-invanare", "steg", "gratis", "okand"
KINDS = {
    FIXED: "Ett fast belopp",
    PER_HEAD: "Ett belopp per invånare",
    STEPS: "Efter storlek, i steg",
    FREE: "Det är gratis",
    UNKNOWN: "Vi vet inte ännu",
}
_REST = ("fler", "annars", "övriga")


@dataclass(frozen=True)
class FeeFields:
    """The fields as they are typed. Which of them count follows from `kind`.

    `fixed` is the fixed amount or the fixed part, `steps` has one step a row: the most inhabitants
    and the amount, the last row for those with more. `years_before` is empty for the population
    that is known, `document` is the bill or page, `found` where it is kept, `quote` its words.
    """

    kind: str = FIXED
    year: str = ""
    member: str = "kommun"
    fixed: str = ""
    per_inhabitant: str = ""
    min_amount: str = ""
    max_amount: str = ""
    max_inhabitants: str = ""
    steps: str = ""
    vat_percent: str = ""
    currency: str = "SEK"
    years_before: str = ""
    document: str = ""
    found: str = ""
    quote: str = ""


def fee_from(entry: Entry, fields: FeeFields, data: dict[str, Any]) -> tuple[Any, Any] | None:
    """The network's documents and fees with this fee among them; None with what is wrong kept.

    A fee for the same year and the same kind of member is replaced. One that is not known is not
    written: what is not stated is unknown.
    """
    documents, fees = tuple(data["documents"]), tuple(data["fees"])
    if fields.kind == UNKNOWN:
        return documents, fees
    rule = _rule(entry, fields)
    document = entry.read("document", typed_text, fields.document, "Skriv vad dokumentet heter.")
    found = entry.read("found", typed_text, fields.found, "Skriv var dokumentet finns.")
    quote = entry.read("quote", typed_text, fields.quote, "Skriv av det som står om avgiften.")
    if entry.wrong or not (document and found and quote):
        return None
    cited = [each["source"]["document"] for each in fees if _key(each) == _key(rule)]
    documents, known = listed_document(documents, document, found, cited)
    source = {"document": known, "place": "avgiften", "quote": quote}
    made = {**rule, "source": source}
    reading = read_data(_typed(made), "avgiften", Fee)
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
    rule = _rule(entry, fields)
    source = {"document": "d", "place": "p", "quote": "q"}
    if entry.wrong:
        return None
    return read_data(_typed({**rule, "source": source}), "avgiften", Fee).model


def fields_of(fee: Fee, documents: dict[str, Any]) -> FeeFields | None:
    """The fields that give this fee; None for one that the form cannot say."""
    document = documents.get(fee.source.document)
    if fee.parts or fee.index or fee.one_off or fee.category or fee.min_inhabitants is not None:
        return None
    if document is None or any(step.below is not None for step in fee.steps):
        return None
    kind = FREE if fee.free else STEPS if fee.steps else PER_HEAD if fee.per_inhabitant else FIXED
    rows = [f"{each.up_to or _REST[0]}: {written_amount(each.amount)}" for each in fee.steps]
    lag = fee.population_years_before
    return FeeFields(
        kind=UNKNOWN if fee.unknown else kind,
        year=str(fee.year),
        member=fee.member,
        fixed=written_amount(fee.fixed),
        per_inhabitant=written_amount(fee.per_inhabitant),
        min_amount=written_amount(fee.min_amount),
        max_amount=written_amount(fee.max_amount),
        max_inhabitants="" if fee.max_inhabitants is None else str(fee.max_inhabitants),
        steps="\n".join(rows),
        vat_percent=written_amount(fee.vat_percent),
        currency=fee.currency,
        years_before="" if lag is None else str(lag),
        document=document.title,
        found=document.url or document.diarienummer or document.file or document.note or "",
        quote=fee.source.quote,
    )


def _rule(entry: Entry, fields: FeeFields) -> dict[str, Any]:
    read = entry.read
    rule: dict[str, Any] = {"year": read("year", _year, fields.year)}
    rule["member"] = fields.member
    if fields.kind == FREE:
        return {**rule, "free": True}
    amounts = ["vat_percent", "min_amount", "max_amount"]
    if fields.kind == FIXED:
        amounts = ["vat_percent"]
        told = "Skriv beloppet, till exempel 30 000."
        rule["fixed"] = read("fixed", typed_amount, fields.fixed, told)
    if fields.kind == PER_HEAD:
        told = "Skriv beloppet per invånare i kronor, till exempel 0,30 för 30 öre."
        rule["per_inhabitant"] = read("per_inhabitant", typed_amount, fields.per_inhabitant, told)
        rule["fixed"] = read("fixed", typed_amount, fields.fixed)
        rule["max_inhabitants"] = read("max_inhabitants", _whole, fields.max_inhabitants)
    if fields.kind == STEPS:
        rule["steps"] = read("steps", _steps, fields.steps)
    for name in amounts:
        rule[name] = read(name, typed_amount, getattr(fields, name))
    if (rule.get("min_amount") or 0) > (rule.get("max_amount") or rule.get("min_amount") or 0):
        entry.wrong["min_amount"] = "Den lägsta avgiften är större än den högsta."
    rule["currency"] = fields.currency
    if fields.kind in (PER_HEAD, STEPS) and fields.years_before:
        rule["population_years_before"] = int(fields.years_before)
    return {key: value for key, value in rule.items() if value is not None}


def _year(text: str) -> int:
    found = typed_text(text, "Skriv vilket år avgiften gäller från.")
    if not (found.isdecimal() and 1990 <= int(found) <= 2100):
        raise Unclear("Skriv ett årtal, till exempel 2026.")
    return int(found)


def _whole(text: str) -> int | None:
    figure = typed_amount(text)
    if figure is not None and figure % 1:
        raise Unclear("Antalet invånare ska vara ett heltal.")
    return None if figure is None else int(figure)


def _steps(text: str) -> tuple[dict[str, Any], ...]:
    rows = [row for row in typed_text(text).splitlines() if row.strip()]
    if not rows:
        raise Unclear(
            "Skriv ett steg per rad, till exempel 10 000: 5 100. Sista raden: fler: 9 300"
        )
    found = [_step(row) for row in rows]
    limits = [step["up_to"] for step in found if "up_to" in step]
    if len(limits) != len(found) - 1 or "up_to" in found[-1]:
        raise Unclear("Sista raden, och bara den, ska gälla de övriga: fler: 9 300.")
    if limits != sorted(set(limits)):
        raise Unclear("Skriv stegen med lägst antal invånare först.")
    return tuple(found)


def _step(row: str) -> dict[str, Any]:
    """One step a row: the most inhabitants and the amount, or the amount for those with more."""
    limit, colon, amount = (part.strip() for part in row.partition(":"))
    rest = limit.casefold() in _REST
    try:
        money, people = typed_amount(amount), None if rest else typed_amount(limit)
    except Unclear:
        money = people = None
    if not colon or money is None or (not rest and (people is None or people % 1)):
        told = f"Raden ”{row.strip()}” går inte att läsa."
        raise Unclear(f"{told} Skriv till exempel 10 000: 5 100.")
    return {"amount": money} if people is None else {"up_to": int(people), "amount": money}


def _typed(rule: dict[str, Any]) -> dict[str, Any]:
    """The rule as a file would hold it: whole amounts as whole numbers."""
    said: dict[str, Any] = dict(plain(rule))
    return said


def _key(fee: dict[str, Any]) -> tuple[Any, ...]:
    return fee["year"], fee.get("member", "kommun"), fee.get("category")
