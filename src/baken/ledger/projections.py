"""Projections: caches for lists and figures, written in the transaction that appends, made again by
`rebuild`.

A row holds no personal data and remembers the bundle and the engine version it was derived with. Everything
is derived as of the moment the last event was recorded, so that the same events always give the same row.
"""

import base64
import hashlib
from collections.abc import Collection, Mapping
from typing import Any
from uuid import UUID

from baken.core.derive import client, correcting, placing, retention
from baken.core.derive.route import derive
from baken.core.derive.signal import Referral, SignalState, fold
from baken.core.events.notification import NotificationAnswered, NotificationReceived
from baken.core.events.signal import SignalReferred
from baken.ledger import deadlines
from baken.ledger.bundles import route_policy
from baken.ledger.models import (
    ClientRow,
    DeadlineRow,
    NotificationRow,
    Obligation,
    ReferralRow,
    RetentionRow,
    SignalRow,
)
from baken.ledger.streams import LedgerError, Stored, Stream

ENGINE_VERSION = 1
SIGNAL, NOTIFICATION, CLIENT = "signal", "notification", "client"
_REFERENCE_LETTERS = 6
_NO_ANSWER = {"received"}
_OWN: Mapping[str, tuple[Any, ...]] = {
    SIGNAL: (SignalRow, Obligation, ReferralRow),
    NOTIFICATION: (NotificationRow,),
    CLIENT: (ClientRow, DeadlineRow),
}
PROJECTIONS: tuple[Any, ...] = (*(model for own in _OWN.values() for model in own), RetentionRow)


def project(organisation: UUID, stream: Stream, *, known: bool = True) -> None:
    """Write the rows that follow from a stream; `known` tells that there may be former ones to take away."""
    if known:
        for model in (*_OWN.get(stream.kind, ()), RetentionRow):
            model.objects.filter(organisation_id=organisation, stream_id=stream.id).delete()
    if stream.destroyed:
        return
    if stream.kind == SIGNAL:
        _write_signal(organisation, stream)
    elif stream.kind == NOTIFICATION:
        notification_row(organisation, stream).save(force_insert=True)
        _write_retention(organisation, stream, owed=())
    elif stream.kind == CLIENT:
        client_row(organisation, stream).save(force_insert=True)
        deadlines.project(organisation, stream, reference(stream.id))
        _write_retention(organisation, stream, owed=())
    elif stream.kind in retention.FIXED:
        _write_retention(organisation, stream, owed=())


def reference(stream: UUID) -> str:
    """Return the short name people use for a stream. It tells no order; two streams may share one."""
    digest = hashlib.sha256(stream.bytes).digest()
    letters = base64.b32encode(digest).decode().replace("I", "8").replace("O", "9")
    return letters[:_REFERENCE_LETTERS]


def signal_row(organisation: UUID, stream: Stream, state: SignalState, stage: str) -> SignalRow:
    """Return the row of a signal."""
    facts, events = state.facts, stream.events
    received = next((stored.occurred_at for stored in events if stored.type == "signal.received"), None)
    if state.reported_at is None:
        raise LedgerError("a signal begins with signal.reported")
    return SignalRow(
        organisation_id=organisation,
        stream_id=stream.id,
        reference=reference(stream.id),
        number=stream.number,
        stage=stage,
        reported_at=state.reported_at,
        received_at=received,
        last_at=events[-1].occurred_at,
        reporter=state.reporter,
        reporter_named=state.reporter_named,
        question=state.question,
        forms=sorted(facts.claim("exploitation")),
        urgency=str(facts.value("urgency")),
        urgency_claimed=str(facts.claim("urgency")),
        assessment=state.assessment,
        closed=state.closed,
        answered=any(message.category not in _NO_ANSWER for message in state.messages),
        bundle=stream.bundle,
        engine_version=ENGINE_VERSION,
    )


def notification_row(organisation: UUID, stream: Stream) -> NotificationRow:
    """Return the row of a hand-over that arrived."""
    first = stream.events[0].event
    if not isinstance(first, NotificationReceived):
        raise LedgerError("a notification begins with notification.received")
    answers = [stored for stored in stream.events if isinstance(stored.event, NotificationAnswered)]
    last = answers[-1].event if answers else None
    return NotificationRow(
        organisation_id=organisation,
        stream_id=stream.id,
        reference=reference(stream.id),
        number=stream.number,
        sender=UUID(first.sender),
        sender_name=first.sender_name,
        referral=UUID(first.referral),
        purpose=first.purpose,
        ground=first.ground,
        named=first.named,
        answer_asked=first.answer_asked,
        received_at=stream.events[0].occurred_at,
        last_at=stream.events[-1].occurred_at,
        answered_at=answers[-1].occurred_at if answers else None,
        outcome=last.outcome if isinstance(last, NotificationAnswered) else "",
        engine_version=ENGINE_VERSION,
    )


def client_row(organisation: UUID, stream: Stream) -> ClientRow:
    """Return the row of a client file: days, counts and words of lists, and a reference to the working name."""
    state = client.fold(stream.happened)
    if state.opened_at is None:
        raise LedgerError("a client file begins with client.opened")
    return ClientRow(
        organisation_id=organisation,
        stream_id=stream.id,
        reference=reference(stream.id),
        number=stream.number,
        opened_at=state.opened_at,
        last_at=stream.events[-1].occurred_at,
        open=state.open,
        outcome=state.outcome,
        complex=state.complex,
        age=state.age,
        group_id=UUID(state.together) if state.together else None,
        notification_id=UUID(state.notification) if state.notification else None,
        name=state.identity,
        check_on=state.check_on,
        due_on=state.next_due,
        waiting=len(state.waiting),
        waits_for=list(placing.fold(stream.happened).waits_for) if state.open else [],
        to_do=list(state.to_do),
        bundle=stream.bundle,
        engine_version=ENGINE_VERSION,
    )


def referral_row(organisation: UUID, stream: Stream, referral: Referral) -> ReferralRow:
    """Return the row of a hand-over of a signal, with the policy under which it was made."""
    last = referral.answers[-1] if referral.answers else None
    made = next(one for one in stream.events if _makes(one, referral.id))
    return ReferralRow(
        organisation_id=organisation,
        stream_id=stream.id,
        id=UUID(referral.id),
        partner=referral.partner,
        named=referral.named,
        delivery=referral.delivery,
        at=referral.at,
        sent_at=referral.sent_at,
        asked_at=referral.asked_at,
        answered_at=last.at if last else None,
        outcome=last.outcome if last else "",
        told_at=referral.told_at,
        bundle=made.bundle,
        engine_version=ENGINE_VERSION,
    )


def _makes(stored: Stored, referral: str) -> bool:
    return isinstance(stored.event, SignalReferred) and stored.event.referral == referral


def _write_signal(organisation: UUID, stream: Stream) -> None:
    state = fold(stream.happened)
    route = derive(route_policy(stream.bundle), state.facts, state.history, stream.events[-1].recorded_at)
    signal_row(organisation, stream, state, route.stage).save(force_insert=True)
    beside = correcting.owed(state)
    owed = {(one.step, one.partner or ""): one for one in reversed((*route.owed, *beside))}
    _write_retention(organisation, stream, owed={step for step, _partner in owed})
    Obligation.objects.bulk_create(
        Obligation(
            organisation_id=organisation,
            stream_id=stream.id,
            step=step,
            partner=partner,
            since=one.since,
            due_at=one.due_at,
        )
        for (step, partner), one in owed.items()
    )
    ReferralRow.objects.bulk_create(
        referral_row(organisation, stream, referral) for referral in state.referrals.values()
    )


def _write_retention(organisation: UUID, stream: Stream, *, owed: Collection[str]) -> None:
    kept = retention.kept(stream.kind, stream.happened, owed=owed)
    if kept is None:
        return
    RetentionRow(
        organisation_id=organisation,
        stream_id=stream.id,
        reference=reference(stream.id),
        kind=stream.kind,
        number=stream.number,
        begun=kept.begun,
        last_at=kept.last_at,
        outcome=kept.end.outcome if kept.end else "",
        assessment=kept.end.assessment if kept.end else "",
        handed_over=kept.end is not None and kept.end.handed_over,
        closed_at=kept.closed_at,
        informed_at=kept.informed_at,
        owed=kept.owed,
        identity=kept.identity,
        held_until=kept.held_until,
        erasing_at=kept.erasing_at,
        bundle=stream.bundle,
    ).save(force_insert=True)
