"""One meeting for anybody's calendar (RFC 5545). It keeps its name when its day moves, and says so when it is off."""

from datetime import UTC, datetime, timedelta

from django.http import HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from baken.core.vocabulary.moments import AMSTERDAM
from baken.programme.meetings.models import Meeting
from baken.web.fields import tidy

MEDIA = "text/calendar; charset=utf-8"
LASTS = timedelta(hours=1)
"""chosen: how long a meeting is in a calendar where only its beginning is known."""


def of(meeting: Meeting, now: datetime) -> HttpResponse:
    """Return a calendar with this one meeting, as a file."""
    made = Calendar()
    made.add("prodid", f"-//Baken//Overleggen//{(get_language() or 'nl')[:2].upper()}")
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    made.add_component(_event(meeting, now))
    answer = HttpResponse(made.to_ical(), content_type=MEDIA)
    answer["Content-Disposition"] = f'attachment; filename="overleg-{meeting.on}.ics"'
    return answer


def _event(meeting: Meeting, now: datetime) -> Event:
    event = Event()
    event.add("uid", f"{meeting.id}@baken")
    event.add("dtstamp", now.astimezone(UTC).replace(microsecond=0))
    event.add("sequence", meeting.number)
    event.add("summary", tidy(meeting.name))
    event.add("status", "CANCELLED" if meeting.dropped_on else "CONFIRMED")
    if meeting.place:
        event.add("location", tidy(meeting.place))
    event.add("description", tidy("\n".join([_("Wie zijn erbij") + ":", *meeting.who])))
    if meeting.begins is None:
        event.add("dtstart", meeting.on)
        event.add("dtend", meeting.on + timedelta(days=1))
        event.add("transp", "TRANSPARENT")
        return event
    begins = datetime.combine(meeting.on, meeting.begins, AMSTERDAM).astimezone(UTC)
    event.add("dtstart", begins)  # in UTC, which every calendar shows in the time of its reader
    ends = datetime.combine(meeting.on, meeting.ends, AMSTERDAM) if meeting.ends else begins + LASTS
    event.add("dtend", ends.astimezone(UTC))
    return event
