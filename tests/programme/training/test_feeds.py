"""What training tells the calendar and the evaluation: days, and figures that point to nobody (V22)."""

from datetime import date, timedelta

from baken.core.derive.training import years_after
from baken.core.vocabulary.text import Text
from baken.programme.common import frozen, planned, ways
from baken.programme.training import feeds
from baken.tenancy.scope import scope
from tests.programme.training.test_reach import in_west_friesland
from tests.programme.training.training import Training


def days(there: Training, first: int, last: int) -> list[planned.Planned]:
    with scope(there.town.woerden.id):
        return sorted(
            feeds.planned(there.today + timedelta(first), there.today + timedelta(last), there.today),
            key=lambda one: (one.last, one.words),
        )


def figures(there: Training) -> dict[str, object]:
    with scope(there.town.woerden.id):
        block = feeds.figures(there.today - timedelta(365), there.today)
    return {one.name.nl: one.value for one in block.figures} if block else {}


def test_sessions_are_planned_done_dropped_or_late(there: Training) -> None:
    there.session(on=there.day(200))
    there.given(3, front_desk=4)
    there.session(on=there.day(-1))
    dropped = there.session(on=there.day(5))
    there.send(f"{dropped.id}/vervallen/", why="te weinig mensen", looked_at=dropped.number)
    found = days(there, -10, 300)
    assert [one.state for one in found] == ["done", "late", "dropped", "open"]
    assert found[0].words == "Training: E-learning over uitbuiting"
    assert found[0].owner == "CCV"


def test_who_is_due_again_stands_on_the_day_itself(db: None) -> None:
    there = in_west_friesland()
    there.given(700, front_desk=9)
    due = years_after(there.today - timedelta(700), 2)
    assert {one.last for one in days(there, 0, 60) if one.words.startswith("Weer trainen")} == {due}
    assert not days(there, 0, (due - there.today).days - 1)


def test_looking_again_stands_in_the_calendar_by_the_last_time_one_looked(there: Training) -> None:
    told = {"what": "safe_home", "whose": "Veilig Thuis", "found": "no", "on": there.day(-10)}
    there.send("nagekeken/vastleggen/", **told, again_on=there.day(20))
    there.send("nagekeken/vastleggen/", **{**told, "on": there.day(-5)}, again_on=there.day(40))
    assert [one.last.isoformat() for one in days(there, 0, 100)] == [there.day(40)]


def test_figures_count_sessions_and_shield_small_numbers_of_people(there: Training) -> None:
    there.given(3, front_desk=4, inspectors=12)
    there.given(2, front_desk=4, inspectors=21)
    found = figures(there)
    assert found["Trainingen gegeven"] == 2
    assert found["Mensen bereikt: balie en klantcontact"] == Text("minder dan 10", "fewer than 10")
    assert found["Mensen bereikt: toezichthouders"] == Text("ongeveer 35", "about 35")


def test_without_anything_given_there_is_nothing_to_freeze(there: Training) -> None:
    there.session()
    assert figures(there) == {}


def test_the_programme_finds_training_and_asks_it(there: Training) -> None:
    there.given(3, front_desk=4)
    there.text()
    assert "/programma/trainingen/" in {one.href for one in ways.ways()}
    with scope(there.town.woerden.id):
        assert "training" in {one.id for one in frozen.blocks(date(2020, 1, 1), there.today)}
        assert "training" in {
            one.kind for one in planned.between(there.today - timedelta(9), there.today, there.today)
        }
