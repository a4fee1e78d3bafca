"""Which chores there are."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

Work = Callable[[datetime], int]
_known: dict[str, "Chore"] = {}


@dataclass(frozen=True, slots=True)
class Chore:
    """Work that is done every so often: it is told the moment, and says how many things it did."""

    key: str
    name: str
    every: timedelta
    owner: bool
    work: Work


def chore(name: str, *, every: timedelta, owner: bool = False) -> Callable[[Work], Work]:
    """Have a function run every so often; with `owner`, in a process with the owner's database role."""

    def registered(work: Work) -> Work:
        key = f"{work.__module__}.{work.__qualname__}"
        if every <= timedelta(0):
            raise ValueError(f"chore {key} would never rest")
        _known[key] = Chore(key, name, every, owner, work)
        return work

    return registered


def known() -> dict[str, Chore]:
    """Return every chore by its key, in a fixed order."""
    return dict(sorted(_known.items()))
