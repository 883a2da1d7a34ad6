"""A signed link opens the committee's page of its evaluation to its last day, and nothing else."""

from __future__ import annotations

import json
import re
from datetime import date, timedelta
from html import unescape
from pathlib import Path

import pytest

from natverkskollen.cli.commands import main
from natverkskollen.files.server_settings import ServerSettings
from natverkskollen.model.reading_link import NotALink, ReadingLink, read_link
from tests.building.folders import shipped_folder
from tests.components.conftest import Opener, shown
from tests.components.login.conftest import ADDRESS, HEADER_MODE, SECRET, Asked
from tests.components.login.test_door import HTML, OIDC_MODE

KEY = "k" * 32
TODAY = date(2026, 11, 27)
LINK = ReadingLink("huddinge-2025", date(2026, 12, 31), "0a1b2c3d")
OTHER = "exempel-vastra-gotaland"


def path(link: ReadingLink = LINK, key: str = KEY) -> str:
    return link.address("", key).removeprefix("/")


def test_a_link_says_what_it_was_made_of() -> None:
    assert read_link(path(), KEY, TODAY) == LINK
    assert read_link(path(), KEY, LINK.until) == LINK


SIGNATURE = path().rpartition("/")[2]


@pytest.mark.parametrize(
    "altered",
    [
        path().replace("huddinge-2025", OTHER),
        path().replace("2026-12-31", "2027-12-31"),
        path().replace("2026-12-31", "20261231"),
        path().replace("0a1b2c3d", "0a1b2c3e"),
        path().replace("0a1b2c3d", "0A1B2C3D"),
        path(key="j" * 32),
        path()[:-1],
        path() + "A",
        path() + "/x",
        path().replace(SIGNATURE, ""),
        path().replace(SIGNATURE, "å" * 43),
        path().replace("huddinge-2025", "huddinge-2025\nx"),
        "las/huddinge-2025",
        "las/huddinge-2025/igår/0a1b2c3d/" + SIGNATURE,
        "",
    ],
)
def test_a_link_that_is_altered_opens_nothing(altered: str) -> None:
    with pytest.raises(NotALink, match=r"(ändrad eller avklippt|avklippt eller felskriven)"):
        read_link(altered, KEY, TODAY)


def test_a_link_ends_with_its_day() -> None:
    with pytest.raises(NotALink, match="gäller inte längre"):
        read_link(path(), KEY, LINK.until + timedelta(days=1))


def test_without_a_key_no_link_is_one() -> None:
    with pytest.raises(NotALink):
        read_link(path(key=""), "", TODAY)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    made = shipped_folder(tmp_path / "data")
    rights(made)
    monkeypatch.setenv("NATVERKSKOLLEN_DATA", str(made))
    monkeypatch.setenv("NATVERKSKOLLEN_LINK_KEY", KEY)
    monkeypatch.setenv("NATVERKSKOLLEN_AUDIT", str(tmp_path / "logg"))
    return made


def rights(folder: Path, *revoked: str) -> None:
    (folder / "access.yaml").write_text(
        "schema: 1\ngrants:\n  - {role: admin, email: it@kommunen.se}\n"
        f"revoked_links: {json.dumps(revoked)}\n",
        "utf-8",
    )


def opened(asked: Asked, link: str) -> tuple[int | str, str]:
    """What a stranger who follows a link gets."""
    status, told, body = asked.ask(f"/{link}", HTML, peer="192.0.2.7")
    assert told[b"cache-control"] == b"no-store"
    assert asked.reached == [], "no link leads into the app"
    return status, unescape(body)


@pytest.mark.parametrize("mode", [HEADER_MODE, OIDC_MODE], ids=["header", "oidc"])
def test_who_has_the_link_reads_the_page_and_can_go_nowhere_from_it(mode, hang, at, folder) -> None:
    status, body = opened(hang(**mode), path())
    assert status == 200 and "sammanfattning för nämnden" in body and "Klimatkommunerna" in body
    assert "<script" not in body and "<form" not in body
    assert not re.search(r'href="(?!https?://|#)', body)
    told = hang(**mode).ask(f"/{path()}", HTML)[1]
    assert b"default-src 'none'" in told[b"content-security-policy"]
    assert told[b"referrer-policy"] == b"no-referrer"


def test_a_link_opens_no_other_way_in(hang, at, folder) -> None:
    for kind, method in (("websocket", "GET"), ("http", "POST"), ("http", "PUT")):
        assert hang(**OIDC_MODE).ask(f"/{path()}", kind=kind, method=method)[0] in ("close", 401)
    assert hang(**OIDC_MODE).ask(f"/x/{path()}")[0] == 401


def test_each_reason_why_it_opens_nothing_is_said(hang, at, folder) -> None:
    asked = hang(**OIDC_MODE)
    assert opened(asked, path(key="j" * 32))[0] == 403
    assert "ändrad eller avklippt" in opened(asked, path(key="j" * 32))[1]
    rights(folder, "0a1b2c3d")
    assert "återkallad" in opened(asked, path())[1]
    rights(folder, "ffffffff")
    assert opened(asked, path())[0] == 200
    gone = ReadingLink("borta-2020", LINK.until, LINK.number)
    assert "går inte att öppna just nu" in opened(asked, path(gone))[1]
    at.on(days=40)
    assert "gäller inte längre" in opened(asked, path())[1]
    assert "Klimat" not in opened(asked, path())[1]


def test_without_rights_written_no_link_opens_anything(hang, at, folder) -> None:
    (folder / "access.yaml").unlink()
    assert opened(hang(**OIDC_MODE), path())[0] == 403


def test_who_reads_by_a_link_is_logged_by_its_number(hang, at, folder, tmp_path) -> None:
    opened(hang(**OIDC_MODE), path())
    (row,) = [json.loads(row) for row in (tmp_path / "logg").read_text("utf-8").splitlines()]
    assert row["person"] == "läslänk 0a1b2c3d"
    assert (row["action"], row["about"]) == ("read", "evaluations/huddinge-2025")


def serving(monkeypatch: pytest.MonkeyPatch) -> None:
    """The command is run with what is set for the server."""
    for name, value in HEADER_MODE.items():
        monkeypatch.setenv(f"NATVERKSKOLLEN_{name}", value)


def test_the_command_makes_a_link_that_opens(hang, at, folder, monkeypatch, capsys) -> None:
    serving(monkeypatch)
    asked = ["link", "huddinge-2025", "--until", "2026-12-24", "--data", str(folder)]
    assert main([*asked, "--as", "it@kommunen.se"]) == 0
    address, words = capsys.readouterr().out.splitlines()
    assert address.startswith(f"{ADDRESS}/las/huddinge-2025/2026-12-24/")
    assert opened(hang(**OIDC_MODE), address.removeprefix(f"{ADDRESS}/"))[0] == 200
    number = re.search(r"numret ([0-9a-f]{8}) ", words)[1]
    rights(folder, number)
    assert "återkallad" in opened(hang(**OIDC_MODE), address.removeprefix(f"{ADDRESS}/"))[1]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["huddinge-2025", "--until", "2026-11-26"], "dagen har passerat. Välj en dag framåt."),
        (["huddinge-2025", "--until", "2028-01-01"], "en länk gäller högst ett år."),
        (["borta", "--until", "2026-12-24"], "borta"),
    ],
)
def test_a_link_that_cannot_be_made_is_said(words, said, at, folder, capsys, monkeypatch) -> None:
    serving(monkeypatch)
    assert main(["link", *words, "--as", "it@kommunen.se", "--data", str(folder)]) == 1
    assert said in capsys.readouterr().err


def test_only_who_may_change_the_evaluation_makes_a_link_to_it(
    at, folder, capsys, monkeypatch
) -> None:
    serving(monkeypatch)
    text = (folder / "access.yaml").read_text("utf-8")
    reader = "grants:\n  - {role: reader, email: bo@kommunen.se}\n"
    (folder / "access.yaml").write_text(text.replace("grants:\n", reader), "utf-8")
    asked = ["link", "huddinge-2025", "--until", "2026-12-24", "--data", str(folder)]
    assert main([*asked, "--as", "bo@kommunen.se"]) == 1
    assert "länken görs av den som får ändra utvärderingen" in capsys.readouterr().err


def test_the_page_makes_a_link_that_opens(
    data, open_page: Opener, hang, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = "components.papers.link_form.server_settings"
    monkeypatch.setattr(at, lambda: ServerSettings(address=ADDRESS))
    app = open_page("closing", utvardering="huddinge-2025")
    assert not [each for each in app.expander if each.label == "Länk till nämnden"], "no key"
    monkeypatch.setenv("NATVERKSKOLLEN_LINK_KEY", KEY)
    key = "arende/huddinge-2025/lank"
    app.session_state[key] = True
    app.run()
    app.button(key=f"{key}/gor").click().run()
    (address,) = [each.value for each in app.code]
    link = read_link(address.removeprefix(f"{ADDRESS}/"), KEY, date.today())
    assert link.evaluation == "huddinge-2025" and link.number in shown(app)
    assert link.until == date.today() + timedelta(days=30)
    assert SECRET not in address
