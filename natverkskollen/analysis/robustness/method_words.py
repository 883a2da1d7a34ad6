"""How the weights are drawn and how the certainty is counted, so that it can be done again."""

from __future__ import annotations

from collections.abc import Mapping

from natverkskollen.model.rules import Level, WeightsModel
from natverkskollen.swedish.numbers import number, span
from natverkskollen.swedish.signs import HARD

_MODELS: dict[WeightsModel, str] = {
    "interval": "{each} väger mellan hälften och dubbelt så mycket som i dag",
    "ranked": "{each} får alla vikter som stämmer med rangordningen",
    "all": "{each} får alla tänkbara vikter",
}


def weights_words(
    weights: WeightsModel, level: Level, given: bool, ranges: Mapping[str, tuple[float, float]]
) -> str:
    """Between which bounds the weights are drawn, as the end of a sentence.

    `given` tells whether the ranking or the intervals were the reader's own. `ranges` are the
    lowest and highest share (0–1) that each theme by its title can get where it weighs between
    half and twice as much as today: less than half and more than twice, when they are shared out.
    """
    each = "varje tema" if level == "themes" else "varje kriterium"
    if given:
        return f"{each} får vikter inom de angivna gränserna"
    model = _MODELS[weights].format(each=each)
    if weights != "interval" or not ranges:
        return model
    shares = {t: span(low * 100, high * 100, 0) for t, (low, high) in ranges.items()}
    said = ", ".join(f"{title} {share}" for title, share in shares.items())
    if len(set(shares.values())) == 1:
        said = next(iter(shares.values()))
    return f"{model} ({said}{HARD}procent av hela vikten)"


def method_sentence(varied: str, level: Level, draws: int, seed: int) -> str:
    """How the certainty was computed, so that it can be done again; `varied` is weights_words's."""
    inside = "; kriterierna inom ett tema behåller sina proportioner" if level == "themes" else ""
    return (
        f"Prövat med {number(draws)} slumpade viktningar, frö {seed}: {varied}{inside}. "
        f"Osäkra och obesvarade frågor får ett värde någonstans i sitt intervall."
    )
