"""What outreach has on its calendar, for the overview, the year plan, agendas and calendars."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from baken.clock import now
from baken.core.policy.bundle import Bundle
from baken.core.vocabulary import outreach
from baken.programme.common import rhythm
from baken.programme.common.planned import Planned
from baken.programme.outreach import owing
from baken.programme.outreach.models import Announcement, Campaign, Contact, KitStep
from baken.tenancy import kept
from baken.web.fields import said


def planned(first: date, last: date, today: date) -> Iterator[Planned]:
    """Return what of outreach falls in these days."""
    bundle = owing.of_policy(now())
    for one in (*_owed(first, last, today, bundle), *_agreed(today), *_campaigns(today), *_repeats(today)):
        if one.first <= last and one.last >= first:
            yield one


def _owed(first: date, last: date, today: date, bundle: Bundle | None) -> Iterator[Planned]:
    for year in rhythm.years(first, last, today):
        for owed in owing.contacts_owed(year, today, bundle):
            words = _("%(what)s, keer %(number)s van %(times)s in %(year)s") % {
                "what": said(owed.element.name),
                "number": owed.turn.number,
                "times": owed.element.times,
                "year": year,
            }
            yield Planned(
                "outreach",
                words,
                owed.turn.first,
                owed.turn.last,
                owed.state,
                href=reverse("programme_outreach:contacts"),
            )
        for missing in owing.campaigns_owed(year, today, bundle):
            if missing.campaign is None:
                words = _("%(campaign)s plannen") % {"campaign": said(missing.kind.name)}
                href = reverse("programme_outreach:plan", args=[missing.kind.id])
                yield Planned("campaign", words, missing.first, missing.last, missing.state, href=href)


def _agreed(today: date) -> Iterator[Planned]:
    every = list(kept.kept(Contact))
    for one in every:
        if one.next_on is not None:
            words = _("%(organisation)s opnieuw bereiken") % {"organisation": one.organisation}
            state = owing.next_contact_state(one, every, today)
            yield Planned(
                "outreach",
                words,
                one.next_on,
                one.next_on,
                state,
                owner=one.by,
                href=reverse("programme_outreach:contacts"),
            )


def _campaigns(today: date) -> Iterator[Planned]:
    steps = defaultdict(list)
    for step in kept.kept(KitStep):
        steps[step.campaign_id].append(step)
    for campaign in kept.kept(Campaign):
        href = reverse("programme_outreach:campaign", args=[campaign.id])
        words = _("Campagne %(name)s") % {"name": campaign.name}
        state = owing.state_of(campaign, today)
        yield Planned(
            "campaign", words, campaign.from_date, campaign.until_date, state, owner=campaign.owner, href=href
        )
        for step in steps[campaign.id]:
            on = owing.step_day(step, campaign)
            words = f"{campaign.name}: {step.what}"
            state = owing.step_state(step, campaign, today)
            yield Planned(
                "campaign_step", words, on, on, state, owner=step.owner or campaign.owner, href=href
            )


def _repeats(today: date) -> Iterator[Planned]:
    for one in kept.kept(Announcement).filter(repeat_on__isnull=False):
        state = owing.announcement_state(one, today)
        if state is None or one.repeat_on is None:
            continue
        words = _("Opnieuw laten weten waar men kan melden: %(place)s") % {
            "place": said(outreach.PLACES[one.place])
        }
        yield Planned(
            "announcement",
            words,
            one.repeat_on,
            one.repeat_on,
            state,
            href=reverse("programme_outreach:announcements"),
        )
