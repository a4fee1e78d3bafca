"""The closed lists of what CoMensha and the municipality that notified hear about a client."""

from collections.abc import Mapping
from dataclasses import dataclass

from baken.core.vocabulary.outcomes import ANSWER, Choices
from baken.core.vocabulary.text import Text

KIND: Choices = {
    "registration": Text("alleen registratie", "registration only"),
    "shelter": Text("registratie en opvang", "registration and shelter"),
    "advice": Text("registratie, informatie en advies", "registration, information and advice"),
    "supplement": Text(
        "aanvulling op een eerdere melding: opvang", "supplement to an earlier notification: shelter"
    ),
}
HELP: frozenset[str] = frozenset({"shelter", "supplement", "advice"})
"""With these the data go on to helpers, so the client agrees in writing (legal background, 4)."""
COUNTS: frozenset[str] = frozenset({"registration", "shelter", "advice"})
"""These are registered as a person; a supplement is no second registration."""
DOUBLE: Choices = {
    "not_notified": Text(
        "nagevraagd of nagekeken: niemand anders meldde deze persoon",
        "asked or looked up: nobody else notified this person",
    ),
    "other_person": Text(
        "er is al gemeld, maar dat ging niet over deze persoon",
        "there was a notification already, but not about this person",
    ),
    "same_person": Text("deze persoon is al door een ander gemeld", "this person was notified already"),
}
CHANNEL: Choices = {
    "own_form": Text("het formulier van CoMensha", "CoMensha's own form"),
    "phone": Text("telefonisch", "by phone"),
    "secure_mail": Text("beveiligde mail", "secure mail"),
}
STANDING: Choices = {
    "registered": Text("aangemeld", "registered"),
    "taken_up": Text("opgepakt", "taken up"),
    "finished": Text("afgerond", "finished"),
}
"""All that the municipality which notified sees of a person, with the day of the next check."""
OUTCOME_OF: Mapping[str, str] = {
    "registered": "received",
    "taken_up": "taken_up",
    "finished": "finished",
}
"""How a standing travels: as an answer that every partner can give."""
_STANDING_OF = {outcome: standing for standing, outcome in OUTCOME_OF.items()}


def told(outcome: str, person: int | None) -> Text:
    """Return what a partner answered, in words; of care about one person, as a number and how far it is."""
    standing = _STANDING_OF.get(outcome)
    if person is None or standing is None:
        return ANSWER[outcome]
    return Text("persoon {number}: {standing}", "person {number}: {standing}").format(
        number=str(person), standing=STANDING[standing]
    )


@dataclass(frozen=True, slots=True)
class Field:
    """One box of the notification. `minimal`: it goes along too where only registration is asked."""

    name: Text
    minimal: bool = False
    long: bool = False


FIELDS: Mapping[str, Field] = {
    "reporter": Field(Text("Melder en organisatie", "Reporter and organisation"), True),
    "name": Field(Text("Naam of initialen", "Name or initials"), True),
    "birth": Field(Text("Geboortedatum of geboortejaar", "Date or year of birth"), True),
    "sex": Field(Text("Geslacht", "Sex"), True),
    "nationality": Field(Text("Nationaliteit of geboorteland", "Nationality or country of birth"), True),
    "residence": Field(Text("Verblijfspositie", "Residence position"), True),
    "form": Field(Text("Vorm van uitbuiting en sector", "Form of exploitation and sector"), True),
    "period": Field(
        Text("Plaats en periode van de uitbuiting", "Place and period of the exploitation"), True
    ),
    "borders": Field(
        Text("Binnen Nederland of over de grens", "Within the Netherlands or across borders"), True
    ),
    "complaint": Field(Text("Aangifte of medewerking", "Complaint or cooperation"), True),
    "others": Field(Text("Andere betrokken instanties", "Other bodies involved"), True),
    "children": Field(Text("Minderjarig of met kinderen", "Minor, or children along")),
    "language": Field(Text("Taal en tolk", "Language and interpreter")),
    "shelter": Field(Text("Opvang die nodig is", "Shelter needed"), long=True),
    "safety": Field(Text("Veiligheid", "Safety"), long=True),
    "medical": Field(Text("Medische zorg", "Medical care"), long=True),
    "reach": Field(Text("Hoe veilig te bereiken", "How to reach safely"), long=True),
}
"""In the order in which they are copied. The form of CoMensha itself was not found: this is what to expect of it."""


def fields_of(kind: str) -> tuple[str, ...]:
    """Return the boxes of a kind of notification: registration alone takes the minimum."""
    return tuple(id for id, field in FIELDS.items() if field.minimal or kind in HELP)
