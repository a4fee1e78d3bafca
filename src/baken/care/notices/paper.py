"""The notification to CoMensha on paper, in Dutch: what is copied into their own form, in the same order."""

from collections.abc import Mapping
from pathlib import Path
from uuid import UUID

from django.utils import translation

from baken.care.notices import queries
from baken.core.derive.care_notice import Prepared
from baken.core.vocabulary.care_notice import KIND
from baken.core.vocabulary.moments import civil_date
from baken.ledger.projections import reference
from baken.tenancy.models import Organisation
from baken.tenancy.scope import current
from baken.web import printing
from baken.web.templatetags.baken import civil

TEMPLATE = Path(__file__).parent / "typst" / "notice.typ"
LANGUAGE = "nl"


def made(client: UUID, prepared: Prepared, told: Mapping[str, str], *, fictional: bool) -> bytes:
    """Return the tagged PDF."""
    with translation.override(LANGUAGE):
        rows = queries.filled(prepared.kind, told)
        checked = civil(civil_date(prepared.at))
    return printing.make(
        TEMPLATE,
        {
            "title": "Melding aan CoMensha",
            "sender": Organisation.objects.get(pk=current()).name,
            "lang": LANGUAGE,
            "notice": printing.FICTIONAL.in_(LANGUAGE) if fictional else "",
            "kind": KIND[prepared.kind].in_(LANGUAGE),
            "facts": [{"name": name, "value": value} for name, value in rows],
            "checked": f"Nagekeken op {checked}. Alles hierin is een vermoeden, geen vaststelling.",
            "footer": f"Vertrouwelijk · {reference(client)}",
        },
    )
