"""What whoever keeps the programme must know without asking: what is late, and that a programme ends or ended."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.urls import reverse

from baken.core.vocabulary.moments import civil_date
from baken.core.vocabulary.text import Text
from baken.programme.plan import queries, standing
from baken.programme.plan.models import Edition
from baken.tenancy.actors import Actor
from baken.web.notices import Line

SOON = timedelta(days=60)
"""chosen: a college decides about the next edition within two months."""
LATE = (
    Text("1 actie van \u201c{title}\u201d is te laat.", "1 action of \u201c{title}\u201d is late."),
    Text("{n} acties van \u201c{title}\u201d zijn te laat.", "{n} actions of \u201c{title}\u201d are late."),
)
ENDS = Text(
    "\u201c{title}\u201d eindigt op {day} en er is nog geen volgende editie.",
    "\u201c{title}\u201d ends on {day} and there is no next edition yet.",
)
ENDED = Text(
    "\u201c{title}\u201d is op {day} geëindigd. Er is geen volgende editie.",
    "\u201c{title}\u201d ended on {day}. There is no next edition.",
)


def notes(_actor: Actor, at: datetime) -> Iterable[Line]:
    """Return one line for each programme of which something is late, and each without a successor."""
    today, every = civil_date(at), queries.editions()
    latest: dict[str, Edition] = {}
    for one in sorted(every, key=lambda one: one.from_date):
        latest[one.theme] = one
    for one in every:
        if not one.from_date <= today <= one.until_date:
            continue
        late = sum(row.state == "late" for row in standing.rows(one, today))
        if late:
            yield Line(LATE[late > 1].format(n=late, title=one.title), f"{_page(one)}?stand=late")
    for one in latest.values():
        if one.until_date <= today + SOON:
            words = ENDED if one.until_date < today else ENDS
            yield Line(words.format(title=one.title, day=f"{one.until_date:%d-%m-%Y}"), _page(one))


def _page(one: Edition) -> str:
    return reverse("programme_plan:edition", args=[one.id])
