"""What stands of a stay on the client's own page: the position, what is due, what to count on, and advice."""

from datetime import datetime

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from baken.care.common import clients
from baken.care.common.panels import Panel, Way
from baken.care.residence import reading, saying
from baken.care.residence.reading import Stay
from baken.core.derive import residence as derived
from baken.core.derive.entitlements import Entitled, day_words
from baken.core.vocabulary.care import POSITIONS
from baken.core.vocabulary.moments import civil_date
from baken.ledger.streams import Stream
from baken.web.fields import said
from baken.web.parts import Line


def residence(client: Stream, now: datetime, may_keep: bool) -> Panel:
    """What the client may count on, from whom and until when; what to do next; what is not known."""
    stay = reading.of(client, now)
    ways = [Way(_("Verblijf, rechten en termijnen"), reverse("care_residence:stay", args=[client.id]))]
    if may_keep and not stay.notes:
        ways.insert(
            0, Way(_("Verblijf vastleggen"), reverse("care_residence:note", args=[client.id, "positie"]))
        )
    return Panel("residence", _("Verblijf en rechten"), _lines(stay), ways, _warning(stay))


def advice(client: Stream, now: datetime, may_keep: bool) -> Panel | None:
    """What the process director advised, the last first."""
    given = derived.fold(client.happened).advice
    told = clients.words(client, [one.words for one in given])
    lines = [
        Line(said(day_words(civil_date(one.at))), told[one.words].get("words", "")) for one in reversed(given)
    ]
    return Panel("advice", _("Advies van de procesregisseur"), lines)


def _lines(stay: Stay) -> list[Line]:
    names, facts = saying.names(stay.bundle), stay.facts
    since = facts.moments.get("position_since")
    position = capfirst(said(POSITIONS[facts.position]))
    if since:
        position = _("%(position)s, sinds %(day)s") % {"position": position, "day": said(day_words(since))}
    found = [Line(_("Verblijfspositie"), position)]
    found += [
        Line(
            names.get(one.id, one.id),
            f"{said(day_words(stay.last_day(one)))} ({said(saying.left(stay.last_day(one), stay.today))})",
        )
        for one in stay.state.open
    ]
    answer = stay.answer
    if answer.next:
        found.append(Line(_("Wat nu"), [capfirst(said(one.name)) for one in answer.next]))
    if answer.entitlements:
        found.append(Line(_("Mag rekenen op"), [_right(one) for one in answer.entitlements]))
    if answer.unknown:
        found.append(Line(_("Wat wij niet weten"), [said(one.sentence) for one in answer.unknown]))
    return found


def _right(one: Entitled) -> str:
    words = _("%(name)s, van %(provider)s") % {
        "name": capfirst(said(one.name)),
        "provider": said(one.provider),
    }
    if one.until:
        words = _("%(words)s, tot en met %(day)s") % {"words": words, "day": said(day_words(one.until))}
    return words if one.confirmed else f"{words} ({said(saying.UNCONFIRMED)})"


def _warning(stay: Stay) -> str:
    if any(derived.standing(one, stay.today) == "missed" for one in stay.state.open):
        return _("Er is een termijn voorbij die nog niet is afgehandeld.")
    if stay.state.unseen:
        return _("Er is een termijn gewijzigd. Lees wat er is veranderd.")
    if stay.stale:
        return _("Er zijn termijnen die nog niet in uw lijst staan. Werk ze bij.")
    return ""
