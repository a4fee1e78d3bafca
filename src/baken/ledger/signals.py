"""The one door to a signal: read it as it is now, or carry out a command on it."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any
from uuid import UUID

from django.db import transaction

from baken.core.decide import Command, decide
from baken.core.derive.route import Route, derive
from baken.core.derive.signal import SignalState, fold
from baken.core.events import Event
from baken.core.policy.bundle import Bundle
from baken.ledger import policies, rows, store, vault
from baken.tenancy.actors import Actor
from baken.tenancy.scope import current

KIND = "signal"
Words = Mapping[str, Mapping[str, Any]]


class NotFound(LookupError):
    """There is no such signal in this organisation; another's looks just the same."""


@dataclass(frozen=True)
class SignalFile:
    """A signal with its events, its state, and the policy it follows (ROUTE-02); the route is derived at `now`."""

    id: UUID
    stream: store.Stream
    state: SignalState
    bundle: Bundle
    now: datetime

    @cached_property
    def route(self) -> Route:
        """The reporting route with this signal's position in it."""
        return self.route_under(self.bundle.id)

    def route_under(self, bundle_id: str) -> Route:
        """The route that this signal would have under a stored policy."""
        return derive(policies.route_policy(bundle_id), self.state.facts, self.state.history, self.now)

    def bundle_of(self, event: str, **about: str) -> Bundle:
        """Return the policy under which the last such thing was done, whose words it is told in: names, grounds."""
        for stored in reversed(self.stream.events):
            if stored.type == event and all(getattr(stored.event, key) == it for key, it in about.items()):
                return policies.bundle(stored.bundle)
        return self.bundle


def read(signal: UUID, *, now: datetime) -> SignalFile:
    """Return the signal as it is at `now`. Raises `NotFound`."""
    stream = store.load(signal)
    if not stream.exists or stream.kind != KIND:
        raise NotFound("there is no such signal here")
    return SignalFile(signal, stream, fold(stream.happened), policies.bundle(stream.bundle), now)


def read_many(wanted: Collection[UUID], *, now: datetime) -> dict[UUID, SignalFile]:
    """Return several signals with one query; what is not here, or was destroyed, is left out."""
    streams = (rows.stream_of(signal, found) for signal, found in rows.read_many(current(), wanted).items())
    return {
        stream.id: SignalFile(stream.id, stream, fold(stream.happened), policies.bundle(stream.bundle), now)
        for stream in streams
        if stream.exists and stream.kind == KIND
    }


def begin(
    signal: UUID,
    events: Sequence[Event],
    *,
    actor: Actor | None,
    bundle: Bundle,
    now: datetime,
    command: UUID,
) -> store.Appended:
    """Record the first events of a new signal, which pins the policy bundle of its day."""
    return store.append(signal, KIND, 0, events, now=now, actor=actor, bundle=bundle.id, command=command)


def carry_out(
    signal: UUID,
    make: Callable[[Mapping[str, str]], Command],
    *,
    words: Words | None = None,
    actor: Actor | None,
    now: datetime,
    command_id: UUID,
) -> None:
    """Carry out one command on a signal, once: a second call with the same `command_id` changes nothing.

    Each of `words` goes into the vault first; `make` gets their references by the same names. Raises
    `NotFound`, `Refused` or `Conflict`; then nothing was written.
    """
    with transaction.atomic():
        if store.earlier(command_id):
            return
        store.hold(signal)
        file = read(signal, now=now)
        refs = {name: vault.put(signal, name, content) for name, content in (words or {}).items()}
        events = decide(file.state, file.bundle, file.route, make(refs))
        store.append(
            signal,
            KIND,
            file.stream.number,
            events,
            now=now,
            actor=actor,
            bundle=file.bundle.id,
            command=command_id,
        )
