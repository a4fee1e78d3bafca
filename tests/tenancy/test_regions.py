"""Who takes part in which region since when, and the command that says so (REG-06)."""

from datetime import date, timedelta

import pytest
from click.testing import CliRunner, Result
from django.db import IntegrityError, transaction

from baken.core.decide.refusal import Refused
from baken.core.vocabulary.moments import civil_date
from baken.tenancy import regions
from baken.tenancy.models_regions import Region, RegionMember
from baken.tenancy.region_commands import region
from tests.tenants.town import Town

FIRST = date(2024, 1, 1)


def run(*words: str) -> Result:
    return CliRunner().invoke(region, list(words))


def made(town: Town, slug: str = "copen", kind: str = "cooperation") -> Region:
    return regions.create_region(slug=slug, name=slug.title(), kind=kind, now=town.now)


def test_a_municipality_belongs_to_several_regions_of_different_kinds(town: Town) -> None:
    for slug, kind in (("copen", "cooperation"), ("utrecht-west", "police_district")):
        regions.join(made(town, slug, kind), town.woerden, since=FIRST)
    assert [one.slug for one in regions.regions_of(town.woerden.id, FIRST)] == ["copen", "utrecht-west"]
    assert regions.regions_of(town.montfoort.id, FIRST) == []


def test_the_last_day_counts_and_the_day_after_does_not(town: Town) -> None:
    found = made(town)
    regions.join(found, town.woerden, since=FIRST)
    regions.join(found, town.montfoort, since=FIRST)
    last = date(2025, 6, 30)
    regions.leave(found, town.montfoort, until=last)
    assert len(regions.members(found, last)) == 2
    after = last + timedelta(days=1)
    assert regions.members(found, after) == [town.woerden]
    assert regions.known_to(town.montfoort.id, after) == [found]
    assert [(one.member.name, one.left) for one in regions.parts(found, after)] == [
        ("Montfoort", True),
        ("Woerden", False),
    ]


def test_before_the_first_day_nobody_takes_part(town: Town) -> None:
    found = made(town)
    regions.join(found, town.woerden, since=FIRST)
    before = FIRST - timedelta(days=1)
    assert regions.members(found, before) == []
    assert regions.parts(found, before) == []
    assert regions.known_to(town.woerden.id, before) == []


def test_who_left_can_come_back_but_not_on_a_day_it_took_part(town: Town) -> None:
    found = made(town)
    regions.join(found, town.woerden, since=FIRST)
    with pytest.raises(Refused, match="already"):
        regions.join(found, town.woerden, since=FIRST)
    regions.leave(found, town.woerden, until=date(2024, 12, 31))
    with pytest.raises(Refused, match="2024-12-31"):
        regions.join(found, town.woerden, since=date(2024, 12, 31))
    regions.join(found, town.woerden, since=date(2025, 3, 1))
    [part] = regions.parts(found, date(2025, 3, 1))
    assert (part.since, part.left) == (date(2025, 3, 1), False)
    assert len(regions.history(found)) == 2
    assert regions.ever(found) == [town.woerden.id]


def test_who_takes_no_part_cannot_leave_and_nobody_leaves_before_the_first_day(town: Town) -> None:
    found = made(town)
    with pytest.raises(Refused, match="not in this region"):
        regions.leave(found, town.woerden, until=FIRST)
    regions.join(found, town.woerden, since=FIRST)
    with pytest.raises(Refused, match="not in this region"):
        regions.leave(found, town.woerden, until=FIRST - timedelta(days=1))


def test_a_last_day_can_come_earlier_and_never_later(town: Town) -> None:
    found = made(town)
    regions.join(found, town.woerden, since=FIRST)
    regions.leave(found, town.woerden, until=date(2062, 12, 31))
    regions.leave(found, town.woerden, until=date(2026, 12, 31))
    assert regions.members(found, date(2027, 1, 1)) == []
    with pytest.raises(Refused, match="not in this region"):
        regions.leave(found, town.woerden, until=date(2027, 1, 1))
    regions.join(found, town.woerden, since=date(2027, 1, 1))
    assert regions.members(found, date(2027, 1, 1)) == [town.woerden]


def test_the_database_lets_an_organisation_take_part_once_at_a_time(town: Town) -> None:
    found = made(town)
    regions.join(found, town.woerden, since=FIRST)
    with pytest.raises(IntegrityError, match="regionmember_once"), transaction.atomic():
        RegionMember.objects.create(region=found, member=town.woerden, since=date(2025, 1, 1))


def test_the_command_makes_a_region_and_says_who_takes_part(town: Town) -> None:
    assert run("add", "copen", "--name", "Copen", "--kind", "cooperation").exit_code == 0
    assert "from 2024-01-01" in run("join", "copen", "woerden", "--on", "2024-01-01").output
    assert run("join", "copen", "montfoort").exit_code == 0
    assert "until 2025-12-31" in run("leave", "copen", "woerden", "--on", "2025-12-31").output
    told = run("list").output
    assert "copen  Copen (cooperation)" in told
    assert "  woerden  since 2024-01-01 until 2025-12-31" in told
    assert f"  montfoort  since {civil_date(town.now).isoformat()}" in told


def test_without_regions_the_list_says_how_one_is_made(town: Town) -> None:
    assert "baken region add" in run("list").output


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("add", "copen", "--name", "C", "--kind", "kingdom"), "kingdom"),
        (("add", "co pen", "--name", "C", "--kind", "riec"), "letters, digits and dashes"),
        (("add", "c" * 61, "--name", "C", "--kind", "riec"), "60 at most"),
        (("join", "nergens", "woerden"), "There are: bestaat"),
        (("join", "bestaat", "nergens"), "There are: elders"),
        (("join", "bestaat", "woerden", "--on", "1-1-2024"), "1-1-2024"),
        (("leave", "bestaat", "woerden"), "not in this region"),
        (("add", "bestaat", "--name", "C", "--kind", "riec"), "exists already"),
    ],
)
def test_what_cannot_be_is_refused_with_what_to_do(town: Town, words: tuple[str, ...], says: str) -> None:
    made(town, "bestaat")
    answer = run(*words)
    assert answer.exit_code != 0
    assert says in answer.output
