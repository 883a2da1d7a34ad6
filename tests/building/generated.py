"""Whole data folders drawn at random from a seed: every kind of criterion, fee, answer and rule.

Written as YAML by another writer than the program's own, so that both readers start from a file.
"""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from random import Random
from typing import Any

import yaml

ID = "e"
_SOURCE = {"document": "d", "place": "s. 1", "quote": "ur dokumentet"}


class _Dumper(yaml.SafeDumper):
    def ignore_aliases(self, data: Any) -> bool:
        return True


def _decimal(dumper: yaml.SafeDumper, value: Decimal) -> yaml.ScalarNode:
    kind = "int" if value == value.to_integral_value() else "float"
    return dumper.represent_scalar(f"tag:yaml.org,2002:{kind}", f"{value.normalize():f}")


_Dumper.add_representer(Decimal, _decimal)


def generated_folder(seed: int, folder: Path) -> Path:
    """A data folder with one evaluation, the same for the same seed."""
    made = _Folder(Random(seed))
    for name, data in made.files().items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(
            yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False), "utf-8"
        )
    return folder


class _Folder:
    def __init__(self, draw: Random):
        self.draw = draw
        low = draw.choice((1, 1, 1, 0, -2))
        self.steps = list(range(low, low + draw.choice((4, 4, 4, 2, 6)) + 1))
        self.criteria: list[dict[str, Any]] = []
        self.networks = [f"n{at}" for at in range(draw.randint(1, 4))]
        self.people = [f"p{at}" for at in range(draw.choice((1, 1, 2, 3, 4)))]

    def files(self) -> dict[str, Any]:
        asked = self._set()
        found = {"criteria/c.yaml": asked}
        networks = {id_: self._network(id_) for id_ in self.networks}
        found |= {f"networks/{id_}.yaml": each for id_, each in networks.items()}
        own = f"evaluations/{ID}"
        found[f"{own}/evaluation.yaml"] = case = self._evaluation(asked)
        if self._one_of(4):
            copied = dict(asked)
            if self._one_of(2):  # as 0.1.0 wrote it, before the rules there are now
                copied["verdict"] = {k: v for k, v in asked["verdict"].items() if k in _EARLY}
                copied.pop("documented_needs_evidence", None)
            found[f"{own}/criteria.yaml"] = copied
            found["criteria/c.yaml"] = {**asked, "revision": "2"}
        if case.get("status") == "final":
            found[f"{own}/networks.yaml"] = {"schema": 1, "networks": list(networks.values())}
            dearer = self._network(self.networks[0])
            found[f"networks/{self.networks[0]}.yaml"] = dearer
        for who in self.people + ["alla"] * any(a.get("joint") for a in case["assessors"]):
            if not self._one_of(8):
                sheet = {"schema": 1, "assessor": who, "answers": self._answers(who == "alla")}
                found[f"{own}/answers/{who}.yaml"] = sheet
        return found

    def _one_of(self, many: int) -> bool:
        return self.draw.randrange(many) == 0

    def _amount(self, most: int, decimals: int = 2) -> Decimal:
        places = self.draw.choice((0, decimals))
        return Decimal(self.draw.randrange(1, most * 10**places + 1)) / 10**places

    def _set(self) -> dict[str, Any]:
        draw = self.draw
        themes = []
        for t in range(draw.randint(1, 4)):
            own = [self._criterion(f"c{t}{c}") for c in range(draw.randint(1, 4))]
            self.criteria += own
            themes.append(
                {
                    "id": f"t{t}",
                    "title": f"Tema {t}",
                    "weight": draw.choice((1, 10, 25, Decimal("12.5"), 40, 0 if t else 5)),
                    "cost": self._one_of(4),
                    "criteria": own,
                }
            )
        leave, keep = sorted(draw.choice((30, 40, Decimal("49.5"), 60, 75)) for _ in range(2))
        rules: dict[str, Any] = {"keep_from": keep, "leave_below": leave}
        judged = [c["id"] for c in self.criteria if "levels" in c]
        if judged and self._one_of(3):
            chosen = draw.sample(judged, min(len(judged), draw.randint(1, 2)))
            rules["minimum"] = {id_: draw.choice(self.steps) for id_ in chosen}
        for key, values in {
            "min_coverage": (0, 50, Decimal("66.6"), 100),
            "min_applicable": (0, 40, 80),
            "missing_may_decide": (True, False),
        }.items():
            if self._one_of(2):
                rules[key] = draw.choice(values)
        found = {
            "schema": 1,
            "id": "c",
            "title": "Kriterierna",
            "revision": "1",
            "scale": {"min": self.steps[0], "max": self.steps[-1]},
            "evidence_grades": {"A": draw.choice((0, Decimal("0.1"))), "B": Decimal("0.5"), "C": 1},
            "verdict": rules,
            "robustness": {"draws": 1000},
            "profiles": [
                {
                    "id": "annan",
                    "title": "Annan",
                    "weights": {t["id"]: draw.randint(1, 9) for t in themes},
                }
            ],
            "themes": themes,
        }
        if self._one_of(3):
            found["number_grades"] = {"A": 0, "B": Decimal("7.5"), "C": draw.choice((10, 40))}
        if self._one_of(3):
            found["documented_needs_evidence"] = self._one_of(2)
        return found

    def _criterion(self, id_: str) -> dict[str, Any]:
        draw = self.draw
        found: dict[str, Any] = {"id": id_, "title": f"Fråga {id_}", "question": "Hur?"}
        if self._one_of(2):
            found["weight"] = draw.choice((1, 2, 3, Decimal("0.5")))
        kind = draw.choice(("judged", "judged", "judged", "number", "computed"))
        if kind == "judged":
            found["levels"] = {step: f"Nivå {step}" for step in self.steps}
            found["evidence"] = draw.choice(("required", "encouraged"))
            if self._one_of(6):
                found["earlier_ids"] = [f"{id_}-forr"]
            return found
        found |= {"unit": "timmar"} if kind == "number" else {}
        if kind == "computed":
            found["computed"] = draw.choice(
                ("annual_cost_sek", "cost_per_inhabitant", "outlay_per_inhabitant")
            )
        ends = sorted(draw.sample(range(0, 50_000 if kind == "computed" else 200), 4))
        worths = [100, draw.randint(40, 90), draw.randint(1, 40), 0]
        if kind == "number" and self._one_of(4):
            found |= {"min": 0, "max": 225}
        if kind == "number" and self._one_of(2):
            worths.reverse()
        found["value"] = dict(zip(ends, worths, strict=True))
        return found

    def _network(self, id_: str) -> dict[str, Any]:
        fees = []
        for year in sorted(self.draw.sample(range(2020, 2028), self.draw.randint(0, 3))):
            fees.append({"year": year, "source": _SOURCE, **self._fee()})
        return {
            "schema": 1,
            "id": id_,
            "name": f"Nätverket {id_}",
            "short": id_.upper(),
            "description": "Ett nätverk.",
            "documents": [{"id": "d", "title": "Dokumentet", "file": "d.txt"}],
            "fees": fees,
            "terms": {"notice": "okänt"},
            "facts": [],
        }

    def _fee(self) -> dict[str, Any]:
        draw = self.draw
        kind = draw.choice(("unknown", "free", *["amounts"] * 8))
        if kind != "amounts":
            return {kind: True}
        found = self._part()
        if self._one_of(3):
            found["parts"] = [self._part() for _ in range(draw.randint(1, 2))]
        if self._one_of(3):
            known = draw.sample(range(2018, 2029), draw.randint(0, 3))
            factors = {year: 1 + self._amount(2, 4) / 10 for year in sorted(known)}
            found["index"] = {"series": "KPI", **({"factors": factors} if factors else {})}
        shares = [part for part in (found, *found.get("parts", ())) if "share" in part]
        if self._one_of(5) and not shares:
            found["currency"] = draw.choice(("EUR", "NOK"))
        if self._one_of(6):
            found["category"] = "stod"
        return found

    def _part(self) -> dict[str, Any]:
        draw = self.draw
        found: dict[str, Any] = {}
        for key, most in (("fixed", 20_000), ("per_inhabitant", 2)):
            if self._one_of(2):
                found[key] = self._amount(most, 4 if most == 2 else 2)
        if "per_inhabitant" in found and self._one_of(3):
            found["max_inhabitants"] = draw.choice((0, 1_000, 20_000, 150_000))
        if "per_inhabitant" in found and self._one_of(4):
            found["min_inhabitants"] = min(
                draw.randrange(5_000), found.get("max_inhabitants", 9**9)
            )
        if self._one_of(5):
            found["share"] = self._share()
        if found and self._one_of(6):
            limits = draw.sample(range(1_000, 200_000), draw.randint(1, 2))
            found["discounts"] = [{"above": n, "percent": self._amount(100, 1)} for n in limits]
        if not found or self._one_of(4):
            limits = sorted(draw.sample(range(1_000, 90_000), draw.randint(1, 3)))
            key = draw.choice(("below", "up_to"))
            steps = [{key: limit, "amount": self._amount(30_000)} for limit in limits]
            found["steps"] = [*steps, {"amount": self._amount(30_000)}]
        if self._one_of(4):
            found["min_amount"] = draw.randrange(5_000)
        if self._one_of(4):
            found["max_amount"] = found.get("min_amount", 0) + draw.randrange(30_000)
        return found

    def _share(self) -> dict[str, Any]:
        found: dict[str, Any] = {"per_mille": self._amount(2, 4) + Decimal("0.0001")}
        found["of"] = self.draw.choice(("national_tax_capacity", "tax_base", "tax_income"))
        if found["of"] == "national_tax_capacity":
            found["kronor_per_inhabitant"] = self._amount(300_000) + 1
        if self._one_of(2):
            found["years_before"] = self.draw.randrange(4)
        return found

    def _sums(self) -> list[dict[str, Any]]:
        """Some of the municipality's own sums; each kind and year at most once."""
        kinds = [(of, year) for of in ("tax_base", "tax_income") for year in range(2018, 2028)]
        some = self.draw.sample(kinds, self.draw.randrange(12))
        return [{"of": of, "year": y, "kronor": self._amount(9_000_000_000)} for of, y in some]

    def _evaluation(self, asked: dict[str, Any]) -> dict[str, Any]:
        draw = self.draw
        date = f"{draw.randint(2021, 2027)}-05-04"
        case: dict[str, Any] = {
            "schema": 1,
            "id": ID,
            "title": "Utvärderingen",
            "criteria": "c",
            "criteria_revision": "1",
            "municipality": {
                "name": "Provkommun",
                "inhabitants": draw.choice(
                    (0, 1, 999, 30_369, 114_304, draw.randrange(1, 200_000))
                ),
                "as_of": "2024-12-31",
                "sums": self._sums(),
            },
            "case": {"date": date, "body": "Kommunstyrelsen"},
            "memberships": [self._membership(id_) for id_ in self.networks],
            "assessors": [{"id": who, "role": f"Roll {who}"} for who in self.people],
        }
        if any("hours_per_year" in each for each in case["memberships"]):
            case["hourly_cost"] = {"amount": self._amount(900), "note": "med avgifter"}
        if self._one_of(2):
            case["fee_year"] = draw.randint(2020, 2028)
        if self._one_of(2):
            case["exchange_rates"] = [
                {"currency": "EUR", "kronor": Decimal("11.37"), "date": "2025-01-02"}
            ]
        if self._one_of(3):
            points = {theme["id"]: draw.randint(0, 9) for theme in asked["themes"]}
            points[asked["themes"][0]["id"]] += 1
            case["weighting"] = draw.choice(({"profile": "annan"}, {"themes": points}))
        for person in case["assessors"]:
            if len(self.people) > 1 and self._one_of(6):
                person["submitted"] = date
        if len(self.people) > 1 and self._one_of(4):
            case["assessors"].append({"id": "alla", "role": "Alla", "joint": True})
        if self._one_of(12):
            case["blind"] = True
        if self._one_of(6):
            case["status"] = "final"
        if self._one_of(5):
            case["decisions"] = [
                {"outcome": "apply", "network": self.networks[0], "body": "Kommunstyrelsen"}
            ]
        return case

    def _membership(self, id_: str) -> dict[str, Any]:
        found: dict[str, Any] = {"network": id_}
        if self._one_of(5):
            found["member"] = False
        if self._one_of(6):
            found["category"] = "stod"
        if self._one_of(5):
            entered = {"amount": self._amount(40_000), "year": 2024, "note": "faktura"}
            found["entered_fee"] = entered
        if self._one_of(4):
            found["cost_grade"] = self.draw.choice("ABC")
        for key, most in (("hours_per_year", 60), ("travel_sek", 5_000), ("other_sek", 5_000)):
            if self._one_of(3):
                found[key] = self._amount(most)
        return found

    def _answers(self, joint: bool) -> dict[str, Any]:
        gap = 2 if joint else self.draw.choice((4, 8, 30))
        found: dict[str, Any] = {}
        for network in self.networks:
            given = {}
            for criterion in self.criteria:
                if "computed" in criterion or self._one_of(gap):
                    continue
                earlier = criterion.get("earlier_ids", [criterion["id"]])[0]
                given[earlier if self._one_of(2) else criterion["id"]] = self._answer(criterion)
            if given:
                found[network] = given
        return found

    def _answer(self, criterion: dict[str, Any]) -> dict[str, Any]:
        draw = self.draw
        answer: dict[str, Any] = {"rationale": "Så är det."}
        if self._one_of(9):
            return {**answer, "not_applicable": True}
        judged = "levels" in criterion
        figures = self.steps if judged else [self._amount(220, 1) for _ in range(6)]
        low, high = sorted(draw.sample(figures, 2))
        spread = low != high and self._one_of(5)
        answer["score"] = {"low": low, "high": high} if spread else low
        if not self._one_of(3):
            answer["grade"] = draw.choice("ABC")
        if self._one_of(2):
            answer["evidence"] = [{"claim": "Det står i protokollet"}]
        return answer


_EARLY = ("keep_from", "leave_below", "minimum", "min_coverage")
