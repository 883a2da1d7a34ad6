"""What the words mean: one source for the help on the pages and for docs/ordlista.md."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Term:
    """A word on screen, what it is called in the code, and what it means."""

    word: str
    code: str
    meaning: str


_HEAD = """# Ordlista

Orden som används på skärmen, i tjänsteskrivelsen och i koden. Koden är på engelska och använder
fältets vedertagna termer. Läsaren möter bara den svenska spalten. Listan skrivs i
`natverkskollen/swedish/glossary.py`, där sidornas förklaringar också hämtas.

| Svenska | I koden | Betyder |
|---|---|---|
"""
TERMS = (
    Term(
        "Nätverk",
        "network",
        "En förening eller ett samarbete som kommunen är eller kan bli medlem i.",
    ),
    Term(
        "Medlemskap",
        "membership",
        "Kommunens plats i ett nätverk, med avgift, arbetstid och uppdrag.",
    ),
    Term(
        "Utvärdering", "evaluation", "En genomgång av en eller flera medlemskap vid ett tillfälle."
    ),
    Term(
        "Kriteriesamling",
        "criteria set",
        "Alla frågor som ställs om ett nätverk, med nivåer, vikter och gränser.",
    ),
    Term("Version", "revision", "En lydelse av kriteriesamlingen, med ett namn som 2026-11."),
    Term(
        "Byt till version",
        "go over, migration",
        "Låta en utvärdering följa en annan version av kriterierna.",
    ),
    Term(
        "Svar som inte räknas",
        "set aside",
        "Ett svar vars kriterium är borttaget eller besvaras på ett annat sätt; det finns kvar.",
    ),
    Term("Tema", "theme", "En grupp kriterier med en gemensam vikt, till exempel Kostnad."),
    Term("Kriterium", "criterion", "En fråga som besvaras för varje nätverk."),
    Term(
        "Bedömt kriterium",
        "judged criterion",
        "Besvaras med ett steg på en skala där varje steg har en skriven text.",
    ),
    Term(
        "Talkriterium",
        "number criterion",
        "Besvaras med ett tal i en enhet, till exempel timmar per år.",
    ),
    Term(
        "Beräknat kriterium",
        "computed criterion",
        "Besvaras inte: talet följer av uppgifterna, till exempel kostnad per år.",
    ),
    Term(
        "Nivåtext", "level, anchor", "Vad ett steg på skalan betyder, skrivet innan någon bedömer."
    ),
    Term("Svar, poäng", "answer, score", "Det steg eller tal som en bedömare anger."),
    Term(
        "Intervall",
        "span",
        "Ett svar som ligger någonstans mellan två steg eller tal, till exempel 2–3.",
    ),
    Term(
        "Ej bedömt",
        "not assessed",
        "Ingen har svarat. Räknas varken som noll eller som medelvärde.",
    ),
    Term(
        "Ej tillämpligt",
        "not applicable",
        "Frågan passar inte nätverket. Den räknas bort och kräver ett skäl.",
    ),
    Term(
        "Motivering", "rationale", "Varför svaret är som det är, så att en ledamot kan följa det."
    ),
    Term("Belägg", "evidence", "Uppgiften eller citatet som svaret vilar på, med källa."),
    Term(
        "Vad uppgiften bygger på",
        "evidence grade",
        "A dokumenterad uppgift, B nätverkets uppgift eller intervju, C egen bedömning.",
    ),
    Term("Bedömare", "assessor", "Den som svarar, angiven med roll och inte med namn."),
    Term("Gemensamt svar", "joint answer", "Det svar som flera bedömare har enats om."),
    Term("Värde", "value", "Vad ett svar är värt på en skala från 0 till 100."),
    Term(
        "Värdefunktion",
        "value function",
        "Hur ett tal blir ett värde: räta linjer mellan fasta punkter.",
    ),
    Term("Vikt", "weight", "Hur mycket ett tema eller kriterium räknas jämfört med de andra."),
    Term(
        "Viktprofil",
        "weight profile",
        "En namngiven fördelning av temanas vikter, till exempel Klimatmål.",
    ),
    Term("Sammanvägt värde", "total", "Det vägda medelvärdet av temanas värden."),
    Term("Nytta", "benefit", "Det sammanvägda värdet utan kostnadstemat."),
    Term(
        "Lägst–högst", "bounds", "Vad värdet kan bli i sämsta och bästa fall med de svar som finns."
    ),
    Term("Andel bedömd", "coverage", "Hur stor del av vikten som är bedömd."),
    Term(
        "Resultat",
        "verdict",
        "Vad värdet säger enligt gränserna: fortsätt, avvakta eller begär utträde. För den som "
        "inte är medlem: ansök, avvakta eller ansök inte.",
    ),
    Term(
        "Fortsätt, ansök",
        "keep",
        "Värdet når den övre gränsen och inga miniminivåer saknas.",
    ),
    Term(
        "Avvakta", "come-back", "Värdet ligger mellan gränserna, eller en miniminivå är inte nådd."
    ),
    Term("Begär utträde, ansök inte", "leave", "Värdet ligger under den nedre gränsen."),
    Term(
        "Underlaget räcker inte",
        "no verdict",
        "För lite är bedömt eller tillämpligt, eller så avgör det obesvarade ensamt.",
    ),
    Term(
        "Miniminivå",
        "minimum level",
        "Ett steg som måste nås på ett kriterium för att ”fortsätt” eller ”ansök” ska gälla.",
    ),
    Term(
        "Förslag till beslut",
        "decision",
        "Det en människa föreslår. Resultatet är ett stöd och avgör inte.",
    ),
    Term(
        "Uppgift",
        "fact",
        "Något som en källa säger om ett nätverk, med datum, dokument, plats och citat.",
    ),
    Term("Avgiftsregel", "fee, tariff", "Hur nätverket räknar ut medlemsavgiften."),
    Term("Datamapp", "data folder", "Mappen med criteria, networks, evaluations och templates."),
    Term("Tjänsteskrivelse", "memo", "Förvaltningens förslag till nämnden, i kommunens egen mall."),
    Term("Brytpunkt", "switching value", "Den vikt där resultatet för ett nätverk ändras."),
    Term(
        "Plats i beräkningarna",
        "rank acceptability",
        "I hur många beräkningar av hundra, med andra vikter, ett nätverk får en viss plats.",
    ),
    Term(
        "Typisk viktning",
        "central weight",
        "Hur temana i medeltal vägs i de beräkningar som ger ett visst resultat.",
    ),
    Term(
        "Att kontrollera",
        "finding",
        "Något i underlaget som skaver: en motsägelse, en gammal uppgift, en summa som är fel.",
    ),
    Term(
        "Säker, ganska säker",
        "clear, likely",
        "Resultatet är detsamma i nästan alla beräkningar, eller i de flesta av dem.",
    ),
    Term(
        "Osäker",
        "weights, evidence",
        "Resultatet ändras i många beräkningar: viktningen eller underlaget avgör det.",
    ),
    Term(
        "Rimlig viktning",
        "reasonable weighting",
        "En fördelning nära den valda: varje tema mellan hälften och dubbelt så tungt.",
    ),
    Term(
        "Läsbarhetsindex, LIX",
        "lix",
        "Ett grovt mått på hur långa meningarna och orden är. Under 50 är lagom för en skrivelse.",
    ),
)
_BY_WORD = {term.word: term for term in TERMS}


def term(word: str) -> Term:
    """The term with this word; KeyError where the glossary lacks it."""
    return _BY_WORD[word]


def glossary() -> str:
    """The glossary as docs/ordlista.md holds it."""
    return _HEAD + "".join(f"| {t.word} | {t.code} | {t.meaning} |\n" for t in TERMS)
