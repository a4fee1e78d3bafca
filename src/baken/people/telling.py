"""What must be known about people and posts, told on the start page of whoever can do something about it."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.urls import reverse

from baken.core.derive.access import ROLES, may
from baken.core.vocabulary.moments import civil_date
from baken.mail import trying
from baken.people import queries, words
from baken.tenancy import overview, rotating
from baken.tenancy.actors import Actor
from baken.web.notices import Line
from baken.web.templatetags.baken import civil

LATELY = timedelta(days=30)
"""chosen: long enough to be seen at least once a month."""
_CONTENT = frozenset({"signal.read", "notification.read", "care.read", "care.direct"})
_READS = frozenset(code for code, role in ROLES.items() if _CONTENT & role.may)
_SUPERVISES = frozenset(code for code, role in ROLES.items() if "log.read" in role.may)
_TOLD = ((_READS, words.LATELY), (_SUPERVISES, words.SUPERVISES))
_FG = "data_protection_officer"


def vacant(actor: Actor, at: datetime) -> Iterator[Line]:
    """Posts that nobody holds; who manages people goes to where somebody is given the seat."""
    manages = may(actor.roles, "people.manage").allowed
    for one in overview.vacant_posts(at):
        shape = words.VACANT if one.deputy_until is None else words.VACANT_FOR_NOW
        until = "" if one.deputy_until is None else civil(one.deputy_until)
        told = shape.format(post=one.name, until=until)
        yield Line(
            words.GIVE_SEAT.format(told=told) if manages else told,
            href=reverse("people:members") if manages else "",
            action=words.TO_PEOPLE,
            urgent=one.deputy_until is None,
        )


def keys(actor: Actor, at: datetime) -> Iterator[Line]:
    """Posts whose key somebody could open who should not any more."""
    where = reverse("posts:posts") if may(actor.roles, "post.delegate").allowed else ""
    for post, gone in rotating.owed_to_leavers(at):
        told = words.KEY_DEBT.format(post=post.name, who=", ".join(gone))
        yield Line(told, href=where, action=words.LOOK_AT_KEY)


def review(actor: Actor, at: datetime) -> Iterator[Line]:
    """A yearly review of rights that is overdue."""
    due = queries.everybody(at).rights.review_due()
    if due is not None and due <= at:
        yield Line(words.REVIEW_DUE.format(day=civil(civil_date(due))), href=reverse("people:report"))


def mail(actor: Actor, at: datetime) -> Iterator[Line]:
    """Colleagues whose mail was refused for so long that it was given up; mostly an address that is wrong."""
    failed = trying.of_staff(now=at)
    here = {one.id: one for one in queries.everybody(at).members if one.active} if failed else {}
    for one in failed:
        if member := here.get(one.membership):
            told = words.MAIL_GIVEN_UP.format(who=member.name, day=civil(civil_date(one.at)))
            yield Line(told, href=reverse("people:member", args=[member.id]), urgent=True)


def lately(actor: Actor, at: datetime) -> Iterator[Line]:
    """Who was given a role that reads content or supervises, or let in anew: so what administrators do is seen (V7).

    Also where the role was taken away since, or the member left: an hour is enough to read.
    """
    all_ = queries.everybody(at)
    lost = [one for one in all_.rights.invited if one.why == "lost" and at - one.at <= LATELY]
    for who, by, day in dict.fromkeys((one.membership, one.by, civil_date(one.at)) for one in lost):
        told = words.ANEW.format(who=all_.named(who), by=all_.named(by), day=civil(day))
        yield Line(told, urgent=True)
    for one in all_.members:
        had: tuple[str, ...] = ()
        for spell in all_.rights.spells.get(str(one.id), ()):
            fresh = set(spell.roles) - set(had) if at - spell.since <= LATELY else set()
            for which, shape in _TOLD:
                if which & fresh:
                    yield Line(
                        shape.format(
                            who=one.name,
                            day=civil(civil_date(spell.since)),
                            roles=words.joined(which & fresh),
                            by=all_.named(spell.by),
                        ),
                        href=reverse("people:member", args=[one.id]) if one.active else "",
                    )
            had = spell.roles


def unsupervised(actor: Actor, at: datetime) -> Iterator[Line]:
    """That nobody is data protection officer, so that what must be told at once reaches nobody (V9, V10)."""
    if not any(_FG in one.roles for one in queries.everybody(at).here):
        manages = may(actor.roles, "people.manage").allowed
        href = reverse("people:members") if manages else ""
        yield Line(words.UNSUPERVISED, href=href, action=words.TO_PEOPLE, urgent=True)
