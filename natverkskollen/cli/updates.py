"""The command about the program's own networks that say something new: shown, taken or declined."""

from __future__ import annotations

import argparse
import secrets
from collections.abc import Callable, Iterator, Sequence

from natverkskollen.cli.outcome import must
from natverkskollen.cli.person import asked_by
from natverkskollen.dossier.library import Library
from natverkskollen.editing.shipped_changes import Offer, keep_ours, offers
from natverkskollen.editing.shipped_taking import take
from natverkskollen.files.data_folder import existing_folder, folder_to_write
from natverkskollen.files.problem import DataError, Problem
from natverkskollen.output.offer_words import sides, title
from natverkskollen.store import NetworkStore, networks_at, read_library
from natverkskollen.swedish.words import counted

_BY = "kommandoraden"


def add_commands(add: Callable[..., argparse.ArgumentParser]) -> None:
    """Add the command to the command line."""
    words = "visa vad programmets nätverk säger annorlunda än era, och ta in eller avböj det"
    asked = add("updates", words, _updates)
    asked.add_argument("network", metavar="NÄTVERK", nargs="?")
    asked.add_argument("--take", metavar="NR", nargs="+", type=int, help="ta in de här")
    asked.add_argument(
        "--keep", metavar="NR", nargs="+", type=int, help="behåll era, fråga inte mer"
    )


def offer_notes(library: Library) -> Iterator[str]:
    """That the program's own networks say something that the folder's do not."""
    found = offers(library)
    for id_ in dict.fromkeys(each.network for each in found):
        many = sum(each.network == id_ for each in found)
        yield (
            f"networks/{id_}.yaml: programmet har {counted(many, 'en ändring', 'ändringar')}. "
            f"Se dem: python -m natverkskollen updates {id_}"
        )


def _updates(asked: argparse.Namespace) -> int:
    folder = existing_folder(asked.data)
    by = asked_by(asked)
    library = read_library(folder, by)
    if asked.network:
        library.network(asked.network)
    elif asked.take or asked.keep:
        what = "numren gäller ett nätverks lista, och inget nätverk är angivet"
        raise DataError([Problem("updates", 0, what, "Skriv nätverkets id före --take och --keep")])
    every = offers(library)
    found = [each for each in every if asked.network in (None, each.network)]
    if not asked.network:
        for note in offer_notes(library):
            print(note)
        if not every:
            print("Era nätverk säger detsamma som programmets, eller är era egna.")
        return 0
    if not (asked.take or asked.keep):
        for number, offer in enumerate(found, 1):
            _print(number, offer)
        if not found:
            print("Programmet har inget nytt om nätverket.")
        return 0
    folder_to_write(asked.data)
    if asked.keep and (refusal := keep_ours(folder, _chosen(found, asked.keep), _BY, by)):
        raise DataError([Problem(asked.network, 0, refusal.what, refusal.remedy)])
    if asked.take:
        _take(networks_at(folder, by), library, _chosen(found, asked.take))
    return 0


def _take(store: NetworkStore, library: Library, chosen: Sequence[Offer]) -> None:
    outcome = take(store, library, chosen, _BY, secrets.token_hex(8))
    must(outcome, chosen[0].network)
    for each in chosen:
        print(f"Intaget: {title(each)}")


def _chosen(found: Sequence[Offer], numbers: Sequence[int]) -> list[Offer]:
    wrong = [each for each in numbers if not 1 <= each <= len(found)]
    if wrong:
        what = f"nummer {wrong[0]} finns inte"
        raise DataError([Problem("updates", 0, what, f"Det finns {len(found)} att välja bland")])
    return [found[each - 1] for each in dict.fromkeys(numbers)]


def _print(number: int, offer: Offer) -> None:
    ours, theirs = sides(offer)
    own = " (ändrat hos er)" if offer.changed_here else ""
    print(f"{number}. {title(offer)}")
    print(f"   Hos er{own}: {ours}")
    print(f"   Programmet: {theirs}")
