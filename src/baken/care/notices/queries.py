"""What is known for a notification to CoMensha, who looks alike, and what the municipality sees."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from baken.care.common import clients
from baken.care.common.born import born
from baken.core.derive import care_notice, placing, residence
from baken.core.derive.client import ClientState
from baken.core.events.notification import NotificationReceived, NotificationRegisteredBySender
from baken.core.match.names import alike as names_alike
from baken.core.vocabulary import care
from baken.core.vocabulary import client as client_words
from baken.core.vocabulary import placing as placing_words
from baken.core.vocabulary.care_notice import FIELDS, fields_of
from baken.ledger import matters, naming, store, vault
from baken.ledger.models import ClientRow
from baken.ledger.projections import reference
from baken.ledger.streams import Stream
from baken.tenancy.models import Organisation
from baken.tenancy.scope import current
from baken.web.fields import said

SURE = ("whole", "nearly")


@dataclass(frozen=True, slots=True)
class Alike:
    """A file that may be about the same person."""

    client: UUID
    reference: str
    name: str
    notified: bool


@dataclass(frozen=True, slots=True)
class Sender:
    """Who notified us of a client."""

    name: str
    notification: UUID


def identity(stream: Stream) -> Mapping[str, Any]:
    """Return who it is, from the vault."""
    state = clients.state(stream)
    return clients.words(stream, [state.identity])[state.identity]


def alike(stream: Stream) -> list[Alike]:
    """Return the other files whose name or birth date is like this one's, open and closed (MON-07).

    A human decides whether it is the same person; nothing is ranked.
    """
    own = identity(stream)
    rows = {
        row.stream_id: row
        for row in ClientRow.objects.filter(organisation_id=current()).exclude(stream_id=stream.id)
    }
    told = vault.get_each({client: row.name for client, row in rows.items()})
    found = [client for client, content in told.items() if _may_be_one(own, content)]
    return [
        Alike(
            client,
            reference(client),
            str(told[client].get("working_name", "")),
            care_notice.fold(clients.read(client).happened).registered is not None,
        )
        for client in sorted(found, key=lambda one: rows[one].opened_at)
    ]


def _may_be_one(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    if one.get("birth") and one.get("birth") == other.get("birth"):
        return True
    return any(names_alike(a, b) in SURE for a in _names(one) for b in _names(other))


def _names(content: Mapping[str, Any]) -> list[str]:
    return [content[name] for name in ("name", "working_name") if content.get(name)]


def sender(stream: Stream) -> Sender | None:
    """Return who notified us in Baken, where that is still here: in the notification with the name, if one came."""
    notification = clients.state(stream).notification
    if notification is None:
        return None
    received = store.load(naming.goes_on_in(UUID(notification)))
    first = received.events[0].event if received.exists else None
    return Sender(first.sender_name, received.id) if isinstance(first, NotificationReceived) else None


def sender_notified(stream: Stream) -> date | None:
    """Return on what day whoever notified us told CoMensha too."""
    days = [
        one.event.on
        for received in matters.streams(about(clients.state(stream))).values()
        for one in received.events
        if isinstance(one.event, NotificationRegisteredBySender)
    ]
    return date.fromisoformat(min(days)) if days else None


def about(client: ClientState) -> list[UUID]:
    """Return every notification that tells of this client: without a name, and the one that gave it."""
    return naming.about_the_same(UUID(client.notification)) if client.notification else []


def known(stream: Stream, who: str) -> dict[str, str]:
    """Return what Baken knows for each field of the notification. A human completes and checks it."""
    return {id_: value for id_, value in _known(stream, who) if value}


def _known(stream: Stream, who: str) -> Iterator[tuple[str, str]]:
    state = clients.state(stream)
    placed = placing.fold(stream.happened)
    told = clients.words(stream, [state.identity, state.contact, placed.needs])
    who_is, contact = told[state.identity], told.get(state.contact or "", {})
    needs = told.get(placed.needs or "", {})
    yield "reporter", f"{who}, {Organisation.objects.get(pk=current()).name}"
    yield "name", _initials(who_is.get("name", ""))
    birth = born(stream)
    yield "birth", birth.isoformat() if birth else ""
    yield from _residence(stream)
    yield "children", _children(state, needs)
    language = [contact.get("language", ""), contact.get("interpreter", "")]
    yield "language", "; ".join(part for part in language if part)
    if needs:
        what = [placing_words.ALONG[needs["along"]].nl, needs.get("access", ""), needs.get("note", "")]
        yield "shelter", "; ".join(part for part in what if part)
        yield "safety", placing_words.SAFETY[needs["safety"]].nl
    reach = [contact.get(name, "") for name in ("how", "when", "by", "never")]
    yield "reach", "; ".join(part for part in reach if part)


def _residence(stream: Stream) -> Iterator[tuple[str, str]]:
    noted = residence.fold(stream.happened).noted
    facts = clients.words(stream, [noted[-1].facts])[noted[-1].facts] if noted else {}
    for id_, fact, words in (
        ("nationality", "nationality", care.NATIONALITIES),
        ("residence", "position", care.POSITIONS),
        ("complaint", "choice", care.CHOICES),
    ):
        value = facts.get(fact, care.UNKNOWN)
        if value != care.UNKNOWN and value in words:
            yield id_, words[value].nl
    forms = [care.EXPLOITATION[one].nl for one in facts.get("exploitation", ()) if one in care.EXPLOITATION]
    yield "form", ", ".join(forms)


def _children(state: ClientState, needs: Mapping[str, Any]) -> str:
    minor = [client_words.AGE[state.age].nl] if state.minor else []
    along = [needs["children"]] if needs.get("children") else []
    return "; ".join([*minor, *along])


def _initials(name: str) -> str:
    """Return initials: the least that CoMensha needs to tell people apart."""
    return " ".join(f"{part[0].upper()}." for part in name.split())


def filled(kind: str, fields: Mapping[str, str]) -> list[tuple[str, str]]:
    """Return what is copied, in order: of a registration the minimum, whatever else was typed."""
    return [(said(FIELDS[id_].name), fields[id_]) for id_ in fields_of(kind) if fields.get(id_)]
