"""Pages to read the policy in force."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from baken.clock import now
from baken.core.vocabulary.moments import civil_date
from baken.ledger import policies
from baken.tenancy import doors


@require_safe
def read(request: HttpRequest) -> HttpResponse:
    """Show the policy that is in force today."""
    doors.require(request, "policy.read")
    return render(request, "policy/read.html", {"bundle": policies.in_force(civil_date(now()))})
