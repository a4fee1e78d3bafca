"""Making the projections of the organisation in scope again, from the events."""

from itertools import groupby
from uuid import UUID

from baken.ledger import projections, rows
from baken.ledger.checking import in_order
from baken.ledger.projections import PROJECTIONS
from baken.tenancy.scope import scope


def rebuild(organisation: UUID) -> int:
    """Make every projection of an organisation again, in one transaction; return from how many streams."""
    streams = 0
    with scope(organisation):
        for model in PROJECTIONS:
            model.objects.filter(organisation_id=organisation).delete()
        for stream, found in groupby(in_order(), key=lambda row: row.header.stream):
            projections.project(organisation, rows.stream_of(stream, list(found)), known=False)
            streams += 1
    return streams
