"""What was done with whose data, without a user: the log of the standard Logboek Dataverwerkingen, as Baken keeps it.

    from baken.ledger import processing_log

    for done in processing_log.of_signal(signal): ...

Who did it stands in the read log alone; `trace` joins the two. Written by `baken.ledger.readlog`.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from baken.core.policy.bundle import Bundle
from baken.ledger.models import ProcessingEntry
from baken.ledger.readlog.writing import subject_of
from baken.tenancy.scope import current

SUBJECT_TYPE = "urn:baken:stream"
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Done:
    """One processing action on one person's data: under which activity, which page of Baken, from when to when."""

    activity: str
    name: str
    begun: datetime
    ended: datetime
    status: str
    trace: UUID
    span: str
    subject: UUID

    def as_standard(self) -> dict[str, Any]:
        """Return the record with the names of the standard (draft 0.8)."""
        return {
            "traceId": str(self.trace),
            "spanId": self.span,
            "status": self.status,
            "name": self.name,
            "startTime": _milliseconds(self.begun),
            "endTime": _milliseconds(self.ended),
            "attributes": {
                "dpl.core.processing_activity_id": self.activity,
                "dpl.core.data_subject_id": str(self.subject),
                "dpl.core.data_subject_id_type": SUBJECT_TYPE,
            },
        }


def of_signal(stream: UUID) -> list[Done]:
    """Return what was done with the data in a signal (or another stream) of the organisation in scope, oldest first."""
    here = current()
    found = ProcessingEntry.objects.filter(organisation_id=here, subject=subject_of(here, stream))
    return [
        Done(one.activity, one.name, one.begun, one.ended, one.status, one.trace, one.span, one.subject)
        for one in found.order_by("number")
    ]


def activity(bundle: Bundle, use: str = "intake") -> str:
    """Return the address of a processing activity: what a policy, in one version, uses data for."""
    return f"urn:baken:policy:{bundle.policy_id}:{bundle.id.removeprefix('sha256:')[:16]}:use:{use}"


def _milliseconds(moment: datetime) -> int:
    return (moment - _EPOCH) // timedelta(milliseconds=1)
