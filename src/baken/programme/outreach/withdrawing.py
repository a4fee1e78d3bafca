"""Taking back a line that should not be there; that it stood there is kept."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from baken.programme.outreach.models import Announcement, Campaign, Contact, KitStep, Reach, Registrations
from baken.programme.outreach.words import KEEP, words
from baken.tenancy import doors, kept
from baken.tenancy.models_kept import Kept
from baken.web.acting import asks
from baken.web.deciding import DecisionForm, Given, decision
from baken.web.parts import Link


@dataclass(frozen=True, slots=True)
class Sort:
    """What can be withdrawn: its table, and where one goes afterwards. `of`: the field with that page's argument."""

    table: type[Kept]
    back: str
    of: str = ""


SORTS: Mapping[str, Sort] = {
    "organisatie": Sort(Contact, "programme_outreach:contacts"),
    "meldpunt": Sort(Announcement, "programme_outreach:announcements"),
    "campagne": Sort(Campaign, "programme_outreach:campaigns"),
    "stap": Sort(KitStep, "programme_outreach:campaign", "campaign_id"),
    "bereik": Sort(Reach, "programme_outreach:campaign", "campaign_id"),
    "aantal": Sort(Registrations, "programme_outreach:reasons", "kind"),
}


def link(sort: str, found: Kept) -> Link:
    """Return the way to take a line back."""
    return Link(reverse("programme_outreach:withdraw", args=[sort, found.id]), _("Terugnemen"))


@asks
def withdraw(request: HttpRequest, sort: str, line: UUID) -> HttpResponse:
    """Take back what was written down by mistake."""
    doors.require(request, KEEP)
    if sort not in SORTS:
        raise Http404
    there = SORTS[sort]
    found = kept.one(there.table, line)
    args = (getattr(found, there.of),) if there.of else ()
    asked = words(
        _("Regel terugnemen"),
        _("De regel telt dan niet meer mee en staat nergens meer. Dat hij er stond, blijft bewaard."),
        _("Terugnemen"),
        _("De regel is teruggenomen."),
        back=there.back,
        args=args,
    )

    def act(form: DecisionForm, given: Given) -> str:
        kept.withdraw(found, actor=given["actor"], now=given["now"])
        return reverse(there.back, args=args)

    return decision(request, asked, form=DecisionForm, act=act)
