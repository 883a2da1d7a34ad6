"""What the person at the screen may do: the one place where a page asks it.

What is not shown here is refused by the store all the same; a page only spares people the attempt.
"""

from __future__ import annotations

from components.shell import run
from components.shell.addresses import FOOT, MENU, PAGES, START
from components.shell.person import principal
from natverkskollen.model.access import ROLES, Rights
from natverkskollen.model.assessor import Assessor
from natverkskollen.model.evaluation import Evaluation
from natverkskollen.store.door import rights_at
from natverkskollen.swedish.words import listed

_ALL = frozenset(file for file, _, _ in PAGES)
_ANYBODYS = frozenset({"glossary", "accessibility"})
_READ = frozenset({START[0], "overview", "networks", "outcome", "papers", "criteria", "history"})
_ASSESSED = frozenset({"scoring", "agreeing"})
_EDITED = _ASSESSED | {"closing"}


def rights() -> Rights:
    """The person's rights in the data folder, as they are in this run."""
    return run.once("rattigheter", lambda: rights_at(run.folder(), principal()))


def pages() -> frozenset[str]:
    """The files of the pages on which the person has something to read or to do."""
    held = rights()
    if held.everything:
        return _ALL
    roles = held.roles()
    found = set(_ANYBODYS if held.any else ())
    found |= _READ if held.reads_networks() else set()
    found |= {"networks"} if held.replies() else set()
    found |= {"memberships"} if held.reads_register() else set()
    found |= _ASSESSED if "assessor" in roles else set()
    found |= _EDITED if {"admin", "editor"} & {*roles} else set()
    return frozenset(found | ({"new_evaluation"} if may_create() else set()))


def home() -> tuple[str, str] | None:
    """The file and name of the page that somebody who may not read this one is led to, if any."""
    allowed = pages()
    ways = [(START[0], "startsidan"), *((file, name) for file, name, _ in (*MENU, *FOOT))]
    return next(((file, page_title(file, name)) for file, name in ways if file in allowed), None)


def answers_alone() -> bool:
    """Whether the person is a network and nothing else."""
    held = rights()
    return bool(held.replies()) and not held.reads_networks()


def may_edit(evaluation: str) -> bool:
    """Whether the person may change the case, and what all answer together."""
    return rights().edits(evaluation)


def may_administer(evaluation: str) -> bool:
    """Whether the person may open again and delete."""
    return rights().administers(evaluation)


def needs_reason() -> bool:
    """Whether a step that undoes something needs a reason, since it is told who took it."""
    return not rights().everything


def may_create() -> bool:
    """Whether the person may start an evaluation of any name."""
    return rights().edits_shared()


def may_share() -> bool:
    """Whether the person may change what every evaluation shares: networks and register."""
    return rights().edits_shared()


def may_answer(evaluation: Evaluation, assessor: str) -> bool:
    """Whether the person may answer as this assessor."""
    joint = any(each.id == assessor and each.joint for each in evaluation.assessors)
    return rights().answers(evaluation.id, assessor, joint)


def hidden(evaluation: Evaluation) -> frozenset[str]:
    """Whose answers the person cannot see, until all have handed in; nobody's without a login."""
    held = rights()
    return frozenset() if held.everything else evaluation.hidden - held.assesses(evaluation.id)


def own_role_words() -> str:
    """What keeps people to their own role as assessors, in a sentence."""
    if rights().everything:
        return "Programmet har ingen inloggning: välj bara din egen roll som bedömare."
    return "Ingen annan kan se dina svar innan dess."


def to_choose(evaluation: Evaluation) -> tuple[Assessor, ...]:
    """The assessors whose answers the person can see, first those the person is."""
    unseen, own = hidden(evaluation), rights().assesses(evaluation.id)
    seen = [each for each in evaluation.assessors if each.id not in unseen]
    return tuple(sorted(seen, key=lambda each: each.id not in own))


def told(evaluation: Evaluation | None) -> str:
    """Who is signed in, and as what, in one sentence; empty where nobody signs in."""
    held = rights()
    if held.everything:
        return ""
    own = held.assesses(evaluation.id) if evaluation else frozenset()
    as_whom = [each.role for each in evaluation.assessors if each.id in own] if evaluation else []
    words = [
        f"{ROLES[role]} ({listed(as_whom)})" if role == "assessor" and as_whom else ROLES[role]
        for role in held.roles(evaluation.id if evaluation else None)
    ]
    where = f" i {evaluation.title}" if evaluation and words else ""
    return f"Inloggad som {', '.join(filter(None, (principal().name, listed(words))))}{where}."


def page_title(file: str, written: str) -> str:
    """What a page is called to the person: to a network, Nätverken is its own fact check."""
    return "Faktagranskning" if file == "networks" and answers_alone() else written
