"""Whether two programs' shares are called alike exactly when chance explains the difference."""

import numpy as np
import pytest

from benchmarks.smaa_r import agreement, standard_errors

OURS = np.array([[0.5, 0.5], [0.5, 0.5]])
THEIRS = np.array([[0.6, 0.4], [0.4, 0.6]])


def test_difference_is_measured_in_standard_errors_of_two_samples():
    # Worked by hand: pooled share 0.55, error sqrt(2 · 0.55 · 0.45 / 100) = 0.070356.
    assert standard_errors(OURS, THEIRS, 100) == pytest.approx(0.1 / 0.070356, rel=1e-4)


def test_rank_that_neither_program_ever_gives_is_no_difference():
    assert standard_errors(np.eye(2), np.eye(2), 100) == 0


def test_rank_that_only_one_program_gives_is_a_difference():
    assert standard_errors(np.eye(2), np.array([[0.9, 0.1], [0.1, 0.9]]), 1000) > 4.5


def test_the_same_difference_agrees_in_few_draws_and_not_in_many():
    assert "svaren stämmer överens" in agreement(OURS, THEIRS, 100)
    assert "svaren STÄMMER INTE ÖVERENS" in agreement(OURS, THEIRS, 10_000)
