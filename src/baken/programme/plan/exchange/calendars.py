"""The days of an edition for anybody's calendar (RFC 5545): what is to be ready, on whole days, and nobody's name.

Each turn of an action is an event of its own: not every calendar understands what comes back. An event keeps its name
when its day moves, so that whoever fetches the file again sees it move instead of twice.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from uuid import uuid5

from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from baken.core.derive.ready import occurrences
from baken.core.derive.ready_words import ready_words
from baken.programme.plan import standing
from baken.programme.plan.models import Action, Edition
from baken.web.fields import said, tidy

MEDIA = "text/calendar; charset=utf-8"


def calendar(edition: Edition, actions: Iterable[Action], language: str, now: datetime) -> bytes:
    """Return a calendar with an event for each last day on which an action of this edition is to be ready."""
    made = Calendar()
    made.add("prodid", f"-//Baken//Programma//{language.upper()}")
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", tidy(edition.title))
    for action in actions:
        if action.stopped_on is None:
            for event in _events(edition, action, language, now):
                made.add_component(event)
    return bytes(made.to_ical())


def _events(edition: Edition, action: Action, language: str, now: datetime) -> Iterator[Event]:
    ready = standing.ready_of(action)
    for turn, falls in enumerate(occurrences(ready, edition.from_date, edition.until_date), start=1):
        event = Event()
        event.add("uid", f"{uuid5(action.id, str(turn))}@baken")
        event.add("dtstamp", now.astimezone(UTC).replace(microsecond=0))
        event.add("sequence", action.number)
        event.add("dtstart", falls.last)
        event.add("dtend", falls.last + timedelta(days=1))
        event.add("summary", tidy(f"{action.label} {action.title}"), parameters={"language": language})
        event.add("description", _about(edition, action, said(ready_words(ready))), {"language": language})
        event.add("transp", "TRANSPARENT")
        yield event


def _about(edition: Edition, action: Action, when: str) -> str:
    told = [
        _("Eigenaar: %(owner)s") % {"owner": action.owner},
        _("Wanneer gereed: %(when)s") % {"when": when},
        edition.title,
    ]
    return tidy("\n".join(told))
