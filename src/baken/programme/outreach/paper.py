"""The kit of a campaign on paper: a checklist with days, as a tagged PDF (COMM-01)."""

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.http import HttpResponse
from django.utils.text import slugify
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from baken.core.vocabulary.moments import civil_date
from baken.core.vocabulary.text import Text
from baken.programme.outreach import owing
from baken.programme.outreach.models import Campaign
from baken.tenancy.models import Organisation
from baken.tenancy.scope import current
from baken.web import printing
from baken.web.fields import said
from baken.web.parts import Line
from baken.web.templatetags.baken import civil

TEMPLATE = Path(__file__).parent / "typst" / "checklist.typ"
TO_DO = "[   ]"


def checklist(campaign: Campaign, lines: Iterable[Line], now: datetime) -> HttpResponse:
    """Return the checklist of a campaign, as a file to save or print."""
    language = (get_language() or "nl")[:2]
    made = printing.make(
        TEMPLATE,
        {
            "title": campaign.name,
            "sender": Organisation.objects.get(pk=current()).name,
            "lang": language,
            "notice": printing.FICTIONAL.in_(language) if settings.BAKEN_DEMO else "",
            "footer": _("Gemaakt op %(day)s") % {"day": civil(civil_date(now))},
            "lead": [
                _(
                    "Vink af wat klaar is. De dagen zijn teruggeteld vanaf de eerste dag, en schuiven mee als die "
                    "verandert."
                )
            ],
            "facts": [{"name": _words(one.term), "value": _words(one.value)} for one in lines],
            "steps": {
                "title": _("Stappen naar de eerste dag"),
                "none": _("Er staan nog geen stappen bij deze campagne."),
                "headers": [_("Klaar"), _("Uiterlijk"), _("Wat"), _("Wie")],
                "rows": [
                    [
                        civil(one.done_on) if one.done_on else TO_DO,
                        civil(owing.step_day(one, campaign)),
                        one.what,
                        one.owner or campaign.owner,
                    ]
                    for one in owing.steps_of(campaign)
                ],
            },
        },
    )
    answer = HttpResponse(made, content_type="application/pdf")
    name = slugify(campaign.name)[:60] or "campagne"
    answer["Content-Disposition"] = f'attachment; filename="{name}-{language}.pdf"'
    return answer


def _words(value: object) -> str:
    if isinstance(value, Text):
        return said(value)
    if isinstance(value, list):
        return ", ".join(map(_words, value))
    return value if isinstance(value, str) else civil(value)  # type: ignore[arg-type]
