"""The summary of the basic level on paper: a tagged PDF, for a council or a meeting."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from django.conf import settings
from django.http import HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from baken.programme.level import showing
from baken.programme.level.queries import Level
from baken.programme.level.standing import Standing, by_sort
from baken.programme.plan.models import Action
from baken.tenancy.models import Organisation
from baken.tenancy.scope import current
from baken.web import printing
from baken.web.fields import said
from baken.web.templatetags.baken import civil

TEMPLATE = Path(__file__).parent / "typst" / "level.typ"


def summary(found: Level, follow_ups: Mapping[str, Sequence[Action]]) -> HttpResponse:
    """Return where the organisation stands on every criterion, as a file to save or print."""
    language = (get_language() or "nl")[:2]
    sender = Organisation.objects.get(pk=current()).name
    made = printing.make(
        TEMPLATE,
        {
            "title": _("Basisniveau van de aanpak van mensenhandel"),
            "sender": sender,
            "lang": language,
            "notice": printing.FICTIONAL.in_(language) if settings.BAKEN_DEMO else "",
            "footer": _("%(sender)s, stand op %(day)s") % {"sender": sender, "day": civil(found.today)},
            "lead": [
                showing.summary(found.every),
                _(
                    "Dit vond de organisatie van zichzelf. Wat voldoet en nergens te zien is, staat er als nog niet "
                    "aangetoond."
                ),
            ],
            "parts": [
                {"title": said(name), "rows": [_row(one, follow_ups) for one in rows]}
                for name, rows in by_sort(found.every)
            ],
            "heads": [_("Criterium"), _("Stand"), _("Waar te zien"), _("Actie")],
        },
    )
    answer = HttpResponse(made, content_type="application/pdf")
    answer["Content-Disposition"] = f'attachment; filename="basisniveau-{found.today}-{language}.pdf"'
    return answer


def _row(one: Standing, follow_ups: Mapping[str, Sequence[Action]]) -> list[str]:
    return [
        said(one.criterion.name),
        showing.line(one),
        one.found.evidence if one.found and one.found.evidence else "–",
        "; ".join(showing.named(action) for action in follow_ups.get(one.criterion.id, ())) or "–",
    ]
