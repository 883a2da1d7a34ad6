"""How sure the result is when weights and answers vary: the part of Resultat that counts it."""

from __future__ import annotations

from components.outcome import sensitivity_charts, sensitivity_tables
from components.outcome.reasonable_weights import reasonable_weights
from components.shell import data, html, state
from components.shell.picker import FEW, pick
from natverkskollen.analysis.result import Result
from natverkskollen.analysis.robustness.robustness import Robustness
from natverkskollen.analysis.robustness.weight_line import weight_line
from natverkskollen.output.drawings.verdict_bars import verdict_bars
from natverkskollen.output.webpage.certainty_tables import verdict_share_table
from natverkskollen.output.webpage.html_lists import first_of

_SHOWN = 6  # sentences on one network beside the others before the rest are asked for


def show_certainty(base: Result) -> None:
    """Shares of computations, profiles, one theme's weight, and one network at a time."""
    found = data.robustness(reasonable_weights(base))
    few = len(found.networks) <= FEW  # of more the charts and tables tell the same
    if few:
        html.bullets(tuple(each.sentence for each in found.networks))
    html.explained("Rimlig viktning", "Viktprofil", "Brytpunkt", "Miniminivå")

    html.heading("I hur många av 100 beräkningar")
    html.show(html.figure(verdict_bars(found)), verdict_share_table(found))
    html.paragraphs(found.method_sentence, "nk-quiet")

    html.heading("Under vilka profiler gäller resultatet")
    if few:
        html.bullets(tuple(each.profile_sentence for each in found.networks))
    sensitivity_tables.show_profiles(found)
    _show_when(base, found)
    _show_one(base, found)


def _show_when(base: Result, found: Robustness) -> None:
    html.heading("När resultatet ändras")
    themes = {theme.id: theme.title for theme in base.criteria.themes}
    theme = pick("Tema", state.THEME, themes)
    line = weight_line(base.dossier, base, theme)
    sensitivity_charts.show_weight_line(found, line, themes[theme])
    sensitivity_tables.show_line_table(base, line)


def _show_one(base: Result, found: Robustness) -> None:
    html.heading("Ett nätverk i taget")
    network = pick("Nätverk", state.NETWORK, {each.network: each.name for each in found.networks})
    one = found.network(network)
    html.bullets((*one.without_sentences, one.central_sentence))
    names = {each.id: each.title for each in (*base.criteria.themes, *base.criteria.criteria)}
    total = base.network(network).told
    sensitivity_charts.show_tornado(one, names, None if total is None else float(total))
    sensitivity_tables.show_drivers(one, names)
    html.show(first_of(_beside_others(found, network), _SHOWN))


def _beside_others(found: Robustness, network: str) -> tuple[str, ...]:
    """What the network does at least as well as, and what it changes places with."""
    dominances = zip(found.dominance, found.dominance_sentences, strict=True)
    switches = zip(found.pair_switches, found.pair_sentences, strict=True)
    return (
        *(words for pair, words in dominances if network in (pair.better, pair.worse)),
        *(words for flip, words in switches if network in (flip.ahead, flip.behind)),
    )
