"""A mail that is refused is tried ever less often, then given up where somebody sees it; nobody is named to who may
not know (V7, V29)."""

import os
from datetime import timedelta

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from baken.jobs.everywhere import SomeFailed
from baken.mail import owed, trying, waiting
from baken.mail.models import GivenUp, Owed, Waiting
from baken.mail.trying import LONGEST, MOST, TOLD, again_at
from baken.people import chores
from baken.project import standing
from baken.tenancy.scope import scope
from tests.ledger.happening import NOW
from tests.mail.conftest import Postbox
from tests.tenants.conftest import town
from tests.tenants.town import Town

__all__ = ["town"]
SUPERVISOR = "supervisor@woerden.example"


@given(st.integers(1, MOST - 2))
def test_each_pause_is_at_least_as_long_as_the_one_before_and_a_day_at_most(refused: int) -> None:
    first, second = again_at(refused, NOW), again_at(refused + 1, NOW)
    assert first is not None
    assert second is not None
    assert NOW < first <= second <= NOW + LONGEST


def test_it_ends_after_some_two_weeks() -> None:
    at, tries = NOW, 0
    while (again := again_at(tries := tries + 1, at)) is not None:
        at = again
    assert timedelta(days=12) < at - NOW < timedelta(days=15)


def tell(town: Town) -> int:
    """How often the server was asked until Baken gave up, with the clock running on."""
    moment = town.now
    for tries in range(1, MOST + 1):
        with pytest.raises(SomeFailed):
            chores.tell(moment)
        assert chores.tell(moment) == 0, "it rests"
        with scope(town.woerden.id):
            left = Owed.objects.filter(not_before__isnull=False).first()
        if left is None:
            return tries
        assert left.not_before is not None
        moment = left.not_before
    raise AssertionError("it never ends")


def test_a_colleague_whose_mail_is_refused_is_told_to_who_manages_people(
    client: Client, town: Town, postbox: Postbox
) -> None:
    with scope(town.woerden.id):
        owed.tell({"data_protection_officer"}, now=town.now)
    postbox.unknown = SUPERVISOR
    assert tell(town) == MOST
    assert postbox.mails == []
    with scope(town.woerden.id):
        assert Owed.objects.count() == 0
        GivenUp.objects.update(at=town.now)
    town.visit(client, "administrator")
    page = client.get("/mensen/").content.decode()
    assert "Mail aan Persoon supervisor werd twee weken lang geweigerd." in page
    assert SUPERVISOR not in page.partition("geweigerd")[0][-300:]
    assert list(trying.counts(now=town.now)) == [("woerden", 1)]
    assert list(trying.counts(now=town.now + TOLD)) == []


def test_something_new_is_told_at_once_also_to_who_rests(town: Town, postbox: Postbox) -> None:
    with scope(town.woerden.id):
        owed.tell({"data_protection_officer"}, now=town.now)
    postbox.unknown = SUPERVISOR
    with pytest.raises(SomeFailed):
        chores.tell(town.now)
    postbox.unknown = ""
    assert chores.tell(town.now) == 0
    with scope(town.woerden.id):
        owed.tell({"data_protection_officer"}, now=town.now)
    assert chores.tell(town.now) == 1, "one mail settles both"
    with scope(town.woerden.id):
        assert Owed.objects.count() == 0


def test_many_new_things_in_an_hour_end_nothing_sooner(town: Town, postbox: Postbox) -> None:
    postbox.unknown = SUPERVISOR
    for minute in range(MOST + 2):
        now = town.now + timedelta(minutes=minute)
        with scope(town.woerden.id):
            owed.tell({"data_protection_officer"}, now=now)
        with pytest.raises(SomeFailed):
            chores.tell(now)
    with scope(town.woerden.id):
        assert Owed.objects.exists()
        assert not GivenUp.objects.exists()


def test_of_a_reporter_the_address_is_erased_and_a_number_stays(town: Town) -> None:
    with scope(town.woerden.id):
        signal = town.woerden.id
        Waiting.objects.create(
            organisation_id=town.woerden.id, stream_id=signal, box=b"x", made_at=town.now, refused=MOST - 1
        )
        (one,) = waiting.everybody(town.now)
        waiting.refused(one, now=town.now)
        assert Waiting.objects.count() == 0
        (row,) = GivenUp.objects.values()
        assert signal not in [row["id"], row["membership_id"]]
        assert trying.of_staff(now=town.now) == [], "no administrator learns that there is a signal"
        trying.forget_old(now=town.now + TOLD)
        assert GivenUp.objects.count() == 0


def test_doctor_asks_as_the_application(transactional_db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    assert standing.mail_given_up(os.environ) == []
