"""The yearly review of rights: everybody is looked at, somebody signs, and the FG reads who has what."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from baken.core.events.people import RightsReviewed
from baken.ledger import people, store
from baken.people import telling
from baken.tenancy import actions
from baken.tenancy.scope import scope
from tests.papers import text_of
from tests.tenants.town import Town

WHERE = "/mensen/controle/"


def form(town: Town, client: Client) -> Any:
    return town.visit(client, "administrator").get(WHERE).context["form"]


def sent(found: Any, *left_out: str) -> dict[str, Any]:
    everybody = [value for value, name in found.fields["right"].choices if name not in left_out]
    return {"seen": found["seen"].value(), "right": everybody}


def reviews(town: Town) -> list[RightsReviewed]:
    with scope(town.woerden.id):
        events = [one.event for one in store.load(people.stream_id()).events]
    return [one for one in events if isinstance(one, RightsReviewed)]


def test_who_signs_says_of_everybody_but_themselves_which_roles_are_right(town: Town, client: Client) -> None:
    answer = client.post(WHERE, sent(form(town, client)))
    assert answer.status_code == 303
    (event,) = reviews(town)
    own = str(town.members["administrator"].id)
    assert event.not_own == own
    assert event.confirmed[str(town.members["lead"].id)] == ("lead_focal_point", "policy_adviser")
    here = [one for one in town.members.values() if one.organisation_id == town.woerden.id]
    assert set(event.confirmed) == {str(one.id) for one in here} - {own}


def test_nobody_is_passed_over(town: Town, client: Client) -> None:
    answer = client.post(WHERE, sent(form(town, client), "Persoon lead"))
    assert answer.status_code == 422
    assert "Nog niet bevestigd: 1." in answer.content.decode()
    assert reviews(town) == []


def test_one_does_not_sign_for_oneself(town: Town, client: Client) -> None:
    own = str(town.members["administrator"].id)
    found = form(town, client)
    assert own not in [value for value, _ in found.fields["right"].choices]
    given = sent(found)
    assert client.post(WHERE, {**given, "right": [*given["right"], own]}).status_code == 422


def test_what_changed_while_one_looked_is_looked_at_again(town: Town, client: Client) -> None:
    given = sent(form(town, client))
    by = town.members["administrator"].id
    with scope(town.woerden.id):
        actions.change_roles(
            membership_id=town.members["adviser"].id, roles=["archivist"], by=by, now=town.now
        )
    answer = client.post(WHERE, given)
    assert answer.status_code == 409
    assert reviews(town) == []
    again = answer.context["form"]
    assert again["right"].value() == given["right"], "what was ticked stays ticked"
    assert client.post(WHERE, {**given, "seen": again["seen"].value()}).status_code == 303


def test_it_is_overdue_after_a_year_and_told_to_manager_and_supervision(town: Town, client: Client) -> None:
    def told(at: Any) -> list[str]:
        with scope(town.woerden.id):
            return [str(line.words) for line in telling.review(town.actor("administrator"), at)]

    began = town.now - timedelta(days=90)
    assert told(began + timedelta(days=364)) == []
    assert len(told(began + timedelta(days=366))) == 1
    client.post(WHERE, sent(form(town, client)))
    assert told(began + timedelta(days=366)) == []
    assert len(told(town.now + timedelta(days=367))) == 1


@pytest.mark.parametrize("visitor", ["supervisor", "administrator", "ciso"])
def test_the_report_says_who_has_what_since_when_and_by_whom(
    town: Town, client: Client, visitor: str
) -> None:
    by = town.members["administrator"].id
    with scope(town.woerden.id):
        actions.change_roles(
            membership_id=town.members["adviser"].id, roles=["archivist"], by=by, now=town.now
        )
    town.visit(client, visitor)
    page = client.get("/mensen/rechten/").content.decode()
    words = " ".join(text_of(client.get("/mensen/rechten.pdf").content).split())
    for said in ("Persoon adviser", "archivaris", "Persoon administrator"):
        assert said in page
        assert said in words
    assert "Persoon neighbour" not in page + words


def test_one_looks_back_at_any_day(town: Town, client: Client) -> None:
    """Also at who left since, and never at a day before they came."""
    by = town.members["administrator"].id
    with scope(town.woerden.id):
        actions.end_membership(membership_id=town.members["adviser"].id, now=town.now, by=by)
    town.visit(client, "supervisor")

    def on(days_ago: int) -> str:
        day = (town.today - timedelta(days=days_ago)).isoformat()
        return str(client.get(f"/mensen/rechten/?op={day}").context["then"].rows)

    assert "Persoon adviser" in on(10)
    assert "Persoon adviser" not in on(-1)
    assert on(200) == "[]"
    assert client.get("/mensen/rechten/?op=gisteren").status_code == 422
