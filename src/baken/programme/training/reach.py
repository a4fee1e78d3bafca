"""How many of each group were reached, per layer, and who is due again: told from sessions given, today."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from baken.core.derive.training import ORDER, TRAINS, Given, Standing, of_layer, standing
from baken.core.policy.bundle import Bundle
from baken.core.vocabulary.text import Text
from baken.programme.training import lists
from baken.programme.training.lists import Group
from baken.programme.training.models import GIVEN, PLANNED, Session
from baken.tenancy import kept

UPKEEP = "upkeep"
"""In an address: what is kept up each year, instead of a layer."""


@dataclass(frozen=True, slots=True)
class Line:
    """Where one group stands in one layer, or in what it keeps up each year. `about`: the layer, or `UPKEEP`.

    `coming` is the day of the next session that is planned for it.
    """

    group: Group
    about: str
    name: Text
    stands: Standing
    coming: date | None = None

    @property
    def owed(self) -> bool:
        """Whether something should be done: never, late or soon."""
        return self.stands.state in ("never", "late", "soon")


def lines(bundle: Bundle | None, sessions: Iterable[Session], today: date) -> list[Line]:
    """Return where every group stands; who was never trained first, then who is late, the own organisation first.

    A group without layers is informed, not trained, and does not stand here.
    """
    every = list(sessions)
    given, layers = by_group(every), lists.layers(bundle)
    coming = [one for one in every if one.state == PLANNED and one.on >= today]
    found: list[Line] = []
    for group in lists.groups(bundle):
        came, term = given.get(group.key, []), lists.training_term(bundle, group)
        for layer in (one for one in layers if one in group.layers):
            stands = standing(of_layer(came, layer), term, today)
            found.append(Line(group, layer, layers[layer], stands, _next(coming, group.key, layer)))
        if group.layers and (kept_up := lists.upkeep(bundle, group)):
            what, times = kept_up
            stands = standing(came, times, today)
            found.append(Line(group, UPKEEP, what, stands, _next(coming, group.key)))
    return sorted(found, key=_order)


def line(bundle: Bundle | None, key: str, about: str, today: date) -> Line | None:
    """Return where one group stands in one layer or in what it keeps up."""
    every = lines(bundle, sessions_kept(), today)
    return next((one for one in every if (one.group.key, one.about) == (key, about)), None)


def sessions_kept() -> Sequence[Session]:
    """Return every session, in the order of their days."""
    return list(kept.kept(Session).order_by("on", "changed_at"))


def by_group(sessions: Iterable[Session]) -> dict[str, list[Given]]:
    """Return what was given to each group."""
    found: dict[str, list[Given]] = {}
    for one in sessions:
        if one.state != GIVEN:
            continue
        for part in one.reach:
            held = Given(one.on, one.layer, one.form, part.get("reached") or 0)
            found.setdefault(part["key"], []).append(held)
    return found


def _next(coming: Iterable[Session], key: str, layer: str = "") -> date | None:
    days = [
        one.on
        for one in coming
        if any(part["key"] == key for part in one.reach)
        and (not layer or (one.layer == layer and one.form in TRAINS))
    ]
    return min(days, default=None)


def _order(line: Line) -> tuple[int, int, date, int]:
    due = line.stands.due or date.max
    return (ORDER.index(line.stands.state), line.group.sort != "internal", due, line.about == UPKEEP)
