"""What is written about a draft. Every change is counted and kept; nobody overwrites what somebody else changed."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

from django.db.models import Q

from baken.policy.drafting.accepting import CASES
from baken.policy.models import Draft, DraftChange
from baken.tenancy.actors import Actor
from baken.tenancy.scope import current

Texts = Mapping[str, str | None]


class NoDraft(LookupError):
    """There is no such draft in this organisation, or it is no longer worked on."""


class Stale(Exception):
    """Somebody else changed the same file since it was looked at. `names` are those files."""

    def __init__(self, names: frozenset[str]) -> None:
        super().__init__(", ".join(sorted(names)))
        self.names = names


def start(
    *,
    policy_id: str,
    valid_from: date,
    files: Mapping[str, str],
    cases: Mapping[str, str],
    about: str,
    actor: Actor,
    now: datetime,
) -> UUID:
    """Begin a draft with these files, and return its id."""
    draft = Draft.objects.create(
        organisation_id=current(),
        id=uuid4(),
        policy_id=policy_id,
        valid_from=valid_from,
        files=dict(files),
        cases=dict(cases),
        number=1,
        started_at=now,
        started_by=actor.membership_id,
        changed_at=now,
        changed_by=actor.membership_id,
    )
    whole = {**files, **{f"{CASES}{name}": text for name, text in cases.items()}}
    _keep(draft, "started", whole, about=about)
    return draft.id


def change(
    *,
    draft: UUID,
    looked_at: int,
    changed: Texts,
    kind: str,
    actor: Actor,
    now: datetime,
    about: str = "",
) -> int:
    """Write files of a draft (None takes one away) and return its number; raises `Stale` rather than overwrite.

    `looked_at` is the number of the draft that was on the screen. What others did to other files is no objection.
    """
    held = hold(draft)
    touched = touched_since(draft, looked_at)
    if touched & changed.keys():
        raise Stale(frozenset(touched & changed.keys()))
    before = texts(held)
    really = {name: text for name, text in changed.items() if before.get(name) != text}
    if not really:
        return held.number
    for name, text in really.items():
        _put(held, name, text)
    return _next(held, kind, really, about=about, actor=actor, now=now)


def set_day(*, draft: UUID, valid_from: date, actor: Actor, now: datetime) -> None:
    """Let the draft count from another day."""
    held = hold(draft)
    if held.valid_from != valid_from:
        about, held.valid_from = f"{held.valid_from.isoformat()} -> {valid_from.isoformat()}", valid_from
        _next(held, "day", {}, about=about, actor=actor, now=now)


def drop(*, draft: UUID, actor: Actor, now: datetime) -> None:
    """Lay a draft aside; it stays, and can be taken up again."""
    held = hold(draft)
    held.ended = "dropped"
    _next(held, "dropped", {}, actor=actor, now=now)


def adopted(*, draft: UUID, actor: Actor, now: datetime) -> None:
    """End a draft that was put into use; it stays, to be read."""
    held = hold(draft)
    held.ended = "adopted"
    _next(held, "adopted", {}, actor=actor, now=now)


def take_up(*, draft: UUID, actor: Actor, now: datetime) -> None:
    """Work on a draft again that was laid aside."""
    held = _held(Q(id=draft, ended="dropped"))
    held.ended = ""
    _next(held, "taken_up", {}, actor=actor, now=now)


def texts(draft: Draft) -> dict[str, str]:
    """Return every text of a draft by the name under which it is edited."""
    return {**draft.files, **{f"{CASES}{name}": text for name, text in draft.cases.items()}}


def touched_since(draft: UUID, number: int) -> frozenset[str]:
    """Return the names of the files that were changed after this number."""
    later = DraftChange.objects.filter(organisation_id=current(), draft_id=draft, number__gt=number)
    return frozenset(name for changed in later.values_list("changed", flat=True) for name in changed)


def hold(draft: UUID) -> Draft:
    """Return a draft that is worked on; nobody else changes it until this transaction ends. Raises `NoDraft`."""
    return _held(Q(id=draft, ended=""))


def _held(which: Q) -> Draft:
    """The draft, locked until this transaction ends."""
    found = Draft.objects.select_for_update().filter(which, organisation_id=current()).first()
    if found is None:
        raise NoDraft
    return found


def _put(draft: Draft, name: str, text: str | None) -> None:
    kept, key = (draft.cases, name.removeprefix(CASES)) if name.startswith(CASES) else (draft.files, name)
    if text is None:
        kept.pop(key, None)
    else:
        kept[key] = text


def _next(draft: Draft, kind: str, changed: Texts, *, actor: Actor, now: datetime, about: str = "") -> int:
    draft.number += 1
    draft.changed_at, draft.changed_by = now, actor.membership_id
    # by hand, because Django takes a composite key's columns for changed too
    fields: dict[str, Any] = {
        name: getattr(draft, name)
        for name in ("files", "cases", "number", "valid_from", "ended", "changed_at", "changed_by")
    }
    Draft.objects.filter(organisation_id=draft.organisation_id, id=draft.id).update(**fields)
    _keep(draft, kind, changed, about=about)
    return draft.number


def _keep(draft: Draft, kind: str, changed: Texts, *, about: str = "") -> None:
    DraftChange.objects.create(
        organisation_id=draft.organisation_id,
        draft_id=draft.id,
        number=draft.number,
        at=draft.changed_at,
        by=draft.changed_by,
        kind=kind,
        about=about[:200],
        changed=dict(changed),
    )
