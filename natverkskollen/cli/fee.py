"""The command that counts a fee: for a place out of the tables, or for a number of inhabitants."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import date
from decimal import Decimal

from natverkskollen.analysis.fee import FeeAmount, applicable_fee, fee_amount, fee_words, sum_words
from natverkskollen.analysis.population import fee_for
from natverkskollen.cli.person import asked_by
from natverkskollen.dossier.library import Library
from natverkskollen.editing.own_municipality import from_table, own_municipality
from natverkskollen.files.data_folder import existing_folder
from natverkskollen.files.problem import DataError, Problem
from natverkskollen.model.fee import Fee, MemberKind
from natverkskollen.model.fee_share import MunicipalSum
from natverkskollen.model.municipality import Municipality
from natverkskollen.model.own_municipality import MUNICIPALITY_FILE
from natverkskollen.store import read_library
from natverkskollen.swedish.typed_numbers import parse_figures
from natverkskollen.swedish.words import capital

_INCOME = "skatteintäkter och generella statsbidrag"


def add_commands(add: Callable[..., argparse.ArgumentParser]) -> None:
    """The command fee."""
    fee = add("fee", "räkna ut medlemsavgiften i kronor", _fee)
    fee.add_argument("network", metavar="NÄTVERK")
    counted = fee.add_mutually_exclusive_group()
    counted.add_argument("--place", metavar="KOMMUN", help="namn eller kod, annars er egen")
    counted.add_argument("--inhabitants", type=int, metavar="ANTAL")
    for option, told in (("--tax-base", "skatteunderlag"), ("--tax-income", _INCOME)):
        words = f"kommunens {told} i kronor, för en avgift som är en andel av det"
        fee.add_argument(option, type=_kronor, metavar="KRONOR", help=words)
    fee.add_argument("--year", type=int, metavar="ÅR")
    fee.add_argument(
        "--member", choices=("kommun", "region"), help="annars som --place, eller kommun"
    )
    fee.add_argument("--category", metavar="KATEGORI", help="medlemskategori, om nätverket har det")
    fee.add_argument(
        "--similar", action="store_true", help="säg också vad liknande kommuner skulle betala"
    )
    fee.add_argument("--words", action="store_true", help="säg också hur avgiften är räknad")


def _fee(asked: argparse.Namespace) -> int:
    library = read_library(existing_folder(asked.data), asked_by(asked))
    network = library.network(asked.network)
    if asked.inhabitants is not None and asked.inhabitants < 0:
        what = f"antalet invånare är {asked.inhabitants}"
        raise DataError([Problem("--inhabitants", 0, what, "Ange 0 eller ett större heltal")])
    who = _who(library, asked)
    member: MemberKind = asked.member or (who.kind if who else "kommun")
    fee = applicable_fee(network.fees, asked.year, member, asked.category)
    if fee is None:
        year = f" till och med {asked.year}" if asked.year else ""
        what = f"{network.short} har ingen avgift för {member}{year}"
        stated = ", ".join(dict.fromkeys(map(_fee_name, network.fees))) or "inga"
        raise DataError([Problem(f"networks/{network.id}.yaml", 0, what, f"Välj bland: {stated}")])
    if who:
        who = who.model_copy(update={"sums": _sums(asked, fee, asked.year or fee.year)})
    computed = _amount(asked, fee, who)
    print(_printed(computed))
    if not computed.known and not fee.unknown and not asked.words:
        print(f"{capital(sum_words(computed))}.".replace("\xa0", " "))
    if asked.words:
        day = f" Folkmängden är den {who.as_of.isoformat()}." if who else ""
        print(f"{capital(fee_words(computed))}.{day}".replace("\xa0", " "))
    for other in _similar(library, who) if asked.similar else ():
        print(f"{other.name}: {_printed(_amount(asked, fee, other))}")
    return 0


def _who(library: Library, asked: argparse.Namespace) -> Municipality | None:
    """The place asked for, or the data folder's own; None where a number is counted on."""
    if asked.place:
        return _place(library, asked.place, asked.year)
    if asked.inhabitants is not None:
        return None
    if library.municipality is None:
        what = "kommunen är inte känd"
        remedy = "Ange --place eller --inhabitants, eller välj kommun på sidan Nätverken"
        raise DataError([Problem(MUNICIPALITY_FILE, 0, what, remedy)])
    until = date(asked.year - 1, 12, 31) if asked.year else date.max
    who = own_municipality(library.municipality, library.reference, until)
    if who is None:
        what = f"det finns ingen folkmängd den {until.isoformat()}"
        raise DataError([Problem(MUNICIPALITY_FILE, 0, what, "Ange --inhabitants")])
    return who


def _printed(counted: FeeAmount) -> str:
    amount = "okänt" if counted.net is None else f"{counted.net:.2f}"
    return amount if counted.fee.currency == "SEK" else f"{amount} {counted.fee.currency}"


def _similar(library: Library, who: Municipality | None) -> list[Municipality]:
    """The similar municipalities at the same year-end; none for a region or a number."""
    code = who.code if who else None
    if who is None or code is None:
        return []
    found = (from_table(e, e.called, who.as_of) for e in library.reference.similar_to(code))
    return [each for each in found if each]


def _amount(asked: argparse.Namespace, fee: Fee, who: Municipality | None) -> FeeAmount:
    year = asked.year or fee.year
    if who is None:
        return fee_amount(fee, asked.inhabitants, asked.year, _sums(asked, fee, year))
    return fee_for(who, fee, year)


def _sums(asked: argparse.Namespace, fee: Fee, year: int) -> tuple[MunicipalSum, ...]:
    """The sums given, for the year that each of the fee's shares is of."""
    given: dict[str, Decimal | None] = {"tax_base": asked.tax_base, "tax_income": asked.tax_income}
    wanted = {
        (p.share.of, year - (p.share.years_before or 0)) for p in (fee, *fee.parts) if p.share
    }
    return tuple(
        MunicipalSum.model_validate({"of": of, "year": each, "kronor": given[of]})
        for of, each in sorted(wanted)
        if given.get(of) is not None
    )


def _kronor(text: str) -> Decimal:
    figures = parse_figures(text)
    if figures is None or figures[0] != figures[1] or figures[0] < 0:
        raise argparse.ArgumentTypeError(f"{text} är inget belopp i kronor")
    return figures[0]


def _place(library: Library, name: str, year: int | None) -> Municipality:
    """The place with the latest population known when a year's fee is asked for."""
    place = library.reference.find(name)
    if place is None:
        what = f"'{name}' finns inte bland kommunerna och regionerna"
        remedy = "Skriv namnet utan ”kommun”, till exempel Haninge, eller koden, 0136"
        raise DataError([Problem("--place", 0, what, remedy)])
    until = date(year - 1, 12, 31) if year else max(library.reference.days)
    who = from_table(place, place.called, until)
    if who is None:
        what = f"det finns ingen folkmängd för {place.called} den {until.isoformat()}"
        raise DataError([Problem("--place", 0, what, "Ange --inhabitants, eller ett senare år")])
    return who


def _fee_name(fee: Fee) -> str:
    return f"{fee.member} {fee.year}" + (f" --category {fee.category}" if fee.category else "")
