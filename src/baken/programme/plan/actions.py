"""What is written down about a programme: actions, what was done about them, and that one stopped.

Whatever is wrong in what was asked is refused before anything is written, at the field that it is about.
"""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from baken.core.vocabulary.moments import civil_date
from baken.programme.common.nameless import about_no_case
from baken.programme.plan import queries, readying, refusals
from baken.programme.plan.editions import change_edition, next_edition, start_edition, withdraw_edition
from baken.programme.plan.models import Action, Edition, Progress
from baken.tenancy import kept
from baken.tenancy.actors import Actor

__all__ = [
    "add_action",
    "add_progress",
    "change_action",
    "change_edition",
    "next_edition",
    "start_edition",
    "stop_action",
    "withdraw_edition",
    "withdraw_progress",
]
TOLD = ("title", "what", "owner", "partners", "barrier", "budget", "from_policy", "because")


@transaction.atomic
def add_action(
    edition: Edition | UUID | None,
    told: Mapping[str, Any],
    *,
    actor: Actor,
    now: datetime,
    command_id: UUID,
    as_it_is: bool = False,
) -> Action:
    """Put an action in an edition; None: in the one in use. Raises `Refused`, with the field that is wrong.

    `told` has the fields of `Action`; without `label` it gets the next free number, below the goal that `under` names
    where there is one. `as_it_is`: it was written elsewhere before, so that days that have passed are no mistake.
    """
    home = _home(edition, civil_date(now))
    _hold(home)
    if earlier := kept.made(Action, command_id):
        return earlier
    taken = {one.label for one in queries.actions_of(home)}
    label = str(told.get("label") or "").strip() or queries.next_label(taken, str(told.get("under") or ""))
    if label in taken:
        raise refusals.label_taken(label)
    row = {**_fields(told), **readying.written(told), "edition_id": home.id, "label": label}
    if not as_it_is:
        readying.check_day(row, home, civil_date(now))
    return kept.add(Action, row, actor=actor, now=now, command_id=command_id)


@transaction.atomic
def change_action(
    found: Action,
    told: Mapping[str, Any],
    looked_at: int,
    *,
    actor: Actor,
    now: datetime,
    as_it_is: bool = False,
) -> None:
    """Change an action; a day that stays as it was is no mistake, also when it has passed. `as_it_is`: as in adding."""
    home = kept.one(Edition, found.edition_id)
    _hold(home)
    if found.stopped_on:
        raise refusals.stopped()
    label = str(told.get("label") or "").strip() or found.label
    if label in {one.label for one in queries.actions_of(home) if one.id != found.id}:
        raise refusals.label_taken(label)
    row = {**_fields({**{name: getattr(found, name) for name in TOLD}, **told}), "label": label}
    row |= readying.written({**{name: getattr(found, name) for name in readying.NAMES}, **told})
    if not as_it_is and (row["ready"], row["ready_on"]) != (found.ready, found.ready_on):
        readying.check_day(row, home, civil_date(now))
    kept.change(found, {**row, "revise": False}, looked_at, actor=actor, now=now)


@transaction.atomic
def stop_action(found: Action, on: date, why: str, looked_at: int, *, actor: Actor, now: datetime) -> None:
    """Stop working on an action, with the reason; it stays in its programme. Raises `Refused`."""
    if found.stopped_on:
        raise refusals.stopped()
    if on > civil_date(now):
        raise refusals.not_yet()
    about_no_case(why=why)
    kept.change(found, {"stopped_on": on, "stopped_why": why}, looked_at, actor=actor, now=now)


@transaction.atomic
def add_progress(
    action: Action, told: Mapping[str, Any], *, actor: Actor, now: datetime, command_id: UUID
) -> Progress:
    """Write down what was done on a day: `on`, `what`, `done` and `evidence`. Raises `Refused`."""
    if told["on"] > civil_date(now):
        raise refusals.not_yet()
    if action.stopped_on and told["on"] > action.stopped_on:
        raise refusals.after_stop()
    about_no_case(what=told["what"], evidence=told.get("evidence") or "")
    row = {
        "action_id": action.id,
        "on": told["on"],
        "what": told["what"],
        "done": bool(told.get("done")),
        "evidence": told.get("evidence") or "",
    }
    return kept.add(Progress, row, actor=actor, now=now, command_id=command_id)


def withdraw_progress(found: Progress, *, actor: Actor, now: datetime) -> None:
    """Take back what was written down by mistake; that it stood there is kept."""
    kept.withdraw(found, actor=actor, now=now)


def _fields(told: Mapping[str, Any]) -> dict[str, Any]:
    found = {name: told.get(name) or "" for name in TOLD}
    found["partners"], found["budget"] = list(told.get("partners") or []), told.get("budget")
    if not found["owner"].strip():
        raise refusals.no_owner()
    about_no_case(title=found["title"], what=found["what"])
    return found


def _home(edition: Edition | UUID | None, today: date) -> Edition:
    if isinstance(edition, Edition):
        return edition
    found = kept.one(Edition, edition) if edition else queries.in_use(today)
    if found is None:
        raise refusals.none_in_use()
    return found


def _hold(home: Edition) -> None:
    """Let whoever else writes in this edition wait, so that no number is given twice."""
    kept.hold(Edition, home.id)
