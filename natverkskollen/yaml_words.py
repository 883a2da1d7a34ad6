"""The YAML parser's English complaints in Swedish: line, what is wrong, what to do."""

from __future__ import annotations

import yaml

# The C and the Python parser word the same fault differently; each row takes both.
_WORDS: tuple[tuple[str, str, str], ...] = (
    (
        "could not find expected ':'",
        "en rad saknar kolon efter nyckeln",
        "Skriv nyckel: värde, med mellanslag efter kolon",
    ),
    (
        "mapping values are not allowed",
        "ett kolon står där det inte kan stå",
        "Sätt texten inom citattecken, eller kontrollera raden ovanför",
    ),
    (
        "cannot start any token",
        "raden börjar med ett tecken som YAML inte tillåter där",
        "Använd mellanslag i stället för tabb, och citattecken runt text med @, ` eller % först",
    ),
    (
        "expected <block end>",
        "indraget stämmer inte med raderna omkring",
        "Rätta indraget så att raderna på samma nivå börjar i samma kolumn",
    ),
    (
        "did not find expected key",
        "indraget stämmer inte med raderna omkring",
        "Rätta indraget så att raderna på samma nivå börjar i samma kolumn",
    ),
    (
        "did not find expected '-'",
        "en rad i listan saknar bindestreck eller har fel indrag",
        "Börja varje rad i listan med - i samma kolumn",
    ),
    (
        "unexpected end of stream",
        "en text med citattecken tar inte slut",
        "Lägg till det avslutande citattecknet",
    ),
    ("expected ',' or ']'", "en lista inom [ ] tar inte slut", "Lägg till komma eller ]"),
    ("expected ',' or '}'", "en grupp inom { } tar inte slut", "Lägg till komma eller }"),
    (
        "unknown escape",
        "ett bakstreck följs av ett tecken som inte betyder något",
        "Skriv två bakstreck, eller använd enkla citattecken",
    ),
    (
        "expected escape sequence",
        "ett bakstreck följs av ett tecken som inte betyder något",
        "Skriv två bakstreck, eller använd enkla citattecken",
    ),
    (
        "undefined tag handle",
        "filen använder en tagg (ordet börjar med utropstecken)",
        "Ta bort taggen eller sätt texten inom citattecken",
    ),
    (
        "document start",
        "det står något efter att filens innehåll tagit slut",
        "Rätta indraget, eller sätt hela texten inom citattecken",
    ),
    (
        "indentation indicator",
        "indraget efter | eller > är fel",
        "Skriv | ensamt på raden och låt texten börja på nästa rad med indrag",
    ),
    (
        "block scalar",
        "texten efter | eller > börjar på fel ställe",
        "Skriv | ensamt på raden och låt texten börja på nästa rad med indrag",
    ),
    (
        "alias",
        "texten börjar med * som har en egen betydelse i YAML",
        "Sätt texten inom citattecken",
    ),
    (
        "anchor",
        "texten börjar med & som har en egen betydelse i YAML",
        "Sätt texten inom citattecken",
    ),
    (
        "block sequence entries are not allowed",
        "ett bindestreck står där ingen lista kan börja",
        "Flytta listan till raden under nyckeln",
    ),
    (
        "block collections are not allowed",
        "en lista börjar på samma rad som sin nyckel",
        "Flytta listan till raden under nyckeln",
    ),
    (
        "special characters are not allowed",
        "filen innehåller ett osynligt styrtecken",
        "Radera tecknet",
    ),
    ("found a tab", "raden är indragen med tabb", "Använd mellanslag i stället för tabb"),
)


def syntax_words(error: yaml.YAMLError) -> tuple[int, str, str]:
    """The line (from 1), what is wrong and the remedy for a parser error."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    line = mark.line + 1 if mark else 1
    said = " ".join(
        str(part) for part in (getattr(error, "problem", ""), getattr(error, "context", "")) if part
    )
    for english, what, remedy in _WORDS:
        if english in said:
            return line, what, remedy
    return (
        line,
        "raden går inte att läsa som YAML",
        "Kontrollera indrag, kolon och citattecken på raden och raden ovanför",
    )
