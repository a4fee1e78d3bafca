"""The parts of a client's page that this room brings: safe contact first, then the person, the help, and the rest."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from baken.care.common import clients, lists
from baken.care.common.panels import Panel, Way
from baken.core.derive.client import ClientState, Consent, Need
from baken.core.vocabulary import client as words
from baken.core.vocabulary.moments import civil_date
from baken.core.vocabulary.text import Text
from baken.ledger.streams import Stream
from baken.web.fields import said
from baken.web.parts import Line, Link
from baken.web.templatetags.baken import civil

Told = Mapping[str, Any]
Names = Mapping[str, Text]


def contact(client: Stream, now: datetime, may_keep: bool) -> Panel:
    """How the person can safely be reached: before anything else."""
    state = clients.state(client)
    told = _told(client, state.contact)
    lines = [Line(term, told[name]) for name, term in _contact_terms().items() if told.get(name)]
    if state.contact_at:
        lines.append(Line(_("Afgesproken"), civil_date(state.contact_at)))
    return Panel(
        "contact",
        _("Veilig contact"),
        lines,
        [_way(client, "contact", _("Contact afspreken") if not told else _("Afspraken wijzigen"))]
        if may_keep
        else [],
        "" if told else _("Nog niet afgesproken. Neem geen contact op voordat u weet hoe dat veilig kan."),
    )


def person(client: Stream, now: datetime, may_keep: bool) -> Panel:
    """Who it is, in which role, and whether somebody sees a criminal in the person."""
    state = clients.state(client)
    content = clients.words(client, [state.identity, state.opening, state.treatment_words])
    told = content[state.identity]
    lines = [
        Line(_("Rol"), _named(words.ROLE, state.role)),
        Line(_("Leeftijd"), _named(words.AGE, state.age)),
    ]
    lines += [
        Line(term, told[name])
        for name, term in (("name", _("Naam")), ("birth", _("Geboortedatum")))
        if told.get(name)
    ]
    because = told.get("because") or content[state.opening].get("because")
    if because:
        lines.append(Line(_("Waarom aan mensenhandel gedacht wordt"), because))
    lines.append(Line(_("Hoe dit dossier begon"), _named(words.SOURCE, state.source)))
    lines.append(Line(_("Grond"), _named(words.GROUND, state.ground)))
    if state.treatment:
        lines.append(Line(_("Vervolgd of gestraft"), _named(words.TREATMENT, state.treatment)))
        if state.treatment_words:
            lines.append(Line(_("Wat daaraan gebeurt"), content[state.treatment_words].get("note", "")))
    ways = [
        _way(client, "person", _("Gegevens wijzigen")),
        _way(client, "treatment", _("Vervolgd of gestraft?")),
    ]
    warning = ""
    if state.treatment in ("yes", "possible"):
        warning = _("Deze persoon wordt of werd misschien vervolgd of gestraft. Schakel een advocaat in.")
    return Panel("persoon", _("De persoon"), lines, ways if may_keep else [], warning)


def help_(client: Stream, now: datetime, may_keep: bool) -> Panel:
    """Per area who does what by when, what waits for help, and what was not to be had (CARE-02)."""
    state = clients.state(client)
    names, bodies = lists.areas(), lists.bodies()
    order = {area: place for place, area in enumerate(names)}
    needs = sorted(state.needs.values(), key=lambda one: (order.get(one.area, len(order)), one.noted_at))
    content = clients.words(client, [ref for need in needs for ref in need.words])
    lines = [_need_line(client, need, content, now, names, bodies, may_keep) for need in needs]
    ways = [_way(client, "need", _("Hulpvraag vastleggen"))]
    missing = _("Er is nog geen hulpvraag vastgelegd.") if not needs else ""
    return Panel("hulp", _("Hulp: wie doet wat, en wanneer"), lines, ways if may_keep else [], missing)


def wishes(client: Stream, now: datetime, may_keep: bool) -> Panel:
    """What the person wants, and what the person was told of rights."""
    state = clients.state(client)
    content = clients.words(client, [ref for _at, ref in (*state.wishes, *state.rights)])
    lines = [
        Line(_("Wens, %(day)s") % {"day": civil(civil_date(at))}, content[ref].get("wish", ""))
        for at, ref in reversed(state.wishes)
    ]
    for on, ref in reversed(state.rights):
        told = content[ref]
        words_ = _("in het %(language)s, door %(by)s") % {
            "language": told.get("language", ""),
            "by": told.get("by", ""),
        }
        about = [told["what"]] if told.get("what") else []
        lines.append(Line(_("Ingelicht over rechten, %(day)s") % {"day": civil(on)}, [words_, *about]))
    ways = [
        _way(client, "wish", _("Wens vastleggen")),
        _way(client, "rights", _("Ingelicht over rechten")),
    ]
    warning = ""
    if not state.rights:
        warning = _("De persoon is nog niet ingelicht over de rechten die er zijn, met of zonder aangifte.")
    return Panel("wensen", _("Wensen en rechten"), lines, ways if may_keep else [], warning)


def sharing(client: Stream, now: datetime, may_keep: bool) -> Panel:
    """To whom something may go, on what ground, and what was withdrawn (V5)."""
    state = clients.state(client)
    refs = [one.words for one in state.consents.values()] + [one.words for one in state.weighings]
    content = clients.words(client, refs)
    lines, ways, bodies = [], [], lists.bodies()
    for consent in state.consents.values():
        told, whom = content[consent.words], capfirst(said(lists.named(bodies, consent.recipient)))
        if told.get("who"):
            whom = f"{whom}: {told['who']}"
        how = _("toestemming, %(how)s, %(day)s") % {
            "how": said(words.CONSENT_HOW[consent.how]),
            "day": civil(civil_date(consent.at)),
        }
        parts = [how, told.get("what", "")]
        if consent.withdrawn_at is not None:
            parts.insert(0, _("ingetrokken op %(day)s") % {"day": civil(civil_date(consent.withdrawn_at))})
        else:
            ways.append(_withdraw(client, consent, bodies))
        lines.append(Line(whom, parts))
    for weighing in state.weighings:
        outcome = _("afgewogen: %(outcome)s, %(day)s") % {
            "outcome": said(words.WEIGHED[weighing.outcome]),
            "day": civil(civil_date(weighing.at)),
        }
        reason = content[weighing.words].get("reason", "")
        lines.append(Line(capfirst(said(lists.named(bodies, weighing.recipient))), [outcome, reason]))
    first = [
        _way(client, "consent", _("Toestemming vastleggen")),
        _way(client, "weigh", _("Geheim afwegen")),
    ]
    if not lines:
        lines.append(Line(_("Nu"), _("Er gaat niets naar anderen.")))
    return Panel("delen", _("Wie iets mag weten"), lines, [*first, *ways] if may_keep else [])


def going_on(client: Stream, now: datetime, may_keep: bool) -> Panel:
    """When somebody looks again, who looks along, and how the file ended."""
    state = clients.state(client)
    content = clients.words(client, [*(ref for _at, ref in state.checks), state.brought_in, state.closing])
    lines = []
    if state.open and state.check_on:
        lines.append(Line(_("Volgende controle"), state.check_on))
    for at, ref in reversed(state.checks):
        note = content[ref].get("note", "") if ref else ""
        lines.append(Line(_("Gekeken, %(day)s") % {"day": civil(civil_date(at))}, note))
    if state.complex and state.brought_in:
        lines.append(Line(_("Procesregisseur kijkt mee"), content[state.brought_in].get("note", "")))
    if state.closing and state.closed_at:
        ended = [
            said(words.ENDING[state.outcome]),
            civil(civil_date(state.closed_at)),
            content[state.closing].get("note", ""),
        ]
        lines.append(Line(_("Afgesloten"), ended))
    return Panel("verder", _("Hoe het verdergaat"), lines, list(_onward(client, state)) if may_keep else [])


def when_closed(client: Stream, *, may_hold: bool) -> list[Way]:
    """What can still be done with a closed file: open it again, keep it longer, withdraw what the person allowed."""
    given, bodies = clients.state(client).consents.values(), lists.bodies()
    still = [_withdraw(client, consent, bodies) for consent in given if consent.withdrawn_at is None]
    there = reverse("trust_retention:hold_client", args=[client.id])
    hold = [Way(_("Vernietiging tegenhouden"), there)] if may_hold else []
    return [_way(client, "reopen", _("Dossier heropenen")), *hold, *still]


def limited(client: Stream, now: datetime, may_keep: bool) -> Panel | None:
    """What the person asked for by right, that holds for the whole file (GDPR 17 and 18)."""
    state = clients.state(client)
    if state.erasing:
        return Panel(
            "beperkt", _("Wissen op verzoek"), [], (), _("Dit dossier wordt gewist. Deel er niets uit.")
        )
    if not state.restricted:
        return None
    ways = [_way(client, "release", _("Beperking opheffen"))] if may_keep else []
    return Panel(
        "beperkt", _("Alleen bewaren"), [], ways, _("De persoon vroeg dit dossier alleen te bewaren.")
    )


def _withdraw(client: Stream, consent: Consent, bodies: Names) -> Way:
    whom = {"whom": said(lists.named(bodies, consent.recipient))}
    return _way(client, "withdraw", _("Toestemming intrekken: %(whom)s") % whom, consent.id)


def _onward(client: Stream, state: ClientState) -> Iterator[Way]:
    yield _way(client, "check", _("Kijken hoe het gaat"))
    if state.complex:
        yield _way(client, "take_back", _("Procesregisseur niet langer laten meekijken"))
    else:
        yield _way(client, "bring_in", _("Inbrengen bij de procesregisseur"))
    yield _way(client, "close", _("Dossier afsluiten"))


def _need_line(
    client: Stream,
    need: Need,
    content: Mapping[str, Told],
    now: datetime,
    names: Names,
    bodies: Names,
    may_keep: bool,
) -> Line:
    what = content[need.words[0]].get("what", "")
    later = [
        text for ref in need.words[1:] for text in (content[ref].get("what") or content[ref].get("note"),)
    ]
    said_: list[Any] = [what, *(text for text in later if text)]
    if need.state == "noted":
        said_.append(_("wacht op hulp"))
    elif need.state == "agreed" and need.due is not None:
        words_ = _("%(who)s, uiterlijk %(day)s") % {
            "who": said(lists.named(bodies, need.by)),
            "day": civil(need.due),
        }
        said_.append(_("te laat: %(words)s") % {"words": words_} if need.due < civil_date(now) else words_)
    else:
        said_.append(said(words.SETTLED[need.outcome]))
        if need.gap:
            said_.append(said(words.GAP[need.gap]))
    area = said(lists.named(names, need.area))
    if may_keep:
        links = [("help", _("Hulp afspreken: %(what)s"))]
        if need.state != "settled":
            links.append(("settle", _("Afronden: %(what)s")))
        said_ += [
            Link(reverse(f"care_clients:{act}", args=[client.id, need.id]), label % {"what": area})
            for act, label in links
        ]
    return Line(capfirst(area), said_)


def _contact_terms() -> dict[str, str]:
    return {
        "never": _("Nooit"),
        "how": _("Hoe"),
        "when": _("Wanneer"),
        "by": _("Door wie"),
        "language": _("Taal"),
        "interpreter": _("Tolk"),
    }


def _told(client: Stream, ref: str | None) -> Told:
    return clients.words(client, [ref])[ref] if ref else {}


def _named(of: Mapping[str, Text], id_: str) -> str:
    return capfirst(said(of[id_])) if id_ in of else id_


def _way(client: Stream, act: str, label: str, part: str = "") -> Way:
    return Way(label, reverse(f"care_clients:{act}", args=[client.id, part] if part else [client.id]))


PARTS = (contact, limited, person, help_, wishes, sharing, going_on)
ORDER = (0, 5, 10, 20, 60, 70, 90)
"""Between the person's help (20) and wishes (60) stand residence and terms, shelter, and who was told."""
