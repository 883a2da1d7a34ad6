"""What a template may ask for, what it does ask for, and where it does so."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

from natverkskollen.output.papers.blocks import Paper
from natverkskollen.output.papers.plain import clean

# What each placeholder stands for, in the order a person is told of them.
PLACEHOLDERS: dict[str, str] = {
    "dokumentnamn": "vad dokumentet heter",
    "kommun": "kommunens namn",
    "forvaltning": "förvaltningens namn",
    "handlaggare": "handläggaren",
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
