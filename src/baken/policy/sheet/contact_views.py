"""Writing down, changing and removing a contact at a partner."""

from typing import Any
from uuid import UUID, uuid4

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from baken.clock import now
from baken.core.policy.bundle import Bundle
from baken.core.vocabulary.moments import civil_date
from baken.ledger import policies
from baken.policy.models import Contact
from baken.policy.sheet import contacts
from baken.policy.sheet.forms import ContactForm
from baken.tenancy import doors
from baken.web.plain import mends_its_text

KEEP = "contact.keep"


@mends_its_text
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    """Write down a contact."""
    actor = doors.require(request, KEEP)
    bundle = _bundle()
    fresh = str(uuid4())
    if request.method != "POST":
        partner = request.GET.get("partner", "")
        form = ContactForm(bundle=bundle, initial={"partner": partner if partner in bundle.partners else ""})
        return _page(request, form, new=fresh)
    form = ContactForm(request.POST, bundle=bundle)
    new = _id(request.POST.get("new", "")) or UUID(fresh)
    if not form.is_valid():
        return _page(request, form, new=str(new), status=422)
    contacts.add(form.cleaned_data, id_=new, actor=actor, now=now())
    messages.success(request, _("De contactpersoon staat erbij."))
    return _back()


@mends_its_text
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, contact: UUID) -> HttpResponse:
    """Change a contact; whoever was later than a colleague is told so, and loses nothing."""
    actor = doors.require(request, KEEP)
    found, bundle = _contact(contact), _bundle()
    if request.method != "POST":
        told = {field: getattr(found, field) for field in contacts.FIELDS}
        return _page(request, ContactForm(bundle=bundle, initial=told), found=found)
    form = ContactForm(request.POST, bundle=bundle)
    if not form.is_valid():
        return _page(request, form, found=found, status=422)
    looked_at = request.POST.get("looked_at", "")
    try:
        seen = int(looked_at) if looked_at.isascii() and looked_at.isdigit() and len(looked_at) < 10 else 0
        contacts.change(contact, form.cleaned_data, looked_at=seen, actor=actor, now=now())
    except contacts.Changed:
        return _page(request, form, found=found, status=409, conflict=True)
    messages.success(request, _("De contactpersoon is gewijzigd."))
    return _back()


@require_http_methods(["GET", "HEAD", "POST"])
def remove(request: HttpRequest, contact: UUID) -> HttpResponse:
    """Ask once more, and then remove a contact for good."""
    doors.require(request, KEEP)
    found = _contact(contact)
    if request.method != "POST":
        partner = _bundle().name_of(found.partner)
        return render(request, "policy/contact_remove.html", {"contact": found, "partner": partner})
    contacts.remove(contact)
    messages.success(request, _("De contactpersoon is weggehaald."))
    return _back()


def _page(
    request: HttpRequest,
    form: ContactForm,
    *,
    found: Contact | None = None,
    new: str = "",
    status: int = 200,
    conflict: bool = False,
) -> HttpResponse:
    shown: dict[str, Any] = {"form": form, "contact": found, "new": new}
    if conflict and found is not None:
        shown["now_there"] = contacts.line(found)
    return render(request, "policy/contact.html", shown, status=status)


def _bundle() -> Bundle:
    bundle = policies.in_force(civil_date(now()))
    if bundle is None:
        raise Http404  # the partners come from the policy; without one there is nobody to write down
    return bundle


def _contact(id_: UUID) -> Contact:
    found = contacts.contact(id_)
    if found is None:
        raise Http404
    return found


def _id(sent: str) -> UUID | None:
    try:
        return UUID(sent)
    except ValueError:
        return None


def _back() -> HttpResponse:
    answer = HttpResponseRedirect(reverse("policy:sheet"))
    answer.status_code = 303
    return answer
