"""An edition to take along: as Excel, as Word and for a calendar."""

from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.text import slugify
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from baken.clock import now
from baken.core.vocabulary.moments import civil_date
from baken.programme.common import policy
from baken.programme.plan import queries
from baken.programme.plan.exchange import calendars, documents, lines, workbooks
from baken.programme.plan.models import Edition
from baken.tenancy import doors, kept
from baken.web.allowing import allow
from baken.web.fields import said
from baken.web.printing import FICTIONAL
from baken.web.workbooks import MEDIA

READ = "programme.read"


@require_safe
def excel(request: HttpRequest, edition: UUID) -> HttpResponse:
    """The edition as a workbook."""
    found = _edition(request, edition)
    paper = lines.paper(found, policy.in_force(now()), civil_date(now()))
    return attached(workbooks.workbook(paper, _("Programma"), _notice()), found, "xlsx", MEDIA)


@require_safe
def word(request: HttpRequest, edition: UUID) -> HttpResponse:
    """The edition as a document that can be edited."""
    found, moment = _edition(request, edition), now()
    paper = lines.paper(found, policy.in_force(moment), civil_date(moment))
    made = documents.document(paper, language(), _notice(), moment)
    return attached(made, found, "docx", documents.MEDIA)


@require_safe
def agenda(request: HttpRequest, edition: UUID) -> HttpResponse:
    """The days of the edition for a calendar."""
    found = _edition(request, edition)
    made = calendars.calendar(found, queries.actions_of(found), language(), now())
    return attached(made, found, "ics", calendars.MEDIA)


def language() -> str:
    """Return the language of the reader: one of the two there are."""
    return "en" if (get_language() or "nl").startswith("en") else "nl"


def attached(content: bytes, edition: Edition, ending: str, media: str) -> HttpResponse:
    """Return a file to keep, named after the edition."""
    answer = HttpResponse(content, content_type=media)
    name = slugify(edition.title)[:60] or "programma"
    answer["Content-Disposition"] = f'attachment; filename="{name}.{ending}"'
    allow(answer, "sandbox")
    return answer


def _edition(request: HttpRequest, edition: UUID) -> Edition:
    doors.require(request, READ)
    found = kept.one(Edition, edition)
    doors.looked_at(request, deed="export")
    return found


def _notice() -> str:
    return said(FICTIONAL) if settings.BAKEN_DEMO else ""
