"""What is owed in outreach and what was done: to organisations so often a year, a campaign in its month."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import zip_longest

from baken.core.policy.bundle import Bundle
from baken.core.policy.programme import CampaignKind, OutreachRhythm
from baken.core.vocabulary import outreach
from baken.core.vocabulary.months import last_of_month
from baken.ledger import policies
from baken.programme.common import policy, rhythm
from baken.programme.common.planned import State
from baken.programme.common.rhythm import Turn
from baken.programme.outreach.models import Announcement, Campaign, Contact, KitStep
from baken.tenancy import kept

ANCHOR = 18
"""chosen: a yearly campaign has the week with the 18th in it, as 18 October is the EU day against trafficking."""


@dataclass(frozen=True, slots=True)
class Owed:
    """One time that an organisation outside is to be reached this year, and where that stands."""

    element: OutreachRhythm
    turn: Turn
    state: State
    contact: Contact | None


@dataclass(frozen=True, slots=True)
class OwedCampaign:
    """A campaign that comes back each year, and the campaign that was planned for that year."""

    kind: CampaignKind
    first: date
    last: date
    state: State
    campaign: Campaign | None


def begun(today: date) -> date | None:
    """Return since when the organisation has a policy; nothing is owed for days before."""
    found = [one.from_date for one in policies.decided().adoptions if one.from_date <= today]
    return min(found, default=None)


def contacts_owed(year: int, today: date, bundle: Bundle | None) -> list[Owed]:
    """Return every time that organisations are to be reached in a year (COMM-02)."""
    found: list[Owed] = []
    of_year = list(kept.kept(Contact).filter(on__year=year).order_by("on", "changed_at"))
    for element in bundle.outreach if bundle else ():
        turns = rhythm.turns(year, element.times, since=begun(today))
        mine = [one for one in of_year if one.rhythm == element.id and turns and one.on >= turns[0].first]
        for turn, contact in zip_longest(turns, mine[: len(turns)]):
            state = rhythm.state(turn.first, turn.last, today, done=contact is not None)
            found.append(Owed(element, turn, state, contact))
    return found


def never_reached(contacts: Sequence[Contact]) -> list[str]:
    """Return the kinds of COMM-03 of which no organisation was ever reached."""
    return [kind for kind in outreach.OWED if kind not in {one.kind for one in contacts}]


def campaigns_owed(year: int, today: date, bundle: Bundle | None) -> list[OwedCampaign]:
    """Return the campaigns that come back in a year (COMM-01)."""
    found: list[OwedCampaign] = []
    since = begun(today)
    for kind in bundle.campaigns if bundle else ():
        if kind.month is None or kind.when is not None:
            continue
        first, last = date(year, kind.month, 1), last_of_month(year, kind.month)
        if since is not None and last < since:
            continue
        mine = [one for one in kept.kept(Campaign).filter(kind=kind.id) if one.from_date.year == year]
        going = next((one for one in mine if one.dropped_on is None), None)
        state = rhythm.state(first, last, today, done=going is not None)
        found.append(OwedCampaign(kind, first, last, state, going))
    return found


def usual_week(year: int, month: int) -> tuple[date, date]:
    """Return the week that a yearly campaign has by default, Monday to Sunday."""
    anchor = date(year, month, ANCHOR)
    monday = anchor - timedelta(days=anchor.weekday())
    return monday, monday + timedelta(days=6)


def next_week(kind: CampaignKind, today: date) -> tuple[date, date] | None:
    """Return the coming week of a yearly campaign by default; it can be changed."""
    if kind.month is None:
        return None
    this_year = usual_week(today.year, kind.month)
    return this_year if this_year[0] >= today else usual_week(today.year + 1, kind.month)


def state_of(campaign: Campaign, today: date) -> State:
    """Return where a campaign stands: it follows from its days."""
    if campaign.dropped_on is not None:
        return "dropped"
    if campaign.until_date < today:
        return "done"
    return rhythm.state(campaign.from_date, campaign.until_date, today, done=False)


def step_day(step: KitStep, campaign: Campaign) -> date:
    """Return the day of a step: counted back from the first day."""
    return campaign.from_date - timedelta(days=step.days_before)


def step_state(step: KitStep, campaign: Campaign, today: date) -> State:
    """Return where a step stands."""
    on = step_day(step, campaign)
    return rhythm.state(on, on, today, done=step.done_on is not None, dropped=campaign.dropped_on is not None)


def steps_of(campaign: Campaign) -> list[KitStep]:
    """Return the steps of a campaign, the earliest day first."""
    return list(kept.kept(KitStep).filter(campaign_id=campaign.id).order_by("-days_before", "what"))


def next_contact_state(one: Contact, every: Sequence[Contact], today: date) -> State:
    """Return where an agreed next time stands: done once that organisation was reached again."""
    assert one.next_on is not None
    name = one.organisation.casefold()
    again = any(other.organisation.casefold() == name and other.on > one.on for other in every)
    return rhythm.state(one.next_on, one.next_on, today, done=again)


def announcement_state(one: Announcement, today: date) -> State | None:
    """Return where saying it again stands; None where nothing was planned or it is no longer there."""
    if one.repeat_on is None or (one.until is not None and one.until < today):
        return None
    return rhythm.state(one.repeat_on, one.repeat_on, today, done=False)


def of_policy(now: datetime) -> Bundle | None:
    """Return the policy in force."""
    return policy.in_force(now)


def yearly(now: datetime) -> list[CampaignKind]:
    """Return the kinds of campaign that come back each year."""
    bundle = of_policy(now)
    return [one for one in bundle.campaigns if one.month is not None and one.when is None] if bundle else []


def kind_of(id_: str, now: datetime) -> CampaignKind | None:
    """Return a kind of campaign of the policy in force."""
    bundle = of_policy(now)
    return next((one for one in bundle.campaigns if one.id == id_), None) if bundle else None
