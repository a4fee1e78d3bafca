"""Sessions: planned, given, moved, dropped and put right; in numbers, and nothing is lost (TRAIN-12, TRAIN-13)."""

from datetime import timedelta

import pytest

from baken.programme.training import saying, sessions
from baken.programme.training.models import Session
from baken.tenancy import kept, regions
from baken.tenancy.scope import scope
from tests.programme.training.training import Training


def test_a_planned_session_is_as_the_course_that_was_chosen(there: Training) -> None:
    session = there.session()
    assert session.title == "E-learning over uitbuiting"
    assert (session.provider, session.layer, session.form) == ("CCV", "awareness", "e_learning")
    assert "E-learning over uitbuiting" in there.text()
    assert "balie en klantcontact" in there.text(f"{session.id}/")


def test_what_was_written_beside_the_course_comes_before_it(there: Training) -> None:
    session = there.session(title="Eigen avond", provider="RIEC", form="webinar")
    assert (session.title, session.provider, session.form) == ("Eigen avond", "RIEC", "webinar")


def test_a_session_of_a_day_that_was_asks_at_once_who_came(there: Training) -> None:
    answer = there.plan(on=there.day(-3))
    assert answer["Location"].endswith("/gegeven/")


def test_a_planned_session_whose_day_passed_asks_given_moved_or_dropped(there: Training) -> None:
    session = there.session(on=there.day(-3))
    page = there.text()
    assert "Is deze training gegeven?" in page
    for way in ("gegeven", "verzetten", "vervallen"):
        assert f"{session.id}/{way}/" in page
    assert "Is deze training gegeven?" in there.text(f"{session.id}/")
    there.give(session, front_desk=4)
    assert "Is deze training gegeven?" not in there.text()


def test_today_and_tomorrow_ask_nothing_yet(there: Training) -> None:
    there.session(on=there.day(0))
    there.session(on=there.day(1))
    assert "Is deze training gegeven?" not in there.text()


def test_given_tells_how_many_came_of_how_many_and_the_hours_of_the_own_staff(there: Training) -> None:
    """TRAIN-12: the hours of who attended, together; of GPs the hours are not the municipality's."""
    there.count("front_desk", 12)
    session = there.given(3, front_desk=9, gps=20)
    assert session.reach[0] == {
        "key": "front_desk",
        "name": "balie en klantcontact",
        "sort": "internal",
        "reached": 9,
        "people": 12,
    }
    assert sessions.hours(session) == 9.0
    page = there.text(f"{session.id}/")
    assert "9 uur" in page
    assert "gegeven" in page
    assert "29 mensen bereikt" in there.text()


def test_more_than_there_are_is_refused_with_what_to_do_and_loses_nothing(there: Training) -> None:
    there.count("front_desk", 12)
    session = there.session(on=there.day(-3))
    answer = there.send(
        f"{session.id}/gegeven/", reached_front_desk="13", words="Ging goed.", looked_at=session.number
    )
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "u vult 13 in, maar de groep telt 12" in page
    assert "Wijzig dan eerst hoeveel mensen zij telt" in page
    assert "/groepen/front_desk/" in page
    assert "Ging goed." in page
    assert there.one(session.id).state == "planned"
    there.count("front_desk", 13)
    assert there.give(session, front_desk=13).status_code == 303


def test_a_number_that_was_right_then_stays_right_when_the_group_shrinks(there: Training) -> None:
    there.count("front_desk", 12)
    session = there.given(3, front_desk=12)
    there.count("front_desk", 5)
    assert there.give(session, front_desk=11).status_code == 303
    assert there.give(session, front_desk=13).status_code == 422


def test_without_a_count_any_number_is_taken(there: Training) -> None:
    session = there.given(3, front_desk=400)
    assert session.reach[0]["people"] is None
    assert "niet geteld" in there.text(f"{session.id}/")


def test_a_session_that_is_still_to_come_was_not_given(there: Training) -> None:
    session = there.session()
    assert "Deze training is nog niet geweest" in there.text(f"{session.id}/gegeven/")
    assert there.give(session, front_desk=3).status_code == 409
    assert there.one(session.id).state == "planned"


def test_a_given_session_does_not_move_to_a_day_that_is_to_come(there: Training) -> None:
    session = there.given(3, front_desk=3)
    told = {"course": session.course, "on": there.day(4), "audiences": ["front_desk"]}
    answer = there.send(f"{session.id}/wijzigen/", looked_at=session.number, **told)
    assert answer.status_code == 422
    assert "Haar dag komt nog" in answer.content.decode()
    assert there.send(f"{session.id}/verzetten/", new_day=there.day(4)).status_code == 409


def test_moving_keeps_the_former_day(there: Training) -> None:
    session = there.session(on=there.day(-3))
    answer = there.send(f"{session.id}/verzetten/", new_day=there.day(30), looked_at=session.number)
    assert answer.status_code == 303
    moved = there.one(session.id)
    assert (moved.on.isoformat(), moved.state) == (there.day(30), "planned")
    with scope(there.town.woerden.id):
        assert [one.row["on"] for one in kept.history(session.id)] == [there.day(30), there.day(-3)]


@pytest.mark.parametrize(
    ("days", "says"), [(-1, "Deze dag is al geweest"), (9000, "Deze dag ligt te ver weg")]
)
def test_it_moves_to_a_day_that_comes_only(there: Training, days: int, says: str) -> None:
    session = there.session(on=there.day(-3))
    answer = there.send(f"{session.id}/verzetten/", new_day=there.day(days))
    assert answer.status_code == 422
    assert says in answer.content.decode()


def test_a_dropped_session_counts_no_longer_says_why_and_can_come_back(there: Training) -> None:
    session = there.given(3, front_desk=3)
    told = {"why": "de trainer was ziek", "looked_at": session.number}
    assert there.send(f"{session.id}/vervallen/", **told).status_code == 303
    assert "vervallen: de trainer was ziek" in there.text(f"{session.id}/")
    assert there.line().stands.state == "never"
    back = there.one(session.id)
    there.send(f"{session.id}/verzetten/", new_day=there.day(9), looked_at=back.number)
    assert there.one(session.id).state == "planned"
    assert there.one(session.id).dropped_why == ""


def test_putting_a_number_right_keeps_what_stood_there(there: Training) -> None:
    session = there.given(3, front_desk=3)
    there.give(session, front_desk=5)
    assert there.one(session.id).reach[0]["reached"] == 5
    page = there.text(f"{session.id}/")
    assert "gegeven: balie en klantcontact 5" in page
    assert "gegeven: balie en klantcontact 3" in page


def test_two_editors_never_overwrite_each_other(there: Training) -> None:
    session = there.given(3, front_desk=3)
    there.give(session, front_desk=5)
    late = there.send(
        f"{session.id}/gegeven/", reached_front_desk="8", minutes="60", looked_at=session.number
    )
    assert late.status_code == 409
    page = late.content.decode()
    assert "Iemand anders heeft dit net gewijzigd" in page
    assert 'value="8"' in page
    assert there.one(session.id).reach[0]["reached"] == 5


def test_the_same_form_sent_twice_makes_one_session(there: Training) -> None:
    command = "5f5f6f0c-7f1d-4c3e-9d30-1f6f0a5b7d11"
    for _ in range(2):
        assert there.plan(command=command).status_code == 303
    assert len(there.sessions()) == 1


def test_changing_for_whom_keeps_the_numbers_of_who_stays(there: Training) -> None:
    session = there.given(3, front_desk=3, inspectors=4)
    told = {"course": session.course, "on": session.on.isoformat(), "audiences": ["front_desk", "boas"]}
    answer = there.send(f"{session.id}/wijzigen/", looked_at=session.number, **told)
    assert answer.status_code == 303
    found = {one["key"]: one["reached"] for one in there.one(session.id).reach}
    assert found == {"front_desk": 3, "boas": None}


def test_a_session_taken_back_is_gone_from_every_list_and_stays_in_its_history(there: Training) -> None:
    session = there.given(3, front_desk=3)
    assert there.send(f"terugnemen/training/{session.id}/").status_code == 303
    assert there.get(f"{session.id}/").status_code == 404
    assert there.line().stands.state == "never"
    with scope(there.town.woerden.id):
        assert next(one.row["withdrawn"] for one in kept.history(session.id))
    assert there.get("terugnemen/iets/00000000-0000-0000-0000-000000000000/").status_code == 404


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"on": "1900-01-01"}, "Deze dag ligt te ver weg"),
        ({"on": "2999-01-01"}, "Deze dag ligt te ver weg"),
        ({"on": "31-02-2026"}, "Deze dag bestaat niet"),
        ({"on": ""}, "Vul een dag in"),
        ({"audiences": []}, "Kies er een of meer"),
        ({"audiences": ["spionnen"]}, "spionnen"),
        ({"course": "weg"}, "weg"),
        ({"course": ""}, "schrijf hier hoe zij heet"),
        ({"course": "", "title": "Avond", "layer": "awareness"}, "Kies een vorm"),
        ({"course": "", "title": "Avond", "form": "webinar"}, "Kies een laag"),
        ({"title": "x" * 161}, "te lang"),
        ({"provider": "iemand met 111222333"}, "burgerservicenummer"),
    ],
)
def test_bad_input_is_refused_at_its_field_and_nothing_is_lost(
    there: Training, fields: dict[str, object], says: str
) -> None:
    answer = there.plan(**{"provider": "Onze eigen school", **fields})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert says in page
    assert str(fields.get("provider", "Onze eigen school")) in page
    assert there.sessions() == []


@pytest.mark.parametrize(
    ("number", "says"),
    [
        ("-1", "Vul 0 of meer in"),
        ("een paar", "Vul een heel getal in"),
        ("3,5", "Vul een heel getal in"),
        ("1e3", "Vul een heel getal in"),
        ("", "Vul een getal in"),
        ("999999999999999999999", "Dit is te veel"),
    ],
)
def test_a_number_that_is_none_is_refused_and_stays_on_the_page(
    there: Training, number: str, says: str
) -> None:
    session = there.session(on=there.day(-3))
    answer = there.give(session, front_desk=number)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert says in page
    assert f'value="{number}"' in page or not number
    assert there.one(session.id).state == "planned"


@pytest.mark.parametrize("minutes", ["0", "-20", "2401", "lang"])
def test_minutes_nobody_sat_through_are_refused(there: Training, minutes: str) -> None:
    session = there.session(on=there.day(-3))
    assert there.give(session, minutes=minutes, front_desk=3).status_code == 422


def test_a_joint_session_names_the_municipalities_of_the_region(there: Training) -> None:
    """TRAIN-14: the other members of today; who left since stays in what was given together."""
    town, since = there.town, there.today - timedelta(days=40)
    region = regions.create_region(slug="copenstreek", name="Copen", kind="cooperation", now=town.now)
    for member in (town.woerden, town.montfoort):
        regions.join(region, member, since=since)
    assert "Montfoort" in there.text("plannen/")
    assert there.plan(together=["Elders"]).status_code == 422
    session = there.session(together=["Montfoort"], on=there.day(-2))
    assert session.together == ["Montfoort"]
    regions.leave(region, town.montfoort, until=there.today - timedelta(days=1))
    assert "Montfoort" not in there.text("plannen/")
    assert "Montfoort" in there.text(f"{session.id}/")
    assert "Montfoort" in there.text(f"{session.id}/wijzigen/")


def test_without_a_region_nobody_is_asked_with_whom(there: Training) -> None:
    assert "Samen met welke gemeenten" not in there.text("plannen/")


def test_another_organisation_sees_none_of_it(there: Training) -> None:
    session = there.session()
    assert there.get(f"{session.id}/", "neighbour").status_code == 404
    assert "E-learning" not in there.text(visitor="neighbour")
    with scope(there.town.montfoort.id):
        assert not Session.objects.exists()


def test_who_only_reads_gets_no_buttons(there: Training) -> None:
    page = there.text(visitor="care")
    assert "Training plannen of vastleggen" not in page
    assert there.get("plannen/", "care").status_code == 403


def test_what_is_told_of_a_session_leads_to_no_signal(there: Training) -> None:
    """V22: whoever reads it may see no signal."""
    session = there.session(on=there.day(-3))
    numbers = {sessions.field_of("front_desk"): "4", "minutes": "60"}
    for answer in (
        there.send(f"{session.id}/vervallen/", why="Door K7QM2P", looked_at=session.number),
        there.send(f"{session.id}/gegeven/", words="Over K7QM2P", looked_at=session.number, **numbers),
    ):
        assert answer.status_code == 422
        assert "K7QM2P’ lijkt op het kenmerk" in answer.content.decode()
    assert there.one(session.id).state == "planned"


def test_what_a_session_or_course_is_called_leads_to_no_signal(there: Training) -> None:
    """V22: an evaluation takes such names along to the region."""
    told = {"title": "Nabespreking K7QM2P", "form": "meeting", "layer": "awareness", "course": ""}
    own = {"name": "Les over K7QM2P", "provider": "OOV", "layer": "awareness", "form": "meeting", "free": ""}
    for answer in (there.plan(**told), there.send("catalogus/toevoegen/", **own)):
        assert answer.status_code == 422
        assert "K7QM2P’ lijkt op het kenmerk" in answer.content.decode()
    assert there.sessions() == []


def test_hours_are_said_as_in_every_other_room() -> None:
    assert [saying.hours(spent) for spent in (58.25, 9.0, 0.5)] == [
        "58 uur en 15 minuten",
        "9 uur",
        "30 minuten",
    ]
