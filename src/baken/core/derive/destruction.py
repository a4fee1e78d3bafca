"""A list of what is to be destroyed, as its events tell it: what stands on it, who approved, and what came of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from types import MappingProxyType
from typing import Literal, NamedTuple

from baken.core.derive.retention import Kept, Plan
from baken.core.events import Event
from baken.core.events import destruction as past

Stage = Literal["drawn_up", "withdrawn", "approved", "done"]
_NONE: Mapping[str, str] = MappingProxyType({})
_NO_COUNTS: Mapping[str, int] = MappingProxyType({})


class Item(NamedTuple):
    """One stream on a list: what it is, under which category, when its term ended, and when it last changed."""

    kind: str
    category: str
    goes_at: str
    last_at: str


@dataclass(frozen=True, slots=True)
class DestructionList:
    """A list at a moment. `dropped` holds per stream why it is no longer on it; `partners` who received what was."""

    month: str = ""
    items: Mapping[str, Item] = field(default_factory=lambda: MappingProxyType({}))
    made_at: datetime | None = None
    made_by: str | None = None
    stage: Stage = "drawn_up"
    approved_at: datetime | None = None
    approved_by: str | None = None
    alone: bool = False
    dropped: Mapping[str, str] = field(default_factory=lambda: _NONE)
    partners: Mapping[str, int] = field(default_factory=lambda: _NO_COUNTS)
    counts: Mapping[str, int] = field(default_factory=lambda: _NO_COUNTS)
    done_at: datetime | None = None

    @property
    def going(self) -> dict[str, Item]:
        """What is still on it."""
        return {stream: item for stream, item in self.items.items() if stream not in self.dropped}

    @property
    def running(self) -> bool:
        """Whether something is still to be done about it."""
        return self.stage in ("drawn_up", "approved")


def fold(happened: Iterable[tuple[Event, datetime, str | None]]) -> DestructionList:
    """Return the list that these events describe, each with its moment and the member who did it."""
    state = DestructionList()
    for event, at, who in happened:
        match event:
            case past.DestructionListed():
                items = {stream: Item(*told) for stream, told in event.items.items()}
                state = replace(state, month=event.month, items=items, made_at=at, made_by=who)
            case past.DestructionWithdrawn():
                state = replace(state, stage="withdrawn", done_at=at)
            case past.DestructionApproved():
                state = replace(
                    state,
                    stage="approved",
                    approved_at=at,
                    approved_by=who,
                    alone=event.alone,
                    dropped=_words(event.dropped),
                    partners=_numbers(event.partners),
                )
            case past.DestructionCarriedOut():
                state = replace(
                    state,
                    stage="done",
                    done_at=at,
                    counts=_numbers(event.counts),
                    dropped={**state.dropped, **_words(event.dropped)},
                    partners=_numbers(event.partners),
                )
    return state


def item_of(kept: Kept, plan: Plan) -> Item:
    """Return a stream as it is put on a list."""
    goes_at = plan.goes_at.astimezone(UTC).isoformat() if plan.goes_at else ""
    return Item(kept.kind, plan.category, goes_at, kept.last_at.astimezone(UTC).isoformat())


def no_longer(item: Item, kept: Kept | None, plan: Plan | None) -> str:
    """Say why something on a list may not go any more, in a word of a closed list; empty where it may."""
    if kept is None or plan is None:
        return "gone"
    if not plan.due:
        return "not_due"
    return "" if item_of(kept, plan) == item else "changed"


def as_payload(values: Mapping[str, object]) -> dict[str, tuple[str, ...]]:
    """Return words or numbers as an event holds them."""
    return {key: (str(value),) for key, value in sorted(values.items())}


def _words(told: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    return {key: value[0] for key, value in told.items()}


def _numbers(told: Mapping[str, tuple[str, ...]]) -> dict[str, int]:
    return {key: int(value[0]) for key, value in told.items()}
