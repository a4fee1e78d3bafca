"""The part of a client's page that says what went to whom, and what the file began with."""

from datetime import datetime

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from baken.care.common import clients, lists
from baken.care.common.panels import Panel
from baken.care.exchange.giving import RECORD
from baken.core.derive import exchange
from baken.core.exchange.fields import FIELDS, codes_of
from baken.core.exchange.mapping import PLACES
from baken.core.vocabulary.text import Text
from baken.ledger.streams import Stream
from baken.web.fields import said
from baken.web.parts import Line
from baken.web.templatetags.baken import civil

GROUND = {
    "consent": Text("met toestemming", "with consent"),
    "weighed": Text("na een afweging, zonder toestemming", "after a weighing, without consent"),
}


def exchanged(client: Stream, now: datetime, may_keep: bool) -> Panel | None:
    """Say what this client's file gave and received; nothing where it did neither."""
    state = exchange.fold(client.happened)
    refs = [one.words for one in state.given]
    if state.received:
        refs.append(state.received.words)
    if not refs:
        return None
    told, bodies = clients.words(client, refs), lists.bodies()
    lines = [
        Line(
            civil(one.at),
            [
                _("%(who)s (%(kind)s), %(ground)s")
                % {
                    "who": told[one.words].get("who", ""),
                    "kind": said(lists.named(bodies, one.recipient)),
                    "ground": said(GROUND[one.ground]),
                },
                str(told[one.words].get("purpose", "")),
                _("Velden: %(names)s") % {"names": ", ".join(FIELDS[name].label for name in one.fields)},
            ],
        )
        for one in state.given
    ]
    if state.received:
        lines += _received(told[state.received.words], state.received.at)
    return Panel("uitwisseling", _("Gegeven aan en gekregen van anderen"), lines)


def _received(told: dict[str, object], at: datetime) -> list[Line]:
    record = told[RECORD]
    assert isinstance(record, dict)
    first = Line(_("Overgenomen van"), f"{told.get('from', '')}, {civil(at)}")
    kept = [
        Line(FIELDS[name].label, _said(name, text)) for name, text in record.items() if name not in PLACES
    ]
    return [first, *kept]


def _said(name: str, text: str) -> str:
    labels = dict(codes_of(name))
    return capfirst(", ".join(labels.get(part, part) for part in text.split(";"))) if labels else text
