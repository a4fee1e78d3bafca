"""Beginning a programme, changing its span, and making the next edition from the last."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any, Literal
from uuid import UUID, uuid5

from django.db import connection, transaction

from baken.programme.common import policy
from baken.programme.common.nameless import about_no_case
from baken.programme.plan import lists, queries, readying, refusals
from baken.programme.plan.models import Action, Edition
from baken.programme.plan.moving import months_between, moved
from baken.tenancy import kept
from baken.tenancy.actors import Actor
from baken.tenancy.scope import current

Choice = Literal["along", "revise", "finished"]
WORDS = ("title", "goal", "decision")
TOLD = ("theme", "title", "goal", "from_date", "until_date", "decision", "policy", "made_from")
CARRIED = (
    "label",
    "title",
    "what",
    "ready",
    "ready_on",
    "every_years",
    "month",
    "times",
    "owner",
    "partners",
    "barrier",
    "budget",
    "from_policy",
    "because",
)


@transaction.atomic
def start_edition(
    told: Mapping[str, Any],
    rows: Iterable[Mapping[str, Any]] = (),
    *,
    actor: Actor,
    now: datetime,
    command_id: UUID,
) -> Edition:
    """Begin a programme with these actions, as they are: `told` has the fields of `Edition`. Raises `Refused`.

    `theme` is one that the policy names or that has a programme here; `new_theme` is another, in words (PROG-06).
    """
    if earlier := kept.made(Edition, command_id):
        return earlier
    row = {"goal": "", "decision": "", "policy": "", "made_from": None, **told, "theme": _theme(told, now)}
    _about_no_case(row)
    check_span(row["theme"], row["from_date"], row["until_date"])
    made = kept.add(Edition, {name: row[name] for name in TOLD}, actor=actor, now=now, command_id=command_id)
    for action in rows:
        told_one = {**action, "edition_id": made.id, **readying.written(action)}
        if not str(told_one.get("owner") or "").strip():
            raise refusals.no_owner()
        kept.add(
            Action, told_one, actor=actor, now=now, command_id=uuid5(command_id, f"action {action['label']}")
        )
    return made


@transaction.atomic
def next_edition(
    former: Edition,
    told: Mapping[str, Any],
    choices: Mapping[UUID, Choice],
    *,
    actor: Actor,
    now: datetime,
    command_id: UUID,
) -> Edition:
    """Make the edition that follows this one. What is finished or was stopped stays behind; the former stays as it is.

    An action without a choice goes along. Days move with the beginning. Raises `Refused`.
    """
    if earlier := kept.made(Edition, command_id):
        return earlier
    _hold(former.theme)
    there = kept.kept(Edition).filter(made_from=former.id).first()
    if there is not None:
        raise refusals.has_next(there.title)
    first, last = told["from_date"], told["until_date"]
    months = months_between(former.from_date, first)
    rows = []
    for one in queries.actions_of(former):
        choice = choices.get(one.id, "along")
        if choice == "finished" or one.stopped_on:
            continue
        on = moved(one.ready, one.ready_on, one.every_years, months, first, last)
        carried = {name: getattr(one, name) for name in CARRIED}
        rows.append({**carried, "ready_on": on, "revise": choice == "revise", "carried_from": one.id})
    whole = {
        "policy": former.policy,
        "goal": former.goal,
        **told,
        "theme": former.theme,
        "made_from": former.id,
    }
    return start_edition(whole, rows, actor=actor, now=now, command_id=command_id)


@transaction.atomic
def change_edition(
    found: Edition, told: Mapping[str, Any], looked_at: int, *, actor: Actor, now: datetime
) -> None:
    """Change the words or days of an edition, or write down who laid it down. Raises `Refused`."""
    first, last = told.get("from_date", found.from_date), told.get("until_date", found.until_date)
    _about_no_case(told)
    check_span(found.theme, first, last, but=found.id)
    for one in queries.actions_of(found):
        on = one.ready_on if one.ready in readying.BY_A_DAY else None
        if on is None or not found.from_date <= on <= found.until_date or first <= on <= last:
            continue
        raise refusals.leaves_out(one.label, "from_date" if on < first else "until_date")
    kept.change(found, told, looked_at, actor=actor, now=now)


@transaction.atomic
def withdraw_edition(found: Edition, *, actor: Actor, now: datetime) -> None:
    """Take back an edition that was made by mistake, with its actions. Raises `Refused` once it counted anywhere."""
    rows = queries.actions_of(found)
    if found.decision or any(queries.progress_of(rows).values()):
        raise refusals.counted_already()
    for one in rows:
        kept.withdraw(one, actor=actor, now=now)
    kept.withdraw(found, actor=actor, now=now)


def check_span(theme: str, first: date, last: date, *, but: UUID | None = None) -> None:
    """Refuse a span that ends before it begins, or overlaps another edition of its theme."""
    if last < first:
        raise refusals.ends_first()
    _hold(theme)
    others = kept.kept(Edition).filter(theme=theme, from_date__lte=last, until_date__gte=first)
    other = others.exclude(id=but).first() if but else others.first()
    if other is not None:
        raise refusals.overlaps(
            other.title, readying.shown(other.from_date), readying.shown(other.until_date)
        )


def _theme(told: Mapping[str, Any], now: datetime) -> str:
    """Return the theme of a programme. One that nobody knows is refused: its programme would be found nowhere."""
    new = str(told.get("new_theme") or "").strip()
    if new:
        about_no_case(new_theme=new)
        return new
    theme = str(told.get("theme") or queries.MAIN)
    known = {queries.MAIN, *lists.themes(policy.in_force(now)), *queries.themes(queries.editions())}
    if theme not in known:
        raise refusals.no_such_theme(theme)
    return theme


def _about_no_case(told: Mapping[str, Any]) -> None:
    about_no_case(**{name: told[name] for name in WORDS if name in told})


def _hold(theme: str) -> None:
    """Let whoever else begins an edition of this theme wait, so that no two overlap."""
    with connection.cursor() as cursor:
        name = f"{current()} programme {theme}"
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 6))", [name])
