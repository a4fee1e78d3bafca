"""The parts of a client's page about the municipality, shelter and a transfer. Here alone an address is shown."""

from collections.abc import Iterator
from datetime import datetime

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from baken.care.common import clients
from baken.care.common.panels import Panel, Way
from baken.care.placing import queries
from baken.care.placing.queries import Placed, named
from baken.core.derive.placing import Request, Transfer
from baken.core.vocabulary import placing as words
from baken.core.vocabulary.moments import civil_date
from baken.ledger.streams import Stream
from baken.web.fields import said
from baken.web.parts import Line
from baken.web.templatetags.baken import civil

CENTRE = "centre_municipality"


def municipality(client: Stream, now: datetime, may_keep: bool) -> Panel:
    """Which municipality is responsible, why, and who says so (CARE-04, CARE-08, DATA-12)."""
    found = queries.placed(client)
    lines, warning = list(_municipality(found)), ""
    stay, answer = found.state.stay, found.responsible
    if stay is None:
        warning = _("Nog niet vastgelegd is waar de persoon verblijft en welke gemeente verantwoordelijk is.")
    elif found.state.moved_since_noted:
        warning = _("De persoon is verhuisd. Kijk opnieuw na waar de persoon verblijft.")
    elif answer is not None and answer.elsewhere and found.state.transfer is None:
        warning = _(
            "De persoon verblijft niet in onze regio. Draag de zorg over, of leg vast waarom nog niet."
        )
    label = _("Gemeente vastleggen") if stay is None else _("Gemeente wijzigen")
    ways = [_way(client, "care_placing:stay", label)]
    return Panel("gemeente", _("Verantwoordelijke gemeente"), lines, ways if may_keep else [], warning)


def shelter(client: Stream, now: datetime, may_keep: bool) -> Panel:
    """What shelter is needed, what was asked, where the client waits and stays (CARE-05, CARE-06)."""
    found = queries.placed(client)
    lines = [*_place(found), *_needs(found)]
    waiting = found.state.waiting
    lines += [_asked(found, one, now) for one in reversed([*found.state.requests.values()])]
    lines += list(_moves(found))
    ways = [_way(client, "care_placing:needs", _("Wat voor opvang is nodig?"))]
    if found.state.needs is not None:
        ways.append(_way(client, "care_placing:request", _("Opvang aanvragen")))
    for one in waiting:
        label = _("Antwoord vastleggen: %(whom)s") % {"whom": found.whom(one)}
        ways.append(Way(label, reverse("care_placing:answer", args=[client.id, one.id])))
    ways.append(_way(client, "care_placing:move", _("Verhuizing vastleggen")))
    nowhere = any(found.told(one.words).get("meanwhile") == "nowhere" for one in waiting)
    warning = _("De persoon wacht op opvang en heeft nu geen veilige plek.") if nowhere else ""
    return Panel("opvang", _("Opvang"), lines, ways if may_keep else [], warning)


def transfer(client: Stream, now: datetime, may_keep: bool) -> Panel:
    """To which other coordinator the file went, and whether that one took over."""
    found = queries.placed(client)
    contents = clients.words(client, [one.content for one in found.state.transfers.values()])
    lines, ways = [], []
    for one in reversed([*found.state.transfers.values()]):
        whom = queries.receiver(contents.get(one.content, {}))
        said_ = [civil(civil_date(one.at)), stands(one)]
        lines.append(Line(whom, said_))
        label = _("Overdracht aan %(whom)s bekijken") % {"whom": whom}
        ways.append(Way(label, reverse("care_placing:transferred", args=[client.id, one.id])))
    if may_keep and found.state.transfer is None:
        ways.append(_way(client, "care_placing:transfer", _("Overdragen aan een andere coördinator")))
    return Panel("overdracht", _("Overdracht aan een andere coördinator"), lines, ways)


def stands(transfer: Transfer) -> str:
    """Return how far a transfer is."""
    if transfer.withdrawn is not None:
        return _("Teruggenomen, het document is niet verzonden")
    if transfer.outcome is not None:
        return named(words.TRANSFER_ANSWER, transfer.outcome)
    return _("Nog geen antwoord") if transfer.arrived else _("Het document moet nog worden verzonden")


def _municipality(found: Placed) -> Iterator[Line]:
    stay, answer = found.state.stay, found.responsible
    if stay is None or answer is None:
        return
    told = found.told(stay.words)
    if answer.municipality:
        words_ = answer.municipality
        if answer.provisional:
            words_ = _("voorlopig %(name)s") % {"name": words_}
        yield Line(_("Verantwoordelijk"), [words_, *([said(answer.because)] if answer.because else [])])
    else:
        yield Line(_("Verantwoordelijk"), _("Dat is nog niet te zeggen"))
    if answer.unknown:
        yield Line(_("Nog uit te zoeken"), [said(one) for one in answer.unknown])
    where = [named(words.STAYS, stay.stays), *([told["stays_in"]] if told.get("stays_in") else [])]
    yield Line(_("Verblijft"), [*where, _("sinds %(day)s") % {"day": civil(stay.since)}])
    yield Line(_("Zorgcoördinatie"), said(answer.coordination))
    if found.bundle is not None:
        for one in found.bundle.providers:
            if one.id == CENTRE:
                also = [said(one.contact)] if one.contact else []
                yield Line(_("Centrumgemeente"), [capfirst(said(one.name)), *also])
    yield Line(_("Bron"), said(answer.source))


def _place(found: Placed) -> Iterator[Line]:
    if not found.state.moves:
        return
    last = found.state.moves[-1]
    told = found.told(last.words)
    where = [told[name] for name in ("place", "address", "municipality") if told.get(name)]
    yield Line(
        _("Nu"),
        [named(words.MOVED_TO, last.to), _("sinds %(day)s") % {"day": civil(last.on)}, *where],
    )


def _needs(found: Placed) -> Iterator[Line]:
    told = found.told(found.state.needs)
    if not told:
        return
    said_ = [named(words.ALONG, told["along"]), told.get("children", ""), named(words.SAFETY, told["safety"])]
    said_ += [told.get(name, "") for name in ("language", "access", "note")]
    yield Line(_("Nodig"), [one for one in said_ if one])


def _asked(found: Placed, one: Request, now: datetime) -> Line:
    told = found.told(one.words)
    said_ = [named(words.SHELTER, one.kind), _("gevraagd op %(day)s") % {"day": civil(one.on)}]
    if one.not_local:
        said_.append(said(words.NOT_LOCAL[one.not_local]))
    for answer in one.answers:
        note = found.told(answer.words).get("note", "")
        said_ += [f"{said(words.ANSWER[answer.outcome])}, {civil(answer.on)}", *([note] if note else [])]
    if one.waits:
        days = (civil_date(now) - one.on).days
        said_.append(ngettext("wacht %(days)s dag", "wacht %(days)s dagen", days) % {"days": days})
        said_.append(_("wacht nu: %(where)s") % {"where": said(words.MEANWHILE[told["meanwhile"]])})
    return Line(found.whom(one), [*said_, *([told["note"]] if told.get("note") else [])])


def _moves(found: Placed) -> Iterator[Line]:
    for one in reversed(found.state.moves[:-1]):
        told = found.told(one.words)
        said_ = [named(words.MOVED_TO, one.to), told.get("place", ""), told.get("municipality", "")]
        yield Line(_("Eerder, vanaf %(day)s") % {"day": civil(one.on)}, [part for part in said_ if part])


def _way(client: Stream, name: str, label: str) -> Way:
    return Way(label, reverse(name, args=[client.id]))


PARTS = ((municipality, 40), (shelter, 45), (transfer, 80))
