"""What the FG, the privacy officer and the CISO must know at once: a leak of which the 72 hours run."""

from collections.abc import Iterator
from datetime import datetime

from django.urls import reverse

from baken.core.vocabulary.text import Text
from baken.tenancy.actors import Actor
from baken.trust.incidents import queries
from baken.web import notices

_LEAK = Text("Datalek {reference}: {clock}.", "Data leak {reference}: {clock}.")


def running(actor: Actor, at: datetime) -> Iterator[notices.Line]:
    """Give a line for every leak that still counts down, or that was not told in time."""
    for found in queries.every(at):
        if found.running:
            yield notices.Line(
                _LEAK.format(reference=found.reference, clock=found.clock),
                reverse("trust_incidents:incident", args=[found.id]),
                urgent=True,
            )
