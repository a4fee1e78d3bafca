"""What is written down about a programme, and what is refused at which field (PROG-01, PROG-04)."""

from datetime import date
from uuid import uuid4

import pytest

from baken.core.decide.refusal import Refused
from baken.core.vocabulary.months import last_of_month
from baken.programme.plan import actions, queries
from baken.programme.plan.models import Action, Edition, Progress
from baken.tenancy.scope import scope
from tests.programme.plan.planning import Planning


def test_an_action_without_a_number_gets_the_next_below_its_goal(there: Planning) -> None:
    edition = there.edition()
    for label in ("3", "3.1", "3.9", "3.10", "12"):
        there.action(edition, label=label)
    assert there.action(edition, under="3").label == "3.11"
    assert there.action(edition, under="12").label == "12.1"
    assert there.action(edition).label == "13"
    with scope(there.town.woerden.id):
        labels = [one.label for one in queries.actions_of(edition)]
    assert labels == ["3", "3.1", "3.9", "3.10", "3.11", "12", "12.1", "13"]


@pytest.mark.parametrize(
    ("told", "field"),
    [
        ({"owner": " "}, "owner"),
        ({"label": "1"}, "label"),
        ({"ready": "date", "ready_on": None}, "ready_on"),
        ({"ready": "date", "ready_on": -1}, "ready_on"),
        ({"ready": "date", "ready_on": 366}, "ready_on"),
        ({"ready": "quarter", "ready_on": -200}, "ready_on"),
        ({"ready": "every", "ready_on": 3}, "every_years"),
        ({"ready": "times"}, "times"),
    ],
)
def test_what_is_wrong_is_refused_at_its_field_and_writes_nothing(
    there: Planning, told: dict[str, object], field: str
) -> None:
    """PROG-01: no action without an owner; no day that passed, and none after the programme."""
    edition = there.edition()
    there.action(edition, label="1")
    if isinstance(told.get("ready_on"), int):
        told = {**told, "ready_on": there.day(int(str(told["ready_on"])))}
    with pytest.raises(Refused) as refused:
        there.action(edition, **told)
    assert refused.value.field == field
    assert len(there.rows(Action)) == 1


def test_an_action_without_an_edition_goes_to_the_one_in_use_or_is_refused(there: Planning) -> None:
    with pytest.raises(Refused, match="No programme is in use"):
        there.action()
    there.edition(title="Vorige", from_date=there.day(-900), until_date=there.day(-366))
    other = there.edition(theme=None, new_theme="youth")
    with pytest.raises(Refused):
        there.action()
    now = there.edition()
    assert there.action().edition_id == now.id != other.id


def test_the_same_command_makes_one_action(there: Planning) -> None:
    edition, given = there.edition(), there.given()
    told = {"title": "Meldpunt", "owner": "college", "label": "3.2"}
    with scope(there.town.woerden.id):
        made = {actions.add_action(edition, told, **given).id for _ in range(2)}
    assert len(made) == len(there.rows(Action)) == 1


def test_a_month_and_a_quarter_are_ready_on_their_last_day(there: Planning) -> None:
    edition, day = there.edition(), there.day(40)
    assert there.action(edition, ready="month", ready_on=day).ready_on == last_of_month(day.year, day.month)
    quarter = there.action(edition, ready="quarter", ready_on=day).ready_on
    assert quarter is not None
    assert quarter.month % 3 == 0
    assert quarter == last_of_month(quarter.year, quarter.month)
    every = there.action(edition, ready="every", ready_on=date(2020, 12, 3), every_years=2, times=4)
    assert (every.ready_on, every.month, every.times) == (date(2020, 12, 31), 12, None)


def test_a_day_that_stays_may_have_passed_and_a_changed_one_may_not(there: Planning) -> None:
    late = {"label": "1", "title": "Beleid", "owner": "college", "ready": "date", "ready_on": there.day(-30)}
    edition = there.edition([late])
    (found,) = there.rows(Action)
    given = {"actor": there.town.actor("adviser"), "now": there.town.now}
    with scope(there.town.woerden.id):
        actions.change_action(found, {"owner": "team Zorg"}, 1, **given)
        with pytest.raises(Refused) as refused:
            actions.change_action(found, {"ready_on": there.day(-3)}, 2, **given)
    assert refused.value.field == "ready_on"
    assert there.one(Action, found.id).owner == "team Zorg"
    assert edition.id == found.edition_id


def test_two_editors_never_overwrite_each_other(there: Planning) -> None:
    found = there.action(there.edition())
    given = {"actor": there.town.actor("adviser"), "now": there.town.now}
    with scope(there.town.woerden.id):
        actions.change_action(found, {"owner": "team Zorg"}, 1, **given)
        with pytest.raises(Refused, match="Somebody else"):
            actions.change_action(found, {"owner": "college"}, 1, **given)
    assert there.one(Action, found.id).owner == "team Zorg"


def test_a_stopped_action_stays_and_takes_nothing_after_it(there: Planning) -> None:
    found = there.action(there.edition())
    given = {"actor": there.town.actor("adviser"), "now": there.town.now}
    with scope(there.town.woerden.id):
        with pytest.raises(Refused):
            actions.stop_action(found, there.day(1), "Te vroeg", 1, **given)
        actions.stop_action(found, there.day(-2), "Ging op in actie 4", 1, **given)
    found = there.one(Action, found.id)
    assert (found.withdrawn, found.stopped_why) == (False, "Ging op in actie 4")
    there.progress(found, on=there.day(-2))
    for wrong in ({"on": there.day(-1)}, {"on": there.day(1)}):
        with pytest.raises(Refused) as refused:
            there.progress(found, **wrong)
        assert refused.value.field == "on"
    with scope(there.town.woerden.id), pytest.raises(Refused):
        actions.change_action(found, {"owner": "college"}, 2, **given)
    assert len(there.rows(Progress)) == 1


def test_editions_of_one_theme_never_overlap_and_other_themes_stand_beside(there: Planning) -> None:
    """PROG-06."""
    there.edition()
    there.edition(theme=None, new_theme="youth")
    for told, field in (
        ({"from_date": there.day(365), "until_date": there.day(900)}, "from_date"),
        ({"from_date": there.day(900), "until_date": there.day(899)}, "until_date"),
    ):
        with pytest.raises(Refused) as refused:
            there.edition(**told)
        assert refused.value.field == field
    there.edition(from_date=there.day(366), until_date=there.day(900))
    assert len(there.rows(Edition)) == 3


def test_an_edition_is_not_shortened_past_its_own_actions(there: Planning) -> None:
    edition = there.edition()
    there.action(edition, label="2", ready="date", ready_on=there.day(300))
    given = {"actor": there.town.actor("adviser"), "now": there.town.now}
    with scope(there.town.woerden.id):
        with pytest.raises(Refused) as refused:
            actions.change_edition(edition, {"until_date": there.day(299)}, 1, **given)
        assert refused.value.field == "until_date"
        actions.change_edition(edition, {"until_date": there.day(300)}, 1, **given)


def test_a_programme_is_started_once_with_all_its_rows_or_not_at_all(there: Planning) -> None:
    rows = [
        {"label": "1", "title": "Doel", "owner": "college"},
        {"label": "1.1", "title": "Actie", "owner": ""},
    ]
    with pytest.raises(Refused):
        there.edition(rows)
    assert there.rows(Edition) == []
    command = uuid4()
    with scope(there.town.woerden.id):
        told = {"title": "Nieuw", "from_date": there.today, "until_date": there.day(10)}
        given = {**there.given(), "command_id": command}
        assert len({actions.start_edition(told, rows[:1], **given).id for _ in range(2)}) == 1
    assert len(there.rows(Action)) == 1


@pytest.mark.parametrize("field", ["title", "what"])
def test_an_action_leads_to_no_signal(there: Planning, field: str) -> None:
    """V22, REG-07: its title goes to the region, and whoever reads it may see no signal."""
    edition = there.edition()
    with pytest.raises(Refused) as refused:
        there.action(edition, **{field: "Nazorg bij K7QM2P"})
    assert refused.value.field == field
    found = there.action(edition)
    with scope(there.town.woerden.id), pytest.raises(Refused):
        actions.change_action(
            found, {field: "Nazorg bij K7QM2P"}, 1, actor=there.town.actor("adviser"), now=there.town.now
        )
    assert [one.title for one in there.rows(Action)] == ["Medewerkers trainen"]


@pytest.mark.parametrize("field", ["what", "evidence"])
def test_what_was_done_leads_to_no_signal(there: Planning, field: str) -> None:
    there.edition()
    found = there.action()
    with pytest.raises(Refused) as refused:
        there.progress(found, **{field: "Zie K7QM2P"})
    assert refused.value.field == field
    with scope(there.town.woerden.id), pytest.raises(Refused) as refused:
        actions.stop_action(
            found,
            there.today,
            "Opgelost met K7QM2P",
            1,
            actor=there.town.actor("adviser"),
            now=there.town.now,
        )
    assert refused.value.field == "why"
    assert not there.rows(Progress)


@pytest.mark.parametrize("field", ["title", "goal", "decision"])
def test_a_programme_leads_to_no_signal(there: Planning, field: str) -> None:
    with pytest.raises(Refused) as refused:
        there.edition(**{field: "Na K7QM2P"})
    assert refused.value.field == field
    assert not there.rows(Edition)
