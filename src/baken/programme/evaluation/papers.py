"""An evaluation to take along: its report as PDF and as Word, and a draft letter to the council (EVAL-06)."""

from dataclasses import asdict
from pathlib import Path
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
from baken.programme.evaluation import frame, paper, queries, rhythm, word
from baken.programme.evaluation import letter as letters
from baken.programme.evaluation.models import Evaluation
from baken.tenancy import doors
from baken.tenancy.models import Organisation
from baken.tenancy.scope import current
from baken.web import printing
from baken.web.allowing import allow
from baken.web.fields import said
from baken.web.templatetags.baken import civil

TEMPLATE = Path(__file__).parent / "typst" / "report.typ"


@require_safe
def report_pdf(request: HttpRequest, evaluation: UUID) -> HttpResponse:
    """The report as a tagged PDF."""
    found, moment = _found(request, evaluation), now()
    made = paper.report(found, _name())
    content = printing.make(
        TEMPLATE,
        {
            "title": made.title,
            "sender": _name(),
            "lang": _language(),
            "notice": _fictional(),
            "footer": _("Gemaakt op %(day)s") % {"day": civil(civil_date(moment))},
            "lead": made.lead,
            "sections": [asdict(section) for section in made.sections],
        },
    )
    return _attached(content, "application/pdf", f"{_named(found)}.pdf")


@require_safe
def report_word(request: HttpRequest, evaluation: UUID) -> HttpResponse:
    """The report as a document that can be edited."""
    found = _found(request, evaluation)
    notices = [_fictional()] if _fictional() else []
    made = word.document(paper.report(found, _name()), _language(), notices, now())
    return _attached(made, word.MEDIA, f"{_named(found)}.docx")


@require_safe
def letter(request: HttpRequest, evaluation: UUID) -> HttpResponse:
    """A draft letter to the council, to be finished by hand."""
    found, moment = _found(request, evaluation), now()
    today = civil_date(moment)
    due = rhythm.expected(policy.in_force(moment), queries.evaluations(), today)
    notices = [one for one in (_("ONTWERP"), _fictional()) if one]
    made = word.document(letters.letter(found, _name(), due), _language(), notices, moment)
    return _attached(made, word.MEDIA, f"{_('ontwerp-raadsbrief')}-{_named(found)}.docx")


def _found(request: HttpRequest, evaluation: UUID) -> Evaluation:
    doors.require(request, frame.READ)
    found = frame.found(evaluation)
    doors.looked_at(request, deed="export")
    return found


def _attached(content: bytes, media: str, name: str) -> HttpResponse:
    answer = HttpResponse(content, content_type=media)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    allow(answer, "sandbox")
    return answer


def _named(found: Evaluation) -> str:
    return slugify(found.title)[:60] or "evaluatie"


def _name() -> str:
    return Organisation.objects.get(pk=current()).name


def _language() -> str:
    return "en" if (get_language() or "nl").startswith("en") else "nl"


def _fictional() -> str:
    return said(printing.FICTIONAL) if settings.BAKEN_DEMO else ""
