"""The programme to look at: its first page, an edition under its goals, and one action with what was done."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from baken.clock import now
from baken.core.vocabulary.moments import civil_date
from baken.programme.common.ways import ways
from baken.programme.plan import forms, history, lists, queries, saying, showing, standing, themes
from baken.programme.plan.models import Action, Edition
from baken.tenancy import doors, kept

READ, KEEP = "programme.read", "programme.keep"


@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    """What is late, due and just done in every part, the programme of each theme, and the ways to the parts."""
    doors.require(request, READ)
    today, found = civil_date(now()), lists.bundle(now())
    every = themes.standing_of(found, today)
    context = {
        "now": showing.now_of(today),
        "themes": every,
        "beside": [one.name for one in every if one.beside],
        "ways": ways(),
        "keeps": doors.decide(request, KEEP).allowed,
    }
    return render(request, "programme_plan/overview.html", context)


@require_safe
def editions(request: HttpRequest) -> HttpResponse:
    """Every edition there was, is and will be, by theme."""
    doors.require(request, READ)
    found = lists.bundle(now())
    context = {
        "tables": themes.tables(queries.editions(), found, civil_date(now())),
        "offers": themes.to_begin(found, civil_date(now())),
        "keeps": doors.decide(request, KEEP).allowed,
    }
    return render(request, "programme_plan/editions.html", context)


@require_safe
def edition(request: HttpRequest, edition: UUID) -> HttpResponse:
    """One edition: its goal, and its actions under their goals, all or of one owner or state."""
    doors.require(request, READ)
    there = kept.one(Edition, edition)
    today, found = civil_date(now()), lists.bundle(now())
    every = standing.rows(there, today)
    owners = sorted({one.action.owner for one in every}, key=str.casefold)
    asked = forms.FilterForm(request.GET, owners=owners)
    chosen = asked.cleaned_data if asked.is_valid() else {}
    shown = [
        one
        for one in every
        if chosen.get("eigenaar") in (None, "", one.action.owner)
        and chosen.get("stand") in (None, "", one.state)
    ]
    context = {
        "edition": there,
        "theme": lists.theme_name(there.theme, found),
        "runs": saying.runs(there, today),
        "span": saying.span(there),
        "from": themes.made_from(there, every, found),
        "groups": showing.groups(shown, every, found),
        "every": every,
        "filter": asked,
        "filtered": len(shown) != len(every),
        "former": kept.kept(Edition).filter(id=there.made_from).first() if there.made_from else None,
        "following": kept.kept(Edition).filter(made_from=there.id).first(),
        "shifted": showing.shifted(every) if there.made_from else None,
        "to_revise": [showing.link(one) for one in every if one.action.revise],
        "regions": themes.regions(today),
        "history": history.of(there.id),
        "keeps": doors.decide(request, KEEP).allowed,
    }
    return render(request, "programme_plan/edition.html", context)


@require_safe
def action(request: HttpRequest, action: UUID) -> HttpResponse:
    """One action: when it is ready, who does it, what was done and where that can be seen."""
    doors.require(request, READ)
    there = kept.one(Action, action)
    home = kept.one(Edition, there.edition_id)
    row = standing.of_action(there, home, civil_date(now()))
    context = {
        "action": there,
        "edition": home,
        "lines": showing.lines(row, lists.bundle(now())),
        "progress": showing.progress(row.progress),
        "history": history.of_action(there),
        "keeps": doors.decide(request, KEEP).allowed and not there.stopped_on,
    }
    return render(request, "programme_plan/action.html", context)
