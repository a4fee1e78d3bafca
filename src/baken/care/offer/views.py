"""The care offer: who helps whom with what, and to whom that was made known (CARE-10)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from baken.care.common import lists
from baken.care.offer import forms, paper, saying, seeding
from baken.care.offer.models import Advice, MadeKnown, Missing, Offer
from baken.clock import now
from baken.core.decide.refusal import Refused
from baken.core.vocabulary import offer
from baken.core.vocabulary.moments import civil_date
from baken.core.vocabulary.text import Text
from baken.tenancy import doors, kept
from baken.tenancy.models_kept import Kept
from baken.web.acting import asks
from baken.web.choices import Choice
from baken.web.deciding import Decision, DecisionForm, Given, decision
from baken.web.fields import said
from baken.web.parts import Happening, Link, Table

RIGHT = "care.offer"
FIELDS = ("name", "what", "reach", "areas", "ages", "forms", "from_date", "until_date")
LAST = 25


@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    """Who offers what now, what begins later and what ended; to whom it was made known."""
    doors.require(request, RIGHT)
    today = civil_date(now())
    every = sorted(kept.kept(Offer), key=lambda one: one.name.casefold())
    known = list(kept.kept(MadeKnown).order_by("-on", "-changed_at"))
    last = {one.whom: one.on for one in reversed(known)}
    context = {
        "offers": offers(every, today),
        "later": _table(_("Begint later"), [one for one in every if one.from_date > today]),
        "ended": _table(_("Voorbij"), [one for one in every if _over(one, today)]),
        "to_adopt": len(seeding.offered(now())),
        "heard": [(offer.HEARD[whom], last.get(whom)) for whom in offer.OWED],
        "known": _known(known[:LAST]),
    }
    return render(request, "care_offer/overview.html", context)


def offers(every: list[Offer], today: date) -> Table:
    """Return what is offered today."""
    return _table(
        _("Aanbod van nu"), [one for one in every if one.from_date <= today and not _over(one, today)]
    )


def _over(one: Offer, today: date) -> bool:
    return one.until_date is not None and one.until_date < today


def _table(caption: str, rows: list[Offer]) -> Table:
    areas = lists.areas()
    headers = (_("Wie"), _("Wat"), _("Voor wie"), _("Bereiken en wanneer"))
    return Table(
        caption,
        headers,
        [
            (
                Link(reverse("care_offer:change", args=[one.id]), one.name),
                [one.what, ", ".join(said(lists.named(areas, area)) for area in one.areas)],
                saying.for_whom(one),
                [part for part in (one.reach, saying.when(one)) if part],
            )
            for one in rows
        ],
        hide_caption=True,
    )


def _known(rows: list[MadeKnown]) -> Table:
    return Table(
        _("Bekendgemaakt, de laatste keer eerst"),
        (_("Dag"), _("Aan wie"), _("Hoe"), _("Fout?")),
        [
            (
                one.on,
                f"{said(offer.HEARD[one.whom])}: {one.name}" if one.name else offer.HEARD[one.whom],
                offer.HOW[one.how],
                withdraw_link("bekend", one),
            )
            for one in rows
        ],
        hide_caption=True,
    )


@asks
def add(request: HttpRequest) -> HttpResponse:
    """Write down what somebody offers."""
    doors.require(request, RIGHT)
    asked = words(
        _("Aanbod toevoegen"),
        _("Schrijf op wie hulp biedt, voor wie, en hoe u hen bereikt. Anderen lezen dit op het blad."),
        _("Toevoegen"),
        _("Het aanbod staat in de lijst."),
    )

    def act(form: Any, given: Given) -> str:
        kept.add(Offer, _told(form), **given)
        return reverse("care_offer:overview")

    return decision(request, asked, form=forms.OfferForm, act=act, initial={"from_date": civil_date(now())})


@asks
def change(request: HttpRequest, offer: UUID) -> HttpResponse:
    """Change an offer, or end it with a last day; below it stands how it was."""
    doors.require(request, RIGHT)
    found = kept.one(Offer, offer)
    asked = words(
        found.name,
        _("Stopt dit aanbod? Vul dan de laatste dag in. Wat hier eerder stond, blijft bewaard."),
        _("Wijziging opslaan"),
        _("De wijziging is opgeslagen."),
        template="care_offer/change.html",
        context={"history": _history(offer), "withdraw": withdraw_link("aanbod", found)},
    )

    def act(form: Any, given: Given) -> str:
        kept.change(
            found, _told(form), form.cleaned_data["looked_at"] or 0, actor=given["actor"], now=given["now"]
        )
        return reverse("care_offer:overview")

    initial = {**{name: getattr(found, name) for name in FIELDS}, "looked_at": found.number}
    return decision(request, asked, form=forms.OfferForm, act=act, initial=initial)


@asks
def adopt(request: HttpRequest) -> HttpResponse:
    """Put who gives help according to the policy into the list."""
    doors.require(request, RIGHT)
    there = seeding.offered(now())
    choices = [(id_, Choice(told["name"], hint=told["what"])) for id_, told in there]
    asked = words(
        _("Aanbod uit het beleid overnemen"),
        _(
            "Dit zijn de organisaties die volgens het beleid van uw organisatie hulp geven. U kunt alles daarna "
            "aanpassen."
        ),
        _("Overnemen"),
        _("Het aanbod staat in de lijst."),
    )

    def first() -> None:
        if not there:
            raise Refused(
                Text("Er valt niets over te nemen.", "There is nothing to take over."),
                Text(
                    "Wie volgens het beleid hulp geeft, staat al in de lijst.",
                    "Who gives help according to the policy is in the list already.",
                ),
                Text("Voeg ander aanbod zelf toe.", "Add any other offer yourself."),
            )

    def form(*args: Any, **options: Any) -> forms.AdoptForm:
        return forms.AdoptForm(*args, providers=choices, **options)

    def act(form: Any, given: Given) -> str:
        seeding.adopt(form.cleaned_data["providers"], civil_date(given["now"]), **given)
        return reverse("care_offer:overview")

    initial = {"providers": [id_ for id_, _choice in choices]}
    return decision(request, asked, form=form, act=act, initial=initial, first=first)


@asks
def made_known(request: HttpRequest) -> HttpResponse:
    """Record that the offer was made known: to whom, when, how."""
    doors.require(request, RIGHT)
    asked = words(
        _("Aanbod bekendgemaakt"),
        _("Leg vast aan wie u het aanbod liet weten. Zo ziet u wie er nog niet van weet."),
        _("Vastleggen"),
        _("Vastgelegd."),
    )

    def act(form: Any, given: Given) -> str:
        told = {name: form.cleaned_data[name] for name in ("on", "whom", "name", "how")}
        kept.add(MadeKnown, told, **given)
        return reverse("care_offer:overview")

    return decision(request, asked, form=forms.KnownForm, act=act, initial={"on": civil_date(now())})


@require_safe
def sheet(request: HttpRequest) -> HttpResponse:
    """The offer of today on paper, for helpers, schools and safety partners."""
    doors.require(request, RIGHT)
    doors.looked_at(request, deed="export")
    return paper.offer_sheet(sorted(kept.kept(Offer), key=lambda one: one.name.casefold()), now())


@dataclass(frozen=True, slots=True)
class Sort:
    """What can be withdrawn: its table, and where one goes afterwards."""

    of: type[Kept]
    back: str


SORTS: Mapping[str, Sort] = {
    "aanbod": Sort(Offer, "care_offer:overview"),
    "bekend": Sort(MadeKnown, "care_offer:overview"),
    "hiaat": Sort(Missing, "care_offer:gaps"),
    "advies": Sort(Advice, "care_offer:advice"),
}


def withdraw_link(sort: str, found: Kept) -> Link:
    """Return the way to take a line back that should not be there."""
    return Link(reverse("care_offer:withdraw", args=[sort, found.id]), _("Terugnemen"))


@asks
def withdraw(request: HttpRequest, sort: str, line: UUID) -> HttpResponse:
    """Take back what was written down by mistake; that it stood there is kept."""
    doors.require(request, RIGHT)
    if sort not in SORTS:
        raise Http404
    there = SORTS[sort]
    found = kept.one(there.of, line)
    asked = words(
        _("Regel terugnemen"),
        _("De regel telt dan niet meer mee en staat nergens meer. Dat hij er stond, blijft bewaard."),
        _("Terugnemen"),
        _("De regel is teruggenomen."),
        back=there.back,
    )

    def act(form: Any, given: Given) -> str:
        kept.change(found, {"withdrawn": True}, found.number, actor=given["actor"], now=given["now"])
        return reverse(there.back)

    return decision(request, asked, form=DecisionForm, act=act)


def _told(form: forms.OfferForm) -> dict[str, Any]:
    return {name: form.cleaned_data[name] for name in FIELDS}


def words(
    title: str, lead: str, button: str, done: str, *, back: str = "care_offer:overview", **more: Any
) -> Decision:
    return Decision(title, lead, button, done, Link(reverse(back), str(BACK[back])), writes=False, **more)


BACK = {
    "care_offer:overview": gettext_lazy("Naar het zorgaanbod"),
    "care_offer:information": gettext_lazy("Naar de informatie voor cliënten"),
    "care_offer:gaps": gettext_lazy("Naar wat ontbreekt"),
    "care_offer:advice": gettext_lazy("Naar gegeven advies"),
}


def _history(offer: UUID) -> list[Happening]:
    return [
        Happening(one.at, saying.as_it_stood(one.row), detail=one.row["what"]) for one in kept.history(offer)
    ]
