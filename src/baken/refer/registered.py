"""That the municipality itself notified CoMensha, told to the care organisation that received the signal (MON-07).

Care reports to CoMensha too: without this the same person would be counted twice. Only the day goes, and to nobody
else, because it tells of another hand-over (V2).
"""

from datetime import datetime
from uuid import UUID, uuid5

from baken.core.derive.naming import CARE
from baken.core.derive.signal import Referral, SignalState
from baken.core.events.notification import NotificationRegisteredBySender
from baken.core.vocabulary.moments import civil_date
from baken.ledger import answering, signals, store
from baken.tenancy.models import Organisation
from baken.tenancy.scope import scope

COMENSHA = "comensha"


def own_notice(state: SignalState) -> NotificationRegisteredBySender | None:
    """Return on what day this signal went to CoMensha, if it did."""
    days = [
        one.sent_at or one.at for one in state.referrals.values() if one.partner == COMENSHA and one.arrived
    ]
    return NotificationRegisteredBySender(civil_date(min(days)).isoformat()) if days else None


def tell(signal: UUID, *, now: datetime, command_id: UUID) -> None:
    """Tell care that received this signal in Baken, once CoMensha did."""
    file = signals.read(signal, now=now)
    notice = own_notice(file.state)
    for referral in file.state.referrals.values() if notice else ():
        if referral.recipient is not None and referral.partner in CARE and notice is not None:
            partner = file.bundle_of("signal.referred", referral=referral.id).partners[referral.partner]
            _deliver(partner.organisation or "", referral, notice, now, command_id)


def _deliver(
    slug: str, referral: Referral, notice: NotificationRegisteredBySender, now: datetime, command_id: UUID
) -> None:
    recipient = Organisation.objects.filter(slug=slug).first()
    if recipient is None:
        return
    notification = UUID(referral.recipient)
    with scope(recipient.id):
        store.hold(notification)
        stream = store.load(notification)
        if not stream.exists or any(stored.event == notice for stored in stream.events):
            return
        store.append(
            notification,
            answering.NOTIFICATION,
            stream.number,
            [notice],
            now=now,
            actor=None,
            bundle=stream.bundle,
            command=uuid5(command_id, f"registered {referral.id}"),
        )
