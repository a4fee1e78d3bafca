"""When a client's record may go to another organisation, and what a record from elsewhere begins."""

from collections.abc import Sequence

from baken.core.decide.client import must_go_to, must_rest_on
from baken.core.decide.refusal import Refused
from baken.core.decide.rules import must_be_one_of
from baken.core.derive.client import ClientState, rests_on
from baken.core.events import Event
from baken.core.events import exchange as past
from baken.core.exchange.fields import TAKEN
from baken.core.vocabulary.exchange import FORMS
from baken.core.vocabulary.text import Text


def give(
    state: ClientState, *, recipient: str, basis: str, fields: Sequence[str], form: str, told: str
) -> tuple[Event, ...]:
    """Give the record of one client to one recipient: on consent, or after a weighing, and otherwise not (V5)."""
    must_be_one_of(form, FORMS, Text("de vorm", "the form"))
    must_go_to(state, recipient)
    if not fields or not set(fields) <= set(TAKEN):
        raise Refused(
            Text("Er is niets gedeeld.", "Nothing was shared."),
            Text("Zo is er niets om te delen.", "This way there is nothing to share."),
            Text("Kies wat de ontvanger nodig heeft.", "Choose what the recipient needs."),
        )
    confirmed = must_rest_on(state, recipient, basis)
    [kind] = [one.kind for one in rests_on(state, recipient) if one.id == basis]
    return (confirmed, past.RecordGiven(recipient, kind, tuple(fields), form, told))


def receive(*, fields: Sequence[str], told: str) -> tuple[Event, ...]:
    """Begin a file with what another organisation sent."""
    return (past.RecordReceived(tuple(fields), told),)
