"""Reading the programme: editions, the one in use, their actions in order, and what was done about them."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from baken.programme.plan.models import Action, Edition, Progress
from baken.tenancy import kept

MAIN = "trafficking"
"""The theme that this programme is about where nobody names another."""


def editions() -> list[Edition]:
    """Return every edition, the newest first."""
    return list(kept.kept(Edition).order_by("-from_date", "theme"))


def in_use(today: date, theme: str = MAIN) -> Edition | None:
    """Return the edition of a theme that runs on a day."""
    return running(today).filter(theme=theme).first()


def running(today: date) -> QuerySet[Edition]:
    """Return the editions that run on a day, of every theme."""
    return kept.kept(Edition).filter(from_date__lte=today, until_date__gte=today).order_by("theme")


def actions_of(edition: Edition) -> list[Action]:
    """Return the actions of an edition, in the order of their numbers."""
    return sorted(kept.kept(Action).filter(edition_id=edition.id), key=lambda one: order(one.label))


def carried_to(action: Action) -> Action | None:
    """Return the same action in the next edition, where it went along."""
    return kept.kept(Action).filter(carried_from=action.id).first()


def carried_from(action: Action) -> Action | None:
    """Return the same action in the former edition."""
    return kept.kept(Action).filter(id=action.carried_from).first() if action.carried_from else None


def former_of(actions: Iterable[Action]) -> dict[UUID, Action]:
    """Return the same actions in the former edition, by the id that they have in this one."""
    carried = {one.carried_from: one.id for one in actions if one.carried_from}
    return {carried[one.id]: one for one in kept.kept(Action).filter(id__in=carried)} if carried else {}


def progress_of(actions: Iterable[Action]) -> dict[UUID, list[Progress]]:
    """Return what was done about these actions, of each the last first."""
    found: defaultdict[UUID, list[Progress]] = defaultdict(list)
    ids = [one.id for one in actions]
    for done in kept.kept(Progress).filter(action_id__in=ids).order_by("-on", "-changed_at"):
        found[done.action_id].append(done)
    return found


def order(label: str) -> tuple[tuple[int, int, str], ...]:
    """Return what sorts numbers of actions as people count: 2 before 10, and 3 before 3.1."""
    return tuple((0, int(part), "") if part.isdecimal() else (1, 0, part) for part in label.split("."))


def goal_of(label: str) -> str:
    """Return the number of the goal that an action hangs under; of a goal itself its own."""
    return label.partition(".")[0]


def next_label(taken: Collection[str], under: str = "") -> str:
    """Return the first free number below a goal, or else the first that stands on its own."""
    begin = f"{goal_of(under)}." if under else ""
    used = [
        one.removeprefix(begin).partition(".")[0] for one in taken if one.startswith(begin) and one != under
    ]
    return f"{begin}{max((int(one) for one in used if one.isdecimal()), default=0) + 1}"


def themes(found: Sequence[Edition]) -> list[str]:
    """Return the themes that have an edition, the main one first."""
    return sorted({one.theme for one in found}, key=lambda theme: (theme != MAIN, theme))
