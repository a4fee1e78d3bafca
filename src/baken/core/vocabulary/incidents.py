"""The closed lists of data leaks (V30, AVG 33 and 34)."""

from baken.core.vocabulary.outcomes import Choices
from baken.core.vocabulary.text import Text

WHAT: Choices = {
    "sent_wrong": Text("iets ging naar de verkeerde persoon", "something went to the wrong person"),
    "seen": Text("iemand zag iets wat niet mocht", "somebody saw what they should not have"),
    "lost": Text("iets is kwijt of gestolen", "something is lost or stolen"),
    "attack": Text("inbraak op een account of systeem", "break-in to an account or system"),
    "gone": Text("gegevens zijn weg of veranderd", "data are gone or changed"),
    "other": Text("iets anders", "something else"),
}
WHERE: Choices = {
    "own": Text("bij onze eigen organisatie", "at our own organisation"),
    "processor": Text(
        "bij de leverancier van een systeem (verwerker)", "at a supplier of a system (processor)"
    ),
    "partner": Text("bij een partner die het van ons kreeg", "at a partner that had it from us"),
}
ONGOING: Choices = {
    "yes": Text("ja, het gaat nog door", "yes, it is still going on"),
    "no": Text("nee, het is gestopt", "no, it has stopped"),
    "unknown": Text("weet ik niet", "I do not know"),
}
RISK: Choices = {
    "unlikely": Text("een risico voor mensen is niet waarschijnlijk", "a risk for people is unlikely"),
    "risk": Text("er is een risico voor mensen", "there is a risk for people"),
    "high": Text("er is een hoog risico voor mensen", "there is a high risk for people"),
}
AUTHORITY: Choices = {
    "tell": Text(
        "ja, melden bij de Autoriteit Persoonsgegevens", "yes, notify the data protection authority (AP)"
    ),
    "not_needed": Text("nee, melden is niet nodig", "no, notifying is not needed"),
}
PEOPLE: Choices = {
    "tell": Text("ja, de mensen om wie het gaat inlichten", "yes, tell the people it concerns"),
    "later": Text(
        "ja, maar nog niet: dat zou nu iemand in gevaar brengen",
        "yes, but not yet: that would endanger somebody now",
    ),
    "not_needed": Text("nee, inlichten is niet nodig", "no, telling them is not needed"),
}
