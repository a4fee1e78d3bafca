"""Sentences about people and their rights that page, paper and notice share."""

from collections.abc import Iterable

from baken.core.derive.access import ROLES
from baken.core.vocabulary.text import Text

NAME = Text("Naam", "Name")
ROLES_ = Text("Rollen", "Roles")
SINCE = Text("Sinds", "Since")
BY = Text("Gegeven door", "Given by")
VISIT = Text("Laatste bezoek", "Last visit")
FACTOR = Text("Tweede stap bij inloggen", "Second step at log-in")
POSTS = Text("Functies en achtervang", "Posts and standing in")
CHECKED = Text("Laatst gecontroleerd", "Last looked at")

COMMAND_LINE = Text(
    "de opdrachtregel, of de inlogdienst van de organisatie",
    "the command line, or the log-in service of the organisation",
)
GONE = Text("iemand die hier niet meer werkt", "somebody who works here no more")
BEFORE = Text("niet bekend", "not known")
NEVER = Text("nog nooit", "never yet")
INVITED = Text("uitgenodigd, nog niet binnen geweest", "invited, not come in yet")
NONE = Text("geen rol", "no role")

WAYS = {
    "app": Text("app met codes", "app with codes"),
    "passkey": Text("passkey", "passkey"),
    "sso": Text("via de eigen organisatie", "by the own organisation"),
}
NO_WAY = Text("nee", "no")
STANDS_IN = Text("achtervang voor {post}, tot {until}", "stands in for {post}, until {until}")

VACANT = Text("De functie {post} heeft niemand meer.", "Nobody holds the post {post} any more.")
VACANT_FOR_NOW = Text(
    "De functie {post} heeft niemand meer; een achtervang neemt waar tot {until}.",
    "Nobody holds the post {post} any more; a deputy stands in until {until}.",
)
GIVE_SEAT = Text(
    "{told} Kies een collega uit de lijst, en dan Functie geven.",
    "{told} Choose a colleague from the list, and then Give a post.",
)
TO_PEOPLE = Text("Naar de lijst", "To the list")
KEY_DEBT = Text(
    "De sleutel van {post} moet worden vernieuwd: {who} kon die openen en hoort dat niet meer te kunnen.",
    "The key of {post} must be renewed: {who} could open it and should not any more.",
)
LOOK_AT_KEY = Text("Bekijk de sleutel", "Look at the key")
REVIEW_DUE = Text(
    "De jaarlijkse controle van rechten had op {day} klaar moeten zijn.",
    "The yearly review of rights should have been done by {day}.",
)
MAIL_GIVEN_UP = Text(
    "Mail aan {who} werd twee weken lang geweigerd. Sinds {day} gaat die mail niet meer. Vraag of het adres nog klopt.",
    "Mail to {who} was refused for two weeks. Since {day} it is no longer sent. Ask whether the address is right.",
)
ANEW = Text(
    "{who} kreeg op {day} een code van {by} om opnieuw te beginnen met inloggen. Klopt dat?",
    "On {day} {who} was given a code by {by} to begin to log in anew. Is that right?",
)
LATELY = Text(
    "{who} kreeg op {day} een rol die leest wat over mensen is verteld: {roles}. Gegeven door: {by}.",
    "On {day} {who} was given a role that reads what was told about people: {roles}. Given by: {by}.",
)
SUPERVISES = Text(
    "{who} kreeg op {day} een rol die toezicht houdt: {roles}. Gegeven door: {by}.",
    "On {day} {who} was given a role that supervises: {roles}. Given by: {by}.",
)
UNSUPERVISED = Text(
    "Hier is niemand functionaris gegevensbescherming. Niemand ziet dus wie wat bekijkt.",
    "Nobody is data protection officer here. So nobody sees who looks at what.",
)


def roles(held: Iterable[str]) -> list[Text]:
    """Return roles by name, in the order of the table of rights."""
    there = set(held)
    return [role.name for code, role in ROLES.items() if code in there]


def joined(held: Iterable[str]) -> Text:
    """Return roles as one piece of a sentence."""
    named = roles(held) or [NONE]
    return Text(", ".join(one.nl for one in named), ", ".join(one.en for one in named))
