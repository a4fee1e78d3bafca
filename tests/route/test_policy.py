"""A signal keeps the policy of its day; moving it is a decision with a reason that shows what changes (ROUTE-02)."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.http import HttpResponse

from baken.core.policy.bundle import Bundle
from baken.core.policy.resolve import resolve
from baken.ledger import checking, lists, policies, rebuilding
from baken.project.policies import library
from baken.route.queries import moving
from baken.tenancy.scope import scope
from tests.ledger.test_projections import everything
from tests.route.case import Case

WHY = "Het nieuwe beleid past beter bij wat er nu bekend is."


def in_force(case: Case, policy_id: str = "montfoort", days: int = 0) -> Bundle:
    """Put another policy into use in Woerden, from today or some days later."""
    found = resolve(library(), policy_id, date.max)
    with scope(case.town.woerden.id):
        policies.adopt(
            found,
            from_date=case.town.today + timedelta(days=days),
            decision="besluit 5",
            now=case.town.now,
            actor=None,
            command=uuid4(),
        )
    return found


def send(case: Case, reason: str = WHY) -> HttpResponse:
    """Fill in the form as it is shown now, with the policy whose changes it shows."""
    shown = str(case.get("beleid/").context["form"]["bundle"].value())
    return case.send("beleid/", bundle=shown, reason=reason)


def test_a_signal_under_the_policy_of_today_offers_nothing(case: Case) -> None:
    case.receive()
    assert "nieuwer beleid" not in case.get().content.decode()
    page = case.get("beleid/").content.decode()
    assert "Dat is het beleid dat nu geldt." in page
    assert "<textarea" not in page


def test_a_policy_of_a_later_day_is_no_newer_policy_yet(case: Case) -> None:
    case.receive()
    in_force(case, days=1)
    assert "nieuwer beleid" not in case.get().content.decode()


def test_a_signal_keeps_its_policy_and_says_that_there_is_a_newer_one(case: Case) -> None:
    case.receive()
    before = case.file().route
    in_force(case)
    page = case.get().content.decode()
    assert "Er is intussen nieuwer beleid." in page
    assert case.url("beleid/") in page
    assert case.file().route.owed == before.owed


def test_the_page_shows_what_changes_for_this_signal_and_moves_it_with_a_reason(case: Case) -> None:
    """Woerden asks about a trusted person, Montfoort does not."""
    case.receive()
    other = in_force(case)
    page = case.get("beleid/").content.decode()
    assert "vertrouwenspersoon" in page
    assert "Vervalt:" in page
    answer = send(case)
    assert (answer.status_code, answer["Location"]) == (303, case.url())
    assert case.file().bundle.id == other.id
    shown = case.get()
    assert WHY in shown.content.decode()
    assert "volgt sinds" in shown.content.decode()
    assert "nieuwer beleid" not in shown.content.decode()


def test_what_it_owes_follows_the_new_policy_and_rebuilding_gives_the_same_rows(case: Case) -> None:
    case.receive()
    other = in_force(case)
    with scope(case.town.woerden.id):
        before = {(one.step, one.partner) for one in lists.owed_on([case.signal])[case.signal]}
    send(case)
    with scope(case.town.woerden.id):
        after = {(one.step, one.partner) for one in lists.owed_on([case.signal])[case.signal]}
    expected = {(one.step, one.partner or "") for one in case.file().route_under(other.id).owed}
    assert after == expected != before
    rows = everything(case.town.woerden.id)
    rebuilding.rebuild(case.town.woerden.id)
    assert everything(case.town.woerden.id) == rows
    assert checking.verify([case.town.woerden.id]).broken == ()


def test_a_signal_that_was_handed_over_shows_everything_after_moving_to_a_policy_without_that_partner(
    case: Case,
) -> None:
    """What was done is told in the words of the policy of that day."""
    case.receive().establish("exploitation", ["labour"])
    referral = case.hand_over("labour_authority")
    follows = case.file().bundle
    name = follows.partners["labour_authority"].name.nl
    bare = follows.model_copy(
        update={
            "partner_list": tuple(one for one in follows.partner_list if one.id != "labour_authority"),
            "referrals": tuple(one for one in follows.referrals if one.to != "labour_authority"),
            "use_list": tuple(one for one in follows.use_list if one.id != "labour_authority"),
            "purpose_list": (),
            "ground_list": (),
        }
    )
    other = Bundle.from_canonical(bare.canonical())
    with scope(case.town.woerden.id):
        policies.adopt(
            other,
            from_date=case.town.today,
            decision="besluit 6",
            now=case.town.now,
            actor=None,
            command=uuid4(),
        )
    assert send(case).status_code == 303
    assert name in case.get().content.decode()
    for page in ("", f"overdrachten/{referral}/", f"overdrachten/{referral}/document/"):
        assert case.get(page).status_code == 200, page
    assert name in case.client.get("/overdrachten/").content.decode()


@pytest.mark.parametrize("state", ["not received", "closed"])
def test_is_refused_before_receiving_and_after_closing(case: Case, state: str) -> None:
    if state == "closed":
        case.receive()
        case.send("afsluiten/", outcome="no_action", reason="niets aan de hand")
    in_force(case)
    assert "nieuwer beleid" not in case.get().content.decode()
    page = case.get("beleid/").content.decode()
    assert "Wat er voor dit signaal verandert" in page
    assert "<textarea" not in page
    answer = send(case)
    assert answer.status_code == 409
    assert WHY in answer.content.decode()
    assert "signal.policy_moved" not in case.happened()


def test_who_comes_second_is_told_and_loses_nothing(case: Case) -> None:
    """Somebody else moved the signal after the form was opened."""
    case.receive()
    in_force(case)
    form = case.get("beleid/").context["form"]
    hidden = {name: str(form[name].value()) for name in ("command", "looked_at", "bundle")}
    assert send(case, "een andere reden").status_code == 303
    answer = case.client.post(case.url("beleid/"), {**hidden, "reason": WHY})
    assert answer.status_code == 409
    assert WHY in answer.content.decode()
    assert case.happened().count("signal.policy_moved") == 1


def test_whoever_looked_before_another_policy_came_into_use_looks_again(case: Case) -> None:
    """The reason was given for what was shown; the form shows the new changes and keeps the words."""
    case.receive()
    in_force(case)
    hidden = case.hidden("beleid/")
    seen = str(case.get("beleid/").context["form"]["bundle"].value())
    in_force(case, "hoorn")
    answer = case.client.post(case.url("beleid/"), {**hidden, "bundle": seen, "reason": WHY})
    assert answer.status_code == 409
    assert WHY in answer.content.decode()
    assert "niet het beleid dat nu geldt" in answer.content.decode()
    assert "signal.policy_moved" not in case.happened()


def test_the_same_route_twice_has_no_changes_and_every_change_has_its_sides(case: Case) -> None:
    case.receive()
    other = in_force(case, "hoorn")
    file = case.file()
    with scope(case.town.woerden.id):
        assert moving.groups(file.route, file.route_under(file.bundle.id)) == []
        there, back = (
            moving.groups(file.route, file.route_under(other.id)),
            moving.groups(file.route_under(other.id), file.route),
        )
    turned = {"comes": "goes", "goes": "comes", "becomes": "becomes"}
    one_way = {
        (group.heading, turned[one.kind], one.after, one.before) for group in there for one in group.changes
    }
    assert one_way == {
        (group.heading, one.kind, one.before, one.after) for group in back for one in group.changes
    }
    for group in there:
        for one in group.changes:
            assert (one.before is None, one.after is None) == (one.kind == "comes", one.kind == "goes")
