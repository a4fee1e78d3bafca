"""The demonstration has regions whose members released where they stand, and a basic level with something to do."""

from datetime import UTC, datetime

from baken.core.vocabulary.moments import civil_date
from baken.programme.level import queries
from baken.programme.region import queries as region
from baken.project.demo import programme, programme_level, programme_region
from baken.project.demo.cast import cast
from baken.tenancy import regions
from baken.tenancy.scope import scope

TODAY = datetime(2026, 11, 22, 13, 30, tzinfo=UTC)


def test_members_stand_side_by_side_and_there_is_something_of_every_kind(db: None) -> None:
    players = cast(TODAY)
    programme.tell(players, TODAY)
    programme_level.tell(players, TODAY)
    programme_region.tell(players, TODAY)
    today = civil_date(TODAY)
    for slug in ("copen", "utrecht-west", "west-friesland"):
        assert regions.find(slug) is not None
    with scope(players.organisations["woerden"].id):
        found = queries.level(TODAY)
        assert {one.shown for one in found.every} == {"shown", "unproved", "partly", "not", "open"}
        assert len(queries.follow_ups()) == 2
        assert [one.slug for one, _own in region.of_mine(today)] == ["zvh-utrecht", "utrecht-west", "copen"]
        copen = region.seen("copen", today)
        sections = region.sections(copen, region.everything(copen))
        assert "level" in {one.kind.id for one in sections}
        for section in sections:
            for side in section.sides:
                assert {one.name for one in side.received} <= {"Gemeente Montfoort", "Gemeente Woerden"}
                assert side.tables
    with scope(players.organisations["hoorn"].id):
        assert [one.slug for one, _own in region.of_mine(today)] == ["west-friesland"]
