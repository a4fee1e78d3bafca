"""Appointing a deputy between two days, and ending that early (ROLE-17). Only who holds the post does so."""

from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.db import transaction

from baken.core.decide.refusal import Refused
from baken.core.derive.access import ALONE, ROLES
from baken.core.vocabulary.moments import AMSTERDAM, civil_date
from baken.core.vocabulary.text import Text
from baken.tenancy import actions, rotating
from baken.tenancy.actors import Actor
from baken.tenancy.keys import PostSecret
from baken.tenancy.models import Delegation, Membership, Post, PostKey
from baken.tenancy.scope import current

NOT_APPOINTED = Text("Er is niemand aangewezen.", "Nobody was appointed.")
LONGEST = timedelta(days=366)
"""chosen: a year; whoever stands in longer is appointed again, so that somebody looks at it."""


def candidates(post: Post, now: datetime) -> list[Membership]:
    """Who may stand in: a deputy, or somebody who handles signals already; never who holds the post, or stands alone.

    So a colleague who manages people says who is a deputy, and the holder of the post says when.
    """
    handling = {name for name, role in ROLES.items() if "signal.list" in role.may} | {"deputy"}
    holds = rotating.entitled(post.id, now).filter(delegation_id__isnull=True)
    found = (
        Membership.objects.filter(organisation_id=current(), active=True, roles__overlap=sorted(handling))
        .exclude(roles__overlap=sorted(ALONE))
        .exclude(id__in=holds.values("membership_id"))
    )
    return list(found.select_related("person").order_by("person__name", "id"))


def holds(actor: Actor, post_id: UUID, now: datetime) -> bool:
    """Whether somebody holds the post themselves, and does not only stand in."""
    mine = PostKey.objects.filter(
        organisation_id=current(),
        post_id=post_id,
        membership_id=actor.membership_id,
        delegation_id__isnull=True,
    )
    return post_id in actor.post_ids and mine.exists()


@transaction.atomic
def appoint(
    *,
    post: Post,
    member: UUID,
    first: date,
    last: date,
    actor: Actor,
    secret: PostSecret | None,
    now: datetime,
) -> Delegation:
    """Let a member stand in from the first day to the end of the last; the key is given along where that can be."""
    if not holds(actor, post.id, now) or member not in {one.id for one in candidates(post, now)}:
        raise Refused(
            NOT_APPOINTED,
            Text("Deze persoon kan hier geen achtervang zijn.", "This person cannot be a deputy here."),
            Text(
                "Vraag de beheerder om de rol achtervang te geven.",
                "Ask the administrator to give the role of deputy.",
            ),
        )
    since = max(_begin(first), now)
    until = _begin(last + timedelta(days=1))
    _dates(first, last, civil_date(now))
    same = Delegation.objects.select_for_update().filter(
        organisation_id=current(), post_id=post.id, membership_id=member, since__lt=until, until__gt=since
    )
    if same.exists():
        raise Refused(
            NOT_APPOINTED,
            Text(
                "Deze persoon is in die tijd al aangewezen.", "This person is appointed at that time already."
            ),
            Text(
                "Kies andere dagen, of beëindig eerst die aanwijzing.",
                "Choose other days, or end that one first.",
            ),
        )
    gives = secret is not None and (post.id, post.key_number) in secret.posts
    return actions.delegate(
        post_id=post.id,
        membership_id=member,
        since=since,
        until=until,
        now=now,
        secret=secret if gives else None,
        by=actor.membership_id,
    )


@transaction.atomic
def end(*, delegation: Delegation, actor: Actor, now: datetime) -> None:
    """End a delegation before its time; the share in the key goes at once."""
    if not holds(actor, delegation.post_id, now):
        raise Refused(
            Text("De aanwijzing loopt nog.", "The delegation still runs."),
            Text("U vervult deze functie niet.", "You do not hold this post."),
            Text("Vraag wie de functie vervult.", "Ask who holds the post."),
        )
    actions.end_delegation(delegation_id=delegation.id, now=now, by=actor.membership_id)


def _begin(day: date) -> datetime:
    return datetime.combine(day, time(), tzinfo=AMSTERDAM)


def _dates(first: date, last: date, today: date) -> None:
    if first < today:
        raise Refused(
            NOT_APPOINTED,
            Text("De eerste dag is al voorbij.", "The first day has passed."),
            Text("Kies vandaag of een latere dag.", "Choose today or a later day."),
        )
    if last < first:
        raise Refused(
            NOT_APPOINTED,
            Text("De laatste dag ligt voor de eerste.", "The last day lies before the first."),
            Text("Kies een latere laatste dag.", "Choose a later last day."),
        )
    if last - first > LONGEST:
        raise Refused(
            NOT_APPOINTED,
            Text("Een aanwijzing duurt hoogstens een jaar.", "A delegation lasts a year at most."),
            Text("Kies een eerdere laatste dag.", "Choose an earlier last day."),
        )
