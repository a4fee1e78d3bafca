"""The draft entry for the Dutch algorithm register, made from the policy in use: what its rules suggest (V18).

It says what Baken does, under the names of the register's own fields. It decides nothing, and is nobody's signature.
"""

from collections.abc import Mapping
from datetime import date

from baken import __name__ as product
from baken.core.policy.bundle import Bundle
from baken.core.vocabulary.text import Text
from baken.web.fields import said

ROUTE: Mapping[str, Text] = {
    "naam": Text(
        "Voorstellen op de meldroute mensenhandel", "Suggestions on the reporting route for trafficking"
    ),
    "thema": Text("Openbare orde en veiligheid", "Public order and safety"),
    "type": Text("Vaste regels, geen zelflerend systeem", "Fixed rules, nothing that learns"),
    "korte_omschrijving": Text(
        "Baken stelt volgende stappen en partners voor bij een signaal van mogelijke mensenhandel. Een "
        "mens beslist.",
        "Baken suggests next steps and partners for a signal of possible trafficking. A person decides.",
    ),
    "doel": Text(
        "Zorgen dat geen verplichte stap wordt vergeten en dat de juiste partner het hoort.",
        "To see that no required step is forgotten and the right partner hears of it.",
    ),
    "impact": Text(
        "Een voorstel bepaalt welke partner in beeld komt. Het zegt niets over personen: er is geen "
        "score, rang of label.",
        "A suggestion says which partner comes into view. It says nothing about persons: no score, rank "
        "or label.",
    ),
    "afwegingen": Text(
        "Alleen feiten over het signaal tellen (vorm, haast, leeftijd, verblijf), nooit nationaliteit "
        "of herkomst.",
        "Only facts about the signal count (form, urgency, age, residence), never nationality or origin.",
    ),
    "menselijke_tussenkomst": Text(
        "Elk voorstel toont de reden en de bron, en kan met een reden worden gepasseerd.",
        "Each suggestion shows its reason and source, and can be passed over with a reason.",
    ),
    "risicobeheer": Text(
        "Het beleid wordt voor elk mogelijk signaal nagerekend voordat het in gebruik kan; een tweede "
        "mens bevestigt.",
        "The policy is worked out for every possible signal before it can be in use; a second person "
        "confirms.",
    ),
    "wettelijke_basis": Text(
        "Zie het verwerkingsregister; de gemeente toetst de grondslagen.",
        "See the register of processing; the municipality checks the grounds.",
    ),
    "gegevens": Text(
        "De feiten van het signaal zoals een medewerker ze vaststelt.",
        "The facts of the signal as an officer establishes them.",
    ),
}
CARE: Mapping[str, Text] = {
    "naam": Text(
        "Rechten en termijnen van vermoedelijke slachtoffers van mensenhandel",
        "Entitlements and deadlines of presumed victims of trafficking",
    ),
    "thema": Text("Zorg en gezondheid", "Care and health"),
    "type": Text("Vaste regels, geen zelflerend systeem", "Fixed rules, nothing that learns"),
    "korte_omschrijving": Text(
        "Baken zegt waar een cliënt volgens de regels recht op kan hebben, welke stappen daarbij horen en welke "
        "dagen tellen. Een mens beslist.",
        "Baken says what a client may be entitled to by the rules, which steps go with it and which days count. A "
        "person decides.",
    ),
    "doel": Text(
        "Zorgen dat geen recht wordt vergeten en geen termijn ongemerkt voorbijgaat.",
        "To see that no entitlement is forgotten and no deadline passes unseen.",
    ),
    "impact": Text(
        "Een vergeten recht of een verkeerde dag kan iemand hulp of verblijf kosten. Daarom zegt Baken het als een "
        "feit ontbreekt of iets niet zeker is. Er is geen score, rang of label.",
        "A forgotten entitlement or a wrong day can cost somebody help or residence. So Baken says where a fact "
        "is missing or something is not sure. There is no score, rank or label.",
    ),
    "afwegingen": Text(
        "Alleen wat de wet noemt telt: leeftijd, verblijf, Nederlands, burger van de EU of van daarbuiten, de keuze "
        "voor aangifte of medewerking, en dagen van besluiten. Nooit welk land, en nooit herkomst.",
        "Only what the law names counts: age, residence, Dutch, citizen of the EU or of elsewhere, the choice for a "
        "complaint or cooperation, and days of decisions. Never which country, and never origin.",
    ),
    "menselijke_tussenkomst": Text(
        "Elke regel toont de reden en de bron. De zorgcoördinator stelt de feiten vast en doet de stappen; niets "
        "gebeurt vanzelf.",
        "Each rule shows its reason and source. The care coordinator establishes the facts and takes the steps; "
        "nothing happens by itself.",
    ),
    "risicobeheer": Text(
        "De regels zijn nagerekend met uitgewerkte gevallen; wat niet is bevestigd, staat er zo bij; een tweede mens "
        "bevestigt een wijziging.",
        "The rules are worked out with cases; what is not confirmed says so; a second person confirms a change.",
    ),
    "wettelijke_basis": Text(
        "Zie het verwerkingsregister; de zorgorganisatie toetst de grondslagen.",
        "See the register of processing; the care organisation checks the grounds.",
    ),
    "gegevens": Text(
        "De feiten van het cliëntdossier zoals de zorgcoördinator ze vaststelt.",
        "The facts of the client file as the care coordinator establishes them.",
    ),
}
WORKING = Text(
    "Leesbare regels in het beleid {policy} van {since}; openbaar, met bron per regel.",
    "Readable rules in policy {policy} of {since}; public, with a source for each rule.",
)
STATUS = Text("Concept van {day}; nog niet gepubliceerd", "Draft of {day}; not published yet")


def entry(bundle: Bundle, organisation: str, *, today: date) -> dict[str, str]:
    """Return the entry: of the rules of a reporting route, or of those of care, as the organisation uses."""
    fields = {
        **(CARE if bundle.kind == "care" else ROUTE),
        "organisatie": Text(organisation, organisation),
        "technische_werking": WORKING.format(policy=bundle.id, since=bundle.valid_from.isoformat()),
        "leverancier": Text(product.capitalize(), product.capitalize()),
        "status": STATUS.format(day=today.isoformat()),
    }
    return {name: said(text) for name, text in fields.items()}
