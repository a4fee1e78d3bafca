"""A sentence to start from for each kind of message: what may always be said, about nobody (ROUTE-F7)."""

from collections.abc import Mapping

from baken.core.vocabulary.outcomes import INFORMED
from baken.core.vocabulary.text import Text

STANDARD: Mapping[str, Text] = {
    "received": Text(
        "Dank u wel. Wij hebben gelezen wat u schreef. U hoort hier van ons als er nieuws is.",
        "Thank you. We have read what you wrote. You will find news from us here.",
    ),
    "in_progress": Text(
        "Wij zijn ermee bezig. Wij mogen niet vertellen wat wij precies doen. Ziet u weer iets? Geef het "
        "door.",
        "We are working on it. We may not tell what exactly we do. Do you see something again? Please "
        "report it.",
    ),
    "passed_on": Text(
        "Wij hebben dit doorgegeven aan een partner die kan helpen. Wie u bent, staat er niet bij.",
        "We passed this on to a partner who can help. It does not say who you are.",
    ),
    "no_follow_up": Text(
        "Wij hebben dit goed bekeken. Er volgt nu geen actie. Het was goed dat u het doorgaf. Ziet u "
        "weer iets? Geef het dan opnieuw door.",
        "We looked at this carefully. No action follows now. It was good that you told us. Do you see "
        "something again? Please tell us again.",
    ),
    "question_answered": Text(
        "Dank u wel voor uw vraag. Ons antwoord is:",
        "Thank you for your question. Our answer is:",
    ),
    "cannot_tell": Text(
        "Wij hebben iets met uw signaal gedaan. Door de wet mogen wij daar niets over vertellen.",
        "We did something with your signal. By law we may not tell anything about it.",
    ),
}
NEEDS_OWN_WORDS = frozenset({"question_answered"})

assert STANDARD.keys() == INFORMED.keys()


def heading(category: str) -> Text:
    """Return the kind of message as the heading above it."""
    return Text(*(words[:1].upper() + words[1:] for words in INFORMED[category]))
