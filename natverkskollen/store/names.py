"""Which names may become a folder or a file."""

from __future__ import annotations

from pydantic import TypeAdapter, ValidationError

from natverkskollen.files.fields import Slug
from natverkskollen.store.contract import Failed

_SLUG: TypeAdapter[str] = TypeAdapter(Slug)


def refused_name(name: object) -> Failed | None:
    """Why a name cannot be an evaluation's or an assessor's; None where it can."""
    try:
        _SLUG.validate_python(name, strict=True)
    except ValidationError as error:
        context = error.errors()[0].get("ctx", {})
        remedy = context.get("remedy", "Använd a–z, 0–9 och bindestreck")
        return Failed(context.get("what", "namnet går inte att använda"), remedy)
    return None
