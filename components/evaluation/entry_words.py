"""The fields that a person fills in about an evaluation: their names, and a line about each."""

from natverkskollen.analysis.wording import verdict_names

WORDS: dict[str, tuple[str, str]] = {
    "place": (
        "Kommun eller region",
        "Skriv början av namnet. Folkmängden följer med ur SCB:s statistik.",
    ),
    "name": (
        "Kommunens eller regionens namn",
        "Som det ska stå i tjänsteskrivelsen, till exempel Tierps kommun.",
    ),
    "inhabitants": (
        "Antal invånare",
        "Medlemsavgifterna räknas på folkmängden. Skriv till exempel 21 000.",
    ),
    "inhabitants_day": (
        "Folkmängden gäller",
        "Ett år, eller en dag som ÅÅÅÅ-MM-DD. Ett år betyder den 31 december det året.",
    ),
    "title": ("Utvärderingens namn", "Rubriken i programmet."),
    "date": ("Ärendets dag", "ÅÅÅÅ-MM-DD. Året avgör vilket års avgifter som räknas."),
    "body": ("Vem som beslutar", "Organet som ska besluta, till exempel Kommunstyrelsen."),
    "diarienummer": ("Diarienummer", "Till exempel KS-2026/12."),
    "case_title": ("Ärenderubrik", "Tjänsteskrivelsens rubrik. Tomt ger programmets egen."),
    "department": ("Förvaltning", "Den som skriver, till exempel Miljöförvaltningen."),
    "officer": ("Handläggare", "Rollen, inte namnet, till exempel Miljöstrateg."),
    "officer_phone": ("Handläggarens telefon", "Till exempel 08-535 300 00, som i ert brevhuvud."),
    "officer_email": ("Handläggarens e-post", "Till exempel kommunstyrelsen@provkoping.se."),
    "next_evaluation": (
        "Nästa utvärdering",
        "ÅÅÅÅ-MM-DD. Dagen visas på Översikt och ändras på Klar.",
    ),
    "assignment_body": ("Vem som gav uppdraget", "Till exempel Klimatnämnden."),
    "assignment_day": ("Uppdragets dag", "ÅÅÅÅ-MM-DD, eller bara året."),
    "assignment_paragraph": ("Uppdragets paragraf", "Paragrafen i protokollet, till exempel 14."),
    "assignment_text": ("Uppdraget", "Börja med ”att”: att se över medlemskapen."),
    "background": ("Bakgrund", "Det som har hänt före uppdraget. Skriv i tredje person."),
    "method": ("Så gjordes utvärderingen", "Vilka som har frågats och vad ni har läst."),
    "conclusion": ("Förvaltningens slutsats", "Det viktigaste först."),
    "legal": ("Juridiska konsekvenser", "Tomt om det inte finns några att skriva om."),
    "follow_up": ("Uppföljning", "Hur och när beslutet följs upp."),
    "sent_to": ("Beslutet skickas till", "En mottagare per rad."),
    "signatures": ("Underskrifter", "En befattning eller ett namn per rad, som mallen visar dem."),
    "networks": (
        "Nätverk",
        "De som ska bedömas, som ni är med i eller överväger. Saknas ett nätverk lägger du "
        "till det på sidan Nätverken. Det du har skrivit här finns kvar.",
    ),
    "considered": (
        "Vilka av dem är ni inte med i?",
        f"Då heter resultatet {verdict_names(member=False)}, och avgiften räknas inte in i det ni "
        "betalar i dag.",
    ),
    "criteria": (
        "Kriteriesamling",
        "Alla frågor som ställs om varje nätverk, med nivåer och vikter.",
    ),
    "profile": ("Vikter", "Andra vikter går att pröva på sidan Resultat."),
    "assessors": (
        "Bedömare",
        "En roll per rad, inte namn. En räcker. Är ni flera svarar var och en för sig först.",
    ),
}
