"""Everybody who works here, and what nobody looks after any more: for those who manage people, and who supervise.

Work of other rooms that one person holds (drafts, proposals) is asked of those rooms; they lie above.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection

from baken.core.vocabulary.text import Text
from baken.tenancy import factors, invitations
from baken.tenancy.models import Delegation, Membership, Post, PostKey
from baken.tenancy.scope import current


@dataclass(frozen=True, slots=True)
class Held:
    """Something that one person holds, in finished words, and where others find it."""

    words: Text
    href: str = ""


Source = Callable[[UUID, datetime], Iterable[Held]]
_sources: dict[str, Source] = {}


@dataclass(frozen=True, slots=True)
class Here:
    """A member: who, in which roles, what they hold, and how they come in."""

    id: UUID
    person_id: UUID
    name: str
    email: str
    roles: tuple[str, ...]
    active: bool
    since: datetime
    last_visit: datetime | None
    ways: frozenset[str]
    invited: bool
    posts: tuple[str, ...]
    stands_in: tuple[tuple[str, datetime], ...]


@dataclass(frozen=True, slots=True)
class Vacant:
    """A post without anybody, and whether a deputy still stands in for a while."""

    id: UUID
    name: str
    role: str
    deputy_until: datetime | None


def holds(name: str, source: Source) -> None:
    """Let a room say what a member holds there. Once per name."""
    _sources[name] = source


def members(now: datetime, *, also_left: bool = False) -> list[Here]:
    """The members of the organisation in scope, by name."""
    here = current()
    found = Membership.objects.filter(organisation_id=here).select_related("person")
    chosen = list(
        (found if also_left else found.filter(active=True)).order_by("person__name", "person__email")
    )
    people = {one.person_id for one in chosen}
    ways, invited = factors.ways(people), invitations.outstanding(people, now=now)
    posts = {post.id: post for post in Post.objects.filter(organisation_id=here).order_by("name")}
    held = _held()
    lent: dict[UUID, list[tuple[str, datetime]]] = {}
    for one in Delegation.objects.filter(organisation_id=here, since__lte=now, until__gt=now):
        lent.setdefault(one.membership_id, []).append((posts[one.post_id].name, one.until))
    return [
        Here(
            id=one.id,
            person_id=one.person_id,
            name=one.person.name,
            email=one.person.email,
            roles=tuple(one.roles),
            active=one.active,
            since=one.made_at,
            last_visit=one.last_visit,
            ways=ways.get(one.person_id, frozenset()),
            invited=one.person_id in invited,
            posts=tuple(
                post.name
                for post in posts.values()
                if (one.id, post.id) in held and post.role in one.roles and one.active
            ),
            stands_in=tuple(sorted(lent.get(one.id, ()))) if one.active else (),
        )
        for one in chosen
    ]


def vacant_posts(now: datetime) -> list[Vacant]:
    """The posts that nobody holds: no member has both the seat and its role. One query, since many pages ask it."""
    with connection.cursor() as cursor:
        cursor.execute(
            """
            SELECT p.id, p.name, p.role, (
                SELECT max(d.until) FROM tenancy_delegation d JOIN tenancy_membership m
                  ON m.organisation_id = d.organisation_id AND m.id = d.membership_id AND m.active
                WHERE d.organisation_id = p.organisation_id AND d.post_id = p.id AND d.since <= %s AND d.until > %s)
            FROM tenancy_post p
            WHERE p.organisation_id = %s AND NOT EXISTS (
                SELECT 1 FROM tenancy_postkey k JOIN tenancy_membership m
                  ON m.organisation_id = k.organisation_id AND m.id = k.membership_id
                WHERE k.organisation_id = p.organisation_id AND k.post_id = p.id AND k.delegation_id IS NULL
                  AND m.active AND p.role = ANY (m.roles))
            ORDER BY p.name
            """,
            [now, now, current()],
        )
        return [Vacant(*row) for row in cursor.fetchall()]


def seats_for(membership_id: UUID) -> list[Post]:
    """The posts that a member may be given a seat in: of a role they have, and without one there yet."""
    member = Membership.objects.get(organisation_id=current(), id=membership_id, active=True)
    held = {post for who, post in _held() if who == membership_id}
    fitting = Post.objects.filter(organisation_id=current(), role__in=member.roles)
    return [post for post in fitting.order_by("name") if post.id not in held]


def held_by(membership_id: UUID, now: datetime) -> list[Held]:
    """All that one member holds at this moment: posts, what they stand in for, and work of other rooms."""
    here = current()
    posts = {post.id: post for post in Post.objects.filter(organisation_id=here)}
    mine = sorted(posts[post].name for who, post in _held() if who == membership_id)
    lent = Delegation.objects.filter(organisation_id=here, membership_id=membership_id, until__gt=now)
    found = [Held(Text("Functie: {post}", "Post: {post}").format(post=name)) for name in mine]
    found += [
        Held(Text("Achtervang voor: {post}", "Deputy for: {post}").format(post=posts[one.post_id].name))
        for one in lent.order_by("until")
    ]
    return found + [held for _, source in sorted(_sources.items()) for held in source(membership_id, now)]


def _held() -> set[tuple[UUID, UUID]]:
    """Who has a seat in which post, of their own."""
    seats = PostKey.objects.filter(organisation_id=current(), delegation_id__isnull=True)
    return set(seats.values_list("membership_id", "post_id"))
