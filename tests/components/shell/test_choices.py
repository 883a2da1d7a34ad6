"""What is chosen stands, also when two choices are made faster than the address follows."""

from pathlib import Path

from streamlit.testing.v1 import AppTest

from tests.components.conftest import Opener

ADDRESS = {"utvardering": "exempel-vastra-gotaland", "bedomare": "miljostrateg", "tema": "fokus"}


def pick(app: AppTest, parameter: str, id_: str) -> AppTest:
    return app.radio(key=f"val:{parameter}").set_value(id_).run()


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
    assert app.radio(key="val:bedomare").value == "ekonom"


def test_back_goes_back_and_is_not_undone_by_the_next_choice(data: Path, open_page: Opener) -> None:
    app = open_page("scoring", **ADDRESS)
    pick(app, "bedomare", "ekonom")
    app.query_params["bedomare"] = "miljostrateg"
    app.run()
    assert app.radio(key="val:bedomare").value == "miljostrateg"
    pick(app, "tema", "kostnad")
    assert address(app) == {"bedomare": "miljostrateg", "tema": "kostnad"}


def test_a_copied_address_opens_the_same_view_for_somebody_else(
    data: Path, open_page: Opener
) -> None:
    mine = open_page("scoring", utvardering="exempel-vastra-gotaland")
    pick(mine, "bedomare", "ekonom")
    pick(mine, "tema", "kostnad")
    theirs = open_page("scoring", utvardering="exempel-vastra-gotaland", **address(mine))
    assert theirs.radio(key="val:bedomare").value == "ekonom"
    assert theirs.radio(key="val:tema").value == "kostnad"
    assert {each.key for each in theirs.text_area} == {each.key for each in mine.text_area}
