"""V1: nothing is kept as a signal without a purpose and a legal ground that the municipality's policy names."""

from uuid import uuid4

import pytest
from django.test import Client

from baken.core.policy.register import activities_in_force
from baken.core.vocabulary.processing import ACTIVITIES
from baken.intake.actions import NotOpen
from baken.intake.content import Report
from baken.tenancy.models import Organisation
from tests.intake.sending import STORY, TOKEN, send, signals_of
from tests.route.case import Case
from tests.tenants.care_things import a_room
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


def test_the_page_says_for_what_and_on_what_ground_a_signal_is_kept(case: Case) -> None:
    said = {line.term.nl: line.value for line in case.get().context["page"].care.lines}
    assert said["Doel"].startswith("Een signaal van mogelijke mensenhandel wegen")
    assert "AVG artikel 6" in said["Grondslag"]


def test_who_receives_confirms_them_or_chooses_others_of_the_approved_list(case: Case) -> None:
    form = case.get("ontvangen/").context["form"]
    assert (form["purpose"].value(), form["ground"].value()) == ("weigh_signal", "public_task")
    assert case.send("ontvangen/", purpose="protect_children", ground="youth_care").status_code == 303
    state = case.file().state
    assert (state.purpose, state.ground) == ("protect_children", "youth_care")


@pytest.mark.parametrize("lacking", [{"purpose": ""}, {"ground": ""}, {"ground": "bibob"}])
def test_without_one_of_that_list_it_is_not_received(case: Case, lacking: dict[str, str]) -> None:
    assert case.send("ontvangen/", **lacking).status_code == 422
    assert "signal.received" not in case.happened()


def test_every_activity_of_the_policy_in_force_has_a_purpose_and_a_ground(case: Case) -> None:
    """The base of the register of processing; each kind of event belongs to exactly one."""
    found = activities_in_force(case.file().bundle)
    assert {one.activity.id for one in found} == set(ACTIVITIES) - {"coordinate_care"}, "which lies elsewhere"
    assert all(one.purposes and one.grounds for one in found)


def test_a_client_file_opens_with_a_ground_as_well(client: Client, town: Town) -> None:
    a_room(town)
    post = town.visit(client, "care").post
    told = {"command": str(uuid4()), "names": "Kanarie", "source": "self", "age": "unknown", "police": "no"}
    for ground, status in (("", 422), ("weigh_signal", 422), ("asked_for_help", 303)):
        told |= {"because": "x", "ground": ground}
        assert post("/clienten/openen/", told).status_code == status
