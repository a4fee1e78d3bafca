"""Making the records of chosen clients for one recipient: on a ground, for a purpose, with the least fields."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid5

from django.db import transaction

from baken.care.common import clients
from baken.care.common.born import born
from baken.care.exchange import filling, workbooks
from baken.core.decide import exchange as decide
from baken.core.decide.refusal import Refused
from baken.core.derive import exchange, residence
from baken.core.derive.client import ClientState, may_go_to
from baken.core.derive.stay_facts import of_data
from baken.core.events import Event
from baken.core.exchange import mapping, rows, separated, values
from baken.core.exchange.fields import CORE, FIELDS, HtcdsRecord
from baken.core.exchange.groups import fields_of
from baken.core.vocabulary.client import ENDING
from baken.core.vocabulary.moments import civil_date
from baken.core.vocabulary.text import Text
from baken.ledger.matters import Refs
from baken.ledger.streams import Stream
from baken.tenancy.actors import Actor

WORDS = "words"
RECORD = "record"
NOTHING = Text("Er is niets gedeeld.", "Nothing was shared.")


@dataclass(frozen=True, slots=True)
class Giving:
    """What is asked: whose records, for whom, which groups of fields, in which form, and why (for the vault)."""

    clients: Sequence[UUID]
    recipient: str
    groups: Sequence[str]
    form: str
    bases: Mapping[UUID, str]
    told: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Made:
    """A file to hand over."""

    content: bytes
    name: str
    media: str


def give(giving: Giving, *, actor: Actor, now: datetime, command_id: UUID) -> Made:
    """Make the file and record in every client's own file what went. Raises `Refused`; then nothing was shared."""
    names = fields_of(giving.groups)
    if giving.form in filling.TEMPLATES:
        names = tuple(name for name in names if name in CORE)
    with transaction.atomic():
        streams = allowed(giving.clients, giving.recipient)
        wholes = [record_of(stream, giving.recipient) for stream in streams]
        records = [{name: whole[name] for name in names if name in whole} for whole in wholes]
        _must_all_say_something(streams, records)
        for stream, record in zip(streams, records, strict=True):
            _remember(stream.id, record, giving, actor=actor, now=now, command_id=command_id)
        return _file(records, names, giving.form, civil_date(now))


def record_of(stream: Stream, recipient: str) -> HtcdsRecord:
    """Return everything that Baken can say of one client in the words of the standard."""
    client, own = clients.state(stream), exchange.fold(stream.happened)
    stay = residence.fold(stream.happened)
    noted = stay.noted[-1].facts if stay.noted else None
    received = own.received.words if own.received else None
    told = clients.words(stream, [client.identity, noted, received])
    who = told.get(client.identity, {})
    facts = of_data(told[noted]) if noted else None
    known = mapping.Known(
        name=str(who.get("name") or ""),
        birth=born(stream),
        exploitation=facts.exploitation if facts else frozenset(),
        ending="" if client.open else client.outcome,
        ended=ENDING[client.outcome].en if client.outcome in ENDING else "",
        consent=may_go_to(client, recipient) == "consent",
        referred_on=_referred_on(client),
    )
    return mapping.record_of(known, of_words(told[received]) if received else {})


def of_words(told: Mapping[str, Any]) -> HtcdsRecord:
    """Return the record that a file began with, as the vault keeps it."""
    found = ((name, values.read(FIELDS[name], text)) for name, text in told[RECORD].items() if name in FIELDS)
    return {name: value for name, value in found if value is not None}


def in_words(record: HtcdsRecord) -> dict[str, str]:
    """Return a record as the vault keeps it."""
    return {name: values.write(value) for name, value in record.items()}


def _referred_on(client: ClientState) -> date | None:
    if client.opened_at is None or client.source not in ("notification", "organisation"):
        return None
    return civil_date(client.opened_at)


def allowed(chosen: Sequence[UUID], recipient: str) -> list[Stream]:
    """Return the files of which something may go to a recipient. Raises `Refused` where one may not."""
    streams = [clients.read(client) for client in chosen]
    refused = [stream for stream in streams if not may_go_to(clients.state(stream), recipient)]
    if not refused:
        return streams
    raise Refused(
        NOTHING,
        Text(
            "Voor deze ontvanger is er geen toestemming die geldt en geen afweging bij: {names}.",
            "For this recipient there is no consent that holds and no weighing with: {names}.",
        ).format(names=_working_names(refused)),
        Text(
            "Vink deze cliënten uit, of leg eerst toestemming of een afweging vast in hun dossier.",
            "Leave these clients out, or first record consent or a weighing in their files.",
        ),
    )


def _must_all_say_something(streams: Sequence[Stream], records: Sequence[HtcdsRecord]) -> None:
    empty = [stream for stream, record in zip(streams, records, strict=True) if not record]
    if empty:
        raise Refused(
            NOTHING,
            Text("Hiervan is niets bekend bij: {names}.", "Nothing of this is known with: {names}.").format(
                names=_working_names(empty)
            ),
            Text("Vink deze cliënten uit, of kies meer.", "Leave these clients out, or choose more."),
        )


def _working_names(streams: Sequence[Stream]) -> str:
    told = [
        clients.words(stream, [ref])[ref] for stream in streams for ref in [clients.state(stream).identity]
    ]
    return ", ".join(str(one.get("working_name") or "?") for one in told)


def _remember(
    client: UUID, record: HtcdsRecord, giving: Giving, *, actor: Actor, now: datetime, command_id: UUID
) -> None:
    def decided(stream: Stream, refs: Refs) -> Sequence[Event]:
        return decide.give(
            clients.state(stream),
            recipient=giving.recipient,
            basis=giving.bases.get(client, ""),
            fields=tuple(record),
            form=giving.form,
            told=refs[WORDS],
        )

    clients.carry_out(
        client,
        decided,
        words={WORDS: dict(giving.told)},
        actor=actor,
        now=now,
        command_id=uuid5(command_id, str(client)),
    )


def _file(records: Sequence[HtcdsRecord], names: Sequence[str], form: str, today: date) -> Made:
    """Return the file. Its name says what it is and when it was made, and nobody's name."""
    sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    if form == "csv":
        content = separated.encoded(separated.written(rows.write(records, names)))
        return Made(content, f"htcds-{today}.csv", "text/csv; charset=utf-8")
    if form == "excel":
        return Made(workbooks.workbook(records, names), f"htcds-{today}.xlsx", sheet)
    try:
        content = filling.filled(filling.TEMPLATES[form], records)
    except filling.DoesNotFit as wrong:
        labels = ", ".join(FIELDS[name].label for name in wrong.fields)
        raise Refused(NOTHING, *_unfit(labels, filling.TEMPLATES[form].rows)) from wrong
    return Made(content, f"htcds-{today}.xlsx", sheet)


def _unfit(labels: str, most: int) -> tuple[Text, Text]:
    if labels:
        return (
            Text(
                "In dit sjabloon past één waarde per cel. Meer waarden hebben: {labels}.",
                "This template takes one value per cell. These have more: {labels}.",
            ).format(labels=labels),
            Text(
                "Kies het sjabloon zonder lijsten, of Excel.", "Choose the template without lists, or Excel."
            ),
        )
    return (
        Text("In dit sjabloon passen {most} mensen.", "This template has room for {most} people.").format(
            most=most
        ),
        Text("Kies minder cliënten, of Excel.", "Choose fewer clients, or Excel."),
    )
