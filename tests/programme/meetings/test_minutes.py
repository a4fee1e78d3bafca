"""Minutes: decisions, actions by owner and day, nothing about a case, and an action that goes into the programme."""

from datetime import timedelta
from uuid import uuid4

import pytest

from baken.programme.common import planned
from baken.programme.meetings import owing
from baken.programme.meetings.models import MinuteLine
from baken.programme.plan.actions import start_edition
from baken.programme.plan.models import Action
from baken.tenancy.scope import scope
from tests.papers import text_of
from tests.programme.meetings.meeting import Meetings


@pytest.mark.parametrize("page", ["besluit", "actie", "agenda/onderwerp"])
@pytest.mark.parametrize("words", ["Bespreken: K7QM2P.", "zie 3fa85f64-5717-4562-b3fc-2c963f66afa6"])
def test_the_reference_of_a_signal_is_refused_with_why_and_nothing_typed_is_lost(
    there: Meetings, page: str, words: str
) -> None:
    """Cases are discussed at tables elsewhere; minutes are read by who may see no signal."""
    there.plan()
    sent = there.send(
        f"{there.only().id}/{page}/", words=words, owner="team Jeugd", due=there.day(9), place=1
    )
    assert sent.status_code == 422
    answer = sent.content.decode()
    assert "lijkt op het kenmerk van een signaal" in answer
    assert words in answer
    assert there.rows(MinuteLine) == []


def test_decisions_and_actions_stand_in_the_minutes_and_on_paper(there: Meetings) -> None:
    there.plan()
    found = there.only()
    assert there.send(f"{found.id}/besluit/", words="Wij doen de week samen.").status_code == 303
    assert there.action().status_code == 303
    page = there.text(f"{found.id}/")
    assert "Wij doen de week samen." in page
    assert "Brief naar de scholen" in page
    paper = text_of(there.get(f"{found.id}/verslag/pdf/").content)
    assert "Concept-verslag: Copen-overleg" in paper
    assert "team Jeugd" in paper
    assert there.send(f"{found.id}/verslag/", present="gemeente Woerden\npolitie").status_code == 303
    paper = text_of(there.get(f"{found.id}/verslag/pdf/").content)
    assert "Concept" not in paper
    assert "gemeente Woerden" in paper


def test_minutes_that_were_laid_down_change_no_more_but_actions_are_still_done(there: Meetings) -> None:
    there.plan()
    found = there.only()
    there.action()
    there.send(f"{found.id}/verslag/", present="gemeente Woerden")
    line = there.line()
    refused = there.send(
        f"regels/{line.id}/", words="Iets anders", owner="team Jeugd", due=there.day(9), looked_at=1
    )
    assert refused.status_code == 409
    assert "Dit verslag is vastgesteld" in refused.content.decode()
    assert there.send(f"terugnemen/regel/{line.id}/").status_code == 409
    assert there.send(f"terugnemen/overleg/{found.id}/").status_code == 409
    assert there.send(f"regels/{line.id}/klaar/", on=there.day(0), how="Brief is weg.").status_code == 303
    assert there.send(f"regels/{line.id}/klaar/", on=there.day(0)).status_code == 409
    assert "Brief is weg." in there.text("acties/")


def test_minutes_keep_their_order_when_an_action_is_reported_done(there: Meetings) -> None:
    """The numbers in minutes that were laid down stay: whoever was there knew them like that."""
    there.plan()
    found = there.only()
    for words in ("Bellen met scholen.", "Affiches ophangen.", "Cijfers opvragen."):
        there.action(words=words)
    there.send(f"{found.id}/verslag/", present="gemeente Woerden")

    def order() -> list[str]:
        with scope(there.town.woerden.id):
            return [one.words for one in owing.lines_of(found)]

    before = order()
    first = next(one for one in there.rows(MinuteLine) if one.words == before[0])
    assert there.send(f"regels/{first.id}/klaar/", on=there.day(0)).status_code == 303
    assert order() == before == ["Bellen met scholen.", "Affiches ophangen.", "Cijfers opvragen."]


def test_a_meeting_that_is_still_to_come_has_no_minutes(there: Meetings) -> None:
    there.plan(on=there.day(9))
    refused = there.send(f"{there.only().id}/besluit/", words="Nu al.")
    assert refused.status_code == 409
    assert "Dit overleg is nog niet geweest" in refused.content.decode()


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"owner": ""}, "Vul dit in"),
        ({"due": "2026-09-31"}, "Deze dag bestaat niet"),
        ({"due": "2021-01-01"}, "Deze dag ligt voor het overleg"),
        ({"due": "9999-01-01"}, "ligt te ver weg"),
        ({"words": ""}, "Schrijf hier een of twee zinnen"),
    ],
)
def test_an_action_has_an_owner_and_a_day_after_its_meeting(
    there: Meetings, fields: dict[str, str], says: str
) -> None:
    there.plan()
    sent = there.action(**fields)
    assert sent.status_code == 422
    assert says in sent.content.decode()
    assert there.rows(MinuteLine) == []


def test_an_action_whose_day_passed_is_late_on_the_page_and_in_the_programme(there: Meetings) -> None:
    there.plan(on=there.day(-30), been="on")
    there.action(due=there.day(-5))
    assert "Te laat" in there.text("acties/")
    assert "waarvan 1 te laat" in there.text()
    with scope(there.town.woerden.id):
        found = planned.between(there.today - timedelta(days=9), there.today, there.today)
    assert [one.state for one in found if one.kind == "meeting_action"] == ["late"]


def test_my_actions_are_those_of_my_post_or_role_and_one_can_look_at_one_owner(there: Meetings) -> None:
    there.plan()
    there.action(words="Beleid bijwerken", owner="Beleidsadviseur")
    there.action(words="Scholen bellen", owner="team Jeugd")
    page = there.text("acties/")
    mine, others = page.split("Acties van anderen", maxsplit=1)
    assert "Mijn acties" in page
    assert "Beleid bijwerken" in mine
    assert "Scholen bellen" in others
    only = there.text("acties/", eigenaar="team Jeugd")
    assert "Scholen bellen" in only
    assert "Beleid bijwerken" not in only


def _programme(there: Meetings) -> None:
    told = {
        "title": "Programma",
        "from_date": there.today - timedelta(days=10),
        "until_date": there.today + timedelta(days=300),
    }
    with scope(there.town.woerden.id):
        start_edition(told, actor=there.town.actor("adviser"), now=there.town.now, command_id=uuid4())


def test_an_action_goes_into_the_programme_in_one_click_and_only_once(there: Meetings) -> None:
    there.plan()
    there.action()
    line = there.line()
    none = there.send(f"regels/{line.id}/programma/")
    assert none.status_code == 409
    assert "Er is geen programma in gebruik" in none.content.decode()
    _programme(there)
    assert there.send(f"regels/{line.id}/programma/").status_code == 303
    [made] = [one for one in there.rows(Action) if one.title == "Brief naar de scholen"]
    assert (made.owner, made.ready_on) == ("team Jeugd", line.due)
    assert "Copen-overleg" in made.because
    assert "Staat in het programma" in there.text("acties/")
    assert there.send(f"regels/{line.id}/programma/").status_code == 409


def test_an_action_that_went_into_the_programme_is_owed_once(there: Meetings) -> None:
    """It is followed where it went: not late twice, and not twice on an agenda."""
    there.plan(on=there.day(-30), been="on")
    there.action(due=there.day(9))
    _programme(there)
    line = there.line()
    assert there.send(f"regels/{line.id}/programma/").status_code == 303
    with scope(there.town.woerden.id):
        found = planned.between(there.today, there.today + timedelta(days=20), there.today)
        assert owing.followed_here() == []
    assert [one.kind for one in found if "Brief naar de scholen" in one.words] == ["action"]
    assert "Brief naar de scholen" in there.text("acties/")


def test_whoever_may_not_read_the_programme_sees_no_minutes(there: Meetings) -> None:
    there.plan()
    for visitor in ("supervisor", "administrator", "privacy"):
        assert there.get(f"{there.only().id}/", visitor).status_code == 403
    assert there.get(f"{there.only().id}/", "neighbour").status_code == 404
