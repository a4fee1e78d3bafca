"""The shapes of an answer about one client: what may be counted on, deadlines, next steps, and what is unknown."""

from dataclasses import dataclass
from datetime import date, timedelta

from baken.core.vocabulary.moments import is_working_day
from baken.core.vocabulary.text import Text

_MONTHS = Text(
    "januari februari maart april mei juni juli augustus september oktober november december",
    "January February March April May June July August September October November December",
)


@dataclass(frozen=True, slots=True)
class Entitled:
    """Something the client may count on today. `until` is the last day that is known; None: no end is known."""

    id: str
    name: Text
    area: str
    provider: Text
    from_: date | None
    until: date | None
    because: tuple[Text, ...]
    source: Text
    confirmed: bool
    review_on: date


@dataclass(frozen=True, slots=True)
class Due:
    """The last day of something. `maybe`: an unknown fact decides whether it counts."""

    id: str
    name: Text
    on: date
    maybe: bool
    handled: bool
    handled_on: date | None
    warn: tuple[int, ...]
    because: tuple[Text, ...]
    source: Text
    confirmed: bool
    review_on: date

    @property
    def warn_on(self) -> tuple[date, ...]:
        """The days on which the coordinator is warned, the first of them first."""
        return tuple(self.on - timedelta(days=days) for days in sorted(self.warn, reverse=True))

    @property
    def act_by(self) -> date:
        """The last working day on which something can still be done about it."""
        return working_day(self.on)

    def state(self, today: date) -> str:
        """Return `handled`, `missed` (its last day has passed), `near` (from the first warning on) or `ahead`."""
        if self.handled:
            return "handled"
        if today > self.on:
            return "missed"
        return "near" if today >= self.warn_on[0] else "ahead"


@dataclass(frozen=True, slots=True)
class Timed:
    """A step that has a day: from when its term runs, by when it must be done, and when it was done."""

    id: str
    since: date
    by: date
    done_on: date | None = None


@dataclass(frozen=True, slots=True)
class Next:
    """What must be done next, by whom, and by when where a term runs."""

    id: str
    name: Text
    who: Text
    by: date | None
    because: tuple[Text, ...]
    source: Text
    confirmed: bool
    review_on: date


@dataclass(frozen=True, slots=True)
class Unknown:
    """A fact or moment that is not known, and the rules that wait for it."""

    id: str
    sentence: Text
    blocks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CareAnswer:
    """Everything that can be said of one client on one day."""

    entitlements: tuple[Entitled, ...]
    deadlines: tuple[Due, ...]
    next: tuple[Next, ...]
    unknown: tuple[Unknown, ...]
    timed: tuple[Timed, ...] = ()
    """The steps that have a day, those that were done too."""


def day_words(day: date) -> Text:
    """Return a day as people say it."""
    nl, en = (names.split()[day.month - 1] for names in _MONTHS)
    return Text(f"{day.day} {nl} {day.year}", f"{day.day} {en} {day.year}")


def working_day(day: date) -> date:
    """Return this day, or the last one before it on which offices are open."""
    while not is_working_day(day):
        day -= timedelta(days=1)
    return day
