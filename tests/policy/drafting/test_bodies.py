"""A body that nobody described yet is chosen by its name, in the reader's language, and never by its code."""

from baken.core.vocabulary.partners import PARTNER_IDS
from baken.policy.drafting.bodies import UNDESCRIBED
from baken.project.policies import library, policies_root
from tests.policy.drafting.desk import Desk


def test_every_body_has_a_name_before_any_policy_describes_it() -> None:
    """The national basis describes what is the same everywhere; the rest is named here, and nothing twice."""
    national = library(policies_root()).folder("national", "2022-01-01").sections
    described = {item.element.id for name in ("partners", "tables") for item in national.get(name, ())}
    assert set(PARTNER_IDS) - described == set(UNDESCRIBED)


def test_the_form_for_a_new_partner_offers_names(desk: Desk) -> None:
    page = desk.get("nieuw/partners/").content.decode()
    assert "Leerplichtambtenaar" in page
    assert "School attendance officer" not in page
