"""Our own PDF/UA check, one rule a function, which gives everything that is wrong.

The rules are those of ISO 14289-1 that a machine can judge, by their Matterhorn checkpoints.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf

from tests.natverkskollen.output.papers.pdf_reading import elements

Rule = Callable[[Pdf], list[str]]
STANDARD = re.compile(
    "Document|Part|Art|Sect|Div|BlockQuote|Caption|TOCI?|Index|P|H[1-6]?|L|LI|Lbl|LBody|"
    "Table|TR|TH|TD|THead|TBody|TFoot|Span|Quote|Note|Reference|Code|Link|Annot|Figure"
)
# Operators that leave something visible on the page.
PAINT = re.compile(r"T[jJ]|['\"SsfFBb]|[fBb]\*|Do|sh|BI|INLINE IMAGE")


def _kids(element: Dictionary) -> list[Dictionary]:
    kids = element.get("/K", Array())
    every = kids if isinstance(kids, Array) else [kids]
    return [kid for kid in every if isinstance(kid, Dictionary) and "/S" in kid]


def _tag(element: Dictionary) -> str:
    return str(element.S)[1:]


def _table_part(cell: Dictionary, key: str) -> pikepdf.Object | None:
    kinds = cell.get("/A", Array())
    every = kinds if isinstance(kinds, Array) else [kinds]
    return next((kind[key] for kind in every if key in kind), None)


def marked_as_tagged(pdf: Pdf) -> list[str]:
    """06, 07: the file says that it is tagged, and has a tree of tags."""
    said = "/MarkInfo" in pdf.Root and bool(pdf.Root.MarkInfo.get("/Marked", False))
    tree = "/StructTreeRoot" in pdf.Root and "/ParentTree" in pdf.Root.StructTreeRoot
    return [] if said and tree else ["not tagged"]


def identified(pdf: Pdf) -> list[str]:
    """05: the metadata says PDF/UA-1 and PDF/A-2a."""
    with pdf.open_metadata(set_pikepdf_as_editor=False) as data:
        found = [data.get(k) for k in ("pdfuaid:part", "pdfaid:part", "pdfaid:conformance")]
    return [] if found == ["1", "2", "A"] else [f"identified as {found}"]


def titled(pdf: Pdf) -> list[str]:
    """06, 07: the window shows the document's title, and there is one."""
    with pdf.open_metadata(set_pikepdf_as_editor=False) as data:
        title = data.get("dc:title")
    shown = bool(pdf.Root.get("/ViewerPreferences", Dictionary()).get("/DisplayDocTitle", False))
    return [] if title and shown else ["no title shown"]


def in_swedish(pdf: Pdf) -> list[str]:
    """11: the language of the document is Swedish."""
    return [] if str(pdf.Root.get("/Lang", "")) == "sv-SE" else ["not said to be Swedish"]


def standard_tags(pdf: Pdf) -> list[str]:
    """02: every tag is a standard one, or mapped to one."""
    map_ = pdf.Root.StructTreeRoot.get("/RoleMap", Dictionary())
    tags = sorted({tag for tag, _ in elements(pdf)})
    meant = {tag: str(map_.get(f"/{tag}", f"/{tag}"))[1:] for tag in tags}
    return [tag for tag, standard in meant.items() if not STANDARD.fullmatch(standard)]


def _painted(page: pikepdf.Page) -> Iterator[tuple[str, int | None, bool]]:
    """Every painting operator with the marked content and whether the artifact it is inside."""
    at: list[tuple[int | None, bool]] = []
    for operands, operator in pikepdf.parse_content_stream(page):
        name = str(operator)
        if name in ("BDC", "BMC"):
            properties = operands[1] if len(operands) > 1 else Dictionary()
            id_ = properties.get("/MCID") if isinstance(properties, Dictionary) else None
            at.append((None if id_ is None else int(id_), operands[0] == Name.Artifact))
        elif name == "EMC":
            at.pop()
        elif PAINT.fullmatch(name):
            ids = [id_ for id_, _ in at if id_ is not None]
            yield name, (ids[-1] if ids else None), any(artifact for _, artifact in at)


def content_tagged(pdf: Pdf) -> list[str]:
    """01: everything painted is either tagged or an artifact, never both and never neither."""
    wrong = []
    for number, page in enumerate(pdf.pages, 1):
        for name, id_, artifact in _painted(page):
            if (id_ is None) != artifact:
                wrong.append(f"page {number}: {name}")
    return wrong


def _pointed_at(pdf: Pdf) -> set[tuple[tuple[int, int], int]]:
    found = set()

    def walk(kids, page) -> None:
        for kid in kids if isinstance(kids, Array) else [kids]:
            if isinstance(kid, Dictionary):
                own = kid.get("/Pg", page)
                if "/MCID" in kid:
                    found.add((own.objgen, int(kid.MCID)))
                elif "/K" in kid:
                    walk(kid.K, own)
            else:
                found.add((page.objgen, int(kid)))

    walk(pdf.Root.StructTreeRoot.K, None)
    return found


def content_in_tree(pdf: Pdf) -> list[str]:
    """01: every marked content is in the tree, and the tree points at nothing that is not there."""
    marked = {
        (page.obj.objgen, id_)
        for page in pdf.pages
        for _, id_, artifact in _painted(page)
        if id_ is not None and not artifact
    }
    # A blank line or a soft hyphen is marked and paints nothing.
    empty = _pointed_at(pdf) - marked
    known = {(p.obj.objgen, id_) for p in pdf.pages for id_ in _ids(p)}
    return [f"{each} is not in the tree" for each in marked - _pointed_at(pdf)] + [
        f"{each} is not on the page" for each in empty - known
    ]


def _ids(page: pikepdf.Page) -> Iterator[int]:
    for operands, operator in pikepdf.parse_content_stream(page):
        marked = str(operator) == "BDC" and isinstance(operands[1], Dictionary)
        if marked and "/MCID" in operands[1]:
            yield int(operands[1].MCID)


def furniture_apart(pdf: Pdf) -> list[str]:
    """18: heads and feet of every page are artifacts of pagination."""
    wrong = []
    for number, page in enumerate(pdf.pages, 1):
        kinds = {
            str(operands[1].get("/Subtype", ""))
            for operands, operator in pikepdf.parse_content_stream(page)
            if str(operator) == "BDC"
            and operands[0] == Name.Artifact
            and isinstance(operands[1], Dictionary)
            and operands[1].get("/Type") == Name.Pagination
        }
        missing = {"/Header", "/Footer"} - kinds
        wrong += [f"page {number}: no {kind}" for kind in sorted(missing)]
    return wrong


def pictures_described(pdf: Pdf) -> list[str]:
    """13: every picture says in words what it shows."""
    figures = (element for tag, element in elements(pdf) if tag == "Figure")
    return ["a picture without words" for f in figures if not str(f.get("/Alt", "")).strip()]


def headings_in_order(pdf: Pdf) -> list[str]:
    """14: the headings begin at level 1, which there is one of, and never leap a level."""
    levels = [int(tag[1]) for tag, _ in elements(pdf) if re.fullmatch(r"H\d", tag)]
    leaps = [f"H{a} to H{b}" for a, b in zip(levels, levels[1:], strict=False) if b > a + 1]
    return leaps + ([] if levels[:1] == [1] and levels.count(1) == 1 else ["not one H1 first"])


def tables_headed(pdf: Pdf) -> list[str]:
    """15: equal rows, headers of columns and rows, and every figure pointing at both."""
    wrong = []
    ids = dict(pikepdf.NameTree(pdf.Root.StructTreeRoot.IDTree)) if _has_ids(pdf) else {}
    for tag, table in elements(pdf):
        if tag != "Table":
            continue
        parts = {_tag(kid): kid for kid in _kids(table)}
        head, body = (_rows(parts.get(name)) for name in ("THead", "TBody"))
        if len({len(row) for row in (*head, *body)}) != 1:
            wrong.append("rows of different length")
        for cell in (cell for row in head for cell in row):
            if _tag(cell) != "TH" or _table_part(cell, "/Scope") != Name.Column:
                wrong.append("a column without header")
        for first, *rest in body:
            if _tag(first) != "TH" or _table_part(first, "/Scope") != Name.Row:
                wrong.append("a row without header")
            for at, cell in enumerate(rest, 1):
                named = [str(each) for each in _table_part(cell, "/Headers") or ()]
                found = [ids[each].objgen for each in named if each in ids]
                if found != [head[0][at].objgen, first.objgen] or len(found) != len(named):
                    wrong.append(f"a cell whose headers are {named}")
    return wrong


def _has_ids(pdf: Pdf) -> bool:
    return "/IDTree" in pdf.Root.StructTreeRoot


def _rows(part: Dictionary | None) -> list[list[Dictionary]]:
    return [_kids(row) for row in _kids(part)] if part is not None else []


def lists_built(pdf: Pdf) -> list[str]:
    """16: a list holds items only, and every item holds a mark and its text."""
    wrong = []
    for tag, element in elements(pdf):
        within = [_tag(kid) for kid in _kids(element)]
        if tag == "L" and (not within or set(within) - {"LI", "L", "Caption"}):
            wrong.append(f"a list of {within}")
        if tag == "LI" and within != ["Lbl", "LBody"]:
            wrong.append(f"a list item of {within}")
    return wrong


def links_described(pdf: Pdf) -> list[str]:
    """28: every link says in words where it leads."""
    return [
        f"page {number}: a link without words"
        for number, page in enumerate(pdf.pages, 1)
        for each in page.obj.get("/Annots", Array())
        if not str(each.get("/Contents", "")).strip()
    ]


def tab_order(pdf: Pdf) -> list[str]:
    """28: the tab key follows the tags."""
    return [
        f"page {number}: no tab order"
        for number, page in enumerate(pdf.pages, 1)
        if page.obj.get("/Tabs") != Name.S
    ]


def typefaces_inside(pdf: Pdf) -> list[str]:
    """10, 31: every typeface is in the file, and its signs can be read out."""
    wrong = []
    for number, page in enumerate(pdf.pages, 1):
        for font in page.obj.Resources.get("/Font", Dictionary()).values():
            inner = font.get("/DescendantFonts", [font])[0]
            if not {"/FontFile2", "/FontFile3"} & inner.get("/FontDescriptor", Dictionary()).keys():
                wrong.append(f"page {number}: a typeface is not in the file")
            if "/ToUnicode" not in font:
                wrong.append(f"page {number}: a typeface that cannot be read out")
    return wrong


def bookmarked(pdf: Pdf) -> list[str]:
    """27: every heading of level 1 and 2 is a bookmark."""
    headings = [tag for tag, _ in elements(pdf) if tag in ("H1", "H2")]
    with pdf.open_outline() as outline:
        marks = [mark for first in outline.root for mark in (first, *first.children)]
    return [] if len(marks) == len(headings) else [f"{len(marks)} bookmarks, {len(headings)} heads"]


RULES: tuple[Rule, ...] = (
    marked_as_tagged,
    identified,
    titled,
    in_swedish,
    standard_tags,
    content_tagged,
    content_in_tree,
    furniture_apart,
    pictures_described,
    headings_in_order,
    tables_headed,
    lists_built,
    links_described,
    tab_order,
    typefaces_inside,
    bookmarked,
)
