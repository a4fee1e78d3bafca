"""Where else someone can go, and when: the same list on the front door, in the footer and on error pages.

Public numbers of national services; a policy may name more, on the page of its own municipality.
"""

from dataclasses import dataclass

from baken.core.vocabulary.text import Text


@dataclass(frozen=True, slots=True)
class Place:
    """A service that answers: its number as people read and as telephones dial it, and when to use it."""

    name: Text
    number: str
    dial: str
    when: Text


EMERGENCY = Place(
    Text("Alarmnummer 112", "Emergency number 112"),
    "112",
    "112",
    Text(
        "Iemand is nu in gevaar, of het gebeurt op dit moment.",
        "Someone is in danger now, or it is happening at this moment.",
    ),
)

PLACES = (
    Place(
        Text("Politie", "Police"),
        "0900-8844",
        "09008844",
        Text(
            "Er is geen haast, maar u wilt met de politie praten of aangifte doen.",
            "There is no hurry, but you want to speak to the police or report a crime.",
        ),
    ),
    Place(
        Text("Veilig Thuis", "Veilig Thuis (safe at home)"),
        "0800-2000",
        "08002000",
        Text(
            "Geweld of misbruik thuis of in een relatie, of zorgen om een kind. Gratis, dag en nacht.",
            "Violence or abuse at home or in a relationship, or worry about a child. Free, day and night.",
        ),
    ),
    Place(
        Text("Nederlandse Arbeidsinspectie", "Netherlands Labour Authority"),
        "0800-5151",
        "08005151",
        Text(
            "Misstanden op het werk: te weinig loon, gevaarlijk werk, een ingenomen paspoort.",
            "Abuse at work: too little pay, dangerous work, a passport taken away.",
        ),
    ),
    Place(
        Text("Meld Misdaad Anoniem", "Meld Misdaad Anoniem (report crime anonymously)"),
        "0800-7000",
        "08007000",
        Text(
            "U weet iets over een misdaad en niemand mag weten wie u bent.",
            "You know something about a crime and nobody may know who you are.",
        ),
    ),
)
