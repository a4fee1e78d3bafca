"""The fixed words of the route sheet, in both languages: it is printed in the language that is asked for."""

from baken.core.vocabulary.text import Text

AUDIENCES = {
    "staff": Text("Voor wie een signaal heeft", "For who has a signal"),
    "focal_point": Text(
        "Voor de aandachtsfunctionaris en de achtervang", "For the focal point and the deputy"
    ),
    "everyone": Text("Alles bij elkaar, voor intern gebruik", "Everything together, for internal use"),
}
HINTS = {
    "staff": Text(
        "Wie u aanspreekt, wat u doet en wat niet. Zonder de partners.",
        "Whom you turn to, what you do and what not. Without the partners.",
    ),
    "focal_point": Text(
        "De stappen, wie het moet weten, de partners en de overleggen.",
        "The steps, who must be told, the partners and the tables.",
    ),
    "everyone": Text("Beide bladen samen.", "Both sheets together."),
}
LANGUAGES = {"nl": Text("Nederlands", "Dutch"), "en": Text("Engels", "English")}

TITLE = Text("Meldroute mensenhandel: {name}", "Trafficking reporting route: {name}")
INTERNAL = Text("Alleen voor intern gebruik", "For internal use only")
WHY_INTERNAL = Text(
    "Hierop staan namen en adressen van mensen. Geef dit blad niet aan anderen.",
    "This holds names and addresses of people. Do not give this sheet to others.",
)
FROM_POLICY = Text(
    "Uit het beleid van {policy}, versie van {since}", "From the policy of {policy}, version of {since}"
)
IN_USE = Text("In gebruik sinds {day}. Besluit: {decision}", "In use since {day}. Decision: {decision}")
MADE = Text("Gemaakt op {day}", "Made on {day}")
MAKE_ANEW = Text(
    "Mensen en regels veranderen. Maak het blad opnieuw als het ouder is dan een paar maanden.",
    "People and rules change. Make the sheet anew when it is older than a few months.",
)

CALL = Text("Bel eerst", "Call first")
PEOPLE = Text("Collega's", "Colleagues")
PEOPLE_STAFF = Text("Aan wie u het vertelt", "Whom you tell")
NOBODY = Text(
    "Er staat nog niemand in Baken met deze taak. Vraag de beheerder.",
    "Nobody has this task in Baken yet. Ask the administrator.",
)
REPORT_AT = Text("U kunt het ook doorgeven op {address}", "You can also report it at {address}")
CONDUCT = Text("Wat u doet, en wat niet", "What you do, and what not")
DO, DONT = Text("Doe dit wel", "Do this"), Text("Doe dit niet", "Do not do this")
NOTE = Text("Houd dit in gedachten", "Keep this in mind")
YOURS = Text("Uw stap", "Your step")
AFTERWARDS = Text("Wat de aandachtsfunctionaris daarna doet", "What the focal point does then")
CARD_AT = Text("Waar u op kunt letten: {address}", "What you can notice: {address}")
ROUTE = Text("De route, stap voor stap", "The route, step by step")
ROUTE_LEAD = Text(
    "Bij gevaar mag de volgorde anders. Wat dan nog moet, blijft staan.",
    "In danger the order may differ. What is left to do then stays on the list.",
)
ADVICE = Text("Let hierop", "Mind this")
HOLDS = Text("Wat eerst moet", "What must come first")
MUST_KNOW = Text("Wie het moet weten", "Who must be told")
MUST_KNOW_LEAD = Text(
    "Alle regels tellen. Een partner leest nooit wie de melder is.",
    "All rules count. A partner never reads who reported.",
)
OTHER_PROBLEM = Text("Is het een ander probleem", "When it is another problem")
TABLES = Text("Overleggen", "Tables")
PARTNERS = Text("Partners in de route", "Partners in the route")
OTHERS = Text("Andere partners", "Other partners")
NO_CONTACT_LEAD = Text(
    "Bij een streepje is nog niet opgeschreven hoe u de partner bereikt.",
    "Where there is a dash, how to reach the partner was not written down yet.",
)
IN_BAKEN = Text("krijgt het in Baken zelf", "receives it in Baken itself")
PLACES = Text("Andere meldpunten", "Other reporting points")

NAME, FUNCTION, EMAIL = Text("Naam", "Name"), Text("Taak", "Task"), Text("E-mail", "E-mail")
WHO, WHEN, TERM = Text("Wie", "Who"), Text("Wanneer", "When"), Text("Termijn", "Term")
REACH, SOURCE = Text("Bereiken", "Reach"), Text("Bron", "Source")
PARTNER, DOES = Text("Partner", "Partner"), Text("Waarvoor", "For what")
REQUIRED, SUGGESTED = Text("moet", "must"), Text("aangeraden", "suggested")
NAMELESS = Text("zonder naam volstaat", "nameless suffices")
OPTIONAL = Text("mag, hoeft niet", "possible, not obligatory")
HOW = Text("Moet of mag", "Must or may")
FIRST, BEFORE = Text("Eerst", "First"), Text("Daarna pas", "Only then")
UNLESS = Text("Hoeft niet te wachten", "Need not wait")
WITH_REASON = Text("{when} Leg dan de reden vast.", "{when} Then record the reason.")
SIT_THERE = Text("Wie daar zitten", "Who sit there")
CONTACTS = Text("Contactpersonen bij partners", "Contacts at partners")
GONE = Text("niet meer in het beleid", "not in the policy any more")
NOWHERE = Text("–", "–")
