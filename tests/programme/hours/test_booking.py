"""Booking hours: by kind of work and never per victim, in one line from the work list (FIN-05, TRAIN-12, GEN-02)."""

from datetime import date, time, timedelta
from uuid import uuid4

import pytest
from django.db import connection

from baken.core.vocabulary.moments import AMSTERDAM, civil_date
from baken.programme.hours import actions
from baken.programme.hours.models import Line
from baken.tenancy.actors import Actor
from baken.tenancy.models_kept import Change
from baken.tenancy.scope import scope
from tests.programme.hours.booking import Booking
from tests.route.case import reported
from tests.tenants import things

WORK = "/werk/"


def _from_the_work_list(there: Booking, time: str) -> dict[str, str]:
    """Return the fields of the box as the page shows them, with another time."""
    page = there.town.visit(there.client, "focal_point").get(WORK).content.decode()
    assert 'action="/programma/uren/schrijven/"' in page
    return {"time": time, "kind": "signal", "then": "work", "command": str(uuid4())}


def test_time_for_a_signal_is_booked_from_the_work_list_and_one_is_back_there(there: Booking) -> None:
    """GEN-02: one line, one click; the box comes filled in."""
    told = _from_the_work_list(there, "20 min")
    answer = there.client.post("/programma/uren/schrijven/", told)
    assert (answer.status_code, answer["Location"]) == (303, WORK)
    (line,) = there.lines()
    assert (line.kind, line.minutes, line.on, line.role) == ("signal", 20, there.today, "focal_point")
    assert "Uw tijd is opgeschreven." in there.client.get(WORK).content.decode()


def test_sent_twice_it_counts_once(there: Booking) -> None:
    """A double click is one line."""
    told = _from_the_work_list(there, "20 min")
    there.client.post("/programma/uren/schrijven/", told)
    there.client.post("/programma/uren/schrijven/", told)
    assert len(there.lines()) == 1


def test_a_mistake_in_the_box_is_told_at_its_field_with_everything_still_there(there: Booking) -> None:
    """What was typed is not lost, and the day and kind can be added there."""
    answer = there.client.post("/programma/uren/schrijven/", _from_the_work_list(there, "even"))
    assert answer.status_code == 422
    page = answer.content.decode()
    assert 'value="even"' in page
    assert "Dit is geen tijdsduur." in page
    assert there.lines() == []


def test_a_line_holds_no_signal_client_or_name(there: Booking) -> None:
    """FIN-05: whoever reads the table learns of no victim; these are all its columns, and none points anywhere."""
    with connection.cursor() as cursor:
        columns = {
            one.name for one in connection.introspection.get_table_description(cursor, Line._meta.db_table)
        }
    kept = {"organisation_id", "id", "number", "withdrawn", "changed_at", "changed_by"}
    assert columns == kept | {"on", "kind", "minutes", "role", "words"}


def test_booking_from_the_work_list_stores_none_of_the_signals_on_it(there: Booking) -> None:
    """FIN-05: also not in the history that a trigger keeps, whatever the browser sends along."""
    things.adopt(there.town)
    signal = reported(there.town)
    told = {**_from_the_work_list(there, "20 min"), "signal": str(signal), "stream_id": str(signal)}
    there.client.post("/programma/uren/schrijven/", told)
    with scope(there.town.woerden.id), connection.cursor() as cursor:
        cursor.execute("SELECT l::text FROM programme_hours_line l")
        kept = cursor.fetchall()
        cursor.execute("SELECT c::text FROM tenancy_change c WHERE kind = 'programme_hours_line'")
        kept += cursor.fetchall()
    assert len(kept) == 2
    assert not any(str(signal) in row for (row,) in kept)


def test_of_the_moment_of_booking_only_the_day_is_kept(there: Booking) -> None:
    """FIN-05: a moment beside that of a deed on a signal would say which signal the line was for."""
    there.book()
    (line,) = there.lines()
    assert there.send(f"terugnemen/{line.id}/").status_code == 303
    with scope(there.town.woerden.id):
        moments = [Line.objects.get(id=line.id).changed_at]
        moments += Change.objects.filter(row_id=line.id).values_list("at", flat=True)
    assert len(moments) == 3
    for one in moments:
        assert one.astimezone(AMSTERDAM).time() == time()
        assert civil_date(one) == there.today


def test_who_is_a_focal_point_too_books_as_one(there: Booking) -> None:
    """FIN-01: in a small municipality one person has more roles, and these hours count against what is reserved."""
    roles = frozenset({"team_coordinator", "policy_adviser", "focal_point"})
    actor = Actor(uuid4(), uuid4(), there.town.woerden.id, roles, frozenset())
    with scope(there.town.woerden.id):
        told = {"on": there.today, "kind": "signal", "minutes": 20}
        line = actions.book(told, actor=actor, now=there.town.now, command_id=uuid4())
    assert line.role == "focal_point"


def test_the_reference_of_a_signal_is_refused_in_the_words(there: Booking) -> None:
    """FIN-05: the one field that people fill in freely leads to no signal either."""
    answer = there.book(words="nagebeld over K3F9AB")
    assert answer.status_code == 422
    assert "kenmerk van een signaal" in answer.content.decode()
    assert there.book(words="RIEC gebeld, 2 keer, week 47").status_code == 303


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"time": ""}, "Vul in hoeveel tijd het kostte"),
        ({"time": "0"}, "Vul ten minste 1 minuut in."),
        ({"time": "25 uur"}, "Dit is meer dan er in een dag past."),
        ({"time": "1,5"}, "Dit is geen tijdsduur."),
        ({"time": "-20"}, "Dit is geen tijdsduur."),
        ({"kind": "victim"}, "Kies waaraan u de tijd besteedde."),
        ({"kind": ""}, "Kies waaraan u de tijd besteedde."),
        ({"on": "morgen"}, "Schrijf dit als 22-11-2026."),
        ({"on": "1999-01-01"}, "Uren schrijven kan tot en met vorig jaar."),
        ({"on": "2999-01-01"}, "Deze dag is nog niet geweest."),
        ({"words": "123456782"}, "burgerservicenummer"),
        ({"words": "x" * 81}, "te lang"),
    ],
)
def test_what_is_wrong_is_told_at_its_field_and_nothing_is_kept(
    there: Booking, fields: dict[str, str], told: str
) -> None:
    answer = there.book(**{"time": "20 min", **fields})
    assert answer.status_code == 422
    assert told in answer.content.decode()
    assert there.lines() == []


def test_the_last_day_that_can_be_booked_is_in_the_year_before(there: Booking) -> None:
    first = date(there.today.year - 1, 1, 1)
    assert there.book(on=first.isoformat()).status_code == 303
    assert there.book(on=(first - timedelta(days=1)).isoformat()).status_code == 422


def test_one_sees_and_takes_back_only_lines_of_ones_own(there: Booking) -> None:
    """Colleagues see sums; a line that was taken back stays in the history."""
    there.book(words="Kanarie eigen woord")
    (line,) = there.lines()
    assert "Kanarie eigen woord" in there.text()
    assert "Kanarie eigen woord" not in there.text(visitor="adviser")
    assert there.get(f"terugnemen/{line.id}/", "adviser").status_code == 404
    assert there.send(f"terugnemen/{line.id}/").status_code == 303
    assert there.lines() == []
    with scope(there.town.woerden.id):
        assert Line.objects.get(id=line.id).withdrawn


def test_a_neighbour_sees_and_takes_back_nothing(there: Booking) -> None:
    there.book()
    (line,) = there.lines()
    assert there.get(f"terugnemen/{line.id}/", "neighbour").status_code == 404
    assert there.lines("montfoort") == []


def test_a_team_coordinator_books_and_sees_no_sums(there: Booking) -> None:
    """Whoever may not read the programme sees lines of their own alone, and finds the page in the menu."""
    there.book("2 uur")
    assert there.book("35", "coordinator").status_code == 303
    page = there.text(visitor="coordinator")
    assert "35 minuten" in page
    assert "2 uur" not in page
    assert 'href="/programma/uren/"' in page
    assert there.lines()[-1].role == "team_coordinator"


def test_whoever_has_no_hours_to_book_has_no_box_and_no_page(there: Booking) -> None:
    assert there.get(visitor="supervisor").status_code == 403
    assert there.get("schrijven/", "administrator").status_code == 403
