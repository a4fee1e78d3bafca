"""Reading the basic level: the criteria of the policy with what was found of them, and the actions they led to."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from baken.core.policy.bundle import Bundle
from baken.core.policy.programme import Criterion
from baken.core.vocabulary.moments import civil_date
from baken.core.vocabulary.text import Text
from baken.programme.common import policy
from baken.programme.level.models import Assessment, FollowUp
from baken.programme.level.standing import Standing
from baken.programme.plan.models import Action
from baken.tenancy import kept
from baken.tenancy.models import Organisation
from baken.tenancy.scope import current
from baken.web import sources


@dataclass(frozen=True, slots=True)
class Level:
    """The basic level of an organisation on a day. Without a policy that names criteria there are none."""

    every: tuple[Standing, ...]
    themes: tuple[tuple[str, Text], ...]
    today: date


def level(now: datetime) -> Level:
    """Return where the organisation in scope stands today."""
    return standing(_bundle(now), civil_date(now))


def standing(bundle: Bundle | None, today: date) -> Level:
    """Return where the organisation in scope stands on the criteria of a policy."""
    if bundle is None:
        return Level((), (), today)
    found = {one.criterion: one for one in kept.kept(Assessment)}
    return Level(
        tuple(Standing(one, found.get(one.id), today) for one in bundle.level_demands),
        tuple((one.id, one.name) for one in bundle.level_themes),
        today,
    )


@dataclass(frozen=True, slots=True)
class Asked:
    """A criterion of the policy in use, who says so, and its theme in the national framework."""

    criterion: Criterion
    source: Text
    theme: Text


def asked(id_: str, now: datetime) -> Asked | None:
    """Return a criterion of the policy in use, or None where it has none such."""
    bundle = _bundle(now)
    found = next((one for one in bundle.level_demands if one.id == id_), None) if bundle else None
    if bundle is None or found is None:
        return None
    themes = {one.id: one.name for one in bundle.level_themes}
    return Asked(found, sources.of(bundle, found), themes[found.theme])


def follow_ups() -> dict[str, list[Action]]:
    """Return the actions that criteria led to and that stand in a programme, by criterion, the first one first."""
    led = list(kept.kept(FollowUp).order_by("changed_at"))
    actions: dict[UUID, Action] = {
        one.id: one for one in kept.kept(Action).filter(id__in=[one.action_id for one in led])
    }
    found: defaultdict[str, list[Action]] = defaultdict(list)
    for one in led:
        if action := actions.get(one.action_id):
            found[one.criterion].append(action)
    return dict(found)


def _bundle(now: datetime) -> Bundle | None:
    """Return the policy in use. One of a care organisation is built on the same base, and asks no basic level of it."""
    care = Organisation.objects.filter(id=current(), kind="care").exists()
    return None if care else policy.in_force(now)
