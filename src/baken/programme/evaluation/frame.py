"""What the pages of an evaluation share: who may do what, the words around a form, and the regions to choose from."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from baken.clock import now
from baken.core.vocabulary.moments import civil_date
from baken.programme.evaluation import refusals, topics
from baken.programme.evaluation.actions import shown
from baken.programme.evaluation.models import Evaluation
from baken.tenancy import doors, kept, regions
from baken.tenancy.actors import Actor
from baken.tenancy.scope import current
from baken.web.deciding import Decision
from baken.web.parts import Link
from baken.web.templatetags.baken import civil

READ, KEEP, FIND, RELEASE = "programme.read", "programme.keep", "programme.find", "programme.release"


def keeps(request: HttpRequest) -> bool:
    """Whether the visitor keeps the programme, and so may write for every role."""
    return doors.decide(request, KEEP).allowed


def roles_of(request: HttpRequest, actor: Actor) -> list[str]:
    """Return in whose name the visitor may write down what was found."""
    return list(topics.FINDERS) if keeps(request) else topics.own_roles(actor.roles)


def page(of: Evaluation) -> str:
    """Return where an evaluation stands."""
    return reverse("programme_evaluation:evaluation", args=[of.id])


def about(of: Evaluation, title: str, lead: str, button: str, done: str, **more: Any) -> Decision:
    """Return the words around a form about an evaluation."""
    return Decision(title, lead, button, done, Link(page(of), of.title), writes=False, **more)


def going_on(of: Evaluation) -> None:
    """Refuse what is closed, before anybody fills in a form."""
    if of.closed_on:
        raise refusals.closed(shown(of.closed_on))


def found(id_: UUID) -> Evaluation:
    """Return an evaluation of the organisation in scope."""
    return kept.one(Evaluation, id_)


def my_regions() -> dict[str, str]:
    """Return the regions that the organisation takes part in, by their name in addresses."""
    return {one.slug: one.name for one in regions.regions_of(current(), civil_date(now()))}


def region_name(slug: str) -> str:
    """Return what a region is called, also one that the organisation left."""
    there = regions.find(slug) if slug else None
    return there.name if there else slug


def span(of: Evaluation) -> str:
    """Return the period in words."""
    return _("%(first)s tot en met %(last)s") % {
        "first": civil(of.from_date),
        "last": civil(of.until_date),
    }
