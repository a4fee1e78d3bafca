"""How every action of an edition stands on a day, and on which days it falls; computed when asked, never kept."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal
from uuid import UUID

from baken.core.derive.ready import Done, Falls, Standing, occurrences, standing
from baken.core.derive.ready_words import ready_words
from baken.core.policy.ready import Ready
from baken.core.vocabulary.months import last_of_quarter
from baken.core.vocabulary.text import Text
from baken.programme.common.planned import State as PlannedState
from baken.programme.plan import queries
from baken.programme.plan.models import Action, Edition, Progress

State = Literal["ongoing", "open", "due", "late", "done", "dropped"]


@dataclass(frozen=True, slots=True)
class Row:
    """An action with what was done about it, the last first, and how it stands today."""

    action: Action
    progress: Sequence[Progress]
    standing: Standing

    @property
    def state(self) -> State:
        """Where it stands; what was stopped is dropped, whatever was done before."""
        return "dropped" if self.action.stopped_on else self.standing.state

    @property
    def ready(self) -> Text:
        """When it is ready, in words."""
        return ready_words(ready_of(self.action))

    @property
    def evidence(self) -> str:
        """Where the last of what counts can be seen."""
        return next((one.evidence for one in self.progress if one.done and one.evidence), "")

    @property
    def is_goal(self) -> bool:
        """Whether others hang under it: its number has no dot."""
        return "." not in self.action.label


@dataclass(frozen=True, slots=True)
class Turn:
    """One time that an action falls, and where that stands."""

    falls: Falls
    state: PlannedState
    proved: bool | None


def ready_of(action: Action) -> Ready:
    """Return when an action is ready, as the core knows it."""
    return Ready.model_validate(
        {
            "kind": action.ready,
            "on": action.ready_on,
            "every_years": action.every_years,
            "month": action.month,
            "times": action.times,
        }
    )


def words_of(told: Mapping[str, object]) -> Text:
    """Return when something is ready in words, from the keys of `Ready`."""
    return ready_words(Ready.model_validate(told))


def rows(edition: Edition, today: date) -> list[Row]:
    """Return the actions of an edition in the order of their numbers, with how each stands."""
    actions = queries.actions_of(edition)
    done = queries.progress_of(actions)
    return [row(one, edition, done.get(one.id, []), today) for one in actions]


def row(action: Action, edition: Edition, progress: Sequence[Progress], today: date) -> Row:
    """Return one action with how it stands. In an edition that ended, it stands as on the last day."""
    found = standing(
        ready_of(action),
        edition.from_date,
        edition.until_date,
        counted(progress),
        min(today, edition.until_date),
    )
    return Row(action, progress, found)


def counted(progress: Sequence[Progress]) -> list[Done]:
    """Return what counts towards ready, the first first."""
    return sorted((Done(one.on, bool(one.evidence)) for one in progress if one.done), key=lambda one: one.on)


def turns(action: Action, edition: Edition, progress: Sequence[Progress], today: date) -> list[Turn]:
    """Return every time that an action falls in its edition.

    What a past year or edition still owed is past, and so is what has come back since, as for how the action stands.
    """
    ready, done = ready_of(action), counted(progress)
    falls = occurrences(ready, edition.from_date, edition.until_date)
    met = _met(ready, falls, done)
    come = max((one.first for one in falls if one.first <= today or one in met), default=None)
    return [
        Turn(
            one,
            _state(
                one, met.get(one), action, edition, today, come_back=come is not None and one.first < come
            ),
            _proof(met.get(one)),
        )
        for one in falls
    ]


def _met(ready: Ready, falls: Sequence[Falls], done: Sequence[Done]) -> dict[Falls, Done]:
    """Return which of what was done counts for which time."""
    if ready.kind in ("date", "month", "quarter"):
        best = next((one for one in done if one.evidence), done[0]) if done else None
        return dict.fromkeys(falls, best) if best else {}
    met: dict[Falls, Done] = {}
    for one in done:
        begun = [each for each in falls if each.first <= one.on]
        this_year = [each for each in falls if each.last.year == one.on.year and each not in met]
        late = begun[-1:] if ready.kind == "every" else []
        met |= {each: one for each in [each for each in (*late, *this_year) if each not in met][:1]}
    return met


def _state(
    falls: Falls, met: Done | None, action: Action, edition: Edition, today: date, *, come_back: bool
) -> PlannedState:
    if met is not None:
        return "done"
    if action.stopped_on:
        return "dropped"
    if falls.last < today:
        past_year = action.ready == "times" and falls.last.year < today.year
        gone = edition.until_date < today or past_year or (action.ready == "every" and come_back)
        return "dropped" if gone else "late"
    return "due" if falls.first <= last_of_quarter(today) else "open"


def _proof(met: Done | None) -> bool | None:
    return met.evidence if met else None


def by_goal(found: Sequence[Row]) -> list[tuple[str, Row | None, list[Row]]]:
    """Return the rows under their goals: the number, the goal itself where it is there, and what hangs under it."""
    groups: dict[str, tuple[Row | None, list[Row]]] = {}
    for one in found:
        number = queries.goal_of(one.action.label)
        _goal, below = groups.setdefault(number, (None, []))
        if one.is_goal:
            groups[number] = (one, below)
        else:
            below.append(one)
    return [(number, goal, below) for number, (goal, below) in groups.items()]


def of_action(action: Action, edition: Edition, today: date) -> Row:
    """Return one action with what was done about it."""
    progress: dict[UUID, list[Progress]] = queries.progress_of([action])
    return row(action, edition, progress.get(action.id, []), today)
