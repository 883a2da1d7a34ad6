"""Where the database is: what NATVERKSKOLLEN_STORE says, taken apart."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qsl, urlencode, urlsplit

from natverkskollen.files.problem import DataError, Problem

STORE = "NATVERKSKOLLEN_STORE"
FILES = "files"
_SCHEMA = re.compile(r"[a-z_][a-z0-9_]{0,49}")
# A server that does not answer is told within seconds, and one that is gone is noticed.
_PATIENCE = {"connect_timeout": "4", "tcp_user_timeout": "10000", "keepalives_idle": "20"}


@dataclass(frozen=True)
class Address:
    """A database and the schema in it that holds one data folder; `shown` has no password."""

    told: str
    schema: str
    shown: str


def store_told() -> str:
    """What the environment says the store is; empty where it is the data folder itself.

    The address may stand in the file that the name with _FILE points at, since it may hold a
    password; DataError where that file cannot be read.
    """
    told, file = (os.environ.get(name, "").strip() for name in (STORE, f"{STORE}_FILE"))
    if file and not told:
        try:
            told = Path(file).read_text("utf-8").strip()
        except (OSError, UnicodeDecodeError):
            what = f"filen {file} går inte att läsa"
            remedy = "Rätta sökvägen eller filens rättigheter"
            raise DataError([Problem(f"{STORE}_FILE", 0, what, remedy)]) from None
    return "" if told == FILES else told


def address_in(told: str) -> Address:
    """The database of an address postgresql://user@host/name?schema=municipality.

    DataError where it is no such address.
    """
    base, _, query = told.partition("?")
    if not re.match(r"postgres(ql)?://", base):
        what = "är varken files eller en adress som börjar med postgresql://"
        raise DataError([Problem(STORE, 0, what, "Rätta adressen till databasen")])
    said = dict(parse_qsl(query, keep_blank_values=True))
    schema = said.pop("schema", "natverkskollen")
    if not _SCHEMA.fullmatch(schema):
        what = f"schemat '{schema[:60]}' går inte att använda"
        raise DataError([Problem(STORE, 0, what, "Använd a–z, 0–9 och _, högst 50 tecken")])
    parts = urlsplit(base)
    host = parts.hostname or said.get("host", "")
    shown = f"{host}{parts.path}, schema {schema}"
    return Address(f"{base}?{urlencode({**_PATIENCE, **said})}", schema, shown)
