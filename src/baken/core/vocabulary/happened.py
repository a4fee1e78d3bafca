"""What the route sees of history: that something happened, never what was said."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Happened:
    """One past event of a signal, without personal data.

    `at` is timezone-aware. `partner`, `table`, `source` and `referral` say what the event was about, `fact` and `value`
    belong to `fact.established`, `assessment` and `destination` (where another phenomenon must go) to
    `signal.assessed`, `outcome` to answers; `reasoned` tells that a reason was recorded for going past a hold.
    """

    event: str
    at: datetime
    partner: str | None = None
    table: str | None = None
    source: str | None = None
    fact: str | None = None
    value: str | frozenset[str] | None = None
    assessment: str | None = None
    destination: str | None = None
    referral: str | None = None
    outcome: str | None = None
    reasoned: bool = False
