"""How each style of a paper is set: what differs from the running text, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Look:
    """How a paragraph style differs from Normal.

    `size` is a part of the running text's size, and spacing and indents are points. The typeface is
    always that of Normal.
    """

    size: float = 1
    before: float = 0
    after: float = 6
    bold: bool = False
    coloured: bool = False
    keep: bool = False
    indent: float = 0
    frame: str = ""
    aligned: str = ""
    tight: bool = False
    caps: bool = False


LOOKS: dict[str, Look] = {
    "Heading 1": Look(1.6, 8, 8, bold=True, coloured=True, keep=True),
    "Heading 2": Look(1.25, 12, 3, bold=True, coloured=True, keep=True),
    "Heading 3": Look(1.05, 8, 2, bold=True, keep=True),
    "Heading 4": Look(1, 8, 2, bold=True, coloured=True, keep=True),
    "List Number": Look(after=3),
    "List Bullet": Look(after=2),
    "Caption": Look(0.9, 8, 3, bold=True, keep=True),
    "Memo Belägg": Look(0.86, 0, 3),
    "Memo Anmärkning": Look(0.9, 4, 12, indent=7, frame="box"),
    "Memo Stämpel": Look(after=12, bold=True, indent=7, frame="box"),
    "Memo Etikett": Look(before=8, after=2, bold=True, keep=True),
    "Memo Motivering": Look(before=2, after=6, indent=10, frame="left"),
    "Memo Uppgift": Look(0.86, 0, 4, keep=True),
    "Memo Underskrift": Look(before=40, after=0, frame="top"),
    "Memo Efter tabell": Look(before=8, after=5),
    "Memo Tabelltext": Look(0.9, 1.5, 1.5),
    "Memo Tabelltal": Look(0.9, 1.5, 1.5, aligned="right"),
    "Memo Slutrad": Look(0.1, 0, 0, tight=True),
}
# Those that Word itself has, with the names it gives them in a file; all others are ours.
BUILT_IN = {
    "Heading 1": "heading 1",
    "Heading 2": "heading 2",
    "Heading 3": "heading 3",
    "Heading 4": "heading 4",
    "List Number": "List Number",
    "List Bullet": "List Bullet",
    "Caption": "caption",
    "Header": "header",
    "Footer": "footer",
}
OUTLINE = ("Heading 1", "Heading 2", "Heading 3", "Heading 4")
# The lists and what stands before their points.
LISTS = {"List Number": "decimal", "List Bullet": "bullet", "Memo Belägg": "bullet"}
STRONG = "Memo Stark"
TABLE = "Memotabell"
SIGNATURES = "Memo Underskrifter"
