"""What the execution programme tells the others: its days for the year, and its figures for an evaluation."""

from collections.abc import Iterable, Sequence
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from baken.clock import now
from baken.core.vocabulary.moments import civil_date
from baken.core.vocabulary.text import Text
from baken.programme.common.frozen import Block, Figure
from baken.programme.common.planned import Planned
from baken.programme.plan import queries, readying, standing
from baken.programme.plan.models import Action, Edition
from baken.tenancy import kept


def planned(first: date, last: date, today: date) -> Iterable[Planned]:
    """Return every time that an action falls in these days."""
    for edition in _around(first, last):
        actions = queries.actions_of(edition)
        done = queries.progress_of(actions)
        for action in actions:
            href = reverse("programme_plan:action", args=[action.id])
            turns = standing.turns(action, edition, done.get(action.id, []), today)
            for turn in turns:
                if turn.falls.first <= last and turn.falls.last >= first:
                    yield Planned(
                        "action",
                        _words(action, turn, turns),
                        turn.falls.first,
                        turn.falls.last,
                        turn.state,
                        action.owner,
                        turn.proved,
                        href,
                    )


def _words(action: Action, turn: standing.Turn, turns: Sequence[standing.Turn]) -> str:
    """Return what is to be done, with which time of the year it is where there are several."""
    words = f"{action.label} {action.title}"
    year = [one for one in turns if one.falls.last.year == turn.falls.last.year]
    if len(year) < 2:
        return words
    told = {"what": words, "number": year.index(turn) + 1, "times": len(year), "year": turn.falls.last.year}
    return _("%(what)s, keer %(number)s van %(times)s in %(year)s") % told


def frozen(first: date, last: date) -> Block | None:
    """Return how the actions of a period stood on its last day, or today where that has not come; no people in it."""
    on = min(last, civil_date(now()))
    found = [one for edition in _around(first, last) for one in standing.rows(edition, on)]
    if not found:
        return None
    return Block(
        "plan", "execution", Text("Uitvoeringsprogramma", "Execution programme"), _figures(found, on)
    )


def _figures(found: list[standing.Row], on: date) -> list[Figure]:
    done = [one for one in found if one.state == "done"]
    counts = (
        (Text("Acties in het programma", "Actions in the programme"), len(found)),
        (Text("Gedaan", "Done"), len(done)),
        (Text("Gedaan en aangetoond", "Done and shown"), sum(one.standing.proved is True for one in done)),
        (Text("Te laat", "Late"), sum(one.state == "late" for one in found)),
        (Text("Loopt door", "Ongoing"), sum(one.state == "ongoing" for one in found)),
        (
            Text("Nog niet aan de beurt, of dit kwartaal", "Due later, or this quarter"),
            sum(one.state in ("open", "due") for one in found),
        ),
        (Text("Gestopt", "Stopped"), sum(one.state == "dropped" for one in found)),
    )
    note = Text(
        "Een actie is aangetoond als is vastgelegd waar te zien is wat er is gedaan.",
        "An action is shown once it is recorded where what was done can be seen.",
    )
    stood = Text("Zoals het stond op {day}.", "As it stood on {day}.").format(day=readying.shown(on))
    notes = {0: stood, 2: note}
    return [Figure(name, count, notes.get(index)) for index, (name, count) in enumerate(counts)]


def _around(first: date, last: date) -> list[Edition]:
    return list(kept.kept(Edition).filter(from_date__lte=last, until_date__gte=first).order_by("from_date"))
