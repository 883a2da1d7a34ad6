"""Criteria that move together and have a subject in common are told, with what they weigh."""

from natverkskollen.analysis.findings import find_all
from tests.building import dossiers as build


def tagged(id_: str, *tags: str, weight: int = 1):
    return {**build.judged(id_, weight), "tags": tags}


def told(criteria, steps: dict[str, tuple[int, ...]]) -> list[str]:
    """What is said of criteria answered with these steps, one a network."""
    many = len(next(iter(steps.values())))
    answers = {
        f"n{n}": {id_: build.score(each[n]) for id_, each in steps.items() if each[n]}
        for n in range(many)
    }
    found = find_all(build.dossier(criteria, answers))
    return [each.what for each in found if each.kind == "overlappande-kriterier"]


CRITERIA = build.criteria_set(
    build.theme("nytta", 60, tagged("bruk", "nytta"), tagged("stod", "nytta", "kunskap")),
    build.theme("annat", 40, tagged("larande", "kunskap"), tagged("tyngd", "paverkan")),
)


def test_a_chain_is_told_with_its_part_of_the_weight() -> None:
    """bruk–stod share one subject and stod–larande another: 60 + 40 / 2 = 80 per cent."""
    (said,) = told(
        CRITERIA,
        {"bruk": (1, 3, 5), "stod": (2, 3, 4), "larande": (1, 2, 3), "tyngd": (1, 3, 5)},
    )
    assert said.replace("\u00a0", " ") == (
        "Tre kriterier mäter delvis samma sak (”bruk”, ”stod” och ”larande”): de följs åt över "
        "nätverken och väger tillsammans 80 procent av vikten."
    )


def test_nothing_is_said_where_they_part_stand_still_or_are_too_few() -> None:
    apart = {"bruk": (1, 3, 5), "stod": (5, 3, 1), "larande": (3, 3, 3), "tyngd": (2, 2, 2)}
    assert told(CRITERIA, apart) == []
    assert told(CRITERIA, {"bruk": (1, 5), "stod": (1, 5)}) == []
    assert told(CRITERIA, {"bruk": (1, 5, 0), "stod": (1, 5, 3)}) == []


def test_what_weighs_little_is_not_told() -> None:
    light = build.criteria_set(
        build.theme("nytta", 95, tagged("bruk", "a")),
        build.theme("annat", 5, tagged("stod", "b"), tagged("larande", "b")),
    )
    assert told(light, {"bruk": (1, 2, 2), "stod": (1, 3, 5), "larande": (1, 3, 5)}) == []
