"""Campaigns that the policy sets a condition for: what the system saw, and a person who proposes and settles.

COMM-05, COMM-06. Baken never says that a condition is met. chosen: proposing and settling are two deeds, each with a
reason, a post and a day. One person may do both, as a small municipality has one; then the page says so.
"""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from baken.clock import now
from baken.core.decide.refusal import Refused
from baken.core.figures.shielding import FIRST
from baken.core.policy.programme import CampaignKind
from baken.core.vocabulary.moments import civil_date
from baken.core.vocabulary.text import Text
from baken.programme.common import nameless
from baken.programme.outreach import counting, forms, owing, withdrawing
from baken.programme.outreach.models import Campaign, Proposal, Registrations
from baken.programme.outreach.words import KEEP, READ, words
from baken.tenancy import doors, kept
from baken.tenancy.actors import Actor
from baken.web.acting import asks
from baken.web.deciding import Given, decision
from baken.web.fields import figure, said
from baken.web.parts import Table

REASONS = "programme_outreach:reasons"


@require_safe
def reasons(request: HttpRequest, kind: str) -> HttpResponse:
    """What could be a reason for a campaign, and what was proposed and settled."""
    doors.require(request, READ)
    element, keeps = conditional(kind), doors.decide(request, KEEP).allowed
    proposals = list(kept.kept(Proposal).filter(kind=kind).order_by("-proposed_on", "-changed_at"))
    context = {
        "kind": element,
        "when": condition(element),
        "halves": _halves(),
        "noted": _noted(kind, keeps),
        "proposals": proposals,
        "waiting": any(not one.outcome for one in proposals),
        "ready": confirmed(element) is not None,
        "keeps": keeps,
    }
    return render(request, "programme_outreach/reasons.html", context)


def conditional(kind: str) -> CampaignKind:
    """Return a kind of campaign with a condition; any other does not exist here."""
    found = owing.kind_of(kind, now())
    if found is None or found.when is None:
        raise Http404
    return found


def condition(element: CampaignKind) -> str:
    """Return the condition as the end of a sentence."""
    return said(element.when).rstrip(".") if element.when else ""


def confirmed(element: CampaignKind) -> Proposal | None:
    """Return the last proposal that was confirmed and of which there is no campaign yet."""
    used = kept.kept(Campaign).filter(proposal_id__isnull=False).values_list("proposal_id", flat=True)
    rows = kept.kept(Proposal).filter(kind=element.id, outcome="confirmed").exclude(id__in=list(used))
    return rows.order_by("-outcome_on", "-changed_at").first()


def _halves() -> Table:
    today = civil_date(now())
    return Table(
        _("Signalen en vragen bij uw organisatie, per half jaar"),
        (_("Half jaar"), _("Signalen"), _("Vragen")),
        [(counting.span(one.period), one.signals, one.questions) for one in counting.half_years(today)],
    )


def _noted(kind: str, keeps: bool) -> Table:
    rows = kept.kept(Registrations).filter(kind=kind).order_by("-year", "-changed_at")
    headers = (_("Jaar"), _("Registraties van de politie"), _("Waar staat dat"))
    small = _("minder dan %(number)s") % {"number": FIRST}
    return Table(
        _("Registraties van de politie, met de hand genoteerd"),
        (*headers, _("Fout?")) if keeps else headers,
        [
            (
                str(one.year),
                small if one.told is None else figure(one.told),
                one.source,
                *([withdrawing.link("aantal", one)] if keeps else []),
            )
            for one in rows
        ],
    )


@asks
def propose(request: HttpRequest, kind: str) -> HttpResponse:
    """Propose a campaign, with the reason."""
    actor = doors.require(request, KEEP)
    element = conditional(kind)
    asked = words(
        _("Campagne voorstellen"),
        _("De voorwaarde in het beleid is: %(when)s.") % {"when": condition(element)},
        _("Voorstellen"),
        _("Het voorstel staat klaar. Iemand bevestigt het, of wijst het af."),
        back=REASONS,
        args=(kind,),
    )

    def act(form: Any, given: Given) -> str:
        _one_at_a_time(kind)
        nameless.about_no_case(because=form.cleaned_data["because"])
        told = {
            "kind": kind,
            "name": said(element.name),
            "because": form.cleaned_data["because"],
            "proposed_as": form.cleaned_data["proposed_as"],
            "proposed_on": civil_date(given["now"]),
            "proposed_by": actor.membership_id,
        }
        kept.add(Proposal, told, **given)
        return reverse(REASONS, args=[kind])

    return decision(request, asked, form=forms.ProposalForm, act=act, first=lambda: _one_at_a_time(kind))


def _one_at_a_time(kind: str) -> None:
    if kept.kept(Proposal).filter(kind=kind, outcome="").exists():
        raise Refused(
            Text("Er ligt al een voorstel.", "There is a proposal already."),
            Text("Daarover is nog niet beslist.", "It was not settled yet."),
            Text("Beslis eerst over dat voorstel.", "Settle that one first."),
        )


@asks
def settle(request: HttpRequest, proposal: UUID) -> HttpResponse:
    """Confirm a proposal or decline it, with the reason."""
    actor = doors.require(request, KEEP)
    found = kept.one(Proposal, proposal)
    asked = words(
        _("Beslissen over het voorstel"),
        _("Baken beslist dit niet: kijk naar wat er gezien is, en weeg het zelf."),
        _("Beslissen"),
        _("De beslissing is vastgelegd."),
        back=REASONS,
        args=(found.kind,),
        template="programme_outreach/settle.html",
        context={"proposal": found, "own": found.proposed_by == actor.membership_id},
    )

    def act(form: Any, given: Given) -> str:
        settled(found, form.cleaned_data, actor, given)
        return reverse(REASONS, args=[found.kind])

    return decision(request, asked, form=forms.SettleForm, act=act, first=lambda: _still_open(found))


def settled(found: Proposal, told: dict[str, Any], actor: Actor, given: Given) -> None:
    """Write down what came of a proposal, once."""
    _still_open(found)
    nameless.about_no_case(outcome_because=told["outcome_because"])
    row = {
        **{name: told[name] for name in ("outcome", "outcome_because", "outcome_as")},
        "outcome_on": civil_date(given["now"]),
        "outcome_by": actor.membership_id,
    }
    kept.change(found, row, found.number, actor=actor, now=given["now"])


def _still_open(found: Proposal) -> None:
    if found.outcome:
        raise Refused(
            Text("Over dit voorstel is al beslist.", "This proposal was settled already."),
            Text("Een beslissing blijft staan zoals zij genomen is.", "A decision stands as it was taken."),
            Text(
                "Doe een nieuw voorstel als er iets veranderde.",
                "Make a new proposal where something changed.",
            ),
        )


def not_confirmed() -> Refused:
    """A campaign with a condition needs somebody who said that it is met."""
    return Refused(
        Text("Deze campagne heeft een voorwaarde.", "This campaign has a condition."),
        Text("Niemand heeft nog bevestigd dat die vervuld is.", "Nobody has confirmed yet that it is met."),
        Text(
            "Stel de campagne voor met een reden, en laat haar bevestigen.",
            "Propose the campaign with a reason, and have it confirmed.",
        ),
    )


@asks
def note_number(request: HttpRequest, kind: str) -> HttpResponse:
    """Note how many registrations the police told of in a year."""
    doors.require(request, KEEP)
    conditional(kind)
    asked = words(
        _("Registraties noteren"),
        _("Eén getal per jaar voor de hele gemeente, zoals de politie het in cijfers deelt."),
        _("Noteren"),
        _("Genoteerd."),
        back=REASONS,
        args=(kind,),
    )

    def act(form: Any, given: Given) -> str:
        told = {name: form.cleaned_data[name] for name in ("year", "told", "source")}
        if kept.kept(Registrations).filter(kind=kind, year=told["year"]).exists():
            raise Refused(
                Text("Van dit jaar staat er al een getal.", "There is a number of this year already."),
                Text("Twee getallen over één jaar verwarren.", "Two numbers of one year confuse."),
                Text(
                    "Neem eerst het andere terug, of kies een ander jaar.",
                    "Take the other back first, or choose another year.",
                ),
                field="year",
            )
        kept.add(Registrations, {**told, "kind": kind}, **given)
        return reverse(REASONS, args=[kind])

    initial = {"year": civil_date(now()).year - 1}
    return decision(request, asked, form=forms.RegistrationsForm, act=act, initial=initial)
