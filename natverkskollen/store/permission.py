"""Whether a person may make some changes in an evaluation, asked while nobody else can write it.

What is not written here as allowed is refused. Each change is looked at by where it leads, and all
of them together by what they would bring to light: nobody else's hand-in can be made for them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pydantic import ValidationError

from natverkskollen.model.access import Rights
from natverkskollen.store.contract import Change, Entry, Failed, KeyPath
from natverkskollen.store.journal import applied
from natverkskollen.store.plain_data import State, differences, plain, value_at
from natverkskollen.store.sight import assessors_in, hidden_in

ASK = "Be en administratör om rätten, eller om att göra det"
NOT_YOURS = Failed("du har inte rätt att ändra det här", ASK)
NOT_ADMIN = Failed("det här får bara en administratör göra", ASK)
NO_REASON = Failed("ett skäl saknas", "Skriv varför; skälet står sedan i historiken")
_ANOTHERS = Failed("svaren är en annan bedömares", "Svara som den bedömare du själv är")
_HANDED_IN = Failed("svaren är inlämnade", "Öppna dem igen på sidan Bedömning först")
_HAND_IN = Failed("bara bedömaren själv kan lämna in svaren eller öppna dem igen", ASK)
_ALONE = Failed(
    "den som ensam har bedömt kan inte färdigställa", "Be en annan handläggare att färdigställa"
)
_WAIT = "Vänta tills alla har lämnat in"
_LIFE: tuple[KeyPath, ...] = (("evaluation", "status"), ("evaluation", "final"), ("networks",))
_PASSAGE: tuple[KeyPath, ...] = (
    ("criteria",),
    ("evaluation", "criteria"),
    ("evaluation", "criteria_revision"),
    ("evaluation", "criteria_changes"),
)
ASSESSORS: KeyPath = ("evaluation", "assessors")
_BLIND: KeyPath = ("evaluation", "blind")
_WHOLE: KeyPath = ("evaluation",)  # as a new evaluation comes
_UNREADABLE = Failed("bedömarna går inte att läsa", "Ladda om sidan")


@dataclass(frozen=True)
class Asked:
    """Who asks for what in which evaluation; `reason` is what the history is to say beside it.

    `history` and `pseudonym` tell who has written the answers.
    """

    rights: Rights
    evaluation: str
    reason: str
    pseudonym: str
    history: tuple[Entry, ...] = ()

    def refusal(self, now: State, changes: Sequence[Change]) -> Failed | None:
        """Why some changes of what is there `now` are not the person's to make."""
        fields = tuple(_fields(now, changes))
        after = applied(now, fields)
        try:
            for field in fields:
                if refused := self._field(now, after, field):
                    return refused
            return self._brings_to_light(now, after)
        except (ValidationError, TypeError):
            return _UNREADABLE

    def _field(self, now: State, after: State, field: Change) -> Failed | None:
        path, edits = field.path, self.rights.edits(self.evaluation)
        if path[0] == "answers":
            return self._answer(now, after, path)
        if path == ASSESSORS:
            return self._assessors(now, after)
        if not edits or path[0] not in ("evaluation", "criteria", "networks"):
            return NOT_YOURS
        if path in _LIFE:
            return self._life(now, after)
        if path == _BLIND and hidden_in(now) and not value_at(after, path):
            return Failed("det blinda kan inte tas bort medan svar är dolda", _WAIT)
        if path in _PASSAGE and now and (hidden_in(now) - self._own):
            return Failed("kriterierna kan inte bytas medan svar är dolda", _WAIT)
        return None

    @property
    def _own(self) -> frozenset[str]:
        return self.rights.assesses(self.evaluation)

    def _answer(self, now: State, after: State, path: KeyPath) -> Failed | None:
        if len(path) < 2:
            return NOT_YOURS
        who = path[1]
        people = {each.id: each for each in assessors_in(now or after)}
        joint = who in people and people[who].joint
        if not self.rights.answers(self.evaluation, who, joint):
            hidden = who in hidden_in(now)
            return None if self.rights.administers(self.evaluation) and not hidden else _ANOTHERS
        alone = [each for each in people.values() if each.alone]
        handed_in = who in people and people[who].submitted and len(alone) > 1
        return _HANDED_IN if handed_in and not joint else None

    def _assessors(self, now: State, after: State) -> Failed | None:
        before = {each.id: each for each in assessors_in(now)}
        then = {each.id: each for each in assessors_in(after)}
        for id_ in {*before, *then} - self._own:
            was, is_ = before.get(id_), then.get(id_)
            if (was.submitted if was else None) != (is_.submitted if is_ else None) and is_:
                return _HAND_IN
        own_alone = all(
            id_ in then and before[id_].model_copy(update=_days(then[id_])) == then[id_]
            for id_ in before
            if id_ in self._own
        )
        others = {i: a for i, a in before.items() if i not in self._own} == {
            i: a for i, a in then.items() if i not in self._own
        }
        if not (own_alone and others) and not self.rights.edits(self.evaluation):
            return NOT_YOURS
        for id_, was in before.items():
            joined = id_ in then and then[id_].joint != was.joint
            if joined and value_at(now, ("answers", id_)) and not self._admin:
                return NOT_ADMIN
        return None

    @property
    def _admin(self) -> bool:
        return self.rights.administers(self.evaluation)

    def _life(self, now: State, after: State) -> Failed | None:
        if value_at(now, ("evaluation", "status")) == "final":
            if not self._admin:
                return NOT_ADMIN
            return None if self.reason else NO_REASON
        if value_at(after, ("evaluation", "status")) != "final":
            return None
        return _ALONE if self._alone(now) else None

    def _alone(self, now: State) -> bool:
        """Whether nobody but this person has answered."""
        alone = {each.id for each in assessors_in(now) if each.alone}
        authors = {
            entry.actor.partition(",")[0]
            for entry in self.history
            if any(change.path[0] == "answers" for change in entry.changes)
        }
        return (bool(alone) and alone <= self._own) or authors == {self.pseudonym}

    def _brings_to_light(self, now: State, after: State) -> Failed | None:
        """Whether answers that nobody has handed in would be seen by others than who gave them."""
        before = {each.id: each for each in assessors_in(now)}
        for id_ in sorted(hidden_in(now) - hidden_in(after) - self._own):
            if not before[id_].submitted and value_at(now, ("answers", id_)):
                what = f"{before[id_].role} har inte lämnat in sina svar"
                return Failed(f"{what}, och de skulle bli synliga", _WAIT)
        return None


def _days(assessor: object) -> dict[str, object]:
    return {key: getattr(assessor, key) for key in ("submitted", "date")}


def _fields(now: State, changes: Sequence[Change]) -> Iterator[Change]:
    """The changes one field at a time, each from what is there now."""
    for change in changes:
        path, new = change.path, plain(change.new)
        if not (isinstance(path, tuple) and path and all(isinstance(step, str) for step in path)):
            yield Change(("?",), None, None)
        elif path == _WHOLE and isinstance(new, dict):
            yield from differences({_WHOLE[0]: value_at(now, path) or {}}, {_WHOLE[0]: new})
        else:  # one that changes nothing too: whether it does is not told to whoever may not know
            yield Change(path, value_at(now, path), new)
