"""What happened to keys and envelopes, for who supervises: who, when, what, and the word of the reason, no content."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from baken.core.decide.recovery import KEY_WHYS, WHYS
from baken.core.events import Event, read
from baken.core.events import keys as past
from baken.core.events.organisation import PostKeyMade
from baken.core.events.signal import EnvelopeOpened
from baken.core.vocabulary.outcomes import ENVELOPE, ENVELOPE_UNSAID
from baken.core.vocabulary.text import Text
from baken.ledger import projections, store
from baken.ledger.models import EventRecord
from baken.posts import queries
from baken.tenancy.scope import current

MOST = 200


@dataclass(frozen=True, slots=True)
class Told:
    """One thing that happened."""

    at: datetime
    who: str
    what: Text


def newest() -> list[Told]:
    """The newest things that happened to keys and envelopes, newest first."""
    names, posts = queries.names_of(), queries.posts_named()
    asked: dict[str, past.RecoveryAsked] = {}
    found: list[Told] = []
    for one in store.load(current()).events:
        if isinstance(one.event, past.RecoveryAsked):
            asked[one.event.request] = one.event
        words = _words(one.event, names, posts, asked)
        if words is not None:
            found.append(Told(one.occurred_at, names.get(one.actor, "") if one.actor else "", words))
    found += _opened(names)
    return sorted(found, key=lambda one: one.at, reverse=True)[:MOST]


def _opened(names: dict[UUID, str]) -> list[Told]:
    rows = EventRecord.objects.filter(
        organisation_id=current(), type=EnvelopeOpened.type, payload__isnull=False
    ).order_by("-occurred_at")[:MOST]
    told = []
    for row in rows:
        event = read(row.type, row.version, row.payload or {})
        why = (
            ENVELOPE.get(event.why, ENVELOPE_UNSAID) if isinstance(event, EnvelopeOpened) else ENVELOPE_UNSAID
        )
        words = Text(
            "Envelop van signaal {signal} geopend: {why}", "Envelope of signal {signal} opened: {why}"
        )
        what = words.format(signal=projections.reference(row.stream_id), why=why)
        told.append(Told(row.occurred_at, names.get(row.actor, "") if row.actor else "", what))
    return told


def _words(
    event: Event, names: dict[UUID, str], posts: dict[str, str], asked: dict[str, past.RecoveryAsked]
) -> Text | None:
    def name(member: str) -> str:
        return names.get(UUID(member), "")

    match event:
        case PostKeyMade():
            words = Text("Sleutel {number} van {post} gemaakt: {why}", "Key {number} of {post} made: {why}")
            why = KEY_WHYS.get(event.why, KEY_WHYS["first"])
            return words.format(number=event.key_number, post=posts.get(event.post, ""), why=why)
        case past.PostKeyGiven():
            words = Text("Sleutel van {post} gegeven aan {name}", "Key of {post} given to {name}")
            return words.format(post=posts.get(event.post, ""), name=name(event.membership))
        case past.VaultRenewed():
            return Text(
                "Begon een nieuwe kluis: wachtwoordzin kwijt", "Began a new vault: the passphrase was lost"
            )
        case past.RecoveryPrepared():
            words = Text(
                "Hersteldelen van {post} gemaakt voor {names}", "Recovery shares of {post} made for {names}"
            )
            who = ", ".join(sorted(name(one) for one in event.holders))
            return words.format(post=posts.get(event.post, ""), names=who)
        case past.RecoveryAsked():
            words = Text(
                "Vroeg de sleutel van {post} te herstellen: {why}",
                "Asked to recover the key of {post}: {why}",
            )
            return words.format(post=posts.get(event.post, ""), why=WHYS.get(event.why, Text("", "")))
        case past.RecoveryGiven():
            return _about(
                Text("Gaf een hersteldeel aan {name}", "Gave a recovery share to {name}"),
                event.request,
                asked,
                names,
            )
        case past.RecoveryRefused():
            return _about(
                Text("Weigerde een hersteldeel aan {name}", "Refused a recovery share to {name}"),
                event.request,
                asked,
                names,
            )
        case past.RecoveryWithdrawn():
            return Text("Trok het verzoek om herstel in", "Withdrew the request to recover")
        case past.RecoveryCompleted():
            return _about(
                Text("{name} heeft de sleutel weer", "{name} has the key again"), event.request, asked, names
            )
        case _:
            return None


def _about(words: Text, request: str, asked: dict[str, past.RecoveryAsked], names: dict[UUID, str]) -> Text:
    found = asked.get(request)
    return words.format(name=names.get(UUID(found.membership), "") if found else "")
