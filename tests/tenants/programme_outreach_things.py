"""What belongs to the outreach of the town's municipality."""

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid5

from baken.core.vocabulary.moments import civil_date
from baken.tenancy.scope import scope
from tests.tenants.things import adopt
from tests.tenants.town import Town

_ONES = UUID("5f0a6f4e-93a8-4c0e-8d7e-0a51f7a3c2d4")
KIND, YEARLY = "problem_grows", "october_week"
"""Kinds of campaign in the policy of Woerden: one with a condition, and one of each year."""


def a_contact_made(town: Town) -> dict[str, object]:
    """An organisation that was reached."""
    from baken.programme.outreach.models import Contact

    told = {
        "on": civil_date(town.now) - timedelta(days=3),
        "organisation": "Kanarie College",
        "kind": "school",
        "how": "meeting",
        "about": ["training"],
        "by": "aandachtsfunctionaris",
    }
    return {"line": _add(town, Contact, told)}


def an_announcement(town: Town) -> dict[str, object]:
    """A place that says where one can report."""
    from baken.programme.outreach.models import Announcement

    told = {
        "place": "intranet",
        "inside": True,
        "what": "kanarie-bericht",
        "since": civil_date(town.now) - timedelta(days=30),
    }
    return {"line": _add(town, Announcement, told)}


def a_kind(town: Town) -> dict[str, object]:
    """A kind of campaign of the policy, that comes back each year."""
    adopt(town)
    return {"kind": YEARLY}


def a_condition(town: Town) -> dict[str, object]:
    """A kind of campaign with a condition."""
    adopt(town)
    return {"kind": KIND}


def a_campaign(town: Town) -> dict[str, object]:
    """A campaign that runs now."""
    from baken.programme.outreach.models import Campaign

    today = civil_date(town.now)
    told = {
        "name": "Kanarieweek",
        "whom": "ondernemers",
        "message": "kanarie-boodschap",
        "channels": ["website"],
        "from_date": today - timedelta(days=4),
        "until_date": today + timedelta(days=10),
        "owner": "team Communicatie",
    }
    return {"campaign": _add(town, Campaign, told)}


def a_step(town: Town) -> dict[str, object]:
    """A step of the kit of a campaign."""
    from baken.programme.outreach.models import KitStep

    told = {**_of(a_campaign(town)), "days_before": 7, "what": "kanarie-stap"}
    return {"line": _add(town, KitStep, told)}


def a_proposed_campaign(town: Town) -> dict[str, object]:
    """A proposal that waits for somebody to settle it."""
    from baken.programme.outreach.models import Proposal

    adopt(town)
    told = {
        "kind": KIND,
        "name": "Kanariecampagne",
        "because": "kanarie-reden",
        "proposed_on": civil_date(town.now),
        "proposed_as": "beleidsadviseur",
        "proposed_by": town.members["adviser"].id,
    }
    return {"proposal": _add(town, Proposal, told)}


def a_reach(town: Town) -> dict[str, object]:
    """What a campaign reached, to be taken back."""
    from baken.programme.outreach.models import Reach

    told = {**_of(a_campaign(town)), "on": civil_date(town.now), "channel": "website", "people": 120}
    return {"sort": "bereik", "line": _add(town, Reach, told)}


def _of(campaign: dict[str, object]) -> dict[str, object]:
    return {"campaign_id": campaign["campaign"]}


def _add(town: Town, of: Any, told: dict[str, Any]) -> UUID:
    from baken.tenancy import kept

    with scope(town.woerden.id):
        kept.add(of, told, actor=town.actor("focal_point"), now=town.now, command_id=_ONES)
    return uuid5(_ONES, of.__name__)
