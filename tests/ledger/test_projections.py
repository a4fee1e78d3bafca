"""Projections: always what the events say, made again to the row, and nothing personal in them."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from baken.core.derive import correcting
from baken.core.derive.route import derive
from baken.core.derive.signal import fold
from baken.core.events import Event
from baken.core.events import signal as past
from baken.core.events.notification import NotificationAnswered, NotificationReceived
from baken.core.policy.bundle import Bundle
from baken.core.policy.resolve import resolve
from baken.ledger import lists, policies, projections, rebuilding, store
from baken.ledger.models import NotificationRow, Obligation, ReferralRow, SignalRow
from baken.project.policies import library
from baken.tenancy.scope import scope
from tests.ledger import histories
from tests.ledger.happening import NOW

PROJECTIONS = (SignalRow, Obligation, ReferralRow, NotificationRow)


@pytest.fixture(scope="module")
def woerden() -> Bundle:
    return resolve(library(), "woerden", date(2026, 11, 22))


@pytest.fixture(scope="module")
def hoorn() -> Bundle:
    return resolve(library(), "hoorn", date(2026, 11, 22))


def happen(stream: UUID, bundle: str, *batches: list[Event], kind: str = "signal") -> None:
    """Append each batch an hour after the former."""
    number = store.load(stream).number
    for batch in batches:
        store.append(
            stream,
            kind,
            number,
            batch,
            now=NOW + timedelta(hours=number),
            actor=None,
            bundle=bundle,
            command=uuid4(),
        )
        number += len(batch)


def everything(organisation: UUID) -> list[list[dict[str, Any]]]:
    """Every projected row, in a fixed order."""
    with scope(organisation):
        return [sorted(model.objects.values(), key=str) for model in PROJECTIONS]


def a_report(**changed: Any) -> past.SignalReported:
    words: dict[str, Any] = {
        "content": "c",
        "envelope": None,
        "claims": {},
        "reporter": "staff",
        "reporter_named": "no",
        "channel": "web",
        "question": False,
        "about": "other",
        "purpose": "p",
        "ground": "g",
    }
    return past.SignalReported(**{**words, **changed})


def received(**changed: Any) -> NotificationReceived:
    words: dict[str, Any] = {
        "sender": str(uuid4()),
        "sender_name": "Woerden",
        "referral": str(uuid4()),
        "purpose": "p",
        "ground": "g",
        "named": False,
        "content": "c",
        "answer_asked": True,
    }
    return NotificationReceived(**{**words, **changed})


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(first=histories.reported, history=histories.happened, other=histories.happened, answered=st.booleans())
def test_rebuilding_makes_every_row_again_as_it_was(
    db: None,
    woerden: Bundle,
    first: past.SignalReported,
    history: list[list[Event]],
    other: list[list[Event]],
    answered: bool,
) -> None:
    organisation, arrived = uuid4(), store.new_stream()
    with scope(organisation):
        bundle = policies.store(woerden)
        happen(store.new_stream(), bundle, [first], *history)
        happen(store.new_stream(), bundle, [a_report()], *other)
        answer = [[NotificationAnswered("taken_up", None)]] if answered else []
        happen(arrived, "", [received()], *answer, kind="notification")
    before = everything(organisation)
    assert rebuilding.rebuild(organisation) == 3
    assert everything(organisation) == before
    assert [len(before[0]), len(before[3])] == [2, 1]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(first=histories.reported, history=histories.happened)
def test_what_is_owed_is_what_the_route_and_the_law_beside_it_say(
    inside: UUID, woerden: Bundle, first: past.SignalReported, history: list[list[Event]]
) -> None:
    stream = store.new_stream()
    happen(stream, policies.store(woerden), [first], *history)
    loaded = store.load(stream)
    state = fold(loaded.happened)
    route = derive(
        policies.route_policy(woerden.id), state.facts, state.history, loaded.events[-1].recorded_at
    )
    row = SignalRow.objects.get(organisation_id=inside, stream_id=stream)
    assert (row.stage, row.number, row.bundle) == (route.stage, loaded.number, woerden.id)
    owed = lists.owed_on([stream])[stream]
    beside = correcting.owed(state)
    assert {(one.step, one.partner) for one in owed} == {
        (one.step, one.partner or "") for one in (*route.owed, *beside)
    }


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(first=histories.reported, history=histories.happened, place=st.integers(0, 8))
def test_a_signal_that_was_moved_owes_what_the_other_policy_asks_and_is_made_again_to_the_row(
    db: None,
    woerden: Bundle,
    hoorn: Bundle,
    first: past.SignalReported,
    history: list[list[Event]],
    place: int,
) -> None:
    """ROUTE-02: what it owes is derived under the policy it follows; a hand-over keeps the one it was made under."""
    organisation, stream = uuid4(), store.new_stream()
    with scope(organisation):
        old, new = policies.store(woerden), policies.store(hoorn)
        happen(stream, old, [first], *history[:place], [past.SignalPolicyMoved(new, "r")])
        happen(stream, new, *history[place:])
        loaded = store.load(stream)
        state = fold(loaded.happened)
        route = derive(policies.route_policy(new), state.facts, state.history, loaded.events[-1].recorded_at)
        assert SignalRow.objects.get(stream_id=stream).bundle == loaded.bundle == new
        owed = lists.owed_on([stream])[stream]
        beside = correcting.owed(state)
        assert {(one.step, one.partner) for one in owed} == {
            (one.step, one.partner or "") for one in (*route.owed, *beside)
        }
        made = {
            stored.event.referral: stored.bundle
            for stored in loaded.events
            if isinstance(stored.event, past.SignalReferred)
        }
        assert {str(row.id): row.bundle for row in ReferralRow.objects.all()} == made
    before = everything(organisation)
    assert rebuilding.rebuild(organisation) == 1
    assert everything(organisation) == before


def test_a_row_follows_what_happened(inside: UUID, woerden: Bundle) -> None:
    stream, bundle = store.new_stream(), policies.store(woerden)
    claims = {"exploitation": ("labour",), "urgency": ("acute",)}
    happen(stream, bundle, [a_report(claims=claims, reporter_named="yes")])
    row = lists.signals().rows[0]
    assert (row.reporter, row.reporter_named, row.forms) == ("staff", True, ["labour"])
    assert (row.urgency, row.urgency_claimed, row.received_at) == ("unknown", "acute", None)
    assert (row.closed, row.answered, row.assessment) == (False, False, "open")
    happen(
        stream,
        bundle,
        [past.SignalReceived()],
        [past.FactEstablished("exploitation", ("criminal", "sexual"), "r")],
        [past.FactEstablished("urgency", ("not_acute",), "r")],
        [past.SignalAssessed("suspicion", None, "r")],
        [past.ReporterInformed("received", "m", ())],
    )
    row = lists.signals().rows[0]
    assert (row.forms, row.urgency, row.assessment) == (["criminal", "sexual"], "not_acute", "suspicion")
    assert (row.received_at, row.answered, row.number) == (NOW + timedelta(hours=1), False, 6)
    happen(
        stream, bundle, [past.ReporterInformed("no_follow_up", "m", ())], [past.SignalClosed("handled", "r")]
    )
    row = lists.signals().rows[0]
    assert (row.answered, row.closed, row.last_at) == (True, True, NOW + timedelta(hours=7))


def test_what_is_owed_goes_when_it_is_done(inside: UUID, woerden: Bundle) -> None:
    stream, bundle = store.new_stream(), policies.store(woerden)
    happen(stream, bundle, [a_report()])
    before = {one.step for one in lists.owed()}
    happen(stream, bundle, [past.SignalReceived()])
    assert before - {one.step for one in lists.owed()}


def test_a_hand_over_that_arrived_has_its_row(inside: UUID) -> None:
    stream = store.new_stream()
    happen(stream, "", [received(sender_name="Montfoort", named=True)], kind="notification")
    row = lists.notifications().rows[0]
    assert (row.sender_name, row.named, row.answered_at, row.outcome) == ("Montfoort", True, None, "")
    happen(stream, "", [NotificationAnswered("taken_up", None)], kind="notification")
    row = lists.notifications().rows[0]
    assert (row.answered_at, row.outcome) == (NOW + timedelta(hours=1), "taken_up")


def test_a_signal_without_a_stored_policy_is_refused(inside: UUID) -> None:
    """V1: without an adopted policy there is no purpose and no ground, so no signal."""
    with pytest.raises(policies.UnknownBundle):
        happen(store.new_stream(), "sha256:none", [a_report()])
    assert lists.signals().rows == ()


def test_a_reference_is_short_readable_and_tells_no_order() -> None:
    made = [projections.reference(uuid4()) for _ in range(500)]
    assert all(len(word) == 6 and not set(word) & set("IO01") for word in made)
    assert len(set(made)) > 495


@pytest.mark.django_db
def test_an_older_row_is_made_again_with_the_engine_of_today(inside: UUID, woerden: Bundle) -> None:
    stream = store.new_stream()
    happen(stream, policies.store(woerden), [a_report()])
    SignalRow.objects.filter(stream_id=stream).update(stage="closed", engine_version=0)
    Obligation.objects.filter(stream_id=stream).delete()
    rebuilding.rebuild(inside)
    row = lists.signals().rows[0]
    assert (row.stage, row.engine_version) == ("new", projections.ENGINE_VERSION)
    assert lists.owed()
