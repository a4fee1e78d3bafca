"""The caseload, opening files, one file, and everything that is recorded in it."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from baken.care.clients import actions, caseload, forms, panels
from baken.care.clients.acts import ACTS, Act
from baken.care.common import clients, lists, room
from baken.care.common.panels import panels as parts_of
from baken.care.common.sharing import FOR
from baken.clock import now
from baken.core.derive.client import ClientState
from baken.ledger import naming
from baken.ledger.models import ClientRow, NotificationRow
from baken.ledger.projections import reference
from baken.ledger.streams import Stream
from baken.tenancy import doors
from baken.tenancy.scope import current
from baken.web import received
from baken.web.acting import asks
from baken.web.deciding import Decision, Given, decision
from baken.web.parts import Link

LIST, BEGIN, HOLD = "care.list", "care.begin", "retention.hold"


@require_safe
def clients_page(request: HttpRequest) -> HttpResponse:
    """Who is helped now. Where the organisation has a system of its own, what still works here."""
    doors.require(request, LIST)
    if not room.is_on(now()):
        return render(request, "care_clients/off.html")
    together = _id(request.GET.get("samen"))
    context = {
        "found": caseload.caseload(now(), page=_number(request.GET.get("blad")), together=together),
        "closed": None if together else caseload.closed(),
        "together": together,
        "may_begin": doors.decide(request, BEGIN).allowed,
        "may_keep": doors.decide(request, clients.KEEP).allowed,
    }
    return render(request, "care_clients/caseload.html", context)


@asks
def open_(request: HttpRequest) -> HttpResponse:
    """Open one file, or several for people found together, without a notification."""
    return _open(request, None, Link(reverse("care_clients:caseload"), _("Alle cliënten")))


@asks
def open_from(request: HttpRequest, notification: UUID) -> HttpResponse:
    """Open files for the presumed victims of a notification that was received."""
    back = Link(reverse("refer:notification", args=[notification]), _("Terug naar de melding"))
    return _open(request, notification, back)


def _open(request: HttpRequest, notification: UUID | None, back: Link) -> HttpResponse:
    clients.require_room(request, BEGIN)
    if notification is not None:
        _must_be_here(notification)
        notification = naming.goes_on_in(
            notification
        )  # who came by the one without a name opens for the same people
        doors.looked_at(request, kind="notification", object_id=notification)
    words = Decision(
        title=_("Cliëntdossier openen"),
        lead=_(
            "Zijn er meer mensen samen gevonden? Open dan alle dossiers in één keer. Ieder dossier staat op zichzelf: "
            "in het ene staat niets over de ander."
        ),
        button=_("Openen"),
        done=_("Geopend. Spreek nu eerst veilig contact af."),
        back=back,
    )

    def act(form: Any, given: Given) -> str:
        data = form.cleaned_data
        opening = actions.Opening(
            names=data["names"],
            source="notification" if notification else data["source"],
            ground=data["ground"],
            age=data["age"],
            told=form.told("because"),
            notification=notification,
        )
        opened = actions.open_files(opening, **given)
        if len(opened) == 1:
            return reverse("care_clients:client", args=[opened[0]])
        group = clients.state(clients.read(opened[0])).together
        return f"{reverse('care_clients:caseload')}?samen={group}"

    def form(*args: Any, **options: Any) -> forms.OpenForm:
        return forms.OpenForm(*args, from_notification=notification is not None, **options)

    return decision(request, words, form=form, act=act)


@require_safe
def client(request: HttpRequest, client: UUID) -> HttpResponse:
    """One file: safe contact first, then every part that a room of care brings."""
    found = clients.require(request, clients.READ, client)
    state = clients.state(found)
    may_keep, may_list, may_hold = (doors.decide(request, one).allowed for one in (clients.KEEP, LIST, HOLD))
    context = {
        "client": found,
        "state": state,
        "reference": reference(client),
        "name": _name(found, state),
        "panels": parts_of(found, now(), may_keep=may_keep and state.open),
        "when_closed": panels.when_closed(found, may_hold=may_hold) if may_keep and not state.open else [],
        "others": _others(state) if may_list else None,
        "may_list": may_list,
        "notification": _notification(request, state),
    }
    return render(request, "care_clients/client.html", context)


@asks
def act(request: HttpRequest, client: UUID, act: str, part: UUID | None = None) -> HttpResponse:
    """Record something in a file, or about one need or one consent in it."""
    return _act(request, client, ACTS[act], str(part) if part else "")


def _act(request: HttpRequest, client: UUID, act: Act, part: str) -> HttpResponse:
    found = clients.require(request, clients.KEEP, client)
    state = clients.state(found)
    if act.part and part not in {"need": state.needs, "consent": state.consents}[act.part]:
        raise Http404
    there = reverse("care_clients:client", args=[client])
    words = Decision(
        title=str(act.title),
        lead=str(act.lead),
        button=str(act.button),
        done=str(act.done),
        back=Link(there, _("Terug naar het dossier")),
    )

    def do(form: Any, given: Given) -> str:
        told = form.told(*act.words) if act.words else {}
        actions.record(client, act, form.cleaned_data, told, part=part, **given)
        return there

    initial = _again(found, state, act) | _for_whom(request, act) if request.method != "POST" else {}
    return decision(request, words, form=act.form, act=do, initial=initial, first=lambda: act.first(state))


def _again(found: Stream, state: ClientState, act: Act) -> dict[str, Any]:
    """Return the last answers to the same questions, so that nobody types them again."""
    ref = act.again(state)
    if ref is None:
        return {}
    told = clients.words(found, [ref])[ref]
    return {**{name: told.get(name, "") for name in act.words}, "age": state.age, "role": state.role}


def _for_whom(request: HttpRequest, act: Act) -> dict[str, Any]:
    """Return for whom somebody came to record consent, from a page where it was lacking."""
    wanted = request.GET.get(FOR, "")
    asks_for_whom = "recipient" in getattr(act.form, "base_fields", {})
    return {"recipient": wanted} if asks_for_whom and wanted in lists.recipients() else {}


def _name(found: Stream, state: ClientState) -> str:
    return str(clients.words(found, [state.identity])[state.identity].get("working_name") or "")


def _others(state: ClientState) -> Link | None:
    if state.together is None:
        return None
    return Link(f"{reverse('care_clients:caseload')}?samen={state.together}", _("Samen gevonden met anderen"))


def _notification(request: HttpRequest, state: ClientState) -> Link | None:
    if state.notification is None or not doors.decide(request, "notification.read").allowed:
        return None
    there = NotificationRow.objects.filter(organisation_id=current(), stream_id=UUID(state.notification))
    if not there.exclude(sender__in=received.not_to_read(request)).exists():
        return None
    return Link(
        reverse("refer:notification", args=[state.notification]), _("De melding waar dit uit voortkwam")
    )


def _must_be_here(notification: UUID) -> None:
    if not NotificationRow.objects.filter(organisation_id=current(), stream_id=notification).exists():
        raise Http404


def ways_on(request: HttpRequest, notification: UUID) -> list[Link]:
    """From a received notification: open files, and the files that came from it."""
    if not doors.decide(request, BEGIN).allowed or not room.is_on(now()):
        return []
    about = naming.about_the_same(notification)
    rows = ClientRow.objects.filter(organisation_id=current(), notification_id__in=about).order_by(
        "opened_at"
    )
    first = Link(reverse("care_clients:open_from", args=[about[0]]), _("Cliëntdossier openen"))
    return [
        first,
        *(
            Link(
                reverse("care_clients:client", args=[row.stream_id]),
                _("Dossier %(reference)s") % {"reference": row.reference},
            )
            for row in rows
        ),
    ]


def _number(text: str | None) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 6 else 1


def _id(text: str | None) -> UUID | None:
    try:
        return UUID(text) if text else None
    except ValueError:
        return None
