"""The pages that belong to no room: the front door, the promise about data, the language."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from baken.tenancy.landing import place_for
from baken.web import navigation
from baken.web.elsewhere import EMERGENCY, PLACES


@require_safe
def landing(request: HttpRequest) -> HttpResponse:
    """Two doors, 112 first, and where else one can go. The second leads to where one's work is."""
    actor = getattr(request, "actor", None)
    shown = {"emergency": EMERGENCY, "places": PLACES, "door": None, "roles": frozenset()}
    if actor is not None:
        menu, place = navigation.items(request), place_for(actor)
        door = next((item for item in menu if item.href == place), menu[0] if menu else None)
        shown |= {"door": door, "roles": actor.roles}
    return render(request, "web/landing.html", shown)


@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    """Say in plain words what is kept and what is not."""
    return render(request, "web/privacy.html")


# Changing the language of someone else's page harms nobody, and without a token the front door and the
# error pages need no cookie at all.
@csrf_exempt
@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """Remember the chosen language until the browser closes, and go back to the page one came from."""
    asked = request.POST.get("language", "")
    answer = HttpResponseRedirect(_back_to(request.POST.get("next", "")))
    if asked in dict(settings.LANGUAGES):
        answer.set_cookie(
            settings.LANGUAGE_COOKIE_NAME, asked, httponly=True, samesite="Strict", secure=request.is_secure()
        )
    return answer


def _back_to(address: str) -> str:
    """The path that was asked for when it lies on this site, otherwise the front door."""
    own = address.startswith("/") and url_has_allowed_host_and_scheme(address, allowed_hosts=None)
    return address if own else "/"
