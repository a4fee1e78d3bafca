"""The page where a member makes the route sheet of their own organisation (REP-10)."""

from collections.abc import Collection
from datetime import date, datetime
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language, override
from django.views.decorators.http import require_http_methods

from baken.clock import now
from baken.core.policy.bundle import Bundle
from baken.core.vocabulary.moments import civil_date
from baken.core.vocabulary.text import Text
from baken.ledger import policies
from baken.policy.models import Contact
from baken.policy.sheet import contacts, contents, words
from baken.policy.sheet.forms import SheetForm
from baken.policy.sheet.on_route import partners
from baken.policy.sheet.parts import reach
from baken.policy.sheet.people import named
from baken.tenancy import doors
from baken.tenancy.models import Organisation
from baken.tenancy.queries import colleagues
from baken.tenancy.scope import current
from baken.web import printing
from baken.web.parts import Link, Table
from baken.web.templatetags.baken import civil

TEMPLATE = Path(__file__).parent / "typst" / "sheet.typ"


@require_http_methods(["GET", "HEAD", "POST"])
def sheet(request: HttpRequest) -> HttpResponse:
    """Choose for whom and in which language; sent, the answer is the sheet itself. Nothing of it is kept."""
    doors.require(request, "sheet.read")
    today = now()
    bundle = policies.in_force(civil_date(today))
    if bundle is None:
        return render(request, "policy/sheet.html", {"bundle": None})
    fresh = {"audience": "everyone", "language": (get_language() or "nl")[:2]}
    form = SheetForm(request.POST) if request.method == "POST" else SheetForm(initial=fresh)
    if form.is_bound and form.is_valid():
        return _download(request, bundle, today, form.cleaned_data["audience"], form.cleaned_data["language"])
    people = named(colleagues(today), for_staff=False)
    kept = contacts.contacts()
    may_keep = doors.decide(request, "contact.keep").allowed
    shown = {
        "form": form,
        "bundle": bundle,
        "people": Table(
            words.PEOPLE,
            (words.NAME, words.FUNCTION, words.EMAIL),
            [(one.name, list(one.does), one.email) for one in people],
            hide_caption=True,
        ),
        "contacts": Table(
            words.CONTACTS,
            (words.PARTNER, words.NAME, words.FUNCTION, words.REACH),
            [_row(bundle, one, may_keep=may_keep) for one in kept],
            hide_caption=True,
        ),
        "may_keep": may_keep,
        "unreachable": _unreachable(bundle, {one.partner for one in kept}),
    }
    return render(request, "policy/sheet.html", shown, status=422 if form.is_bound else 200)


def _row(bundle: Bundle, contact: Contact, *, may_keep: bool) -> tuple[object, ...]:
    here = contact.partner in bundle.partners
    partner = bundle.name_of(contact.partner) if here else words.GONE
    address = reverse("policy:contact", args=[contact.id])
    name = Link(address, contact.name) if may_keep else contact.name
    return partner, name, contact.task, [way for way in (contact.phone, contact.email) if way]


def _unreachable(bundle: Bundle, known: Collection[str]) -> list[tuple[str, Text]]:
    """Return the partners in the route of whom neither policy nor address book says how to reach them."""
    in_route = set(partners(bundle)) - set(known)
    return [
        (one.id, one.name)
        for one in bundle.partner_list
        if one.id in in_route and reach(one, {}) == words.NOWHERE
    ]


def _download(
    request: HttpRequest, bundle: Bundle, today: datetime, audience: str, language: str
) -> HttpResponse:
    organisation = Organisation.objects.get(pk=current())
    adopted = policies.decided().in_force(civil_date(today))
    assert adopted is not None  # there is a bundle in force, so somebody put it into use

    def say(text: Text) -> str:
        return text.in_(language)

    def day(of: date) -> str:
        return civil(of)

    with override(language):
        ground = contents.Ground(
            bundle=bundle,
            organisation=organisation.name,
            people=named(colleagues(today), for_staff=audience == "staff"),
            book=contacts.book(contacts.contacts()),
            report_address=request.build_absolute_uri(reverse("report", args=[organisation.slug])),
            card_address=request.build_absolute_uri(reverse("card:whole", args=[organisation.slug])),
            in_use_since=adopted.from_date,
            decision=adopted.decision,
            made_on=civil_date(today),
            audience=audience,
        )
        printed = contents.printed(ground, say, day)
    notice = say(printing.FICTIONAL) if settings.BAKEN_DEMO else ""
    made = printing.make(TEMPLATE, {**printed, "lang": language, "notice": notice})
    answer = HttpResponse(made, content_type="application/pdf")
    name = f"meldroute-{organisation.slug}-{civil_date(today)}-{language}.pdf"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
