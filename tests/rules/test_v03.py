"""V3: no Wams unless switched on with a reference; the WGS only for what goes to RIEC and care and safety house."""

import pytest
from django.urls import reverse

from baken.core.policy.bundle import Bundle
from baken.core.policy.resolve import resolve
from baken.project.policies import library
from baken.refer.actions import record_answer, record_sending
from baken.tenancy.scope import scope
from tests.policies.test_shipped import DAY
from tests.refer.conftest import Handing
from tests.rules.own_policy import own

NETWORKS = {"riec", "riec_information_plaza", "care_safety_house"}


@pytest.fixture(params=("woerden", "montfoort", "hoorn"))
def bundle(request: pytest.FixtureRequest) -> Bundle:
    """The policy of a municipality, with what its region and the national basis say."""
    return resolve(library(), request.param, DAY)


def test_the_wams_is_no_ground(bundle: Bundle) -> None:
    grounds = [f"{one.id} {one.name.nl} {one.article}".lower() for one in bundle.grounds.values()]
    assert grounds
    assert [one for one in grounds if "wams" in one or "meldpunten" in one] == []


def test_the_wgs_is_no_ground_for_taking_a_signal_in_or_asking_a_source(bundle: Bundle) -> None:
    assert not any(ground.startswith("wgs") for ground in bundle.uses["intake"].grounds)
    assert not any(ground.startswith("wgs") for one in bundle.sources.values() for ground in one.grounds)


def test_the_wgs_is_a_ground_for_those_partnerships_alone(bundle: Bundle) -> None:
    with_wgs = {
        receiver
        for receiver in bundle.uses
        if receiver != "intake" and any("WGS" in one.article for one in bundle.partner_grounds(receiver))
    }
    assert set() < with_wgs <= NETWORKS


def test_on_the_form_of_another_partner_it_is_refused(handing: Handing) -> None:
    assert handing.over("labour_authority", ground="wgs_riec").status_code == 422
    assert handing.referrals == []


def test_a_policy_that_names_the_wams_is_refused_with_its_line_and_what_to_do() -> None:
    [told] = own("Wams artikel 2.1")
    assert told.startswith("woerden/2024-12-01/processing.yaml:3: `eigen` noemt de Wams.")
    assert "wams: {reference: ..., since: ...}" in told


def test_switched_on_with_a_reference_it_may_be_named() -> None:
    assert own("Wams artikel 2.1", switched_on=True) == []


@pytest.mark.parametrize("use", ["intake", "police", "care_coordinator"])
def test_a_policy_that_takes_the_wgs_for_anything_else_is_refused(use: str) -> None:
    assert f"`eigen` kan geen grondslag zijn bij `{use}`." in own("WGS hoofdstuk 2", use)[0]


def test_what_comes_back_from_them_is_kept_apart_and_is_no_piece_of_a_later_hand_over(
    handing: Handing,
) -> None:
    case = handing.case
    referral = case.hand_over("riec")
    with scope(case.town.woerden.id):
        record_sending(referral=referral, channel="by_hand", asked=True, **case.by())
        record_answer(referral=referral, outcome="taken_up", note="KANARIE-RIEC", **case.by())
    assert case.file().state.referrals[referral].answers[-1].apart
    assert (
        "Apart gehouden"
        in case.client.get(reverse("refer:referral", args=[case.signal, referral])).content.decode()
    )
    choices = handing.show("labour_authority").context["form"].fields["pieces"].choices
    handing.over("labour_authority", pieces=[value for value, _ in choices])
    assert "KANARIE-RIEC" not in str(handing.content(handing.referrals[-1]))
