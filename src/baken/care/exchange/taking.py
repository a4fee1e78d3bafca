"""Taking records from elsewhere: first what would be made of every row, then a client file for each, all or none."""

import base64
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid5

from django.db import transaction

from baken.care.common import clients, following
from baken.care.common.opening import first_check, identity
from baken.care.exchange import limits, reading
from baken.care.exchange.giving import RECORD, in_words
from baken.core.decide import client as decide_client
from baken.core.decide import exchange as decide
from baken.core.decide import residence as decide_residence
from baken.core.decide.refusal import Refused
from baken.core.derive.client import fold
from baken.core.derive.residence import ResidenceState
from baken.core.derive.stay_facts import as_data
from baken.core.events import Event
from baken.core.exchange import rows, separated
from baken.core.exchange.faults import Fault
from baken.core.exchange.fields import TAKEN, HtcdsRecord
from baken.core.exchange.mapping import Arrived, arrived
from baken.core.exchange.rows import Reading
from baken.core.vocabulary.care import CareFacts
from baken.core.vocabulary.moments import civil_date
from baken.core.vocabulary.text import Text
from baken.ledger import matters, vault
from baken.ledger.matters import Refs
from baken.tenancy.actors import Actor

OPENED, DESCRIBED, RECEIVED, FACTS = "opened", "described", "received", "facts"
NOTHING = Text("Er is niets overgenomen.", "Nothing was taken over.")
MOST_CARRIED = 900_000
"""What fits in a form; the rows that were looked at go with it, so that nothing of them is kept in between."""
MOST_TEXT = 8_000_000


@dataclass(frozen=True, slots=True)
class Planned:
    """What would be made of one row, or what is wrong with it. `order` counts people, `number` rows."""

    number: int
    order: int
    record: HtcdsRecord
    says: Arrived
    age: str
    faults: tuple[Fault, ...]
    alike: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """What would be made of a file. Only where nothing is wrong it can be made."""

    rows: tuple[Planned, ...] = ()
    faults: tuple[Fault, ...] = ()
    notes: tuple[Text, ...] = ()

    @property
    def possible(self) -> bool:
        """Whether every row can become a file."""
        return bool(self.rows) and not self.faults and not any(row.faults for row in self.rows)


@dataclass(frozen=True, slots=True)
class Sender:
    """Who sent the records, and on what ground files are opened for these people."""

    organisation: str
    ground: str


def plan(found: Reading, now: datetime) -> Plan:
    """Return what would be made of what was read."""
    today = civil_date(now)
    known = _known(now)
    seen: dict[tuple[str, str], int] = {}
    planned = []
    for order, row in enumerate(found.rows, start=1):
        says = arrived(row.record)
        faults, age = _age(row.number, says.birth, today)
        who = _who(says.name, says.birth.isoformat() if says.birth else "")
        alike = list(known.get(who, ())) if says.name else []
        if says.name and who in seen:
            alike.append(str(seen[who]))
        seen.setdefault(who, row.number)
        planned.append(
            Planned(row.number, order, row.record, says, age, (*row.faults, *faults), tuple(alike))
        )
    return Plan(tuple(planned), found.faults, found.notes)


def carried(found: Plan) -> str:
    """Return the rows as a form carries them to the page that makes the files. Raises `Refused`: too much."""
    text = separated.written(rows.write([row.record for row in found.rows], TAKEN))
    made = base64.urlsafe_b64encode(zlib.compress(text.encode(), 9)).decode()
    if len(made) > MOST_CARRIED or len(text) > MOST_TEXT:
        raise Refused(
            NOTHING,
            Text(
                "Er staat te veel tekst in dit bestand voor één keer.",
                "This file holds too much text for one go.",
            ),
            Text("Verdeel het over kleinere bestanden.", "Divide it over smaller files."),
        )
    return made


def uncarried(sent: str, now: datetime) -> Plan:
    """Return what such a form carries, looked at again from the start: it may have come from anywhere."""
    try:
        opener = zlib.decompressobj()
        text = opener.decompress(base64.urlsafe_b64decode(sent.encode()), MOST_TEXT * 4).decode()
    except (ValueError, zlib.error):
        text = ""
    return plan(reading.of_text(text, civil_date(now), limits.MAX_MADE), now)


def take(
    found: Plan, sender: Sender, words: str, *, actor: Actor, now: datetime, command_id: UUID
) -> list[UUID]:
    """Open a file for each row, all or none. `words` names somebody without a name, by number. Raises `Refused`."""
    if not found.possible:
        raise Refused(
            NOTHING,
            Text("Er is iets mis met het bestand.", "Something is wrong with the file."),
            Text("Verbeter het en kies het bestand opnieuw.", "Mend it and choose the file again."),
        )
    with transaction.atomic():
        return [
            _open(
                row,
                sender,
                words % {"number": row.order},
                actor=actor,
                now=now,
                command_id=uuid5(command_id, str(row.order)),
            )
            for row in found.rows
        ]


def _open(
    row: Planned, sender: Sender, nameless: str, *, actor: Actor, now: datetime, command_id: UUID
) -> UUID:
    name = row.says.name[:80] or nameless
    birth = row.says.birth.isoformat() if row.says.birth else ""
    described = bool(row.says.name or birth)
    who = {"working_name": name, "name": row.says.name, "birth": birth, "because": ""}
    words: dict[str, Mapping[str, Any]] = {
        OPENED: identity({"working_name": name}),
        RECEIVED: {RECORD: in_words(row.record), "from": sender.organisation},
    }
    if described:
        words[DESCRIBED] = identity(who)
    facts = CareFacts(exploitation=row.says.exploitation)
    if facts.exploitation:
        words[FACTS] = as_data(facts)

    def make(refs: Refs) -> Sequence[Event]:
        return _events(row, sender, refs, now)

    client = matters.begin(clients.KIND, make, words=words, actor=actor, now=now, command_id=command_id)
    following.run(client, now)
    return client


def _events(row: Planned, sender: Sender, refs: Refs, now: datetime) -> Sequence[Event]:
    today = civil_date(now)
    opened = decide_client.open_(
        source="organisation",
        notification=None,
        together=None,
        ground=sender.ground,
        age=row.age,
        check_on=first_check(today),
        told=refs[OPENED],
    )
    made = [*opened]
    if DESCRIBED in refs:
        state = fold((event, now) for event in opened)
        made += decide_client.describe(
            state,
            age=row.age,
            role="presumed_victim",
            birth=row.says.birth,
            today=today,
            told=refs[DESCRIBED],
        )
    if FACTS in refs:
        made += decide_residence.note(ResidenceState(), facts=refs[FACTS], because="first", due=(), now=now)
    return [*made, *decide.receive(fields=tuple(row.record), told=refs[RECEIVED])]


def _age(number: int, birth: date | None, today: date) -> tuple[tuple[Fault, ...], str]:
    if birth is None:
        return (), "unknown"
    age = "adult" if decide_client.is_adult(birth, today) else "minor"
    try:
        decide_client.must_fit_the_age(birth, age, today)
    except Refused as refused:
        return (Fault(number, "prs_Birthdate", refused.why, refused.do),), age
    return (), age


def _known(now: datetime) -> dict[tuple[str, str], list[str]]:
    """Return which open files there are already, by the name and birth date in them."""
    found: dict[tuple[str, str], list[str]] = {}
    open_ = {row.stream_id: row for row in clients.open_clients(now)}
    told = vault.get_each({client: row.name for client, row in open_.items()})
    for client, who in told.items():
        if who.get("name"):
            key = _who(str(who["name"]), str(who.get("birth") or ""))
            found.setdefault(key, []).append(open_[client].reference)
    return found


def _who(name: str, birth: str) -> tuple[str, str]:
    return " ".join(name.split()).casefold(), birth
