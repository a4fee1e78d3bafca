"""The report of a data leak on paper. It says how many people it concerns, and names none of them."""

from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from baken.core.vocabulary.text import Text
from baken.tenancy.models import Organisation
from baken.tenancy.scope import current
from baken.trust.incidents import concerning, queries
from baken.trust.incidents.queries import Incident
from baken.web import printing
from baken.web.fields import said
from baken.web.templatetags.baken import civil

TEMPLATE = Path(__file__).parent / "typst" / "report.typ"


def report(found: Incident) -> bytes:
    """Return the report as a tagged PDF, in the language of the reader."""
    texts = queries.texts(found)
    parts = [
        (_("Wat er gebeurde"), [texts["told"]]),
        (_("Waarom wel of niet gemeld"), [texts["reason"]]),
        (_("Melding"), [texts["authority"]]),
        (_("Wat eraan is gedaan"), [f"{civil(at)}: {text}" for at, text in queries.measures(found)]),
        (_("Wat ervan is geleerd"), [texts["closing"]]),
    ]
    if found.state.listed:
        whom = [_("Aantal mensen: %(people)s.") % {"people": concerning.number(found.state)}]
        parts.insert(1, (_("Om wie het gaat"), [*whom, *concerning.counted(found.state)]))
    return printing.make(
        TEMPLATE,
        {
            "title": _("Datalek %(reference)s") % {"reference": found.reference},
            "sender": Organisation.objects.get(pk=current()).name,
            "lang": (get_language() or "nl")[:2],
            "notice": said(printing.FICTIONAL) if settings.BAKEN_DEMO else "",
            "facts": [
                {
                    "name": said(line.term) if isinstance(line.term, Text) else line.term,
                    "value": _value(line.value),
                }
                for line in queries.lines(found)
            ],
            "pieces": [
                {"title": title, "lines": [line for line in lines if line]}
                for title, lines in parts
                if any(lines)
            ],
            "footer": f"{_('Vertrouwelijk')} · {found.reference} · {civil(found.now)}",
        },
    )


def _value(value: object) -> str:
    if isinstance(value, Text):
        return capfirst(said(value))
    return str(civil(value)) if isinstance(value, datetime) else str(value)
