"""Reporting as one action: one transaction, once, and nobody to be traced."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

import pytest
from django.db import connections

from baken.intake.actions import NoSeal, NotOpen, Receipt
from baken.intake.content import Envelope, Report
from baken.intake.gate import gate
from baken.ledger import codes, signals, store
from baken.ledger.models import EventRecord, VaultRecord
from baken.tenancy.actions import create_post
from baken.tenancy.models import Locator, Post
from baken.tenancy.scope import scope
from tests.intake.conftest import adopt
from tests.intake.sending import STORY, only_signal, send, signals_of
from tests.tenants.town import Town, build


def test_the_code_leads_to_the_signal_and_is_kept_nowhere(village: Town) -> None:
    receipt = send(village.woerden, village.now)
    assert codes.find(str(receipt.code)) == (village.woerden.id, receipt.signal)
    kept = [bytes(one.key) for one in Locator.objects.filter(kind="return_code")]
    assert all(receipt.code.value.encode() not in key for key in kept)


def test_sending_again_gives_the_same_receipt_and_leaves_nothing_behind(village: Town) -> None:
    first = send(village.woerden, village.now, envelope=Envelope(name="Johanna"))
    with scope(village.woerden.id):
        before = (EventRecord.objects.count(), VaultRecord.objects.count())
    again = send(village.woerden, village.now, envelope=Envelope(name="Johanna"))
    assert (again.signal, again.code, again.repeated) == (first.signal, first.code, True)
    with scope(village.woerden.id):
        assert (EventRecord.objects.count(), VaultRecord.objects.count()) == before


@pytest.mark.parametrize(
    "changes",
    [
        {"content": Report(happened=STORY + "!")},
        {"claims": {"urgency": ("acute",)}},
        {"envelope": Envelope(name="Johanna")},
        {"question": True},
        {"about": "self"},
        {"coordinator_consulted": True},
        {"form_token": "een-ander-formulier-met-een-eigen-kenmerk"},
    ],
)
def test_the_same_form_with_other_words_is_another_report(village: Town, changes: dict[str, object]) -> None:
    first, second = send(village.woerden, village.now), send(village.woerden, village.now, **changes)  # type: ignore[arg-type]
    assert first.code != second.code
    assert len(signals_of(village.woerden)) == 2


def test_an_empty_envelope_is_no_envelope(village: Town) -> None:
    send(village.woerden, village.now, envelope=Envelope())
    state = only_signal(village.woerden, village.now).state
    assert (state.envelope, state.reporter_named) == (None, False)


def test_a_coordinator_outside_is_a_fact_without_a_name(village: Town) -> None:
    send(village.woerden, village.now, coordinator_consulted=True)
    stream = only_signal(village.woerden, village.now).stream
    assert stream.events[-1].event.to_payload() == {}
    assert stream.events[-1].type == "team_coordinator.consulted"


def test_a_report_without_an_adopted_policy_is_refused(village: Town) -> None:
    with pytest.raises(NotOpen):
        send(village.montfoort, village.now)
    assert signals_of(village.montfoort) == []


def test_a_name_that_cannot_be_sealed_is_refused_and_nothing_is_kept(village: Town) -> None:
    with scope(village.woerden.id):
        Post.objects.filter(organisation_id=village.woerden.id).update(role="care_coordinator")
        create_post(role="focal_point", name="Zonder sleutel", holders=[], now=village.now)
    with pytest.raises(NoSeal):
        send(village.woerden, village.now, envelope=Envelope(name="Johanna"))
    with scope(village.woerden.id):
        assert VaultRecord.objects.count() == 0


def test_no_name_is_taken_for_a_key_that_was_put_there_beside_the_ledger(village: Town) -> None:
    with scope(village.woerden.id):
        Post.objects.filter(organisation_id=village.woerden.id).update(public_key=b"x" * 32, key_number=2)
        open_gate = gate(village.now)
        assert open_gate is not None
        assert not open_gate.seals
    with pytest.raises(NoSeal):
        send(village.woerden, village.now, envelope=Envelope(name="Johanna"))
    send(village.woerden, village.now)
    assert len(signals_of(village.woerden)) == 1


@pytest.mark.parametrize(
    "changes",
    [
        {"claims": {"guilt": ("yes",)}},
        {"claims": {"urgency": ("zeer",)}},
        {"claims": {"urgency": ("acute", "not_acute")}},
        {"claims": {"exploitation": ()}},
        {"reporter": "spy"},
        {"about": "nobody"},
        {"channel": "entered"},
        {"channel": "pigeon"},
    ],
)
def test_what_no_form_can_send_is_refused_without_repeating_it(
    village: Town, changes: dict[str, object]
) -> None:
    with pytest.raises(ValueError, match=r"closed list|facts that a route reads|has no actor") as refused:
        send(village.woerden, village.now, **changes)  # type: ignore[arg-type]
    assert "zeer" not in str(refused.value)


def test_whoever_enters_is_the_actor_of_the_entering(town: Town) -> None:
    actor = town.actor("focal_point")
    send(town.woerden, town.now, channel="entered", actor=actor)
    file = only_signal(town.woerden, town.now)
    assert file.state.channel == "entered"
    assert {one.actor for one in file.stream.events} == {actor.membership_id}


def test_another_municipality_does_not_see_the_signal(village: Town) -> None:
    receipt = send(village.woerden, village.now)
    with scope(village.montfoort.id), pytest.raises(signals.NotFound):
        signals.read(receipt.signal, now=village.now)
    with scope(village.montfoort.id):
        assert not store.load(receipt.signal).exists


@pytest.fixture
def open_town(transactional_db: None) -> Town:
    """The town, really committed, so that threads see it."""
    made = build()
    adopt(made)
    return made


def at_once(times: int, do: Callable[[int], Receipt]) -> list[Receipt]:
    """Do the same in several threads, each with its own connection."""

    def once(number: int) -> Receipt:
        try:
            return do(number)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(times) as pool:
        return list(pool.map(once, range(times)))


def test_eight_threads_with_the_same_form_make_one_report(open_town: Town) -> None:
    found = at_once(8, lambda _: send(open_town.woerden, open_town.now, envelope=Envelope(name="Johanna")))
    assert len({str(receipt.code) for receipt in found}) == 1
    assert len({receipt.signal for receipt in found}) == 1
    assert sorted(receipt.repeated for receipt in found) == [False] + [True] * 7
    with scope(open_town.woerden.id):
        assert store.load(found[0].signal).number == 2
        assert VaultRecord.objects.count() == 2


def test_eight_forms_at_once_make_eight_reports(open_town: Town) -> None:
    tokens = [str(uuid4()) for _ in range(8)]
    found = at_once(8, lambda at: send(open_town.woerden, open_town.now, form_token=tokens[at]))
    assert len({str(receipt.code) for receipt in found}) == 8
    assert len(signals_of(open_town.woerden)) == 8


def test_a_coordinator_who_enters_for_a_colleague_leaves_no_trace_outside_the_envelope(town: Town) -> None:
    """Who coordinates points to the team, and so to the reporter (DATA-06, V6)."""
    actor = town.actor("coordinator")
    send(town.woerden, town.now, channel="entered", actor=actor, coordinator_consulted=True)
    file = only_signal(town.woerden, town.now)
    assert {stored.actor for stored in file.stream.events} == {None}
    assert (file.state.channel, file.state.reporter_named) == ("entered", False)
    assert file.state.envelope is not None, "the coordinator's name lies in an envelope"


def test_the_same_form_sent_to_two_municipalities_gives_two_codes(village: Town) -> None:
    adopt(village, "montfoort")
    codes_ = {str(send(one, village.now).code) for one in (village.woerden, village.montfoort)}
    assert len(codes_) == 2
