"""The commands about the register: list it, its days, a line in a log, and the yearly report."""

from __future__ import annotations

import argparse
import json
import secrets
import sys
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

from natverkskollen.analysis.calendar_file import ics_text
from natverkskollen.analysis.register.days import Due
from natverkskollen.analysis.register.register import Register, Row, holders, register_of
from natverkskollen.analysis.register.yearly import year_report
from natverkskollen.cli import register_list
from natverkskollen.cli.form import write_bytes
from natverkskollen.cli.outcome import must
from natverkskollen.cli.person import asked_by
from natverkskollen.dossier.library import Library
from natverkskollen.editing.log_entry import LogFields, append, log_line
from natverkskollen.editing.typed import Entry, Unclear, typed_day
from natverkskollen.files.data_folder import MEMBERSHIPS, existing_folder, folder_to_write
from natverkskollen.files.problem import DataError, Problem
from natverkskollen.model.principal import LOCAL
from natverkskollen.model.register import KINDS
from natverkskollen.output.register_json import due_json, register_json
from natverkskollen.store import clock, memberships_at, read_library
from natverkskollen.store.permission import ASK
from natverkskollen.swedish.money import kronor
from natverkskollen.swedish.words import counted, listed

Add = Callable[[str, str, Callable[..., int]], argparse.ArgumentParser]


def add_commands(add: Add) -> None:
    """Add the commands to the command line."""
    listed = add("register", "visa registret över medlemskap", _register)
    _of_municipality(listed)
    listed.add_argument("--json", action="store_true", help="som JSON")
    listed.add_argument("--excel", metavar="FIL.xlsx", help="skriv registret som en arbetsbok")
    register_list.add_arguments(listed)

    days = add("days", "visa dagarna att hålla för alla medlemskap", _days)
    _of_municipality(days)
    days.add_argument("--from", dest="first", metavar="DAG", help="från och med (annars i dag)")
    days.add_argument("--to", dest="last", metavar="DAG", help="till och med (annars ett år fram)")
    days.add_argument("--ics", metavar="FIL.ics", help="skriv dagarna som en kalenderfil")
    days.add_argument("--json", action="store_true", help="som JSON")

    report = add("redovisning", "skriv årets redovisning av medlemskapen till nämnden", _report)
    report.add_argument("year", metavar="ÅR", type=int, help="året, till exempel 2026")
    _of_municipality(report)
    report.add_argument("--to", choices=("docx", "pdf", "txt"), help="filformat")
    report.add_argument("--template", metavar="MALL")
    report.add_argument("-o", "--output", metavar="FIL", help="annars ren text på skärmen")

    log = add("log", "skriv en rad i ett medlemskaps logg: vad gav det?", _log)
    log.add_argument("membership", metavar="MEDLEMSKAP", help="namnet på filen i memberships/")
    log.add_argument("what", choices=KINDS, metavar="VAD", help=f"{', '.join(KINDS)}")
    log.add_argument("text", metavar="MENING", help="en mening om vad det gav")
    log.add_argument("--by", required=True, metavar="ROLL", help="vem, som en roll")
    log.add_argument("--day", metavar="DAG", help="dagen (annars i dag)")
    log.add_argument("--hours", default="", metavar="TIMMAR", help="arbetstid, till exempel 2,5")


def _of_municipality(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--municipality", metavar="NAMN", help="en annan kommuns register i samma mapp"
    )


def _asked(asked: argparse.Namespace) -> tuple[Library, Register]:
    """The register asked for; DataError where the folder has none of that municipality."""
    library = read_library(existing_folder(asked.data), asked_by(asked))
    if not library.with_register:
        raise DataError([Problem(MEMBERSHIPS, 0, "du har inte rätt att läsa registret", ASK)])
    known = holders(library)
    chosen = asked.municipality or (known[0] if known and None not in known else None)
    if known and chosen not in known:
        names = ", ".join(filter(None, known)) or "ingen annan än er egen"
        what = f"registret har inga medlemskap för '{asked.municipality}'"
        raise DataError([Problem(MEMBERSHIPS, 0, what, f"De som finns är {names}")])
    if chosen and not asked.municipality and len(known) > 1:
        others = listed([each for each in known if each and each != chosen])
        print(f"Registret för {chosen}. Med --municipality visas {others}.", file=sys.stderr)
    return library, register_of(library, clock.now().astimezone().date(), chosen)


def _register(asked: argparse.Namespace) -> int:
    if asked.read:
        return register_list.read_in(asked)
    _, register = _asked(asked)
    if asked.excel:
        from natverkskollen.output.excel.register_book import register_book

        write_bytes(asked.excel, register_book(register))
        print(asked.excel)
        return 0
    if asked.json:
        print(json.dumps(register_json(register), ensure_ascii=False, indent=2))
        return 0
    for row in register.rows:
        for line in _lines(row):
            print(line)
    for line in _sums(register):
        print(line)
    return 0


def _lines(row: Row) -> Iterator[str]:
    paid = f"{kronor(row.paid.amount)} ({row.paid.year})" if row.paid else "ingen faktura inskriven"
    yield f"{row.name}: {row.status_words.lower()}, {paid}."
    if row.owner:
        yield f"  Ansvarig: {row.owner}."
    yield f"  {row.use.words}."
    if row.reading:
        words = f"{row.reading.verdict.lower()}, värde {row.reading.value}"
        yield f"  Senaste utvärdering {row.reading.day.isoformat()}: {words}."
    for due in row.late:
        yield f"  Försenat: {_told(due)}"
    if row.next:
        yield f"  Nästa dag: {_told(row.next)}"
    for reason in row.reasons:
        yield f"  Skäl att utvärdera: {reason}"


def _sums(register: Register) -> Iterator[str]:
    many = counted(len(register.rows), "ett medlemskap", "medlemskap")
    total = f", {kronor(register.total)} enligt senaste faktura" if register.total else ""
    yield f"Sammanlagt {many}{total}."
    if register.unpaid:
        yield f"För {counted(register.unpaid, 'ett medlemskap', 'medlemskap')} saknas faktura."


def _told(due: Due) -> str:
    return f"{due.day.isoformat()}  {due.key.title}."


def _days(asked: argparse.Namespace) -> int:
    _, register = _asked(asked)
    first = _day("--from", asked.first) or register.today
    last = _day("--to", asked.last) or first + timedelta(days=365)
    found = register.between(first, last)
    if asked.ics:
        days = tuple(due.key for due in found)
        text = ics_text(days, "Medlemskapen", register.today)
        write_bytes(asked.ics, text.encode("utf-8"))
        print(asked.ics)
    elif asked.json:
        print(json.dumps([due_json(due) for due in found], ensure_ascii=False, indent=2))
    else:
        for due in found:
            print(_told(due))
        if not found:
            print(f"Inga dagar från {first.isoformat()} till {last.isoformat()}.")
    return 0


def _report(asked: argparse.Namespace) -> int:
    from natverkskollen.output.papers.register_report import report

    library, register = _asked(asked)
    if asked.year not in range(1900, register.today.year + 1):
        what = f"året {asked.year} är inget år att redovisa"
        remedy = f"Skriv till exempel {register.today.year}"
        raise DataError([Problem("redovisning", 0, what, remedy)])
    if not register.rows:
        what = "registret har inga medlemskap att redovisa"
        raise DataError([Problem(MEMBERSHIPS, 0, what, "Lägg till dem på sidan Medlemskap")])
    whose = register.rows[0].membership.municipality or library.municipality
    found = year_report(register, asked.year)
    written = report(found, library.folder, whose, clock.now(), asked.template)
    if not asked.output:
        print(written.file("txt").decode("utf-8"))
        return 0
    ending = Path(asked.output).suffix.removeprefix(".").lower()
    kind = asked.to or (ending if ending in ("docx", "pdf", "txt") else "docx")
    write_bytes(asked.output, written.file(kind))
    print(asked.output)
    return 0


def _day(name: str, text: str | None) -> date | None:
    try:
        return typed_day(text)
    except Unclear as unclear:
        what, _, remedy = str(unclear).rstrip(".").partition(". ")
        raise DataError(
            [Problem(name, 0, what, remedy or "Skriv till exempel 2026-12-31")]
        ) from None


def _log(asked: argparse.Namespace) -> int:
    folder = existing_folder(asked.data)
    folder_to_write(asked.data)
    store = memberships_at(folder, asked_by(asked))
    if asked.membership not in store.ids():
        known = ", ".join(store.ids()) or "inga"
        what = f"medlemskapet '{asked.membership}' finns inte"
        raise DataError([Problem(MEMBERSHIPS, 0, what, f"De som finns är {known}")])
    today = clock.now().astimezone().date()
    entry = Entry()
    day = asked.day or today.isoformat()
    fields = LogFields(day, asked.what, asked.text, asked.by, asked.hours)
    line = log_line(entry, fields, today)
    if entry.wrong:
        wrong = [each.rstrip(".").partition(". ") for each in entry.wrong.values()]
        raise DataError([Problem("log", 0, w, r or "Rätta och försök igen") for w, _, r in wrong])
    must(append(store, asked.membership, line, LOCAL.name, secrets.token_hex(8)), asked.membership)
    print(f"Sparat i {MEMBERSHIPS}/{asked.membership}.yaml: {line['day']}, {line['what']}.")
    return 0
