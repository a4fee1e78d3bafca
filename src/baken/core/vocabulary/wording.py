"""What facts, capacities and reporters are called on the page; the presumption is in every word (V27)."""

from collections.abc import Mapping

from baken.core.vocabulary.text import Text

Words = Mapping[str, Text]

UNKNOWN = Text("niet bekend", "not known")

FACT: Words = {
    "exploitation": Text("vorm van mogelijke uitbuiting", "form of possible exploitation"),
    "related": Text("wat er ook speelt", "what else is going on"),
    "urgency": Text("gevaar nu", "danger now"),
    "hardness": Text("hoe concreet het is", "how concrete it is"),
    "assessment": Text("beoordeling", "assessment"),
    "age": Text("leeftijd van het vermoedelijke slachtoffer", "age of the presumed victim"),
    "residence": Text("verblijf van het vermoedelijke slachtoffer", "residence of the presumed victim"),
    "unaccompanied_minor": Text("minderjarig en alleen in Nederland", "minor and alone in the Netherlands"),
    "reporter": Text("wie meldt", "who reports"),
    "reporter_named": Text("met of zonder naam", "with or without a name"),
}

VALUE: Mapping[str, Words] = {
    "exploitation": {
        "sexual": Text("seksuele uitbuiting", "sexual exploitation"),
        "labour": Text("arbeidsuitbuiting", "labour exploitation"),
        "criminal": Text("criminele uitbuiting", "criminal exploitation"),
        "organ_removal": Text("gedwongen orgaanverwijdering", "forced organ removal"),
    },
    "related": {
        "smuggling": Text("mensensmokkel", "migrant smuggling"),
        "prostitution": Text("prostitutie", "prostitution"),
        "image_abuse": Text(
            "ongewenst verspreiden van seksuele beelden", "unwanted spreading of sexual images"
        ),
        "substandard_housing": Text("slechte huisvesting", "bad housing"),
        "youth_recruitment": Text("ronselen van jongeren", "recruitment of young people"),
    },
    "urgency": {
        "acute": Text("acuut: iemand is nu in gevaar", "acute: somebody is in danger now"),
        "not_acute": Text("niet acuut", "not acute"),
        "unknown": UNKNOWN,
    },
    "hardness": {
        "hard": Text("concreet (hard signaal)", "concrete (hard signal)"),
        "soft": Text("nog niet concreet (zacht signaal)", "not concrete yet (soft signal)"),
        "unknown": UNKNOWN,
    },
    "assessment": {
        "open": Text("nog niet beoordeeld", "not assessed yet"),
        "not_trafficking": Text("geen mensenhandel", "not trafficking"),
        "other_phenomenon": Text(
            "geen mensenhandel, wel een ander probleem", "not trafficking, but another problem"
        ),
        "suspicion": Text("vermoeden van mensenhandel", "suspicion of trafficking"),
        "trafficking": Text("signaal van mensenhandel", "trafficking signal"),
    },
    "age": {
        "minor": Text("jonger dan 18 jaar", "younger than 18"),
        "adult": Text("18 jaar of ouder", "18 or older"),
        "unknown": UNKNOWN,
    },
    "residence": {
        "lawful": Text("rechtmatig verblijf", "lawful residence"),
        "unlawful": Text("geen rechtmatig verblijf", "no lawful residence"),
        "asylum": Text("vraagt asiel aan", "is asking for asylum"),
        "unknown": UNKNOWN,
    },
    "unaccompanied_minor": {
        "yes": Text("ja", "yes"),
        "no": Text("nee", "no"),
        "unknown": UNKNOWN,
    },
    "reporter": {
        "staff": Text("medewerker van de gemeente", "municipal employee"),
        "professional": Text("professional buiten de gemeente", "professional outside the municipality"),
        "resident": Text("inwoner", "resident"),
        "victim": Text("iemand die het zelf meemaakt", "somebody it happens to"),
        "unknown": UNKNOWN,
    },
    "reporter_named": {
        "yes": Text("met naam", "with a name"),
        "no": Text("zonder naam", "without a name"),
    },
}

CAPACITY: Words = {
    "presumed_victim": Text("vermoedelijk slachtoffer", "presumed victim"),
    "suspected_exploiter": Text("mogelijke uitbuiter", "suspected exploiter"),
    "witness": Text("getuige", "witness"),
    "employer": Text("werkgever", "employer"),
    "landlord": Text("verhuurder", "landlord"),
    "facilitator": Text("iemand die het mogelijk maakt", "somebody who makes it possible"),
    "other": Text("anders", "other"),
    "unknown": UNKNOWN,
}

ABOUT: Words = {
    "other": Text("iemand anders", "somebody else"),
    "self": Text("de melder zelf", "the reporter"),
    "colleague": Text("ingevoerd namens een collega", "entered for a colleague"),
}

STAGE: Words = {
    "new": Text("nog niet in ontvangst genomen", "not received yet"),
    "received": Text("in ontvangst genomen", "received"),
    "enriching": Text("wordt nagegaan", "being looked into"),
    "assessed": Text("beoordeeld", "assessed"),
    "handed_over": Text("overgedragen", "handed over"),
    "answered": Text("melder heeft antwoord", "the reporter was answered"),
    "closed": Text("afgesloten", "closed"),
}


def said(fact: str, value: str | frozenset[str] | tuple[str, ...]) -> Text:
    """Return how a value of a fact is said; an empty set is not known, several values are joined."""
    values = (value,) if isinstance(value, str) else tuple(sorted(value))
    if not values:
        return UNKNOWN
    known = [VALUE.get(fact, {}).get(one, Text(one, one)) for one in values]
    return Text(", ".join(one.nl for one in known), ", ".join(one.en for one in known))
