"""The requests of people concerned: registered and settled by the privacy officer, followed by the FG (V24)."""

from functools import partial
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from baken.clock import now
from baken.core.decide.request import must_be_open
from baken.ledger import matters
from baken.tenancy import doors
from baken.tenancy.looks import Deed
from baken.trust.rights import actions, forms, queries
from baken.web.acting import asks
from baken.web.deciding import Decision, Given, Matter, decision
from baken.web.parts import Link

READ, KEEP, SEARCH = "rights.read", "rights.keep", "rights.search"


@require_safe
def register(request: HttpRequest) -> HttpResponse:
    """Every request with its clock, and not one name."""
    doors.require(request, READ)
    context = {
        "table": queries.register(queries.every(now())),
        "may_keep": doors.decide(request, KEEP).allowed,
        "to_review": queries.to_review(now()),
    }
    return render(request, "rights/register.html", context)


@asks
def add(request: HttpRequest) -> HttpResponse:
    """Register a request."""
    doors.require(request, KEEP)
    words = Decision(
        title=_("Verzoek vastleggen"),
        lead=_(
            "Iemand vraagt wat er over hem of haar bekend is, of wil dat het verandert. Antwoord binnen een maand."
        ),
        button=_("Vastleggen"),
        done=_("Het verzoek is vastgelegd."),
        back=Link(reverse("trust_rights:register"), _("Alle verzoeken")),
        writes=False,
    )

    def act(form: Any, given: Given) -> str:
        data = form.cleaned_data
        made = actions.register(
            right=data["right"],
            received_on=data["received_on"],
            identity=data["identity"],
            who={name: data[name] for name in ("name", "reach", "asked")},
            **given,
        )
        return reverse("trust_rights:request", args=[made])

    return decision(request, words, form=forms.RegisterForm, act=act)


@require_safe
def show(request: HttpRequest, request_id: UUID) -> HttpResponse:
    """One request: the clock, what comes next, and (for who settles or searches) who asks."""
    found = opened(request, request_id, right=READ)
    may_keep, may_search = doors.decide(request, KEEP).allowed, doors.decide(request, SEARCH).allowed
    context = {
        "found": found,
        "lines": queries.lines(found, outcome=may_search or not may_keep),
        "who": queries.who(found) if may_keep or may_search else None,
        "may_keep": may_keep and not found.answered,
        "may_search": may_search and not found.answered,
        "reads_letter": may_search,
    }
    return render(request, "rights/request.html", context)


@asks
def identity(request: HttpRequest, request_id: UUID) -> HttpResponse:
    """Record how it was established who asks."""
    matter = matter_of(opened(request, request_id))
    words = matter.words(
        _("Identiteit vastleggen"),
        _("Zonder zekerheid over wie vraagt, zoekt en geeft niemand iets."),
        _("Vastleggen"),
        _("Vastgelegd hoe is vastgesteld wie het verzoek doet."),
    )
    return matter.settle(
        request,
        words,
        forms.IdentityForm,
        lambda form, given: actions.identify(
            request=request_id, identity=form.cleaned_data["identity"], **given
        ),
    )


@asks
def extend(request: HttpRequest, request_id: UUID) -> HttpResponse:
    """Take two months more."""
    matter = matter_of(opened(request, request_id))
    words = matter.words(
        _("Termijn verlengen"),
        _(
            "Dat mag één keer, met twee maanden, binnen de eerste maand. Vertel het de verzoeker, met de reden."
        ),
        _("Verlengen"),
        _("De termijn is verlengd."),
    )
    return matter.settle(
        request,
        words,
        forms.ExtendForm,
        lambda form, given: actions.extend(
            request=request_id,
            because=form.cleaned_data["because"],
            reason=form.cleaned_data["reason"],
            **given,
        ),
    )


@asks
def answered(request: HttpRequest, request_id: UUID) -> HttpResponse:
    """Record that the answer went out."""
    matter = matter_of(opened(request, request_id))
    words = matter.words(
        _("Antwoord verzonden"),
        _(
            "De aandachtsfunctionaris maakt de brief, en verzendt haar of geeft haar u gesloten. Leg hier vast hoe."
        ),
        _("Afronden"),
        _("Het verzoek is afgerond."),
    )
    return matter.settle(
        request,
        words,
        forms.AnsweredForm,
        lambda form, given: actions.answered(
            request=request_id,
            outcome=form.cleaned_data["outcome"],
            channel=form.cleaned_data["channel"],
            **given,
        ),
    )


def opened(
    request: HttpRequest, request_id: UUID, *, right: str = KEEP, why: str = "", deed: Deed | None = None
) -> queries.Request:
    """Let in who settles requests, or has another right, and say in the read log whose request it was."""
    doors.require(request, right)
    found = found_for(request_id)
    doors.looked_at(request, kind="request", object_id=request_id, why=why, deed=deed)
    return found


def matter_of(found: queries.Request) -> Matter:
    """What there is to decide about a request that was not answered yet."""
    first = partial(must_be_open, found.state)
    return Matter("trust_rights:request", found.id, _("Terug naar het verzoek"), first)


def found_for(request_id: UUID) -> queries.Request:
    """Return a request of this organisation; any other does not exist."""
    try:
        return queries.one(request_id, now())
    except matters.NotThere as missing:
        raise Http404 from missing
