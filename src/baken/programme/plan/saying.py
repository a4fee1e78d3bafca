"""The programme in words: how an action stands, what of it is proved, and what changed about it."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from baken.clock import now
from baken.core.vocabulary.text import Text
from baken.programme.plan import lists, standing
from baken.programme.plan.models import Edition
from baken.web.fields import figure, said
from baken.web.templatetags.baken import civil

STATES: Mapping[str, Text] = {
    "late": Text("te laat", "late"),
    "due": Text("dit kwartaal aan de beurt", "due this quarter"),
    "open": Text("later aan de beurt", "due later"),
    "ongoing": Text("loopt door", "ongoing"),
    "done": Text("gedaan", "done"),
    "dropped": Text("gestopt", "stopped"),
}
"""How an action stands, the most urgent first."""


def span(edition: Edition) -> str:
    """Return from when until when an edition runs."""
    return _("%(first)s tot en met %(last)s") % {
        "first": civil(edition.from_date),
        "last": civil(edition.until_date),
    }


def runs(edition: Edition, today: date) -> str:
    """Return where an edition stands in its time, and whether somebody laid it down."""
    if today < edition.from_date:
        words = _("begint op %(day)s") % {"day": civil(edition.from_date)}
    elif today > edition.until_date:
        words = _("liep tot en met %(day)s") % {"day": civil(edition.until_date)}
    else:
        words = _("loopt tot en met %(day)s") % {"day": civil(edition.until_date)}
    return capfirst(words if edition.decision else _("%(words)s, nog niet vastgesteld") % {"words": words})


def ready(row: standing.Row) -> str:
    """Return when an action is ready."""
    return capfirst(said(row.ready))


def state(row: standing.Row) -> str:
    """Return how an action stands, in a sentence."""
    action, there = row.action, row.standing
    if action.stopped_on:
        return _("Gestopt op %(day)s") % {"day": civil(action.stopped_on)}
    words = capfirst(said(STATES[row.state]))
    if action.ready == "times":
        count = _("%(done)s van %(owed)s keer dit jaar") % {"done": there.done, "owed": there.owed}
        return f"{words}: {count}"
    if row.state == "ongoing":
        count = _("%(words)s, dit jaar %(done)s keer iets gedaan") % {"words": words, "done": there.done}
        return count if there.done else words
    if there.next_due and row.state != "open":
        return _("%(words)s, uiterlijk %(day)s") % {"words": words, "day": civil(there.next_due)}
    return words


def proof(row: standing.Row) -> str:
    """Return whether what was done can be seen somewhere; of what is not due yet there is nothing to see."""
    if row.standing.proved:
        return _("Aangetoond: %(evidence)s") % {"evidence": row.evidence}
    if row.standing.proved is False:
        return _("Nog niet aangetoond: het bewijs ontbreekt")
    if row.progress or row.state in ("ongoing", "late"):
        return _("Nog niet aangetoond")
    return ""


def who(row: standing.Row) -> list[str]:
    """Return who does it, and with whom."""
    partners = row.action.partners
    return [
        row.action.owner,
        *([_("Met %(partners)s") % {"partners": ", ".join(partners)}] if partners else []),
    ]


def euros(amount: int | None) -> str:
    """Return an amount of money, or nothing."""
    return "" if amount is None else f"€ {figure(amount)}"


FIELDS: Mapping[str, Text] = {
    "label": Text("nummer", "number"),
    "title": Text("titel", "title"),
    "what": Text("wat we doen", "what we do"),
    "ready": Text("wanneer gereed", "when ready"),
    "owner": Text("eigenaar", "owner"),
    "partners": Text("met wie", "with whom"),
    "barrier": Text("barrière", "barrier"),
    "budget": Text("budget", "budget"),
    "goal": Text("doel", "goal"),
    "from_date": Text("eerste dag", "first day"),
    "until_date": Text("laatste dag", "last day"),
    "decision": Text("besluit", "decision"),
}
"""What can change about an action or an edition."""
LONG = ("what", "goal")


def changed(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[str]:
    """Return what is different between two states, each as a sentence; long text is only named."""
    before, after = {**before, "ready": _ready(before)}, {**after, "ready": _ready(after)}
    found = []
    for name, words in FIELDS.items():
        old, new = _shown(name, before.get(name)), _shown(name, after.get(name))
        if old == new:
            continue
        if name in LONG:
            found.append(_("%(name)s aangepast") % {"name": capfirst(said(words))})
        else:
            told = {"name": capfirst(said(words)), "old": old, "new": new}
            found.append(_("%(name)s: was %(old)s, werd %(new)s") % told)
    return found


def _ready(row: Mapping[str, Any]) -> str:
    if "ready" not in row:
        return ""
    told = {"on": row["ready_on"], **{name: row[name] for name in ("every_years", "month", "times")}}
    return said(standing.words_of({"kind": row["ready"], **told}))


def _shown(name: str, value: Any) -> str:
    if isinstance(value, list):
        value = ", ".join(value)
    if value in (None, ""):
        return _("leeg")
    if name == "barrier":
        names = lists.barriers(lists.bundle(now()))
        return capfirst(said(names[value])) if value in names else str(value)
    if name.endswith("_date"):
        return civil(date.fromisoformat(value))
    return euros(value) if name == "budget" else str(value)
