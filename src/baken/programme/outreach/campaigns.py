"""Campaigns: what comes back each year, what has a condition, and planning one (COMM-01, COMM-08, COMM-09)."""

from datetime import datetime
from typing import Any
from uuid import UUID, uuid5

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from baken.clock import now
from baken.core.policy.programme import CampaignKind
from baken.core.vocabulary.moments import civil_date
from baken.programme.common import nameless
from baken.programme.outreach import owing, proposing, withdrawing
from baken.programme.outreach.campaign_form import CampaignForm
from baken.programme.outreach.models import Campaign, KitStep, Proposal
from baken.programme.outreach.words import KEEP, READ, RUNNING, RUNS, words
from baken.programme.plan import queries as plan
from baken.programme.plan.models import Action
from baken.tenancy import doors, kept, regions
from baken.tenancy.actors import Actor
from baken.tenancy.scope import current
from baken.web.acting import asks
from baken.web.deciding import Given, decision
from baken.web.fields import said
from baken.web.parts import Link, Table
from baken.web.templatetags.baken import civil

FIELDS = (
    "name",
    "audiences",
    "whom",
    "message",
    "channels",
    "from_date",
    "until_date",
    "joint",
    "owner",
)
HOME, OWN = "programme_outreach:campaigns", "eigen"


@require_safe
def campaigns(request: HttpRequest) -> HttpResponse:
    """Every campaign, and which kinds the policy has."""
    doors.require(request, READ)
    today = civil_date(now())
    every = list(kept.kept(Campaign).order_by("-from_date", "name"))
    bundle = owing.of_policy(now())
    kinds = list(bundle.campaigns) if bundle else []
    ended = [one for one in every if owing.state_of(one, today) in ("done", "dropped")]
    context = {
        "now": _table(_("Campagnes van nu en straks"), [one for one in reversed(every) if one not in ended]),
        "ended": _table(_("Campagnes die voorbij zijn"), ended),
        "kinds": [(one, _missing(one, every)) for one in kinds if one.when is None],
        "conditional": [one for one in kinds if one.when is not None],
        "keeps": doors.decide(request, KEEP).allowed,
    }
    return render(request, "programme_outreach/campaigns.html", context)


def _missing(kind: CampaignKind, every: list[Campaign]) -> str:
    """Return the days for which a yearly campaign is still to be planned, or nothing."""
    week = owing.next_week(kind, civil_date(now()))
    if week is None or any(
        one.kind == kind.id and one.from_date.year == week[0].year and not one.dropped_on for one in every
    ):
        return ""
    return _("%(first)s tot en met %(last)s") % {"first": civil(week[0]), "last": civil(week[1])}


def _table(caption: str, rows: list[Campaign]) -> Table:
    return Table(
        caption,
        (_("Campagne"), _("Wanneer"), _("Wie trekt het"), _("Stand")),
        [
            (
                Link(reverse("programme_outreach:campaign", args=[one.id]), one.name),
                _("%(first)s tot en met %(last)s")
                % {"first": civil(one.from_date), "last": civil(one.until_date)},
                one.owner,
                state_words(one),
            )
            for one in rows
        ],
        hide_caption=True,
    )


def state_words(one: Campaign) -> str:
    """Return where a campaign stands, as a word."""
    today = civil_date(now())
    state = owing.state_of(one, today)
    runs = state in ("open", "due") and one.from_date <= today <= one.until_date
    return capfirst(str(RUNNING if runs else RUNS[state]))


@asks
def plan_one(request: HttpRequest, kind: str) -> HttpResponse:
    """Plan a campaign of a kind of the policy, or one of one's own."""
    doors.require(request, KEEP)
    element = _kind(kind)
    proposal = proposing.confirmed(element) if element and element.when else None
    asked = words(
        _("Campagne plannen"),
        _("Wat u wilt zeggen, tegen wie, wanneer en met wie. De stand volgt vanzelf uit de dagen."),
        _("Plannen"),
        _("De campagne staat gepland."),
        back=HOME,
    )

    def first() -> None:
        if element is not None and element.when is not None and proposal is None:
            raise proposing.not_confirmed()

    def act(form: Any, given: Given) -> str:
        first()
        told = {
            **_told(form),
            "kind": element.id if element else "",
            "proposal_id": getattr(proposal, "id", None),
        }
        made = add_campaign(told, element, **given)
        return reverse("programme_outreach:campaign", args=[made.id])

    return decision(request, asked, form=_form, act=act, initial=_initial(element), first=first)


def add_campaign(
    told: dict[str, Any], element: CampaignKind | None, *, actor: Actor, now: datetime, command_id: UUID
) -> Campaign:
    """Write a campaign down, with the steps of its kit; one that has begun already needs no steps."""
    made = kept.add(Campaign, told, actor=actor, now=now, command_id=command_id)
    for number, step in enumerate(element.kit if element and made.from_date >= civil_date(now) else ()):
        row = {"campaign_id": made.id, "days_before": step.days_before, "what": said(step.what)}
        kept.add(KitStep, row, actor=actor, now=now, command_id=uuid5(command_id, f"step {number}"))
    return made


def _kind(kind: str) -> CampaignKind | None:
    found = owing.kind_of(kind, now())
    if found is None and kind != OWN:
        raise Http404
    return found


def _initial(element: CampaignKind | None) -> dict[str, Any]:
    bundle = owing.of_policy(now())
    if element is None or bundle is None:
        return {}
    week = owing.next_week(element, civil_date(now()))
    known = {one.id for one in bundle.audiences}
    return {
        "name": f"{said(element.name)} {week[0].year}" if week else said(element.name),
        "message": said(element.message),
        "audiences": [one for one in element.audience if one in known],
        "joint": "\n".join(_neighbours()),
        **(dict(zip(("from_date", "until_date"), week, strict=True)) if week else {}),
    }


def _neighbours() -> list[str]:
    """Return the municipalities with which a campaign is shared by default: those of the regions we are in."""
    today, own = civil_date(now()), current()
    there = [
        one
        for region in regions.regions_of(own, today)
        for one in regions.members(region, today)
        if one.id != own
    ]
    return list(dict.fromkeys(one.name for one in there))


@asks
def change(request: HttpRequest, campaign: UUID) -> HttpResponse:
    """Change a campaign; the days of its steps move along."""
    doors.require(request, KEEP)
    found = kept.one(Campaign, campaign)
    asked = words(
        _("Campagne wijzigen"),
        _("Verandert de eerste dag, dan schuiven de stappen mee."),
        _("Opslaan"),
        _("De wijziging is opgeslagen."),
        back="programme_outreach:campaign",
        args=(found.id,),
        template="programme_outreach/change.html",
        context={"withdraw": withdrawing.link("campagne", found)},
    )

    def act(form: Any, given: Given) -> str:
        looked_at = form.cleaned_data["looked_at"] or 0
        kept.change(found, _told(form), looked_at, actor=given["actor"], now=given["now"])
        return reverse("programme_outreach:campaign", args=[found.id])

    initial = {
        **{name: getattr(found, name) for name in FIELDS},
        "joint": "\n".join(found.joint),
        "action": str(found.action_id or ""),
        "looked_at": found.number,
        "known": True,
    }
    return decision(request, asked, form=_form, act=act, initial=initial)


def _form(*args: Any, **options: Any) -> CampaignForm:
    edition = plan.in_use(civil_date(now()))
    there = plan.actions_of(edition) if edition else []
    chosen = str((options.get("initial") or {}).get("action") or "")
    choices = [(str(one.id), f"{one.label} {one.title}") for one in there]
    if chosen and chosen not in dict(choices):
        choices.append((chosen, action_words(UUID(chosen))))
    return CampaignForm(*args, actions=choices, **options)


def action_words(id_: UUID) -> str:
    """Return the action that a campaign belongs to, also one of a former edition."""
    found = kept.kept(Action).filter(id=id_).first()
    return f"{found.label} {found.title}" if found else _("een actie die is teruggenomen")


def _told(form: CampaignForm) -> dict[str, Any]:
    told = {name: form.cleaned_data[name] for name in FIELDS}
    nameless.about_no_case(name=told["name"], whom=told["whom"], message=told["message"])
    chosen = form.cleaned_data["action"]
    return {**told, "action_id": UUID(chosen) if chosen else None}


def proposal_of(one: Campaign) -> Proposal | None:
    """Return the confirmed proposal that a campaign came from."""
    return kept.kept(Proposal).filter(id=one.proposal_id).first() if one.proposal_id else None
