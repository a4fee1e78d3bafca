"""What is tried: classes of facts that nothing tells apart, and histories that can really happen."""

from datetime import timedelta
from itertools import product
from random import Random

from hypothesis import given

from baken.core.decide import Command, Refused, decide
from baken.core.decide import commands as ask
from baken.core.derive.compiled import Match
from baken.core.derive.route import compile_route, derive
from baken.core.derive.signal import SignalState, after
from baken.core.policy import written
from baken.core.policy.conditions import Condition, compiled
from baken.core.prove.deeds import Deed, deed
from baken.core.prove.exploring import Space
from baken.core.prove.histories import histories
from baken.core.prove.slicing import sliced
from baken.core.prove.worlds import classes, is_possible, reads_by_fact, size, whole, worlds
from baken.core.vocabulary.facts import DEFAULTS, FACTS, Value
from tests.core.decide.asking import START, begun
from tests.core.prove.bundles import bundle
from tests.core.strategies import conditions


def every_value(fact: str) -> list[Value]:
    kind = FACTS[fact]
    if not kind.is_set:
        return list(kind.values)
    bits = product((False, True), repeat=len(kind.values))
    return [frozenset(v for v, on in zip(kind.values, chosen, strict=True) if on) for chosen in bits]


@given(conditions())
def test_the_worlds_show_every_answer_that_a_condition_can_give(raw: dict[str, object]) -> None:
    condition: Condition = written.condition(raw)
    facts = list(reads_by_fact([condition]))[:3]
    test = compiled(condition)
    everything = {
        test({**DEFAULTS, **dict(zip(facts, values, strict=True))})
        for values in product(*map(every_value, facts))
        if is_possible(dict(zip(facts, values, strict=True)))
    }
    assert everything <= {test(whole(world)) for world in worlds(condition)}


def test_worlds_come_smallest_first_and_only_once() -> None:
    found = worlds(written.condition({"exploitation": {"includes": "labour"}, "urgency": "acute"}))
    assert [size(world) for world in found] == sorted(size(world) for world in found)
    assert dict(found[0]) == {}
    assert len(found) == len({frozenset(world.items()) for world in found})


def test_values_that_nothing_tells_apart_are_one_class() -> None:
    reads = reads_by_fact(
        [written.condition({"assessment": {"not": ["not_trafficking", "other_phenomenon"]}})]
    )
    assert classes("assessment", reads["assessment"]) == [
        ("open",),
        ("not_trafficking", "other_phenomenon"),
        ("suspicion", "trafficking"),
    ]


def test_a_minor_who_is_alone_is_never_an_adult() -> None:
    both = written.condition({"unaccompanied_minor": "yes", "age": "adult"})
    assert not any(
        world.get("age") == "adult" and world.get("unaccompanied_minor") == "yes" for world in worlds(both)
    )
    assert not is_possible({"unaccompanied_minor": "yes", "age": "adult"})


def test_order_is_tried_only_where_a_rule_speaks_of_it() -> None:
    received, told, closed = deed("signal.received"), deed("reporter.informed"), deed("signal.closed")
    assert [len(one) for one in histories((received, told, closed), ())] == [0, 1, 2, 2, 3]
    both_ways = histories((received, told, closed), ("reporter.informed", "signal.closed"))
    assert [one for one in both_ways if len(one) == 3] == [(received, told, closed), (received, closed, told)]


_AS_COMMAND: dict[str, Command] = {
    "team_coordinator.consulted": ask.RecordCoordinatorConsulted(),
    "signal.received": ask.Receive(),
    "secrecy.noticed": ask.NoticeSecrecy(),
    "secrecy.weighed": ask.WeighSecrecy("consent", "ref"),
    "trusted_person.considered": ask.ConsiderTrustedPerson("possible", "ref"),
    "reporter.informed": ask.InformReporter("in_progress", "ref"),
    "signal.closed": ask.Close("no_action", "ref"),
    "signal.reopened": ask.Reopen("ref"),
}


def command_for(one: Deed) -> Command:
    happened = one.happened
    if one.event == "enrichment.weighed":
        return ask.Weigh(str(happened.outcome), "ref")
    if one.event == "source.consulted":
        # One source stands for all that no rule names; the product asks for one that the policy has.
        sources = bundle("montfoort").sources
        source = sources.get(str(happened.source)) or next(
            one for one in sources.values() if one.id != "municipal_records"
        )
        return ask.ConsultSource(source.id, str(happened.outcome), "none", source.grounds[0], reason="r")
    if one.event == "signal.assessed":
        return ask.Assess(str(happened.assessment), "ref")
    if one.event == "signal.referred":
        use = bundle("montfoort").uses[str(happened.partner)]
        where = (use.grounds[0], use.purposes[0], use.pieces[:1], "ref", "in_baken", "there")
        return ask.Refer(f"r-{happened.partner}", str(happened.partner), True, *where, minor_reason="ref")
    if one.event == "partner.answered":
        return ask.RecordAnswer(f"r-{happened.partner}", "taken_up")
    return _AS_COMMAND[one.event]


def can_be_decided(history: tuple[Deed, ...]) -> bool:
    """Return whether the product itself lets this happen, in this order."""
    policy, state = bundle("montfoort"), begun()
    for hour, one in enumerate(history):
        now = START + timedelta(hours=hour + 1)
        route = derive(compile_route(policy), state.facts, state.history, now)
        try:
            state = _after(state, decide(state, policy, route, command_for(one)), now)
        except Refused:
            return False
    return True


def _after(state: SignalState, happened: tuple[object, ...], now: object) -> SignalState:
    for one in happened:
        state = after(state, one, now)  # type: ignore[arg-type]
    return state


def test_every_history_that_is_tried_can_really_be_decided() -> None:
    """What the proof takes for reachable, the product allows: otherwise a counterexample would be made up."""
    policy = compile_route(bundle("montfoort"))
    steps = (
        "receive",
        "weigh",
        "check_own_records",
        "tell_reporter",
        "pass_on_answer",
        "talk_with_team_coordinator",
    )
    space = Space(sliced(policy, targets=("labour_authority",), steps=steps), also=(Match("signal.closed"),))
    judged = deed("signal.assessed", assessment="suspicion")
    tried = histories(space.deeds, space.ordered, (judged,)) + histories(space.deeds, space.ordered)
    assert len(tried) > 1000
    for history in Random(1).sample(tried, 300):
        assert can_be_decided(history), [one.slot for one in history]
