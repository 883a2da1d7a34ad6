"""The fields that a person fills in about a membership: their names, and a line about each."""

from natverkskollen.analysis.wording import verdict_names

WORDS: dict[str, tuple[str, str]] = {
    "network": ("Nätverk", "Saknas ett nätverk lägger du till det på sidan Nätverken."),
    "member": (
        "Vi är med i dag",
        f"Är ni inte med heter resultatet {verdict_names(member=False)}.",
    ),
    "category": ("Avgiften beror på", ""),
    "since": ("Medlem sedan", "Ett år, eller en dag som ÅÅÅÅ-MM-DD."),
    "joined_by": (
        "Beslutet om inträde",
        "Till exempel beslut i kommunstyrelsen, med dag och diarienummer.",
    ),
    "paid": ("Betald avgift", "Beloppet på fakturan i kronor, utan moms. Det går före reglerna."),
    "paid_year": ("Fakturans år", "Till exempel 2026."),
    "paid_by": ("Vad beloppet är läst på", "Till exempel Faktura 4711."),
    "hours": ("Arbetstid, timmar per år", "Möten, resor och beredning, för alla som deltar."),
    "hour": ("Vad en timme kostar", "I kronor, samma för alla medlemskap i utvärderingen."),
    "hour_basis": ("Vad som ingår i timkostnaden", "Till exempel lön och sociala avgifter."),
    "travel": ("Resor, kronor per år", "Om det inte redan ligger i arbetstiden."),
    "other": ("Övrigt, kronor per år", "Till exempel konferensavgifter."),
    "cost_note": ("Varifrån resor och övrigt är hämtat", "Till exempel Reseräkningar 2025."),
    "seats": ("Uppdrag i nätverket", "Ett per rad, till exempel Ledamot i styrelsen."),
    "presentation": ("Nätverket i korthet", "En mening till tjänsteskrivelsen."),
}
