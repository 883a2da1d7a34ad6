"""A swing shows what it is a swing between."""

from natverkskollen.analysis.end_points import end_points
from tests.building import dossiers as build

BASE = {"title": "T", "question": "Vad?"}
COST = {**BASE, "id": "k", "computed": "annual_cost_sek"}


def ends(*criteria):
    criteria_set = build.criteria_set(build.theme("t", 1, *criteria))
    return [
        said.replace("\u00a0", " ") for said in end_points(criteria_set, criteria_set.themes[0])
    ]


def test_the_ends_are_those_of_the_scale_and_the_nearest_of_a_value_function() -> None:
    used = {
        **build.judged("bruk"),
        "levels": {1: "Används inte", 2: "B", 3: "C", 4: "D", 5: "IT-stöd"},
    }
    flat = {0: 100, 10: 100, 40000: 50, 120000: 0, 200000: 0}
    rising = {**BASE, "id": "n", "unit": "möten", "value": {0: 0, 2: 0, 8: 100, 9: 100}}
    per_head = {**COST, "id": "p", "computed": "cost_per_inhabitant", "value": {0: 100, 2: 0}}
    assert ends(used, {**COST, "value": flat}, rising, per_head) == [
        "Bruk: ”används inte” → ”IT-stöd”",
        "T: 120 000 → 10 kronor per år",
        "T: 2 → 8 möten",
        "T: 2 → 0 kronor per invånare och år",
    ]
