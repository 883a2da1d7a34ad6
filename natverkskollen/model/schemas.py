"""JSON Schemas beside the YAML files, so that an editor completes and checks as one types."""

from __future__ import annotations

import json
from pathlib import Path

from natverkskollen.files.fields import Model
from natverkskollen.model.access import Access
from natverkskollen.model.accessibility import AccessibilityContact
from natverkskollen.model.answer import AnswerSheet
from natverkskollen.model.criteria import CriteriaSet
from natverkskollen.model.evaluation import Evaluation
from natverkskollen.model.network import Network
from natverkskollen.model.own_municipality import OwnMunicipality
from natverkskollen.model.register import RegisteredMembership

SCHEMAS: dict[str, type[Model]] = {
    "criteria/schema.json": CriteriaSet,
    "networks/schema.json": Network,
    "memberships/schema.json": RegisteredMembership,
    "evaluations/schema.json": Evaluation,
    "evaluations/answers.schema.json": AnswerSheet,
    "municipality.schema.json": OwnMunicipality,
    "access.schema.json": Access,
    "templates/tillganglighet/schema.json": AccessibilityContact,
}


def schema_text(model: type[Model]) -> str:
    """The JSON Schema of one kind of file."""
    schema = model.model_json_schema(by_alias=True)
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def write_schemas(folder: Path) -> list[Path]:
    """Write every schema into a data folder; the paths written."""
    written = []
    for name, model in SCHEMAS.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(schema_text(model), encoding="utf-8")
        written.append(path)
    return written
