"""What was not written, or perhaps not: an error of the disk in words, and what carries them."""

from __future__ import annotations

import errno

from natverkskollen.store.contract import Failed

_ROOM = "Kontrollera att disken har plats och att du får skriva i mappen"
UNSURE = "Ladda om sidan och se efter om ändringen finns där, eller försök igen"


class Refused(Exception):
    """Nothing, or nothing certain, was written; carries the Failed to tell."""

    def __init__(self, failed: Failed):
        super().__init__(failed.what)
        self.failed = failed


def failed(name: str, error: OSError, sure: bool = True) -> Failed:
    """What an error from the operating system means to the person, and what to do."""
    reason = _REASONS.get(error.errno or 0, error.strerror or type(error).__name__)
    if sure:
        return Failed(f"det gick inte att skriva {name} ({reason})", _ROOM)
    what = f"det är osäkert om ändringen sparades: {name} gick inte att skriva ({reason})"
    return Failed(what, UNSURE, "unknown")


# The same error has different numbers on different systems, and not every system has them all.
_REASONS = {
    getattr(errno, name, -1): words
    for name, words in {
        "EIO": "disken svarar med fel",
        "EACCES": "du får inte skriva där",
        "EPERM": "du får inte skriva där",
        "ENOENT": "mappen finns inte, eller så är sökvägen för lång",
        "ENAMETOOLONG": "sökvägen är för lång",
        "ENOTDIR": "en fil ligger där mappen ska ligga",
        "ENFILE": "för många filer är öppna",
        "EMFILE": "för många filer är öppna",
        "ENOSPC": "disken är full",
        "EROFS": "disken är skrivskyddad",
        "ELOOP": "en länk ligger där filen ska ligga",
        "EDQUOT": "din del av disken är full",
    }.items()
}
