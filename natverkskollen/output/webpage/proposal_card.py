"""What is proposed for a network, beside its result."""

from __future__ import annotations

from html import escape

from natverkskollen.analysis.result import NetworkResult
from natverkskollen.analysis.robustness.plain_words import ONE_WORD
from natverkskollen.analysis.robustness.robustness import Robustness
from natverkskollen.analysis.wording import by_limits, departs, quoted_verdict
from natverkskollen.decisions.sentences import DecisionForm, decision_sentences
from natverkskollen.swedish.words import capital, lower_first


def proposal_card(found: Robustness, each: NetworkResult, form: DecisionForm) -> str:
    """What is proposed for a network beside its result, and whether the one follows the other."""
    result, sure = found.result, found.network(each.network.id)
    verdict = quoted_verdict(each.verdict, each.member)
    certainty = lower_first(ONE_WORD[sure.certainty.level])
    value = "" if each.told is None else f" ({by_limits(result.criteria, each.told)} av 100)"
    said = f"Resultatet är {verdict}{value}. Bedömningen är {certainty}."
    rows = [said if each.verdict else f"{certainty}."]
    if each.decision is None:
        rows.append("Inget förslag är inskrivet.")
    else:
        points = decision_sentences(
            result.evaluation, each.decision, lambda id_: result.network(id_).network, form
        )
        rows += [" ".join(points), _following(each)]
    body = "".join(f"<p>{escape(capital(row))}</p>" for row in rows if row)
    return f'<section class="nk-verdict"><h3>{escape(each.network.name)}</h3>{body}</section>'


def _following(each: NetworkResult) -> str:
    decision = each.decision
    if decision is None or each.verdict is None:
        return ""
    if not departs(each.verdict, decision.outcome):
        return "Förslaget följer resultatet."
    return f"Förslaget avviker från resultatet. {decision.differs_because or ''}".strip()
