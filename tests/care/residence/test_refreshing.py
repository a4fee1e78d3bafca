"""No list of terms is behind without anybody knowing: what a file gives is taken over by itself, and seen (RES-02)."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest

from baken.care.residence import chores, reading
from baken.core.vocabulary.moments import AMSTERDAM
from baken.ledger import deadlines
from baken.ledger.models import EventRecord
from baken.mail.models import Owed
from baken.tenancy.scope import scope
from tests.care.clients.filing import NAME, open_files
from tests.care.exchange.test_pages import look, take
from tests.care.residence.staying import Staying, staying, today
from tests.tenants.care_things import a_room
from tests.tenants.town import build


def person(file: Staying, birth: date, age: str) -> None:
    """Record somebody's birth date where the person is described."""
    told = {"working_name": NAME, "birth": birth.isoformat(), "age": age, "role": "presumed_victim"}
    assert file.send("persoon", **told).status_code == 303


def refreshed(on: date | None = None) -> int:
    """Let the chore run, at nine in the morning of a day."""
    return chores.refresh(datetime.combine(on or today(), time(9), AMSTERDAM).astimezone(UTC))


def owed(file: Staying) -> set[str]:
    """Who is owed a mail."""
    visitor = {member.id: who for who, member in file.town.members.items()}
    with scope(file.town.care.id):
        return {visitor[one.membership_id] for one in Owed.objects.all()}


@pytest.fixture
def reflecting(file: Staying, monkeypatch: pytest.MonkeyPatch) -> Any:
    """A running reflection period; gives what sets another number of months in the policy."""
    file.note("positie", position="reflection", nationality="third_country", dublin="no")
    day = today(-10).isoformat()
    file.note("bedenktijd", reflection_granted=day, allowance_asked=day)
    before = reading.rules

    def only(*ids: str) -> None:
        def rules(at: datetime) -> Any:
            found = before(at)
            return found.model_copy(
                update={"deadlines": tuple(one for one in found.deadlines if one.id in ids)}
            )

        monkeypatch.setattr(reading, "rules", rules)

    return only


def test_a_birth_date_recorded_elsewhere_in_the_file_gives_its_term_at_once(file: Staying) -> None:
    person(file, today(-17 * 365), "minor")
    was = file.terms()["minor_until"]
    assert "niet bijgewerkt" not in file.page()
    person(file, today(-16 * 365), "minor")
    assert file.terms()["minor_until"] != was
    changes = {one.id: one for one in file.stay.state.unseen}
    assert (changes["minor_until"].was, changes["minor_until"].because) == (was, "rules"), "never silently"
    assert "de regels, of de leeftijd" in file.anywhere("/termijnen/").content.decode()
    assert file.post("bijwerken/").status_code == 409, "there is nothing left to do"
    assert refreshed() == 0


def test_a_policy_that_changed_changes_the_terms_by_itself_once_and_everybody_sees_it(
    file: Staying, reflecting: Any
) -> None:
    was = file.terms()["reflection_end"]
    assert refreshed() == 0
    reflecting()
    assert refreshed() == 1
    assert refreshed() == 0
    assert file.terms() == {}
    (change,) = file.stay.state.unseen
    assert (change.id, change.was, change.on, change.because) == ("reflection_end", was, None, "rules")
    assert owed(file) == {"care"}
    assert "de regels, of de leeftijd" in file.anywhere("/termijnen/").content.decode()
    with scope(file.town.care.id):
        last = EventRecord.objects.filter(stream_id=file.id).order_by("number").last()
        assert last is not None
        assert (last.type, last.actor) == ("deadline.moved", None), "nobody did this"


def test_a_term_that_presses_already_when_it_appears_by_itself_is_a_mail(
    file: Staying, reflecting: Any
) -> None:
    file.note("bedenktijd", reflection_granted=today(-80).isoformat(), because="mistake", words="Brief.")
    reflecting()
    refreshed()
    with scope(file.town.care.id):
        Owed.objects.all().delete()
    reflecting("reflection_end")
    assert refreshed() == 1
    assert "reflection_end" in file.terms()
    assert owed(file) == {"care"}


def test_a_closed_file_stays_as_it_was_and_is_brought_up_to_date_when_it_opens_again(
    file: Staying, reflecting: Any
) -> None:
    assert file.send("afsluiten", outcome="help_ended", note="Klaar.").status_code == 303
    reflecting()
    assert refreshed() == 0
    assert file.send("heropenen", note="Toch nog hulp.").status_code == 303
    assert [one.because for one in file.stay.state.unseen] == ["rules"]


def test_one_file_that_fails_keeps_no_other_waiting(
    file: Staying, reflecting: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = open_files(file.town, "Ander")[0]
    reflecting()
    before = reading.of

    def failing(stream: Any, at: datetime) -> Any:
        if stream.id == other:
            raise ValueError("broken")
        return before(stream, at)

    monkeypatch.setattr(reading, "of", failing)
    with pytest.raises(RuntimeError):
        refreshed()
    assert file.terms() == {}


def test_a_change_by_itself_does_not_tell_on_which_day_a_birthday_was(db: None) -> None:
    """Two birth dates: the last day as a minor moves to the later one, once the month of the first is over."""
    file = staying(age="unknown")
    year = today().year - 16
    first, second = date(year, 5, 12), date(year + 1, 8, 3)
    answer = file.note("persoon", birth_date=first.isoformat(), other_birth_date=second.isoformat())
    assert answer.status_code == 303
    assert file.terms()["minor_until"] == date(year + 18, 5, 1)
    days = [date(year + 18, 5, 11) + timedelta(days=number) for number in range(25)]
    changed = [day for day in days if refreshed(day)]
    assert [(day.day, day.month) for day in changed] in ([(31, 5)], [(1, 6)])
    assert date(year + 19, 8, 1) in file.terms().values()


def test_a_record_of_a_minor_that_comes_in_has_its_term_at_once(db: None) -> None:
    town = build()
    a_room(town)
    assert take(town, look(town)).status_code == 303
    with scope(town.care.id):
        rows = {row.deadline: row for row in deadlines.open_ones()}
    assert rows["minor_until"].on == date(2029, 5, 1), "of the record of somebody born in May 2011"
