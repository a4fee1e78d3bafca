"""The first page of outreach: what is owed, what is coming, and the ways to its parts."""

from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from baken.clock import now
from baken.core.vocabulary import outreach
from baken.core.vocabulary.moments import civil_date
from baken.programme.common.planned import Planned
from baken.programme.outreach import owing, planning
from baken.programme.outreach.models import Contact
from baken.programme.outreach.words import KEEP, READ, STATES
from baken.tenancy import doors, kept
from baken.web.fields import said
from baken.web.parts import Link, Table

AHEAD, BEHIND = timedelta(days=120), timedelta(days=365)


@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    """What is late or coming, and who was never reached."""
    doors.require(request, READ)
    today = civil_date(now())
    near = [
        one
        for one in planning.planned(today - BEHIND, today + AHEAD, today)
        if one.state in ("late", "due", "open")
    ]
    bundle = owing.of_policy(now())
    context = {
        "coming": _table(sorted(near, key=lambda one: (one.last, one.words))),
        "never": [said(outreach.KINDS[kind]) for kind in owing.never_reached(list(kept.kept(Contact)))],
        "conditional": [one for one in bundle.campaigns if one.when] if bundle else [],
        "keeps": doors.decide(request, KEEP).allowed,
    }
    return render(request, "programme_outreach/overview.html", context)


def _table(rows: list[Planned]) -> Table:
    return Table(
        _("Wat te laat is of eraan komt"),
        (_("Uiterlijk"), _("Wat"), _("Wie"), _("Stand")),
        [(one.last, Link(one.href, one.words), one.owner, capfirst(str(STATES[one.state]))) for one in rows],
        hide_caption=True,
    )
