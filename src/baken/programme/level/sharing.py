"""What a municipality can tell its region of its basic level: where it stands on each criterion, and nothing more.

Side by side this is no ranking: no totals, no order but that of names, no numbers of signals (BASE-07).
"""

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext as _
from pydantic import BaseModel, ConfigDict

from baken.clock import now
from baken.core.vocabulary.text import Text
from baken.programme.level import queries
from baken.programme.level.standing import SHOWN, SORTS, Shown
from baken.programme.region.kinds import Kind, Offer, Told
from baken.web.parts import Table, Words
from baken.web.templatetags.baken import civil

ABOUT = "basisniveau"
TITLE = Text("Basisniveau", "Basic level")


class Line(BaseModel):
    """Where one criterion stands. Its name comes along, because policies of members may differ."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    criterion: str
    sort: str
    nl: str
    en: str
    shown: Shown
    on: date | None

    @property
    def name(self) -> Text:
        """What the criterion is called."""
        return Text(self.nl, self.en)


class Released(BaseModel):
    """All of it."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    lines: tuple[Line, ...]


def offers(today: date) -> list[Offer]:
    """Return the own level, once somebody looked at a criterion."""
    every = queries.level(now()).every
    if not any(one.found for one in every):
        return []
    lines = [
        Line(
            criterion=one.criterion.id,
            sort=one.criterion.sort,
            nl=one.criterion.name.nl,
            en=one.criterion.name.en,
            shown=one.shown,
            on=one.found.on if one.found and one.shown != "open" else None,
        )
        for one in every
    ]
    return [Offer(ABOUT, Released(lines=tuple(lines)).model_dump(mode="json"))]


def show(data: Released) -> list[Table]:
    """Return all of it, a table for each sort."""
    headers = (_("Criterium"), _("Stand"), _("Bekeken op"))
    return [
        Table(
            name,
            headers,
            [(one.name, SHOWN[one.shown], one.on) for one in data.lines if one.sort == sort],
        )
        for sort, name in SORTS.items()
        if any(one.sort == sort for one in data.lines)
    ]


def compare(told: Sequence[Told]) -> list[Table]:
    """Return the criteria with the members beside each other, by name; a criterion that one lacks is a dash."""
    lines = {(one.criterion): one for member in told for one in member.data.lines}
    stands = [{one.criterion: one for one in member.data.lines} for member in told]
    return [
        Table(
            name,
            (_("Criterium"), *(member.name for member in told)),
            [
                (line.name, *(_cell(one.get(line.criterion)) for one in stands))
                for line in lines.values()
                if line.sort == sort
            ],
        )
        for sort, name in SORTS.items()
        if any(line.sort == sort for line in lines.values())
    ]


def _cell(line: Line | None) -> list[Words] | None:
    if line is None:
        return None
    return [SHOWN[line.shown], *([civil(line.on)] if line.on else [])]


KIND = Kind(
    id="level",
    title=TITLE,
    lead=Text(
        "Waar leden zelf vinden dat zij staan op elk criterium. Waar het te zien is en opmerkingen gaan niet mee.",
        "Where members themselves find that they stand on each criterion. Where it can be seen, and notes, do not go.",
    ),
    shape=Released,
    offers=offers,
    titled=lambda data: TITLE,
    show=show,
    compare=compare,
    note=Text(
        "Dit is geen ranglijst. Gebruik het om elkaar te helpen.",
        "This is no ranking. Use it to help each other.",
    ),
    order=20,
)
