"""The files of an evaluation in one state: each validated once, and written only as it reads back.

What a save leaves alone goes along from the sheaf before it, and what lies on disk already has
been read by the pages. So a save validates the file it changes, and no other.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from natverkskollen.dossier.file_reading import (
    ALONE_IN,
    COPIES,
    EVALUATION,
    read_content,
    remember,
    told_name,
)
from natverkskollen.dossier.references import dossier_problems
from natverkskollen.files.problem import Problem
from natverkskollen.files.reading import Reading
from natverkskollen.files.yaml_notes import first_note
from natverkskollen.files.yaml_patch import patched
from natverkskollen.files.yaml_text import yaml_text
from natverkskollen.files.yaml_tree import Refusal, read_tree
from natverkskollen.store.files import (
    CRITERIA,
    JudgedBy,
    copy_for,
    data_of,
    header,
    names,
    part,
    read_part,
    with_part,
)
from natverkskollen.store.plain_data import State, plain


@dataclass(frozen=True)
class Sheaf:
    """An evaluation in one state. `raws` are the files that lie there and say just that."""

    evaluation: str
    state: State
    raws: Mapping[str, bytes] = field(default_factory=dict)
    _readings: dict[str, Reading[Any]] = field(default_factory=dict)
    _texts: dict[str, bytes | None] = field(default_factory=dict)

    def reading(self, name: str) -> Reading[Any]:
        """One file as the model it is read as."""
        if name not in self._readings:
            raw = self.raws.get(name)
            told = told_name(self.evaluation, name)
            self._readings[name] = (
                read_part(self.state, name, self.evaluation)
                if raw is None
                else read_content(raw, told)
            )
        return self._readings[name]

    def changed(self, state: State) -> Sheaf:
        """The files in another state, with what the files themselves would make of it."""
        found = Sheaf(self.evaluation, state)
        for name in names(state):
            if part(state, name) == part(self.state, name):
                found._readings[name] = self.reading(name)
        said = state
        for name in names(state):
            if name not in found._readings and (now := data_of(found.reading(name))) is not None:
                said = with_part(said, name, now)
        return Sheaf(self.evaluation, said, {}, found._readings)

    @property
    def alone(self) -> bool:
        """Whether it is one file that points at nothing outside itself: no evaluation."""
        return not ALONE_IN.keys().isdisjoint(names(self.state))

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Why the files could not be read."""
        return tuple(p for name in names(self.state) for p in self.reading(name).problems)

    def wrong_references(self, judged_by: JudgedBy) -> tuple[Problem, ...]:
        """What the files say about things that do not exist."""
        if self.alone:
            return ()
        own = self.reading(EVALUATION)
        if own.model is None:
            return own.problems
        own_files = (EVALUATION, *COPIES)
        sheets = [self.reading(n) for n in names(self.state) if n not in own_files]
        bound = self.reading(CRITERIA) if "criteria" in self.state else None
        found = dossier_problems(own, sheets, *judged_by(own.model), bound)
        return tuple(Problem(p.file, 0, p.what, p.remedy) for p in found)

    def with_copy(self, judged_by: JudgedBy) -> Sheaf:
        """With a copy of the criteria it is judged by, where it has none and they are known."""
        model = None if self.alone else self.reading(EVALUATION).model
        if "criteria" in self.state or model is None:
            return self
        text = copy_for(model, judged_by)
        if text is None:
            return self
        copied = self.changed({**self.state, "criteria": text})
        return self if copied.reading(CRITERIA).model is None else copied

    def text(self, name: str, old: bytes | None) -> bytes | None:
        """The text of one file, under the comment at the top of the old one; raises Refusal.

        None is a file that the state says nothing in: a copy of the criteria that is taken back.
        The text is read back before anybody writes it: what the reader would refuse, or read as
        something else, never becomes a file.
        """
        if name not in self._texts:
            self._texts[name] = self._written(name, old)
        return self._texts[name]

    def _written(self, name: str, old: bytes | None) -> bytes | None:
        if name in COPIES:
            text = self.state.get(COPIES[name])
            return None if text is None else str(text).encode()
        reading = self.reading(name)
        assert reading.model is not None, "only a state that can be read back is written"
        written = yaml_text(reading.model)
        noted = first_note(old) if name in ALONE_IN and old else None
        if noted and old:
            written = self._beside_notes(name, noted, old, written)
        raw = (written if noted else header(old) + written).encode()
        try:
            tree = read_tree(raw)
        except Refusal as refusal:
            what = f"{name} skulle inte gå att läsa igen ({refusal.what})"
            raise Refusal(refusal.line, what, "Korta texten eller skriv om den") from None
        # A file with notes keeps what a person has written out though it is the default.
        said = read_content(raw, told_name(self.evaluation, name)).model if noted else tree.data
        if plain(said) != plain(reading.model):
            what = f"{name} skulle inte betyda detsamma när den läses igen"
            raise Refusal(1, what, "Skriv texten på ett annat sätt")
        remember(raw, Reading(reading.name, reading.model, tree))
        return raw

    def _beside_notes(self, name: str, line: int, old: bytes, written: str) -> str:
        """The file with what is new in it, and every note where it stood."""
        told = told_name(self.evaluation, name)
        before = read_content(old, told)
        after = self.reading(name)
        text = old.decode("utf-8-sig").replace("\r\n", "\n")
        made = patched(text, plain(before.model or {}), plain(after.model or {}), written)
        if made is None:
            what = f"filen {told} har en anteckning på rad {line}"
            remedy = "Ändra i filen, eller ta bort anteckningarna i den del du ändrar först"
            raise Refusal(line, what, remedy)
        return made
