"""What of a client file goes to another coordinator, written out. Never the address or own notes."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from django.utils import translation
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from baken.care.common import clients, lists
from baken.care.placing import queries
from baken.care.placing.queries import named
from baken.core.derive import care_notice
from baken.core.vocabulary import client as client_words
from baken.core.vocabulary import placing as words
from baken.ledger.streams import Stream
from baken.web.fields import said
from baken.web.templatetags.baken import civil

LANGUAGES = ("nl", "en")


def rendered(client: Stream, language: str = "nl") -> dict[str, dict[str, Any]]:
    """Return every piece that holds something, in one language: Dutch for the receiver."""
    with translation.override(language):
        made = {
            id_: {"id": id_, "title": said(words.PIECES[id_]), "lines": list(make(client))}
            for id_, make in _MAKERS.items()
        }
    return {id_: piece for id_, piece in made.items() if piece["lines"]}


def _contact(client: Stream) -> Iterator[str]:
    state = clients.state(client)
    told = clients.words(client, [state.identity, state.contact])
    who, agreed = told[state.identity], told.get(state.contact or "", {})
    yield _("Naam: %(name)s") % {"name": who.get("name") or who.get("working_name", "")}
    if who.get("birth"):
        yield _("Geboren: %(day)s") % {"day": civil(date.fromisoformat(who["birth"]))}
    yield _("Leeftijd: %(age)s") % {"age": said(client_words.AGE[state.age])}
    for name, label in (
        ("never", _("Nooit")),
        ("how", _("Hoe veilig contact kan")),
        ("when", _("Wanneer")),
        ("by", _("Door wie")),
        ("language", _("Taal")),
        ("interpreter", _("Tolk")),
    ):
        if agreed.get(name):
            yield f"{label}: {agreed[name]}"


def _needs(client: Stream) -> Iterator[str]:
    state = clients.state(client)
    open_ = [need for need in state.needs.values() if need.state != "settled"]
    told = clients.words(client, [need.words[0] for need in open_])
    areas, bodies = lists.areas(), lists.bodies()
    for need in open_:
        area = capfirst(said(lists.named(areas, need.area)))
        what = told[need.words[0]].get("what", "")
        if need.by and need.due:
            by = said(lists.named(bodies, need.by))
            yield _("%(area)s: %(what)s (%(who)s, uiterlijk %(day)s)") % {
                "area": area,
                "what": what,
                "who": by,
                "day": civil(need.due),
            }
        else:
            yield f"{area}: {what}"


def _wishes(client: Stream) -> Iterator[str]:
    state = clients.state(client)
    told = clients.words(client, [ref for _at, ref in state.wishes])
    for _at, ref in state.wishes:
        yield told[ref].get("wish", "")


def _place(client: Stream) -> Iterator[str]:
    found = queries.placed(client)
    stay, answer = found.state.stay, found.responsible
    if stay is None or answer is None:
        return
    if answer.municipality:
        because = f" ({said(answer.because)})" if answer.because else ""
        yield _("Verantwoordelijke gemeente: %(name)s") % {"name": answer.municipality} + because
    for unknown in answer.unknown:
        yield _("Nog niet bekend: %(what)s") % {"what": said(unknown)}


def _shelter(client: Stream) -> Iterator[str]:
    found = queries.placed(client)
    told = found.told(found.state.needs)
    if told:
        yield named(words.ALONG, told["along"])
        yield _("Veiligheid: %(what)s") % {"what": said(words.SAFETY[told["safety"]])}
        for name in ("children", "language", "access", "note"):
            if told.get(name):
                yield told[name]
    for one in found.state.waiting:
        yield _("Wacht sinds %(day)s op: %(what)s") % {
            "day": civil(one.on),
            "what": said(words.SHELTER[one.kind]),
        }


def _comensha(client: Stream) -> Iterator[str]:
    notified = care_notice.fold(client.happened).registered
    if notified is not None:
        yield _("Bij CoMensha gemeld op %(day)s. Meld niet nog een keer: dan telt de persoon dubbel.") % {
            "day": civil(notified.on)
        }
    else:
        yield _("Nog niet door ons bij CoMensha gemeld.")


_MAKERS: dict[str, Callable[[Stream], Iterator[str]]] = {
    "contact": _contact,
    "needs": _needs,
    "wishes": _wishes,
    "place": _place,
    "shelter": _shelter,
    "comensha": _comensha,
}
