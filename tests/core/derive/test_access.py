"""Every role against every action, spelled out: changing who may do what is changing this page.

ROLE-03..17, V6, V7.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.core.derive.access import ALONE, ROLES, Relation, conflict, may
from baken.core.vocabulary.actions import ACTIONS

# What each action allows, by role. X: allowed; P: only with the post that received it; -: refused.
TABLE = """
                         signal.report signal.enter signal.list signal.read signal.handle envelope.open
reporter                       X            -            -           -            -             -
team_coordinator               X            X            -           -            -             -
focal_point                    X            X            X           X            X             P
deputy                         X            -            -           -            -             -
idle_deputy                    -            -            -           -            -             -
emergency                      -            -            X           X            X             -
lead_focal_point               X            X            X           X            X             P
care_coordinator               X            -            -           -            -             -
case_director                  X            -            -           -            -             -
process_director               X            -            -           -            -             -
chain_director                 X            -            -           -            -             -
table_member                   X            -            -           -            -             -
policy_adviser                 X            -            -           -            -             -
policy_confirmer               X            -            -           -            -             -
privacy_officer                X            -            -           -            -             -
data_protection_officer        X            -            -           -            -             -
administrator                  X            -            -           -            -             -
security_officer               X            -            -           -            -             -
archivist                      X            -            -           -            -             -
recovery_holder                X            -            -           -            -             -

                         referral.list referral.make notification.list notification.read notification.answer
reporter                       -             -               -                 -                  -
team_coordinator               -             -               -                 -                  -
focal_point                    X             X               X                 X                  X
deputy                         -             -               -                 -                  -
idle_deputy                    -             -               -                 -                  -
emergency                      X             X               -                 -                  -
lead_focal_point               X             X               X                 X                  X
care_coordinator               -             -               X                 X                  X
case_director                  -             -               -                 -                  -
process_director               -             -               X                 X                  X
chain_director                 -             -               -                 -                  -
table_member                   -             -               -                 -                  -
policy_adviser                 -             -               -                 -                  -
policy_confirmer               -             -               -                 -                  -
privacy_officer                -             -               -                 -                  -
data_protection_officer        -             -               -                 -                  -
administrator                  -             -               -                 -                  -
security_officer               -             -               -                 -                  -
archivist                      -             -               -                 -                  -
recovery_holder                -             -               -                 -                  -

                         figures.read policy.read policy.adopt policy.confirm people.manage post.delegate vault.use
reporter                      -            -           -             -              -             -           -
team_coordinator              -            X           -             -              -             -           -
focal_point                   X            X           -             -              -             X           X
deputy                        -            X           -             -              -             -           X
idle_deputy                   -            -           -             -              -             -           -
emergency                     -            -           -             -              -             -           -
lead_focal_point              X            X           -             -              -             X           X
care_coordinator              -            X           -             -              -             -           -
case_director                 -            X           -             -              -             -           -
process_director              -            X           -             -              -             -           -
chain_director                -            X           -             -              -             -           -
table_member                  -            X           -             -              -             -           -
policy_adviser                -            X           X             X              -             -           -
policy_confirmer              -            X           -             X              -             -           -
privacy_officer               -            X           -             -              -             -           -
data_protection_officer       -            X           -             -              -             -           -
administrator                 -            X           -             -              X             -           -
security_officer              -            X           -             -              -             -           -
archivist                     -            X           -             -              -             -           -
recovery_holder               -            X           -             -              -             -           X

                         contact.keep sheet.read
reporter                      -           -
team_coordinator              -           X
focal_point                   X           X
deputy                        -           X
idle_deputy                   -           -
emergency                     -           -
lead_focal_point              X           X
care_coordinator              -           X
case_director                 -           X
process_director              -           X
chain_director                -           X
table_member                  -           X
policy_adviser                X           X
policy_confirmer              -           -
privacy_officer               -           X
data_protection_officer       -           X
administrator                 -           X
security_officer              -           X
archivist                     -           X
recovery_holder               -           -

                         key.rotate key.recover emergency.use people.read log.read log.export log.review
reporter                     -           -            -            -         -         -         -
team_coordinator             -           -            X            -         -         -         -
focal_point                  X           X            -            -         -         -         -
deputy                       -           -            -            -         -         -         -
idle_deputy                  -           -            X            -         -         -         -
emergency                    -           -            -            -         -         -         -
lead_focal_point             X           X            -            -         -         -         -
care_coordinator             -           -            -            -         -         -         -
case_director                -           -            -            -         -         -         -
process_director             -           -            -            -         -         -         -
chain_director               -           -            -            -         -         -         -
table_member                 -           -            -            -         -         -         -
policy_adviser               -           -            -            -         -         -         -
policy_confirmer             -           -            -            -         -         -         -
privacy_officer              -           -            -            -         -         -         -
data_protection_officer      -           -            -            X         X         X         X
administrator                -           -            -            X         -         -         -
security_officer             -           -            -            X         X         -         -
archivist                    -           -            -            -         -         -         -
recovery_holder              -           X            -            -         -         -         -

                         retention.read retention.hold retention.approve rights.read rights.keep rights.search
reporter                       -              -                -              -           -            -
team_coordinator               -              -                -              -           -            -
focal_point                    X              X                -              X           -            X
deputy                         -              -                -              -           -            -
idle_deputy                    -              -                -              -           -            -
emergency                      -              -                -              -           -            -
lead_focal_point               X              X                -              X           -            X
care_coordinator               -              X                -              X           -            X
case_director                  -              -                -              -           -            -
process_director               -              -                -              -           -            -
chain_director                 -              -                -              -           -            -
table_member                   -              -                -              -           -            -
policy_adviser                 -              -                -              -           -            -
policy_confirmer               -              -                -              -           -            -
privacy_officer                X              -                -              X           X            -
data_protection_officer        X              -                -              X           -            -
administrator                  -              -                -              -           -            -
security_officer               -              -                -              -           -            -
archivist                      X              -                X              -           -            -
recovery_holder                -              -                -              -           -            -

                         incident.report incident.read incident.keep accountability.read accountability.keep
reporter                        -              -             -                -                   -
team_coordinator                X              -             -                -                   -
focal_point                     X              X             -                X                   -
deputy                          X              -             -                -                   -
idle_deputy                     -              -             -                -                   -
emergency                       -              -             -                -                   -
lead_focal_point                X              X             -                X                   -
care_coordinator                X              X             -                -                   -
case_director                   X              -             -                -                   -
process_director                X              -             -                -                   -
chain_director                  X              -             -                -                   -
table_member                    X              -             -                -                   -
policy_adviser                  X              -             -                X                   -
policy_confirmer                -              -             -                -                   -
privacy_officer                 X              X             X                X                   X
data_protection_officer         X              X             -                X                   -
administrator                   X              -             -                -                   -
security_officer                X              X             X                X                   -
archivist                       X              -             -                -                   -
recovery_holder                 -              -             -                -                   -

                        care.list care.begin care.read care.keep
reporter                    -          -         -         -
team_coordinator            -          -         -         -
focal_point                 -          -         -         -
deputy                      -          -         -         -
idle_deputy                 -          -         -         -
emergency                   -          -         -         -
lead_focal_point            -          -         -         -
care_coordinator            X          X         X         X
case_director               -          -         -         -
process_director            -          -         -         -
chain_director              -          -         -         -
table_member                -          -         -         -
policy_adviser              -          -         -         -
policy_confirmer            -          -         -         -
privacy_officer             -          -         -         -
data_protection_officer     -          -         -         -
administrator               -          -         -         -
security_officer            -          -         -         -
archivist                   -          -         -         -
recovery_holder             -          -         -         -

                        care.oversee care.direct care.exchange care.offer
reporter                      -           -            -            -
team_coordinator              -           -            -            -
focal_point                   -           -            -            -
deputy                        -           -            -            -
idle_deputy                   -           -            -            -
emergency                     -           -            -            -
lead_focal_point              -           -            -            -
care_coordinator              -           -            X            X
case_director                 -           -            -            -
process_director              X           X            -            -
chain_director                -           -            -            -
table_member                  -           -            -            -
policy_adviser                -           -            -            -
policy_confirmer              -           -            -            -
privacy_officer               -           -            -            -
data_protection_officer       -           -            -            -
administrator                 -           -            -            -
security_officer              -           -            -            -
archivist                     -           -            -            -
recovery_holder               -           -            -            -

                         programme.read programme.keep programme.find programme.release hours.book hours.forecast
reporter                       -              -              -                -             -            -
team_coordinator               -              -              -                -             X            -
focal_point                    X              X              X                -             X            -
deputy                         -              -              -                -             -            -
idle_deputy                    -              -              -                -             -            -
emergency                      -              -              -                -             -            -
lead_focal_point               X              X              X                -             X            -
care_coordinator               X              -              X                -             X            -
case_director                  -              -              -                -             -            -
process_director               X              -              X                -             X            -
chain_director                 X              -              X                -             X            -
table_member                   -              -              -                -             -            -
policy_adviser                 X              X              X                X             X            X
policy_confirmer               -              -              -                -             -            -
privacy_officer                -              -              -                -             -            -
data_protection_officer        -              -              -                -             -            -
administrator                  -              -              -                -             -            -
security_officer               -              -              -                -             -            -
archivist                      -              -              -                -             -            -
recovery_holder                -              -              -                -             -            -
"""


def _cells() -> dict[tuple[str, str], str]:
    cells = {}
    for part in TABLE.strip().split("\n\n"):
        head, *rows = part.splitlines()
        for row in rows:
            role, *marks = row.split()
            cells |= {(role, action): mark for action, mark in zip(head.split(), marks, strict=True)}
    return cells


CELLS = _cells()
CONTENT = {"signal.list", "signal.read", "signal.handle", "envelope.open", "referral.list", "referral.make"} | {
    "notification.list", "notification.read", "notification.answer", "figures.read", "vault.use",
}  # fmt: skip


def test_the_table_names_every_role_and_every_action() -> None:
    assert {role for role, _ in CELLS} == set(ROLES)
    assert {action for _, action in CELLS} == set(ACTIONS)
    assert len(CELLS) == len(ROLES) * len(ACTIONS)


@pytest.mark.parametrize(("role", "action"), sorted(CELLS))
def test_each_role_may_do_what_the_table_says(role: str, action: str) -> None:
    mark = CELLS[role, action]
    assert may({role}, action).allowed == (mark == "X")
    assert may({role}, action, Relation(holds_post=True)).allowed == (mark in "XP")


@pytest.mark.parametrize(("role", "action"), sorted(CELLS))
def test_no_role_reaches_into_another_organisation(role: str, action: str) -> None:
    """V8."""
    assert not may({role}, action, Relation(same_organisation=False, holds_post=True)).allowed


@given(st.sets(st.sampled_from(sorted(ROLES))), st.sampled_from(sorted(ACTIONS)))
def test_roles_together_may_do_what_one_of_them_may(roles: set[str], action: str) -> None:
    assert may(roles, action).allowed == any(may({role}, action).allowed for role in roles)


@given(st.sets(st.sampled_from(sorted(ROLES)), min_size=1), st.sampled_from(sorted(ACTIONS)), st.booleans())
def test_every_answer_has_a_reason_in_both_languages(roles: set[str], action: str, holds: bool) -> None:
    reason = may(roles, action, Relation(holds_post=holds)).reason
    assert reason.nl.strip()
    assert reason.en.strip()
    assert "{" not in reason.nl + reason.en


@given(st.sets(st.sampled_from(sorted(ROLES))))
def test_administrator_and_data_protection_officer_stand_alone(roles: set[str]) -> None:
    """V7: nobody reaches content, or the reporter's name, by stacking one of them on another role."""
    assert (conflict(roles) is not None) == (bool(roles & ALONE) and len(roles) > 1)


@given(st.sets(st.sampled_from(sorted(ROLES))), st.sampled_from(sorted(CONTENT)))
def test_no_permitted_combination_holds_both_management_and_content(roles: set[str], action: str) -> None:
    """V7."""
    if conflict(roles) is None and roles & ALONE:
        assert not may(roles, action, Relation(holds_post=True)).allowed


def test_a_deputy_without_a_delegation_handles_nothing() -> None:
    """ROLE-17: the rights come with the delegation."""
    assert not any(may({"deputy"}, action).allowed for action in CONTENT - {"vault.use"})


def test_nobody_manages_their_own_roles() -> None:
    assert may({"administrator"}, "people.manage").allowed
    assert not may({"administrator"}, "people.manage", Relation(themselves=True)).allowed


def test_nobody_at_all_may_do_nothing() -> None:
    assert not any(may((), action, Relation(holds_post=True)).allowed for action in ACTIONS)


@pytest.mark.parametrize(("roles", "action"), [({"boss"}, "signal.read"), ({"focal_point"}, "signal.burn")])
def test_an_unknown_role_or_action_is_a_mistake_and_not_a_no(roles: set[str], action: str) -> None:
    with pytest.raises(KeyError):
        may(roles, action)
