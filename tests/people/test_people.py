"""Adding people, giving them roles and letting them go: provable, never for oneself, and at once (V7, ROLE-17)."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from django.test import Client

from baken.account.single_sign_on.models import Link
from baken.clock import now as clock
from baken.core.decide.refusal import Refused
from baken.core.events import people as past
from baken.ledger import people, store
from baken.tenancy import actions, invitations, keys, overview, rotating
from baken.tenancy.landing import place_for
from baken.tenancy.models import Invitation, Membership, Person
from baken.tenancy.scope import scope
from baken.web import notices
from tests.tenants.town import PASSPHRASE, Town

NEW = {"name": "Jip Nieuw", "email": "jip@woerden.example", "roles": ["focal_point", "policy_adviser"]}


def manage(town: Town, client: Client, where: str, visitor: str = "administrator", **sent: Any) -> Any:
    """Send a form of this room as a visitor."""
    return town.visit(client, visitor).post(f"/mensen/{where}", sent)


def page_of(town: Town, visitor: str, page: str = "") -> str:
    """The address of a page about a member."""
    return f"{town.members[visitor].id}/{page}"


def events(town: Town) -> list[Any]:
    with scope(town.woerden.id):
        return [(one.event, one.actor) for one in store.load(people.stream_id()).events]


def roles_form(town: Town, visitor: str, *roles: str) -> dict[str, Any]:
    return {"roles": list(roles), "seen": " ".join(town.members[visitor].roles)}


def test_who_is_added_gets_a_code_that_is_shown_once_and_kept_nowhere(town: Town, client: Client) -> None:
    answer = manage(town, client, "toevoegen/", **NEW)
    code = answer.context["code"]
    assert len(code) > 20
    assert code in answer.content.decode()
    person = Person.objects.get(email=NEW["email"])
    assert not person.has_usable_password()
    assert code.encode() not in bytes(Invitation.objects.get(person_id=person.id).code_hash)
    assert invitations.whose(code, now=town.now) == person
    assert invitations.redeem(code, now=town.now) == person
    assert invitations.redeem(code, now=town.now) is None


def test_whoever_gave_a_role_is_an_event_without_a_name(town: Town, client: Client) -> None:
    manage(town, client, "toevoegen/", **NEW)
    event, actor = events(town)[-1]
    with scope(town.woerden.id):
        member = Membership.objects.get(person__email=NEW["email"])
    assert event == past.MemberAdded(str(member.id), ("focal_point", "policy_adviser"))
    assert actor == town.members["administrator"].id


def test_who_can_log_in_already_gets_no_code_to_log_in_with(town: Town, client: Client) -> None:
    """A code for somebody of another organisation would let this administrator in as them."""
    answer = manage(town, client, "toevoegen/", **{**NEW, "email": "Neighbour@montfoort.example"})
    assert answer.status_code == 200
    assert answer.context["name"] == "Persoon neighbour"  # as they are known, not as was typed
    assert not Invitation.objects.exists()
    assert invitations.redeem(answer.context["code"], now=town.now) is None


def test_who_works_here_already_is_not_added_again_and_nothing_typed_is_lost(
    town: Town, client: Client
) -> None:
    answer = manage(town, client, "toevoegen/", **{**NEW, "email": "coordinator@woerden.example"})
    assert answer.status_code == 409
    assert "Jip Nieuw" in answer.content.decode()


@pytest.mark.parametrize("alone", ["administrator", "data_protection_officer", "security_officer"])
def test_who_stands_alone_is_given_nothing_else(town: Town, client: Client, alone: str) -> None:
    """V7."""
    assert manage(town, client, "toevoegen/", **{**NEW, "roles": [alone, "deputy"]}).status_code == 422
    answer = manage(
        town,
        client,
        page_of(town, "coordinator", "rollen/"),
        **roles_form(town, "coordinator", alone, "deputy"),
    )
    assert answer.status_code == 422
    assert not Person.objects.filter(email=NEW["email"]).exists()


@pytest.mark.parametrize("page", ["rollen/", "vertrek/", "uitnodigen/", "opnieuw/", "functie/"])
def test_nobody_changes_their_own_rights(town: Town, client: Client, page: str) -> None:
    """Neither by the page, nor by what is sent to it past the page."""
    sent = roles_form(town, "administrator", "focal_point")
    answer = manage(town, client, page_of(town, "administrator", page), **sent)
    assert answer.status_code == 403
    with scope(town.woerden.id):
        assert Membership.objects.get(id=town.members["administrator"].id).roles == ["administrator"]


def test_other_roles_hold_from_the_next_request_and_say_what_was_before(town: Town, client: Client) -> None:
    assert town.visit(client, "coordinator").get("/werk/invoeren/").status_code == 200
    manage(
        town, client, page_of(town, "coordinator", "rollen/"), **roles_form(town, "coordinator", "archivist")
    )
    assert town.visit(client, "coordinator").get("/werk/invoeren/").status_code == 403
    event, actor = events(town)[-1]
    assert event == past.MemberRolesChanged(
        str(town.members["coordinator"].id), ("team_coordinator",), ("archivist",)
    )
    assert actor == town.members["administrator"].id
    with scope(town.woerden.id):
        rights = people.rights()
    who = str(town.members["coordinator"].id)
    assert rights.roles_at(who, town.now - timedelta(days=1)) == ("team_coordinator",)
    assert rights.roles_at(who, town.now + timedelta(days=1)) == ("archivist",)


def test_who_was_second_is_told_and_loses_nothing(town: Town, client: Client) -> None:
    stale = {"roles": ["archivist"], "seen": "policy_adviser"}
    where = page_of(town, "coordinator", "rollen/")
    answer = manage(town, client, where, **stale)
    assert answer.status_code == 409
    form = answer.context["form"]
    assert form["roles"].value() == ["archivist"]
    again = {"roles": ["archivist"], "seen": form["seen"].value()}
    assert manage(town, client, where, **again).status_code == 303


def test_before_somebody_leaves_it_shows_what_they_hold(town: Town, client: Client) -> None:
    where = "/mensen/" + page_of(town, "focal_point", "vertrek/")
    page = town.visit(client, "administrator").get(where).content.decode()
    assert "Functie: Aandachtsfunctionaris Woerden" in page
    where = "/mensen/" + page_of(town, "deputy", "vertrek/")
    page = client.get(where).content.decode()
    assert "Achtervang voor: Aandachtsfunctionaris Woerden" in page


def test_a_leaver_is_refused_at_the_next_request_with_an_open_vault_too(town: Town, client: Client) -> None:
    theirs = Client()
    town.visit(theirs, "focal_point").post("/kluis/", {"passphrase": PASSPHRASE})
    assert theirs.get("/werk/").status_code == 200
    assert manage(town, client, page_of(town, "focal_point", "vertrek/")).status_code == 303
    for where in ("/werk/", "/kluis/", "/beleid/"):
        assert theirs.get(where).status_code in (302, 303)
    left, actor = events(town)[-1]
    assert isinstance(left, past.MemberLeft)
    assert left.posts == (str(town.posts["woerden"].id),)
    assert actor == town.members["administrator"].id


def test_what_stood_in_for_something_ends_with_the_membership(town: Town, client: Client) -> None:
    manage(town, client, page_of(town, "deputy", "vertrek/"))
    kinds = [type(event) for event, _ in events(town)]
    assert kinds[-2:] == [past.DeputyEnded, past.MemberLeft]
    with scope(town.woerden.id):
        assert all(one.stands_in == () for one in overview.members(town.now, also_left=True))


def test_an_invitation_dies_with_the_membership(town: Town, client: Client) -> None:
    answer = manage(town, client, "toevoegen/", **NEW)
    code, member = answer.context["code"], answer.context["membership"]
    manage(town, client, f"{member}/vertrek/")
    assert invitations.redeem(code, now=town.now) is None


def test_a_new_code_makes_the_former_one_worthless(town: Town, client: Client) -> None:
    first = manage(town, client, "toevoegen/", **NEW)
    second = manage(town, client, f"{first.context['membership']}/uitnodigen/")
    assert invitations.whose(first.context["code"], now=town.now) is None
    assert invitations.whose(second.context["code"], now=town.now) is not None
    later = clock() + timedelta(days=invitations.DAYS)
    assert invitations.whose(second.context["code"], now=later) is None


def test_who_lost_everything_begins_anew_and_supervision_is_told(town: Town, client: Client) -> None:
    theirs = Client()
    assert town.visit(theirs, "lead").get("/werk/").status_code == 200
    answer = manage(town, client, page_of(town, "lead", "opnieuw/"))
    assert invitations.whose(answer.context["code"], now=town.now) == town.people["lead"]
    assert not Person.objects.get(id=town.people["lead"].id).has_usable_password()
    assert theirs.get("/werk/").status_code in (302, 303)
    event, actor = events(town)[-1]
    assert event == past.MemberInvited(str(town.members["lead"].id), "lost")
    assert actor == town.members["administrator"].id
    page = town.visit(client, "supervisor").get("/mensen/").content.decode()
    told = "van Persoon administrator om opnieuw te beginnen met inloggen"
    assert page.count(told) == 1
    manage(town, client, page_of(town, "lead", "opnieuw/"))
    page = town.visit(client, "supervisor").get("/mensen/").content.decode()
    assert page.count(told) == 1, "a code made twice on a day is told once"
    assert "Persoon administrator" in page


def test_who_works_elsewhere_too_is_not_let_in_anew_from_here(town: Town, client: Client) -> None:
    with scope(town.montfoort.id):
        actions.add_member(person=town.people["lead"], roles=["table_member"], now=town.now)
    assert manage(town, client, page_of(town, "lead", "opnieuw/")).status_code == 409
    assert Person.objects.get(id=town.people["lead"].id).has_usable_password()


def test_no_code_is_made_for_who_has_a_password(town: Town, client: Client) -> None:
    manage(town, client, page_of(town, "coordinator", "uitnodigen/"))
    assert not Invitation.objects.exists()


def test_a_post_that_nobody_holds_is_told_to_all_who_can_mend_it(town: Town, client: Client) -> None:
    manage(town, client, page_of(town, "focal_point", "vertrek/"))
    told = "Aandachtsfunctionaris Woerden heeft niemand meer"
    for visitor, where in (
        ("administrator", "/mensen/"),
        ("supervisor", "/mensen/"),
        ("lead", "/werk/"),
    ):
        assert told in town.visit(client, visitor).get(where).content.decode(), visitor
    with scope(town.woerden.id):
        (vacant,) = overview.vacant_posts(town.now)
        assert vacant.deputy_until == town.now + timedelta(days=7)
        (later,) = overview.vacant_posts(town.now + timedelta(days=8))
        assert later.deputy_until is None


def test_a_vacant_post_is_mended_by_giving_somebody_the_seat_and_opens_nothing(
    town: Town, client: Client
) -> None:
    """ROLE-03: who manages people decides who holds a post, and nobody gets a name by it."""
    box = keys.seal(town.posts["woerden"], b"wie meldde")
    manage(town, client, page_of(town, "focal_point", "vertrek/"))
    manage(
        town, client, page_of(town, "archivist", "rollen/"), **roles_form(town, "archivist", "focal_point")
    )
    post = str(town.posts["woerden"].id)
    assert manage(town, client, page_of(town, "archivist", "functie/"), post=post).status_code == 303
    with scope(town.woerden.id):
        assert overview.vacant_posts(town.now) == []
        actions.set_vault_passphrase(
            membership_id=town.members["archivist"].id, passphrase=PASSPHRASE, now=town.now
        )
    with pytest.raises(keys.CannotOpen):
        keys.open_(town.open_vault("archivist"), box)
    event = next(event for event, _ in reversed(events(town)) if isinstance(event, past.PostAppointed))
    assert event.membership == str(town.members["archivist"].id)


@pytest.mark.parametrize("visitor", ["coordinator", "focal_point"])
def test_a_seat_is_given_only_for_a_role_one_has_and_once(town: Town, client: Client, visitor: str) -> None:
    answer = manage(town, client, page_of(town, visitor, "functie/"), post=str(town.posts["woerden"].id))
    assert answer.status_code == 422


def test_a_role_taken_away_leaves_the_post_without_anybody_as_well(town: Town, client: Client) -> None:
    with scope(town.woerden.id):
        assert overview.vacant_posts(town.now) == []
    sent = roles_form(town, "focal_point", "table_member")
    manage(town, client, page_of(town, "focal_point", "rollen/"), **sent)
    with scope(town.woerden.id):
        assert [one.name for one in overview.vacant_posts(town.now)] == ["Aandachtsfunctionaris Woerden"]


def test_whose_key_a_leaver_could_open_is_owed_until_it_is_another(town: Town) -> None:
    by = town.members["administrator"].id
    with scope(town.woerden.id):
        assert rotating.owed_to_leavers(town.now) == []  # a deputy whose turn ended still works here
        actions.end_membership(membership_id=town.members["deputy"].id, now=town.now, by=by)
        assert debts(town) == {town.posts["woerden"].id: ["Persoon deputy"]}
        actions.forget_ended_shares(now=town.now)
        assert debts(town) == {town.posts["woerden"].id: ["Persoon deputy"]}
        actions.end_membership(membership_id=town.members["expired_deputy"].id, now=town.now, by=by)
        assert debts(town) == {town.posts["woerden"].id: ["Persoon deputy", "Persoon expired_deputy"]}


def debts(town: Town) -> dict[UUID, list[str]]:
    """The posts whose key must be renewed because of somebody who left."""
    return {post.id: names for post, names in rotating.owed_to_leavers(town.now)}


def test_two_administrators_who_help_each_other_are_seen_by_supervision(town: Town, client: Client) -> None:
    """The one cannot do it alone, and what the other does stands on the FG's page with both names."""
    friend = town.members["administrator"].id
    with scope(town.woerden.id):
        second = actions.add_person(email="twee@woerden.example", name="Tweede Beheerder")
        other = actions.add_member(person=second, roles=["administrator"], now=town.now)
        actions.change_roles(membership_id=friend, roles=["lead_focal_point"], by=other.id, now=town.now)
    page = town.visit(client, "supervisor").get("/mensen/").content.decode()
    assert "Persoon administrator kreeg op" in page
    assert "Gegeven door: Tweede Beheerder" in page


def test_a_role_for_an_hour_is_seen_by_supervision_too_once_it_is_gone(town: Town, client: Client) -> None:
    """Or an administrator could let an invented colleague in, read, and let them go before anybody looks (V7)."""
    manage(town, client, "toevoegen/", **NEW)
    with scope(town.woerden.id):
        member = Membership.objects.get(person__email=NEW["email"])
    manage(town, client, f"{member.id}/vertrek/")
    manage(town, client, page_of(town, "adviser", "rollen/"), **roles_form(town, "adviser", "focal_point"))
    with scope(town.woerden.id):
        actions.change_roles(
            membership_id=town.members["adviser"].id,
            roles=["policy_adviser"],
            by=town.members["administrator"].id,
            now=town.now,
        )
    page = town.visit(client, "supervisor").get("/mensen/").content.decode()
    assert "Jip Nieuw kreeg op" in page
    assert "Persoon adviser kreeg op" in page


@pytest.mark.parametrize(
    ("role", "told"), [("care_coordinator", "leest wat over mensen"), ("process_director", "leest")]
)
def test_who_may_read_client_files_from_now_on_is_told_to_supervision_too(
    town: Town, client: Client, role: str, told: str
) -> None:
    """Care is an organisation of its own, and there too an administrator could invent a colleague (V7)."""
    with scope(town.woerden.id):
        person = actions.add_person(email="vriend@woerden.example", name="Verzonnen Vriend")
        actions.add_member(person=person, roles=[role], now=town.now, by=town.members["administrator"].id)
    page = town.visit(client, "supervisor").get("/mensen/").content.decode()
    assert "Verzonnen Vriend kreeg op" in page
    assert told in page


def test_a_new_supervisor_is_told_to_the_others_and_that_there_is_none_to_who_can_mend_it(
    town: Town, client: Client
) -> None:
    """Who puts a friend in the FG's place, or takes the FG away, is seen by somebody else."""
    by = town.members["administrator"].id
    with scope(town.woerden.id):
        actions.change_roles(
            membership_id=town.members["adviser"].id, roles=["data_protection_officer"], by=by, now=town.now
        )
    for visitor in ("supervisor", "ciso"):
        page = town.visit(client, visitor).get("/mensen/").content.decode()
        assert "Persoon adviser kreeg op" in page
        assert "een rol die toezicht houdt: functionaris gegevensbescherming" in page
    nobody = "Hier is niemand functionaris gegevensbescherming."
    assert nobody not in page
    with scope(town.woerden.id):
        for visitor in ("supervisor", "adviser"):
            actions.end_membership(membership_id=town.members[visitor].id, by=by, now=town.now)
    for visitor in ("ciso", "administrator"):
        assert nobody in town.visit(client, visitor).get("/mensen/").content.decode()
    with scope(town.woerden.id):
        lines = [str(one.words) for one in notices.lines(town.actor("privacy"), town.now)]
    assert any(nobody in one for one in lines)


def test_nothing_here_finds_anybody_who_does_not_work_here(town: Town, client: Client) -> None:
    """GEN-03: the pages list the members of one's own organisation, and take no question."""
    page = town.visit(client, "administrator").get("/mensen/?q=kanarie").content.decode()
    assert "Persoon neighbour" not in page
    assert 'type="search"' not in page
    assert client.get("/mensen/" + page_of(town, "neighbour")).status_code == 404


def test_a_code_is_worth_nothing_once_somebody_comes_in_another_way(town: Town, client: Client) -> None:
    """Such as with the account of the organisation: whoever kept the code must not be able to take over."""
    code = manage(town, client, "toevoegen/", **NEW).context["code"]
    person = Person.objects.get(email=NEW["email"])
    Link.objects.create(issuer="https://inlog.example", subject=b"x" * 32, person=person, made_at=town.now)
    assert invitations.redeem(code, now=town.now) is None
    with scope(town.woerden.id):
        (found,) = [one for one in overview.members(town.now) if one.person_id == person.id]
        assert found.ways == {"sso"}
        with pytest.raises(Refused, match="can log in already"):
            invitations.invite(person, now=town.now)


def test_who_manages_people_and_who_supervises_begin_where_they_are_told_what_must_be_known(
    town: Town,
) -> None:
    places = {visitor: place_for(town.actor(visitor)) for visitor in ("administrator", "supervisor", "ciso")}
    assert places == {
        "administrator": "/mensen/",
        "supervisor": "/verantwoording/",
        "ciso": "/verantwoording/",
    }
