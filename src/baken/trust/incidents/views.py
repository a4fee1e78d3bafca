"""The pages of data leaks: anybody on the staff reports, privacy officer and CISO settle, the FG follows (V30)."""

import csv
from functools import partial
from io import StringIO
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from baken.clock import now
from baken.core.decide.incident import must_be_open
from baken.ledger import matters
from baken.tenancy import doors
from baken.trust.incidents import actions, concerning, forms, paper, queries
from baken.web.acting import asks
from baken.web.deciding import Decision, Given, Matter, decision
from baken.web.parts import Link

READ, KEEP, REPORT = "incident.read", "incident.keep", "incident.report"


@require_safe
def register(request: HttpRequest) -> HttpResponse:
    """The register of leaks; what still counts down stands on top."""
    doors.require(request, READ)
    found = queries.every(now())
    running = [one for one in found if one.running]
    context = {"table": queries.register(found), "running": running}
    return render(request, "incidents/register.html", context)


@asks
def report(request: HttpRequest) -> HttpResponse:
    """Report a leak. Whoever may not read it afterwards is thanked, and goes home."""
    doors.require(request, REPORT)
    words = Decision(
        title=_("Datalek melden"),
        lead=_(
            "Gegevens kwijt, naar de verkeerde gestuurd of gezien door iemand voor wie ze niet waren? Meld het "
            "meteen, ook als u twijfelt. Het kost twee minuten."
        ),
        button=_("Melden"),
        done=_("Gemeld. De privacy officer en de CISO zien het nu. Dank u wel."),
        back=Link(reverse("landing"), _("Terug")),
    )

    def act(form: Any, given: Given) -> str:
        data = form.cleaned_data
        told = {name: data[name] for name in ("what", "where", "ongoing", "discovered_at", "told")}
        incident = actions.report(**told, **given)
        if doors.decide(request, READ).allowed:
            return reverse("trust_incidents:incident", args=[incident])
        return reverse("landing")

    return decision(request, words, form=forms.ReportForm, act=act)


@require_safe
def incident(request: HttpRequest, incident: UUID) -> HttpResponse:
    """One leak: the clock first, then what is to be done, then what is known."""
    doors.require(request, READ)
    found = _found(incident)
    context = {
        "found": found,
        "lines": queries.lines(found),
        "texts": queries.texts(found),
        "measures": queries.measures(found),
        "counted": concerning.counted(found.state),
        "may_keep": doors.decide(request, KEEP).allowed and found.state.closed_at is None,
        "may_read_names": bool(_readable(request)),
        "reporters": concerning.named_reporters(found.state) if "signal" in _readable(request) else 0,
    }
    return render(request, "incidents/incident.html", context)


@asks
def weigh(request: HttpRequest, incident: UUID) -> HttpResponse:
    """Decide whether the authority and the people are told."""
    matter = _matter(request, incident)
    words = matter.words(
        _("Beoordelen of het gemeld moet worden"),
        _(
            "Is er een risico voor mensen, dan moet het binnen 72 uur bij de Autoriteit Persoonsgegevens. Bij een hoog "
            "risico moeten ook de mensen zelf het weten."
        ),
        _("Besluit vastleggen"),
        _("Het besluit is vastgelegd."),
    )
    return matter.settle(
        request,
        words,
        forms.WeighForm,
        lambda form, given: actions.weigh(
            incident=incident,
            **{name: form.cleaned_data[name] for name in ("risk", "authority", "people", "reason")},
            **given,
        ),
    )


@asks
def told(request: HttpRequest, incident: UUID, whom: str) -> HttpResponse:
    """Record that the authority, or the people, were told."""
    side = {"ap": "authority", "betrokkenen": "people"}.get(whom)
    if side is None:
        raise Http404
    title = {
        "authority": _("Gemeld bij de Autoriteit Persoonsgegevens"),
        "people": _("De mensen om wie het gaat zijn ingelicht"),
    }[side]
    lead = {
        "authority": _(
            "Melden doet u op de website van de Autoriteit Persoonsgegevens. Leg hier vast wanneer."
        ),
        "people": _("Denk aan de veiligheid: iemand mag door uw bericht niet in gevaar komen."),
    }[side]
    matter = _matter(request, incident)
    words = matter.words(title, lead, _("Vastleggen"), _("Het is vastgelegd."))
    return matter.settle(
        request,
        words,
        forms.ToldForm,
        lambda form, given: actions.told(
            incident=incident,
            whom=side,
            at=form.cleaned_data["at"],
            note=form.cleaned_data["note"],
            **given,
        ),
    )


@asks
def measure(request: HttpRequest, incident: UUID) -> HttpResponse:
    """Record what was done about it."""
    matter = _matter(request, incident)
    words = matter.words(
        _("Maatregel vastleggen"),
        _("Wat deed u om het te stoppen, te herstellen of te voorkomen?"),
        _("Vastleggen"),
        _("De maatregel is vastgelegd."),
    )
    return matter.settle(
        request,
        words,
        partial(forms.NoteForm, label=_("Wat is er gedaan?")),
        lambda form, given: actions.measure(incident=incident, note=form.cleaned_data["note"], **given),
    )


@asks
def close(request: HttpRequest, incident: UUID) -> HttpResponse:
    """Close the leak."""
    matter = _matter(request, incident)
    words = matter.words(
        _("Datalek afsluiten"),
        _("Het blijft in het register staan."),
        _("Afsluiten"),
        _("Het datalek is afgesloten."),
    )
    return matter.settle(
        request,
        words,
        partial(forms.NoteForm, label=_("Wat hebt u ervan geleerd?")),
        lambda form, given: actions.close(incident=incident, note=form.cleaned_data["note"], **given),
    )


@asks
def concerned(request: HttpRequest, incident: UUID) -> HttpResponse:
    """Record in which records the people are: by who reads any, or by who settles leaks and was told which."""
    right = KEEP if doors.decide(request, KEEP).allowed else _names_right(request)
    matter = _matter(request, incident, right=right)
    words = matter.words(
        _("Om wie gaat het?"),
        _(
            "Noem de signalen, ontvangen meldingen en cliëntdossiers waarvan gegevens zijn gelekt. Baken telt wie "
            "daarin staan. Namen ziet alleen wie die stukken leest."
        ),
        _("Vastleggen"),
        _("Vastgelegd om wie het gaat."),
    )

    def act(form: Any, given: Given) -> None:
        found = concerning.by_reference(form.cleaned_data["records"]).records
        actions.concerned(
            incident=incident,
            signals=found["signal"],
            notifications=found["notification"],
            clients=found["client"],
            **given,
        )

    return matter.settle(request, words, forms.ConcernedForm, act)


@require_safe
def people(request: HttpRequest, incident: UUID) -> HttpResponse:
    """The list of whom it concerns, with names, as a file for a spreadsheet: to tell them."""
    doors.require(request, READ)
    doors.require(request, _names_right(request))
    found, kinds = _found(incident), _readable(request)
    doors.looked_at(request, kind="incident", object_id=incident, deed="export")
    for kind, ids in concerning.records(found.state).items():
        for one in ids if kind in kinds else ():
            doors.looked_at(request, kind=kind, object_id=one, deed="export")
    written = StringIO()
    csv.writer(written, delimiter=";").writerows(concerning.csv_rows(found.state, kinds))
    answer = HttpResponse(written.getvalue().encode("utf-8-sig"), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="datalek-{found.reference}-betrokkenen.csv"'
    return answer


@require_safe
def report_paper(request: HttpRequest, incident: UUID) -> HttpResponse:
    """The report of a leak as a tagged PDF: for the file, and for the authority. It names nobody concerned."""
    doors.require(request, READ)
    found = _found(incident)
    doors.looked_at(request, kind="incident", object_id=incident, deed="print")
    answer = HttpResponse(paper.report(found), content_type="application/pdf")
    answer["Content-Disposition"] = f'attachment; filename="datalek-{found.reference}.pdf"'
    return answer


def _readable(request: HttpRequest) -> tuple[str, ...]:
    """Return the kinds of records of which this person may read names."""
    return tuple(kind for kind, one in concerning.KINDS.items() if doors.decide(request, one.read).allowed)


def _names_right(request: HttpRequest) -> str:
    """Return the right by which this person reads names, or one that they lack."""
    return concerning.KINDS[next(iter(_readable(request)), "signal")].read


def _matter(request: HttpRequest, incident: UUID, *, right: str = KEEP) -> Matter:
    """Let in who settles leaks, or has another right, to decide about one that is still open."""
    doors.require(request, READ)
    doors.require(request, right)
    found = _found(incident)
    first = partial(must_be_open, found.state)
    return Matter("trust_incidents:incident", incident, _("Terug naar het datalek"), first)


def _found(incident: UUID) -> queries.Incident:
    try:
        return queries.one(incident, now())
    except matters.NotThere as missing:
        raise Http404 from missing
