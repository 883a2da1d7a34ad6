"""Weights alone and answers alone stand beside the two together, never rounded to all or none."""

import pytest

from natverkskollen.analysis.robustness.certainty import Certainty


@pytest.mark.parametrize(
    ("share", "said"),
    [
        (1, "100"),
        (0.9999, "fler än 99"),
        (0.745, "75"),
        (0.744, "74"),
        (0.0004, "färre än 1"),
        (0, "0"),
    ],
)
def test_a_share_alone_is_said_in_whole_numbers(share: float, said: str) -> None:
    told = Certainty("likely", 0.8, share, 0.5).apart.replace("\u00a0", " ")
    assert told == (
        f"Resultatet är detsamma i {said} av 100 med bara andra vikter och i 50 av 100 med bara "
        "andra svar."
    )


def test_without_a_result_nothing_is_said() -> None:
    assert Certainty(None, None, None, None).apart == ""
