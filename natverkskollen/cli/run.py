"""The command that starts the app in a browser: `run`."""

from __future__ import annotations

import argparse
import errno
import os
import re
import socket
import subprocess
import sys
from collections.abc import Callable
from ipaddress import ip_address
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

PORT = 8501


def add_commands(add: Callable[..., argparse.ArgumentParser]) -> None:
    """Add the command to the command line."""
    run = add("run", "starta Nätverkskollen i webbläsaren", _run)
    run.add_argument("--port", type=_port, metavar="NUMMER", help=f"annars {PORT}")
    run.add_argument("--address", metavar="ADRESS", help="annars bara den här datorn, 127.0.0.1")
    run.add_argument(
        "--host",
        metavar="NAMN",
        action="append",
        default=[],
        type=_name,
        help="namn som servern svarar på",
    )


def _port(said: str) -> int:
    if not (said.isdecimal() and 0 < int(said) < 65536):
        raise argparse.ArgumentTypeError(f"”{said}” är ingen port. Ange ett tal mellan 1 och 65535")
    return int(said)


def _name(said: str) -> str:
    """A name as Host states it; an address would match nobody's, and everybody be refused."""
    if not re.fullmatch(r"\*|(\*\.)?[\w.-]+|\[?[0-9a-f]*:[0-9a-f:.]+\]?", said, re.IGNORECASE):
        words = f"”{said}” är inget namn. Skriv det utan https://, port och sökväg"
        raise argparse.ArgumentTypeError(words)
    return said.encode("idna").decode("ascii")  # as a browser asks for åäö


def _run(asked: argparse.Namespace) -> int:
    folder = _folder(asked.data)
    port = asked.port or int(os.environ.get("STREAMLIT_SERVER_PORT") or PORT)
    _try(asked.address or "127.0.0.1", port)
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


def _try(address: str, port: int) -> None:
    """DataError where the server could not listen there; Streamlit would say it in English."""
    try:
        family = (socket.AF_INET, socket.AF_INET6)[ip_address(address).version == 6]
    except ValueError:
        return  # a name, which the server itself looks up
    try:
        with socket.socket(family) as tried:
            if os.name != "nt":  # where it means that two may share the port
                tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            tried.bind((address, port))
    except OSError as problem:
        where, what, remedy = {
            errno.EADDRINUSE: (
                f"port {port}",
                "används redan, kanske av Nätverkskollen i ett annat fönster",
                f"Stäng det, eller välj en annan port: --port {port + 1}",
            ),
            errno.EACCES: (
                f"port {port}",
                "får bara systemet använda",
                f"Välj en port över 1023: --port {PORT}",
            ),
        }.get(
            problem.errno or 0,
            (
                f"{address}, port {port}",
                "går inte att lyssna på från den här datorn",
                "Ange en av datorns egna adresser, eller ingen",
            ),
        )
        raise DataError([Problem(where, 0, what, remedy)]) from problem


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
