"""A policy that grew too large to be proved is told so at once, and its promise counts as not kept (ADR 18)."""

from baken.core.derive.route import compile_route
from baken.core.policy import written
from baken.core.prove import limits
from baken.core.prove.exploring import Space
from baken.core.prove.proving import prove, prove_one
from baken.core.prove.slicing import sliced
from tests.core.prove.bundles import bundle, with_element

MANY = {
    "any": [
        {"reporter": "staff"},
        {"age": "minor"},
        {"residence": "asylum"},
        {"unaccompanied_minor": "yes"},
        {"hardness": "hard"},
        {"related": {"includes": "smuggling"}},
    ]
}


def test_what_is_too_much_to_try_is_not_kept_and_says_what_to_do() -> None:
    policy = with_element(bundle("woerden"), "referrals", "care_coordinator", when=written.condition(MANY))
    found = next(one for one in prove(policy).broken if one.id == "claim_alone_obliges_nobody")
    assert found.counterexample is not None
    assert "kan niet meer worden nagerekend" in found.counterexample.sentence.nl
    assert found.outcome.explored == 0


def test_many_partners_who_need_not_answer_keep_nobody_waiting() -> None:
    policy = bundle("woerden")
    for rule in policy.referrals:
        policy = with_element(policy, "referrals", rule.id, ask_feedback=False)
    asked = next(one for one in policy.property_list if one.id == "feedback_is_asked")
    found = prove_one(policy, asked).counterexample
    assert found is not None
    assert "nagerekend" in found.sentence.nl


def test_no_policy_of_today_comes_near_the_limit() -> None:
    for name in ("woerden", "montfoort", "hoorn"):
        found = prove(bundle(name))
        assert found.holds
        assert max(one.outcome.explored for one in found.promises) * 10 < limits.MOST


def test_the_number_is_an_upper_bound_of_what_is_tried() -> None:
    policy = compile_route(bundle("woerden"))
    space = Space(sliced(policy, targets=("avim",), steps=("hand_over", "receive"), with_holds=True))
    most = limits.combinations_of(space.all_conditions) * limits.orders_of(space.deeds, space.ordered)
    assert 0 < len(list(space.states())) <= most * (len(policy.destinations) + 1)
