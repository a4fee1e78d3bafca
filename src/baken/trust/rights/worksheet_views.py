"""The worksheet of a request: who searches finds the person's records, decides about each, and writes the letter."""

import hashlib
import json
from collections.abc import Mapping
from functools import partial
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from baken.core.decide.request import may_write, must_allow_letter, must_allow_search
from baken.core.vocabulary.wording import CAPACITY
from baken.ledger import matters, store, vault
from baken.ledger.streams import Stream
from baken.tenancy import doors
from baken.trust.rights import actions, forms, paper, queries
from baken.trust.rights.views import SEARCH, found_for, matter_of, opened
from baken.web import received
from baken.web.acting import asks
from baken.web.deciding import Given
from baken.web.fields import said
from baken.web.parts import Line, Link

WHY = "rights_request"


@asks
def search(request: HttpRequest, request_id: UUID) -> HttpResponse:
    """Search for this request, and for no other: what was typed is kept with it alone (GEN-03)."""
    found = opened(request, request_id, right=SEARCH, why=WHY, deed="search")
    matter = matter_of(found)
    words = matter.words(
        _("Zoeken voor dit verzoek"),
        _(
            "Baken leest alle signalen, ontvangen meldingen en cliëntdossiers van uw organisatie door, in het geheugen."
            " Dat kan even duren. Wat u invult blijft bij dit verzoek. Wie de melder is, wordt niet doorzocht."
        ),
        _("Zoeken"),
        _("Er is gezocht. Beslis nu per stuk."),
        writes=False,
    )
    return matter.settle(
        request,
        words,
        forms.SearchForm,
        lambda form, given: actions.search(request=request_id, wanted=form.wanted, **given),
        there="trust_rights:worksheet",
        initial={"names": queries.who(found)["name"]},
        first=lambda: must_allow_search(found.state),
    )


@require_safe
def worksheet(request: HttpRequest, request_id: UUID) -> HttpResponse:
    """The records that came up, why, and what was decided about each."""
    found = opened(request, request_id, right=SEARCH, why=WHY)
    records = queries.worksheet(found)
    there = {str(one.id) for one in records}
    _noted(request, [(one.kind, one.id) for one in records])
    context = {
        "found": found,
        "records": records,
        "to_do": {one.record for one in found.state.to_do},
        "ready": may_write(found.state, there),
    }
    return render(request, "rights/worksheet.html", context)


@asks
def record(request: HttpRequest, request_id: UUID, record: UUID) -> HttpResponse:
    """One record: what it says of the person, and what may be given of it."""
    found = opened(request, request_id, right=SEARCH, why=WHY)
    stream = _stream(request, found, record)
    _noted(request, [(stream.kind, record)])
    matter = matter_of(found)
    weighed = found.state.weighed.get(str(record))
    words = matter.words(
        _("Beslissen over %(reference)s") % {"reference": queries.record_of(found, stream).reference},
        _("Is dit de verzoeker? Geef alleen eigen gegevens. Wie het meldde blijft altijd geheim."),
        _("Beslissing vastleggen"),
        _("De beslissing is vastgelegd."),
        template="rights/record.html",
        context={
            "found": found,
            "stream": stream,
            "rows": _rows(found, stream),
            "read": _page_of(stream),
            "postponed": queries.informing_put_off(stream),
        },
    )
    initial = {}
    if weighed is not None:
        refs = {"summary": weighed.summary, "note": weighed.note}
        kept = vault.get_many(request_id, [ref for ref in refs.values() if ref])
        initial = {
            "verdict": weighed.verdict,
            "give": list(weighed.give),
            "leave_out": list(weighed.leave_out),
            **{name: kept[ref]["text"] for name, ref in refs.items() if ref},
        }
    return matter.settle(
        request,
        words,
        forms.WeighForm,
        lambda form, given: actions.weigh(
            request=request_id,
            record=record,
            kind=stream.kind,
            **{name: form.cleaned_data[name] for name in ("verdict", "give", "leave_out", "summary", "note")},
            **given,
        ),
        there="trust_rights:worksheet",
        initial=initial,
    )


@asks
def act(request: HttpRequest, request_id: UUID, record: UUID) -> HttpResponse:
    """Carry out on one record what was asked, or say why not."""
    found = opened(request, request_id, right=SEARCH, why=WHY)
    stream = _stream(request, found, record)
    _noted(request, [(stream.kind, record)])
    matter = matter_of(found)
    words = matter.words(
        _("Uitvoeren bij %(reference)s") % {"reference": queries.record_of(found, stream).reference},
        _("Wie dit stuk van ons kreeg, moet het ook weten. Dat staat daarna open op uw werkvoorraad."),
        _("Vastleggen"),
        _("Het is gedaan en vastgelegd."),
        template="rights/act.html",
        context={
            "correct_href": _correct(stream) if found.state.right == "correction" else "",
        },
    )
    return matter.settle(
        request,
        words,
        partial(forms.ActForm, right=found.state.right),
        lambda form, given: actions.act(
            request=request_id,
            record=record,
            kind=stream.kind,
            done=form.cleaned_data["done"],
            reason=form.cleaned_data["reason"],
            **given,
        ),
        there="trust_rights:worksheet",
    )


@asks
def write_letter(request: HttpRequest, request_id: UUID) -> HttpResponse:
    """Read the letter as the person will, and record it."""
    doors.require(request, SEARCH)
    if request.method == "POST":
        store.hold(request_id)  # what is read stays so until the letter is recorded
    found = opened(request, request_id, right=SEARCH, why=WHY)
    matter = matter_of(found)
    there = queries.still_there(found)
    content, tells = paper.content(found)
    shown = hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()
    words = matter.words(
        _("Brief nalezen"),
        _("Lees dit alsof u de verzoeker bent, en daarna alsof u de melder bent."),
        _("Brief maken"),
        _("De brief is gemaakt. Haal haar op en verzend haar langs een veilige weg."),
        template="rights/letter.html",
        context={"content": content, "tells": tells},
    )

    def done(form: forms.LetterForm, given: Given) -> None:
        actions.letter(
            request=request_id, content=content, tells=tells, there=there, as_read=form.as_read, **given
        )

    return matter.settle(
        request,
        words,
        partial(forms.LetterForm, shown=shown),
        done,
        first=lambda: must_allow_letter(found.state, there),
    )


@require_safe
def letter(request: HttpRequest, request_id: UUID) -> HttpResponse:
    """The letter as a tagged PDF, as it was recorded."""
    doors.require(request, SEARCH)
    found = found_for(request_id)
    if found.state.letter is None:
        raise Http404
    doors.looked_at(request, kind="request", object_id=request_id, why=WHY, deed="print")
    printed = paper.letter(found, vault.get(request_id, found.state.letter))
    answer = HttpResponse(printed, content_type="application/pdf")
    answer["Content-Disposition"] = f'attachment; filename="antwoord-{found.reference}.pdf"'
    return answer


def _rows(found: queries.Request, stream: Stream) -> list[Line]:
    """What the record says of the person, row by row, beside why it came up."""
    return [Line(_("Zoals het er staat"), _as_written(row)) for row in queries.own_rows(found, stream)]


def _as_written(row: Mapping[str, Any]) -> str:
    shown = {**row, "capacity": ""}
    if capacity := CAPACITY.get(str(row.get("capacity", ""))):
        shown["capacity"] = said(capacity)
    return ", ".join(str(value) for value in shown.values() if str(value).strip())


def _noted(request: HttpRequest, records: list[tuple[str, UUID]]) -> None:
    for kind, id_ in records:
        doors.looked_at(request, kind=kind, object_id=id_, why=WHY)


def _stream(request: HttpRequest, found: queries.Request, record: UUID) -> Stream:
    try:
        stream = queries.stream_of(found, record)
    except matters.NotThere as missing:
        raise Http404 from missing
    if stream.kind == "client":
        doors.require(request, "care.read")  # what came up for a request is read by who may read it anyway
    if stream.kind == "notification":
        received.require(request, SEARCH, stream.id)
    return stream


def _page_of(stream: Stream) -> Link | None:
    """Return where the record itself can be read; a received notification shows on its own list."""
    if stream.kind == "signal":
        return Link(reverse("route:signal", args=[stream.id]), _("Het signaal lezen"))
    if stream.kind == "client":
        return Link(reverse("care_clients:client", args=[stream.id]), _("Het cliëntdossier lezen"))
    return None


def _correct(stream: Stream) -> str:
    pages = {"signal": "route:correct", "client": "care_clients:person"}
    return reverse(pages[stream.kind], args=[stream.id]) if stream.kind in pages else ""
