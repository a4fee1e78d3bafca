"""The demonstration has outreach and meetings under way: done, late, to come, and a proposal that waits."""

from datetime import timedelta

import pytest

from baken.core.vocabulary.moments import civil_date
from baken.core.vocabulary.reference import reference_in
from baken.programme.meetings import owing as meetings
from baken.programme.meetings import planning as planning_meetings
from baken.programme.meetings.models import MinuteLine
from baken.programme.outreach import planning as planning_outreach
from baken.programme.outreach.models import Proposal, Reach
from baken.project.demo import programme_meetings, programme_outreach
from baken.project.demo.cast import cast
from baken.tenancy import kept
from baken.tenancy.scope import scope
from tests.project.test_demo_programme import TODAY

DAY = civil_date(TODAY)
SPAN = (DAY - timedelta(days=200), DAY + timedelta(days=200), DAY)


@pytest.mark.django_db
def test_something_is_done_late_and_to_come_and_a_proposal_waits() -> None:
    players = cast(TODAY)
    programme_outreach.tell(players, TODAY)
    programme_meetings.tell(players, TODAY)
    with scope(players.organisations["woerden"].id):
        assert {one.state for one in planning_outreach.planned(*SPAN)} >= {"done", "late", "open"}
        assert {one.state for one in planning_meetings.planned(*SPAN)} >= {"done", "late", "due"}
        assert kept.kept(Proposal).get().outcome == ""
        assert kept.kept(Reach).count() == len(programme_outreach.REACHES)
        assert all(reference_in(one.words) is None for one in kept.kept(MinuteLine))
    with scope(players.organisations["montfoort"].id):
        owed = meetings.owed(DAY.year, DAY, meetings.rhythms(TODAY))
        assert [one.meeting is None for one in owed if one.element.id == "focal_points"] == [False, True]
