"""The recipe for several servers: as closed as the one for one, and every part fits the others."""

from __future__ import annotations

import re

import pytest
import yaml

from natverkskollen import __version__
from natverkskollen.cli.commands import _parser
from natverkskollen.files.server_settings import server_settings
from natverkskollen.store.database.address import address_in
from tests import ROOT

TEXT = (ROOT / "compose.servrar.yaml").read_text("utf-8")
COMPOSE = yaml.safe_load(TEXT)
SERVICES = COMPOSE["services"]
SERVERS = ("ett", "tva")
PROXY = (ROOT / "shipping" / "Caddyfile").read_text("utf-8")


@pytest.mark.parametrize("name", SERVICES)
def test_each_service_may_do_as_little_as_it_can(name: str) -> None:
    service = SERVICES[name]
    assert service["read_only"] is True and service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert not {"privileged", "cap_add"} & service.keys()
    own = service["image"] == f"natverkskollen:{__version__}"
    assert own or re.search(r":\d+\.\d+(\.\d+)?-\w+$", service["image"])
    assert own or service["user"].isdecimal() and service["user"] != "0"
    assert service["mem_limit"] and service["pids_limit"]


def test_only_the_proxy_is_reached_from_outside_and_the_database_from_nowhere_else() -> None:
    assert [name for name, each in SERVICES.items() if "ports" in each] == ["proxy"]
    assert COMPOSE["networks"]["inne"] == {"internal": True}
    assert SERVICES["databas"]["networks"] == ["inne"] and SERVICES["proxy"]["networks"] == ["ute"]


def test_the_servers_are_the_same_and_share_no_disk() -> None:
    one, other = (SERVICES[name] for name in SERVERS)
    assert one == other and "volumes" not in one
    assert any(each.startswith("/data:") for each in one["tmpfs"])


def test_the_settings_are_ones_that_the_program_starts_with() -> None:
    told = SERVICES["ett"]["environment"]
    ready = {n.removesuffix("_FILE"): "x" * 32 if n.endswith("_FILE") else told[n] for n in told}
    assert server_settings(ready).oidc
    (address,) = re.findall(r"postgresql://\S+natverkskollen\b", TEXT)
    assert address_in(address).shown == "databas/natverkskollen, schema natverkskollen"
    assert _parser().parse_args(SERVICES["ett"]["command"]).command


def test_every_secret_is_one_that_is_there() -> None:
    used = {name for each in SERVICES.values() for name in each.get("secrets", ())}
    assert used == COMPOSE["secrets"].keys()
    paths = set(re.findall(r"/run/secrets/(\w+)", TEXT + PROXY))
    assert paths == used


def test_the_proxy_leads_to_the_servers_and_asks_them_by_their_name() -> None:
    """By any other name the gate refuses to answer, and no server would be taken for well."""
    assert f"reverse_proxy {' '.join(f'{name}:8501' for name in SERVERS)} {{" in PROXY
    assert "lb_policy cookie" in PROXY and "health_uri /_stcore/health" in PROXY
    name = SERVICES["ett"]["environment"]["NATVERKSKOLLEN_ADDRESS"].removeprefix("https://")
    assert re.findall(r"Host (\S+)", PROXY) == [name] and f"\n{name} {{" in PROXY
    (inner,) = (each.split(":")[1] for each in SERVICES["proxy"]["ports"])
    assert f"https_port {inner}" in PROXY
