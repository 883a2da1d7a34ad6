"""The register as JSON, for other programs: what the page shows, with the same words."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from natverkskollen.analysis.register.days import Due, notice_of
from natverkskollen.analysis.register.notice_days import next_notice, rule_words
from natverkskollen.analysis.register.register import Register, Row


def register_json(register: Register) -> dict[str, Any]:
    """The whole register on its day, with amounts to the öre and days by ISO."""
    return {
        "today": register.today.isoformat(),
        "paid_total": _amount(register.total),
        "paid_unknown": register.unpaid,
        "paid_by_class": {kind: _amount(amount) for kind, amount in register.classes},
        "expectations": list(register.expectations),
        "overdue": [due_json(due) for due in register.late],
        "coming": [due_json(due) for due in register.coming()],
        "memberships": {row.id: _row(register, row) for row in register.rows},
    }


def due_json(due: Due) -> dict[str, Any]:
    """One day to keep."""
    return {
        "day": due.day.isoformat(),
        "kind": due.kind,
        "membership": due.membership,
        "what": due.key.title,
        "basis": due.key.basis,
    }


def _row(register: Register, row: Row) -> dict[str, Any]:
    notice = notice_of(row.membership, row.network)
    due = next_notice(notice, register.today)
    reading = row.reading
    return {
        "network": row.membership.network,
        "name": row.name,
        "status": row.status,
        "owner": row.owner or None,
        "class": row.membership.kind,
        "paid": {"year": row.paid.year, "amount": _amount(row.paid.amount)} if row.paid else None,
        "budget_line": row.membership.budget_line,
        "notice": rule_words(notice.says),
        "notice_day": due.day.isoformat() if due else None,
        "next": due_json(row.next) if row.next else None,
        "overdue": [due_json(each) for each in row.late],
        "use": {
            "year": row.use.year,
            "occasions": row.use.occasions,
            "hours": _amount(row.use.hours),
            "kinds": dict(row.use.kinds),
        },
        "evaluation": {
            "id": reading.evaluation,
            "day": reading.day.isoformat(),
            "value": reading.value,
            "verdict": reading.verdict,
        }
        if reading
        else None,
        "evaluate_because": list(row.reasons),
    }


def _amount(amount: Decimal) -> float:
    return float(amount)
