"""The command line, for IT and for tests: check, result, fee, memo, schema and init."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from natverkskollen import __version__
from natverkskollen.analysis.robustness.robustness import robustness
from natverkskollen.analysis.robustness.settings import Options
from natverkskollen.analysis.scoring import evaluate
from natverkskollen.cli import fee as fee_cli
from natverkskollen.cli import form as form_cli
from natverkskollen.cli import link as link_cli
from natverkskollen.cli import memberships as memberships_cli
from natverkskollen.cli import memo as memo_cli
from natverkskollen.cli import migration as migration_cli
from natverkskollen.cli import register as register_cli
from natverkskollen.cli import run as run_cli
from natverkskollen.cli import store_copy as store_copy_cli
from natverkskollen.cli import updates as updates_cli
from natverkskollen.cli.check import check_paths, late_populations, loose_documents, open_findings
from natverkskollen.cli.form import write_bytes
from natverkskollen.cli.migration import revision_notes
from natverkskollen.cli.parser_words import speak_swedish
from natverkskollen.cli.person import add_argument, asked_by
from natverkskollen.cli.seals import seal_lines, seal_problems
from natverkskollen.cli.store import add_commands
from natverkskollen.dossier.quotes import quote_problems
from natverkskollen.editing.first_files import start_folder
from natverkskollen.editing.shipped_values import note_shipped
from natverkskollen.files.data_folder import (
    DOCUMENTS,
    PROGRAM_FOLDER,
    VARIABLE,
    existing_folder,
    folder_to_write,
)
from natverkskollen.files.problem import DataError, Problem
from natverkskollen.files.unexpected import fault
from natverkskollen.model.schemas import write_schemas
from natverkskollen.output.result_json import result_json
from natverkskollen.output.result_text import result_text
from natverkskollen.output.robustness_json import robustness_json
from natverkskollen.store import Failed, read_library


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; 0 when it went well, 1 when there are problems, 2 for a wrong call."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")
    speak_swedish()
    asked = _parser().parse_args(arguments)
    try:
        return int(asked.command(asked))
    except DataError as error:
        for problem in error.problems:
            print(problem, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("Avbrutet.", file=sys.stderr)
        return 130
    except BrokenPipeError:  # whoever read what we print has read enough
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
        return 0
    except Exception as error:  # the rule: nobody who runs a command meets a traceback
        print(_unforeseen(error), file=sys.stderr)
        return 1


def _unforeseen(error: Exception) -> str:
    if isinstance(error, OSError) and error.filename is not None:
        return (
            f"{error.filename}: filen eller mappen går inte att använda ({error.strerror}). "
            "Kontrollera att den finns, att du får läsa och skriva där och att disken inte är full."
        )
    if isinstance(error, MemoryError):
        return "Minnet tog slut. Stäng andra program, eller dela upp det du vill göra."
    found = fault(error)
    return (
        f"Något gick fel i programmet (fel {found.number}). Det du har sparat finns kvar. Kör "
        "kommandot igen. Återkommer felet: ge felnumret och raden nedanför till den som sköter "
        f"programmet.\n{found.trace}"
    )


def _parser() -> argparse.ArgumentParser:
    by_module = Path(sys.argv[0]).name == "__main__.py"
    parser = argparse.ArgumentParser(
        prog=f"{'python -m ' if by_module else ''}natverkskollen",
        description="Bedöm medlemskap i nätverk och skriv tjänsteskrivelsen.",
    )
    words = "visa programmets version"
    parser.add_argument("--version", action="version", version=__version__, help=words)
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument(
        "--data",
        metavar="MAPP",
        help=f"mappen med criteria/, networks/ och evaluations/ (annars {VARIABLE})",
    )
    add_argument(shared)
    commands = parser.add_subparsers(required=True, metavar="KOMMANDO")

    def add(name: str, words: str, command: Callable[..., int]) -> argparse.ArgumentParser:
        made = commands.add_parser(name, help=words, description=words, parents=[shared])
        made.set_defaults(command=command)
        return made

    check = add("check", "kontrollera filerna och berätta om varje fel", _check)
    check.add_argument(
        "paths", nargs="*", metavar="SÖKVÄG", help="filer eller mappar (annars allt)"
    )
    check.add_argument(
        "--sources", metavar="MAPP", help="kontrollera citaten också mot dokumenten här"
    )

    result = add("result", "visa resultatet av en utvärdering", _result)
    result.add_argument("evaluation", metavar="UTVÄRDERING")
    result.add_argument("--json", action="store_true", help="som JSON")
    result.add_argument("--excel", metavar="FIL.xlsx", help="allt som går att se, i en arbetsbok")
    result.add_argument("--profile", metavar="PROFIL", help="läs med en annan viktprofil")
    result.add_argument(
        "--weights",
        choices=("all", "ranked", "interval"),
        help="vilka viktningar som prövas: alla, samma rangordning eller halva till dubbla vikten",
    )
    result.add_argument("--level", choices=("themes", "criteria"), help="vad som viktas om")
    result.add_argument("--draws", type=int, metavar="ANTAL", help="antal försök")
    result.add_argument("--seed", type=int, metavar="FRÖ", help="samma frö ger samma siffror")

    fee_cli.add_commands(add)
    run_cli.add_commands(add)
    memo_cli.add_commands(add)
    link_cli.add_commands(add)
    form_cli.add_commands(add)
    memberships_cli.add_commands(add)
    register_cli.add_commands(add)
    migration_cli.add_commands(add)
    updates_cli.add_commands(add)
    store_copy_cli.add_commands(add)
    add("schema", "skriv JSON-scheman bredvid filerna", _schema)
    add("init", "lägg programmets kriterier och nätverk i en tom datamapp", _init)
    add_commands(add)
    return parser


def _check(asked: argparse.Namespace) -> int:
    folder = existing_folder(asked.data)
    problems = check_paths(folder, [Path(path) for path in asked.paths], asked_by(asked))
    library = read_library(folder, asked_by(asked))
    kept = () if asked.paths else (folder / DOCUMENTS,)
    for documents in (*kept, *([Path(asked.sources)] if asked.sources else [])):
        problems += quote_problems(library, documents)
    if not asked.paths:
        problems += (each for id_ in library.dossiers for each in seal_problems(library, id_))
    for problem in problems:
        print(problem)
    for told in (
        ()
        if asked.paths
        else (
            revision_notes,
            seal_lines,
            open_findings,
            late_populations,
            loose_documents,
            updates_cli.offer_notes,
        )
    ):
        for note in told(library):
            print(note)
    return 1 if problems else 0


def _result(asked: argparse.Namespace) -> int:
    options = Options(
        weights=asked.weights,
        level=asked.level,
        draws=asked.draws,
        seed=asked.seed,
        profile=asked.profile,
    )
    dossier = read_library(existing_folder(asked.data), asked_by(asked)).dossier(asked.evaluation)
    if asked.excel:
        from natverkskollen.output.excel.everything import everything

        write_bytes(asked.excel, everything(evaluate(dossier)))
        print(asked.excel)
        return 0
    found = robustness(dossier, options)
    if asked.json:
        data = {**result_json(found.result), "robustness": robustness_json(found)}
        print(json.dumps(data, ensure_ascii=False, indent=2))
    else:
        print(result_text(found))
    return 0


def _schema(asked: argparse.Namespace) -> int:
    folder_to_write(asked.data)
    folder = existing_folder(asked.data)
    for path in write_schemas(folder):
        print(path)
    if folder == PROGRAM_FOLDER:
        print(note_shipped())
    return 0


def _init(asked: argparse.Namespace) -> int:
    folder = folder_to_write(asked.data)
    written = start_folder(folder, by=asked_by(asked))
    if isinstance(written, Failed):
        raise DataError([Problem(str(folder), 0, written.what, written.remedy)])
    for path in written:
        print(path)
    if not written:
        print("Datamappen har redan kriterier och nätverk. Inget är ändrat.")
    return 0
