"""Code that nothing in the program reaches is taken away, not kept for later."""

from pathlib import Path

from vulture import Vulture

from tests import ROOT

# Reached by name or by a library, never by a call of ours.
REACHED_OTHERWISE = {
    "ignore_aliases": "PyYAML calls it",
    "indentless": "PyYAML gives it",
    "intercepted_binops": "Jinja's sandbox reads it",
    "model_config": "pydantic reads it",
    "schema_version": "every file says it",
    "glossary": "what docs/ordlista.md holds, compared by its test",
    "selftest": "a door of the Store that tests and whoever watches a server go through",
}


def test_nothing_in_the_program_is_reached_by_tests_alone() -> None:
    finder = Vulture(ignore_decorators=["@model_validator*", "@field_validator*"])
    finder.scavenge([str(ROOT / place) for place in ("natverkskollen", "components", "app.py")])
    assert [
        f"{Path(item.filename).relative_to(ROOT).as_posix()}:{item.first_lineno} {item.name}"
        for item in finder.get_unused_code(min_confidence=60)
        if item.typ != "attribute"  # an attribute set is read by Word, pikepdf or the browser
        and item.name not in REACHED_OTHERWISE
    ] == []
