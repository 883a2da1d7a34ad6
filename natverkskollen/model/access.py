"""Who may do what, as the municipality writes it in access.yaml, and what one person may of it.

Nothing is allowed that is not granted: a person whom no grant is for reads nothing. Where nobody
signs in there is no access.yaml, and whoever sits at the computer may do everything.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Final, Literal

from pydantic import Field

from natverkskollen.files.fields import Day, Filled, Model, Slug, Text, Version
from natverkskollen.files.problem import Mistake
from natverkskollen.model.principal import Principal
from natverkskollen.model.reading_link import ISSUER as BY_LINK

ACCESS_FILE: Final = "access.yaml"
Role = Literal["admin", "editor", "assessor", "reader", "network"]
# In the order in which they are told, each with what it is called.
ROLES: Final[dict[Role, str]] = {
    "admin": "administratör",
    "editor": "handläggare",
    "assessor": "bedömare",
    "reader": "läsare",
    "network": "kontaktperson för ett nätverk",
}
# Who runs a command: a person by e-mail or key, as the one who looks after the machine says.
MACHINE: Final = "kommandoraden"
_SAYS_AS: Final = {"assessor": "bedömarens id", "network": "nätverkets id"}


class Grant(Model):
    """One right, to one person or to a group; `evaluations` left out is all of them.

    `assessor` and `network` are as whom the right is held. It holds to the end of the day `until`.
    """

    role: Role
    issuer: Text | None = None
    subject: Text | None = None
    email: Text | None = None
    group: Text | None = None
    assessor: Slug | None = None
    network: Slug | None = None
    evaluations: Annotated[tuple[Slug, ...], Filled] | None = None
    until: Day | None = None
    note: Text | None = None

    def covers(self, evaluation: str) -> bool:
        """Whether the right is about an evaluation."""
        return self.evaluations is None or evaluation in self.evaluations

    def is_for(self, who: Principal) -> bool:
        """Whether a person is the one the right is given to, or one of the group."""
        if self.issuer is not None and self.issuer != who.issuer:
            return False
        if self.subject is not None:
            return self.issuer is not None and self.subject == who.subject
        if self.email is not None:
            return bool(who.email) and self.email.casefold() == who.email.casefold()
        return self.group is not None and self.group in who.groups


LinkNumber = Annotated[str, Field(pattern=r"^[0-9a-f]{8}$")]


class HistoryNames(Model):
    """What the history calls people, and how many days after their last save the name is kept."""

    show: Literal["name", "role"] = "name"
    forget_after_days: Annotated[int, Field(ge=1, le=36500)] | None = None


class Access(Model):
    """Everybody's rights, as they stand in access.yaml."""

    schema_version: Version = Field(alias="schema")
    history: HistoryNames = HistoryNames()
    revoked_links: tuple[LinkNumber, ...] = ()
    grants: Annotated[tuple[Grant, ...], Filled]

    def mistakes(self) -> Iterator[Mistake]:
        """Every way in which a right cannot be meant as it is written."""
        for position, grant in enumerate(self.grants):
            yield from _mistakes(grant, ("grants", position))
        admins = [g for g in self.grants if g.role == "admin" and g.evaluations is None]
        if not any(grant.until is None for grant in admins):
            what = "ingen är administratör för alla utvärderingar utan slutdag"
            remedy = "Lägg till en rad med role: admin, utan evaluations och until"
            yield Mistake(("grants",), what, remedy)


def _mistakes(grant: Grant, path: tuple[str | int, ...]) -> Iterator[Mistake]:
    told = [key for key in ("subject", "email", "group") if getattr(grant, key) is not None]
    if len(told) != 1:
        what = "säger inte vem rätten gäller" if not told else f"har flera av {', '.join(told)}"
        remedy = "Skriv issuer och subject, eller email, eller group: en av dem"
        yield Mistake(path, f"raden {what}", remedy)
    if grant.subject is not None and grant.issuer is None:
        what = "subject står utan issuer, och samma subject kan finnas hos flera utfärdare"
        yield Mistake((*path, "subject"), what, "Skriv också issuer: inloggningens adress")
    for key, what in _SAYS_AS.items():
        said = getattr(grant, key)
        if grant.role == key and said is None:
            remedy = f"Skriv {key}: {what}, som det står i filen"
            yield Mistake(path, f"rollen {key} säger inte som vem", remedy)
        if grant.role != key and said is not None:
            yield Mistake(
                (*path, key), f"{key} hör bara till rollen {key}", "Ta bort raden, eller byt roll"
            )


@dataclass(frozen=True)
class Rights:
    """What one person may do today. `everything` is the mode in which nobody signs in."""

    grants: tuple[Grant, ...] = ()
    everything: bool = False

    @property
    def any(self) -> bool:
        """Whether the person may do anything at all."""
        return self.everything or bool(self.grants)

    def roles(self, evaluation: str | None = None) -> tuple[Role, ...]:
        """The roles the person has, in one evaluation or in any, the widest first."""
        held = {g.role for g in self.grants if evaluation is None or g.covers(evaluation)}
        return tuple(role for role in ROLES if role in held)

    def reads(self, evaluation: str) -> bool:
        """Whether the evaluation is there at all for the person."""
        return self._has(("admin", "editor", "assessor", "reader"), evaluation)

    def edits(self, evaluation: str) -> bool:
        """Whether the person may change the case, and what all answer together."""
        return self._has(("admin", "editor"), evaluation)

    def administers(self, evaluation: str) -> bool:
        """Whether the person may open again, delete and bring back."""
        return self._has(("admin",), evaluation)

    def governs(self) -> bool:
        """Whether the person may say who may do what, and take a copy of everything."""
        return self.everything or any(
            g.role == "admin" and g.evaluations is None for g in self.grants
        )

    def assesses(self, evaluation: str) -> frozenset[str]:
        """The assessors that the person is, by their ids."""
        return frozenset(
            g.assessor
            for g in self.grants
            if g.role == "assessor" and g.assessor and g.covers(evaluation)
        )

    def answers(self, evaluation: str, assessor: str, joint: bool) -> bool:
        """Whether the person may answer as an assessor, or as all of them together (`joint`)."""
        if self.everything or assessor in self.assesses(evaluation):
            return True
        return joint and self.edits(evaluation)

    def replies(self) -> tuple[Grant, ...]:
        """The fact checks the person may answer: a network, in all or some evaluations."""
        return tuple(g for g in self.grants if g.role == "network")

    def reads_networks(self) -> bool:
        """Whether the networks and the criteria are there for the person."""
        return self.everything or any(g.role != "network" for g in self.grants)

    def reads_register(self) -> bool:
        """Whether the register is: it tells of every membership, whoever evaluates it."""
        return self.everything or any(
            g.role in ("admin", "editor")
            or (g.role in ("assessor", "reader") and g.evaluations is None)
            for g in self.grants
        )

    def edits_shared(self) -> bool:
        """Whether the person may change what every evaluation shares: networks and register."""
        return self.everything or any(
            g.role in ("admin", "editor") and g.evaluations is None for g in self.grants
        )

    def _has(self, roles: tuple[Role, ...], evaluation: str) -> bool:
        return self.everything or any(g.role in roles and g.covers(evaluation) for g in self.grants)


def rights_of(who: Principal, access: Access, today: date) -> Rights:
    """What a person may do today by access.yaml.

    Whoever runs a command is nobody's assessor: what is not handed in is read by its own page only.
    """
    if who.issuer == BY_LINK:
        return _by_link(who, access)
    held = (g for g in access.grants if g.is_for(who) and (g.until is None or today <= g.until))
    return Rights(tuple(g for g in held if g.role != "assessor" or who.issuer != MACHINE))


def _by_link(who: Principal, access: Access) -> Rights:
    """A link that is not called back is read by, for the evaluation that it was signed for."""
    if who.subject in access.revoked_links:
        return Rights()
    about = tuple(who.groups)
    return Rights((Grant(role="reader", issuer=BY_LINK, subject=who.subject, evaluations=about),))
