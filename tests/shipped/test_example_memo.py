"""The memo of the fictional municipality, and of one with twelve networks, on as few pages."""

from __future__ import annotations

from natverkskollen.analysis.robustness.robustness import robustness
from natverkskollen.output.papers.blocks import block_texts
from natverkskollen.output.papers.pdf import pdf_bytes
from natverkskollen.swedish.readability import lix
from tests import ROOT
from tests.building.dossiers import shipped
from tests.building.many import many_networks
from tests.building.papers import build_memo
from tests.natverkskollen.output.papers.pdf_reading import opened


def texts(memo):
    return [t for s in memo.sections for b in s.blocks for t in block_texts(b)]


def test_the_example_is_at_most_three_pages_and_has_no_score():
    found = robustness(shipped("exempel-vastra-gotaland"))
    memo = build_memo(found.result, robustness=found)
    assert len(opened(pdf_bytes(memo, ROOT / "templates" / "huddinge.docx")).pages) <= 3
    assert lix(texts(memo)) <= 48
    assert "av 100" not in " ".join(texts(memo)).replace("\u00a0", " ")
    # The contradictions that touch what the answers rest on are answered.
    assert any("90 vid utgången av 2024" in text for text in texts(memo))


def test_twelve_networks_take_at_most_five_pages_and_no_wall_of_text():
    found = robustness(many_networks(12))
    memo = build_memo(found.result, robustness=found)
    assert max(len(text.split()) for text in texts(memo)) <= 90
    assert "Alternativen till förslagen står i bilaga 1, nätverk för nätverk." in texts(memo)
    assert len(opened(pdf_bytes(memo, ROOT / "templates" / "huddinge.docx")).pages) <= 5
    said = " ".join(texts(memo))
    assert all(network.network.short in said for network in found.result.networks)
