"""What was decided after an evaluation: nothing, an action of the programme, or a change of the policy (BASE-05)."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from baken.programme.common import policy
from baken.programme.common.nameless import about_no_case
from baken.programme.evaluation import elements, frozen_data, refusals
from baken.programme.evaluation.actions import hold
from baken.programme.evaluation.models import Conclusion, Evaluation
from baken.programme.plan import actions as plan
from baken.programme.plan.models import Action
from baken.tenancy import kept
from baken.tenancy.actors import Actor


@transaction.atomic
def add(
    of: Evaluation, told: Mapping[str, Any], *, actor: Actor, now: datetime, command_id: UUID
) -> Conclusion:
    """Write down what was decided. Raises `Refused`."""
    row = {**_decided(hold(of), told, now), "evaluation_id": of.id}
    return kept.add(Conclusion, row, actor=actor, now=now, command_id=command_id)


@transaction.atomic
def change(
    found: Conclusion, told: Mapping[str, Any], looked_at: int, *, actor: Actor, now: datetime
) -> None:
    """Change what was decided; of what an action came, that stays so. Raises `Refused`."""
    there = hold(kept.one(Evaluation, found.evaluation_id))
    asked = {**told, "outcome": "action"} if found.action_id else told
    kept.change(found, _decided(there, asked, now, before=found), looked_at, actor=actor, now=now)


@transaction.atomic
def make_action(
    found: Conclusion, told: Mapping[str, Any], *, actor: Actor, now: datetime, command_id: UUID
) -> Action:
    """Put an action in the programme for what was decided, once. Raises `Refused`, at the field that is wrong."""
    home = hold(kept.one(Evaluation, found.evaluation_id))
    there = kept.hold(Conclusion, found.id)
    if there.action_id:
        return kept.one(Action, there.action_id)
    about_no_case(title=told["title"])
    on = told.get("ready_on")
    action = {
        "title": told["title"],
        "what": there.words,
        "owner": told["owner"],
        "ready": "date" if on else "ongoing",
        "ready_on": on,
        "because": f"{home.title}"[:200],
    }
    made = plan.add_action(None, action, actor=actor, now=now, command_id=command_id)
    kept.change(there, {"outcome": "action", "action_id": made.id}, there.number, actor=actor, now=now)
    return made


def _decided(
    there: Evaluation, told: Mapping[str, Any], now: datetime, before: Conclusion | None = None
) -> dict[str, Any]:
    if told["topic"] not in there.topics:
        raise refusals.other_topic()
    about_no_case(words=told["words"])
    element, called = "", {}
    if told["outcome"] == "policy":
        element = told.get("element") or ""
        found = elements.find(policy.in_force(now), element)
        if found is not None:
            called = {"of": frozen_data.both(found.of), "name": frozen_data.both(found.name)}
        elif before is not None and element and element == before.element:
            called = before.called
        else:
            raise refusals.what_of_the_policy()
    return {
        "topic": told["topic"],
        "words": told["words"],
        "outcome": told["outcome"],
        "element": element,
        "called": called,
        "regional": bool(told.get("regional")),
    }
