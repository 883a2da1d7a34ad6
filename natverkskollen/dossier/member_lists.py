"""The lists of members beside the tables of places: who is meant, and which names nobody has."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from natverkskollen.dossier.file_reading import read_in
from natverkskollen.files.problem import Problem
from natverkskollen.model.network import MemberList, Network
from natverkskollen.model.reference import Place, Reference


def member_places(members: MemberList, reference: Reference) -> dict[str, Place]:
    """The places on a list by their codes; a name that the tables do not have is left out."""
    found = (reference.find(name) for name in members.names)
    return {place.code: place for place in found if place}


def unknown_members(
    folder: Path, networks: Mapping[str, Network], reference: Reference
) -> list[Problem]:
    """A problem for each name on a list that no municipality or region has, or that has been."""
    problems = []
    for id_, network in networks.items():
        seen: dict[str, str] = {}
        for at, name in enumerate(network.members.names if network.members else ()):
            place = reference.find(name)
            if place and place.code not in seen:
                seen[place.code] = name
                continue
            what = f"'{name}' finns inte bland kommunerna och regionerna"
            remedy = "Skriv namnet som SCB gör, till exempel Huddinge, eller koden"
            if place:
                what, remedy = f"{place.called} står två gånger", "Ta bort den ena raden"
            reading = read_in(folder, f"networks/{id_}.yaml")
            problems.append(reading.problem(("members", "names", at), what, remedy))
    return problems
