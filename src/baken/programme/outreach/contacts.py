"""Which organisations were reached, how often that is owed this year, and who was never reached (COMM-02, COMM-03)."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from baken.clock import now
from baken.core.vocabulary import outreach
from baken.core.vocabulary.moments import civil_date
from baken.programme.common import nameless
from baken.programme.outreach import forms, owing, withdrawing
from baken.programme.outreach.models import Contact
from baken.programme.outreach.words import KEEP, READ, STATES, named, words
from baken.tenancy import doors, kept
from baken.web.acting import asks
from baken.web.deciding import Decision, Given, decision
from baken.web.fields import said
from baken.web.parts import Link, Table
from baken.web.templatetags.baken import civil

FIELDS = ("on", "organisation", "kind", "how", "about", "by", "result", "next_on", "rhythm")
LAST = 100


@require_safe
def contacts(request: HttpRequest) -> HttpResponse:
    """Every organisation that was reached, the last first, and what is owed this year."""
    doors.require(request, READ)
    keeps = doors.decide(request, KEEP).allowed
    today = civil_date(now())
    every = list(kept.kept(Contact).order_by("-on", "-changed_at"))
    owed = owing.contacts_owed(today.year, today, owing.of_policy(now()))
    context = {
        "owed": _owed(owed),
        "late": sum(one.state == "late" for one in owed),
        "reached": _reached(every[:LAST], keeps),
        "kinds": _kinds(every),
        "keeps": keeps,
        "year": today.year,
    }
    return render(request, "programme_outreach/contacts.html", context)


def _owed(owed: list[owing.Owed]) -> Table:
    return Table(
        _("Wat dit jaar moet"),
        (_("Wat"), _("Keer"), _("Uiterlijk"), _("Stand")),
        [
            (
                one.element.name,
                _("%(number)s van %(times)s") % {"number": one.turn.number, "times": one.element.times},
                one.turn.last,
                [capfirst(str(STATES[one.state])), *([one.contact.organisation] if one.contact else [])],
            )
            for one in owed
        ],
        hide_caption=True,
    )


def _kinds(every: list[Contact]) -> Table:
    rows = []
    for kind in outreach.KINDS:
        mine = [one for one in every if one.kind == kind]
        if mine or kind in outreach.OWED:
            names = len({one.organisation.casefold() for one in mine})
            rows.append((named(outreach.KINDS[kind]), names, mine[0].on if mine else _("nog nooit bereikt")))
    return Table(
        _("Per soort organisatie"),
        (_("Soort"), _("Organisaties"), _("Het laatst")),
        rows,
        numeric=frozenset({1}),
        hide_caption=True,
    )


def _reached(rows: list[Contact], keeps: bool) -> Table:
    return Table(
        _("Bereikte organisaties, de laatste keer eerst"),
        (_("Dag"), _("Organisatie"), _("Hoe en waarover"), _("Door"), _("Uitkomst")),
        [
            (
                one.on,
                [
                    Link(reverse("programme_outreach:contact", args=[one.id]), one.organisation)
                    if keeps
                    else one.organisation,
                    named(outreach.KINDS[one.kind]),
                ],
                [
                    named(outreach.HOW[one.how]),
                    ", ".join(said(outreach.ABOUT[about]) for about in one.about),
                ],
                one.by,
                [
                    *filter(None, [one.result]),
                    *([_("Opnieuw op %(day)s") % {"day": civil(one.next_on)}] if one.next_on else []),
                ],
            )
            for one in rows
        ],
        hide_caption=True,
    )


@asks
def add(request: HttpRequest) -> HttpResponse:
    """Write down that an organisation was reached."""
    doors.require(request, KEEP)
    owed = list(forms.rhythms())
    initial = {"on": civil_date(now()), "rhythm": owed[0] if len(owed) == 1 else ""}
    return decision(
        request, _words(_("Organisatie bereikt")), form=forms.ContactForm, act=_add, initial=initial
    )


def _add(form: forms.ContactForm, given: Given) -> str:
    kept.add(Contact, _told(form), **given)
    return reverse("programme_outreach:contacts")


@asks
def contact(request: HttpRequest, line: UUID) -> HttpResponse:
    """Change what was written down about reaching an organisation."""
    doors.require(request, KEEP)
    found = kept.one(Contact, line)
    asked = _words(
        _("Bereikte organisatie wijzigen"),
        template="programme_outreach/change.html",
        context={"withdraw": withdrawing.link("organisatie", found)},
    )

    def act(form: Any, given: Given) -> str:
        kept.change(
            found, _told(form), form.cleaned_data["looked_at"] or 0, actor=given["actor"], now=given["now"]
        )
        return reverse("programme_outreach:contacts")

    initial = {**{name: getattr(found, name) for name in FIELDS}, "looked_at": found.number}
    return decision(request, asked, form=forms.ContactForm, act=act, initial=initial)


def _told(form: forms.ContactForm) -> dict[str, Any]:
    nameless.about_no_case(result=form.cleaned_data["result"])
    return {name: form.cleaned_data[name] for name in FIELDS}


def _words(title: str, **more: Any) -> Decision:
    lead = _("Organisaties, geen mensen. Zo ziet u wie er nog niet van weet.")
    return words(title, lead, _("Vastleggen"), _("Vastgelegd."), back="programme_outreach:contacts", **more)
