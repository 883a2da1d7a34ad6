"""A data folder with rights: four evaluations, and a person for each way of having a right in it.

`egen` is scored blind by Anna and Bo, who have both answered; Anna has handed in. In `redo` both
have. `andras` is another evaluation, that most have no right to. `klar` is final.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from natverkskollen.model.access import MACHINE
from natverkskollen.model.principal import LOCAL, Principal
from tests import ROOT
from tests.building.folders import small_folder

TABLE = ROOT / "docs" / "rattigheter.csv"
Row = tuple[str, str, str]
ISSUER = "https://inloggning.kommunen.se"
OWN, OTHERS, READY, FINAL = "egen", "andras", "redo", "klar"
# What stands in answers and texts that most may not read.
SECRETS = {
    (OWN, "anna"): "hemligt-anna-egen",
    (OWN, "bo-1"): "hemligt-bo-egen",
    (OTHERS, "anna"): "hemligt-anna-andras",
    (OTHERS, "bo-1"): "hemligt-bo-andras",
    (OTHERS, "titel"): "hemlig-titel-andras",
}
_EVALUATION = """\
schema: 1
id: {id}
title: {title}
criteria: litet
criteria_revision: "1"
status: {status}
municipality: {{name: Lillköping, inhabitants: 5000, as_of: 2025-12-31}}
case: {{date: 2026-11-01, body: Kommunstyrelsen}}
memberships:
  - network: norr
  - network: soder
assessors:
  - {{id: anna, role: Miljöstrateg{anna}}}
  - {{id: bo-1, role: Ekonom{bo}}}
  - {{id: ihop, role: Tillsammans, joint: true}}
blind: {blind}
"""
_SHEET = """\
schema: 1
assessor: {who}
answers:
  norr:
    bredd: {{score: 2, rationale: {secret}, grade: B}}
"""
_ACCESS = """\
schema: 1
history: {{show: name, forget_after_days: 365}}
grants:
  - {{role: admin, email: Admin@kommunen.se}}
  - {{role: editor, group: handlaggare, evaluations: {some}}}
  - {{role: editor, issuer: "{issuer}", subject: alla}}
  - {{role: assessor, assessor: anna, issuer: "{issuer}", subject: anna, evaluations: {some}}}
  - {{role: assessor, assessor: bo-1, issuer: "{issuer}", subject: bo, evaluations: {some}}}
  - {{role: reader, email: ledamot@kommunen.se, evaluations: {some}}}
  - {{role: network, network: norr, email: kansli@norr.se, evaluations: [egen]}}
  - {{role: editor, email: slutat@kommunen.se, until: 2020-01-01}}
"""


def person(subject: str, *groups: str, email: str = "") -> Principal:
    """Somebody who is signed in."""
    return Principal(ISSUER, subject, subject.capitalize(), email, frozenset(groups))


PEOPLE = {
    "administratör": person("adam", email="admin@kommunen.se"),
    "handläggare": person("hanna", "handlaggare"),
    "handläggare för alla": person("alla"),
    "bedömaren Anna": person("anna"),
    "bedömaren Bo": person("bo"),
    "läsare": person("lena", email="ledamot@kommunen.se"),
    "nätverk": person("nils", email="kansli@norr.se"),
    "slutat": person("sven", email="slutat@kommunen.se"),
    "okänd": person("okand", email="okand@kommunen.se"),
    "ingen": LOCAL,
}
AT_THE_MACHINE = Principal(MACHINE, "admin@kommunen.se", "Admin", "admin@kommunen.se")


def guarded_folder(folder: Path, secrets: Mapping[tuple[str, str], str] = SECRETS) -> Path:
    """The folder, with everything there before access.yaml was; `secrets` stand in the answers."""
    small_folder(folder)
    for name in ("liten/answers/anna.yaml", "liten/evaluation.yaml"):
        (folder / "evaluations" / name).unlink()
    (folder / "evaluations/liten/answers").rmdir()
    (folder / "evaluations/liten").rmdir()
    day = ", submitted: 2026-10-01"
    for id_, title, status, blind, anna, bo in (
        (OWN, "Den egna", "draft", "true", day, ""),
        (OTHERS, SECRETS[OTHERS, "titel"], "draft", "true", "", ""),
        (READY, "Den inlämnade", "draft", "true", day, day),
        (FINAL, "Den färdiga", "final", "false", "", ""),
    ):
        place = folder / "evaluations" / id_
        (place / "answers").mkdir(parents=True)
        told = {"id": id_, "title": title, "status": status, "blind": blind}
        text = _EVALUATION.format(anna=anna, bo=bo, **told)
        (place / "evaluation.yaml").write_text(text, "utf-8")
        for who in ("anna", "bo-1"):
            secret = secrets.get((id_, who), "öppet")
            (place / f"answers/{who}.yaml").write_text(
                _SHEET.format(who=who, secret=secret), "utf-8"
            )
    (folder / "access.yaml").write_text(
        _ACCESS.format(issuer=ISSUER, some="[egen, redo, klar]"), "utf-8"
    )
    return folder


def rows(*ways: str) -> list[Row]:
    """The rows of the table for some ways: the way, what is done and where."""
    return [(row["väg"], row["vad"], row["var"]) for row in _table() if row["väg"] in ways]


def people(*asked: str) -> list[tuple[str, bool]]:
    """Who may and who may not, by one row."""
    (row,) = [r for r in _table() if (r["väg"], r["vad"], r["var"]) == asked]
    return [(who, {"ja": True, "nej": False}[row[who]]) for who in PEOPLE]


@cache
def _table() -> list[dict[str, str]]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def table_text() -> str:
    """The table as docs/rattigheter.md shows it: a part for each way, and a dash for no."""
    names, parts = [*PEOPLE], []
    for way in dict.fromkeys(row["väg"] for row in _table()):
        head = ["Vad", "Var", *(f"{name[0].upper()}{name[1:]}" for name in names)]
        lines = [head, ["---"] * 2 + [":-:"] * len(names)]
        for _, what, where in rows(way):
            said = [allowed for _, allowed in people(way, what, where)]
            what = f"`{what}`" if what[0] == "/" or way == "kommando" else what
            lines.append([what, where, *("ja" if each else "–" for each in said)])
        text = "\n".join(f"| {' | '.join(line)} |" for line in lines)
        parts.append(f"### {_WAYS[way]}\n\n{text}\n")
    return "\n".join(parts)


_WAYS = {
    "lagret": "Läsa och spara",
    "hämtning": "Ladda ner filer",
    "kommando": "Kommandon, med den egna e-posten eller gruppen",
    "adress": "Sidor och adresser",
    "websocket": "En påhittad händelse från webbläsaren",
}
