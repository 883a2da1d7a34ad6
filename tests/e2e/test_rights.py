"""Events that no page of one's own would send: a field that is hidden, a button that is not there.

Whoever knows how the browser speaks can send any of them over the WebSocket, with the names of
fields that another person's page has. The rows are those of docs/rattigheter.csv.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
import websockets

from natverkskollen.store import YamlStore
from tests.building.rights import ISSUER, OWN, PEOPLE, guarded_folder, people, rows
from tests.e2e.conftest import ServedApp, free_port, serve
from tests.e2e.visitor import Sent, done, visiting

SECRET = "0123456789abcdef0123456789abcdef"
SETTINGS = {
    "LOGIN": "header",
    "PROXIES": "127.0.0.1",
    "PROXY_SECRET": SECRET,
    "HEADER_NAME": "X-Natverkskollen-Name",
    "HEADER_EMAIL": "X-Natverkskollen-Email",
    "HEADER_GROUPS": "X-Natverkskollen-Groups",
}
ANSWERS, CASE, END = (
    ("bedomning", f"utvardering={OWN}&bedomare=bo-1&tema=nytta"),
    ("oversikt", f"utvardering={OWN}"),
    ("klar", f"utvardering={OWN}"),
)
WRITTEN = {"fields": {"score": 4, "upper": 0, "rationale": "Från fel person.", "grade": ""}}
WRITTEN |= {"turn": "", "mark": "1"}
# Whose page has the fields, where, and what is sent in them; a key and what its widget then holds.
EVENTS: dict[str, tuple[str, tuple[str, str], Sent]] = {
    "skriva i Bos fält": (
        *("bedömaren Bo", ANSWERS),
        {f"svar/{OWN}/bo-1/norr/bredd/falt": {"typed": WRITTEN}},
    ),
    "skriva i ärendets fält": (
        *("handläggare", CASE),
        {f"arende/{OWN}/falt/title": "Ett annat namn", f"arende/{OWN}/uppgifter/spara": True},
    ),
    "trycka på Ta bort": (
        *("administratör", END),
        {
            f"arende/{OWN}/liv/bort-namn": "Den egna",
            f"arende/{OWN}/liv/bort-skal": "Dubblett",
            f"arende/{OWN}/liv/bort": True,
        },
    ),
}


def prepared(data: Path) -> None:
    path = guarded_folder(data) / "access.yaml"
    path.write_text(path.read_text("utf-8").replace(ISSUER, "proxy"), "utf-8")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServedApp]:
    port = free_port()
    told = {f"NATVERKSKOLLEN_{name}": value for name, value in SETTINGS.items()}
    told["NATVERKSKOLLEN_ADDRESS"] = f"http://127.0.0.1:{port}"
    with serve(tmp_path_factory.mktemp("rights"), port, prepare=prepared, settings=told) as served:
        yield served


def stated(who: str) -> dict[str, str]:
    """What the proxy says of a person."""
    person = PEOPLE[who]
    found = {
        "X-Natverkskollen-Secret": SECRET,
        "X-Natverkskollen-Subject": person.subject,
        "X-Natverkskollen-Email": person.email,
        "X-Natverkskollen-Groups": ",".join(person.groups),
    }
    return {name: value for name, value in found.items() if value and person.subject}


@cache
def names(url: str, what: str) -> Sent:
    """What is sent, by the names that the widgets have on the page of the person who has them."""
    owner, (page, query), sent = EVENTS[what]

    async def seen() -> bytes:
        async with visiting(url, **stated(owner)) as visitor:
            await visitor.ask(page, query)
            await visitor.drawn()
            return visitor.said

    said = done(seen())
    found = {
        key: re.search(rb"\$\$ID-[0-9a-f]{32}-" + re.escape(key.encode()) + rb"(?!-)", said)
        for key in sent
    }
    return {found[key][0].decode(): value for key, value in sent.items() if found[key]}


async def send(url: str, who: str, page: str, query: str, sent: Sent) -> None:
    """Open the page as somebody, and send the events whatever stands on it."""
    async with visiting(url, **stated(who)) as visitor:
        await visitor.ask(page, query)
        await visitor.drawn()
        await visitor.ask(page, query, sent)
        await visitor.drawn()


@pytest.mark.parametrize(("way", "what", "where"), rows("websocket"))
def test_an_event_does_and_is_refused_as_written(
    server: ServedApp, way: str, what: str, where: str
) -> None:
    wrong = []
    for who, allowed in people(way, what, where):
        shutil.rmtree(server.data)
        prepared(server.data)
        before = YamlStore(server.data).get(where)
        sent = names(server.url, what)
        assert len(sent) == len(EVENTS[what][2])  # they are there, for whoever may
        try:
            done(send(server.url, who, *EVENTS[what][1], sent))
        except websockets.InvalidStatus:
            assert who == "ingen"
        if (YamlStore(server.data).get(where) != before) is not allowed:
            wrong.append(who)
    assert wrong == []
