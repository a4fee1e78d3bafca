"""Adding one file to a signal, and opening its copy. Both are for who handles the signal, and for nobody else."""

from typing import Any
from uuid import UUID, uuid4

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from baken.core.decide.refusal import Refused
from baken.core.decide.rules import must_be_open
from baken.files import actions, limits
from baken.files.forms import FileForm
from baken.ledger import store
from baken.ledger.signals import SignalFile
from baken.tenancy import doors
from baken.web.acting import Ask, asks, back_to, common_for, seen_now, signal_file, words_begin
from baken.web.allowing import allow
from baken.web.fields import said
from baken.web.plain import takes_bytes

HANDLE = "signal.handle"
AROUND = 100_000
"""Room for what is asked beside the file."""
TYPES = {
    limits.JPEG: ("image/jpeg", "jpg"),
    limits.PNG: ("image/png", "png"),
    limits.PDF: ("application/pdf", "pdf"),
}


@takes_bytes(limits.MAX_FILE + AROUND)
@asks
def add(request: HttpRequest, signal: UUID) -> HttpResponse:
    """Ask for a file and why it is needed, and keep it. Where the policy does not switch files on there is no page."""
    file = signal_file(request, signal, HANDLE)
    if file.bundle.files is None:
        raise Http404
    if request.method != "POST":
        try:
            must_be_open(file.state)
        except Refused as refused:
            return _page(request, file, None, refused=refused)
        return _page(
            request, file, FileForm(file=file, initial={"command": uuid4(), "looked_at": file.stream.number})
        )
    form = FileForm(request.POST, files=request.FILES, file=file)
    if not form.is_valid():
        return _page(request, file, form, status=422)
    common = common_for(request, signal, form)
    if store.earlier(common["command_id"]):
        return back_to(signal)
    seen = form.cleaned_data.get("looked_at")
    if seen is not None and seen != file.stream.number:
        return _page(request, file, seen_now(form, file), status=409, conflict=True)
    given = form.cleaned_data
    try:
        actions.add(
            kind=given["kind"], file=given["sent"], reason=given["reason"], asked=form.asked, **common
        )
    except Refused as refused:
        return _page(request, file, form, status=409, refused=refused)
    except store.Conflict:
        return _page(request, file, form, status=409, conflict=True)
    messages.success(request, _("Het bestand is bewaard. U ziet het bij het signaal."))
    return back_to(signal)


@require_safe
def copy(request: HttpRequest, signal: UUID, number: int) -> HttpResponse:
    """Give the cleaned copy as a file to keep apart; a browser shows nothing of it within a page of Baken."""
    file = signal_file(request, signal, HANDLE)
    if not 1 <= number <= len(file.state.files):
        raise Http404
    doors.looked_at(request, deed="export")
    kept = file.state.files[number - 1]
    kind, ending = TYPES[kept.media]
    answer = HttpResponse(actions.copy_of(signal, kept), content_type=kind)
    answer["Content-Disposition"] = f'attachment; filename="bestand-{number}.{ending}"'
    allow(answer, "sandbox")
    return answer


def _page(
    request: HttpRequest,
    file: SignalFile,
    form: FileForm | None,
    *,
    status: int = 200,
    refused: Refused | None = None,
    conflict: bool = False,
) -> HttpResponse:
    switch = file.bundle.files
    words = Ask(
        title=_("Bestand toevoegen"),
        lead=_("Alleen als u niet kunt opschrijven wat u zag. Een foto laat vaak meer zien dan nodig is."),
        button=_("Bestand bewaren"),
        done="",
    )
    context: dict[str, Any] = {
        "ask": words,
        "because": said(switch.because) if switch else "",
        "file": file,
        "form": form,
        "refused": refused,
        "conflict": conflict,
        "words_begin": words_begin(form) if form else "",
    }
    return render(request, "files/add.html", context, status=status)
