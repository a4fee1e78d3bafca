"""V3: no Wams in what is shipped, and the WGS only for what goes to the RIEC or the care and safety house."""

import pytest

from baken.core.policy.bundle import Bundle
from baken.core.policy.resolve import resolve
from baken.project.policies import library
from tests.policies.test_shipped import DAY
from tests.refer.conftest import Handing

NETWORKS = {"riec", "care_safety_house"}
MUNICIPALITIES = ("woerden", "montfoort", "hoorn")


@pytest.fixture(params=MUNICIPALITIES)
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


def test_the_wgs_is_a_ground_for_two_partners_alone(bundle: Bundle) -> None:
    with_wgs = {
        partner
        for partner in bundle.partners
        if any("WGS" in one.article for one in bundle.partner_grounds(partner))
    }
    assert with_wgs
    assert with_wgs <= NETWORKS


def test_on_the_form_of_another_partner_it_is_refused(handing: Handing) -> None:
    assert handing.over("labour_authority", ground="wgs_riec").status_code == 422
    assert handing.referrals == []
