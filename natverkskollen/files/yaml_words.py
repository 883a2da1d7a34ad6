"""The YAML parser's English complaints in Swedish: line, what is wrong, what to do.

The C parser and the Python parser word the same fault differently; each row takes both. Where
one complaint has several causes, the row of the file that it is about tells them apart.
"""

from __future__ import annotations

import re

import yaml

from natverkskollen.files.pasted_signs import pasted_sign

CONFLICT = (
    "här finns en olöst konflikt mellan två versioner av filen",
    "Välj en av versionerna och radera raderna som börjar med <<<<<<<, ======= och >>>>>>>",
)
DIRECTIVE = ("raden börjar med % som har en egen betydelse i YAML", "Ta bort raden")
_CONFLICT_ROW = re.compile(r"(<{7}|>{7}|\|{7})( .*)?|={7}")

_INVISIBLE = ("raden börjar med ett osynligt tecken", "Radera raden och skriv den igen")
_NO_COLON = (
    "raden saknar kolon",
    "Skriv nyckel: värde, eller börja raden med - om den hör till en lista",
)
_TIGHT_COLON = (
    "kolonet saknar mellanslag efter sig",
    "Skriv ett mellanslag efter kolonet",
)
_TIGHT_DASH = (
    "bindestrecket saknar mellanslag efter sig",
    "Skriv ett mellanslag efter bindestrecket",
)
_COLON = ("texten innehåller ett kolon", "Sätt hela texten inom citattecken")
_DEEP = (
    "raden är för långt indragen, eller så saknar raden ovanför kolon",
    "Rätta indraget, eller skriv kolon efter nyckeln på raden ovanför",
)
_TAB = ("raden är indragen med tabb", "Använd mellanslag i stället för tabb")
_RESERVED = (
    "texten börjar med ett tecken som inte kan stå först (%, @ eller `)",
    "Sätt texten inom citattecken",
)
_DASH = (
    "ett bindestreck står där ingen lista kan börja",
    "Flytta listan till raden under nyckeln, eller sätt texten inom citattecken",
)
_QUESTION = ("texten börjar med ett frågetecken", "Sätt texten inom citattecken")
_ITEM = (
    "raden i listan saknar bindestreck eller har fel indrag",
    "Börja varje del av listan med - följt av mellanslag, i samma kolumn",
)
_QUOTES = (
    "det står text utanför citattecknen, eller så är indraget fel",
    "Sätt hela texten inom citattecken, med den andra sortens citattecken inne i den",
)
_NO_KEY = ("raden saknar nyckel före kolonet", "Skriv nyckel: värde")
_INDENT = (
    "indraget stämmer inte med raderna omkring",
    "Rätta indraget så att raderna på samma nivå börjar i samma kolumn",
)
_OPEN_QUOTE = (
    "texten börjar med ett citattecken men slutar inte med ett",
    "Lägg till det avslutande citattecknet",
)
_OPEN_LIST = ("listan som börjar med [ saknar komma eller ]", "Lägg till komma eller ]")
_OPEN_GROUP = ("gruppen som börjar med { saknar komma eller }", "Lägg till komma eller }")
_ESCAPE = (
    "ett bakstreck följs av tecken som inte betyder något",
    "Skriv två bakstreck, eller använd enkla citattecken",
)
_TAG = ("texten börjar med ! som har en egen betydelse i YAML", "Sätt texten inom citattecken")
_ALIAS = ("texten börjar med * som har en egen betydelse i YAML", "Sätt texten inom citattecken")
_ANCHOR = ("texten börjar med & som har en egen betydelse i YAML", "Sätt texten inom citattecken")
_BLOCK = (
    "texten efter | eller > börjar på samma rad",
    "Flytta ned texten till nästa rad med indrag, eller sätt den inom citattecken",
)
_NO_VALUE = (
    "ett komma, ett bindestreck eller en klammer står där ett värde ska stå",
    "Ta bort tecknet, eller sätt texten inom citattecken",
)
_AFTER_END = (
    "raden står utanför filens innehåll, som redan har tagit slut",
    "Rätta indraget på raden, eller ta bort det som står för mycket ovanför den",
)
_GENERIC = (
    "raden går inte att läsa som YAML",
    "Kontrollera indrag, kolon och citattecken på raden och raden ovanför",
)

# What the complaint holds · what the row of the file looks like · whether that row is the one
# where the thing began (else the one where the parser stopped) · our words. First match wins.
_ROWS: tuple[tuple[str, str, bool, tuple[str, str]], ...] = (
    ("could not find expected ':'", r"\s*[\u200b-\u200f\u2060\ufeff]", True, _INVISIBLE),
    ("could not find expected ':'", r"\s*-[^\s-]", True, _TIGHT_DASH),
    ("could not find expected ':'", r"[^:]*:\S", True, _TIGHT_COLON),
    ("could not find expected ':'", "", True, _NO_COLON),
    ("mapping values are not allowed", r"\s*(- +)?[^:]*:\s.*:(\s|$)", False, _COLON),
    ("mapping values are not allowed", "", False, _DEEP),
    ("found a tab", "", False, _TAB),
    ("cannot start any token", r"\s*\t", False, _TAB),
    ("cannot start any token", "", False, _RESERVED),
    ("sequence entries are not allowed", "", False, _DASH),
    ("mapping keys are not allowed", "", False, _QUESTION),
    ("while parsing a block collection", r"\s*-\s", False, _INDENT),
    ("while parsing a block collection", "", False, _ITEM),
    ("while parsing a block mapping", r"\s*[\u200b-\u200f\u2060\ufeff]", False, _INVISIBLE),
    ("while parsing a block mapping", r"\s*-\s", False, _INDENT),
    ("while parsing a block mapping", r"\s*:", False, _NO_KEY),
    ("while parsing a block mapping", r".*[\"']", False, _QUOTES),
    ("while parsing a block mapping", "", False, _INDENT),
    ("unexpected end of stream", "", True, _OPEN_QUOTE),
    ("unexpected document", "", True, _OPEN_QUOTE),
    ("while parsing a flow sequence", "", True, _OPEN_LIST),
    ("while parsing a flow mapping", "", True, _OPEN_GROUP),
    ("hexdecimal number", "", False, _ESCAPE),
    ("escape", "", False, _ESCAPE),
    ("found unexpected ':'", "", False, _TIGHT_COLON),
    ("incompatible YAML document", "", False, DIRECTIVE),
    (" directive", "", False, DIRECTIVE),
    ("tag", "", False, _TAG),
    ("an alias", "", False, _ALIAS),
    ("an anchor", "", False, _ANCHOR),
    ("a block scalar", "", False, _BLOCK),
    ("node content", r".*\[\s*$", False, _OPEN_LIST),
    ("node content", "", False, _NO_VALUE),
    ("document start", "%", False, DIRECTIVE),
    ("document start", "", False, _AFTER_END),
)


def syntax_words(error: Exception, rows: list[str]) -> tuple[int | None, str, str]:
    """The row (from 0), what is wrong and the remedy for a parser error in a file of rows.

    The row is None for the few errors that do not say where they are.
    """
    for position, each in enumerate(rows):
        if _CONFLICT_ROW.fullmatch(each):
            return (position, *CONFLICT)
    if not isinstance(error, yaml.YAMLError):  # The Python parser on "\\U00110000"
        return (None, *_ESCAPE)
    here = _row(getattr(error, "problem_mark", None), rows)
    start = _row(getattr(error, "context_mark", None), rows)
    for suspect in _suspects(start, here, rows):
        if words := pasted_sign(rows[suspect]):
            return (suspect, *words)
    said = f"{getattr(error, 'context', '')}; {getattr(error, 'problem', '')}"
    for complaint, pattern, from_start, words in _ROWS:
        row = start if from_start else here
        if complaint in said and re.match(pattern, rows[row] if row is not None else ""):
            return (row, *words)
    return (here, *_GENERIC)


def _suspects(start: int | None, here: int | None, rows: list[str]) -> list[int]:
    """The rows a complaint may be about: where the parser stopped, the one above, the beginning."""
    if here is None:
        return []
    above = next((row for row in range(here - 1, -1, -1) if rows[row].strip()), here)
    return sorted({above, here, here if start is None else start})


def _row(mark: yaml.Mark | None, rows: list[str]) -> int | None:
    """The row of a mark, or the row above it that holds something."""
    if mark is None:
        return None
    row = min(mark.line, len(rows) - 1)
    while row > 0 and not rows[row].strip():
        row -= 1
    return row
