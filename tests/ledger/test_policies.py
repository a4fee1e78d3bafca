"""Which policy is in force: adopted bundles, kept under their own hash, from their day on."""

from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest
from django.db import Error, connection, transaction

from baken.core.policy.bundle import Bundle
from baken.core.policy.resolve import resolve
from baken.ledger import policies, store
from baken.project.policies import library
from baken.tenancy.scope import scope
from tests.ledger.happening import NOW

TODAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def woerden() -> Bundle:
    return resolve(library(), "woerden", TODAY)


@pytest.fixture(scope="module")
def hoorn() -> Bundle:
    return resolve(library(), "hoorn", TODAY)


def adopt(found: Bundle, from_date: date) -> store.Appended:
    return policies.adopt(
        found, from_date=from_date, decision="college, besluit 4", now=NOW, actor=None, command=uuid4()
    )


def test_before_anything_is_adopted_nothing_is_in_force(inside: UUID) -> None:
    assert policies.in_force(TODAY) is None


def test_a_policy_is_in_force_from_its_day(inside: UUID, woerden: Bundle) -> None:
    adopt(woerden, TODAY)
    assert policies.in_force(TODAY - timedelta(days=1)) is None
    for day in (TODAY, TODAY + timedelta(days=900)):
        found = policies.in_force(day)
        assert found is not None
        assert (found.id, found.canonical()) == (woerden.id, woerden.canonical())


def test_the_latest_day_counts_and_of_one_day_the_last_decision(
    inside: UUID, woerden: Bundle, hoorn: Bundle
) -> None:
    adopt(hoorn, TODAY)
    adopt(woerden, TODAY - timedelta(days=30))
    assert _in_force(TODAY) == hoorn.id
    assert _in_force(TODAY - timedelta(days=1)) == woerden.id
    adopt(woerden, TODAY)
    assert _in_force(TODAY) == woerden.id


def _in_force(day: date) -> str:
    found = policies.in_force(day)
    assert found is not None
    return found.id


def test_the_same_decision_sent_twice_is_one(inside: UUID, woerden: Bundle) -> None:
    command = uuid4()
    for _ in range(2):
        policies.adopt(woerden, from_date=TODAY, decision="b", now=NOW, actor=None, command=command)
    assert store.load(inside).number == 1


def test_another_organisation_keeps_its_own_policy(inside: UUID, woerden: Bundle) -> None:
    adopt(woerden, TODAY)
    with scope(uuid4()):
        assert policies.in_force(TODAY) is None
        assert policies.bundle(woerden.id).id == woerden.id


def test_a_stored_bundle_is_the_one_that_was_kept_and_cannot_be_replaced(db: None, woerden: Bundle) -> None:
    assert policies.store(woerden) == policies.store(woerden) == woerden.id
    assert policies.bundle(woerden.id) is policies.bundle(woerden.id)
    assert policies.route_policy(woerden.id) is policies.route_policy(woerden.id)
    with pytest.raises(Error), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE ledger_bundle SET canonical = '{}'")


def test_a_bundle_that_was_never_stored_is_unknown(db: None) -> None:
    with pytest.raises(policies.UnknownBundle):
        policies.bundle("sha256:none")
