"""What a template may ask for, what it does ask for, and where it does so."""

from __future__ import annotations

import re
import unicodedata
import zipfile
from collections.abc import Iterator
from difflib import get_close_matches
from io import BytesIO

from natverkskollen.output.papers.blocks import Paper
from natverkskollen.output.papers.plain import clean

# What each placeholder stands for, in the order a person is told of them.
PLACEHOLDERS: dict[str, str] = {
    "dokumentnamn": "vad dokumentet heter",
    "kommun": "kommunens namn",
    "forvaltning": "förvaltningens namn",
    "handlaggare": "handläggarens namn",
    "handlaggare_telefon": "handläggarens telefonnummer",
    "handlaggare_epost": "handläggarens e-postadress",
    "datum": "ärendets datum",
    "diarienummer": "diarienumret",
    "mottagare": "den nämnd som ska besluta",
    "rubrik": "ärendets rubrik",
    "utkast": "stämpeln på ett utkast",
    "sidfot": "texten i sidfoten",
    "sida_fore": "det som står före sidnumret",
    "sida_mellan": "det som står mellan sidnumret och antalet sidor",
    "sida_efter": "det som står efter antalet sidor",
    "innehall": "alla avsnitt",
}
NEEDED = ("innehall",)  # title and stamp go before the sections where a template lacks them
_FILLED_PARTS = re.compile(r"word/(document|header\d*|footer\d*|footnotes)\.xml|docProps/core\.xml")
_TAG = re.compile(r"<[^>]+>")
_CODE = re.compile(r"\{[{%](.*?)[}%]\}", re.DOTALL)
_PLACES = {
    "word/endnotes.xml": "en slutkommentar i mallen",
    "word/styles.xml": "en formatmall i mallen",
    "word/settings.xml": "mallens inställningar",
}
_ASKED = re.compile(r"\{\{-?\s*([^\W\d]\w*)|\{%\w*-?\s*(?:if|elif)\s+(?:not\s+)?([^\W\d]\w*)")
_WORDS = {"not", "true", "false", "none", "True", "False", "None"}
_NAME = re.compile(r"\{\{-?\s*([^\W\d]\w*)")


def placeholders(paper: Paper, content: str = "") -> dict[str, str]:
    """Every placeholder with its text, empty where none was given; `content` marks the sections."""
    head = paper.head
    before, between, after = paper.page_notation
    texts = {
        "dokumentnamn": head.document_name,
        "kommun": head.municipality,
        "forvaltning": head.department,
        "handlaggare": head.officer,
        "handlaggare_telefon": head.phone,
        "handlaggare_epost": head.email,
        "datum": head.date,
        "diarienummer": head.diarienummer,
        "mottagare": head.addressee,
        "rubrik": head.title,
        "utkast": head.stamp,
        "sidfot": head.footer,
        "sida_fore": before,
        "sida_mellan": between,
        "sida_efter": after,
        "innehall": content,
    }
    return {key: clean(texts[key]) for key in PLACEHOLDERS}


def asked_for(template: bytes) -> set[str]:
    """The names a Word template shows as `{{ name }}` in body, heads, feet and footnotes."""
    shown = template_texts(template)
    shown.pop("docProps/core.xml", None)
    return {name for text in shown.values() for name in _NAME.findall(text)}


def misplaced(template: bytes) -> Iterator[tuple[str, str]]:
    """Placeholders there are not, or that stand where none is filled in, or that are missing.

    Each as what is wrong and what to do about it.
    """
    asked = {
        name
        for text in template_texts(template).values()
        for pair in _ASKED.findall(text)
        for name in pair
        if name
    }
    for name in sorted(asked - PLACEHOLDERS.keys() - _WORDS):
        close = get_close_matches(_folded(name), PLACEHOLDERS, 1)
        meant = f"Menade du {{{{ {close[0]} }}}}?" if close else "Ta bort den"
        known = f"De som finns är {', '.join(PLACEHOLDERS)}"
        yield f"platshållaren '{name[:40]}' finns inte", f"{meant} {known}"
    for name in NEEDED:
        if name not in asked:
            yield (
                f"platshållaren {{{{ {name} }}}} saknas ({PLACEHOLDERS[name]})",
                f"Skriv {{{{ {name} }}}} där texten ska stå, ensam i ett eget stycke",
            )
    for part, text in template_texts(template, filled=False).items():
        if has_code(text):
            where = _PLACES.get(part, f"delen '{part}'")
            yield (
                f"{where} har en platshållare, men där fylls ingenting i",
                "Flytta den till brödtexten, sidhuvudet, sidfoten eller en fotnot",
            )


def _folded(name: str) -> str:
    """A name with å, ä and ö as placeholders have them: without."""
    return unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()


def template_texts(template: bytes, filled: bool = True) -> dict[str, str]:
    """The text of every part of a package that is filled in, or of every other XML part."""
    with zipfile.ZipFile(BytesIO(template)) as package:
        return {
            name: _TAG.sub("", package.read(name).decode("utf-8", "replace"))
            for name in package.namelist()
            if name.endswith(".xml") and bool(_FILLED_PARTS.fullmatch(name)) == filled
        }


def has_code(text: str) -> bool:
    """Whether a text has something in it that Jinja would run."""
    return bool(_CODE.search(text))
