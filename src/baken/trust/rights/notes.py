"""What who settles requests must know: an answer that is too late or nearly, and people who may be informed now."""

from collections.abc import Iterator
from datetime import datetime

from django.urls import reverse

from baken.core.derive.rights import days_left
from baken.core.vocabulary.text import Text
from baken.tenancy.actors import Actor
from baken.trust.rights import queries
from baken.web import notices

SOON = 7
_REQUEST = Text("Verzoek {reference}: {clock}.", "Request {reference}: {clock}.")
_REVIEW = Text(
    "Bij {number} signalen moet opnieuw worden bekeken of mensen kunnen worden ingelicht.",
    "On {number} signals it must be looked at again whether people can be informed.",
)


def due(actor: Actor, at: datetime) -> Iterator[notices.Line]:
    """Give a line for every request in its last week or late, and one for the reviews that are due."""
    for found in queries.every(at):
        if not found.answered and days_left(found.state, at) <= SOON:
            yield notices.Line(
                _REQUEST.format(reference=found.reference, clock=found.clock),
                reverse("trust_rights:request", args=[found.id]),
                urgent=found.late,
            )
    if number := queries.to_review(at):
        yield notices.Line(_REVIEW.format(number=str(number)), reverse("trust_rights:register"))
