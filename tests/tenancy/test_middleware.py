"""One transaction and one organisation per request."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from baken.clock import now
from baken.tenancy import actions, sessions
from baken.tenancy.models import Membership
from baken.tenancy.scope import NoScope, current, scope
from tests.tenants.town import Town

pytestmark = pytest.mark.urls("tests.tenancy.urls")


def probe(client: Client) -> dict[str, Any]:
    found: dict[str, Any] = client.get("/probe/").json()
    assert found.pop("backend")
    return found


def shift(client: Client, **back: timedelta) -> None:
    """Put a clock of the session back."""
    session = client.session
    for name, by in back.items():
        session[name] = int((now() - by).timestamp())
    session.save()


def test_nobody_logged_in_is_no_actor_in_no_organisation(client: Client, town: Town) -> None:
    assert probe(client) == {"membership": "", "roles": [], "scope": "", "sees": [], "opens": 0}


def test_a_member_acts_and_sees_in_their_own_organisation(client: Client, town: Town) -> None:
    found = probe(town.visit(client, "neighbour"))
    assert found["membership"] == str(town.members["neighbour"].id)
    assert found["scope"] == str(town.montfoort.id)
    assert found["sees"] == [str(town.montfoort.id)]


def test_after_the_request_no_scope_is_left(client: Client, town: Town) -> None:
    probe(town.visit(client, "focal_point"))
    with pytest.raises(NoScope):
        current()


def test_somebody_without_an_organisation_is_logged_in_and_sees_nothing(client: Client, town: Town) -> None:
    assert probe(town.visit(client, "unattached"))["sees"] == []


def test_a_leaver_is_out_at_the_next_request(client: Client, town: Town) -> None:
    town.visit(client, "focal_point")
    with scope(town.woerden.id):
        actions.end_membership(membership_id=town.members["focal_point"].id, now=town.now)
    assert probe(client)["membership"] == ""


def test_a_changed_role_counts_at_the_next_request(client: Client, town: Town) -> None:
    town.visit(client, "focal_point")
    with scope(town.woerden.id):
        actions.change_roles(
            membership_id=town.members["focal_point"].id,
            roles=["table_member"],
            by=town.members["administrator"].id,
            now=town.now,
        )
    assert probe(client)["roles"] == ["table_member"]


def test_a_session_cannot_borrow_another_persons_membership(client: Client, town: Town) -> None:
    """V8: even a session that was tampered with leads to one's own memberships only."""
    town.visit(client, "neighbour")
    session = client.session
    session[sessions.ORGANISATION] = str(town.woerden.id)
    session[sessions.MEMBERSHIP] = str(town.members["focal_point"].id)
    session.save()
    assert probe(client) == {"membership": "", "roles": [], "scope": "", "sees": [], "opens": 0}


@pytest.mark.parametrize("rubbish", ["", "woerden", 7, None])
def test_rubbish_in_a_session_is_no_organisation(client: Client, town: Town, rubbish: object) -> None:
    town.visit(client, "neighbour")
    session = client.session
    session[sessions.ORGANISATION] = rubbish
    session.save()
    assert probe(client)["membership"] == ""


@pytest.mark.parametrize(
    ("clock", "minutes", "stays"),
    [("seen", 29, True), ("seen", 31, False), ("begun", 11 * 60, True), ("begun", 12 * 60 + 1, False)],
)
def test_a_session_ends_when_idle_or_old(
    client: Client, town: Town, clock: str, minutes: int, stays: bool
) -> None:
    shift(town.visit(client, "focal_point"), **{clock: timedelta(minutes=minutes)})
    assert bool(probe(client)["membership"]) is stays
    assert bool(client.session.get("_auth_user_id")) is stays


def test_a_session_without_clocks_is_no_session(client: Client, town: Town) -> None:
    client.force_login(town.people["focal_point"])
    assert probe(client)["membership"] == ""


@pytest.mark.parametrize(
    ("how", "status", "kept"),
    [
        ("fine", 200, True),
        ("refused", 422, True),
        ("broken", 500, False),
        ("missing", 404, False),
        ("forbidden", 403, False),
        ("login", 302, False),
    ],
)
def test_what_a_view_wrote_is_kept_only_if_it_ended_well(
    client: Client, town: Town, how: str, status: int, kept: bool
) -> None:
    assert town.visit(client, "focal_point").get(f"/schrijf/{how}/").status_code == status
    with scope(town.woerden.id):
        assert Membership.objects.get(id=town.members["adviser"].id).active is not kept


def test_what_a_crashing_view_wrote_is_undone(client: Client, town: Town) -> None:
    client.raise_request_exception = False
    assert town.visit(client, "focal_point").get("/schrijf/crash/").status_code == 500
    with scope(town.woerden.id):
        assert Membership.objects.get(id=town.members["adviser"].id).active


def test_an_anonymous_page_costs_the_database_nothing(
    client: Client, town: Town, django_assert_num_queries: Any
) -> None:
    """A public page opens a transaction and asks nothing; the test's own savepoint is all there is."""
    with django_assert_num_queries(2) as captured:
        client.get("/privacy/")
    assert all("SAVEPOINT" in query["sql"] for query in captured)
