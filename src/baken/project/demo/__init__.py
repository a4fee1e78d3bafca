"""The demonstration: a year of fictional signals in three municipalities, told like real work.

Everything is done through the product's own actions, with an injected clock; dates are relative to the day it is made.
"""

from datetime import datetime

from django.db import transaction

from baken.clock import now
from baken.project.demo import (
    caring,
    programme,
    programme_evaluation,
    programme_hours,
    programme_level,
    programme_meetings,
    programme_outreach,
    programme_papers,
    programme_region,
    programme_training,
)
from baken.project.demo.cast import PASSPHRASE, PASSWORD, Cast, cast, people_lines
from baken.project.demo.stories import stories
from baken.project.demo.telling import tell

__all__ = ["lines", "make"]


def make(today: datetime | None = None) -> None:
    """Make the demonstration in one transaction, once: half a demonstration is none."""
    moment = today or now()
    with transaction.atomic():
        players: Cast = cast(moment)
        for story in stories():
            tell(story, players, moment)
        caring.tell(players, moment)
        programme.tell(players, moment)
        programme_level.tell(players, moment)
        programme_region.tell(players, moment)
        programme_training.tell(players, moment)
        programme_outreach.tell(players, moment)
        programme_meetings.tell(players, moment)
        programme_papers.tell(players, moment)
        programme_hours.tell(players, moment)
        programme_evaluation.tell(players, moment)


def lines() -> list[str]:
    """Return whom one can log in as, for the terminal."""
    return [*people_lines(), f"Password for all: {PASSWORD}   Vault passphrase: {PASSPHRASE}"]
