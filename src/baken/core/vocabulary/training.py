"""Words of training: its forms, where a group stands, what is looked at with others (TRAIN-04, TRAIN-09, TRAIN-11)."""

from collections.abc import Mapping

from baken.core.vocabulary.text import Text

Words = Mapping[str, Text]

FORMS: Words = {
    "team_meeting": Text("onderwerp in een werkoverleg", "topic in a team meeting"),
    "meeting": Text("bijeenkomst", "meeting"),
    "session": Text("training", "training session"),
    "e_learning": Text("e-learning", "e-learning"),
    "webinar": Text("webinar", "webinar"),
    "brochure": Text("brochure", "brochure"),
}
"""How something is taught: the forms of a policy, and the work meeting that every policy begins with (MEET-08)."""

SORTS: Words = {
    "internal": Text("van de eigen organisatie", "of the own organisation"),
    "external": Text("buiten de organisatie", "outside the organisation"),
}

STATES: Words = {
    "never": Text("nog nooit", "never yet"),
    "late": Text("te laat", "late"),
    "soon": Text("binnenkort", "soon"),
    "open": Text("geen termijn", "no term"),
    "fine": Text("op tijd", "in time"),
}

CHECKS: Words = {
    "safe_home": Text(
        "Staat in de afspraken met Veilig Thuis dat medewerkers alert zijn op mensenhandel?",
        "Do the agreements with Veilig Thuis say that its staff are alert to trafficking?",
    ),
    "reporting_code": Text(
        "Gaat het in de training over de meldcode ook over mensenhandel?",
        "Does training in the reporting code also deal with trafficking?",
    ),
}
"""What a municipality looks at with others, because it does not train them itself."""
SHORT: Words = {
    "safe_home": Text("Afspraken met Veilig Thuis", "Agreements with Veilig Thuis"),
    "reporting_code": Text("Training in de meldcode", "Training in the reporting code"),
}
FOUND: Words = {
    "yes": Text("ja", "yes"),
    "partly": Text("voor een deel", "in part"),
    "no": Text("nee", "no"),
}
