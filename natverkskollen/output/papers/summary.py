"""Sammanfattning: the case, what is proposed and why, and what it costs, to be read alone."""

from __future__ import annotations

from natverkskollen.analysis.result import NetworkResult
from natverkskollen.decisions.naming import Naming, full_name, joinings
from natverkskollen.decisions.settling import recommendation
from natverkskollen.output.papers.blocks import Block, Paragraph
from natverkskollen.output.papers.budgets import BUDGETS, Fitted, Wish, fitted
from natverkskollen.output.papers.cost_words import round_sum_sentence
from natverkskollen.output.papers.gaps import gap
from natverkskollen.output.papers.writing import Writing, once
from natverkskollen.swedish.joining import JOINING, Joining
from natverkskollen.swedish.words import capital, listed, lower_first

MOTIVE = 30  # words of a motive that each network has a part for


def summary(writing: Writing) -> tuple[Block, ...]:
    """What the minutes take over as the description of the case.

    Without proposals where the template wants the summary neutral.
    """
    opening = Paragraph(" ".join((member_sentence(writing), _assignment(writing))).strip())
    cost = Paragraph(round_sum_sentence(writing))
    if not writing.template.summary_with_proposal:
        return opening, cost
    motives = {each.title: each.text for each in motive_texts(writing)}
    proposals = [_proposal(writing, found, motives) for found in writing.result.networks]
    return (opening, *map(Paragraph, filter(None, proposals)), cost)


def member_sentence(writing: Writing) -> str:
    """`Huddinge kommun är medlem i …`, and what the municipality is not a member of."""
    who, said = writing.evaluation.municipality.name, []
    for member in (True, False):
        groups: dict[Joining, list[NetworkResult]] = {}
        for found in writing.result.networks:
            if found.member == member:
                groups.setdefault(found.network.membership, []).append(found)
        for joining, networks in groups.items():
            names = listed([full_name(found.network) for found in networks])
            negation = "" if member else "inte "
            words = JOINING[joining]
            said.append(f"{capital(who)} är {negation}{words.is_} {words.to} {names}.")
            who = writing.evaluation.municipality.definite
    return " ".join(said)


def _assignment(writing: Writing) -> str:
    """Who asked for the evaluation and when, in one sentence."""
    given = writing.evaluation.case.assignment
    networks = [found.network for found in writing.result.networks]
    what = joinings(networks)
    if not any(found.member for found in writing.result.networks):
        kinds = dict.fromkeys(network.membership for network in networks)
        what = f"frågan om {listed([JOINING[kind].noun for kind in kinds])}"
    if given is None:
        return f"Förvaltningen har utvärderat {what}."
    was = "dåvarande " if given.ended else ""
    day = writing.template.days.document(given.date)
    return (
        f"Förvaltningen har utvärderat {what} på uppdrag av {was}{lower_first(given.body)} {day}."
    )


@once
def motive_texts(writing: Writing) -> tuple[Fitted, ...]:
    """The motives of the proposals, as the summary has room for them."""
    wishes = [
        Wish("sammanfattning", motive_title(found), found.decision.motive, MOTIVE)
        for found in writing.result.networks
        if found.decision and found.decision.motive
    ]
    _, most = BUDGETS["sammanfattning"].words(len(writing.result.networks))
    fixed = 20 + 15 * len(writing.result.networks)
    return fitted(wishes, most - fixed - 20)


def motive_title(found: NetworkResult) -> str:
    """What a motive is called where it stands in whole."""
    return f"Skälet till förslaget om {found.network.short}"


def _proposal(writing: Writing, found: NetworkResult, motives: dict[str, str]) -> str:
    """What is proposed about one network, and why; a gap where nobody has written why."""
    if found.decision is None:
        return gap(writing, f"förslaget om {found.network.short}")
    of = Naming(
        writing.evaluation,
        found.decision,
        lambda id_: writing.result.network(id_).network,
        writing.template.days,
    )
    said = f"Förvaltningen föreslår att {recommendation(of)}."
    why = motives.get(motive_title(found)) or gap(
        writing, f"skälet till förslaget om {found.network.short}"
    )
    return " ".join(filter(None, (said, why)))
