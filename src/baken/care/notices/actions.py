"""Notifying CoMensha, once per person, and telling the municipality that notified how far it is."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from uuid import UUID, uuid5

from django.db import transaction

from baken.care.common import clients
from baken.care.notices import queries
from baken.care.notices.queries import Sender
from baken.core.decide import care_notice as decide
from baken.core.decide.refusal import Refused
from baken.core.derive import care_notice
from baken.core.derive.care_notice import Told
from baken.core.events import Event
from baken.core.vocabulary.care_notice import COUNTS, OUTCOME_OF
from baken.core.vocabulary.moments import civil_date
from baken.core.vocabulary.text import Text
from baken.ledger import answering, store
from baken.ledger.answering import Said
from baken.ledger.matters import Refs
from baken.ledger.models import ClientRow
from baken.ledger.streams import Claim, ClaimTaken, Stream
from baken.tenancy.actors import Actor
from baken.tenancy.scope import current

CLAIM = "comensha"
FIELDS, REFERENCE = "fields", "reference"


def prepare(
    client: UUID,
    *,
    kind: str,
    under_16: bool,
    verdicts: Mapping[str, str],
    double: str,
    basis: str,
    fields: Mapping[str, str],
    actor: Actor,
    now: datetime,
    command_id: UUID,
) -> None:
    """Have the notification ready to be copied, after somebody checked it and looked for the same person."""

    def decided(stream: Stream, refs: Refs) -> Sequence[Event]:
        alike = queries.alike(stream)
        return decide.prepare(
            clients.state(stream),
            care_notice.fold(stream.happened),
            kind=kind,
            under_16=under_16,
            alike=[str(one.client) for one in alike],
            verdicts=verdicts,
            notified=[str(one.client) for one in alike if one.notified],
            double=double,
            sender_notified=queries.sender_notified(stream) is not None,
            basis=basis,
            fields=refs[FIELDS],
        )

    clients.carry_out(client, decided, words={FIELDS: fields}, actor=actor, now=now, command_id=command_id)


def notify(
    client: UUID,
    *,
    on: date,
    channel: str,
    told: Mapping[str, str],
    actor: Actor,
    now: datetime,
    command_id: UUID,
) -> None:
    """Record that it was sent. One person is notified once in an organisation, whatever files there are."""

    def decided(stream: Stream, refs: Refs) -> Sequence[Event]:
        return decide.notify(
            clients.state(stream),
            care_notice.fold(stream.happened),
            on=on,
            today=civil_date(now),
            channel=channel,
            reference=refs.get(REFERENCE),
        )

    try:
        clients.carry_out(
            client,
            decided,
            words={REFERENCE: told} if told else {},
            actor=actor,
            now=now,
            command_id=command_id,
            claims=_claims,
        )
    except ClaimTaken as taken:
        raise Refused(
            Text("Er is niets vastgelegd.", "Nothing was recorded."),
            Text(
                "Deze persoon is al gemeld, vanuit een ander dossier.",
                "This person was notified already, from another file.",
            ),
            Text("Kies voor een aanvulling.", "Choose a supplement."),
        ) from taken


def _claims(stream: Stream) -> Sequence[Claim]:
    prepared = care_notice.fold(stream.happened).prepared
    if prepared is None or prepared.kind not in COUNTS:
        return ()
    # A file that is about the same person as another claims for both: whichever comes second is refused.
    return [Claim(CLAIM, one) for one in {str(stream.id), prepared.same_as or str(stream.id)}]


def tell(client: UUID, *, actor: Actor, now: datetime, command_id: UUID) -> None:
    """Tell who notified how far it is, here and in what they sent, in one transaction."""
    with transaction.atomic():
        if store.earlier(command_id):
            return
        told: list[Told] = []

        def decided(stream: Stream, refs: Refs) -> Sequence[Event]:
            state, notices = clients.state(stream), care_notice.fold(stream.happened)
            sender = queries.sender(stream)
            if state.notification is not None:
                store.hold(must_have(sender).notification)
            events = decide.tell(
                state,
                notices,
                notification=str(sender.notification) if sender else None,
                person=_person(stream),
                standing=care_notice.standing(state),
                check_on=state.check_on,
            )
            told.extend(care_notice.fold([(event, now) for event in events]).told)
            return events

        clients.carry_out(client, decided, actor=actor, now=now, command_id=command_id)
        [one] = told
        said = Said(OUTCOME_OF[one.standing], person=one.person, check_on=one.check_on)
        answering.answer(
            notification=UUID(one.notification),
            said=said,
            actor=actor,
            now=now,
            command_id=uuid5(command_id, "answer"),
        )


def must_have(sender: Sender | None) -> Sender:
    """Return who can be told: somebody who notified in Baken, as long as the notification is kept here."""
    if sender is None:
        raise Refused(
            Text("Er is niemand om dit te vertellen.", "There is nobody to tell."),
            Text(
                "Dit dossier komt niet uit een melding die hier nog staat.",
                "This file does not come from a notification that is still here.",
            ),
            Text("Bel wie de persoon aanmeldde.", "Call who brought the person in."),
        )
    return sender


def _person(stream: Stream) -> int:
    """Return the number of this person for the sender: the next one, and the same ever after, also with the name."""
    about = queries.about(clients.state(stream))
    seen = care_notice.fold(stream.happened).last_seen([str(one) for one in about])
    return seen.person if seen is not None else 1 + max(_numbers(about), default=0)


def _numbers(about: Collection[UUID]) -> Collection[int]:
    rows = ClientRow.objects.filter(organisation_id=current(), notification_id__in=about)
    names = [str(one) for one in about]
    found = [care_notice.fold(clients.read(row.stream_id).happened).last_seen(names) for row in rows]
    return [one.person for one in found if one is not None]
