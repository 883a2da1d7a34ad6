"""What a municipality has in a network, with the words that each kind takes in a sentence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Joining = Literal["medlemskap", "diplomering", "anslutning"]


@dataclass(frozen=True)
class JoiningWords:
    """The noun in its forms, and the verbs around it; `{x}` is the network, `{own}` whose it is.

    `onward` is the question a task may be about, `request` what is withdrawn. `requests`,
    `request_` and `is_requested` say in three forms that it is to end, `ends` in short
    and `ending` as a noun. `is_` is what one then is, `no` that one is not.
    """

    noun: str
    the: str
    all: str
    one: str
    to: str
    stays: str
    stay: str
    onward: str
    requests: str
    request_: str
    is_requested: str
    request: str
    ends: str
    ending: str
    is_: str
    no: str


JOINING: Mapping[Joining, JoiningWords] = {
    "medlemskap": JoiningWords(
        noun="medlemskap",
        the="medlemskapet",
        all="medlemskapen",
        one="ett medlemskap",
        to="i",
        stays="fortsätter att vara medlem i {x}",
        stay="fortsätta att vara medlem i {x}",
        onward="fortsatt medlemskap i eller utträde ur {x}",
        requests="begär för {own} räkning utträde ur {x}",
        request_="för {own} räkning begära utträde ur {x}",
        is_requested="utträde ur {x} begärs för {own} räkning",
        request="begäran om utträde ur {x}",
        ends="begär utträde ur {x}",
        ending="ett utträde ur",
        is_="medlem",
        no="inget medlemskap",
    ),
    "diplomering": JoiningWords(
        noun="diplomering",
        the="diplomeringen",
        all="diplomeringarna",
        one="en diplomering",
        to="till",
        stays="fortsätter med diplomeringen till {x}",
        stay="fortsätta med diplomeringen till {x}",
        onward="fortsatt eller avslutad diplomering till {x}",
        requests="avslutar {own} diplomering till {x}",
        request_="avsluta {own} diplomering till {x}",
        is_requested="{own} diplomering till {x} avslutas",
        request="begäran om att avsluta diplomeringen till {x}",
        ends="avslutar diplomeringen till {x}",
        ending="en avslutad diplomering till",
        is_="diplomerad",
        no="ingen diplomering",
    ),
    "anslutning": JoiningWords(
        noun="anslutning",
        the="anslutningen",
        all="anslutningarna",
        one="en anslutning",
        to="till",
        stays="fortsätter att vara ansluten till {x}",
        stay="fortsätta att vara ansluten till {x}",
        onward="fortsatt eller avslutad anslutning till {x}",
        requests="säger upp {own} anslutning till {x}",
        request_="säga upp {own} anslutning till {x}",
        is_requested="{own} anslutning till {x} sägs upp",
        request="uppsägning av anslutningen till {x}",
        ends="säger upp anslutningen till {x}",
        ending="en uppsägning av anslutningen till",
        is_="ansluten",
        no="ingen anslutning",
    ),
}
