"""The door before what arrived from elsewhere. A transfer between care organisations says what a client file says:
it is read by whoever may read client files here, and does not exist for the others.
"""

from uuid import UUID

from django.http import HttpRequest

from baken.ledger.models import NotificationRow
from baken.tenancy import doors
from baken.tenancy.actors import Actor
from baken.tenancy.models import Organisation
from baken.tenancy.scope import current

READ_CLIENTS = "care.read"


def require(request: HttpRequest, action: str, notification: UUID) -> Actor:
    """Return who acts, where this person may do `action` with what arrived; otherwise it does not exist."""
    actor = doors.require(request, action)
    from_care = not_to_read(request)
    rows = NotificationRow.objects.filter(organisation_id=current(), stream_id=notification)
    if from_care and rows.filter(sender__in=from_care).exists():
        doors.require(request, READ_CLIENTS)  # ends here: 404, as for any client file
    return actor


def not_to_read(request: HttpRequest) -> list[UUID]:
    """Return the senders whose hand-overs are not for this person to see."""
    if doors.decide(request, READ_CLIENTS).allowed:
        return []
    return list(Organisation.objects.filter(kind="care").values_list("id", flat=True))
