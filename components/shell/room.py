"""How many browsers there is room for: each open page takes some of what the system lends out."""

from __future__ import annotations

import os

# A page takes its connection and the event loop of its thread; the rest are files and documents.
FOR_EACH = 5
FOR_THE_REST = 200
MOST_FILES = 65_536
MOST_PAGES = 1_000  # an open page takes a megabyte or two of memory


def make_room() -> int:
    """Ask for as many open files as the system lets; how many pages can be open at a time."""
    if os.name == "nt":
        return MOST_PAGES
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = MOST_FILES if hard == resource.RLIM_INFINITY else min(hard, MOST_FILES)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        try:
            resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
            soft = wanted
        except (OSError, ValueError):  # some systems say a limit that they do not let one have
            pass
    if soft == resource.RLIM_INFINITY:
        return MOST_PAGES
    return max(1, min(MOST_PAGES, (soft - FOR_THE_REST) // FOR_EACH))
