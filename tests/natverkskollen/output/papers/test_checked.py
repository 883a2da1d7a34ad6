"""What was found in the ground and explained, and what the network replied, reach bilaga 2."""

from __future__ import annotations

from pathlib import Path

from natverkskollen.analysis.scoring import evaluate
from natverkskollen.output.papers.fidelity import document_text
from natverkskollen.output.papers.render import draft
from natverkskollen.store import read_library
from tests.building.folders import shipped_folder

ADDED = """
findings:
  - id: motsagelse/sekom/medlemmar
    answer: Uppgiften cirka 100 är äldre än årsskiftet. Vi använder 90.
    by: Miljöstrateg
    date: 2025-04-15
replies:
  - network: sekom
    date: 2025-04-20
    items:
      - {fact: medlemmar, reply: correct, text: Vi är 88 medlemmar., source: Medlemsregistret}
"""


def memos(tmp_path: Path, added: str) -> tuple[str, str]:
    """The text of the Word file and the plain text, with hard spaces as blanks."""
    shipped_folder(tmp_path, ("criteria", "networks", "evaluations"))
    file = tmp_path / "evaluations" / "huddinge-2025" / "evaluation.yaml"
    file.write_text(file.read_text(encoding="utf-8") + added, encoding="utf-8")
    result = evaluate(read_library(tmp_path).dossier("huddinge-2025"))
    written = draft(result, tmp_path)
    word = document_text(written.docx(written.paper("bilaga-2")))
    plain = written.txt(written.paper("bilaga-2")).decode("utf-8")
    return word.replace("\u00a0", " "), plain.replace("\u00a0", " ")


def test_an_explained_finding_and_a_reply_stand_in_the_appendix(tmp_path: Path) -> None:
    for text in memos(tmp_path, ADDED):
        assert "Förklarad: Uppgiften cirka 100 är äldre än årsskiftet. Vi använder 90." in text
        assert "90 medlemmar" in text and "cirka 100 medlemmar" in text
        assert "SEKOM svarade den 20 april 2025 på faktagranskningen, med en rättelse." in text
        assert "Vi är 88 medlemmar." in text and "Medlemsregistret" in text


def test_without_a_reply_it_says_so_and_shows_no_empty_lists(tmp_path: Path) -> None:
    for text in memos(tmp_path, ""):
        assert "Inget av nätverken har granskat uppgifterna." in text
        assert "Iakttagelser i underlaget" not in text
