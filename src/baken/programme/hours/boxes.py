"""What others show of hours: the line in the work list, and the figures that an evaluation freezes."""

from datetime import date
from uuid import uuid4

from django.http import HttpRequest

from baken.clock import now
from baken.core.vocabulary.hours import SIGNAL, in_hours
from baken.core.vocabulary.moments import civil_date
from baken.core.vocabulary.text import Text
from baken.programme.common import policy
from baken.programme.common.frozen import Block, Figure
from baken.programme.hours import queries
from baken.programme.hours.forms import THEN, QuickForm
from baken.tenancy import doors
from baken.web.beside import Box

USUAL = "20 min"
"""What stands in the box: chosen, about what looking at a signal once takes."""


def work(request: HttpRequest) -> Box | None:
    """Return the line in the work list: time for signals, in one click. It asks nothing of the database."""
    if not doors.decide(request, "hours.book").allowed:
        return None
    told = {"time": USUAL, "kind": SIGNAL, "then": THEN, "command": uuid4()}
    return Box("programme_hours/work.html", {"form": QuickForm(initial=told, auto_id="uren_%s")})


def block(first: date, last: date) -> Block | None:
    """Return the hours of a period for an evaluation: reserved where its years say so, and booked."""
    at = now()
    bundle, today = policy.in_force(at), civil_date(at)
    used, others = queries.between(first, last)
    return Block(
        "hours",
        "finance",
        Text("Uren", "Hours"),
        [
            Figure(
                Text("gereserveerd, in uren", "reserved, in hours"),
                queries.reserved_between(first, last, bundle, today),
                Text(
                    "Naar het deel van elk jaar dat in de periode valt; leeg waar van een jaar niets vastligt.",
                    "By the part of each year that lies in the period; empty where nothing is laid down for a year.",
                ),
            ),
            Figure(Text("gebruikt, in uren", "used, in hours"), in_hours(used)),
            Figure(Text("door anderen geschreven, in uren", "booked by others, in hours"), in_hours(others)),
        ],
    )
