"""What one request looked at: noted at the door, told more by the page, and written down before the answer leaves.

Everything here is a word from a closed list, an identifier or a moment. What somebody typed has no place in it.
"""

import re
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal
from uuid import UUID, uuid4

Deed = Literal["view", "search", "change", "share", "export", "print"]
DEEDS: tuple[Deed, ...] = ("view", "search", "change", "share", "export", "print")
EMERGENCY = "emergency"
_WORD = re.compile(r"[a-z0-9][a-z0-9_.:-]{0,79}")
_ACTIVITY = re.compile(r"[A-Za-z0-9_.:#/-]{1,200}")


@dataclass(frozen=True, slots=True)
class Thing:
    """What was looked at: a kind, and its identifier where it has one."""

    kind: str
    id: UUID | None = None


@dataclass(slots=True)
class Look:
    """One request of one person: which door it passed, to what, and why.

    `trace` joins the read log to the processing log, and is what other systems are told (W3C Trace Context).
    `answer` is the response for which the entry was written in the request's own transaction.
    """

    begun: datetime
    trace: UUID = field(default_factory=uuid4)
    action: str = ""
    allowed: bool = True
    deed: Deed | None = None
    things: list[Thing] = field(default_factory=list)
    why: list[str] = field(default_factory=list)
    activity: str = ""
    answer: object = None

    @property
    def traceparent(self) -> str:
        """The trace as a header for another system: version, trace, span, sampled."""
        return f"00-{self.trace.hex}-{self.span}-01"

    @property
    def span(self) -> str:
        """The step within the trace: Baken takes one per request."""
        return self.trace.hex[16:][::-1]

    def passed(self, action: str, *, allowed: bool) -> None:
        """Note the door; of several the last, unless one of them stayed closed."""
        if self.allowed:
            self.action, self.allowed = action, allowed

    def tell(
        self, *, kind: str, object_id: UUID | None, why: tuple[str, ...], deed: Deed | None, activity: str
    ) -> None:
        """Note what the door cannot know. A word that is no word of a list is a mistake in the program."""
        for word in (*why, *([kind] if kind else [])):
            if not _WORD.fullmatch(word):
                raise ValueError("the read log takes words from closed lists only")
        if activity and not _ACTIVITY.fullmatch(activity):
            raise ValueError("an activity is named by its address in the register")
        if kind and (thing := Thing(kind, object_id)) not in self.things:
            self.things.append(thing)
        self.why.extend(word for word in why if word not in self.why)
        self.deed = deed or self.deed
        self.activity = activity or self.activity
