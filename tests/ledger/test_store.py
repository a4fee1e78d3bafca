"""The ledger's two doors: what goes in comes out, in order, once, and in one organisation only."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.db import connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from baken.core.events.signal import FactEstablished
from baken.ledger import chain, checking, rows, store
from baken.tenancy.actors import Actor
from baken.tenancy.scope import NoScope, scope
from tests.ledger.happening import KIND, NOW, add, adopted


def test_what_was_appended_is_loaded_in_order(inside: UUID) -> None:
    stream = store.new_stream()
    add(stream, 0, [adopted("eerste"), adopted("tweede")])
    add(stream, 2, [adopted("derde")])
    loaded = store.load(stream)
    assert [stored.number for stored in loaded.events] == [1, 2, 3]
    assert [stored.event for stored in loaded.events] == [
        adopted("eerste"),
        adopted("tweede"),
        adopted("derde"),
    ]
    assert (loaded.kind, loaded.number, loaded.exists) == (KIND, 3, True)


def test_the_envelope_of_an_event_is_kept(inside: UUID) -> None:
    member, deputy, command = uuid4(), uuid4(), uuid4()
    actor = Actor(uuid4(), member, inside, frozenset({"focal_point"}), frozenset(), on_behalf_of=deputy)
    earlier = NOW - timedelta(days=3, microseconds=7)
    stream = store.new_stream()
    add(
        stream,
        0,
        [store.NewEvent(adopted(), occurred_at=earlier)],
        actor=actor,
        bundle="sha256:1",
        command=command,
    )
    stored = store.load(stream).events[0]
    assert (stored.actor, stored.on_behalf_of, stored.command) == (member, deputy, command)
    assert (stored.occurred_at, stored.recorded_at, stored.bundle) == (earlier, NOW, "sha256:1")


def test_what_nobody_did_has_no_actor(inside: UUID) -> None:
    stream = store.new_stream()
    add(stream, 0)
    assert store.load(stream).events[0].actor is None


def test_a_decision_on_an_old_state_is_a_conflict_and_writes_nothing(inside: UUID) -> None:
    stream, command = store.new_stream(), uuid4()
    add(stream, 0)
    for expected in (0, 2):
        with pytest.raises(store.Conflict):
            add(stream, expected, command=command, claims=[store.Claim("once", "x")])
    assert store.load(stream).number == 1
    assert not add(stream, 1, command=command, claims=[store.Claim("once", "x")]).repeated


def test_the_same_command_is_done_once_and_answers_the_same(inside: UUID) -> None:
    stream, command = store.new_stream(), uuid4()
    first = add(stream, 0, [adopted(), adopted()], command=command)
    again = add(store.new_stream(), 0, command=command)
    assert (again.stream, again.number) == (first.stream, first.number) == (stream, 2)
    assert (first.repeated, again.repeated) == (False, True)
    assert store.load(stream).number == 2


def test_an_earlier_command_is_known_and_a_new_one_is_not(inside: UUID) -> None:
    command = uuid4()
    assert store.earlier(command) is None
    done = add(store.new_stream(), 0, command=command)
    assert store.earlier(command) == store.Appended(done.stream, 1, repeated=True)


def test_the_same_command_in_another_organisation_is_another_command(inside: UUID) -> None:
    command = uuid4()
    add(store.new_stream(), 0, command=command)
    with scope(uuid4()):
        assert store.earlier(command) is None
        assert not add(store.new_stream(), 0, command=command).repeated


def test_what_may_exist_once_exists_once(inside: UUID) -> None:
    claim = store.Claim("notice", "someone")
    add(store.new_stream(), 0, claims=[claim])
    late = store.new_stream()
    with pytest.raises(store.ClaimTaken) as taken:
        add(late, 0, claims=[store.Claim("notice", "someone else"), claim])
    assert taken.value.claim == claim
    assert not store.load(late).exists
    assert not add(late, 0, claims=[store.Claim("notice", "someone else")]).repeated


def test_another_organisations_stream_looks_like_none(inside: UUID) -> None:
    stream = store.new_stream()
    add(stream, 0)
    with scope(uuid4()):
        assert store.load(stream) == store.Stream(stream, kind="", number=0, events=(), bundle="")
    assert store.load(stream).exists


def test_without_a_scope_nothing_is_read_or_written(db: None) -> None:
    with pytest.raises(NoScope):
        store.load(uuid4())
    with pytest.raises(NoScope):
        add(uuid4(), 0)


def test_a_stream_keeps_its_kind_and_an_append_holds_something(inside: UUID) -> None:
    stream = store.new_stream()
    add(stream, 0)
    with pytest.raises(store.LedgerError):
        store.append(stream, "other", 1, [adopted()], now=NOW, actor=None, bundle="", command=uuid4())
    with pytest.raises(ValueError, match="nothing to append"):
        store.append(stream, KIND, 1, [], now=NOW, actor=None, bundle="", command=uuid4())


def test_a_moment_without_a_time_zone_is_refused(inside: UUID) -> None:
    with pytest.raises(ValueError, match="time zone"):
        add(store.new_stream(), 0, now=NOW.replace(tzinfo=None))


def test_a_fact_of_the_first_version_is_read_as_one_of_todays(inside: UUID) -> None:
    """FORM-02: version 1 held one value; forms can be combined, so version 2 holds several."""
    stream = store.new_stream()
    header = chain.Header(
        id=uuid4(),
        organisation=inside,
        stream=stream,
        kind=KIND,
        number=1,
        type="fact.established",
        version=1,
        occurred_at=NOW,
        recorded_at=NOW,
        actor=None,
        on_behalf_of=None,
        bundle="",
        command=uuid4(),
        causation=None,
    )
    payload = {"fact": "exploitation", "value": "labour", "reason": "r"}
    rows.insert([rows.linked(header, payload, b"salt", chain.START)])
    add(stream, 1)
    stored = store.load(stream).events[0]
    assert stored.event == FactEstablished("exploitation", ("labour",), "r")
    assert stored.version == 1
    assert checking.verify([inside]).broken == ()


def test_what_goes_to_another_organisation_goes_with_its_own_half_or_not_at_all(inside: UUID) -> None:
    here, there, recipient = store.new_stream(), store.new_stream(), uuid4()

    def hand_over(expected: int) -> None:
        with transaction.atomic():
            with scope(recipient):
                add(there, 0)
            add(here, expected)

    with pytest.raises(store.Conflict):
        hand_over(5)
    with scope(recipient):
        assert not store.load(there).exists
    hand_over(0)
    assert store.load(here).exists
    assert not store.load(there).exists


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(turns=st.lists(st.tuples(st.integers(0, 2), st.integers(1, 3), st.integers(-1, 1)), max_size=12))
def test_whatever_is_appended_numbers_run_on_and_the_chain_holds(
    db: None, turns: list[tuple[int, int, int]]
) -> None:
    organisation, streams, lengths = uuid4(), [uuid4() for _ in range(3)], [0, 0, 0]
    with scope(organisation):
        for which, how_many, wrong_by in turns:
            expected = lengths[which] + wrong_by
            try:
                add(streams[which], max(0, expected), [adopted()] * how_many)
            except store.Conflict:
                assert max(0, expected) != lengths[which]
            else:
                assert max(0, expected) == lengths[which]
                lengths[which] += how_many
        for stream, length in zip(streams, lengths, strict=True):
            loaded = store.load(stream)
            assert [stored.number for stored in loaded.events] == list(range(1, length + 1))
    found = checking.verify([organisation])
    assert (found.broken, found.events, found.streams) == ((), sum(lengths), sum(map(bool, lengths)))


def test_the_chain_holds_in_every_time_zone_of_the_session(inside: UUID) -> None:
    add(store.new_stream(), 0, [adopted(), adopted()])
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL timezone = 'Asia/Kathmandu'")
    assert checking.verify([inside]).broken == ()
