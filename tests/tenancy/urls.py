"""The addresses of this room and of the frame, with a few pages of their own that only tests visit."""

from django.core.exceptions import PermissionDenied
from django.db import connection
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.urls import include, path

from baken.clock import now
from baken.core.derive.access import Relation
from baken.tenancy import doors, sessions
from baken.tenancy.models import Membership
from baken.tenancy.scope import NoScope, current


def whoami(request: HttpRequest) -> HttpResponse:
    """Who acts, and what the database shows."""
    actor = request.actor  # type: ignore[attr-defined]
    try:
        organisation = str(current())
    except NoScope:
        organisation = ""
    seen = sorted({str(row.organisation_id) for row in Membership.objects.all()})
    vault = sessions.open_vault(request, now=now())
    return JsonResponse(
        {
            "membership": str(actor.membership_id) if actor else "",
            "roles": sorted(actor.roles) if actor else [],
            "scope": organisation,
            "sees": seen,
            "opens": len(vault.posts) if vault else 0,
            "backend": backend(),
        }
    )


def backend() -> int:
    """The database connection that served this request."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        found: int = cursor.fetchone()[0]
    return found


def write(request: HttpRequest, how: str) -> HttpResponse:
    """Write something, and end in several ways."""
    doors.require(request, "signal.report")
    Membership.objects.filter(roles__contains=["policy_adviser"]).update(active=False)
    match how:
        case "fine":
            return HttpResponse("ok")
        case "refused":
            return HttpResponse("no", status=422)
        case "broken":
            return HttpResponse("broken", status=500)
        case "missing":
            raise Http404
        case "forbidden":
            raise PermissionDenied
        case "login":
            raise doors.LoginNeeded
    raise RuntimeError(how)


def door(request: HttpRequest, action: str) -> HttpResponse:
    """Ask for one right."""
    doors.require(request, action, Relation(holds_post=True))
    return HttpResponse("ok")


urlpatterns = [
    path("", include("baken.web.urls")),
    path("", include("baken.tenancy.urls")),
    path("", include("baken.account.urls")),
    path("", include("baken.account.single_sign_on.urls")),
    path("", include("baken.feedback.urls")),
    path("", include("baken.posts.urls")),
    path("probe/", whoami),
    path("schrijf/<str:how>/", write),
    path("deur/<str:action>/", door),
]
handler403 = "baken.web.errors.forbidden"
handler404 = "baken.web.errors.not_found"
handler500 = "baken.web.errors.broken"
