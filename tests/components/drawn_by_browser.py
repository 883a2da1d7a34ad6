"""What the browser draws itself, on a page without a browser: what it was given, and sending.

They are components of our own, which Streamlit's AppTest draws and does not know how to fill in.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterator
from typing import Any

import pytest
from streamlit.components.v2.bidi_component.main import _make_trigger_id
from streamlit.proto.WidgetStates_pb2 import WidgetState, WidgetStates
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import ElementTree

_KIND, _SENT, _TOLD = "bidi_component", "_sent_by_components", "_told_by_components"


def drawn(app: AppTest) -> dict[str, tuple[str, dict[str, Any]]]:
    """Each of them by its key: its id, and what it was given when it was drawn."""
    each = [(part.key, part.proto) for part in app.get(_KIND)]
    return {key: (proto.id, json.loads(proto.json)) for key, proto in each}


def to_send(app: AppTest) -> dict[str, dict[str, Any]]:
    """What they hold that goes to the server with the next run, by the id of each."""
    found: dict[str, dict[str, Any]] = app._tree.__dict__.setdefault(_SENT, {})
    return found


def tell(app: AppTest, element: str, event: str, value: object) -> None:
    """Have one of them say something once, with the next run."""
    app._tree.__dict__.setdefault(_TOLD, {})[element] = {"event": event, "value": value}


@pytest.fixture(autouse=True, scope="session")
def what_is_given_is_sent() -> Iterator[None]:
    """What was given in them goes with what Streamlit's own fields hold, as from a browser."""
    ask = ElementTree.get_widget_states

    def asked(tree: ElementTree) -> WidgetStates:
        states = ask(tree)
        for element, said in tree.__dict__.pop(_SENT, {}).items():
            marked = {name: {**each, "mark": secrets.token_hex(4)} for name, each in said.items()}
            states.widgets.append(WidgetState(id=element, json_value=json.dumps(marked)))
        for element, said in tree.__dict__.pop(_TOLD, {}).items():
            once = _make_trigger_id(element, "events")
            states.widgets.append(WidgetState(id=once, json_trigger_value=json.dumps(said)))
        return states

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ElementTree, "get_widget_states", asked)
        yield
