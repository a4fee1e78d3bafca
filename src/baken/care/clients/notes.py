"""What who coordinates care must know on the start page: clients for whom something was to be done by now."""

from collections.abc import Iterator
from datetime import datetime

from django.db.models import Q
from django.urls import reverse

from baken.care.common import room
from baken.core.vocabulary.moments import civil_date
from baken.core.vocabulary.text import Text
from baken.ledger.models import ClientRow
from baken.tenancy.actors import Actor
from baken.tenancy.scope import current
from baken.web import notices

_ONE = Text(
    "Bij 1 cliënt is een controle of afgesproken hulp te laat.",
    "With 1 client a check or agreed help is late.",
)
_MORE = Text(
    "Bij {number} cliënten is een controle of afgesproken hulp te laat.",
    "With {number} clients a check or agreed help is late.",
)


def late(actor: Actor, at: datetime) -> Iterator[notices.Line]:
    """Give one line where a check or agreed help is late: how many, and nobody's name."""
    if not room.is_on(at):
        return
    today = civil_date(at)
    found = ClientRow.objects.filter(organisation_id=current(), open=True)
    number = found.filter(Q(check_on__lt=today) | Q(due_on__lt=today)).count()
    if number:
        words = _ONE if number == 1 else _MORE.format(number=str(number))
        yield notices.Line(words, reverse("care_clients:caseload"))
