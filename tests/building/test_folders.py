"""The folders that tests are given hold what they should, whoever is still writing in the last."""

from __future__ import annotations

import threading
from contextlib import suppress
from pathlib import Path

from tests.building.folders import lay_afresh, shipped_folder


def test_data_is_laid_afresh_though_a_run_that_is_left_makes_its_rooms_again(
    tmp_path: Path,
) -> None:
    folder, over = shipped_folder(tmp_path / "data"), threading.Event()

    def left() -> None:
        while not over.is_set():
            with suppress(OSError):
                (folder / "evaluations" / "kvar" / "answers").mkdir(parents=True)

    run = threading.Thread(target=left)
    run.start()
    try:
        for turn in range(5):
            lay_afresh(folder, tmp_path / str(turn))
            assert (folder / "evaluations" / "huddinge-2025" / "evaluation.yaml").is_file()
    finally:
        over.set()
        run.join()
