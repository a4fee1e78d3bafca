"""What the templates of the form and the receipt are given."""

from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from baken.intake import queries
from baken.intake.actions import Receipt
from baken.intake.forms import ENVELOPE, ReportForm, Told
from baken.intake.gate import Gate
from baken.web import places
from baken.web.notify import offer


def form(shown: ReportForm, gate: Gate) -> dict[str, Any]:
    """Return what the form page draws."""
    return {
        "form": shown,
        "parts": _parts(shown),
        "observed": _touched(shown, "seen", "heard", "told"),
        "worked": _touched(shown, "work"),
        "thought": _touched(shown, "age", "hardness", "thinks"),
        "sealing": _touched(shown, *ENVELOPE),
        "stamp": queries.stamp(gate),
        "places": places.places(gate.bundle),
        "seals": gate.seals,
        "post_name": gate.post.name if gate.post else "",
    }


def receipt(given: Receipt, told: Told, now: datetime, *, slug: str) -> dict[str, Any]:
    """Return what the receipt draws."""
    bundle = given.gate.bundle
    return {
        **offer(str(given.code)),
        "code": str(given.code),
        "signal": given.signal,
        "question": told.question,
        "named": told.envelope is not None,
        "acute": told.claims.get("urgency") == ("acute",),
        "post_name": given.gate.post.name if given.gate.post else "",
        "steps": queries.next_steps(bundle, question=told.question, now=now),
        "handling": queries.handling(bundle, about_self=told.about == "self"),
        "policy_name": bundle.name,
        # whoever it happens to is not told how to keep watch
        "card_href": "" if told.about == "self" else reverse("card:whole", args=[slug]),
        "places": places.places(bundle),
    }


def nothing_sent(added: str) -> str:
    """Say what happened when a row was added, or when the Enter key was pressed: nothing was sent."""
    words = {
        "persons": _("Er is een persoon bij gekomen. Er is nog niets verstuurd."),
        "organisations": _("Er is een organisatie bij gekomen. Er is nog niets verstuurd."),
        "addresses": _("Er is een adres bij gekomen. Er is nog niets verstuurd."),
    }
    return words.get(added) or _("Er is nog niets verstuurd. Gebruik de knop onder aan het formulier.")


def _touched(shown: ReportForm, *names: str) -> bool:
    """Whether something was filled in or is wrong there, so that this part of the page must be open."""
    return any(shown[name].value() or shown[name].errors for name in names)


def _parts(shown: ReportForm) -> list[dict[str, Any]]:
    words = {
        "persons": {
            "title": _("Personen (niet verplicht)"),
            "one": _("Persoon"),
            "more": _("Nog een persoon toevoegen"),
            "why": _(
                "Schrijf alleen op wat u weet. Een naam hoeft niet: een omschrijving is ook goed. Een "
                "rol is uw vermoeden, geen oordeel."
            ),
            "full": _("Meer personen passen hier niet. Noem de anderen bij 'Wat is er gebeurd'."),
        },
        "organisations": {
            "title": _("Bedrijven en organisaties (niet verplicht)"),
            "one": _("Organisatie"),
            "more": _("Nog een organisatie toevoegen"),
            "why": _("Bijvoorbeeld een werkgever, een verhuurder of een uitzendbureau."),
            "full": _("Meer organisaties passen hier niet. Noem de andere bij 'Wat is er gebeurd'."),
        },
        "addresses": {
            "title": _("Adressen (niet verplicht)"),
            "one": _("Adres"),
            "more": _("Nog een adres toevoegen"),
            "why": _("Weet u het adres niet precies? Schrijf dan op wat u wel weet."),
            "full": _("Meer adressen passen hier niet. Noem de andere bij 'Wat is er gebeurd'."),
        },
    }
    return [
        {**words[name], "rows": rows, "anchor": f"deel-{name}", "open": rows.touched}
        for name, rows in shown.rows.items()
    ]
