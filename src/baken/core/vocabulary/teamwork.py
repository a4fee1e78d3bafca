"""Kinds of work with a case to talk about in a team meeting (MEET-08, TRAIN-15). Nobody in a case exists.

`card` is for whose work the signals of the card are; None is the whole card. `groups` are those of a policy that the
kit is for. A work without a case of its own talks about the case of the policy.
"""

from dataclasses import dataclass
from typing import Literal

from baken.core.vocabulary.text import Text


@dataclass(frozen=True, slots=True)
class Case:
    """Something that did not happen, told as somebody in this work would meet it, and a question of its own."""

    story: Text
    question: Text


@dataclass(frozen=True, slots=True)
class Work:
    """A kind of work: its word in the address, its name, its part of the card, its groups and its case."""

    slug: str
    name: Text
    card: Literal["front_desk", "inspector", "home_visits", "teacher"] | None
    groups: tuple[str, ...]
    case: Case | None = None


FICTIONAL = Text(
    "De mensen in dit geval bestaan niet. Zij zijn verzonnen, en lijken op niemand met opzet.",
    "The people in this case do not exist. They were made up, and resemble nobody on purpose.",
)
QUESTIONS = (
    Text(
        "Wat ziet u, wat hoort u, en wat denkt u erbij? Houd die drie uit elkaar.",
        "What do you see, what do you hear, and what do you make of it? Keep these three apart.",
    ),
    Text("Wat doet u nu, en wat juist niet?", "What do you do now, and what had you better not do?"),
    Text("Aan wie vertelt u het, en wanneer?", "Whom do you tell, and when?"),
)
"""What every team asks itself about a case."""

WORKS = (
    Work("balie", Text("Balie en telefoon", "Front desk and telephone"), "front_desk", ("front_desk",)),
    Work(
        "toezicht",
        Text("Toezicht, handhaving en boa", "Inspection and enforcement"),
        "inspector",
        ("inspectors", "boas"),
        Case(
            Text(
                "U controleert in een loods of de nooduitgangen vrij zijn. Achterin liggen matrassen tussen de "
                "stellingen en staat een kookplaat. Drie mannen zeggen dat zij hier alleen werken. Een vierde geeft "
                "antwoord op wat u aan hen vraagt. Hun paspoorten liggen op kantoor, zegt hij, dat is veiliger. Als u "
                "vraagt wat zij verdienen, kijken zij eerst naar hem.",
                "You check in a warehouse whether the emergency exits are clear. At the back mattresses lie between "
                "the racks and there is a hotplate. Three men say that they only work here. A fourth answers what you "
                "ask them. Their passports are at the office, he says, that is safer. When you ask what they earn, "
                "they look at him first.",
            ),
            Text(
                "U kwam voor de nooduitgangen. Wat schrijft u op, en wat vraagt u nu niet waar hij bij staat?",
                "You came for the emergency exits. What do you write down, and what do you not ask in front of him?",
            ),
        ),
    ),
    Work(
        "huisbezoek",
        Text("Sociaal team en huisbezoek", "Social team and home visits"),
        "home_visits",
        ("social_team", "district_team"),
        Case(
            Text(
                "U komt voor een vraag over schulden bij een vrouw van twintig. Een vriend doet open en blijft erbij "
                "zitten. In drie maanden kwamen er vijf telefoonabonnementen en een auto op haar naam. Haar bankpas "
                "is uitgeleend. Met haar moeder en zus heeft zij geen contact meer. Als hij buiten even belt, zegt "
                "zij: nog een paar maanden, dan ben ik ervan af.",
                "You come about debts to a woman of twenty. A friend opens the door and stays. In three months five "
                "telephone contracts and a car came in her name. Her bank card is lent out. She has no contact with "
                "her mother and sister any more. When he makes a call outside, she says: a few more months, then it "
                "is over.",
            ),
            Text(
                "Hoe zorgt u dat zij u een keer alleen kan spreken, zonder dat hij dat merkt?",
                "How do you see to it that she can speak to you alone, without his noticing?",
            ),
        ),
    ),
    Work(
        "school",
        Text("School en leerplicht", "School and attendance"),
        "teacher",
        ("attendance_officers", "teachers"),
        Case(
            Text(
                "Een jongen van vijftien komt steeds later, en slaapt in de les. Hij heeft ineens dure schoenen en "
                "twee telefoons. Een klasgenoot vertelt dat oudere jongens hem na school met een auto ophalen, en dat "
                "hij nog iets moet terugbetalen. Als u ernaar vraagt, zegt hij dat hij een baantje heeft. Zijn ouders "
                "nemen niet op.",
                "A boy of fifteen comes later and later, and sleeps in class. Suddenly he has expensive shoes and two "
                "telephones. A classmate says that older boys pick him up by car after school, and that he has "
                "something to pay back. When you ask, he says that he has a job. His parents do not answer.",
            ),
            Text(
                "Hij is minderjarig. Wat verandert dat aan wat u doet, en hoe snel?",
                "He is a minor. What does that change in what you do, and how fast?",
            ),
        ),
    ),
    Work(
        "zorg",
        Text("Huisarts, hulpverlening en meldcode", "General practice, care and the reporting code"),
        None,
        ("gps", "care_workers", "youth_and_family_centre"),
        Case(
            Text(
                "Een vrouw van rond de dertig komt voor de derde keer met dezelfde klachten. Iemand die zich haar "
                "nicht noemt, vertaalt en laat haar niet alleen. Zij werkt in een huishouden en woont daar, zegt de "
                "nicht. Op haar armen zitten oude blauwe plekken. Een verzekering is er niet; de nicht betaalt "
                "contant.",
                "A woman of about thirty comes for the third time with the same complaints. Somebody who calls herself "
                "her cousin translates and does not leave her alone. She works in a household and lives there, the "
                "cousin says. There are old bruises on her arms. There is no insurance; the cousin pays cash.",
            ),
            Text(
                "Wat zegt uw meldcode over mensenhandel, en wie vraagt u om advies zonder haar naam te noemen?",
                "What does your reporting code say about trafficking, and whom do you ask for advice without her name?",
            ),
        ),
    ),
    Work("iedereen", Text("Elk ander team", "Any other team"), None, ("all_staff",)),
)
MINUTES = (
    (
        3,
        Text(
            "Laat de dia’s zien en vertel erbij waar u in uw eigen werk aan denkt.",
            "Show the slides, and say what in your own work they make you think of.",
        ),
    ),
    (
        3,
        Text(
            "Leg de signalenkaart op tafel. Ieder noemt één signaal dat hij kan tegenkomen.",
            "Put the signal card on the table. Everybody names one signal that they may meet.",
        ),
    ),
    (
        3,
        Text("Lees het geval voor en bespreek de vragen.", "Read the case out and talk about the questions."),
    ),
    (1, Text("Sluit af met wat u doet, en waar u meldt.", "Close with what you do, and where you report.")),
)
"""What the ten minutes are for."""
ANSWERED = Text(
    "U krijgt een antwoordcode. Daarmee leest u later wat er met uw signaal gebeurt.",
    "You get a return code. With it you read later what happens to your signal.",
)


def work_called(slug: str) -> Work | None:
    """Return the work with this word in its address."""
    return next((one for one in WORKS if one.slug == slug), None)
