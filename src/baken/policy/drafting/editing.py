"""Writes one element into a draft, takes one away, or lets one of the region count no more; the rest stays as it is."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from baken.core.policy.sections import FILE_OF
from baken.core.policy.writing import elements, put, taken
from baken.policy.drafting import actions, queries
from baken.policy.drafting.accepting import refusals
from baken.policy.drafting.layered import name_in
from baken.policy.models import Draft
from baken.tenancy.actors import Actor

Raw = Mapping[str, Any]


class Changed(Exception):
    """Somebody else changed this element since it was looked at."""

    def __init__(self, was: Raw | None, now: Raw | None) -> None:
        super().__init__("changed")
        self.was, self.now = was, now


class Full(Exception):
    """The file would become larger than a draft may hold."""


def save(
    *,
    draft: UUID,
    section: str,
    element: Raw,
    was: str,
    text: Mapping[str, str] | None,
    looked_at: int,
    actor: Actor,
    now: datetime,
) -> int:
    """Write an element, and its sentence where that changed. `was` is its id; empty for a new one."""
    name = name_in(element)
    held = actions.hold(draft)
    _still_the_same(held, section, was or name, looked_at)
    file = FILE_OF[section]
    changed = {file: put(_text(held, file), section, element, was=was)}
    if text is not None:
        sentence = {**_own(held, "texts", str(element["text"])), "id": str(element["text"]), **text}
        sentence.pop("checked", None)  # whoever checked the wording checked other words
        changed["texts.yaml"] = put(changed.get("texts.yaml", _text(held, "texts.yaml")), "texts", sentence)
    return _change(held, changed, f"{section}: {name}", actor, now)


def remove(*, draft: UUID, section: str, element: str, looked_at: int, actor: Actor, now: datetime) -> int:
    """Take an own element away; where it stood in the place of one of the region, that counts again."""
    held = actions.hold(draft)
    _still_the_same(held, section, element, looked_at)
    file = FILE_OF[section]
    changed = {file: taken(_text(held, file), section, element)}
    return _change(held, changed, f"{section}: {element}", actor, now)


def drop(
    *,
    draft: UUID,
    section: str,
    element: str,
    why: Raw,
    actor: Actor,
    now: datetime,
) -> int:
    """Let an element of the region count no more here, with the source or the reason."""
    held, name = actions.hold(draft), f"{section}.{element}"
    file = FILE_OF[section]
    changed = {file: put(_text(held, file), "drop", {"element": name, **why}, key="element")}
    return _change(held, changed, f"{section}: {element}", actor, now)


def restore(*, draft: UUID, section: str, element: str, actor: Actor, now: datetime) -> int:
    """Let an element of the region count again."""
    held, name = actions.hold(draft), f"{section}.{element}"
    file = FILE_OF[section]
    changed = {file: taken(_text(held, file), "drop", name, key="element")}
    return _change(held, changed, f"{section}: {element}", actor, now)


def _change(draft: Draft, changed: Mapping[str, str], about: str, actor: Actor, now: datetime) -> int:
    really = {name: text for name, text in changed.items() if text != _text(draft, name)}
    if any(refusals(name, text) for name, text in really.items()):
        raise Full
    return actions.change(
        draft=draft.id,
        looked_at=draft.number,
        changed=really,
        kind="form",
        about=about,
        actor=actor,
        now=now,
    )


def _still_the_same(draft: Draft, section: str, element: str, looked_at: int) -> None:
    """Others may have changed the file meanwhile, as long as this element is as it was looked at."""
    if looked_at >= draft.number:
        return
    file = FILE_OF[section]
    then, now = (
        _found(text, section, element)
        for text in (queries.text_at(draft, file, looked_at), _text(draft, file))
    )
    if then != now:
        raise Changed(then, now)


def _found(text: str, section: str, element: str) -> Raw | None:
    return next((one for one in elements(text, section) if name_in(one) == element), None)


def _own(draft: Draft, section: str, element: str) -> dict[str, Any]:
    return dict(_found(_text(draft, FILE_OF[section]), section, element) or {})


def _text(draft: Draft, file: str) -> str:
    return actions.texts(draft).get(file, "")
