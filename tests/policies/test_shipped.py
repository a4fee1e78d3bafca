"""What the policies that come with Baken promise, whatever else an adviser changes in them."""

import re
from datetime import date
from functools import cache

import pytest

from baken.core.policy.bundle import Bundle
from baken.core.policy.resolve import resolve
from baken.core.vocabulary.partners import PARTNERS_BY_ROW, TABLE_IDS
from baken.project.policies import library

DAY = date(2026, 11, 22)
SHIPPED = (
    "copen",
    "example",
    "hoorn",
    "montfoort",
    "moviera",
    "national",
    "west-friesland",
    "woerden",
    "zvh-noord-holland-noord",
)
PUBLIC_NUMBERS = {"112", "0900-8844", "0800-5151", "0800-7000", "0800-2000", "033-4481186"}


@cache
def bundle(policy: str) -> Bundle:
    return resolve(library(), policy, DAY)


def titles() -> list[str]:
    """Every case title, read from the files themselves."""
    files = [text for policy in SHIPPED for text in library().case_files(policy).values()]
    words = [text if isinstance(text, str) else text.decode() for text in files]
    return [title.strip(" '\"") for text in words for title in re.findall(r"(?m)^ +title: (.+)$", text)]


def test_nine_policies_come_with_baken_two_of_them_for_care() -> None:
    assert library().policy_ids == SHIPPED
    assert [policy for policy in SHIPPED if bundle(policy).kind == "care"] == [
        "moviera",
        "zvh-noord-holland-noord",
    ]


@pytest.mark.parametrize("policy", SHIPPED)
def test_a_report_always_gets_a_purpose_and_a_ground(policy: str) -> None:
    assert bundle(policy).intake_purpose is not None
    assert bundle(policy).intake_ground is not None


@pytest.mark.parametrize("policy", SHIPPED)
def test_no_ground_claims_to_be_verified_and_the_wams_is_not_among_them(policy: str) -> None:
    for ground in bundle(policy).grounds.values():
        assert ground.unverified, ground.id
        assert "wams" not in f"{ground.id} {ground.article} {ground.name.nl}".lower()


@pytest.mark.parametrize("policy", SHIPPED)
def test_the_wgs_serves_only_the_riec_its_tables_and_the_care_and_safety_house(policy: str) -> None:
    allowed = {"riec", "riec_information_plaza", "regional_undermining_table", "care_safety_house"}
    users = {use.id for use in bundle(policy).uses.values() if any(g.startswith("wgs_") for g in use.grounds)}
    assert users <= allowed


@pytest.mark.parametrize("policy", SHIPPED)
def test_only_public_numbers_of_organisations_and_no_mail_address(policy: str) -> None:
    found = re.findall(r"\"phone\":\"([^\"]+)\"", bundle(policy).canonical())
    assert set(found) <= PUBLIC_NUMBERS
    assert "@" not in bundle(policy).canonical()


@pytest.mark.parametrize("policy", SHIPPED)
def test_the_card_keeps_its_three_groups_of_at_least_seven_five_and_six(policy: str) -> None:
    items = [item.group for item in bundle(policy).items]
    least = {"all_forms": 7, "within_netherlands": 5, "across_borders": 6}
    assert all(items.count(group) >= number for group, number in least.items())
    assert len(bundle(policy).vulnerability) >= 13


@pytest.mark.parametrize("policy", SHIPPED)
def test_soft_signals_are_shared_without_anything_that_points_to_somebody(policy: str) -> None:
    pieces = bundle(policy).partner_pieces("regional_signals_table")
    assert not any(piece.identifies for piece in pieces.values())


def test_every_row_of_the_partner_directory_is_in_some_municipality() -> None:
    listed = {partner for policy in ("woerden", "montfoort", "hoorn") for partner in bundle(policy).partners}
    wanted = {partner for row in PARTNERS_BY_ROW.values() for partner in row}
    assert wanted - listed == set()


def test_every_table_is_in_some_municipality() -> None:
    listed = {table for policy in ("woerden", "montfoort", "hoorn") for table in bundle(policy).tables}
    assert set(TABLE_IDS) <= listed


def test_pages_of_a_municipality_name_its_own_document() -> None:
    for policy, other in (("woerden", "montfoort"), ("montfoort", "woerden")):
        named = {
            element.says_who.nl.split(",")[0]
            for element in (*bundle(policy).steps, *bundle(policy).referrals)
        }
        assert f"{policy}-beleid" in named
        assert not named & {"copen-beleid", f"{other}-beleid"}


def test_there_are_at_least_sixty_cases_and_no_two_have_the_same_title() -> None:
    assert len(titles()) >= 60
    assert len(set(titles())) == len(titles())
