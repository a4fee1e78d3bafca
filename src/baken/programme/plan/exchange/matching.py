"""A row beside the action that stands under its number: what would change there, and what stays as it is.

What the table has no column for, what could not be understood, and an owner that was left out stay as they are. Nothing
is taken away because it is not in a file.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from baken.core.policy.ready import Ready
from baken.programme.plan import standing
from baken.programme.plan.exchange import columns, wrong
from baken.programme.plan.exchange.judging import Judged
from baken.programme.plan.models import Action
from baken.web.fields import tidy

WORDS = (columns.TITLE, columns.WHAT)
DOUBTED = (columns.BARRIER, columns.BUDGET)
"""Columns of which a row goes on without what could not be understood."""


def matched(rows: Iterable[Judged], actions: Iterable[Action]) -> list[Judged]:
    """Return each row with the action that it is about, where the programme has its number."""
    there = {one.label.casefold(): one for one in actions}
    return [_beside(one, there.get(one.label.casefold()) if one.label else None) for one in rows]


def left_out(rows: Sequence[Judged], actions: Iterable[Action]) -> list[Action]:
    """Return the actions that go on and that the rows do not name; none where the rows are of another programme."""
    if not any(one.action for one in rows):
        return []
    named = {one.label.casefold() for one in rows}
    return [one for one in actions if one.label.casefold() not in named and not one.stopped_on]


def _beside(row: Judged, action: Action | None) -> Judged:
    if action is None:
        return row
    stands = read(action)
    asked = {**_asked(row, stands), **_kept(row, stands)}
    differs = {
        column: (stands[column], asked[column]) for column in stands if asked[column] != stands[column]
    }
    marked = {column for column, mark in row.raw.marks.items() if mark != "day"}
    problems = [
        wrong.stays(one) if one.column in DOUBTED and not one.stops else one
        for one in row.problems
        if one.column not in stands or one.column in differs or one.column in DOUBTED or one.column in marked
    ]
    if differs and action.stopped_on:
        problems.append(wrong.stopped(action.label))
    owner = row.owner or action.owner
    return replace(row, action=action, changes=differs, owner=owner, problems=tuple(problems))


def read(action: Action) -> dict[str, Any]:
    """Return an action as its row in a table would be read, by column."""
    partners = (" ".join(tidy(one).split()).strip(" ;") for one in action.partners)
    return {
        columns.TITLE: _tidy(action.title).replace("\n", " "),
        columns.WHAT: _tidy(action.what),
        columns.READY: standing.ready_of(action),
        columns.OWNER: _tidy(action.owner).replace("\n", " "),
        columns.PARTNERS: tuple(dict.fromkeys(one for one in partners if one)),
        columns.BARRIER: action.barrier,
        columns.BUDGET: action.budget,
    }


def _tidy(text: str) -> str:
    return tidy(text).strip()


def _asked(row: Judged, stands: Mapping[str, Any]) -> dict[str, Any]:
    asked = {
        columns.TITLE: row.title,
        columns.WHAT: row.what,
        columns.READY: row.ready,
        columns.OWNER: row.owner,
        columns.PARTNERS: row.partners,
        columns.BARRIER: row.barrier,
        columns.BUDGET: row.budget,
    }
    texts = row.raw.texts
    if columns.TITLE not in texts and any(asked[name] != stands[name] for name in WORDS):
        # A table with one column of words: they say what is done, and the title is our own.
        asked |= {name: stands[name] for name in WORDS}
        if columns.WHAT in texts:
            asked[columns.WHAT] = _tidy(texts[columns.WHAT])
    return asked


def _kept(row: Judged, stands: Mapping[str, Any]) -> dict[str, Any]:
    """Return what stays whatever the row says."""
    there = {*row.raw.there, *row.raw.texts}
    doubted = {one.column for one in row.problems if one.column in DOUBTED}
    return {
        column: value
        for column, value in stands.items()
        if (column not in there and column != columns.TITLE)
        or (column == columns.OWNER and not row.owner)
        or column in doubted
    }


def told(changes: Mapping[str, tuple[Any, Any]]) -> dict[str, Any]:
    """Return what changes as the fields of an action."""
    made: dict[str, Any] = {column: new for column, (_old, new) in changes.items() if column != columns.READY}
    if columns.PARTNERS in made:
        made[columns.PARTNERS] = list(made[columns.PARTNERS])
    if columns.READY in changes:
        made |= ready_fields(changes[columns.READY][1])
    return made


def ready_fields(ready: Ready) -> dict[str, Any]:
    """Return when something is ready as the fields of an action."""
    return {
        "ready": ready.kind,
        "ready_on": ready.on,
        "every_years": ready.every_years,
        "month": ready.month,
        "times": ready.times,
    }
