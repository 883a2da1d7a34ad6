"""How a municipality wants its memo: headings, order and styles, read from templates/<id>.yaml."""

from __future__ import annotations

import re
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from natverkskollen.decisions.naming import DateStyle
from natverkskollen.decisions.point import DecisionStyle
from natverkskollen.decisions.sentences import DecisionForm
from natverkskollen.dossier.file_reading import read_in
from natverkskollen.files.data_folder import PROGRAM_FOLDER
from natverkskollen.files.fields import Model, Slug, Text, Version, problem
from natverkskollen.files.problem import DataError, Mistake, Problem
from natverkskollen.swedish.words import lower_first

OWN_FOLDER = PROGRAM_FOLDER / "templates"

DEFAULT = "huddinge"
BODY = "{organ}"
# Every section there is, in Huddinge's order. An empty heading means none.
SECTIONS: dict[str, str] = {
    "forslag-till-beslut": "Förslag till beslut",
    "sammanfattning": "Sammanfattning",
    "beskrivning": "Beskrivning av ärendet",
    "synpunkter": "Förvaltningens synpunkter",
    "alternativ": "Alternativ",
    "ekonomi": "Ekonomiska konsekvenser",
    "ovriga": "Övriga konsekvenser",
    "juridik": "Juridiska konsekvenser",
    "barn": "Barnets bästa",
    "uppfoljning": "Uppföljning",
    "beslutsunderlag": "Beslutsunderlag",
    "skickas-till": "Beslutet skickas till",
    "underskrifter": "",
}
# The appendix was a section of the memo until 0.2.0; a mapping that names it is still good.
FORMERLY = ("bilaga",)
# Named in neither order nor omit these follow another section: the alternatives stand among the
# opinions, and the three consequences together.
FOLLOWS = ("alternativ", "ovriga", "juridik", "barn", "uppfoljning")


def _notation(value: Any) -> Any:
    text = str(value)
    if [text.count(mark) for mark in ("{sida}", "{sidor}")] != [1, 1] or text.index(
        "{sida}"
    ) > text.index("{sidor}"):
        raise problem(
            f"page_notation ska innehålla {{sida}} följt av {{sidor}}, men är '{text}'",
            'Skriv till exempel: page_notation: "{sida} ({sidor})"',
        )
    return value


class MemoTemplate(Model):
    """The mapping beside a Word template, as it stands in templates/<id>.yaml."""

    schema_version: Version = Field(alias="schema", default=1)
    id: Slug = "huddinge"
    title: Text = "Huddinge kommun"
    document_name: Text = "Tjänsteskrivelse"
    headings: dict[Slug, Text] = {}
    order: tuple[Slug, ...] = tuple(s for s in SECTIONS if s == "ovriga" or s not in FOLLOWS)
    omit: tuple[Slug, ...] = ()
    decision_style: DecisionStyle = "sentences"
    numbered_points: bool = True
    reasons_in_decision: bool = False
    date_style: Literal["long", "iso"] = "long"
    document_dates: Literal["long", "iso"] | None = None
    page_notation: Annotated[Text, BeforeValidator(_notation)] = "{sida} ({sidor})"
    summary_with_proposal: bool = True
    signatures: Annotated[int, Field(ge=0, le=2)] = 2
    footer: Text | None = None
    diarienummer_example: Text | None = None

    def mistakes(self) -> Iterator[Mistake]:
        """Every section that is unknown, named twice or silently left out."""
        known = ", ".join(SECTIONS)
        for key in ("headings", "order", "omit"):
            for position, id_ in enumerate(getattr(self, key)):
                path = (key, id_) if key == "headings" else (key, position)
                if id_ not in SECTIONS and id_ not in FORMERLY:
                    yield Mistake(path, f"avsnittet '{id_}' finns inte", f"Välj bland: {known}")
        for position, id_ in enumerate(self.order):
            if id_ in self.order[:position]:
                yield Mistake(
                    ("order", position), f"avsnittet '{id_}' står två gånger", "Ta bort det ena"
                )
        named = (*self.order, *self.omit)
        follows = FOLLOWS if "ovriga" in named else ("alternativ", "ovriga")
        for id_ in SECTIONS:
            if id_ not in named and id_ not in follows:
                yield Mistake(
                    ("order",),
                    f"avsnittet '{id_}' står varken i order eller i omit",
                    "Skriv det där det ska stå i order, eller i omit om det ska utelämnas",
                )

    @property
    def days(self) -> DateStyle:
        """How days are written; those of documents as the others where nothing else is said."""
        document = self.document_dates or self.date_style
        return DateStyle(self.date_style == "iso", document == "iso")

    @property
    def decision_form(self) -> DecisionForm:
        """How the decisions are written."""
        return DecisionForm(self.decision_style, self.days, self.reasons_in_decision)

    @property
    def kept(self) -> tuple[str, ...]:
        """The sections the memo has, in the template's order."""
        return tuple(id_ for id_ in self.order if id_ not in self.omit and id_ in SECTIONS)

    def heading(self, section: str, body: str = "") -> str:
        """What a section is called; `{organ}` in it is the body that decides."""
        heading = self.headings.get(section, SECTIONS[section])
        return heading.replace(BODY, lower_first(body)).strip()

    @property
    def headed_by_body(self) -> bool:
        """Whether every deciding body has a section of its own for its decisions."""
        return BODY in self.headings.get("forslag-till-beslut", "")

    def diarienummer_words(self, entered: str | None) -> str:
        """That a register number is not written like the example, in a sentence; else empty."""
        example = self.diarienummer_example
        if not example or not entered or re.fullmatch(_likeness(example), entered):
            return ""
        return f"Diarienumret {entered} är inte skrivet som kommunens exempel {example}."

    @property
    def notation_parts(self) -> tuple[str, str, str]:
        """What stands before, between and after the page number and the number of pages."""
        before, between, after = re.split(r"\{sida\}|\{sidor\}", self.page_notation)
        return before, between, after


def _likeness(example: str) -> str:
    """A pattern for what is built as the example is: letters, years, digits (as many where they
    begin with a nought), and signs as such."""
    parts = re.findall(r"\d+|[^\W\d_]+|.", example)
    kinds = (
        (r"\d{4}", r"[0-9]{4}"),
        (r"0\d+", r"[0-9]{%d}"),
        (r"\d+", r"[0-9]+"),
        (r"[^\W\d_]+", r"[^\W\d_]+"),
    )
    return "".join(
        next(
            (
                made.replace("%d", str(len(part)))
                for kind, made in kinds
                if re.fullmatch(kind, part)
            ),
            re.escape(part),
        )
        for part in parts
    )


def template_ids(folder: Path) -> dict[str, str]:
    """Every template there is by id with its title: the municipality's own first, then ours."""
    shipped = {path.stem for path in OWN_FOLDER.glob("*.yaml")}
    names = shipped | {path.stem for path in (folder / "templates").glob("*.yaml")}
    titles = {}
    for name in sorted(names, key=lambda name: (name in shipped, name != DEFAULT, name)):
        try:
            titles[name] = read_template(folder, name).title
        except DataError:  # whoever chooses it is told why
            titles[name] = f"{name} (går inte att använda)"
    return titles


def template_file(folder: Path, name: str) -> Path:
    """A file of templates/ in the data folder, or the program's own where it has none."""
    own = folder / "templates" / name
    return own if own.is_file() else OWN_FOLDER / name


def read_template(folder: Path, template: str | None = None) -> MemoTemplate:
    """The mapping with this id (None: the first); DataError tells why it cannot be used."""
    template = template or next(iter(template_ids(folder)))
    name = f"templates/{template}.yaml"
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", template):
        what = f"mallens namn '{template}' är inte ett giltigt id"
        raise DataError([Problem("templates/", 0, what, "Använd a–z, 0–9 och bindestreck")])
    path = template_file(folder, f"{template}.yaml")
    if not path.is_file():
        what = f"mallen '{template}' har ingen mappningsfil"
        remedy = f"Kopiera templates/huddinge.yaml till {name} och ändra id"
        raise DataError([Problem(name, 0, what, remedy)])
    reading = read_in(path.parents[1], name, MemoTemplate)
    found: MemoTemplate | None = reading.model
    if found is None:
        raise DataError(list(reading.problems))
    if found.id != template:
        raise DataError(
            [reading.problem(("id",), "id är inte detsamma som filnamnet", f"Skriv id: {template}")]
        )
    return found


SHIPPED: dict[str, str] = {
    "huddinge": "120c7013616a23ae8d9fe67d31a7aa220aed7ef5f01633a9f11cc26a6183b8d3",
    "kungsbacka-stil": "462b4efbd41aa82dc059485d425430036a25638ddc4388b7b2734fcb95802966",
    "att-satser": "2094abb981a675e8ad981fe1b25b449e7b70e86d3bf10f8fe834a7a65c65076f",
}


def is_shipped(template: bytes) -> bool:
    """Whether a template is, byte for byte, one that the program came with."""
    return sha256(template).hexdigest() in SHIPPED.values()
