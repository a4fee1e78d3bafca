"""The parts of a client's page about CoMensha and about who notified."""

from datetime import datetime

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from baken.care.common import clients
from baken.care.common.panels import Panel, Way
from baken.care.notices import queries
from baken.core.derive import care_notice
from baken.core.vocabulary import care_notice as words
from baken.ledger.streams import Stream
from baken.web.fields import said
from baken.web.parts import Line
from baken.web.templatetags.baken import civil


def comensha(client: Stream, now: datetime, may_keep: bool) -> Panel:
    """Whether CoMensha was notified: once per person (CARE-11, MON-07)."""
    state = care_notice.fold(client.happened)
    lines = [
        Line(_("Gemeld, %(day)s") % {"day": civil(one.on)}, capfirst(said(words.KIND[one.kind])))
        for one in reversed(state.notified)
    ]
    ways, warning = [], ""
    if state.prepared is not None:
        warning = _("Er ligt een melding klaar die nog niet is verstuurd.")
        ways.append(_way(client, "care_notices:comensha", _("Melding bekijken en overnemen")))
    elif state.notified:
        ways.append(_way(client, "care_notices:comensha", _("Melding bekijken")))
    else:
        lines.append(Line(_("Nu"), _("Nog niet gemeld bij CoMensha.")))
    also = queries.sender_notified(client)
    if also is not None and state.registered is None:
        lines.append(Line(_("De gemeente meldde zelf"), also))
    if may_keep:
        label = _("Melding klaarmaken") if not state.notified else _("Aanvulling klaarmaken")
        ways.append(_way(client, "care_notices:prepare", label))
    return Panel("comensha", _("CoMensha"), lines, ways, warning)


def sender(client: Stream, now: datetime, may_keep: bool) -> Panel | None:
    """What whoever notified sees of this person: how far, and the next check; never more."""
    found = queries.sender(client)
    if found is None:
        return None
    state, notices = clients.state(client), care_notice.fold(client.happened)
    seen = notices.last_seen([str(one) for one in queries.about(state)])
    lines = [Line(_("Aangemeld door"), found.name)]
    if seen is None:
        lines.append(Line(_("Ziet nu"), _("nog niets")))
    else:
        shown = [said(words.STANDING[seen.standing])]
        if seen.check_on:
            shown.append(_("volgende controle %(day)s") % {"day": civil(seen.check_on)})
        lines.append(Line(_("Ziet nu (persoon %(number)s)") % {"number": seen.person}, shown))
    standing = care_notice.standing(state)
    check_on = None if standing == "finished" else state.check_on
    there = str(found.notification)  # with the name, where that came after the first
    behind = seen is None or (seen.notification, seen.standing, seen.check_on) != (there, standing, check_on)
    warning = _("Wie de persoon aanmeldde, ziet nog niet hoe ver het nu is.") if behind else ""
    may_tell = behind and (may_keep or not state.open)  # that a file closed is told from the closed file
    ways = [_way(client, "care_notices:tell", _("Laten weten hoe ver het is"))] if may_tell else []
    return Panel("aanmelder", _("Wat de aanmelder ziet"), lines, ways, warning)


def _way(client: Stream, name: str, label: str) -> Way:
    return Way(label, reverse(name, args=[client.id]))


PARTS = ((comensha, 50), (sender, 55))
