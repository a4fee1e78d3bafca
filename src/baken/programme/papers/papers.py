"""Putting papers in the list, changing them, adding a successor, an action about one, and taking one back."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from baken.clock import now
from baken.core.decide.refusal import Refused
from baken.core.vocabulary.moments import civil_date
from baken.core.vocabulary.text import Text
from baken.programme.papers import actions, forms, queries, seeding, showing
from baken.programme.papers.models import Paper
from baken.programme.papers.standing import PAPER, standings
from baken.programme.papers.views import running, told
from baken.programme.papers.words import KEEP, words
from baken.tenancy import doors, kept
from baken.web.acting import asks
from baken.web.choices import Choice
from baken.web.deciding import DecisionForm, Given, decision

NOTHING = Refused(
    Text("Er valt niets over te nemen.", "There is nothing to take over."),
    Text(
        "Wat in het beleid staat, staat al in de lijst.", "What stands in the policy is in the list already."
    ),
    Text("Voeg iets anders zelf toe.", "Add anything else yourself."),
)


@asks
def add(request: HttpRequest) -> HttpResponse:
    """Put a paper in the list."""
    doors.require(request, KEEP)
    ask = words(
        _("Stuk toevoegen"),
        _("Een vastgesteld stuk dat de aanpak steunt. U ziet een waarschuwing als het bijna afloopt."),
        _("Toevoegen"),
        _("Het stuk staat in de lijst."),
    )

    def act(form: Any, given: Given) -> str:
        actions.add_paper(_given(form), **given)
        return reverse("programme_papers:overview")

    return decision(request, ask, form=_form(), act=act, initial={"domain": request.GET.get("terrein", "")})


@asks
def change(request: HttpRequest, paper: UUID) -> HttpResponse:
    """Change a paper; below it stands how it was."""
    doors.require(request, KEEP)
    found = kept.one(Paper, paper)
    (stands,) = [
        one for one in standings(list(kept.kept(Paper)), civil_date(now())) if one.paper.id == found.id
    ]
    ask = words(
        found.title,
        _("Wat hier eerder stond, blijft bewaard. Komt er een nieuw stuk? Voeg dan een opvolger toe."),
        _("Wijziging opslaan"),
        _("De wijziging is opgeslagen."),
        template="programme_papers/change.html",
        context={
            "paper": found,
            "state": showing.named(PAPER[stands.state]),
            "replaced": stands.state == "replaced",
            "history": showing.history(kept.history(paper)),
        },
    )

    def act(form: Any, given: Given) -> str:
        looked_at = form.cleaned_data["looked_at"] or 0
        actions.change_paper(found, _given(form), looked_at, actor=given["actor"], now=given["now"])
        return reverse("programme_papers:overview")

    initial = {**{name: getattr(found, name) for name in actions.PAPER}, "looked_at": found.number}
    return decision(request, ask, form=_form(found), act=act, initial=initial)


@asks
def replace(request: HttpRequest, paper: UUID) -> HttpResponse:
    """Add the paper that comes after another one."""
    doors.require(request, KEEP)
    old = kept.one(Paper, paper)
    ask = words(
        _("Opvolger toevoegen"),
        _("Dit komt na: %(title)s. Het oude stuk staat daarna bij wat is opgevolgd.") % {"title": old.title},
        _("Toevoegen"),
        _("De opvolger staat in de lijst."),
        back="programme_papers:change",
        args=(old.id,),
    )

    def act(form: Any, given: Given) -> str:
        actions.add_paper(_given(form), replaces=old, **given)
        return reverse("programme_papers:overview")

    same = ("domain", "owner", "barriers", "regional")
    return decision(
        request, ask, form=_form(old), act=act, initial={name: getattr(old, name) for name in same}
    )


@asks
def act_on(request: HttpRequest, paper: UUID) -> HttpResponse:
    """Make an action about a paper, in the programme in use."""
    doors.require(request, KEEP)
    found = kept.one(Paper, paper)
    ask = words(
        _("Maak een actie"),
        _("Deze actie komt in het programma dat nu loopt. Zeg wie ervoor zorgt, en wanneer het klaar is."),
        _("In het programma zetten"),
        _("De actie staat in het programma."),
        back="programme_papers:change",
        args=(found.id,),
    )

    def act(form: Any, given: Given) -> str:
        because = _("Stuk: %(title)s") % {"title": found.title}
        made = actions.follow_up(told(form, because), paper=found, **given)
        return reverse("programme_plan:action", args=[made.id])

    initial = {"title": _("%(title)s bijwerken") % {"title": found.title}, "owner": found.owner}
    return decision(request, ask, form=forms.FollowUpForm, act=act, initial=initial, first=running)


@asks
def withdraw(request: HttpRequest, paper: UUID) -> HttpResponse:
    """Take a paper back that should not be there."""
    doors.require(request, KEEP)
    found = kept.one(Paper, paper)
    ask = words(
        _("Stuk terugnemen"),
        _("Het stuk staat dan nergens meer. Dat het er stond, blijft bewaard."),
        _("Terugnemen"),
        _("Het stuk is teruggenomen."),
        back="programme_papers:change",
        args=(found.id,),
    )

    def act(form: DecisionForm, given: Given) -> str:
        kept.withdraw(found, actor=given["actor"], now=given["now"])
        return reverse("programme_papers:overview")

    return decision(request, ask, form=DecisionForm, act=act)


@asks
def adopt(request: HttpRequest) -> HttpResponse:
    """Put the papers that the policy names in the list."""
    doors.require(request, KEEP)
    there = seeding.papers(now())
    choices = [(id_, Choice(row["title"], hint=row["owner"])) for id_, row in there]
    ask = words(
        _("Stukken uit het beleid overnemen"),
        _("Deze stukken noemt het beleid van uw organisatie. U kunt alles daarna aanpassen."),
        _("Overnemen"),
        _("De stukken staan in de lijst."),
    )

    def first() -> None:
        if not there:
            raise NOTHING

    def form(*args: Any, **options: Any) -> forms.AdoptForm:
        return forms.AdoptForm(*args, there=choices, **options)

    def act(form: Any, given: Given) -> str:
        seeding.adopt_papers(form.cleaned_data["wanted"], **given)
        return reverse("programme_papers:overview")

    initial = {"wanted": [id_ for id_, _choice in choices]}
    return decision(request, ask, form=form, act=act, initial=initial, first=first)


def _form(found: Paper | None = None) -> Any:
    fields = queries.field_names(now(), also=[found.domain] if found else [])
    barriers = queries.barrier_names(now(), also=found.barriers if found else [])

    def form(*args: Any, **options: Any) -> forms.PaperForm:
        return forms.PaperForm(*args, fields=fields, barriers=barriers, **options)

    return form


def _given(form: Any) -> Mapping[str, Any]:
    return {
        "barriers": [],
        **{name: value for name, value in form.cleaned_data.items() if name in actions.PAPER},
    }
