"""The start page of supervision, and the tables of its other pages."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _

from baken.core.derive.access import may
from baken.core.derive.questions import Rule
from baken.core.vocabulary.text import Text
from baken.ledger.models import ReadEntry, Seal
from baken.tenancy import doors
from baken.tenancy.scope import current
from baken.trust.log import reviewing, words
from baken.trust.log.models import LogLook
from baken.trust.log.queries import Names
from baken.web.fields import said
from baken.web.parts import Happening, Line, Link, Table
from baken.web.templatetags.baken import civil

LATELY = timedelta(days=7)
LOOK = Text("Bekijk", "Look")
# The parts of supervision: the address, what it is called, what one finds there, and who may.
PARTS: Sequence[tuple[str, Text, Text, str]] = (
    (
        "trust_log:log",
        Text("Leeslogboek", "Read log"),
        Text("Wie zag of deed wat, wanneer en waarom.", "Who saw or did what, when and why."),
        "log.read",
    ),
    (
        "trust_log:questions",
        Text("Wat een vraag waard is", "What deserves a question"),
        Text("Per week, volgens regels die iedereen kan nalezen.", "Per week, by rules anybody can read."),
        "log.read",
    ),
    (
        "trust_log:sample",
        Text("Steekproef", "Sample"),
        Text("Ongeveer één op twintig, door niemand gekozen.", "About one in twenty, chosen by nobody."),
        "log.read",
    ),
    (
        "trust_log:check",
        Text("Zegels", "Seals"),
        Text("Is het logboek nog wat het was?", "Is the log still what it was?"),
        "log.read",
    ),
    (
        "trust_emergency:overview",
        Text("Noodtoegang", "Emergency access"),
        Text("Wie noodtoegang nam, en waarom.", "Who took emergency access, and why."),
        "log.read",
    ),
    (
        "trust_incidents:register",
        Text("Datalekken", "Data leaks"),
        Text("Met de klok van 72 uur.", "With the clock of 72 hours."),
        "incident.read",
    ),
    (
        "trust_rights:register",
        Text("Verzoeken van betrokkenen", "Requests of those concerned"),
        Text("Inzage, verbetering, bezwaar en wissen.", "Access, correction, objection and erasure."),
        "rights.read",
    ),
    (
        "trust_retention:overview",
        Text("Bewaren en vernietigen", "Keeping and destroying"),
        Text("Wat wanneer weggaat, en waarom.", "What goes when, and why."),
        "retention.read",
    ),
    (
        "trust_accountability:start",
        Text("Stukken", "Papers"),
        Text("DPIA, register, overeenkomsten en maatregelen.", "DPIA, register, agreements and measures."),
        "accountability.read",
    ),
    (
        "people:report",
        Text("Mensen en rechten", "People and rights"),
        Text("Wie welke rechten heeft, en sinds wanneer.", "Who has which rights, and since when."),
        "people.read",
    ),
)
RIGHTS = tuple(dict.fromkeys(right for *_rest, right in PARTS if right != "people.read"))


def right(request: HttpRequest) -> str:
    """Return the right that lets somebody in: of the first part that is theirs."""
    return next((one for one in RIGHTS if doors.decide(request, one).allowed), "accountability.read")


def page(request: HttpRequest, *, now: datetime) -> dict[str, Any]:
    """Return what the start page shows to who asks."""
    actor = request.actor  # type: ignore[attr-defined]
    context: dict[str, Any] = {"parts": []}
    for address, name, tells, needed in PARTS:
        if may(actor.roles, needed).allowed and (href := _where(address)):
            context["parts"].append((href, name, tells))
    if may(actor.roles, "log.read").allowed:
        context["lately"] = lately(now=now)
    return context


def lately(*, now: datetime) -> list[Line]:
    """Return how often something happened in a week that a supervisor wants to know of at once."""
    mine = ReadEntry.objects.filter(organisation_id=current(), at__gte=now - LATELY)
    log = reverse("trust_log:log")
    emergencies = mine.filter(why__contains=["emergency"])
    opened = mine.filter(action="envelope.open", method="POST", result="shown")
    refused, taken = mine.filter(result="refused"), mine.filter(deed__in=("export", "print"))
    waiting = [one for one in reviewing.sample(now=now) if not one.settled]
    found = (
        (
            Text("Gezien met noodtoegang", "Seen with emergency access"),
            emergencies,
            reverse("trust_log:questions"),
        ),
        (
            Text("Envelop van een melder geopend", "Reporter's envelope opened"),
            opened,
            f"{log}?wat=envelope.open",
        ),
        (
            Text("Als document of bestand meegenomen", "Taken as a document or file"),
            taken,
            f"{log}?hoe=print",
        ),
        (Text("Geweigerd", "Refused"), refused, f"{log}?uitkomst=refused"),
    )
    lines = [Line(words_, rows.count(), href, LOOK) for words_, rows, href in found]
    rest = Text("Van de steekproef nog te bekijken", "Of the sample still to look at")
    return [*lines, Line(rest, len(waiting), reverse("trust_log:sample"), LOOK)]


def asked(found: Sequence[reviewing.Asked], called: Names, rule: Rule) -> Table:
    """Return what one rule found, as a table."""
    return Table(
        said(rule.name),
        (_("Wanneer"), _("Wie"), _("Wat"), _("Waarover"), _("Hoe vaak"), _("Bekeken")),
        [
            (
                _entry_link(one.entry),
                called.who(one.entry),
                called.what(one.entry),
                called.about(one.entry),
                one.question.times,
                _last(one.looks),
            )
            for one in found
        ],
        numeric=frozenset({4}),
        hide_caption=True,
    )


def drawn(found: Sequence[reviewing.Drawn], called: Names) -> Table:
    """Return the sample as a table."""
    return Table(
        _("Steekproef"),
        (_("Wanneer"), _("Wie"), _("Wat"), _("Waarover"), _("Waarom"), _("Bekeken")),
        [
            (
                _entry_link(one.entry),
                called.who(one.entry),
                called.what(one.entry),
                called.about(one.entry),
                called.shortly(one.entry),
                _last(one.looks),
            )
            for one in found
        ],
        hide_caption=True,
    )


def seals(found: Sequence[Seal]) -> Table:
    """Return the newest seals as a table."""
    logs = {"read": _("leeslogboek"), "processing": _("verwerkingen")}
    return Table(
        _("De nieuwste zegels"),
        (_("Logboek"), _("Zegel"), _("Verzegeld op"), _("Regels"), _("Controlegetal")),
        [
            (logs[one.log], one.number, one.sealed_at, one.entries, bytes(one.hash).hex()[:16])
            for one in found
        ],
        numeric=frozenset({1, 3}),
    )


def looks(found: Sequence[LogLook], called: Names) -> list[Happening]:
    """Return who of supervision looked at an entry, and how it ended."""
    return [
        Happening(one.at, said(words.OUTCOME[one.outcome]), called.members.get(one.membership_id, ""))
        for one in found
    ]


def _last(found: Sequence[LogLook]) -> str:
    return said(words.OUTCOME[found[-1].outcome]) if found else _("nog niet")


def _entry_link(one: ReadEntry) -> Link:
    return Link(reverse("trust_log:entry", args=[one.number]), civil(one.at))


def _where(address: str) -> str:
    """Return where a part is; one that does not exist here is left out."""
    try:
        return reverse(address)
    except NoReverseMatch:
        return ""
