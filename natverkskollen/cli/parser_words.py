"""What the parser of the command line says of its own, in Swedish.

argparse asks gettext for its words, and offers no other way to give it them: the two functions it
asks are replaced in its own module.
"""

from __future__ import annotations

import argparse

_WORDS = {
    "usage: ": "användning: ",
    "positional arguments": "argument",
    "options": "tillval",
    "show this help message and exit": "visa den här hjälpen",
    "show program's version number and exit": "visa programmets version",
    "%(prog)s: error: %(message)s\n": "%(prog)s: %(message)s. Läs mer med -h.\n",
    "argument %(argument_name)s: %(message)s": "%(argument_name)s: %(message)s",
    "expected one argument": "ett värde saknas",
    "expected at most one argument": "högst ett värde kan anges",
    "expected at least one argument": "minst ett värde saknas",
    "invalid choice: %(value)r (choose from %(choices)s)": (
        "%(value)r går inte att välja (välj bland %(choices)s)"
    ),
    "unknown parser %(parser_name)r (choices: %(choices)s)": (
        "kommandot %(parser_name)r finns inte (de som finns är %(choices)s)"
    ),
    "invalid %(type)s value: %(value)r": "%(value)r går inte att läsa som det som väntas",
    "ignored explicit argument %r": "%r kan inte anges här",
    "not allowed with argument %s": "kan inte anges tillsammans med %s",
    "one of the arguments %s is required": "ett av %s ska anges",
    "the following arguments are required: %s": "det här saknas: %s",
    "unrecognized arguments: %s": "okänt: %s",
    "ambiguous option: %(option)s could match %(matches)s": (
        "%(option)s kan betyda flera (%(matches)s)"
    ),
}
_COUNTED = {"expected %s argument": "%s värde väntas", "expected %s arguments": "%s värden väntas"}


def speak_swedish() -> None:
    """Let every parser made after this say its own words in Swedish."""
    argparse._ = _told  # type: ignore[attr-defined]
    argparse.ngettext = _told_counted  # type: ignore[attr-defined]


def _told(words: str) -> str:
    return _WORDS.get(words, words)


def _told_counted(one: str, several: str, count: int) -> str:
    words = one if count == 1 else several
    return _COUNTED.get(words, words)
