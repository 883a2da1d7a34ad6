"""What a person fills in about one fact, and about a document, in words."""

KINDS = {
    "result": "Ett utfall enligt den som vet",
    "goal": "Ett mål",
    "plan": "Något som ska göras",
    "done": "Något som är gjort",
    "claim": "En uppgift från någon annan än nätverket",
}
WORDS: dict[str, tuple[str, str]] = {
    "document": ("Var står uppgiften?", "Dokument som ligger i datamappen går att söka i."),
    "title": ("Vad heter dokumentet?", "Till exempel Verksamhetsberättelse 2026."),
    "found": ("Var finns dokumentet?", "Diarienummer, webbadress, eller var det ligger hos er."),
    "quote": ("Citat", "Ordagrant, helst 3–20 ord."),
    "place": ("Plats i dokumentet", "Sida eller rubrik."),
    "label": (
        "Vad uppgiften gäller",
        "Till exempel Antal medlemmar. Samma ord för flera dagar blir en serie.",
    ),
    "value": ("Värde", "Ett tal, eller några ord."),
    "unit": ("Enhet", "Till exempel medlemmar."),
    "as_of": (
        "Dagen uppgiften gäller",
        "ÅÅÅÅ-MM-DD. En årsrapport gäller årets sista dag, till exempel 2025-12-31.",
    ),
    "kind": ("Slag", ""),
    "approximate": ("Ungefär", "För ”cirka”, ”drygt” och ”över”."),
    "tags": ("Ämnen", "Med komma emellan, till exempel klimat, natur."),
    "note": ("Anmärkning till läsaren", ""),
    "read": ("Läst den dagen", "ÅÅÅÅ-MM-DD."),
}
DOCUMENT_WORDS: dict[str, tuple[str, str]] = {
    "title": ("Vad dokumentet heter", "Så som det ska stå i källförteckningen."),
    "publisher": ("Utgivare", "Till exempel nätverkets namn."),
    "published": ("Dokumentets dag", "ÅÅÅÅ-MM-DD, om den framgår."),
}
