"""Meetings with a rhythm: owed, planned, on paper and in a calendar (MEET-05 to MEET-08)."""

from datetime import date, datetime, timedelta

import pytest
from icalendar import Calendar

from baken.core.vocabulary.moments import AMSTERDAM
from baken.programme.common import frozen, planned
from baken.programme.meetings import agenda, owing, planning
from baken.programme.meetings.models import Meeting, MinuteLine
from baken.tenancy import kept
from baken.tenancy.scope import scope
from tests.papers import text_of
from tests.programme.meetings.meeting import Meetings
from tests.tenants.things import adopt


def test_the_policy_says_which_meetings_come_back_and_with_whom(there: Meetings) -> None:
    """MEET-05, DIFF: Woerden names the municipalities, Montfoort the police as well; both twice a year."""
    adopt(there.town, "montfoort")
    with scope(there.town.woerden.id):
        woerden = {one.id: one for one in owing.rhythms(there.town.now)}
    with scope(there.town.montfoort.id):
        montfoort = {one.id: one for one in owing.rhythms(there.town.now)}
    assert owing.times(woerden["focal_points"]) == owing.times(montfoort["focal_points"]) == 2
    assert "politie" not in " ".join(one.nl for one in woerden["focal_points"].with_)
    assert "politie" in " ".join(one.nl for one in montfoort["focal_points"].with_)
    page = there.text()
    assert "van 2" in page
    assert "nog niet geweest" in page


def test_a_meeting_that_is_owed_and_not_planned_is_said_until_it_is(there: Meetings) -> None:
    with scope(there.town.woerden.id):
        owed = [one for one in owing.owed(there.today.year, there.today, owing.rhythms(there.town.now))]
        at = datetime.combine(owed[0].turn.last, datetime.min.time(), there.town.now.tzinfo) - timedelta(
            days=3
        )
        notes = [one.words for one in planning.notes(there.town.actor("adviser"), at)]
    assert any("nog niet gepland" in str(one) for one in notes)
    there.plan()
    with scope(there.town.woerden.id):
        found = owing.owed(there.today.year, there.today, owing.rhythms(there.town.now))
        assert [one.state for one in found if one.element.id == "focal_points"].count("done") == 1


def test_the_form_is_filled_in_from_the_policy(there: Meetings) -> None:
    form = there.text("plannen/", overleg="focal_points")
    assert "Overleg van aandachtsfunctionarissen" in form


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"on": "2026-09-31"}, "Deze dag bestaat niet"),
        ({"on": "2020-01-01"}, "Deze dag is al geweest"),
        ({"on": "9999-01-01"}, "ligt te ver weg"),
        ({"begins": "14:00", "ends": "13:00"}, "Dit is niet later dan het begin"),
        ({"ends": "13:00"}, "Vul ook in hoe laat het begint"),
        ({"begins": "half drie"}, "Schrijf een tijd als 14:30"),
        ({"who": ""}, "Schrijf hier een of twee zinnen"),
        ({"owner": ""}, "Vul dit in"),
    ],
)
def test_bad_input_says_what_to_do_and_keeps_what_was_typed(
    there: Meetings, fields: dict[str, str], says: str
) -> None:
    sent = there.plan(**{"name": "Een eigen naam", **fields})
    assert sent.status_code == 422
    assert says in sent.content.decode()
    assert "Een eigen naam" in sent.content.decode()
    assert there.rows(Meeting) == []


def test_a_meeting_that_has_been_can_be_written_down_afterwards(there: Meetings) -> None:
    assert there.plan(on=there.day(-20), been="on").status_code == 303
    assert there.plan(on=there.day(5), been="on").status_code == 422


def test_two_editors_never_overwrite_each_other(there: Meetings) -> None:
    there.plan(on=there.day(9))
    found = there.only()
    there_is = there.fields(on=there.day(9), looked_at=1)
    assert there.send(f"{found.id}/wijzigen/", **{**there_is, "place": "Stadhuis"}).status_code == 303
    late = there.send(f"{found.id}/wijzigen/", **{**there_is, "place": "Online"})
    assert late.status_code == 409
    assert "Iemand anders heeft dit net gewijzigd" in late.content.decode()
    assert there.only().place == "Stadhuis"


def test_a_meeting_with_minutes_is_not_withdrawn(there: Meetings) -> None:
    there.plan()
    found = there.only()
    there.send(f"{found.id}/besluit/", words="Wij doen het samen.")
    refused = there.send(f"terugnemen/overleg/{found.id}/")
    assert refused.status_code == 409
    assert "Dit overleg heeft een verslag" in refused.content.decode()
    assert there.send(f"{found.id}/vervalt/", why="Toch niet.").status_code == 409
    assert there.send(f"terugnemen/regel/{there.only(MinuteLine).id}/").status_code == 303
    assert there.send(f"terugnemen/overleg/{found.id}/").status_code == 303
    assert there.rows(Meeting) == []


def test_a_meeting_that_is_called_off_counts_no_more_and_takes_nothing(there: Meetings) -> None:
    there.plan(on=there.day(9))
    found = there.only()
    assert there.send(f"{found.id}/vervalt/", why="Te weinig mensen.").status_code == 303
    assert "Te weinig mensen." in there.text(f"{found.id}/")
    assert there.send(f"{found.id}/agenda/onderwerp/", words="Iets", place=1).status_code == 409
    with scope(there.town.woerden.id):
        assert owing.meetings_of("focal_points") == []


def test_the_calendar_has_the_meeting_under_a_name_that_stays(there: Meetings) -> None:
    there.plan(on=there.day(9), begins="14:00", ends="15:30", place="Stadhuis")
    found = there.only()
    answer = there.get(f"{found.id}/ics/")
    assert answer["Content-Type"].startswith("text/calendar")
    [event] = Calendar.from_ical(answer.content).walk("VEVENT")
    assert str(event["uid"]) == f"{found.id}@baken"
    assert event.decoded("dtstart").astimezone(AMSTERDAM).strftime("%H:%M") == "14:00"
    assert event.decoded("dtend") - event.decoded("dtstart") == timedelta(minutes=90)
    assert "politie" in str(event["description"])
    there.send(f"{found.id}/wijzigen/", **there.fields(on=there.day(10), looked_at=1))
    [moved] = Calendar.from_ical(there.get(f"{found.id}/ics/").content).walk("VEVENT")
    assert moved["uid"] == event["uid"]
    assert int(moved["sequence"]) > int(event["sequence"])
    assert moved.decoded("dtstart") == there.today + timedelta(days=10)


def test_meetings_count_in_the_year_and_in_the_frozen_figures(there: Meetings) -> None:
    there.plan()
    with scope(there.town.woerden.id):
        found = planned.between(there.today, there.today, there.today)
        assert any(one.kind == "meeting" and one.words == "Copen-overleg" for one in found)
        [block] = [one for one in frozen.blocks(there.today, there.today) if one.id == "meetings"]
        assert next(iter(block.figures)).value == 1
        assert frozen.blocks(date(2020, 1, 1), date(2020, 2, 1)) == [] or all(
            one.id != "meetings" for one in frozen.blocks(date(2020, 1, 1), date(2020, 2, 1))
        )


def test_the_agenda_is_proposed_from_what_is_open_and_one_ticks(there: Meetings) -> None:
    there.plan()
    first = there.only()
    there.action(words="Scholen bellen", due=there.day(3))
    there.plan(name="Volgende keer", on=there.day(30))
    [following] = [one for one in there.rows(Meeting) if one.id != first.id]
    page = there.text(f"{following.id}/agenda/")
    assert "Scholen bellen" in page
    assert "actie uit een verslag, team Jeugd" in page
    with scope(there.town.woerden.id):
        offered = agenda.proposals(kept.one(Meeting, following.id), there.today)
    key = next(one.key for one in offered if one.words == "Scholen bellen")
    assert there.send(f"{following.id}/agenda/", items=["onzin"]).status_code == 422
    assert there.send(f"{following.id}/agenda/").status_code == 422
    assert there.send(f"{following.id}/agenda/", items=[key]).status_code == 303
    assert (
        there.send(f"{following.id}/agenda/onderwerp/", words="Rondvraag", place=2, minutes=10).status_code
        == 303
    )
    paper = text_of(there.get(f"{following.id}/agenda/pdf/").content)
    assert "Scholen bellen" in paper
    assert "Rondvraag" in paper
    assert "Scholen bellen" not in there.text(f"{following.id}/agenda/")
