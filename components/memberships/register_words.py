"""What a person fills in about a membership: each field's name and its line of help."""

from natverkskollen.model.notice import EXAMPLES

WORDS: dict[str, tuple[str, str]] = {
    "network": ("Nätverk", "Saknas nätverket lägger du först till det på sidan Nätverken."),
    "body": ("Ansvarig nämnd eller styrelse", "Den som svarar för medlemskapet."),
    "role": ("Ansvarig roll", "En roll, inte ett namn: Miljöstrateg."),
    "kind": ("Klass", ""),
    "purpose": ("Varför ni är med", "En mening."),
    "since": ("Medlem sedan", "En dag eller ett år, till exempel 1996."),
    "decided_body": ("Vem beslutade om inträdet", "Till exempel Kommunstyrelsen."),
    "decided_day": ("Beslutets dag", "En dag eller ett år."),
    "decided_number": ("Beslutets diarienummer", ""),
    "paid": ("Betalt", "En faktura per rad: året, kolon och beloppet. 2026: 38 291,20."),
    "budget_line": ("Var kostnaden ligger i budgeten", "Till exempel 1234 Miljöstrategi."),
    "rule": ("Regel för uppsägning", f"Till exempel {EXAMPLES[0]}, eller {EXAMPLES[3]}."),
    "given": ("Uppsagt den", "Dagen då ni sade upp medlemskapet, om ni har gjort det."),
    "meeting": ("Nästa årsmöte", "Om uppsägningen ska göras senast på årsmötet."),
    "seats": (
        "Uppdrag i nätverket",
        "Ett per rad, med semikolon emellan: Ledamot i styrelsen; 2023–2026; förtroendevald.",
    ),
    "expectations": (
        "Vad ni väntar er",
        "En förväntan per rad: vad, till vilken dag, och hur troligt ni tror att det är i procent. "
        "Nyckeltalen används i årsredovisningen; 2026-12-31; 80.",
    ),
    "next_evaluation": ("Nästa utvärdering", "En dag eller ett år."),
    "ended": ("Avslutat", "Dagen eller året då medlemskapet tog slut."),
    "note": ("Anteckning", "Det som någon behöver veta."),
}
LOG_WORDS: dict[str, tuple[str, str]] = {
    "text": ("Vad gav det?", "En mening räcker."),
    "what": ("Vad var det", ""),
    "by": ("Vem", "En roll, inte ett namn."),
    "hours": ("Timmar", "Till exempel 2,5."),
    "day": ("Dag", "Dagen då det hände."),
}
FOLLOW_UP_WORDS: dict[str, tuple[str, str]] = {
    "used": ("Hur mycket har medlemskapet använts?", ""),
    "gave": ("Vad har det gett?", "En eller två meningar. Loggen ovanför hjälper minnet."),
    "changed": ("Har något ändrats?", "Avgiften, villkoren eller nätverket självt."),
    "proposal": ("Vad föreslår du?", ""),
    "by": ("Vem svarar", "En roll, inte ett namn."),
}
# The parts of the file by their keys, as the history names them.
PARTS: dict[str, str] = {
    "owner": "ansvarig",
    "class": "klass",
    "purpose": "varför ni är med",
    "expectations": "förväntningar",
    "since": "medlem sedan",
    "decided_by": "beslutet om inträde",
    "paid": "betalt",
    "budget_line": "budget",
    "notice": "uppsägning",
    "seats": "uppdrag",
    "next_evaluation": "nästa utvärdering",
    "ended": "avslutat",
    "documents": "dokument",
    "note": "anteckning",
    "follow_ups": "uppföljning",
    "log": "loggen",
}
