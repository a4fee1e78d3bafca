"""The reporter's envelope: opened with a reason, by who holds the post, and shown once (ROLE-03)."""

from collections.abc import Mapping
from functools import partial
from uuid import UUID, uuid4

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from baken.clock import now
from baken.core.decide.refusal import Refused
from baken.core.derive.access import Relation
from baken.ledger import refs, store
from baken.ledger.models import VaultRecord
from baken.ledger.signals import SignalFile
from baken.route import actions, forms
from baken.tenancy import doors, keys, sessions
from baken.tenancy.scope import current
from baken.web.acting import Ask, asks, back_to, common_for, signal_file, words_begin
from baken.web.parts import Line


@asks
def open_(request: HttpRequest, signal: UUID) -> HttpResponse:
    """Ask why, record it, and show who reported. Reloading the page does not show it again."""
    file = signal_file(request, signal, "signal.read")
    doors.require(request, "envelope.open", Relation(holds_post=_post(file) in actor_posts(request)))
    make = partial(
        forms.EnvelopeForm,
        file=file,
        label=_("Schrijf in een of twee zinnen waarom."),
        hint=_("De functionaris gegevensbescherming ziet de keuze hierboven, niet deze woorden."),
    )
    secret = sessions.open_vault(request, now=now())
    if request.method != "POST" or secret is None:
        form = make(initial={"command": uuid4(), "looked_at": file.stream.number})
        return _asked(request, file, form, vault_open=secret is not None)
    form = make(request.POST)
    if not form.is_valid():
        return _asked(request, file, form, status=422)
    common = common_for(request, signal, form)
    if store.earlier(common["command_id"]):
        messages.info(request, _("De envelop is al geopend en wordt niet nog eens getoond."))
        return back_to(signal)
    try:
        found = actions.open_envelope(
            why=form.cleaned_data["why"], reason=form.cleaned_data["reason"], secret=secret, **common
        )
    except Refused as refused:
        return _asked(request, file, form, status=409, refused=refused)
    except store.Conflict:
        return _asked(request, file, form, status=409, conflict=True)
    except keys.CannotOpen:
        return _asked(request, file, form, status=409, wrong_key=True)
    doors.looked_at(request, why=f"envelope:{form.cleaned_data['why']}")
    return render(request, "route/envelope_open.html", {"file": file, "lines": _lines(found)})


def actor_posts(request: HttpRequest) -> frozenset[UUID]:
    """The posts whose envelopes the acting member may open now."""
    return request.actor.post_ids  # type: ignore[attr-defined, no-any-return]


def _lines(found: Mapping[str, str]) -> list[Line]:
    """What is in the envelope; a coordinator's name is there as well, for it points to the reporter's team."""
    terms = {
        "name": _("Naam"),
        "contact": _("Contact"),
        "team": _("Team"),
        "coordinator": _("Teamcoördinator"),
        "reach": _("Hoe te bereiken"),
    }
    return [Line(term, found[key]) for key, term in terms.items() if found.get(key)]


def _post(file: SignalFile) -> UUID | None:
    """The post to which the envelope was sealed; a signal without an envelope has no such page."""
    if file.state.envelope is None:
        raise Http404
    record, _digest = refs.parts(file.state.envelope)
    return (
        VaultRecord.objects.filter(organisation_id=current(), stream_id=file.id, id=record)
        .values_list("post", flat=True)
        .first()
    )


def _asked(
    request: HttpRequest,
    file: SignalFile,
    form: forms.EnvelopeForm,
    *,
    status: int = 200,
    vault_open: bool = True,
    refused: Refused | None = None,
    conflict: bool = False,
    wrong_key: bool = False,
) -> HttpResponse:
    words = Ask(
        title=_("Envelop van de melder openen"),
        lead=_(
            "U ziet de naam één keer, op de volgende pagina. Dat u de envelop opende en waarom, wordt vastgelegd."
        ),
        button=_("Envelop openen"),
        done="",
    )
    context = {
        "ask": words,
        "file": file,
        "form": form,
        "vault_open": vault_open,
        "refused": refused,
        "conflict": conflict,
        "wrong_key": wrong_key,
        "words_begin": words_begin(form),
    }
    return render(request, "route/envelope.html", context, status=status)
