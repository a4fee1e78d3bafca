"""Words of outreach and campaigns: who was reached, through what, about what, and where the reporting point stands."""

from collections.abc import Mapping

from baken.core.vocabulary.text import Text

Words = Mapping[str, Text]

KINDS: Words = {
    "school": Text("school of opleiding", "school or college"),
    "care": Text("zorgaanbieder", "care provider"),
    "welfare": Text("welzijnsinstelling", "welfare institution"),
    "housing": Text("woningcorporatie", "housing corporation"),
    "safety": Text("veiligheidspartner", "safety partner"),
    "business": Text("ondernemer of branche", "entrepreneur or trade"),
    "other": Text("anders", "other"),
}
"""What kind of organisation was reached."""
OWED = ("school", "care", "welfare", "housing", "safety")
"""The kinds that the policy of a region names (COMM-03)."""
HOW: Words = {
    "meeting": Text("in een bijeenkomst of gesprek", "at a meeting or in a conversation"),
    "mail": Text("per mail", "by mail"),
    "board": Text("via het bestuur of de directie", "through the board or the directors"),
}
"""Through what an organisation was reached (COMM-03)."""
ABOUT: Words = {
    "training": Text("het aanbod van trainingen", "the training that is offered"),
    "focal_point": Text("wie de aandachtsfunctionaris is", "who the focal point is"),
    "reporting": Text("waar men kan melden", "where one can report"),
    "signals": Text("hoe men signalen herkent", "how to recognise signals"),
    "help": Text("welke hulp er is", "what help there is"),
}
"""What an organisation was told (COMM-02, COMM-03)."""

INSIDE: Words = {
    "intranet": Text("intranet", "intranet"),
    "team_meeting": Text("werkoverleg", "team meeting"),
    "newsletter": Text("nieuwsbrief voor medewerkers", "staff newsletter"),
    "starters": Text("introductie van nieuwe medewerkers", "introduction of new staff"),
    "own_poster": Text("poster of kaart in het eigen gebouw", "poster or card in the own building"),
}
"""Where the own organisation reads where one can report (COMM-07)."""
OUTSIDE: Words = {
    "website": Text("website van de gemeente", "website of the municipality"),
    "paper": Text("huis-aan-huisblad of krant", "local paper"),
    "social": Text("sociale media", "social media"),
    "public_poster": Text("poster of scherm in de gemeente", "poster or screen in the municipality"),
    "letter": Text("brief aan inwoners of ondernemers", "letter to residents or entrepreneurs"),
    "event": Text("bijeenkomst of markt", "meeting or market"),
}
"""Where the municipality reads where one can report (COMM-04)."""
PLACES: Words = {**INSIDE, **OUTSIDE}

CHANNELS: Words = {
    **OUTSIDE,
    "intranet": INSIDE["intranet"],
    "newsletter": Text("nieuwsbrief", "newsletter"),
    "school_visit": Text("les of bezoek op school", "lesson or visit at school"),
    "partners": Text("via partners", "through partners"),
    "advertisement": Text("advertentie", "advertisement"),
}
"""Through what a campaign reaches people (COMM-09)."""
