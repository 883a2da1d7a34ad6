"""A real OpenID provider on this computer, which a test can have say what none should."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

os.environ.setdefault("AUTHLIB_INSECURE_TRANSPORT", "1")  # it is on this computer, without TLS

import flask
import httpx
from authlib import jose
from oidc_provider_mock import User, run_server_in_thread
from oidc_provider_mock import _server as served

Claims = dict[str, Any]


@dataclass
class Provider:
    """Where it answers; `twist` changes what it says of whoever signs in next."""

    url: str = ""
    twist: Callable[[Claims], None] = lambda claims: None
    said: list[Claims] = field(default_factory=list)

    def knows(self, subject: str, **claims: Any) -> None:
        """What it says of a person."""
        httpx.put(f"{self.url}/users/{subject}", json=claims).raise_for_status()


@contextmanager
def provider() -> Iterator[Provider]:
    """A provider that runs as long as the test does."""
    found = Provider()

    def said_otherwise(answer: flask.Response) -> flask.Response:
        if answer.mimetype == "text/html":  # its pages would fetch their looks from outside
            answer.set_data(re.sub(r"<link[^>]*https://[^>]*>", "", answer.get_data(as_text=True)))
            return answer
        told = answer.get_json(silent=True) or {}
        if flask.request.path != "/oauth2/token" or "id_token" not in told:
            return answer
        key = flask.g.oidc_provider_mock_storage.jwk
        claims = dict(jose.jwt.decode(told["id_token"], key))
        found.twist(claims)
        found.said.append(claims)
        head = {"alg": "RS256", "kid": key.thumbprint()}
        told["id_token"] = jose.jwt.encode(head, claims, key).decode()
        answer.set_data(json.dumps(told))
        return answer

    real = served.app

    def app(**more: Any) -> flask.Flask:
        made = real(**more)
        made.after_request(said_otherwise)
        return made

    served.app = app
    try:
        with run_server_in_thread(user_claims=[User(sub="anna")]) as server:
            found.url = f"http://127.0.0.1:{server.server_port}"
            yield found
    finally:
        served.app = real
