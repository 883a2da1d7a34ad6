"""What a person fills in about a network: the fields, and the parts of its file in words."""

WORDS: dict[str, tuple[str, str]] = {
    "name": ("Nätverkets namn", "Hela namnet, som det ska stå i tjänsteskrivelsen."),
    "short": ("Kort namn", "Det som står i tabeller. Tomt ger hela namnet."),
    "membership": ("Vad det kallas att vara med", ""),
    "description": ("Vad nätverket är", "En eller två meningar."),
    "website": ("Webbplats", "Hela adressen, med https://."),
    "kind": ("Så räknas avgiften", ""),
    "member": ("Gäller för", ""),
    "year": ("Gäller från år", "Året avgiften började gälla, till exempel 2026."),
    "fixed": ("Fast belopp", "I den valuta som står på fakturan, till exempel 30 000."),
    "per_inhabitant": ("Belopp per invånare", "I kronor: 30 öre skrivs 0,30."),
    "max_inhabitants": ("Högsta antal invånare", "Om ni inte betalar för fler än så."),
    "min_amount": ("Lägsta avgift", "Om avgiften aldrig blir lägre."),
    "max_amount": ("Högsta avgift", "Om avgiften aldrig blir högre."),
    "steps": (
        "Stegen",
        "Ett steg per rad: högsta antalet invånare, kolon och beloppet. 10 000: 5 100. "
        "Sista raden gäller de övriga: fler: 9 300.",
    ),
    "per_mille": ("Andel i promille", "Kronor per tusen kronor, till exempel 0,4."),
    "share_of": ("Andel av vad", ""),
    "capacity": (
        "Medelskattekraft i riket",
        "Kronor per invånare, som nätverket räknar med, till exempel 256 000.",
    ),
    "sum_before": ("Vilket års summa som räknas", ""),
    "discount_percent": ("Rabatt för stora, procent", "Om de största betalar mindre."),
    "discount_above": ("Rabatten gäller över så här många invånare", "Till exempel 200 000."),
    "years_before": ("Vilken folkmängd som räknas", ""),
    "vat_percent": ("Moms i procent", "Om momsen läggs på beloppet, till exempel 25."),
    "currency": ("Valuta", ""),
    "document": ("Var står avgiften?", "Vad dokumentet heter, till exempel Faktura 2026."),
    "found": ("Var finns dokumentet?", "Diarienummer, webbadress, eller var det ligger hos er."),
    "quote": ("Vad står det?", "Av orden i dokumentet, till exempel: Medlemsavgift 30 000 kr."),
    "notice": ("Uppsägning", "Som det står i stadgarna. Tomt betyder okänt."),
    "last_notice_day": ("Sista dag för uppsägning varje år", "Månad och dag, till exempel 09-30."),
    "entry": ("Inträde", "Vad som krävs för att bli medlem."),
}
PARTS = {
    "name": "namnet",
    "short": "kortnamnet",
    "called": "vad nätverket kallas i löpande text",
    "membership": "vad det kallas att vara med",
    "description": "beskrivningen",
    "website": "webbplatsen",
    "documents": "dokumenten",
    "fees": "avgiften",
    "terms": "villkoren",
    "facts": "uppgifterna",
    "members": "medlemslistan",
}
LAGS = {
    "": "Den senaste som är känd",
    "1": "Den 31 december året före",
    "2": "Den 31 december två år före",
}
SUMS = {
    "tax_income": "Skatteintäkter och generella statsbidrag",
    "tax_base": "Skatteunderlaget",
    "national_tax_capacity": "Medelskattekraften i riket gånger antalet invånare",
}
SUM_LAGS = {
    "": "Den senaste som är känd",
    "0": "Avgiftsårets",
    "1": "Året före avgiftsåret",
    "2": "Två år före avgiftsåret",
}
CURRENCIES = {
    "SEK": "Kronor",
    "EUR": "Euro",
    "NOK": "Norska kronor",
    "DKK": "Danska kronor",
    "USD": "Amerikanska dollar",
}
