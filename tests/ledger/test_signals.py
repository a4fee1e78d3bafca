"""The one door to a signal: a command is carried out whole and once, or nothing of it stays."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest
from django.db import connection, connections

from baken.core.decide import Refused
from baken.core.decide import commands as ask
from baken.core.policy.bundle import Bundle
from baken.core.policy.resolve import resolve
from baken.ledger import checking, policies, signals, store, vault
from baken.project.policies import library
from baken.tenancy.scope import scope
from tests.ledger.happening import NOW
from tests.ledger.test_projections import a_report

WHY = {"reason": {"text": "zegt de huurder zelf"}}


@pytest.fixture(scope="module")
def woerden() -> Bundle:
    return resolve(library(), "woerden", date(2026, 11, 22))


def reported(bundle: Bundle) -> UUID:
    """A signal in the organisation in scope."""
    policies.store(bundle)
    signal = store.new_stream()
    signals.begin(signal, [a_report()], actor=None, bundle=bundle, now=NOW, command=uuid4())
    return signal


def establish(signal: UUID, command: UUID, value: str = "labour") -> None:
    signals.carry_out(
        signal,
        lambda refs: ask.EstablishFact("exploitation", (value,), refs["reason"]),
        words=WHY,
        actor=None,
        now=NOW + timedelta(hours=1),
        command_id=command,
    )


def in_vault() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM ledger_vault")
        return int(cursor.fetchone()[0])


def test_a_command_changes_the_signal_and_its_words_are_in_the_vault(inside: UUID, woerden: Bundle) -> None:
    signal = reported(woerden)
    signals.carry_out(signal, lambda refs: ask.Receive(), actor=None, now=NOW, command_id=uuid4())
    establish(signal, uuid4())
    file = signals.read(signal, now=NOW)
    assert file.state.established["exploitation"] == frozenset({"labour"})
    event = file.stream.events[-1].event
    assert vault.get(signal, event.reason) == WHY["reason"]  # type: ignore[attr-defined]


def test_a_command_sent_again_leaves_no_event_and_no_words(inside: UUID, woerden: Bundle) -> None:
    signal, command = reported(woerden), uuid4()
    signals.carry_out(signal, lambda refs: ask.Receive(), actor=None, now=NOW, command_id=uuid4())
    establish(signal, command)
    before = signals.read(signal, now=NOW).stream.number, in_vault()
    establish(signal, command, "criminal")
    assert (signals.read(signal, now=NOW).stream.number, in_vault()) == before


def test_a_refused_command_leaves_nothing(inside: UUID, woerden: Bundle) -> None:
    signal = reported(woerden)
    before = signals.read(signal, now=NOW).stream.number, in_vault()
    with pytest.raises(Refused):
        establish(signal, uuid4(), "piracy")
    assert (signals.read(signal, now=NOW).stream.number, in_vault()) == before


def test_another_organisations_signal_is_not_there(inside: UUID, woerden: Bundle) -> None:
    signal = reported(woerden)
    with scope(uuid4()):
        for unknown in (signal, uuid4()):
            with pytest.raises(signals.NotFound):
                signals.read(unknown, now=NOW)
            with pytest.raises(signals.NotFound):
                establish(unknown, uuid4())


def test_what_is_not_a_signal_is_not_found_as_one(inside: UUID, woerden: Bundle) -> None:
    policies.adopt(woerden, from_date=NOW.date(), decision="d", now=NOW, actor=None, command=uuid4())
    with pytest.raises(signals.NotFound):
        signals.read(inside, now=NOW)


def test_a_signal_keeps_the_policy_of_its_day(inside: UUID, woerden: Bundle) -> None:
    """ROUTE-02: a later policy does not rewrite what was begun under an earlier one."""
    signal = reported(woerden)
    later = resolve(library(), "hoorn", date(2026, 11, 22))
    policies.adopt(later, from_date=NOW.date(), decision="d", now=NOW, actor=None, command=uuid4())
    signals.carry_out(signal, lambda refs: ask.Receive(), actor=None, now=NOW, command_id=uuid4())
    file = signals.read(signal, now=NOW)
    assert file.bundle.id == woerden.id
    assert {stored.bundle for stored in file.stream.events} == {woerden.id}


def moved(signal: UUID, to: Bundle) -> None:
    """Let a received signal follow another policy."""
    signals.carry_out(
        signal,
        lambda refs: ask.MovePolicy(to.id, to.id, refs["reason"]),
        words=WHY,
        actor=None,
        now=NOW,
        command_id=uuid4(),
    )


def test_a_moved_signal_follows_the_other_policy_and_what_was_done_before_keeps_its_words(
    inside: UUID, woerden: Bundle
) -> None:
    """ROUTE-02: moving is an event; the bundle of every earlier event stays as it was."""
    signal = reported(woerden)
    signals.carry_out(signal, lambda refs: ask.Receive(), actor=None, now=NOW, command_id=uuid4())
    before = signals.read(signal, now=NOW).route
    hoorn = resolve(library(), "hoorn", date(2026, 11, 22))
    policies.store(hoorn)
    moved(signal, hoorn)
    file = signals.read(signal, now=NOW)
    assert file.bundle.id == signals.read_many([signal], now=NOW)[signal].bundle.id == hoorn.id
    assert file.route != before
    assert file.route_under(woerden.id).steps == before.steps
    assert file.bundle_of("signal.received").id == woerden.id
    establish(signal, uuid4())
    events = signals.read(signal, now=NOW).stream.events
    assert [stored.bundle for stored in events[-2:]] == [woerden.id, hoorn.id]
    assert events[-2].type == "signal.policy_moved"
    moved(signal, woerden)
    assert signals.read(signal, now=NOW).bundle.id == woerden.id


def test_several_signals_are_read_with_one_query(
    inside: UUID, woerden: Bundle, django_assert_num_queries: object
) -> None:
    wanted = [reported(woerden) for _ in range(4)]
    signals.read_many(wanted, now=NOW)
    with django_assert_num_queries(1):  # type: ignore[operator]
        found = signals.read_many([*wanted, uuid4()], now=NOW)
    assert set(found) == set(wanted)
    assert all(found[one].state == signals.read(one, now=NOW).state for one in wanted)


@pytest.mark.django_db(transaction=True)
def test_eight_times_the_same_command_at_once_is_one_event_and_one_record(
    organisation: UUID, woerden: Bundle
) -> None:
    with scope(organisation):
        signal = reported(woerden)
        signals.carry_out(signal, lambda refs: ask.Receive(), actor=None, now=NOW, command_id=uuid4())
    command = uuid4()

    def act(_: int) -> None:
        try:
            with scope(organisation):
                establish(signal, command)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(8) as threads:
        list(threads.map(act, range(8)))
    with scope(organisation):
        assert signals.read(signal, now=NOW).stream.number == 3
        assert in_vault() == 1
    assert checking.verify([organisation]).broken == ()
