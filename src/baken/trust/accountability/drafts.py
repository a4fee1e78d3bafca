"""The draft that is made from the policy in use: the start of a DPIA.

It says what Baken does and what somebody must still answer. It decides nothing, and is nobody's signature.
"""

from typing import Any

from baken.core.policy.bundle import Bundle
from baken.core.vocabulary.text import Text
from baken.trust.accountability.queries import Entry, register
from baken.web.fields import said

RISKS: tuple[tuple[Text, Text], ...] = (
    (
        Text("Uitkomt wie heeft gemeld", "It comes out who reported"),
        Text(
            "Naam en contact liggen in een verzegelde envelop. Alleen wie de functie vervult opent haar, "
            "met een reden, "
            "en de FG ziet dat (V6, V7).",
            "Name and contact lie in a sealed envelope. Only who holds the post opens it, with a reason, "
            "and the FG "
            "sees that (V6, V7).",
        ),
    ),
    (
        Text("Iemand wordt ten onrechte verdacht", "Somebody is wrongly suspected"),
        Text(
            "Woorden spreken van mogelijk en vermoedelijk; een mens beoordeelt; een fout bereikt elke "
            "ontvanger, die dat "
            "bevestigt; ongegronde signalen gaan na weken weg (V14, V21, V26, V27).",
            "Words say possible and presumed; a person assesses; a mistake reaches every recipient, who "
            "confirms; "
            "unfounded signals go within weeks (V14, V21, V26, V27).",
        ),
    ),
    (
        Text("Gegevens gaan verder dan nodig", "Data goes further than needed"),
        Text(
            "Elke overdracht heeft een ontvanger, doel, grondslag en gekozen onderdelen; bij een "
            "beroepsgeheim en bij een "
            "minderjarige wordt eerst afgewogen (V2, V5, V31).",
            "Every hand-over has a recipient, purpose, ground and chosen pieces; with professional secrecy "
            "and with a "
            "minor it is weighed first (V2, V5, V31).",
        ),
    ),
    (
        Text("Medewerkers kijken zonder reden", "Staff look without a reason"),
        Text(
            "Elke inzage staat in het leeslogboek voordat de pagina verschijnt; de FG ziet wat een vraag "
            "waard is en een "
            "steekproef die niemand kiest (V9).",
            "Every look is in the read log before the page appears; the FG sees what deserves a question "
            "and a sample "
            "that nobody chooses (V9).",
        ),
    ),
    (
        Text("De database of een back-up wordt gestolen", "The database or a backup is stolen"),
        Text(
            "Inhoud is versleuteld per signaal of dossier, met sleutels in een aparte database; back-ups zijn gesloten "
            "voor wie de "
            "sleutel elders bewaart.",
            "Content is encrypted per signal or file, with keys in a database apart; backups are closed for whoever "
            "keeps the "
            "identity elsewhere.",
        ),
    ),
    (
        Text("Gegevens blijven te lang", "Data stays too long"),
        Text(
            "Elke soort heeft een termijn; wat weg moet gaat weg na goedkeuring van de archivaris, ook uit "
            "back-ups (V21).",
            "Each kind has a term; what must go goes after the archivist's approval, also from backups "
            "(V21).",
        ),
    ),
)
QUESTIONS: tuple[Text, ...] = (
    Text(
        "Klopt elke grondslag hierboven? Een jurist van uw organisatie toetst ze.",
        "Is every ground above right? A lawyer of your organisation checks them.",
    ),
    Text(
        "Wie zijn samen verantwoordelijk met het RIEC en het Zorg- en Veiligheidshuis, en in welk stuk "
        "staat dat?",
        "Who are jointly responsible with the RIEC and the care and safety house, and which paper says so?",
    ),
    Text("Waar staat de server, en wie beheert hem?", "Where does the server stand, and who keeps it?"),
    Text(
        "Zijn de betrokkenen of hun vertegenwoordigers gehoord? Zo nee, waarom niet?",
        "Were those concerned or their representatives heard? If not, why not?",
    ),
    Text(
        "Is het risico dat overblijft aanvaardbaar? Is het hoog, vraag dan eerst de Autoriteit "
        "Persoonsgegevens.",
        "Is the remaining risk acceptable? If it is high, ask the supervisory authority first.",
    ),
)
RISKS_OF_CARE: tuple[tuple[Text, Text], ...] = (
    (
        Text(
            "Iemand wordt gevonden door wie hem of haar uitbuitte", "Somebody is found by who exploited them"
        ),
        Text(
            "Afspraken over veilig contact staan bovenaan elk dossier. Een adres staat nooit in een lijst, een mail "
            "of een agenda.",
            "Rules for safe contact stand on top of every file. An address is never in a list, a mail or a calendar.",
        ),
    ),
    (
        Text("Een termijn over verblijf wordt gemist", "A term about residence is missed"),
        Text(
            "Baken waarschuwt ruim van tevoren. Wat gemist is, blijft zichtbaar tot het is afgehandeld; een termijn "
            "verandert nooit stil.",
            "Baken warns long before. What was missed stays in sight until it is handled; no term changes silently.",
        ),
    ),
    (
        Text("Iemand krijgt hulp alleen na aangifte", "Somebody gets help only after a complaint"),
        Text(
            "Geen stap vraagt om aangifte of om ja te zeggen slachtoffer te zijn. Uitleg over rechten staat daar los "
            "van (CARE-14, CARE-16).",
            "No step asks for a complaint or to say that one is a victim. Explaining rights does not depend on it "
            "(CARE-14, CARE-16).",
        ),
    ),
    (
        Text("Wat onder geheim is verteld, gaat verder", "What was told in confidence goes further"),
        Text(
            "Per ontvanger is er toestemming, die in te trekken is, of een vastgelegde afweging. De gemeente ziet "
            "alleen aangemeld, opgepakt en de volgende controle (V5).",
            "For each recipient there is consent, which can be withdrawn, or a recorded weighing. The municipality "
            "sees no more than notified, taken up and the next check (V5).",
        ),
    ),
    *RISKS[3:],
)
ABOUT = Text(
    "{organisation} neemt signalen van mogelijke mensenhandel aan, weegt ze, en geeft ze door aan wie kan helpen of "
    "ingrijpen, volgens het eigen beleid ({policy}, geldig vanaf {since}).",
    "{organisation} takes in signals of possible trafficking, weighs them, and passes them on to who can help or act, "
    "by its own policy ({policy}, valid from {since}).",
)
ABOUT_CARE = Text(
    "{organisation} krijgt meldingen over vermoedelijke slachtoffers van mensenhandel en coördineert hun hulp: opvang, "
    "zorg, verblijf, inkomen en wat verder nodig is, volgens de eigen regels ({policy}, geldig vanaf {since}).",
    "{organisation} receives notifications about presumed victims of trafficking and coordinates their help: shelter, "
    "care, residence, income and what else is needed, by its own rules ({policy}, valid from {since}).",
)
REMAINS: tuple[Text, ...] = (
    Text(
        "Wie de draaiende server in handen heeft, ziet wat er langskomt.",
        "Who controls the running server sees what passes.",
    ),
    Text(
        "Soort, moment en partner van een signaal of dossier staan leesbaar in de database; de inhoud niet.",
        "Kind, moment and partner of a signal or file stand readable in the database; the content does not.",
    ),
    Text(
        "Een verhaal kan zelf verraden wie het vertelt. De aandachtsfunctionaris leest het daarop na.",
        "A story can give away who tells it. The focal point reads it with that in mind.",
    ),
)


def dpia(bundle: Bundle, organisation: str) -> list[dict[str, Any]]:
    """Return the start of a DPIA, as pieces with a title and lines."""
    about = (ABOUT_CARE if bundle.kind == "care" else ABOUT).format(
        organisation=organisation, policy=bundle.id, since=bundle.valid_from.isoformat()
    )
    why = Text(
        "Bijzondere en strafrechtelijke gegevens, kwetsbare mensen, minderjarigen, en uitwisseling tussen "
        "organisaties: "
        "daarom is een DPIA verplicht voordat het werk begint.",
        "Special and criminal data, vulnerable people, minors, and exchange between organisations: so a "
        "DPIA is a duty "
        "before the work begins.",
    )
    pieces = [(Text("Wat er gebeurt", "What is done"), [about, why])]
    pieces += [(entry.name, _lines(entry)) for entry in register(bundle)]
    pieces += [
        (
            Text("Risico's, en wat Baken ertegen doet", "Risks, and what Baken does about them"),
            [
                Text("{risk}. {measure}", "{risk}. {measure}").format(risk=risk, measure=how)
                for risk, how in (RISKS_OF_CARE if bundle.kind == "care" else RISKS)
            ],
        ),
        (Text("Wat overblijft", "What remains"), list(REMAINS)),
        (Text("Wat u zelf nog beantwoordt", "What you still answer yourself"), list(QUESTIONS)),
    ]
    return [{"title": said(title), "lines": [said(line) for line in lines]} for title, lines in pieces]


def _lines(entry: Entry) -> list[Text]:
    def one(term: Text, values: tuple[Text, ...]) -> Text:
        joined = Text("; ".join(v.nl for v in values), "; ".join(v.en for v in values))
        return Text("{term}: {values}.", "{term}: {values}.").format(term=term, values=joined)

    return [
        one(Text("Waarvoor", "What for"), entry.purposes),
        one(Text("Grondslag", "Ground"), entry.grounds),
        one(Text("Welke gegevens", "Which data"), entry.data),
        one(Text("Over wie", "About whom"), entry.people),
        one(Text("Wie het ziet", "Who sees it"), (entry.recipients,)),
        one(Text("Hoelang", "How long"), entry.terms),
    ]
