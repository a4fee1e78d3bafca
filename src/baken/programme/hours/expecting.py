"""How many hours a year are expected: a page for the policy adviser, apart from the daily work."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.formats import number_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from baken.clock import now
from baken.core.figures import forecast_said
from baken.core.figures.assumed import DEEDS, YEARLY
from baken.core.figures.forecast import CAVEAT, Forecast, Outcome, forecast, times_a_year
from baken.core.vocabulary.moments import civil_date
from baken.programme.common import policy
from baken.programme.hours import queries
from baken.programme.hours.assuming import ForecastForm
from baken.programme.hours.past import past
from baken.tenancy import doors
from baken.web.fields import said
from baken.web.parts import Table

WRONG = 422


@require_safe
def expected(request: HttpRequest) -> HttpResponse:
    """Show the hours that the route asks with so many signals, and everything that this assumes."""
    doors.require(request, "hours.forecast")
    moment = now()
    bundle = policy.in_force(moment)
    if bundle is None:
        return render(request, "programme_hours/expected.html", {})
    form = ForecastForm(request.GET, past=past(moment), times=times_a_year(bundle))
    if not form.is_valid():
        return render(request, "programme_hours/expected.html", {"form": form}, status=WRONG)
    today = civil_date(moment)
    reserved = queries.reserved(today.year, bundle, today)
    found = forecast(bundle, form.asked, form.assumed, reserved.hours if reserved else None)
    context = {
        "form": form,
        "found": found,
        "said": forecast_said.hours(found.as_asked),
        "reserved": forecast_said.reserved(found),
        "kinds": _kinds(found.as_asked),
        "what_if": _what_if(found),
        "one_more": forecast_said.what_if(found)[-1],
        "caveat": CAVEAT,
        "drawn": forecast_said.drawn(form.asked),
    }
    return render(request, "programme_hours/expected.html", context)


def _kinds(found: Outcome) -> Table:
    """The mean hours of each deed, and the sum of those for signals and of what returns."""
    rows = []
    for heading, deeds in ((_("Samen voor signalen"), DEEDS), (_("Samen voor wat terugkomt"), YEARLY)):
        some = {name: hours for name, hours in found.by_kind.items() if name in deeds}
        rows += [(capfirst(said(deeds[name].name)), _hours(hours)) for name, hours in some.items()]
        rows.append((heading, _hours(sum(some.values()))))
    return Table(_("Waaraan, in uren per jaar"), (_("Waaraan"), _("Uren")), rows, numeric=frozenset({1}))


def _what_if(found: Forecast) -> Table:
    rows = [
        (name, *(f"{hours:.0f}" for hours in (one.hours, *one.eighty, *one.ninety_five, one.per_person)))
        for name, one in (
            (_("Zoals gevraagd"), found.as_asked),
            (_("Twee keer zoveel signalen"), found.doubled),
            (_("Eén aandachtsfunctionaris erbij"), found.one_more),
        )
    ]
    some = [
        (
            name,
            hours,
            _("%(low)s tot %(high)s") % {"low": lower, "high": higher},
            _("%(low)s tot %(high)s") % {"low": low, "high": high},
            each,
        )
        for name, hours, lower, higher, low, high, each in rows
    ]
    headers = (
        _("Als"),
        _("Uren per jaar"),
        _("In 8 van 10 jaren"),
        _("In 19 van 20 jaren"),
        _("Per persoon"),
    )
    return Table(_("Wat als het anders loopt"), headers, some, numeric=frozenset({1, 2, 3, 4}))


def _hours(hours: float) -> str:
    return number_format(hours, 1)
