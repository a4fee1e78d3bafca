"""Whether the care organisation in scope keeps its client files here, or in a system of its own."""

from datetime import datetime

from baken.tenancy.models import Organisation
from baken.tenancy.scope import current


def is_on(now: datetime) -> bool:
    """Whether the room of client files is in use at this moment: never with anybody but a care organisation."""
    return Organisation.objects.filter(pk=current(), kind="care").exists()
