"""What training tells the rest of the programme: days that are planned or due, and figures that point to nobody."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from baken.clock import now
from baken.core.figures.shielding import FIRST, about
from baken.core.policy.bundle import Bundle
from baken.core.vocabulary.text import Text
from baken.core.vocabulary.training import FOUND, SHORT
from baken.programme.common import policy
from baken.programme.common.frozen import Block, Figure
from baken.programme.common.planned import Planned, State
from baken.programme.common.rhythm import state
from baken.programme.training import frame, lists, owing, reach
from baken.programme.training.models import DROPPED, GIVEN, Check, Session
from baken.tenancy import kept
from baken.web.fields import said

KIND = "training"
SMALL = Text("minder dan {number}", "fewer than {number}").format(number=FIRST)
SOME = Text("ongeveer {number}", "about {number}")
COUNTED = Text(
    "Wie twee keer kwam, telt twee keer. Onder de {number} staat er geen getal, en de rest is afgerond op vijf.",
    "Who came twice counts twice. Below {number} no number is given, and the rest is rounded to fives.",
).format(number=FIRST)


def planned(first: date, last: date, today: date) -> Iterable[Planned]:
    """Return the sessions, the groups that are due again, and what is to be looked at once more, in these days."""
    bundle = policy.in_force(now())
    every = list(kept.kept(Session))
    yield from _sessions(every, lists.Names(bundle), first, last, today)
    for line in reach.lines(bundle, every, today):
        due = line.stands.due
        if due and first <= due <= last:
            words = _("Weer trainen: %(group)s, %(what)s") % {
                "group": line.group.name,
                "what": said(line.name),
            }
            where: State = state(due, due, today, done=False)
            yield Planned(KIND, words, due, due, where, href=owing.href(line))
    yield from _checks(first, last, today)


def _sessions(
    every: Iterable[Session], called: lists.Names, first: date, last: date, today: date
) -> Iterator[Planned]:
    for one in every:
        if first <= one.on <= last:
            where = state(one.on, one.on, today, done=one.state == GIVEN, dropped=one.state == DROPPED)
            words = _("Training: %(title)s") % {"title": called.title(one)}
            yield Planned(KIND, words, one.on, one.on, where, one.provider, href=frame.session_href(one))


def _checks(first: date, last: date, today: date) -> Iterator[Planned]:
    latest: dict[tuple[str, str], Check] = {}
    for one in kept.kept(Check).order_by("on", "changed_at"):
        latest[one.what, one.whose] = one
    for one in latest.values():
        if one.again_on and first <= one.again_on <= last:
            words = _("Opnieuw nakijken: %(what)s, %(whose)s") % {
                "what": said(SHORT[one.what]),
                "whose": one.whose,
            }
            where = state(one.again_on, one.again_on, today, done=False)
            there = reverse("programme_training:checks")
            yield Planned(KIND, words, one.again_on, one.again_on, where, href=there)


def figures(first: date, last: date) -> Block | None:
    """Return the sessions given and how many people of each group were reached, so that no number points to one."""
    given = list(kept.kept(Session).filter(state=GIVEN, on__gte=first, on__lte=last).order_by("on"))
    if not given:
        return None
    names = _named(policy.in_force(now()), given)
    counted: dict[str, int] = dict.fromkeys(names, 0)
    for one in given:
        for part in one.reach:
            counted[part["key"]] += part["reached"] or 0
    found = [Figure(Text("Trainingen gegeven", "Sessions given"), len(given))]
    joint = sum(bool(one.together) for one in given)
    found.append(
        Figure(Text("Waarvan samen met andere gemeenten", "Of which with other municipalities"), joint)
    )
    reached = Text("Mensen bereikt: {name}", "People reached: {name}")
    found += [
        Figure(reached.format(name=names[key]), _told(number), COUNTED) for key, number in counted.items()
    ]
    found.append(
        Figure(Text("Kosten in hele euro’s", "Cost in whole euros"), sum(one.cost or 0 for one in given))
    )
    found += [
        Figure(SHORT[one.what], FOUND[one.found])
        for one in kept.kept(Check).filter(on__gte=first, on__lte=last).order_by("what", "on")
    ]
    return Block(KIND, "execution", Text("Trainingen", "Training"), found)


def _told(number: int) -> Text:
    rounded = about(number)
    return SMALL if rounded is None else SOME.format(number=rounded)


def _named(bundle: Bundle | None, given: Iterable[Session]) -> Mapping[str, Text]:
    """Return what the groups of sessions are called, in the order in which they first came."""
    known = {one.id: one.name for one in (bundle.audiences if bundle else ())}
    found: dict[str, Text] = {}
    for one in given:
        for part in one.reach:
            found.setdefault(part["key"], known.get(part["key"], Text(part["name"], part["name"])))
    return found
