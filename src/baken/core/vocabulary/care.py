"""What decides which help and which stay somebody may count on: finite facts, and moments of which only the day counts.

Nothing here says who somebody is. A birth date, a position and the moments of a stay belong in the vault.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from baken.core.vocabulary.facts import EMPTY, FactKind
from baken.core.vocabulary.text import Text

UNKNOWN = "unknown"
_UNKNOWN = Text("niet bekend", "not known")
YES_NO: Mapping[str, Text] = {"yes": Text("ja", "yes"), "no": Text("nee", "no"), UNKNOWN: _UNKNOWN}

POSITIONS: Mapping[str, Text] = {
    "dutch": Text("Nederlander", "Dutch citizen"),
    "eu_right": Text("verblijf als burger van de Unie", "stay as a citizen of the Union"),
    "lawful": Text("ander rechtmatig verblijf, ook tijdelijk", "other lawful stay, also temporary"),
    "reflection": Text("bedenktijd", "reflection period"),
    "b8_cooperation": Text(
        "B8 met aangifte of andere medewerking", "B8 with a complaint or other cooperation"
    ),
    "b8_without": Text("B8 zonder medewerking", "B8 without cooperation"),
    "asylum": Text("asielprocedure", "asylum procedure"),
    "after_b8": Text("verblijf na de B8", "stay after the B8"),
    "none": Text("geen rechtmatig verblijf", "no lawful stay"),
    UNKNOWN: _UNKNOWN,
}
"""How somebody stays in the country today. A municipality notes it and decides nothing about it (RES-11)."""
NATIONALITIES: Mapping[str, Text] = {
    "dutch": Text("Nederlands", "Dutch"),
    "eu": Text("EU, EER of Zwitserland", "EU, EEA or Switzerland"),
    "third_country": Text(
        "van buiten EU, EER en Zwitserland, of staatloos",
        "from outside EU, EEA and Switzerland, or stateless",
    ),
    UNKNOWN: _UNKNOWN,
}
"""Only the group that decides which law counts; which country it is does not matter here."""
AGES: Mapping[str, Text] = {
    "minor": Text("jonger dan 18", "under 18"),
    "18_22": Text("18 tot en met 22", "18 up to and including 22"),
    "23_plus": Text("23 of ouder", "23 or older"),
    "adult": Text("18 of ouder, niet precies bekend", "18 or older, not known exactly"),
    UNKNOWN: _UNKNOWN,
}
"""For whoever has no birth date on paper."""
CHOICES: Mapping[str, Text] = {
    "complaint": Text("aangifte", "complaint"),
    "cooperation": Text("andere medewerking", "other cooperation"),
    "none": Text("geen medewerking", "no cooperation"),
    "not_yet": Text("nog niet gekozen", "not chosen yet"),
    UNKNOWN: _UNKNOWN,
}
"""What somebody chose; of the choice itself only the day is noted (RES-10)."""
ROLES: Mapping[str, Text] = {
    "victim": Text("vermoedelijk slachtoffer", "presumed victim"),
    "witness": Text("getuige-aangever", "witness who files a complaint"),
}
HINDRANCES: Mapping[str, Text] = {
    "threat": Text("ernstige bedreiging", "serious threat"),
    "medical": Text("medische beperking", "medical limits"),
    "minority": Text("minderjarigheid", "minority"),
}
"""Why somebody cannot cooperate (RES-05)."""
STATEMENTS: Mapping[str, Text] = {
    "police": Text("verklaring van de politie", "statement of the police"),
    "kmar": Text("verklaring van de Koninklijke Marechaussee", "statement of the Royal Marechaussee"),
    "medical": Text("medische verklaring", "medical statement"),
}
"""Which statements there are; what is in them is not kept here."""
EXPLOITATION: Mapping[str, Text] = {
    "sexual": Text("seksuele uitbuiting", "sexual exploitation"),
    "labour": Text("arbeidsuitbuiting", "labour exploitation"),
    "criminal": Text("criminele uitbuiting", "criminal exploitation"),
    "organ_removal": Text("orgaanhandel", "organ removal"),
}
STAYS: Mapping[str, Text] = {
    "in_region": Text("in deze regio", "in this region"),
    "elsewhere": Text("in een andere regio", "in another region"),
    UNKNOWN: _UNKNOWN,
}
REGISTRATIONS: Mapping[str, Text] = {
    "registered": Text("ingeschreven in een gemeente", "registered in a municipality"),
    "not_registered": Text("nergens ingeschreven", "registered nowhere"),
    UNKNOWN: _UNKNOWN,
}

MOMENTS: Mapping[str, Text] = {
    "birth_date": Text("geboren", "born"),
    "found": Text("aangetroffen of aangemeld", "found or notified"),
    "rights_told": Text("over rechten verteld", "told about rights"),
    "position_since": Text("deze verblijfspositie begon", "this residence position began"),
    "reflection_granted": Text("bedenktijd verleend", "reflection period granted"),
    "reflection_ended": Text("bedenktijd eerder beëindigd", "reflection period ended early"),
    "allowance_asked": Text("toelage en verzekering aangevraagd", "allowance and insurance asked for"),
    "choice_made": Text("keuze gemaakt", "choice made"),
    "complaint": Text("aangifte gedaan", "complaint filed"),
    "cooperation_given": Text("andere medewerking gegeven", "other cooperation given"),
    "b8_applied": Text("B8 aangevraagd zonder medewerking", "B8 applied for without cooperation"),
    "permit_granted": Text("B8-vergunning verleend of verlengd", "B8 permit granted or renewed"),
    "permit_ended": Text("B8-vergunning beëindigd", "B8 permit ended"),
    "dismissal": Text("bericht dat de zaak niet verdergaat", "notice that the case is dropped"),
    "investigation_ended": Text("strafzaak geëindigd", "criminal case ended"),
    "asylum_applied": Text("asiel aangevraagd", "asylum applied for"),
    "asylum_permit": Text("asielvergunning verleend", "asylum permit granted"),
    "departure_duty": Text("plicht om te vertrekken", "duty to leave"),
    "after_b8_applied": Text("verblijf na de B8 aangevraagd", "stay after the B8 applied for"),
    "after_b8_granted": Text("verblijf na de B8 verleend", "stay after the B8 granted"),
    "guardian_asked": Text("Nidos ingelicht", "Nidos told"),
    "permit_until": Text("laatste dag op de vergunning", "last day on the permit"),
}
"""The days that steer terms. All have passed when they are noted, except the last day on a permit."""
AHEAD = ("permit_until",)
ORDER: tuple[tuple[str, str], ...] = (
    ("reflection_granted", "reflection_ended"),
    ("permit_granted", "permit_ended"),
    ("permit_granted", "permit_until"),
    ("permit_granted", "after_b8_applied"),
    ("after_b8_applied", "after_b8_granted"),
    ("asylum_applied", "asylum_permit"),
    ("complaint", "dismissal"),
    ("complaint", "investigation_ended"),
    ("cooperation_given", "investigation_ended"),
)
"""Of each pair the second cannot come before the first. What may come in either order is not here."""

_CLOSED: Mapping[str, tuple[Mapping[str, Text], Text]] = {
    "position": (POSITIONS, Text("de verblijfspositie", "residence position")),
    "nationality": (NATIONALITIES, Text("de nationaliteit", "nationality")),
    "age": (AGES, Text("de leeftijd", "age")),
    "unaccompanied": (
        YES_NO,
        Text("of de minderjarige hier zonder ouders is", "whether the minor is here without parents"),
    ),
    "dublin": (YES_NO, Text("of het een Dublinzaak is", "whether it is a Dublin case")),
    "choice": (
        CHOICES,
        Text("de keuze over aangifte of medewerking", "choice about complaint or cooperation"),
    ),
    "role": (ROLES, Text("de rol", "role")),
    "stays": (STAYS, Text("waar de cliënt verblijft", "where the client stays")),
    "registration": (
        REGISTRATIONS,
        Text("of de cliënt ergens is ingeschreven", "whether the client is registered anywhere"),
    ),
}
_SETS: Mapping[str, tuple[Mapping[str, Text], Text]] = {
    "hindrances": (HINDRANCES, Text("waarom medewerken niet kan", "why cooperating is impossible")),
    "statements": (STATEMENTS, Text("de verklaringen die er zijn", "the statements there are")),
    "exploitation": (EXPLOITATION, Text("de vorm van uitbuiting", "form of exploitation")),
}
WORDS: Mapping[str, Mapping[str, Text]] = {name: words for name, (words, _) in {**_CLOSED, **_SETS}.items()}
"""The values of each fact that somebody can tell, in words."""
NAMES: Mapping[str, Text] = {
    **{name: said for name, (_, said) in {**_CLOSED, **_SETS}.items()},
    "under_23": Text("of de cliënt jonger is dan 23", "whether the client is under 23"),
    "happened": Text("wat er al gebeurd is", "what has happened already"),
}

CARE_FACTS: Mapping[str, FactKind] = MappingProxyType(
    {
        kind.name: kind
        for kind in (
            *(
                FactKind(name, tuple(words), UNKNOWN)
                for name, (words, _) in _CLOSED.items()
                if name not in ("age", "role")
            ),
            FactKind("role", tuple(ROLES), "victim", unsaid_is_unknown=False),
            FactKind("age", ("minor", "adult", UNKNOWN), UNKNOWN),
            FactKind("under_23", ("yes", "no", UNKNOWN), UNKNOWN),
            FactKind("hindrances", tuple(HINDRANCES), EMPTY, is_set=True, unsaid_is_unknown=False),
            FactKind("statements", tuple(STATEMENTS), EMPTY, is_set=True, unsaid_is_unknown=False),
            FactKind("exploitation", tuple(EXPLOITATION), EMPTY, is_set=True),
            FactKind("happened", tuple(MOMENTS), EMPTY, is_set=True, unsaid_is_unknown=False),
        )
    }
)
"""What a condition of `care.yaml` can read. `age`, `under_23` and `happened` are worked out for the day."""


@dataclass(frozen=True, slots=True)
class CareFacts:
    """What is known of one client. Absent: not known; of hindrances, statements and moments: there are none yet.

    `birth_dates` holds every birth date that somebody told or a paper says; they may contradict each other. `age_noted`
    is the day on which `age` was told: nobody keeps an age. Absent: it is told now.
    """

    position: str = UNKNOWN
    nationality: str = UNKNOWN
    age: str = UNKNOWN
    birth_dates: tuple[date, ...] = ()
    unaccompanied: str = UNKNOWN
    dublin: str = UNKNOWN
    choice: str = UNKNOWN
    role: str = "victim"
    stays: str = UNKNOWN
    registration: str = UNKNOWN
    hindrances: frozenset[str] = EMPTY
    statements: frozenset[str] = EMPTY
    exploitation: frozenset[str] = EMPTY
    age_noted: date | None = None
    moments: Mapping[str, date] = field(default_factory=lambda: MappingProxyType({}))
    """By a name of `MOMENTS`, without `birth_date`."""
