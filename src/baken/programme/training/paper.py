"""The kit on paper: plain words for the printer, in the language of the reader."""

from collections.abc import Sequence
from pathlib import Path

from django.conf import settings
from django.http import HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from baken.clock import now
from baken.core.derive.teamkit import Kit
from baken.core.policy.bundle import Bundle
from baken.core.vocabulary.moments import civil_date
from baken.core.vocabulary.teamwork import FICTIONAL, MINUTES, Work
from baken.tenancy.models import Organisation
from baken.tenancy.scope import current
from baken.web import printing
from baken.web.elsewhere import EMERGENCY
from baken.web.fields import said
from baken.web.places import numbers, places
from baken.web.templatetags.baken import civil

TEMPLATE = Path(__file__).parent / "typst" / "kit.typ"


def kit_sheet(made: Kit, work: Work, bundle: Bundle, deeds: Sequence[tuple[str, str]]) -> HttpResponse:
    """Return the kit as a file to show and to print; `deeds` are sentences, each with its address or nothing."""
    language, own = (get_language() or "nl")[:2], Organisation.objects.get(pk=current())
    told = printing.make(
        TEMPLATE,
        {
            "title": f"{said(made.name)}: {said(work.name)}",
            "sender": own.name,
            "lang": language,
            "notice": printing.FICTIONAL.in_(language) if settings.BAKEN_DEMO else "",
            "footer": _("%(name)s, gemaakt op %(day)s") % {"name": own.name, "day": civil(civil_date(now()))},
            "slides": [
                {"title": said(one.title), "lines": [said(line) for line in one.lines]} for one in made.slides
            ],
            "card": _card(made, work),
            "case": _case(made),
            "deeds": {
                "title": _("Wat u doet"),
                "urgent": f"{said(EMERGENCY.when)} {_('Bel 112')}.",
                "lines": [{"words": words, "address": address} for words, address in deeds],
            },
            "elsewhere": {"title": _("Ook hier kunt u terecht"), "lines": _places(bundle)},
            "minutes": {
                "title": _("Tien minuten"),
                "lines": [
                    {"name": _("%(number)s min") % {"number": number}, "words": said(words)}
                    for number, words in MINUTES
                ],
            },
        },
    )
    answer = HttpResponse(told, content_type="application/pdf")
    answer["Content-Disposition"] = f'attachment; filename="werkoverleg-{work.slug}-{language}.pdf"'
    return answer


def _card(made: Kit, work: Work) -> dict[str, object]:
    return {
        "title": f"{said(made.card_name)}: {said(work.name)}",
        "notice": said(made.notice),
        "groups": [
            {"title": said(one.name), "lines": [said(line) for line in one.lines]} for one in made.signals
        ],
        "dont": {"title": _("Doe dit niet"), "lines": [said(one) for one in made.dont]},
        "origin": said(made.origin),
    }


def _case(made: Kit) -> dict[str, object]:
    return {
        "title": _("Een verzonnen geval"),
        "fictional": said(FICTIONAL),
        "story": said(made.story),
        "ask": _("Bespreek samen"),
        "questions": [said(one) for one in made.questions],
    }


def _places(bundle: Bundle) -> list[dict[str, str]]:
    found = [{"name": f"{said(one.name)}, {one.phone}", "words": said(one.when)} for one in numbers(bundle)]
    for one in places(bundle):
        ways = [*([one.phone] if one.phone else []), *one.links]
        reach = ", ".join(str(way.label) for way in ways) or (said(one.words) if one.words else "")
        name = said(one.name)
        found.append({"name": f"{name}, {reach}" if reach else name, "words": said(one.when)})
    return found
