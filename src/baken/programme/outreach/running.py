"""One campaign: its plan and kit, what is done, how many it reached, and what was reported around it."""

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from baken.clock import now
from baken.core.decide.refusal import Refused
from baken.core.figures import periods
from baken.core.vocabulary import outreach
from baken.core.vocabulary.moments import civil_date
from baken.core.vocabulary.text import Text
from baken.programme.common import nameless
from baken.programme.outreach import campaigns, counting, forms, owing, paper, withdrawing
from baken.programme.outreach.models import Campaign, KitStep, Reach
from baken.programme.outreach.words import KEEP, READ, STATES, named, words
from baken.tenancy import doors, kept
from baken.web.acting import asks
from baken.web.deciding import Decision, DecisionForm, Given, decision
from baken.web.fields import figure, said
from baken.web.parts import Line, Link, Table
from baken.web.templatetags.baken import civil

PAGE = "programme_outreach:campaign"
STEP = ("what", "days_before", "owner")


@require_safe
def campaign(request: HttpRequest, campaign: UUID) -> HttpResponse:
    """Everything about one campaign."""
    doors.require(request, READ)
    found = kept.one(Campaign, campaign)
    keeps = doors.decide(request, KEEP).allowed and found.dropped_on is None
    today = civil_date(now())
    reached = list(kept.kept(Reach).filter(campaign_id=found.id).order_by("-on", "-changed_at"))
    context = {
        "campaign": found,
        "lines": lines(found),
        "kit": _kit(found, keeps),
        "reach": _reach(reached, keeps),
        "around": _around(found),
        "begun": found.from_date <= today,
        "over": found.until_date < today,
        "weeks": periods.WEEKS,
        "proposal": campaigns.proposal_of(found),
        "keeps": keeps,
    }
    return render(request, "programme_outreach/campaign.html", context)


def lines(found: Campaign) -> list[Line]:
    """Return what a campaign is, as names and values."""
    known = forms.audiences()
    groups = [said(known[one]) for one in found.audiences if one in known]
    made = [
        Line(_("Stand"), campaigns.state_words(found)),
        Line(
            _("Wanneer"),
            _("%(first)s tot en met %(last)s")
            % {"first": civil(found.from_date), "last": civil(found.until_date)},
        ),
        Line(_("Voor wie"), [*map(capfirst, groups), *filter(None, [found.whom])]),
        Line(_("Boodschap"), found.message),
        Line(_("Kanalen"), [named(outreach.CHANNELS[one]) for one in found.channels]),
        Line(_("Wie trekt het"), found.owner),
        Line(_("Wie doen mee"), list(found.joint) or _("niemand anders")),
    ]
    if found.action_id:
        made.append(Line(_("Actie van het programma"), campaigns.action_words(found.action_id)))
    if found.dropped_on:
        made.append(Line(_("Gaat niet door"), [found.dropped_on, found.dropped_why]))
    return made


def _kit(found: Campaign, keeps: bool) -> Table:
    today = civil_date(now())
    rows = []
    for step in owing.steps_of(found):
        state = owing.step_state(step, found, today)
        stands: list[object] = [capfirst(str(STATES[state]))]
        if step.done_on:
            stands.append(step.done_on)
        elif keeps:
            stands.append(Link(reverse("programme_outreach:step_done", args=[step.id]), _("Klaar melden")))
        what: object = step.what
        if keeps:
            what = Link(reverse("programme_outreach:step", args=[step.id]), step.what)
        rows.append((owing.step_day(step, found), what, step.owner or found.owner, stands))
    return Table(
        _("Stappen naar de eerste dag"),
        (_("Uiterlijk"), _("Wat"), _("Wie"), _("Stand")),
        rows,
        hide_caption=True,
    )


def _reach(rows: list[Reach], keeps: bool) -> Table:
    headers = (_("Geteld op"), _("Kanaal"), _("Aantal"), _("Hoe geteld"))
    return Table(
        _("Bereik per kanaal"),
        (*headers, _("Fout?")) if keeps else headers,
        [
            (
                one.on,
                named(outreach.CHANNELS[one.channel]),
                figure(one.people),
                one.how,
                *([withdrawing.link("bereik", one)] if keeps else []),
            )
            for one in rows
        ],
        numeric=frozenset({2}),
        hide_caption=True,
    )


def _around(found: Campaign) -> Table:
    before, after = counting.around(found.from_date, found.until_date, civil_date(now()))
    return Table(
        _("Wat er gemeld werd, ervoor en erna"),
        (_("Weken"), _("Signalen"), _("Vragen")),
        [
            ([label, counting.span(one.period)], one.signals, one.questions)
            for label, one in ((_("Ervoor"), before), (_("Erna"), after))
        ],
        hide_caption=True,
    )


@require_safe
def kit_pdf(request: HttpRequest, campaign: UUID) -> HttpResponse:
    """The kit of a campaign as a checklist on paper."""
    doors.require(request, READ)
    doors.looked_at(request, deed="export")
    found = kept.one(Campaign, campaign)
    return paper.checklist(found, lines(found), now())


@asks
def add_step(request: HttpRequest, campaign: UUID) -> HttpResponse:
    """Add a step to the kit."""
    doors.require(request, KEEP)
    found = kept.one(Campaign, campaign)

    def act(form: Any, given: Given) -> None:
        told = _step(form)
        kept.add(KitStep, {**told, "campaign_id": found.id}, **given)

    return _ask(request, found, _words(found, _("Stap toevoegen")), forms.StepForm, act)


def _step(form: Any) -> dict[str, Any]:
    nameless.about_no_case(what=form.cleaned_data["what"])
    return {name: form.cleaned_data[name] for name in STEP}


@asks
def step(request: HttpRequest, line: UUID) -> HttpResponse:
    """Change a step."""
    doors.require(request, KEEP)
    there = kept.one(KitStep, line)
    found = kept.one(Campaign, there.campaign_id)
    asked = _words(
        found,
        _("Stap wijzigen"),
        template="programme_outreach/change.html",
        context={"withdraw": withdrawing.link("stap", there)},
    )

    def act(form: Any, given: Given) -> None:
        told = _step(form)
        looked_at = form.cleaned_data["looked_at"] or 0
        kept.change(there, told, looked_at, actor=given["actor"], now=given["now"])

    initial = {**{name: getattr(there, name) for name in STEP}, "looked_at": there.number}
    return _ask(request, found, asked, forms.StepForm, act, initial)


@asks
def step_done(request: HttpRequest, line: UUID) -> HttpResponse:
    """Write down that a step is done."""
    doors.require(request, KEEP)
    there = kept.one(KitStep, line)
    found = kept.one(Campaign, there.campaign_id)

    def act(form: Any, given: Given) -> None:
        told = {"done_on": form.cleaned_data["on"]}
        kept.change(there, told, there.number, actor=given["actor"], now=given["now"])

    asked = _words(found, _("Klaar melden"), lead=there.what)
    return _ask(request, found, asked, forms.DoneForm, act, {"on": civil_date(now())})


@asks
def reach(request: HttpRequest, campaign: UUID) -> HttpResponse:
    """Write down how many were reached through one channel."""
    doors.require(request, KEEP)
    found = kept.one(Campaign, campaign)

    def act(form: Any, given: Given) -> None:
        if form.cleaned_data["on"] < found.from_date:
            raise Refused(
                Text("De campagne was toen nog niet begonnen.", "The campaign had not begun by then."),
                Text("Er kon nog niemand bereikt zijn.", "Nobody could have been reached."),
                Text("Kies een dag vanaf de eerste dag.", "Choose a day from the first day on."),
                field="on",
            )
        nameless.about_no_case(how=form.cleaned_data["how"])
        told = {name: form.cleaned_data[name] for name in ("on", "channel", "people", "how")}
        kept.add(Reach, {**told, "campaign_id": found.id}, **given)

    lead = _("Aantallen, geen namen. Wie u via twee kanalen bereikt, telt bij beide mee.")
    asked = _words(found, _("Bereik vastleggen"), lead=lead)
    return _ask(request, found, asked, forms.ReachForm, act, {"on": civil_date(now())})


@asks
def drop(request: HttpRequest, campaign: UUID) -> HttpResponse:
    """Write down that a campaign does not go on."""
    doors.require(request, KEEP)
    found = kept.one(Campaign, campaign)

    def act(form: Any, given: Given) -> None:
        nameless.about_no_case(why=form.cleaned_data["why"])
        told = {"dropped_on": civil_date(given["now"]), "dropped_why": form.cleaned_data["why"]}
        kept.change(found, told, found.number, actor=given["actor"], now=given["now"])

    lead = _("De campagne blijft staan, met de reden. Zij telt niet meer mee, en de stappen vervallen.")
    asked = _words(found, _("Campagne gaat niet door"), lead=lead)
    return _ask(request, found, asked, forms.DropForm, act, first=lambda: _check_not_over(found))


def _ask(
    request: HttpRequest,
    found: Campaign,
    asked: Decision,
    form: type[DecisionForm],
    act: Callable[[Any, Given], None],
    initial: Mapping[str, Any] | None = None,
    first: Callable[[], None] = lambda: None,
) -> HttpResponse:
    def check() -> None:
        _check_going(found)
        first()

    def done(form: Any, given: Given) -> str:
        check()
        act(form, given)
        return reverse(PAGE, args=[found.id])

    return decision(request, asked, form=form, act=done, initial=initial, first=check)


def _check_not_over(found: Campaign) -> None:
    if found.until_date < civil_date(now()):
        raise Refused(
            Text("Deze campagne is al geweest.", "This campaign is over."),
            Text("Wat geweest is, kan niet meer vervallen.", "What has been cannot be called off."),
            Text(
                "Staat zij er ten onrechte? Neem haar dan terug.", "Should it not be here? Then take it back."
            ),
        )


def _check_going(found: Campaign) -> None:
    if found.dropped_on is not None:
        raise Refused(
            Text("Deze campagne gaat niet door.", "This campaign was called off."),
            Text("Er verandert niets meer aan.", "Nothing changes about it any more."),
            Text("Plan een nieuwe campagne.", "Plan a new campaign."),
        )


def _words(found: Campaign, title: str, lead: str = "", **more: Any) -> Decision:
    return words(title, lead, _("Vastleggen"), _("Vastgelegd."), back=PAGE, args=(found.id,), **more)
