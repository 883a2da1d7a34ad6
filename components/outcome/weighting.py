"""What if the weights were others: a profile, points, swing or a ranking, tried without saving."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

import streamlit as st

from components.seen.memory import Shown, Sight
from components.seen.telling import tell_words
from components.shell import html, state, storage
from components.shell.case_saving import save_value, show_outcome
from components.shell.markdown import plain
from components.shell.picker import pick, slots
from components.shell.text_fields import text_box, text_line
from natverkskollen.analysis.end_points import end_points
from natverkskollen.analysis.result import Result
from natverkskollen.analysis.robustness.settings import Options
from natverkskollen.analysis.robustness.weights import rank_order_shares, shares
from natverkskollen.files.problem import DataError
from natverkskollen.model.weighting import Weighting
from natverkskollen.store import Conflict, Failed
from natverkskollen.swedish.numbers import percent
from natverkskollen.swedish.words import lower_first

_SAVED, _POINTS, _SWING, _RANKS = "sparade", "poang", "swing", "rangordning"
_WAYS = {_POINTS: "Egna poäng", _SWING: "Poäng efter största förbättring", _RANKS: "Rangordning"}
_WHO, _WHY = "vem", "varfor"
_QUESTIONS = {
    _POINTS: "Ge varje tema poäng efter hur mycket det ska väga.",
    _SWING: (
        "Tänk dig ett nätverk som är sämst på allt. Vilket tema skulle du helst lyfta från sämst "
        "till bäst? Ge det 100 poäng, och de andra poäng i förhållande till det."
    ),
    _RANKS: "Ange platsen för varje tema: 1 väger mest. Två teman får dela plats.",
}


def show_weights(result: Result) -> Options | None:
    """The weights of the evaluation, and behind a click others to try; None: none are tried."""
    tried = state.remembered(state.WEIGHTING) not in (None, _SAVED)
    words = f"Vikter: {lower_first(result.weighting_title)}. Pröva andra vikter"
    with st.expander(plain(words), expanded=tried, key=state.picked("vikterna")):
        return _try_weights(result)


def _try_weights(result: Result) -> Options | None:
    """The weights a reader wants to try; None for those the evaluation is saved with."""
    names = {_SAVED: f"Som i utvärderingen ({result.weighting_title.lower()})"}
    names |= {profile.id: profile.title for profile in result.criteria.profiles}
    chosen = pick("Pröva vikter", state.WEIGHTING, names | _WAYS)
    if chosen == _SAVED:
        return None
    html.paragraphs("Du prövar andra vikter. Utvärderingen ändras inte.", "nk-quiet")
    if chosen not in _WAYS:
        _offer_saving(result, Weighting(profile=chosen))
        return Options(profile=chosen)
    try:
        found = _own_shares(result, chosen)
    except DataError:
        st.warning("Alla vikter är 0. Ge ett tema mer än 0 poäng. Till dess gäller de sparade.")
        return None
    words = [f"{theme.title} {percent(found[theme.id])}" for theme in result.criteria.themes]
    html.paragraphs(f"Andel av vikten: {', '.join(words)}.", "nk-quiet")
    points = {id_: _hundredths(share) for id_, share in found.items()}
    _offer_saving(result, Weighting(themes=points))
    return Options(points=points)


def _own_shares(result: Result, way: str) -> dict[str, Fraction]:
    """Each theme's share by the reader's own points, swing or ranking; DataError where all is 0."""
    html.paragraphs(_QUESTIONS[way])
    count = len(result.criteria.themes)
    if way == _RANKS:
        places = _numbers(result, way, [1] * count, 1, count, 1)
        return rank_order_shares({id_: int(place) for id_, place in places.items()})
    if way == _SWING:
        _show_end_points(result)
    saved = [round(float(result.weights[theme.id]) * 100) for theme in result.criteria.themes]
    start = saved if way == _POINTS else [round(100 * each / max(saved)) for each in saved]
    return shares(_numbers(result, way, start, 0, 100, 5))


def _show_end_points(result: Result) -> None:
    """What lifting a theme from worst to best means, criterion by criterion."""
    rows = [
        (theme.title, ". ".join(end_points(result.criteria, theme)))
        for theme in result.criteria.themes
    ]
    html.labelled(rows)


def _numbers(
    result: Result, way: str, start: list[int], low: int, high: int, step: int
) -> dict[str, int]:
    """A number per theme, kept in the address so that a link shows the same weights."""
    themes = result.criteria.themes
    numbers = _from_address(way, len(themes), low, high) or start
    keys = [state.picked(f"{way}/{theme.id}") for theme in themes]

    def keep() -> None:
        state.choose(way, "-".join(str(st.session_state[key]) for key in keys))

    places = zip(themes, keys, slots(len(themes)), strict=True)
    for position, (theme, key, slot) in enumerate(places):
        if st.session_state.get(key) != numbers[position]:
            st.session_state[key] = numbers[position]
        with slot:
            st.slider(plain(theme.title), low, high, step=step, key=key, on_change=keep)
    return {theme.id: each for theme, each in zip(themes, numbers, strict=True)}


def _from_address(way: str, count: int, low: int, high: int) -> list[int] | None:
    parts = (state.remembered(way) or "").split("-")
    if len(parts) != count or not all(part.isascii() and part.isdigit() for part in parts):
        return None
    numbers = [int(part) for part in parts]
    return numbers if all(low <= number <= high for number in numbers) else None


def _offer_saving(result: Result, weighting: Weighting) -> None:
    """Let the officers make the tried weights the evaluation's own, with who and why."""
    if storage.closed(result.evaluation):
        return
    saved = result.evaluation.weighting

    def key(name: str) -> str:
        fields = (_WHO, _WHY)
        return state.picked(name) if name in fields else state.case_key(id_, "vikter", name)

    id_ = result.evaluation.id
    shown = Shown(key, Sight({_WHO: "", _WHY: ""}, saved))
    with st.expander("Spara vikterna i utvärderingen"):
        who = text_line(
            "Vem har valt vikterna? Ange roll", key=key(_WHO), on_change=shown.noting(_WHO)
        )
        why = text_box("Varför?", key=key(_WHY), on_change=shown.noting(_WHY))
        shown.drawn({_WHO: who, _WHY: why})
        if not st.button("Spara vikterna", key=state.picked("spara-vikter")):
            return
        if not who.strip() or not why.strip():
            st.error("Inte sparat. Fyll i vem som har valt vikterna och varför.")
            return
        theirs = ". ".join(filter(None, [result.weighting_title, saved.chosen_by, saved.reason]))
        if shown.changed:
            shown.told()
            tell_words(theirs)
            return
        given = weighting.model_copy(update={"chosen_by": who.strip(), "reason": why.strip()})
        outcome = save_value(
            result.evaluation,
            ("weighting",),
            _plain(result.evaluation.weighting),
            _plain(given),
            who.strip(),
        )
        if not isinstance(outcome, (Failed, Conflict)):
            shown.follow()
            state.choose(state.WEIGHTING, _SAVED)
        show_outcome(outcome)


def _plain(weighting: Weighting) -> Mapping[str, object] | None:
    """The weighting as it stands in the file; None where the file says nothing."""
    return weighting.model_dump(exclude_defaults=True) or None


def _hundredths(share: Fraction) -> Decimal:
    return Decimal(round(share * 10_000)) / 100
