"""The processes that tests fill in templates with: they touch nothing but their own."""

from __future__ import annotations

import contextlib
import os
import threading
from pathlib import Path

import pytest

from natverkskollen.output.papers import template_process
from natverkskollen.output.papers.fill import TemplateFault
from tests.building.ready_children import ready_start
from tests.natverkskollen.output.papers.test_hostile_templates import in_body

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="nothing is forked on Windows")


@pytest.mark.parametrize("code", ["{{ rubrik }}", "{% include 'secret.txt' %}"])
def test_who_is_asked_again_leaves_the_files_of_others_alone(tmp_path: Path, code: str) -> None:
    """A descriptor closed twice may belong to another test by then: it fell in one run of many."""
    children = []

    def start():
        children.append(ready_start()())
        return children[-1]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(template_process, "_start", start)
        patch.setattr(template_process, "_spare", None)
        with contextlib.suppress(TemplateFault):
            template_process.filled_apart(in_body(code), {"rubrik": "Å", "innehall": ""})
    (child,) = children
    begun = threading.active_count()
    # They take the numbers that the child's own ends had.
    with contextlib.ExitStack() as others:
        taken = [others.enter_context(open(tmp_path / str(n), "wb")) for n in range(20)]
        for _ in range(5):
            template_process._end(child)
        while threading.active_count() > begun:
            pass
        for other in taken:
            other.write(b"kvar")
    assert child.poll() == 0
