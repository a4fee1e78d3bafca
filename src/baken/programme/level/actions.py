"""Writing down where one stands on a criterion, and making an action of what is missing."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID, uuid5

from django.db import transaction

from baken.core.policy.programme import Criterion
from baken.programme.common.nameless import about_no_case
from baken.programme.level.models import Assessment, FollowUp
from baken.programme.plan.actions import add_action
from baken.programme.plan.models import Action
from baken.tenancy import kept
from baken.tenancy.actors import Actor

FIELDS = ("state", "on", "by", "evidence", "note")
_ONES = UUID("5a0c61de-3f8b-4a52-9a0e-7d2f4a1b9c33")


@transaction.atomic
def assess(
    criterion: Criterion,
    told: Mapping[str, Any],
    looked_at: int,
    *,
    actor: Actor,
    now: datetime,
    command_id: UUID,
) -> Assessment:
    """Write down where a criterion stands: the fields of `FIELDS`. Raises `Refused` where a colleague was first.

    `looked_at` is the number of what was looked at, or 0 where nobody had looked at this criterion yet.
    """
    asked = {name: told[name] for name in FIELDS}
    about_no_case(evidence=asked["evidence"], note=asked["note"])
    found = of(criterion.id)
    if found is None:
        first = uuid5(_ONES, criterion.id)
        found = kept.add(
            Assessment,
            {**asked, "criterion": criterion.id},
            actor=actor,
            now=now,
            command_id=uuid5(first, str(actor.organisation_id)),
        )
    kept.change(found, asked, looked_at, actor=actor, now=now)
    return found


def of(criterion: str) -> Assessment | None:
    """Return what was found of a criterion, or None where nobody looked yet."""
    return kept.kept(Assessment).filter(criterion=criterion).first()


@transaction.atomic
def follow_up(
    criterion: Criterion, told: Mapping[str, Any], *, actor: Actor, now: datetime, command_id: UUID
) -> Action:
    """Put an action for a criterion in the programme in use. Raises `Refused`, with the field that is wrong."""
    made = add_action(None, told, actor=actor, now=now, command_id=command_id)
    kept.add(
        FollowUp,
        {"criterion": criterion.id, "action_id": made.id},
        actor=actor,
        now=now,
        command_id=command_id,
    )
    return made
