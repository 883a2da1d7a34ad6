"""What is chosen stands, also when two choices are made faster than the address follows."""

from pathlib import Path

from streamlit.testing.v1 import AppTest

from tests.components.choosing import Choice
from tests.components.conftest import Opener
from tests.components.drawn_by_browser import tell

ADDRESS = {"utvardering": "exempel-vastra-gotaland", "bedomare": "miljostrateg", "tema": "fokus"}


def pick(app: AppTest, parameter: str, id_: str) -> AppTest:
    return Choice(app, parameter).make(id_)


def address(app: AppTest) -> dict[str, str]:
    found = {name: app.query_params[name] for name in ("bedomare", "tema")}
    return {name: each[-1] if isinstance(each, list) else each for name, each in found.items()}


def test_two_choices_made_before_the_address_follows_both_stand(
    data: Path, open_page: Opener
) -> None:
    app = open_page("scoring", **ADDRESS)
    pick(app, "bedomare", "ekonom")
    app.query_params["bedomare"] = "miljostrateg"  # as the browser still had it at the next click
    pick(app, "tema", "kostnad")
    assert address(app) == {"bedomare": "ekonom", "tema": "kostnad"}
    assert Choice(app, "bedomare").made == "ekonom"


def test_back_goes_back_and_is_not_undone_by_the_next_choice(data: Path, open_page: Opener) -> None:
    app = open_page("scoring", **ADDRESS)
    pick(app, "bedomare", "ekonom")
    app.query_params["bedomare"] = "miljostrateg"
    app.run()
    assert Choice(app, "bedomare").made == "miljostrateg"
    pick(app, "tema", "kostnad")
    assert address(app) == {"bedomare": "miljostrateg", "tema": "kostnad"}


def test_a_copied_address_opens_the_same_view_for_somebody_else(
    data: Path, open_page: Opener
) -> None:
    mine = open_page("scoring", utvardering="exempel-vastra-gotaland")
    pick(mine, "bedomare", "ekonom")
    pick(mine, "tema", "kostnad")
    theirs = open_page("scoring", utvardering="exempel-vastra-gotaland", **address(mine))
    assert Choice(theirs, "bedomare").made == "ekonom"
    assert Choice(theirs, "tema").made == "kostnad"
    assert {each.key for each in theirs.text_area} == {each.key for each in mine.text_area}


def test_what_is_no_choice_of_the_row_is_not_made(data: Path, open_page: Opener) -> None:
    """A browser can send anything."""
    for said in ("annan", "", None, 3, ["ekonom"], {}):
        app = open_page("scoring", **ADDRESS)
        pick(app, "bedomare", said)
        assert not app.exception
        assert address(app) == {"bedomare": "miljostrateg", "tema": "fokus"}


def test_the_same_choice_counts_again_after_another_way_has_led_on(
    data: Path, open_page: Opener
) -> None:
    app = open_page("scoring", **ADDRESS)
    pick(app, "tema", "kostnad")
    app.query_params["tema"] = "fokus"  # Back
    app.run()
    assert Choice(app, "tema").made == "fokus"
    pick(app, "tema", "kostnad")
    assert Choice(app, "tema").made == "kostnad"


def test_the_first_choice_that_a_new_session_hears_of_is_made(
    data: Path, open_page: Opener
) -> None:
    """After a restart the page stands as it was, and a choice is the first that it says."""
    old, new = open_page("scoring", **ADDRESS), open_page("glossary", **ADDRESS)
    tell(new, Choice(old, "tema")._element, "made", "kostnad")
    app = new.switch_page("scoring.py").run()
    assert address(app) == {"bedomare": "miljostrateg", "tema": "kostnad"}
    assert Choice(app, "tema").made == "kostnad"
