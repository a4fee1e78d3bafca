"""Since when: the policy that a signal follows."""

from baken.core.policy.bundle import Bundle
from baken.core.vocabulary.text import Text
from baken.route.queries.words import day


def policy(bundle: Bundle) -> Text:
    """Return whose policy a signal follows, and since when it counts (ROUTE-02)."""
    return Text(
        "Dit signaal volgt het beleid van {name}, geldig vanaf {day}: het beleid van de dag van de melding.",
        "This signal follows the policy of {name}, valid from {day}: the policy of the day of the report.",
    ).format(name=bundle.name, day=day(bundle.valid_from))
