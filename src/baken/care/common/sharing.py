"""On what something about a client may go to one recipient, in its own words, to be confirmed by whoever shares it.

Consent is recorded for a kind of recipient and says in words for whom. Those words a human compares, each time anew.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from baken.care.common import clients, lists
from baken.care.common.born import born
from baken.core.derive.client import Basis, rests_on
from baken.core.vocabulary.client import CONSENT_HOW
from baken.core.vocabulary.moments import civil_date
from baken.core.vocabulary.spans import age_on
from baken.ledger.streams import Stream
from baken.web.choices import Choice
from baken.web.fields import said
from baken.web.parts import Link
from baken.web.templatetags.baken import civil

Bases = Sequence[tuple[str, Choice]]
SIXTEEN = 16
FOR = "voor"
"""In an address: for whom consent or a weighing is about to be recorded."""


def bases(stream: Stream, recipient: str) -> Bases:
    """Return each consent and weighing that allows it now: for whom, what, how and when."""
    found = rests_on(clients.state(stream), recipient)
    told = clients.words(stream, [one.words for one in found])
    whom = capfirst(said(lists.named(lists.bodies(), recipient)))
    return [(one.id, _choice(one, told[one.words], whom)) for one in found]


def _choice(one: Basis, told: dict[str, str], whom: str) -> Choice:
    day = {"day": civil(civil_date(one.at))}
    if one.kind == "weighed":
        how = _("Zonder toestemming, afgewogen op %(day)s") % day
        return Choice(f"{whom}. {how}", told.get("reason", ""))
    name = f"{whom}: {told['who']}" if told.get("who") else whom
    how = _("Toestemming van %(day)s, %(how)s") % {**day, "how": said(CONSENT_HOW[one.how])}
    return Choice(f"{name}. {how}", told.get("what", ""))


def confirming(offered: Bases, label: Any = "", *, required: bool = True) -> forms.ChoiceField:
    """Return the question which consent or weighing is about this very recipient."""
    return forms.ChoiceField(
        label=label
        or gettext_lazy("Welke toestemming of afweging gaat over precies deze ontvanger en dit doel?"),
        help_text=gettext_lazy(
            "Lees voor wie en waarvoor. Gaat het over een ander? Vraag dan eerst opnieuw toestemming."
        ),
        choices=list(offered),
        required=required,
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Lees waarop dit rust, en kies.")},
    )


def ways(client: UUID, lacks: str) -> list[Link]:
    """Return where is recorded what a refusal says is lacking before something may go to a recipient."""
    what, _sep, recipient = lacks.partition(":")
    pages = {
        "consent": (("consent", _("Toestemming vastleggen")), ("weigh", _("Geheim afwegen"))),
        "written_consent": (("consent", _("Toestemming vastleggen")),),
    }
    return [
        Link(f"{reverse(f'care_clients:{name}', args=[client])}?{FOR}={recipient}", words)
        for name, words in pages.get(what, ())
    ]


def under_16(stream: Stream, today: date) -> bool | None:
    """Return whether somebody is under sixteen, where the birth date is known."""
    birth = born(stream)
    return None if birth is None else age_on(birth, today) < SIXTEEN
