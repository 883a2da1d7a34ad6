"""The YAML of a data folder as plain data with exact numbers."""

from fractions import Fraction
from pathlib import Path
from typing import Any

import yaml

Data = dict[str, Any]


class _Exact(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """Reads 0.30 as three tenths, and not as the nearest binary number."""


_Exact.add_constructor(
    "tag:yaml.org,2002:float", lambda loader, node: Fraction(loader.construct_scalar(node))
)


def read(path: Path) -> Any:
    """What a file says; None where there is none."""
    return yaml.load(path.read_bytes(), _Exact) if path.exists() else None


class Folder:
    """One evaluation of a data folder, with the criteria and networks it is counted on."""

    def __init__(self, data: Path, evaluation: str):
        own = data / "evaluations" / evaluation
        self.case = read(own / "evaluation.yaml")
        self.year = int(self.case.get("fee_year") or str(self.case["case"]["date"])[:4])
        copy = read(own / "criteria.yaml")
        self.criteria = copy or read(data / "criteria" / f"{self.case['criteria']}.yaml")
        self.scale, self.answers = self.criteria["scale"], {}
        self.doubt = {
            g: Fraction(p) / 100 for g, p in self.criteria.get("number_grades", {}).items()
        }
        # A copy is whole: what it does not name did not exist when it was written.
        early = copy is not None and "min_applicable" not in copy["verdict"]
        self.rules = {"min_coverage": 75, "min_applicable": 0 if early else 60}
        self.rules |= {"missing_may_decide": early, "minimum": {}} | self.criteria["verdict"]
        self.proof = self.criteria.get("documented_needs_evidence", copy is None)
        sealed = {n["id"]: n for n in (read(own / "networks.yaml") or {}).get("networks", ())}
        ids = [each["network"] for each in self.case["memberships"]]
        self.networks = {i: sealed.get(i) or read(data / f"networks/{i}.yaml") for i in ids}
        people = self.case["assessors"]
        self.joint = {each["id"] for each in people if each.get("joint")}
        alone = [each for each in people if each["id"] not in self.joint]
        late = [each["id"] for each in alone if not each.get("submitted")]
        blind = self.case.get("blind") or len(late) < len(alone)
        waits = blind and len(alone) > 1 and self.case.get("status") != "final"
        self.waiting = late if waits else []
        for who in (p["id"] for p in people if not self.waiting or p["id"] in self.joint):
            self.answers[who] = (read(own / f"answers/{who}.yaml") or {}).get("answers") or {}

    def given(self, network: str, criterion: Data) -> list[Data]:
        """The answers that count about one network on one criterion: a joint one speaks for all."""
        found, ids = {}, (criterion["id"], *criterion.get("earlier_ids", ()))
        for who, answers in self.answers.items():
            own = answers.get(network) or {}
            answer = next((own[i] for i in ids if i in own), None) or {}
            if answer.get("score") is not None or answer.get("not_applicable"):
                found[who] = answer
        return [a for who, a in found.items() if who in self.joint] or list(found.values())
