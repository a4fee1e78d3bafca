"""What papers bring to the others: the days on which they end, what must be known, and the evaluation's figures."""

from collections.abc import Iterable
from datetime import date, datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from baken.clock import now
from baken.core.vocabulary.moments import civil_date
from baken.core.vocabulary.text import Text
from baken.programme.common.frozen import Block, Figure
from baken.programme.common.planned import Planned, State
from baken.programme.papers import queries
from baken.programme.papers.models import Paper
from baken.programme.papers.standing import Standing, standings, warned_from
from baken.tenancy import kept
from baken.tenancy.actors import Actor
from baken.web.notices import Line


def planned(first: date, last: date, today: date) -> Iterable[Planned]:
    """Return the papers that end in these days, and were not replaced: the half year before it is for renewing them."""
    every = list(kept.kept(Paper))
    for one in standings(every, today):
        until = one.paper.until_date
        if one.state == "replaced" or until is None:
            continue
        begin = warned_from(until)
        if begin <= last and until >= first:
            yield Planned(
                "paper",
                (_("Verlopen: %(title)s") if until < today else _("Loopt af: %(title)s"))
                % {"title": one.paper.title},
                begin,
                until,
                _state(one, begin, until, today),
                one.paper.owner,
                None,
                reverse("programme_papers:change", args=[one.paper.id]),
            )


def _state(one: Standing, begin: date, until: date, today: date) -> State:
    if until < today:
        return "late"
    return "due" if begin <= today else "open"


def notices(actor: Actor, at: datetime) -> Iterable[Line]:
    """Tell whoever keeps the programme that papers end within half a year, or have ended."""
    found = [one for one in standings(list(kept.kept(Paper)), civil_date(at)) if one.warns]
    if found:
        over = sum(one.state == "over" for one in found)
        frame = Text(
            "Beleidsstukken: {over} verlopen, {ending} met een einde binnen een half jaar.",
            "Policy papers: {over} expired, {ending} with an end within half a year.",
        )
        yield Line(
            frame.format(over=over, ending=len(found) - over),
            reverse("programme_papers:overview"),
        )


def block(first: date, last: date) -> Block | None:
    """Return how the papers stand on the day that is asked; None where there is neither a paper nor a policy."""
    found = queries.shelf(now())
    if found.bundle is None and not found.loose:
        return None
    held = [one for one in found.fields if one.state != "missing"]
    return Block(
        "papers",
        "policy",
        Text("Flankerend beleid", "Flanking policy"),
        [
            Figure(Text("Beleidsterreinen", "Fields of policy"), len(found.fields)),
            Figure(
                Text("Daarvan geregeld", "Of these covered"),
                len(held),
                Text(
                    "Met een geldig stuk, of met de notitie dat er geen nodig is.",
                    "With a paper in force, or a note that none is needed.",
                ),
            ),
            Figure(Text("Ontbreekt", "Missing"), _listed([one.field.name for one in found.missing])),
            Figure(
                Text("Verlopen of binnen een half jaar", "Expired or within half a year"),
                _listed([Text(one.paper.title, one.paper.title) for one in found.warned]),
            ),
        ],
    )


def _listed(words: list[Text]) -> Text:
    if not words:
        return Text("geen", "none")
    return Text(", ".join(one.nl for one in words), ", ".join(one.en for one in words))
