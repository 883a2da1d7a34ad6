"""From a result to a memo: every section written out, in the template's order."""

from __future__ import annotations

from collections.abc import Callable

from natverkskollen.memo import closing
from natverkskollen.memo.appendix import appendix, remarks
from natverkskollen.memo.blocks import Block, Head, Memo, Section
from natverkskollen.memo.economy import economy
from natverkskollen.memo.matter import matter
from natverkskollen.memo.options import options
from natverkskollen.memo.proposal import proposal, summary
from natverkskollen.memo.template import MemoTemplate
from natverkskollen.memo.views import views
from natverkskollen.memo.writing import Writing
from natverkskollen.result import Result

STAMP = "UTKAST – ARBETSMATERIAL"
_WRITERS: dict[str, Callable[[Writing], tuple[Block, ...]]] = {
    "forslag-till-beslut": proposal,
    "sammanfattning": summary,
    "beskrivning": matter,
    "synpunkter": views,
    "alternativ": options,
    "ekonomi": economy,
    "juridik": closing.legal,
    "barn": closing.children,
    "uppfoljning": closing.follow_up,
    "beslutsunderlag": closing.documents,
    "skickas-till": closing.sent_to,
    "underskrifter": closing.signatures,
    "bilaga": appendix,
}


def build_memo(result: Result, template: MemoTemplate | None = None) -> Memo:
    """The memo of an evaluation, in the template's order and under its headings."""
    template = template or MemoTemplate()
    writing = Writing(result, template)
    evaluation, case = result.evaluation, result.evaluation.case
    return Memo(
        head=Head(
            document_name=template.document_name,
            municipality=evaluation.municipality.name,
            department=case.department or "",
            officer=case.officer or "",
            date=case.date.isoformat(),
            diarienummer=case.diarienummer or "",
            addressee=case.body,
            title=case.title or evaluation.title,
            stamp=STAMP if evaluation.status == "draft" else "",
            footer=template.footer or "",
        ),
        remarks=remarks(writing),
        sections=tuple(
            Section(id_, template.heading(id_), _WRITERS[id_](writing)) for id_ in template.kept
        ),
        page_notation=template.notation_parts,
    )
