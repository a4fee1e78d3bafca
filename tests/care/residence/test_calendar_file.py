"""The days of terms in somebody's calendar tell nobody what they are about."""

from datetime import timedelta

from baken.ledger.models import ReadEntry
from baken.tenancy.scope import scope
from tests.care.clients.filing import NAME
from tests.care.residence.staying import Staying, today


def test_the_calendar_holds_a_day_and_a_reference_and_not_a_word_more(file: Staying) -> None:
    file.note("positie", position="reflection", nationality="third_country", dublin="yes")
    file.note("bedenktijd", reflection_granted=today(-5).isoformat())
    answer = file.anywhere("/termijnen/agenda.ics")
    text = answer.content.decode()
    assert answer["Content-Type"].startswith("text/calendar")
    assert "attachment" in answer["Content-Disposition"]
    assert f"DTSTART;VALUE=DATE:{today(25):%Y%m%d}\r\n" in text
    assert f"DTEND;VALUE=DATE:{today(25) + timedelta(days=1):%Y%m%d}\r\n" in text
    assert f"({file.row.reference})" in text
    low = text.lower()
    assert not any(
        word in low
        for word in (NAME.lower(), "bedenktijd", "reflection", "dublin", "verblijf", "cliënt", str(file.id))
    )
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    again = file.anywhere("/termijnen/agenda.ics").content.decode()
    assert [line for line in again.split("\r\n") if line.startswith("UID:")] == [
        line for line in text.split("\r\n") if line.startswith("UID:")
    ]
    with scope(file.town.care.id):
        assert ReadEntry.objects.filter(address="care_residence:calendar", deed="export").exists()


def test_nobody_but_the_coordinator_fetches_it(file: Staying) -> None:
    assert file.anywhere("/termijnen/agenda.ics", "director").status_code == 403
    assert file.anywhere("/termijnen/agenda.ics", "focal_point").status_code == 403
