"""Rooms with one file each: criteria, networks, and the register of memberships."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from natverkskollen.dossier.file_reading import read_in
from natverkskollen.dossier.strays import copy_problem, is_room_file, room_strays, wrong_room
from natverkskollen.files.data_folder import MEMBERSHIPS, names_in
from natverkskollen.files.problem import Problem
from natverkskollen.model.network import Network
from natverkskollen.model.register import RegisteredMembership


def read_room(folder: Path, room: str, problems: list[Problem]) -> dict[str, Any]:
    """Every file of a room that can be read, by its name; what is wrong is put to the problems."""
    found: dict[str, Any] = {}
    names = [name for name in names_in(folder / room) if is_room_file(name)]
    problems += room_strays(folder, room)
    for name in names:
        reading = read_in(folder, f"{room}/{name}")
        said = reading.tree.data if reading.tree else None
        own = f"{said['id']}.yaml" if isinstance(said, dict) and "id" in said else name
        if reading.model is None and own != name and own in names:
            place = folder / room
            problems.append(copy_problem(place / name, place / own, reading.name, f"{room}/{own}"))
            continue
        if reading.model is None and (is_ := wrong_room(said, room)):
            what = f"filen är {is_[0]} och ligger i fel mapp"
            problems.append(Problem(reading.name, 0, what, f"Flytta den till {is_[1]}"))
            continue
        problems += reading.problems
        if reading.model is not None:
            found[name.removesuffix(".yaml")] = reading.model
    return found


def read_register(
    folder: Path, networks: Mapping[str, Network]
) -> tuple[dict[str, RegisteredMembership], tuple[Problem, ...]]:
    """The memberships of a data folder by the names of their files, and every problem in them.

    One whose network has no file is kept, and told; of two about the same network of the same
    municipality the first is kept.
    """
    problems: list[Problem] = []
    found: dict[str, RegisteredMembership] = read_room(folder, MEMBERSHIPS, problems)
    first: dict[tuple[str, str | None], str] = {}

    def tell(id_: str, what: str, remedy: str) -> None:
        reading = read_in(folder, f"{MEMBERSHIPS}/{id_}.yaml")
        problems.append(reading.problem(("network",), what, remedy))

    for id_, each in tuple(found.items()):
        if each.network not in networks:
            what = f"nätverket '{each.network}' finns inte eller går inte att läsa"
            tell(id_, what, "Rätta namnet, eller lägg till nätverket på sidan Nätverken")
        there = first.setdefault((each.network, each.municipality), id_)
        if there != id_:
            what = f"medlemskapet i '{each.network}' står redan i {MEMBERSHIPS}/{there}.yaml"
            tell(id_, what, "Ta bort den ena filen")
            del found[id_]
    return found, tuple(problems)
