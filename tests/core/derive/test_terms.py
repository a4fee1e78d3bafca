"""Terms make a step or a hand-over overdue, and only after their last moment."""

from datetime import datetime, timedelta

from baken.core.derive.route import Route, compile_route, derive
from baken.core.policy.resolve import resolve
from baken.core.vocabulary.facts import Facts
from baken.core.vocabulary.moments import AMSTERDAM
from tests.core.derive.route_of import happened
from tests.core.strategies import START
from tests.policies.shelf import DAY, GOOD, with_files

# START is Monday 2 March 2026, 10:00 in the Netherlands.
END_OF_WEDNESDAY = datetime(2026, 3, 4, 23, 59, 59, tzinfo=AMSTERDAM)


def derived(now: datetime, *told: str) -> Route:
    text = (GOOD / "dorp/2024-01-01/route.yaml").read_text()
    text = text.replace("    text: step.trusted\n", "    text: step.trusted\n    within: {working_days: 2}\n")
    text = text.replace(
        "    when: {urgency: acute}\n    strength",
        "    when: {urgency: acute}\n    within: {hours: 1}\n    strength",
    )
    bundle = resolve(with_files({"route.yaml": text}), "dorp", DAY)
    return derive(compile_route(bundle), Facts(established={"urgency": "acute"}), happened(*told), now)


def test_a_step_is_due_until_the_end_of_its_last_day_and_overdue_after() -> None:
    on_time = derived(END_OF_WEDNESDAY, "signal.received").step("trusted")
    late = derived(END_OF_WEDNESDAY + timedelta(seconds=1), "signal.received").step("trusted")
    assert on_time is not None
    assert late is not None
    assert (on_time.status, on_time.due_at) == ("due", END_OF_WEDNESDAY)
    assert (late.status, late.due_at) == ("overdue", END_OF_WEDNESDAY)


def test_what_is_owed_says_by_when() -> None:
    owed = {one.step: one for one in derived(START, "signal.received").owed}
    assert owed["trusted"].since == START
    assert owed["trusted"].due_at == END_OF_WEDNESDAY
    assert owed["hand_over"].due_at == START + timedelta(hours=1)
    assert owed["answer"].due_at is None


def test_a_hand_over_past_its_hour_is_overdue() -> None:
    for later, status in ((60, "due"), (61, "overdue")):
        step = derived(START + timedelta(minutes=later), "signal.received").step("hand_over")
        assert step is not None
        assert step.status == status


def test_done_is_never_overdue() -> None:
    late = START + timedelta(days=400)
    step = derived(late, "signal.received", "trusted_person.considered", "signal.referred partner=avim").step(
        "trusted"
    )
    assert step is not None
    assert (step.status, step.due_at) == ("done", None)
