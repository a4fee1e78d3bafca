"""What deriving a route answers: where the signal stands, what comes next, who must be told, and why."""

from datetime import datetime
from typing import Literal, NamedTuple

from baken.core.derive.compiled import Match
from baken.core.vocabulary.text import Text

Status = Literal["done", "due", "overdue", "waiting", "optional", "not_needed", "cannot_tell"]
Stage = Literal["new", "received", "enriching", "assessed", "handed_over", "answered", "closed"]
ReporterStage = Literal["received", "in_progress", "finished"]
STAGES: tuple[Stage, ...] = ("new", "received", "enriching", "assessed", "handed_over", "answered", "closed")

_FOR_REPORTER: dict[Stage, ReporterStage] = {"new": "received", "closed": "finished"}


class StepState(NamedTuple):
    """One step, piece of advice or question, and how it stands now.

    `kind` is step, advice or question; `text` is what to do; `since` is set while it is due or overdue.
    """

    id: str
    kind: str
    actor: str
    status: Status
    text: Text
    since: datetime | None
    due_at: datetime | None
    because: tuple[Text, ...]
    source: Text
    completes: tuple[Match, ...]


class HoldState(NamedTuple):
    """A hold that stands: something must come first. `may_override` tells that a recorded reason suffices now."""

    id: str
    targets: frozenset[str]
    may_override: bool
    because: Text
    source: Text


class ReferralState(NamedTuple):
    """A partner (or table) that must or may be told, merged over all rules.

    `held` is True only where nothing may pass the hold; `needs_reason` where it may be passed with a recorded reason.
    `claimed` tells that only the reporter's words make it so.
    """

    partner: str
    name: Text
    strength: Literal["required", "suggested"]
    held: bool
    needs_reason: bool
    done: bool
    claimed: bool
    nameless: bool
    ask_feedback: bool
    because: tuple[Text, ...]
    held_because: tuple[Text, ...]
    source: Text
    since: datetime | None
    due_at: datetime | None


class TableState(NamedTuple):
    """A table of this municipality: whether the signal was there, and whether something must come first."""

    table: str
    name: Text
    held: bool
    needs_reason: bool
    done: bool
    held_because: tuple[Text, ...]
    source: Text


class Owed(NamedTuple):
    """Something required that is not done: since when, until when, and for which partner."""

    step: str
    actor: str
    partner: str | None
    since: datetime
    due_at: datetime | None
    sentence: Text


class CannotTell(NamedTuple):
    """A referral rule that cannot be answered because facts are unknown. `obliges`: it would be required."""

    rule: str
    partner: str
    obliges: bool
    missing: tuple[str, ...]


class Route(NamedTuple):
    """The whole answer for one signal at one moment."""

    stage: Stage
    steps: tuple[StepState, ...]
    referrals: tuple[ReferralState, ...]
    holds: tuple[HoldState, ...]
    owed: tuple[Owed, ...]
    tables: tuple[TableState, ...]
    cannot_tell: tuple[CannotTell, ...]

    @property
    def reporter_stage(self) -> ReporterStage:
        """What the reporter may see: received, in progress or finished, and nothing of later steps (ROUTE-03)."""
        return _FOR_REPORTER.get(self.stage, "in_progress")

    def step(self, step_id: str) -> StepState | None:
        """Return a step, advice or question by id."""
        return next((step for step in self.steps if step.id == step_id), None)

    def referral(self, partner: str) -> ReferralState | None:
        """Return the referral to a partner, or None where no rule names it now."""
        return next((one for one in self.referrals if one.partner == partner), None)


def held_before(route: Route, target: str) -> tuple[HoldState, ...]:
    """Return the holds that stand before a partner or table now, also those that a reason may pass."""
    return tuple(hold for hold in route.holds if target in hold.targets)


def held_before_partner(route: Route, partner: str) -> HoldState | None:
    """Return the hold that stands before a partner, first one that nothing may pass; None: nothing stands there."""
    holds = held_before(route, partner)
    return min(holds, key=lambda hold: hold.may_override, default=None)


def held_before_table(route: Route, table: str) -> HoldState | None:
    """Return the hold that stands before a table, first one that nothing may pass; None: nothing stands there."""
    return held_before_partner(route, table)
