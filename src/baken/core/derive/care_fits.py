"""Which facts of one client cannot both be so: the rules, for the pages and for the command, each in words of its own.

Days that are still to come, moments out of order and an age beside a birth date are asked where they are told.
"""

from collections.abc import Iterator
from datetime import date
from typing import Literal

from baken.core.derive.care_facts import FULL_AGE
from baken.core.vocabulary.care import UNKNOWN, CareFacts
from baken.core.vocabulary.spans import age_on

Clash = Literal["nationality_of_dutch", "position_of_dutch", "dublin", "unaccompanied", "before_permit"]


def clashes(facts: CareFacts, today: date) -> Iterator[Clash]:
    """Yield what does not go together today."""
    if facts.position == "dutch" and facts.nationality not in ("dutch", UNKNOWN):
        yield "nationality_of_dutch"
    if facts.nationality == "dutch" and facts.position not in ("dutch", UNKNOWN):
        yield "position_of_dutch"
    if facts.dublin == "yes" and (facts.nationality in ("dutch", "eu") or facts.position == "dutch"):
        yield "dublin"
    if facts.unaccompanied == "yes" and _grown(facts, today):
        yield "unaccompanied"
    if _before_permit(facts):
        yield "before_permit"


def _grown(facts: CareFacts, today: date) -> bool:
    """Somebody who is surely of age; birth dates that disagree leave room for a child."""
    born = facts.birth_dates
    return facts.age in ("adult", "18_22", "23_plus") or (
        bool(born) and all(age_on(one, today) >= FULL_AGE for one in born)
    )


def _before_permit(facts: CareFacts) -> bool:
    """A position from before a permit needs the day on which the permit ended, or a reflection period of later."""
    granted = facts.moments.get("permit_granted")
    if granted is None or facts.position not in ("none", "reflection"):
        return False
    since = facts.moments.get("reflection_granted") if facts.position == "reflection" else None
    return facts.moments.get("permit_ended") is None and not (since is not None and since > granted)
