"""For whose work there is a card: the word in the address, and what a reader is told."""

from dataclasses import dataclass
from typing import get_args

from baken.core.policy.knowledge import Audience
from baken.core.vocabulary.text import Text


@dataclass(frozen=True, slots=True)
class Work:
    """A kind of work: its word in the address, its name, and what somebody sees there."""

    audience: Audience
    slug: str
    name: Text
    lead: Text


WORKS = (
    Work(
        "front_desk",
        "balie",
        Text("Balie en telefoon", "Front desk and telephone"),
        Text(
            "U spreekt mensen kort: aan de balie, aan de telefoon of bij een inschrijving. Let op wie er meekomt, "
            "wie het woord doet en wie de papieren heeft.",
            "You speak to people briefly: at the desk, on the telephone or when they register. Notice who comes "
            "along, who does the talking and who holds the papers.",
        ),
    ),
    Work(
        "inspector",
        "toezicht",
        Text("Toezicht, handhaving en boa", "Inspection and enforcement"),
        Text(
            "U komt op plekken waar anderen niet komen: bedrijven, panden en de straat. Let op hoe mensen daar "
            "wonen en werken, ook als u voor iets anders komt.",
            "You come to places where others do not: firms, buildings and the street. Notice how people live and "
            "work there, also when you come for something else.",
        ),
    ),
    Work(
        "home_visits",
        "huisbezoek",
        Text("Sociaal team en huisbezoek", "Social team and home visits"),
        Text(
            "U komt bij mensen thuis en ziet ze vaker. Let op wat er verandert, wie er woont en wie er beslist.",
            "You come to people's homes and see them more often. Notice what changes, who lives there and who "
            "decides.",
        ),
    ),
    Work(
        "teacher",
        "school",
        Text("School en leerplicht", "School and attendance"),
        Text(
            "U ziet jongeren elke week. Let op wie zich anders gedraagt dan u gewend bent, ineens geld heeft of "
            "wegblijft.",
            "You see young people every week. Notice who behaves differently from what you are used to, suddenly "
            "has money or stays away.",
        ),
    ),
)
assert {work.audience for work in WORKS} == set(get_args(Audience))


def work_called(slug: str) -> Work | None:
    """Return the work with this word in its address."""
    return next((work for work in WORKS if work.slug == slug), None)
