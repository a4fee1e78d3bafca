"""One signal."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from baken.core.derive.access import Relation
from baken.route.queries.page import page
from baken.tenancy import doors
from baken.web.acting import signal_file


@require_safe
def show(request: HttpRequest, signal: UUID) -> HttpResponse:
    """Show the signal: what to do next first."""
    file = signal_file(request, signal, "signal.read")
    found = page(
        file,
        may_handle=doors.decide(request, "signal.handle").allowed,
        may_open=doors.decide(request, "envelope.open", Relation(holds_post=True)).allowed,
    )
    return render(request, "route/signal.html", {"page": found, "file": file})
