"""The case in the municipality's register: who decides, what was asked for, and how far it is."""

from __future__ import annotations

from typing import Literal

from natverkskollen.files.fields import Day, DayOrYear, Model, Text
from natverkskollen.model.decision import ParagraphNumber
from natverkskollen.model.source import Source


class Assignment(Model):
    """The assignment that the case answers; `ended` says that the body no longer exists."""

    body: Text
    date: DayOrYear
    paragraph: ParagraphNumber | None = None
    text: Text
    ended: bool = False
    source: Source | None = None


class Children(Model):
    """Whether the case touches children: asked of a person, never assumed."""

    affected: Literal["ja", "indirekt", "nej"]
    reason: Text


StateWord = Literal["återremitterad", "bordlagd"]


class CaseState(Model):
    """What a body did with the case instead of deciding it, on which day and in which paragraph.

    `reason` is what follows on `för att`.
    """

    state: StateWord
    date: Day
    paragraph: ParagraphNumber | None = None
    body: Text | None = None
    reason: Text | None = None


class Case(Model):
    """The case in the municipality's register, and what its memo needs beside the scores."""

    diarienummer: Text | None = None
    date: Day
    body: Text
    department: Text | None = None
    officer: Text | None = None
    officer_phone: Text | None = None
    officer_email: Text | None = None
    title: Text | None = None
    assignment: Assignment | None = None
    states: tuple[CaseState, ...] = ()
    background: Text | None = None
    method: Text | None = None
    conclusion: Text | None = None
    legal: Text | None = None
    follow_up: Text | None = None
    children: Children | None = None
    sent_to: tuple[Text, ...] = ()
    signatures: tuple[Text, ...] = ()
