"""What an offer from the program's own networks is about, in words."""

from __future__ import annotations

import pytest

from natverkskollen.editing.shipped_changes import Offer
from natverkskollen.editing.shipped_values import items
from natverkskollen.model.network import Network, Terms
from natverkskollen.output.offer_words import title

_IN_LISTS = {"documents", "fees", "facts"}  # each of them is named by what it holds
_ASIDE = {"schema_version", "id", "terms"}
KEYS = [
    *((name,) for name in Network.model_fields if name not in _IN_LISTS | _ASIDE),
    *(("terms", name) for name in Terms.model_fields),
]


@pytest.mark.parametrize("key", KEYS, ids="-".join)
def test_a_new_value_of_every_field_of_a_network_is_offered_and_named(key: tuple[str, ...]) -> None:
    data = {key[0]: {key[1]: "nytt"}} if key[1:] else {key[0]: "nytt"}
    assert items(data) == {key: "nytt"}
    assert title(Offer("sekom", "SEKOM", key, None, "nytt", False)) not in (*key, "")
