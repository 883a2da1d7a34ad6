"""What the memo says of a network that has, or has not, answered its fact check."""

from natverkskollen.analysis.findings.fact_check import fact_check
from natverkskollen.analysis.findings.fact_check_reply import reply_rows, reply_sentence
from tests.natverkskollen.analysis.findings.test_fact_check import made

REPLY = {
    "network": "a",
    "date": "2025-04-20",
    "items": (
        {"fact": "medlemmar", "reply": "correct", "text": "Vi är 88.", "source": "Registret"},
        {"criterion": "k", "reply": "comment", "text": "Vi svarade."},
        {"fact": "medlemsavgift", "reply": "agree"},
    ),
}


def test_the_memo_says_whether_the_network_answered():
    dossier, found = made()
    assert reply_sentence(dossier.evaluation, found.network) == ("A har inte granskat uppgifterna.")
    dossier, found = made(replies=(REPLY,))
    assert reply_sentence(dossier.evaluation, found.network).replace("\u00a0", " ") == (
        "A svarade den 20 april 2025 på faktagranskningen, med en rättelse och en kommentar."
    )
    assert reply_rows(dossier.evaluation, found.network) == (
        ("Medlemmar", "Rättar: Vi är 88.", "Registret"),
        ("k", "Kommenterar: Vi svarade.", ""),
        ("medlemsavgift", "Stämmer", ""),
    )
    assert fact_check(dossier, found).facts[0].reply.text == "Vi är 88."
