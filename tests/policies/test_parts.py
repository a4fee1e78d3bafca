"""Every row of the partner directory (PART-01 to PART-22) leads to partners in the policies that name it."""

from datetime import date
from functools import cache

import pytest

from baken.core.policy.bundle import Bundle
from baken.core.policy.resolve import resolve
from baken.core.vocabulary.partners import LEVELS, PARTNERS_BY_ROW
from baken.project.policies import library

COPEN = ("woerden", "montfoort", "copen")
WEST_FRIESLAND = ("hoorn", "west-friesland")
EVERYWHERE = (*COPEN, *WEST_FRIESLAND)
# row, the policies that name it, and the partners that the row names
ROWS: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...] = (
    ("PART-01", EVERYWHERE, ("labour_authority",)),
    ("PART-02", COPEN, ("prosecution_service", "functional_prosecution_office")),
    ("PART-03", EVERYWHERE, ("riec",)),
    ("PART-04", EVERYWHERE, ("police", "avim", "neighbourhood_police_officer", "police_trafficking_team")),
    ("PART-05", EVERYWHERE, ("care_coordinator",)),
    ("PART-06", EVERYWHERE, ("safe_home",)),
    ("PART-07", COPEN, ("belle",)),
    ("PART-08", COPEN, ("pretty_woman",)),
    ("PART-09", ("woerden",), ("local_team", "secondary_schools", "youth_work")),
    ("PART-09", ("montfoort",), ("welfare_organisation", "youth_team", "youth_work")),
    ("PART-10", EVERYWHERE, ("fairwork", "comensha")),
    ("PART-11", COPEN, ("sector_associations", "labour_standards_foundation", "fnv", "sncu", "nbbu")),
    ("PART-12", COPEN, ("housing_corporations",)),
    ("PART-13", COPEN, ("ggd", "schools", "sports_clubs", "youth_work")),
    ("PART-14", EVERYWHERE, ("care_safety_house", "child_protection_board", "probation_service")),
    ("PART-14", WEST_FRIESLAND, ("police", "prosecution_service", "welfare_organisation")),
    ("PART-15", WEST_FRIESLAND, ("prostitution_control_team",)),
    ("PART-16", WEST_FRIESLAND, ("ind", "coa", "nidos", "kmar")),
    ("PART-17", COPEN, ("environment_service",)),
    ("PART-18", EVERYWHERE, PARTNERS_BY_ROW["PART-18"]),
    ("PART-19", WEST_FRIESLAND, ("tax_authority",)),
    ("PART-20", WEST_FRIESLAND, ("exit_programme", "sex_worker_support")),
    ("PART-21", COPEN, ("employers",)),
)
# The table of PART lists these for West-Friesland alone, so its own document must be the source there.
OWN_WORDS = ("PART-15", "PART-16", "PART-19", "PART-20")


@cache
def bundle(policy: str) -> Bundle:
    return resolve(library(), policy, date(2026, 11, 22))


@pytest.mark.parametrize(("row", "policies", "partners"), ROWS, ids=[f"{row}-{of[0]}" for row, of, _ in ROWS])
def test_every_row_leads_to_partners_with_name_task_level_and_source(
    row: str, policies: tuple[str, ...], partners: tuple[str, ...]
) -> None:
    for policy in policies:
        for partner in partners:
            found = bundle(policy).partners.get(partner)
            assert found is not None, f"{row}: {policy} has no {partner}"
            for words in (found.name, found.task, found.says_who):
                assert words.nl.strip(), partner
                assert words.en.strip(), partner
            assert found.level in LEVELS


@pytest.mark.parametrize(("row", "policies", "partners"), [one for one in ROWS if one[0] in OWN_WORDS])
def test_what_only_west_friesland_names_cites_its_document(
    row: str, policies: tuple[str, ...], partners: tuple[str, ...]
) -> None:
    for policy in policies:
        for partner in partners:
            source = bundle(policy).partners[partner].source
            assert source is not None, f"{row}: {partner}"
            assert source.document == "westfriesland-beleid"


def test_no_row_is_forgotten_and_no_partner_of_a_row_is_nowhere() -> None:
    rows = {row for row, _, _ in ROWS}
    assert rows | {"PART-22"} == {f"PART-{number:02}" for number in range(1, 23)}
    for row, partners in PARTNERS_BY_ROW.items():
        named = {partner for this, _, of in ROWS if this == row for partner in of}
        assert set(partners) <= named, row


@pytest.mark.parametrize("policy", EVERYWHERE)
def test_suggestions_come_from_conditions_and_wait_for_a_person(policy: str) -> None:
    """PART-22: no rule acts by itself; `required` is owed by a person, `suggested` is offered to one."""
    rules = bundle(policy).referrals
    assert {rule.strength for rule in rules} == {"required", "suggested"}
    hands = [
        step for step in bundle(policy).steps if any(m.each == "required_referral" for m in step.completes)
    ]
    assert [step.actor for step in hands] == ["focal_point"]


def test_the_slip_about_the_functional_office_stays_editable() -> None:
    """PART-02: the Copen documents name it for sexual and criminal exploitation too, probably by mistake."""
    office = bundle("copen").partners["functional_prosecution_office"]
    service = bundle("copen").partners["prosecution_service"]
    assert office.chosen is not None
    assert service.chosen is not None
    assert "vergissing" in service.chosen.nl
