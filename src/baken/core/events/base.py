"""What every fact in the past tense has in common: a type, a version, and a payload that survives JSON."""

from collections.abc import Callable, Mapping
from dataclasses import fields
from typing import Any, ClassVar, Self, TypeVar

Payload = dict[str, Any]
Upcaster = Callable[[Payload], Payload]


class UnreadableEvent(ValueError):
    """A stored event that this version of Baken cannot read: an unknown type, a newer version, or a damaged payload."""


class Event:
    """A fact that happened. Fields hold JSON values only; personal data never, only references into the vault."""

    type: ClassVar[str]
    version: ClassVar[int] = 1

    def to_payload(self) -> Payload:
        """Return the payload as plain JSON values; tuples become lists."""
        return {f.name: _plain(getattr(self, f.name)) for f in fields(self)}  # type: ignore[arg-type]

    @classmethod
    def from_payload(cls, payload: Mapping[str, Any]) -> Self:
        """Read a payload of the current version. Raises `UnreadableEvent` for missing or unknown fields."""
        expected = {f.name for f in fields(cls)}  # type: ignore[arg-type]
        if expected != payload.keys():
            wrong = ", ".join(sorted(expected ^ payload.keys()))
            raise UnreadableEvent(f"{cls.type} version {cls.version}: fields do not match: {wrong}")
        return cls(**{name: _frozen(value) for name, value in payload.items()})


EVENTS: dict[str, type[Event]] = {}
UPCASTERS: dict[tuple[str, int], Upcaster] = {}

E = TypeVar("E", bound=Event)


def event(name: str, version: int = 1) -> Callable[[type[E]], type[E]]:
    """Register a dataclass as the current version of the event `name`."""

    def register(cls: type[E]) -> type[E]:
        if name in EVENTS:
            raise ValueError(f"event {name} is defined twice")
        cls.type, cls.version = name, version
        EVENTS[name] = cls
        return cls

    return register


def upcaster(name: str, version: int) -> Callable[[Upcaster], Upcaster]:
    """Register how a payload of `name` in `version` becomes one of `version` + 1."""

    def register(change: Upcaster) -> Upcaster:
        UPCASTERS[name, version] = change
        return change

    return register


def read(name: str, version: int, payload: Mapping[str, Any]) -> Event:
    """Read a stored event of any version that ever was. Raises `UnreadableEvent`."""
    if name not in EVENTS:
        raise UnreadableEvent(f"there is no event called {name}")
    cls, current = EVENTS[name], dict(payload)
    if version > cls.version:
        raise UnreadableEvent(f"{name} version {version} is newer than this version of Baken: {cls.version}")
    for step in range(version, cls.version):
        change = UPCASTERS.get((name, step))
        if change is None:
            raise UnreadableEvent(f"{name}: nothing says how version {step} becomes version {step + 1}")
        current = change(current)
    return cls.from_payload(current)


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _plain(inner) for key, inner in value.items()}
    return [_plain(inner) for inner in value] if isinstance(value, tuple) else value


def _frozen(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _frozen(inner) for key, inner in value.items()}
    return tuple(_frozen(inner) for inner in value) if isinstance(value, list) else value
