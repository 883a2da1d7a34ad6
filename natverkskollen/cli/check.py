"""Which files the command `check` looks at, and every problem in them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from natverkskollen.analysis.findings import SEVERITY_WORDS, find_all, still_open
from natverkskollen.dossier.access_reading import access_problems
from natverkskollen.dossier.library import Library
from natverkskollen.editing.listed_documents import unlisted
from natverkskollen.files.data_folder import DOCUMENTS, MEMBERSHIPS, names_in
from natverkskollen.files.problem import Problem
from natverkskollen.model.principal import Principal
from natverkskollen.store import clock, memberships_at, networks_at, read_library, store_at
from natverkskollen.store.contract import JOURNAL
from natverkskollen.swedish.words import counted

_PUBLISHED = 3  # the year before is out by March
_ROOMS = ("criteria", "networks", MEMBERSHIPS, "evaluations")
_EMPTY = Problem(
    "datamappen",
    0,
    "här finns varken criteria, networks eller evaluations",
    "Ange mappen som innehåller dem, eller lägg in programmets egna: python -m natverkskollen init",
)


def check_paths(folder: Path, paths: Sequence[Path], by: Principal) -> list[Problem]:
    """Every problem in a data folder, or in the files and folders named.

    A named file is judged together with the data folder it lies in, since files point at each
    other; that folder is found from the room (criteria/, networks/, …) above the file.
    """
    if not paths:
        library = read_library(folder, by)
        rest = [*_histories(folder, library, by), *_templates(folder)]
        rest += access_problems(folder, library.evaluations)
        return [_EMPTY] if library.empty else [*library.problems, *rest]
    found: list[Problem] = []
    for path in paths:
        whole = path.resolve()
        if not whole.exists():
            found.append(Problem(str(path), 0, "finns inte", "Kontrollera sökvägen"))
        elif any((whole / room).is_dir() for room in _ROOMS):
            found += read_library(whole, by).problems
        else:
            found += _in_room(path, whole, by)
    return sorted(set(found))


def _histories(folder: Path, library: Library, by: Principal) -> Iterator[Problem]:
    """Every history that does not hold; files changed by hand are no fault in it."""
    store = store_at(folder, by)
    for id_ in library.ids:
        yield from (p for p in store.verify(id_) if p.file.endswith(f"/{JOURNAL}"))
    for room in (networks_at(folder, by), memberships_at(folder, by)):
        for id_ in room.ids():
            yield from (p for p in room.verify(id_) if p.file.endswith(f"/{JOURNAL}"))


def _templates(folder: Path) -> Iterator[Problem]:
    """Every problem in the data folder's own templates."""
    from natverkskollen.output.papers.template_check import check_template

    room = folder / "templates"
    for stem in sorted({Path(n).stem for n in names_in(room) if n.endswith((".yaml", ".docx"))}):
        for problem in check_template(room / f"{stem}.yaml"):
            yield Problem(f"templates/{problem.file}", problem.line, problem.what, problem.remedy)


def open_findings(library: Library) -> Iterator[str]:
    """How many findings nobody has explained, per evaluation that has any."""
    for id_, dossier in library.dossiers.items():
        found = still_open(find_all(dossier))
        if found:
            kinds = Counter(SEVERITY_WORDS[each.severity].lower() for each in found)
            each = ", ".join(f"{words} {many}" for words, many in kinds.items())
            points = counted(len(found), "en punkt", "punkter")
            yield (
                f"evaluations/{id_}/evaluation.yaml: {points} att kontrollera saknar förklaring "
                f"({each}). De står på sidan Nätverken."
            )


def late_populations(library: Library) -> Iterator[str]:
    """That a population is missing which Statistics Sweden publishes in February."""
    days = library.reference.days
    if not days or clock.now().date() < date(days[-1].year + 2, _PUBLISHED, 1):
        return
    yield (
        f"reference/folkmangd.csv: folkmängden den 31 december {days[-1].year + 1} saknas. "
        "reference/README.md säger hur den läggs till."
    )


def loose_documents(library: Library) -> Iterator[str]:
    """That a file in documents/ is one that no network and no evaluation points at."""
    for name in unlisted(library):
        yield (
            f"{DOCUMENTS}/{name}: inget nätverk har dokumentet. På sidan Nätverken går det att "
            "välja under Dokument."
        )


def _in_room(path: Path, whole: Path, by: Principal) -> list[Problem]:
    for room in (whole, *whole.parents):
        if room.name in _ROOMS:
            name = whole.relative_to(room.parent).as_posix()
            problems = read_library(room.parent, by).problems
            return [p for p in problems if p.file == name or p.file.startswith(f"{name}/")]
    what = "ligger inte i criteria/, networks/, memberships/ eller evaluations/"
    return [Problem(str(path), 0, what, "Flytta filen dit, eller ange en datamapp")]
