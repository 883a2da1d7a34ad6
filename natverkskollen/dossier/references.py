"""What one file says about another: answers about criteria, decisions about networks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from operator import is_

from natverkskollen.files.cache import Cache
from natverkskollen.files.problem import FieldPath, Mistake, Problem
from natverkskollen.files.reading import Reading
from natverkskollen.model.answer import Answer, AnswerSheet
from natverkskollen.model.criteria import CriteriaSet
from natverkskollen.model.criterion import Criterion
from natverkskollen.model.evaluation import Evaluation
from natverkskollen.model.network import Network
from natverkskollen.model.reply import FEE


def dossier_problems(
    reading: Reading[Evaluation],
    sheets: Sequence[Reading[AnswerSheet]],
    criteria: Mapping[str, CriteriaSet],
    networks: Mapping[str, Network],
    bound: Reading[CriteriaSet] | None = None,
) -> list[Problem]:
    """Every place where an evaluation and its answers point at something that is not there.

    `bound` is the evaluation's own copy of its criteria; it goes before what is in `criteria`.
    """
    evaluation = reading.model
    if evaluation is None:
        return []
    used = bound.model if bound else criteria.get(evaluation.criteria)
    found = list(_missing_parts(evaluation, bound or used, networks))
    if used is not None:
        if bound:
            found += _wrong_copy(evaluation, used)
        if not outdated(evaluation, used):
            found += _wrong_weighting(evaluation, used)
        found += _reply_mistakes(evaluation, used, networks)
    problems = [reading.problem(m.path, m.what, m.remedy) for m in found]
    for sheet in sheets:
        if sheet.model is None or used is None:
            continue
        problems += _sheet_problems(sheet, evaluation, used, networks)
    return problems


def _sheet_problems(
    sheet: Reading[AnswerSheet],
    evaluation: Evaluation,
    used: CriteriaSet,
    networks: Mapping[str, Network],
) -> list[Problem]:
    """What is wrong in one sheet; looked for anew where what it is compared with is another."""
    answers = sheet.model
    assert answers is not None
    compared = (sheet, evaluation, used, *(networks.get(name) for name in answers.answers))

    def renew(kept: _Kept | None) -> _Kept:
        if kept and len(kept[0]) == len(compared) and all(map(is_, kept[0], compared)):
            return kept
        wrong = _sheet_mistakes(answers, evaluation, used, networks)
        return compared, [sheet.problem(m.path, m.what, m.remedy) for m in wrong]

    return _CHECKED.renewed((evaluation.id, sheet.name), renew)[1]


_Kept = tuple[tuple[object, ...], list[Problem]]
_CHECKED: Cache[_Kept] = Cache(4096)


def outdated(evaluation: Evaluation, used: CriteriaSet) -> bool:
    """Whether the only criteria there are, are of another revision than the one scored with.

    The evaluation then opens all the same: what no longer fits is kept and does not count.
    """
    return evaluation.criteria_revision != used.revision


def gone(evaluation: Evaluation, used: CriteriaSet, criterion: str) -> bool:
    """Whether an id not in the set is one that it had earlier, and no slip of the pen."""
    removed = {each.id for change in evaluation.criteria_changes for each in change.removed}
    return criterion in removed or outdated(evaluation, used)


def _missing_parts(
    evaluation: Evaluation, used: object | None, networks: Mapping[str, Network]
) -> Iterator[Mistake]:
    if used is None:
        yield Mistake(
            ("criteria",),
            f"kriteriesamlingen '{evaluation.criteria}' finns inte eller går inte att läsa",
            "Rätta namnet, eller rätta felen i criteria/ först",
        )
    for position, membership in enumerate(evaluation.memberships):
        if membership.network not in networks:
            yield Mistake(
                ("memberships", position, "network"),
                f"nätverket '{membership.network}' finns inte eller går inte att läsa",
                "Rätta namnet, eller rätta felen i networks/ först",
            )


def _wrong_copy(evaluation: Evaluation, used: CriteriaSet) -> Iterator[Mistake]:
    remedy = "Skriv {}: {}, eller ta bort kopian criteria.yaml i utvärderingens mapp"
    if used.id != evaluation.criteria:
        what = f"criteria är '{evaluation.criteria}', men kopian criteria.yaml är '{used.id}'"
        yield Mistake(("criteria",), what, remedy.format("criteria", used.id))
    elif outdated(evaluation, used):
        what = f"criteria_revision är '{evaluation.criteria_revision}', men kopian criteria.yaml "
        yield Mistake(
            ("criteria_revision",),
            f"{what}är version '{used.revision}'",
            remedy.format("criteria_revision", f'"{used.revision}"'),
        )


def _wrong_weighting(evaluation: Evaluation, used: CriteriaSet) -> Iterator[Mistake]:
    weighting = evaluation.weighting
    if weighting.profile and weighting.profile not in {p.id for p in used.profiles}:
        yield Mistake(
            ("weighting", "profile"),
            f"viktprofilen '{weighting.profile}' finns inte i kriteriesamlingen",
            f"Välj bland: {', '.join(p.id for p in used.profiles) or 'inga'}",
        )
    if weighting.profile and weighting.themes:
        yield Mistake(
            ("weighting",), "vikterna anges både som profil och per tema", "Behåll det ena"
        )
    themes = {theme.id for theme in used.themes}
    if weighting.themes and set(weighting.themes) != themes:
        wrong = ", ".join(sorted(themes ^ set(weighting.themes)))
        yield Mistake(
            ("weighting", "themes"),
            f"vikterna och temana stämmer inte överens: {wrong}",
            "Ge varje tema en vikt, och inga andra",
        )
    elif weighting.themes and not any(weighting.themes.values()):
        yield Mistake(
            ("weighting", "themes"), "alla vikter är 0", "Ge minst ett tema en vikt större än 0"
        )


def _reply_mistakes(
    evaluation: Evaluation, used: CriteriaSet, networks: Mapping[str, Network]
) -> Iterator[Mistake]:
    for position, reply in enumerate(evaluation.replies):
        network = networks.get(reply.network)
        known = {fact.id for fact in network.facts} if network else set()
        for place, item in enumerate(reply.items):
            path: FieldPath = ("replies", position, "items", place)
            if network and item.fact and item.fact not in {*known, FEE}:
                yield Mistake(
                    (*path, "fact"),
                    f"uppgiften '{item.fact}' finns inte i networks/{network.id}.yaml",
                    f"Rätta id, eller skriv {FEE} om svaret gäller avgiften",
                )
            about = item.criterion
            if about and not used.renamed(about) and not gone(evaluation, used, about):
                yield Mistake(
                    (*path, "criterion"),
                    f"kriteriet '{item.criterion}' finns inte i kriteriesamlingen",
                    "Rätta id eller ta bort svaret",
                )


def _sheet_mistakes(
    sheet: AnswerSheet,
    evaluation: Evaluation,
    criteria: CriteriaSet,
    networks: Mapping[str, Network],
) -> Iterator[Mistake]:
    if sheet.assessor not in {assessor.id for assessor in evaluation.assessors}:
        yield Mistake(
            ("assessor",),
            f"bedömaren '{sheet.assessor}' finns inte i utvärderingens lista assessors",
            "Lägg till bedömaren i evaluation.yaml eller rätta namnet",
        )
    members = {membership.network for membership in evaluation.memberships}
    documents = {document.id for document in evaluation.documents}
    out = {each.network for each in evaluation.taken_out}
    for network, answers in sheet.answers.items():
        if network in out:  # kept as they were, until the network is put back
            continue
        if network not in members:
            yield Mistake(
                ("answers", network),
                f"svaren gäller '{network}' som inte finns bland memberships",
                "Rätta nätverkets id eller lägg till medlemskapet",
            )
            continue
        for criterion_id, answer in answers.items():
            place: FieldPath = ("answers", network, criterion_id)
            criterion = criteria.renamed(criterion_id)
            yield from _wrong_evidence(place, answer, networks.get(network), documents)
            if criterion is None and not gone(evaluation, criteria, criterion_id):
                yield Mistake(
                    place,
                    f"kriteriet '{criterion_id}' finns inte i samlingen '{criteria.id}'",
                    "Rätta id, eller låt kriteriet få det gamla id:t i earlier_ids",
                )
            elif criterion and not outdated(evaluation, criteria):
                yield from wrong_figure(place, criterion, answer, criteria)


def wrong_figure(
    place: FieldPath, criterion: Criterion, answer: Answer, criteria: CriteriaSet
) -> Iterator[Mistake]:
    """Why a figure cannot be an answer to a criterion, which has no such step or unit."""
    if answer.bounds is None:
        return
    for what, remedy in criterion.faults(answer.bounds, criteria.scale.steps):
        yield Mistake((*place, "score"), what, remedy)


def _wrong_evidence(
    place: FieldPath, answer: Answer, network: Network | None, documents: set[str]
) -> Iterator[Mistake]:
    if network is None:
        return
    facts = {fact.id for fact in network.facts}
    known = documents | {document.id for document in network.documents}
    for position, evidence in enumerate(answer.evidence):
        if evidence.fact and evidence.fact not in facts:
            yield Mistake(
                (*place, "evidence", position, "fact"),
                f"uppgiften '{evidence.fact}' finns inte i networks/{network.id}.yaml",
                "Rätta id eller lägg till uppgiften",
            )
        if evidence.source and evidence.source.document not in known:
            yield Mistake(
                (*place, "evidence", position, "source", "document"),
                f"dokumentet '{evidence.source.document}' finns inte i listan documents",
                "Lägg till dokumentet i evaluation.yaml eller i nätverkets fil",
            )
