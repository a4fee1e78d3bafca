"""Several at once: exactly one wins, one command is done once, and nobody waits for ever."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import connections

from baken.ledger import checking, store
from baken.tenancy.scope import scope
from tests.ledger.happening import add

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(organisation: UUID, works: list[Callable[[], Any]]) -> list[Any]:
    """Run each piece of work in a thread and transaction of its own; an exception is a result too."""
    together = Barrier(len(works))

    def run(work: Callable[[], Any]) -> Any:
        try:
            together.wait(10)
            with scope(organisation):
                return work()
        except store.LedgerError as refusal:
            return refusal
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(works)) as threads:
        return list(threads.map(run, works))


def test_of_two_writers_exactly_one_wins(organisation: UUID) -> None:
    for _ in range(5):
        stream = store.new_stream()
        results = at_once(organisation, [lambda stream=stream: add(stream, 0)] * 2)
        assert sorted(type(result).__name__ for result in results) == ["Appended", "Conflict"]
        with scope(organisation):
            assert store.load(stream).number == 1


def test_eight_times_the_same_command_is_one_event_and_one_answer(organisation: UUID) -> None:
    command = uuid4()
    results = at_once(organisation, [lambda: add(store.new_stream(), 0, command=command)] * 8)
    assert len({result.stream for result in results}) == 1
    assert sorted(result.repeated for result in results) == [False] + [True] * 7
    assert checking.verify([organisation]).events == 1


def test_who_asks_for_an_earlier_command_waits_for_its_twin(organisation: UUID) -> None:
    command, written = uuid4(), []

    def act() -> None:
        if store.earlier(command) is None:
            written.append(add(store.new_stream(), 0, command=command))

    at_once(organisation, [act] * 8)
    assert len(written) == 1


def test_claims_in_opposite_order_do_not_lock_each_other_out(organisation: UUID) -> None:
    claims = [store.Claim("notice", str(number)) for number in range(6)]
    for turn in range(5):
        mine = [store.Claim(claim.kind, f"{turn}-{claim.key}") for claim in claims]
        results = at_once(
            organisation,
            [
                lambda mine=mine: add(store.new_stream(), 0, claims=mine),
                lambda mine=mine: add(store.new_stream(), 0, claims=mine[::-1]),
            ],
        )
        assert sorted(type(result).__name__ for result in results) == ["Appended", "ClaimTaken"]


def test_many_writers_who_load_again_all_get_through(organisation: UUID) -> None:
    stream = store.new_stream()

    def insist() -> None:
        for _ in range(40):
            try:
                add(stream, store.load(stream).number)
                return
            except store.Conflict:
                continue
        raise AssertionError("never got through")

    at_once(organisation, [insist] * 4)
    with scope(organisation):
        assert store.load(stream).number == 4
    assert checking.verify([organisation]).broken == ()
