"""V1: nothing is kept as a signal without a purpose and a legal ground that the municipality's policy names."""

import pytest
from django.test import Client

from baken.intake.actions import NotOpen
from baken.intake.content import Report
from baken.tenancy.models import Organisation
from tests.intake.sending import STORY, TOKEN, send, signals_of
from tests.route.case import Case
from tests.tenants.town import Town


def test_without_a_policy_in_use_nothing_can_be_reported_through_the_page(client: Client, town: Town) -> None:
    client.post("/melden/montfoort/", {"token": TOKEN, "happened": STORY})
    assert signals_of(town.montfoort) == []


def test_without_a_policy_in_use_the_action_refuses_too(town: Town) -> None:
    with pytest.raises(NotOpen):
        send(Organisation.objects.get(slug="montfoort"), town.now, content=Report(happened=STORY))
    assert signals_of(town.montfoort) == []


def test_every_signal_begins_with_a_purpose_and_a_ground_of_its_policy(case: Case) -> None:
    file = case.file()
    reported = file.stream.events[0].event
    assert reported.purpose in file.bundle.purposes
    assert reported.ground in file.bundle.grounds
    assert (reported.purpose, reported.ground) in {
        (purpose, ground)
        for use in [file.bundle.uses["intake"]]
        for purpose in use.purposes
        for ground in use.grounds
    }
