"""Releases are copies: to every present member, once, and nobody reads across (REG-07)."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection, transaction
from pydantic import ValidationError

from baken.core.decide.refusal import Refused
from baken.programme.region import sharing
from baken.programme.region.models import Release
from baken.tenancy import regions
from baken.tenancy.scope import scope
from tests.programme.region.six import NAMES, Six


def rows(there: Six, slug: str) -> list[Release]:
    with scope(there.members[slug].id):
        return list(Release.objects.all())


def test_every_present_member_gets_a_copy_and_nobody_else(there: Six) -> None:
    there.release("woerden")
    for name in NAMES:
        [got] = rows(there, name.lower())
        assert (got.sender_name, got.payload) == ("Woerden", {"name": "actie", "done": True})
        assert got.organisation_id == there.members[name.lower()].id
    assert rows(there, "elders") == []


def test_the_same_command_releases_once(there: Six) -> None:
    command = uuid4()
    assert there.release("woerden", command=command) == there.release(
        "woerden", command=command, name="anders"
    )
    [got] = there.received("linden")
    assert got.payload["name"] == "actie"
    assert len(rows(there, "linden")) == 1


def test_the_newest_of_each_sender_counts(there: Six) -> None:
    there.release("woerden", name="eerst")
    there.release("woerden", name="later", days=1)
    there.release("montfoort", name="ook", days=1)
    told = [(one.name, one.payload["name"], one.counts) for one in there.received("esdoorn", days=1)]
    assert told == [("Montfoort", "ook", True), ("Woerden", "later", True)]


def test_what_is_about_something_else_stands_beside_it(there: Six) -> None:
    there.release("woerden", about="2024")
    there.release("woerden", about="2026")
    assert [one.about for one in there.received("linden")] == ["2024", "2026"]
    with scope(there.members["linden"].id):
        [one] = sharing.received(there.region, "proef", "2024", today=there.today)
    assert one.about == "2024"


def test_only_a_present_member_can_release(there: Six) -> None:
    with pytest.raises(Refused, match="not in this region"):
        there.release("elders")
    regions.leave(there.region, there.members["linden"], until=there.today)
    there.release("linden")
    with pytest.raises(Refused, match="not in this region"):
        there.release("linden", days=1)


def test_nobody_releases_in_the_name_of_another_member(there: Six) -> None:
    with scope(there.members["woerden"].id), pytest.raises(Refused):
        sharing.release(
            "proef",
            "jaar",
            {"name": "x", "done": True},
            there.region,
            actor=there.actor("montfoort"),
            now=there.town.now,
            command_id=uuid4(),
        )


def test_who_left_receives_nothing_more_and_keeps_what_it_had(there: Six) -> None:
    there.release("woerden", name="ervoor")
    regions.leave(there.region, there.members["esdoorn"], until=there.today)
    there.release("woerden", name="erna", days=1)
    assert [one.payload["name"] for one in there.received("esdoorn", days=1)] == ["ervoor"]
    assert [one.payload["name"] for one in there.received("linden", days=1)] == ["erna"]


def test_who_turns_out_to_have_left_before_reads_nothing_that_came_since(there: Six) -> None:
    """REG-07: a last day in the past counts as any other."""
    there.release("woerden", name="ervoor", days=-9)
    late = there.release("woerden", name="erna", days=-2)
    own = there.release("esdoorn", name="van ons", days=-1)
    assert [one.payload["name"] for one in there.received("esdoorn")] == ["van ons", "erna"]
    regions.leave(there.region, there.members["esdoorn"], until=there.today - timedelta(days=5))
    assert [one.payload["name"] for one in there.received("esdoorn")] == ["van ons", "ervoor"]
    with scope(there.members["esdoorn"].id):
        assert sharing.one(there.region, late, today=there.today) is None
        assert sharing.one(there.region, own, today=there.today) is not None
        assert sharing.withdraw("proef", "jaar", there.region, now=there.town.now) == 1
    assert [one.payload["name"] for one in there.received("linden")] == ["erna"]
    regions.join(there.region, there.members["esdoorn"], since=there.today)
    there.release("montfoort", name="weer")
    assert [one.payload["name"] for one in there.received("esdoorn")] == ["weer", "ervoor"]


def test_who_left_counts_no_longer_in_a_comparison_but_can_be_read(there: Six) -> None:
    """REG-07: aggregates are built from members only."""
    there.release("esdoorn", name="van ons")
    regions.leave(there.region, there.members["esdoorn"], until=there.today)
    [today] = there.received("linden")
    [after] = there.received("linden", days=1)
    assert today.counts
    assert not after.counts
    assert after.left_on == there.today
    assert after.payload["name"] == "van ons"
    with scope(there.members["linden"].id):
        again = sharing.one(there.region, after.id, today=there.today + timedelta(days=1))
    assert again == after


def test_who_returns_counts_again(there: Six) -> None:
    there.release("esdoorn")
    regions.leave(there.region, there.members["esdoorn"], until=there.today)
    regions.join(there.region, there.members["esdoorn"], since=there.today + timedelta(days=30))
    assert not there.received("linden", days=29)[0].counts
    assert there.received("linden", days=30)[0].counts


def test_taking_back_empties_it_everywhere_also_with_who_left_and_brings_nothing_older_back(
    there: Six,
) -> None:
    there.release("woerden", name="oud")
    there.release("woerden", name="nieuw", days=1)
    there.release("montfoort", name="blijft")
    regions.leave(there.region, there.members["esdoorn"], until=there.today + timedelta(days=1))
    with scope(there.members["woerden"].id):
        assert sharing.withdraw("proef", "jaar", there.region, now=there.town.now + timedelta(days=3)) == 2
        assert sharing.withdraw("proef", "jaar", there.region, now=there.town.now) == 0
    for name in NAMES:
        mine = [row for row in rows(there, name.lower()) if row.sender_name == "Woerden"]
        assert mine
        assert all(row.payload == {} and row.withdrawn_at for row in mine)
        assert [one.name for one in there.received(name.lower(), days=3)] == ["Montfoort"]


def test_who_left_can_still_take_back_what_it_released(there: Six) -> None:
    there.release("woerden")
    regions.leave(there.region, there.members["woerden"], until=there.today)
    with scope(there.members["woerden"].id):
        assert sharing.withdraw("proef", "jaar", there.region, now=there.town.now + timedelta(days=9)) == 1
    assert there.received("linden", days=9) == []


def test_nobody_takes_back_what_another_released(there: Six) -> None:
    there.release("woerden")
    with scope(there.members["montfoort"].id):
        assert sharing.withdraw("proef", "jaar", there.region, now=there.town.now) == 0
    assert len(there.received("linden")) == 1


def test_a_payload_of_another_shape_is_refused_before_anything_goes(there: Six) -> None:
    with scope(there.members["woerden"].id):
        told = {"actor": there.actor("woerden"), "now": there.town.now, "command_id": uuid4()}
        with pytest.raises(ValidationError):
            sharing.release("proef", "jaar", {"name": "x", "done": True, "who": "y"}, there.region, **told)
        with pytest.raises(ValueError, match="no part of the programme"):
            sharing.release("onbekend", "jaar", {}, there.region, **told)
    assert rows(there, "linden") == []


def test_the_database_keeps_what_was_received_apart(there: Six) -> None:
    """Row-level security: a query that forgets the organisation still sees its own copies alone."""
    there.release("woerden")
    with scope(there.members["linden"].id), connection.cursor() as cursor:
        cursor.execute("SELECT DISTINCT organisation_id FROM programme_region_release")
        assert cursor.fetchall() == [(there.members["linden"].id,)]
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM programme_region_release")
        assert cursor.fetchone() == (0,)


def test_a_release_takes_one_write_for_each_member_or_nothing_at_all(
    there: Six, monkeypatch: pytest.MonkeyPatch
) -> None:
    there.release("woerden")
    made = Release.objects.create
    left = iter(range(3))

    def breaks(**told: object) -> object:
        next(left)
        return made(**told)

    monkeypatch.setattr(Release.objects, "create", breaks)
    with pytest.raises(StopIteration), transaction.atomic():
        there.release("montfoort")
    for name in NAMES:
        assert [row.sender_name for row in rows(there, name.lower())] == ["Woerden"]
