"""What a start page says of terms: what is over, what is near, what changed. A reference, never a name."""

from collections.abc import Iterator
from datetime import datetime

from django.urls import reverse

from baken.care.common import room
from baken.care.residence import saying
from baken.care.residence.lists import name_of, names_of
from baken.core.vocabulary.moments import civil_date
from baken.core.vocabulary.text import Text
from baken.ledger import deadlines
from baken.tenancy.actors import Actor
from baken.web import notices

_OVER = (
    Text(
        "Er is een termijn voorbij die nog niemand afhandelde.",
        "A deadline has passed that nobody handled yet.",
    ),
    Text(
        "Er zijn {n} termijnen voorbij die nog niemand afhandelde.",
        "{n} deadlines have passed that nobody handled yet.",
    ),
)
_NEAR = (
    Text("Er loopt binnenkort een termijn af.", "A deadline is near."),
    Text("Er lopen binnenkort {n} termijnen af.", "{n} deadlines are near."),
)
_CHANGED = Text(
    "Een termijn is gewijzigd. Dossier {reference}, {name}: {what}.",
    "A deadline has changed. File {reference}, {name}: {what}.",
)


def for_coordinator(actor: Actor, at: datetime) -> Iterator[notices.Line]:
    """Give a line for what is over, one for what is near, and one for every change that nobody read."""
    today, there = civil_date(at), reverse("care_residence:deadlines")
    found = deadlines.pressing(today)
    if not found or not room.is_on(at):
        return
    over = sum(row.on < today for row in found if not row.changed)
    near = sum(row.on >= today for row in found if not row.changed)
    if over:
        yield notices.Line(_many(_OVER, over), there, urgent=True)
    if near:
        yield notices.Line(_many(_NEAR, near), there)
    named = names_of(today)
    for row in found:
        if row.changed:
            what = saying.changed(row.on, row.became, row.because)
            words = _CHANGED.format(reference=row.reference, name=name_of(row, named), what=what)
            yield notices.Line(words, reverse("care_residence:stay", args=[row.stream_id]), urgent=True)


def for_director(actor: Actor, at: datetime) -> Iterator[notices.Line]:
    """Give one line for what is over and was not handled."""
    over = len(deadlines.missed(civil_date(at)))
    if over and room.is_on(at):
        yield notices.Line(_many(_OVER, over), reverse("care_residence:direction"), urgent=True)


def _many(words: tuple[Text, Text], number: int) -> Text:
    return words[0] if number == 1 else words[1].format(n=number)
