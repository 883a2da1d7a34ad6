"""The command that starts the app in a browser: `run`."""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from natverkskollen.editing.first_files import example_folder
from natverkskollen.files.data_folder import (
    PROGRAM_FOLDER,
    VARIABLE,
    data_folder,
    only_an_example,
    own_folder,
)
from natverkskollen.files.problem import DataError, Problem
from natverkskollen.store import Failed
from natverkskollen.store.database.address import STORE, address_in, store_told


def add_commands(add: Callable[..., argparse.ArgumentParser]) -> None:
    """Add the command to the command line."""
    run = add("run", "starta Nätverkskollen i webbläsaren", _run)
    run.add_argument("--port", type=int, metavar="NUMMER", help="annars 8501")
    run.add_argument("--address", metavar="ADRESS", help="annars bara den här datorn, 127.0.0.1")
    run.add_argument(
        "--host",
        metavar="NAMN",
        action="append",
        default=[],
        type=_name,
        help="namn som servern svarar på",
    )


def _name(said: str) -> str:
    """A name as Host states it; an address would match nobody's, and everybody be refused."""
    if not re.fullmatch(r"\*|(\*\.)?[\w.-]+|\[?[0-9a-f]*:[0-9a-f:.]+\]?", said, re.IGNORECASE):
        words = f"”{said}” är inget namn. Skriv det utan https://, port och sökväg"
        raise argparse.ArgumentTypeError(words)
    return said.encode("idna").decode("ascii")  # as a browser asks for åäö


def _run(asked: argparse.Namespace) -> int:
    folder = _folder(asked.data)
    print(f"Datamapp: {folder}", flush=True)
    call = [sys.executable, "-m", "streamlit", "run", str(PROGRAM_FOLDER / "app.py")]
    for option, value in (("port", asked.port), ("address", asked.address)):
        if value is not None:
            call.append(f"--server.{option}={value}")
    call += [f"--server.allowedHosts={name}" for name in asked.host]
    if asked.host or asked.address:
        call.append(f"--browser.serverAddress={(*asked.host, asked.address)[0]}")  # to print
    told = {**os.environ, VARIABLE: str(folder)}
    if os.name == "nt":
        return subprocess.call(call, env=told)
    os.execve(call[0], call, told)  # one process: what is sent to it reaches the server


def _folder(asked: str | None) -> Path:
    """The data folder; one's own is made, with the example in it, where nobody said which."""
    folder = data_folder(asked)
    if told := store_told():
        address_in(told)  # a wrong address is told before anything is started
        if not (asked or os.environ.get(VARIABLE)):
            what = "säger att allt ligger i en databas, men ingen mapp är angiven för kopian av den"
            remedy = f"Ange en tom mapp med --data eller {VARIABLE}"
            raise DataError([Problem(STORE, 0, what, remedy)])
    if not only_an_example(folder):
        return folder
    if asked or os.environ.get(VARIABLE):
        what = "det installerade programmets mapp går inte att skriva i"
        raise DataError([Problem(str(folder), 0, what, "Ange en egen mapp med --data")])
    own = own_folder()
    made = example_folder(own)
    if isinstance(made, Failed):
        remedy = f"{made.remedy}, eller ange en annan mapp med --data"
        raise DataError([Problem(str(own), 0, made.what, remedy)])
    print(f"Kriterier, nätverk och exempel är inlagda i {own}.")
    return own
