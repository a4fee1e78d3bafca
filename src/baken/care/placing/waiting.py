"""Who waits for shelter, and where meanwhile: without the name of any shelter, municipality or address."""

from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from baken.care.common import clients
from baken.care.placing.queries import named
from baken.core.derive import placing
from baken.core.vocabulary import placing as words
from baken.core.vocabulary.moments import civil_date
from baken.ledger import matters, vault
from baken.ledger.projections import reference
from baken.web.parts import Link, Table

NOWHERE = "nowhere"


def waiting(now: datetime) -> Table:
    """Return everybody who waits for a place: who has no safe place first, then who waits longest."""
    rows = {row.stream_id: row for row in clients.open_clients(now)}
    folded = {id_: placing.fold(stream.happened) for id_, stream in matters.streams(rows).items()}
    first = {id_: state.waiting[0] for id_, state in folded.items() if state.waiting}
    told = vault.get_each({id_: request.words for id_, request in first.items()})
    names = clients.names(rows[id_] for id_ in first)

    def meanwhile(id_: Any) -> str:
        return str(told.get(id_, {}).get("meanwhile", ""))

    today = civil_date(now)
    order = sorted(first, key=lambda id_: (meanwhile(id_) != NOWHERE, first[id_].on, reference(id_)))
    return Table(
        _("Wie wacht op opvang"),
        (_("Cliënt"), _("Wat"), _("Sinds"), _("Dagen"), _("Wacht nu")),
        [
            (
                Link(reverse("care_clients:client", args=[id_]), names.get(id_) or reference(id_)),
                named(words.SHELTER, first[id_].kind),
                first[id_].on,
                (today - first[id_].on).days,
                named(words.MEANWHILE, meanwhile(id_)) if meanwhile(id_) in words.MEANWHILE else "",
            )
            for id_ in order
        ],
        numeric=frozenset({3}),
        hide_caption=True,
    )
