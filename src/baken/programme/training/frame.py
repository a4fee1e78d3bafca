"""What every page of training shares: its right, the words around its forms, and the way back."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from baken.clock import now
from baken.core.vocabulary.text import Text
from baken.programme.common import policy
from baken.programme.training import lists
from baken.programme.training.models import Audience, Check, Course, Session
from baken.tenancy import doors, kept
from baken.tenancy.models_kept import Change, Kept
from baken.web.acting import asks
from baken.web.deciding import Decision, DecisionForm, Given, decision
from baken.web.fields import said
from baken.web.parts import Happening, Link

READ, KEEP = "programme.read", "programme.keep"
HOME = "programme_training:overview"
BACK = {
    HOME: gettext_lazy("Naar de trainingen"),
    "programme_training:catalogue": gettext_lazy("Naar de catalogus"),
    "programme_training:groups": gettext_lazy("Naar de groepen"),
    "programme_training:checks": gettext_lazy("Naar wat u bij anderen nakijkt"),
}


def may_keep(request: HttpRequest) -> bool:
    """Whether to show the buttons that change something."""
    return doors.decide(request, KEEP).allowed


def words(title: str, lead: str, button: str, done: str, *, back: str = HOME, **more: Any) -> Decision:
    """Return the words around a form, with the way back to a page of training."""
    link = Link(reverse(back), str(BACK[back]))
    return Decision(title, lead, button, done, link, writes=False, **more)


def about(session: Session, title: str, lead: str, button: str, done: str, **more: Any) -> Decision:
    """Return the words around a form about one session; one goes back to its page."""
    title_of = lists.Names(policy.in_force(now())).title
    link = Link(session_href(session), title_of(session))
    return Decision(title, lead, button, done, link, writes=False, **more)


def session_href(session: Session) -> str:
    """Return where one session is shown."""
    return reverse("programme_training:session", args=[session.id])


def history(id_: UUID, say: Callable[[Mapping[str, Any]], str]) -> list[Happening]:
    """Return how a line stood, the last first, each in one line."""
    return [Happening(one.at, _stood(one, say)) for one in kept.history(id_)]


def _stood(one: Change, say: Callable[[Mapping[str, Any]], str]) -> str:
    told = say(one.row)
    return _("%(words)s, teruggenomen") % {"words": told} if one.row["withdrawn"] else told


def named(words: Mapping[str, Text], key: str) -> str:
    """Return a word of a closed list, or the key where the policy does not know it any more."""
    return said(words[key]) if key in words else key


@dataclass(frozen=True, slots=True)
class Sort:
    """What can be taken back: its table, where one goes then, and what happens to what it was used for."""

    of: type[Kept]
    back: str
    lead: Any


TAKEN_BACK = gettext_lazy("De regel telt dan niet meer mee. Dat hij er stond, blijft bewaard.")
SORTS: Mapping[str, Sort] = {
    "training": Sort(Session, HOME, TAKEN_BACK),
    "cursus": Sort(
        Course,
        "programme_training:catalogue",
        gettext_lazy(
            "U kunt deze training dan niet meer kiezen. Wat gegeven is, blijft staan zoals het was."
        ),
    ),
    "groep": Sort(
        Audience,
        "programme_training:groups",
        gettext_lazy(
            "U kunt deze groep dan niet meer kiezen, en zij staat niet meer bij wie er aan de beurt is. Trainingen die "
            "deze groep kreeg, blijven staan met haar naam en aantallen."
        ),
    ),
    "nagekeken": Sort(Check, "programme_training:checks", TAKEN_BACK),
}


def withdraw_link(sort: str, found: Kept) -> Link:
    """Return the way to take a line back that should not be there."""
    return Link(reverse("programme_training:withdraw", args=[sort, found.id]), _("Terugnemen"))


@asks
def withdraw(request: HttpRequest, sort: str, line: UUID) -> HttpResponse:
    """Take back what was written down; that it stood there is kept, and so is what it was used for."""
    doors.require(request, KEEP)
    if sort not in SORTS:
        raise Http404
    there = SORTS[sort]
    found = kept.one(there.of, line)
    asked = words(
        _("Terugnemen"),
        str(there.lead),
        _("Terugnemen"),
        _("Teruggenomen. Hoe het er stond, blijft bewaard."),
        back=there.back,
    )

    def act(form: Any, given: Given) -> str:
        kept.withdraw(found, actor=given["actor"], now=given["now"])
        return reverse(there.back)

    return decision(request, asked, form=DecisionForm, act=act)
