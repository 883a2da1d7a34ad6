"""What an evaluation rests on as it was, kept beside its answers.

The criteria are copied by the store with the first save and replaced only when somebody lets the
evaluation go over to a later version, so that it opens years later with what it was scored by. The
networks are copied when it is made final: a fee changed afterwards does not change a final paper.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from natverkskollen.dossier.dossier import Dossier
from natverkskollen.dossier.file_reading import BOUND, COPIES, NETWORKS, read_content
from natverkskollen.files.reading import Reading
from natverkskollen.files.yaml_text import yaml_text
from natverkskollen.model.criteria import CriteriaSet
from natverkskollen.model.network import Network, NetworkCopies
from natverkskollen.swedish.words import counted

_CRITERIA = (
    "# Kriterierna som utvärderingen är bedömd med. Programmet skriver filen; ändra den inte här.\n"
    "# Kriterierna ändras i mappen criteria/, och utvärderingen byter version på sidan Klar.\n"
)
_NETWORKS = (
    "# Nätverken som de var när utvärderingen färdigställdes. Programmet skriver filen; ändra den\n"
    "# inte här. Öppna utvärderingen igen på sidan Klar om en uppgift ska rättas.\n"
)


def bound_text(criteria: CriteriaSet) -> str:
    """What stands in the copy of a criteria set."""
    return _CRITERIA + yaml_text(criteria, whole=True)


def networks_text(networks: Mapping[str, Network]) -> str:
    """What stands in the copy of some networks."""
    copies = NetworkCopies(schema=1, networks=tuple(networks.values()))
    return _NETWORKS + yaml_text(copies, whole=True)


def copy_words(path: tuple[str, ...], text: Any) -> str | None:
    """A copy in a table of changes: what it is, and not its thousands of characters.

    Empty where there is no text; None where the path does not lead to a copy.
    """
    if len(path) != 1 or path[0] not in COPIES.values():
        return None
    if not text:
        return ""
    name = next(name for name, key in COPIES.items() if key == path[0])
    copy = read_content(str(text).encode(), f"evaluations/kopia/{name}").model
    if isinstance(copy, CriteriaSet):
        return f"Version {copy.revision}"
    if isinstance(copy, NetworkCopies):
        return f"Kopia av {counted(len(copy.networks), 'ett nätverk', 'nätverk')}"
    return "En fil som inte går att läsa"


def read_bound(text: str, name: str = f"evaluations/kopia/{BOUND}") -> Reading[CriteriaSet]:
    """The criteria set in a copy's text; `name` is what it is called in problems."""
    return read_content(text.encode(), name)


def seal_notes(dossier: Dossier) -> tuple[str, ...]:
    """What is to be known about what a final evaluation rests on; nothing about a draft."""
    if dossier.evaluation.status != "final":
        return ()
    if dossier.networks_since is None:
        return (
            f"Färdigställd utan kopia av nätverken ({NETWORKS}), som i version 0.1.0: ändras en "
            "avgift i networks/ ändras också siffrorna här. Öppna den igen och färdigställ den på "
            "nytt.",
        )
    return tuple(
        f"networks/{id_}.yaml har ändrats sedan utvärderingen färdigställdes. Den räknas med sin "
        "kopia, så siffrorna är desamma."
        for id_ in dossier.networks_since
    )
