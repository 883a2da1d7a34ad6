"""What a sum is best spent on, on Resultat: told for the sum one types, and weighed once."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from components.shell import data as page_data
from natverkskollen.analysis.budget_sets import budget_curve
from tests.components.conftest import Opener, shown


def test_a_sum_of_ones_own_is_answered_and_the_sets_are_weighed_once(
    data: Path, open_page: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    weighed: list[Any] = []

    def counting(result: Any) -> Any:
        weighed.append(result)
        return budget_curve(result)

    monkeypatch.setattr(page_data, "budget_curve", counting)
    where = {"utvardering": "exempel-vastra-gotaland", "avsnitt": "tillsammans"}
    app = open_page("outcome", **where)
    assert not app.exception and "Bästa uppsättningen för varje summa" in shown(app)
    (field,) = [each for each in app.text_input if each.label.startswith("En egen summa")]
    app = field.set_value("10").run()
    assert "10 kronor räcker inte till något av nätverken." in shown(app).replace("\u00a0", " ")
    app = field.set_value("mycket").run()
    assert "Talet går inte att läsa" in shown(app)
    assert len(weighed) == 1
