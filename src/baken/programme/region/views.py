"""The regions of an organisation: who takes part, what members released to each other, and releasing (REG-05 to 07)."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from baken.clock import now
from baken.core.decide.refusal import Refused
from baken.core.vocabulary.moments import civil_date
from baken.core.vocabulary.text import Text
from baken.programme.region import queries, sharing
from baken.programme.region.queries import Seen
from baken.programme.region.sharing import Received
from baken.tenancy import doors
from baken.tenancy.regions import Part
from baken.web.acting import asks
from baken.web.deciding import Decision, DecisionForm, Given, decision
from baken.web.fields import said
from baken.web.parts import Link, Table
from baken.web.templatetags.baken import civil as _day

READ, RELEASE = "programme.read", "programme.release"


class LookedForm(DecisionForm):
    """Confirms what was looked at. `seen` says what that was."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False)


@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    """The regions that the organisation takes part in, and those it left."""
    doors.require(request, READ)
    rows = [
        (Link(reverse("programme_region:region", args=[one.slug]), one.name), _kind(one.kind), _span(own))
        for one, own in queries.of_mine(_today())
    ]
    table = Table(_("Uw regio's"), (_("Regio"), _("Soort"), _("U doet mee")), rows, hide_caption=True)
    return render(request, "programme_region/overview.html", {"regions": table})


@require_safe
def region(request: HttpRequest, slug: str) -> HttpResponse:
    """One region: who takes part, and what was released, side by side."""
    doors.require(request, READ)
    found = queries.seen(slug, _today())
    got = queries.everything(found)
    releases = doors.decide(request, RELEASE).allowed
    context = {
        "region": found.region,
        "kind": _kind(found.region.kind),
        "own": found.own,
        "members": _members(found),
        "sections": queries.sections(found, got),
        "releases": releases,
        "mine": _mine(slug, got, releases=releases),
    }
    return render(request, "programme_region/region.html", context)


@require_safe
def received(request: HttpRequest, slug: str, release: UUID) -> HttpResponse:
    """One release, all of it, as it was received."""
    doors.require(request, READ)
    found = queries.seen(slug, _today())
    got, title, tables = queries.read(found, release)
    context = {"region": found.region, "got": got, "title": title, "tables": tables}
    return render(request, "programme_region/received.html", context)


@require_safe
def choose(request: HttpRequest, slug: str) -> HttpResponse:
    """What can be released, and what was."""
    doors.require(request, RELEASE)
    found = _taking_part(slug)
    rows = [
        (
            Link(reverse("programme_region:look", args=[slug, one.kind.id, one.about]), one.title),
            one.kind.title,
            _("nog niet")
            if one.at is None
            else [one.at, _("Sindsdien veranderd.") if one.changed else _("Sindsdien niet veranderd.")],
        )
        for one in queries.sendable(found)
    ]
    table = Table(_("Wat u kunt delen"), (_("Wat"), _("Soort"), _("Gedeeld op")), rows, hide_caption=True)
    return render(request, "programme_region/choose.html", {"region": found.region, "sendable": table})


@asks
def look(request: HttpRequest, slug: str, kind: str, about: str) -> HttpResponse:
    """See exactly what would go and to whom, and release it."""
    doors.require(request, RELEASE)
    found = _taking_part(slug)
    going = queries.going(found, kind, about)
    others = [one.member.name for one in found.members if one.member.id != found.own.member.id]
    asked = _words(
        found,
        _("Delen met %(region)s") % {"region": found.region.name},
        "",
        _("Dit delen"),
        _("Gedeeld. De leden van de regio hebben nu elk een kopie."),
        template="programme_region/look.html",
        context={"going": going, "title": _said(going.title), "others": others},
    )

    def act(form: Any, given: Given) -> str:
        if form.cleaned_data["seen"] != going.digest:
            raise _changed()
        sharing.release(kind, about, going.payload, found.region, **given)
        doors.looked_at(request, deed="share")
        return reverse("programme_region:region", args=[slug])

    return decision(request, asked, form=LookedForm, act=act, initial={"seen": going.digest})


@asks
def withdraw(request: HttpRequest, slug: str, kind: str, about: str) -> HttpResponse:
    """Take back what was released, wherever it went."""
    doors.require(request, RELEASE)
    found = queries.seen(slug, _today())
    sent = queries.mine(queries.everything(found))
    if not any((one.kind, one.about) == (kind, about) for one, _title in sent):
        raise Http404
    asked = _words(
        found,
        _("Niet langer delen"),
        _(
            "Bij alle leden wordt leeg wat u hiervan deelde, ook wat u eerder deelde en bij wie de regio verliet. "
            "Wat iemand al las of overnam, kunt u niet terughalen."
        ),
        _("Terugnemen"),
        _("Teruggenomen. Bij de leden staat er niets meer van."),
    )

    def act(form: Any, given: Given) -> str:
        sharing.withdraw(kind, about, found.region, now=given["now"])
        return reverse("programme_region:region", args=[slug])

    return decision(request, asked, form=DecisionForm, act=act)


def _said(words: Text | str) -> str:
    return said(words) if isinstance(words, Text) else words


def _words(found: Seen, title: str, lead: str, button: str, done: str, **more: Any) -> Decision:
    back = Link(
        reverse("programme_region:region", args=[found.region.slug]),
        _("Naar %(region)s") % {"region": found.region.name},
    )
    return Decision(title, lead, button, done, back, writes=False, **more)


def _taking_part(slug: str) -> Seen:
    found = queries.seen(slug, _today())
    if found.own.left:
        raise Http404
    return found


def _members(found: Seen) -> Table:
    return Table(
        _("Wie doen mee"),
        (_("Organisatie"), _("Doet mee")),
        [(one.member.name, _span(one)) for one in (*found.members, *found.former)],
        hide_caption=True,
    )


def _mine(slug: str, got: Sequence[Received], *, releases: bool) -> Table:
    rows = [
        (
            Link(reverse("programme_region:received", args=[slug, one.id]), title),
            one.at,
            Link(reverse("programme_region:withdraw", args=[slug, one.kind, one.about]), _("Terugnemen")),
        )
        for one, title in queries.mine(got)
    ]
    headers = (_("Wat"), _("Gedeeld op"), _("Niet langer delen?"))
    shown = len(headers) if releases else len(headers) - 1
    return Table(_("Wat u deelde"), headers[:shown], [row[:shown] for row in rows], hide_caption=True)


def _span(part: Part) -> str:
    days = {"since": _day(part.since), "until": _day(part.until)}
    if part.until is None:
        return _("sinds %(since)s") % days
    return _("van %(since)s tot en met %(until)s") % days


def _changed() -> Refused:
    return Refused(
        Text("Wat u wilt delen, is net veranderd.", "What you want to release has just changed."),
        Text("U deelt alleen wat u zelf hebt gezien.", "You release only what you have seen yourself."),
        Text(
            "Open deze pagina opnieuw en bekijk wat er nu gaat.",
            "Open this page again and see what goes now.",
        ),
    )


def _kind(kind: str) -> Text:
    return queries.NAMES[kind]


def _today() -> date:
    return civil_date(now())
