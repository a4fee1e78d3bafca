"""The receipt of a destruction on paper: how many of what, when, by whom approved, and to whom it had gone."""

from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from baken.core.vocabulary.text import Text
from baken.tenancy.models import Organisation
from baken.tenancy.scope import current
from baken.trust.retention import queries
from baken.web import printing
from baken.web.fields import said
from baken.web.parts import Table
from baken.web.templatetags.baken import civil

TEMPLATE = Path(__file__).parent / "typst" / "receipt.typ"


def receipt(found: queries.Drawn, now: datetime) -> bytes:
    """Return the receipt as a tagged PDF, in the language of the reader."""
    parts = [queries.counts(found, now), queries.partners(found, now)]
    return printing.make(
        TEMPLATE,
        {
            "title": _("Bewijs van vernietiging %(reference)s") % {"reference": found.reference},
            "sender": Organisation.objects.get(pk=current()).name,
            "lang": (get_language() or "nl")[:2],
            "notice": said(printing.FICTIONAL) if settings.BAKEN_DEMO else "",
            "facts": [
                {"name": _words(line.term), "value": _words(line.value)}
                for line in queries.lines(found, queries.names_on(found))
                if line.value
            ],
            "parts": [_part(part) for part in parts if part is not None],
            "left": _(
                "Weg zijn de inhoud, de sleutel waarmee die te lezen was en wat ernaar leidde. Gebleven zijn een "
                "aantal per jaar, en dat er iets was. Wie een overdracht kreeg, bewaart die naar eigen regels."
            ),
            "footer": f"{found.reference} · {civil(now)}",
        },
    )


def _part(table: Table) -> dict[str, object]:
    return {"title": _words(table.caption), "lines": [f"{_words(row[0])}: {row[1]}" for row in table.rows]}


def _words(value: object) -> str:
    if isinstance(value, Text):
        return capfirst(said(value))
    return civil(value) if isinstance(value, datetime) else str(value)
