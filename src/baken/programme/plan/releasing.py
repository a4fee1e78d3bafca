"""What a municipality can tell its region of its programme: how each action stands and whether that is shown (PROG-05).

Where something can be seen, owners and notes do not go along. Side by side this is no ranking.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Literal

from django.utils.text import capfirst, slugify
from django.utils.translation import gettext as _
from pydantic import BaseModel, ConfigDict

from baken.core.vocabulary.text import Text
from baken.programme.plan import queries, saying, standing
from baken.programme.plan.models import Edition
from baken.programme.region.kinds import Kind, Offer, Told
from baken.web.fields import said
from baken.web.parts import Table
from baken.web.templatetags.baken import civil


class Line(BaseModel):
    """How one action stands. `origin`: the row of the policy that it came from, so that members can be compared."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    label: str
    title: str
    origin: str
    state: Literal["ongoing", "open", "due", "late", "done", "dropped"]
    proved: bool | None
    done_on: date | None


class Released(BaseModel):
    """All of it: the programme, its days, and its actions."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    title: str
    from_date: date
    until_date: date
    lines: tuple[Line, ...]


def releasable(edition: Edition, today: date) -> Released:
    """Return what of an edition can be released."""
    lines = [
        Line(
            label=row.action.label,
            title=row.action.title,
            origin=row.action.from_policy,
            state=row.state,
            proved=row.standing.proved,
            done_on=next((one.on for one in row.progress if one.done), None),
        )
        for row in standing.rows(edition, today)
    ]
    return Released(
        title=edition.title, from_date=edition.from_date, until_date=edition.until_date, lines=tuple(lines)
    )


def offers(today: date) -> list[Offer]:
    """Return the programmes that run, one of each theme, where they have actions."""
    made = [(slugify(one.theme), releasable(one, today)) for one in queries.running(today)]
    return [Offer(about, one.model_dump(mode="json")) for about, one in made if about and one.lines]


def show(data: Released) -> list[Table]:
    """Return all of it."""
    caption = _("%(title)s, van %(first)s tot en met %(last)s") % {
        "title": data.title,
        "first": civil(data.from_date),
        "last": civil(data.until_date),
    }
    return [
        Table(
            caption,
            (_("Actie"), _("Hoe staat het?"), _("Het laatst gedaan op")),
            [(f"{one.label} {one.title}", _cell(one), one.done_on) for one in data.lines],
        )
    ]


def compare(told: Sequence[Told]) -> list[Table]:
    """Return the actions that come from a policy, with the members beside each other, by name; none is a dash."""
    stands = [{one.origin: one for one in member.data.lines if one.origin} for member in told]
    names: dict[str, Line] = {}
    for found in stands:
        names = {**found, **names}
    rows = sorted(names.values(), key=lambda one: queries.order(one.label))
    return [
        Table(
            _("Acties uit het gezamenlijke beleid"),
            (_("Actie"), *(member.name for member in told)),
            [(f"{one.label} {one.title}", *(_beside(found, one.origin) for found in stands)) for one in rows],
        )
    ]


def _beside(found: Mapping[str, Line], origin: str) -> list[str] | None:
    return _cell(found[origin]) if origin in found else None


def _cell(line: Line) -> list[str]:
    words = [capfirst(said(saying.STATES[line.state]))]
    if line.state not in ("done", "ongoing"):
        return words
    return [*words, _("Aangetoond") if line.proved else _("Nog niet aangetoond")]


def _together(told: Sequence[Told]) -> str:
    return "; ".join(dict.fromkeys(one.data.title for one in told))


def _titled(data: Released) -> str:
    return data.title


KIND = Kind(
    id="execution",
    title=Text("Uitvoeringsprogramma", "Execution programme"),
    lead=Text(
        "Hoe de acties van het programma ervoor staan. Eigenaren, bewijs en opmerkingen gaan niet mee.",
        "How the actions of the programme stand. Owners, evidence and notes do not go.",
    ),
    shape=Released,
    offers=offers,
    titled=_titled,
    show=show,
    compare=compare,
    together=_together,
    note=Text(
        "Dit is geen ranglijst. Gebruik het om elkaar te helpen.",
        "This is no ranking. Use it to help each other.",
    ),
    order=10,
)
