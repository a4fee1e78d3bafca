"""Ten minutes in a team meeting: the pages and the paper of the kit (MEET-08, GEN-02)."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from baken.clock import now
from baken.core.derive.teamkit import Kit, kit_for
from baken.core.policy.bundle import Bundle
from baken.core.vocabulary.teamwork import ANSWERED, FICTIONAL, MINUTES, WORKS, Work, work_called
from baken.core.vocabulary.text import Text
from baken.programme.common import policy
from baken.programme.training import frame, lists, paper
from baken.tenancy import doors
from baken.tenancy.models import Organisation
from baken.tenancy.scope import current
from baken.web.elsewhere import EMERGENCY
from baken.web.fields import said
from baken.web.places import places

COURSE, FORM = "work_meeting", "team_meeting"
"""The course of the policy that a team meeting is, where it names it, and the form in which it is written down."""


@dataclass(frozen=True, slots=True)
class Deed:
    """Something to do with what one saw, and the address that goes with it."""

    words: Text
    address: str = ""


@require_safe
def choose(request: HttpRequest) -> HttpResponse:
    """Choose for which work."""
    doors.require(request, frame.READ)
    bundle = policy.in_force(now())
    ready = bundle is not None and kit_for(bundle, WORKS[0]) is not None
    context = {"works": WORKS if ready else (), "minutes": MINUTES}
    return render(request, "programme_training/kit_choose.html", context)


@require_safe
def kit(request: HttpRequest, work: str) -> HttpResponse:
    """Everything for ten minutes on one page: slides, card, case and what to do."""
    doors.require(request, frame.READ)
    known, bundle, made = _kit(work)
    context = {
        "work": known,
        "works": WORKS,
        "kit": made,
        "minutes": MINUTES,
        "fictional": FICTIONAL,
        "deeds": deeds(request, made),
        "emergency": EMERGENCY,
        "places": places(bundle),
        "record": _record(known, bundle) if frame.may_keep(request) else "",
    }
    return render(request, "programme_training/kit.html", context)


@require_safe
def sheet(request: HttpRequest, work: str) -> HttpResponse:
    """The kit on paper: three slides, the card, the case and what to do, as a tagged PDF."""
    doors.require(request, frame.READ)
    doors.looked_at(request, deed="export")
    known, bundle, made = _kit(work)
    return paper.kit_sheet(
        made, known, bundle, [(said(one.words), one.address) for one in deeds(request, made)]
    )


def deeds(request: HttpRequest, made: Kit) -> list[Deed]:
    """Return what to do, with the organisation's own reporting point, and what a reporter is promised."""
    found = [Deed(one) for one in made.what_to_do]
    own = Organisation.objects.get(pk=current())
    if own.kind == "municipality":
        words = Text(
            "Meld bij de aandachtsfunctionaris mensenhandel van {name}. Uw naam is niet nodig.",
            "Report to the focal point on trafficking of {name}. Your name is not needed.",
        ).format(name=own.name)
        found.append(Deed(words, request.build_absolute_uri(reverse("report", args=[own.slug]))))
        found.append(Deed(ANSWERED))
    return found


def _kit(slug: str) -> tuple[Work, Bundle, Kit]:
    known, bundle = work_called(slug), policy.in_force(now())
    made = kit_for(bundle, known) if bundle and known else None
    if known is None or bundle is None or made is None:
        raise Http404
    return known, bundle, made


def _record(work: Work, bundle: Bundle) -> str:
    """Return where one writes down that it was done: most stands there already."""
    here = {one.key for one in lists.groups(bundle)}
    asked = {
        "groep": [key for key in work.groups if key in here],
        "vorm": FORM,
        "vandaag": "1",
        **({"training": COURSE} if any(one.id == COURSE for one in bundle.courses) else {}),
        "laag": bundle.training_layers[0].id if bundle.training_layers else "",
        "naam": "" if any(one.id == COURSE for one in bundle.courses) else _("Uitbuiting in het werkoverleg"),
    }
    return f"{reverse('programme_training:plan')}?{urlencode(asked, doseq=True)}"
