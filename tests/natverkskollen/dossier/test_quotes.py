"""A quote that is not in its document is told with its line; one that is there is not."""

from natverkskollen.dossier.quotes import quote_problems
from natverkskollen.store import read_library

NETWORK = """\
schema: 1
id: x
documents:
  - {id: rapport, title: Rapport, file: rapport.txt}
facts:
  - id: medlemmar
    source: {document: rapport, place: s. 1, quote: "var vid årets slut 90"}
  - id: kansli
    source:
      document: rapport
      place: s. 1
      quote: "80 procent av en tjänst"
  - id: ocr
    source: {document: rapport, place: s. 2, quote: "30 öre", original: "30 6re"}
"""
REPORT = (
    "Antalet **medlemmar** var vid årets\nslut 90. "
    "Kansliet har 80 % av en tjänst och natio-\nnella mål. 30 6re."
)


def test_only_the_quote_that_is_not_there_is_told(tmp_path):
    (tmp_path / "networks").mkdir()
    (tmp_path / "networks" / "x.yaml").write_text(NETWORK, encoding="utf-8")
    (tmp_path / "rapport.txt").write_text(REPORT, encoding="utf-8")
    (problem,) = quote_problems(read_library(tmp_path), tmp_path)
    assert (problem.file, problem.line) == ("networks/x.yaml", 12)
    assert "80 procent av en tjänst" in problem.what


def test_line_breaks_hyphenation_and_emphasis_do_not_hide_a_quote(tmp_path):
    (tmp_path / "networks").mkdir()
    text = NETWORK.replace("80 procent av en tjänst", "en tjänst och nationella mål")
    (tmp_path / "networks" / "x.yaml").write_text(text, encoding="utf-8")
    (tmp_path / "rapport.txt").write_text(REPORT, encoding="utf-8")
    assert quote_problems(read_library(tmp_path), tmp_path) == []


def test_the_same_document_id_means_each_networks_own_document(tmp_path):
    (tmp_path / "networks").mkdir()
    for name, file in (("x", "en.txt"), ("y", "annan.txt")):
        text = NETWORK.replace("id: x", f"id: {name}").replace("rapport.txt", file)
        text = text.replace("80 procent av en tjänst", "30 6re")
        (tmp_path / "networks" / f"{name}.yaml").write_text(text, encoding="utf-8")
    (tmp_path / "en.txt").write_text(REPORT, encoding="utf-8")
    (tmp_path / "annan.txt").write_text("Något helt annat.", encoding="utf-8")
    assert {problem.file for problem in quote_problems(read_library(tmp_path), tmp_path)} == {
        "networks/y.yaml"
    }
