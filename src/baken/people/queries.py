"""What the pages about people show: who works here, what they may, since when and by whom."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from django.urls import reverse

from baken.core.derive.people import Rights
from baken.core.vocabulary.moments import civil_date
from baken.core.vocabulary.text import Text
from baken.ledger import people
from baken.people import words
from baken.tenancy import invitations, joining, overview
from baken.tenancy.models import Membership
from baken.tenancy.overview import Here
from baken.tenancy.scope import current
from baken.web.fields import said
from baken.web.parts import Happening, Line, Link, Table, Words
from baken.web.templatetags.baken import civil

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


@dataclass(frozen=True, slots=True)
class Everybody:
    """All members, what is known of their rights, and what their names are, also of those who left."""

    members: tuple[Here, ...]
    rights: Rights

    @property
    def here(self) -> list[Here]:
        """Who works here now."""
        return [one for one in self.members if one.active]

    def one(self, membership_id: UUID) -> Here | None:
        """One member who works here."""
        return next((one for one in self.here if one.id == membership_id), None)

    def named(self, membership: str | None) -> Words:
        """Who did something: by name, also where they left."""
        if membership is None:
            return words.COMMAND_LINE
        return next((one.name for one in self.members if str(one.id) == membership), words.GONE)

    def since(self, member: Here) -> tuple[datetime | None, Words]:
        """Since when somebody has the present roles, and who gave them."""
        spell = self.rights.now_of(str(member.id))
        return (spell.since, self.named(spell.by)) if spell else (None, words.BEFORE)


def everybody(now: datetime) -> Everybody:
    """Read it all: a municipality has tens of members, and their changes in some years are hundreds."""
    return Everybody(tuple(overview.members(now, also_left=True)), people.rights())


def may_invite(member: Here) -> bool:
    """Whether a code can be made for who works here and did not come in yet."""
    found = Membership.objects.select_related("person").get(organisation_id=current(), id=member.id)
    return invitations.open_to(found.person) or joining.waiting(found)


def joins(membership: UUID) -> bool:
    """Whether this member comes in here with a code, beside the way they log in already."""
    return joining.waiting(Membership.objects.get(organisation_id=current(), id=membership))


def table(all_: Everybody) -> Table:
    """Who works here, for the page."""
    rows = [
        (
            Link(reverse("people:member", args=[one.id]), one.name),
            words.roles(one.roles) or words.NONE,
            civil_date(all_.since(one)[0] or one.since),
            _visit(one),
            _factor(one),
            _posts(one) or None,
        )
        for one in all_.here
    ]
    headers = (words.NAME, words.ROLES_, words.SINCE, words.VISIT, words.FACTOR, words.POSTS)
    return Table(Text("Wie hier werken", "Who work here"), headers, rows, hide_caption=True)


def summary(all_: Everybody, member: Here) -> list[Line]:
    """One member, for the page."""
    since, by = all_.since(member)
    return [
        Line(Text("E-mailadres", "E-mail address"), member.email),
        Line(words.ROLES_, words.roles(member.roles) or words.NONE),
        Line(words.SINCE, since),
        Line(words.BY, by),
        Line(words.VISIT, _visit(member)),
        Line(words.FACTOR, _factor(member)),
        Line(words.POSTS, _posts(member) or None),
        Line(words.CHECKED, _checked(all_.rights, member)),
    ]


def history(all_: Everybody, member: Here) -> list[Happening]:
    """Which roles somebody had, newest first."""
    return [
        Happening(spell.since, words.joined(spell.roles), who=all_.named(spell.by))
        for spell in reversed(all_.rights.spells.get(str(member.id), ()))
    ]


def report(all_: Everybody) -> Table:
    """Who has what, since when, by whom, when they were last here, and when somebody last looked."""
    rows = []
    for one in all_.here:
        since, by = all_.since(one)
        rows.append(
            (
                one.name,
                [*words.roles(one.roles), *_posts(one)] or words.NONE,
                civil_date(since) if since else None,
                by,
                _visit(one),
                _factor(one),
                _checked(all_.rights, one),
            )
        )
    headers = (
        words.NAME,
        words.ROLES_,
        words.SINCE,
        words.BY,
        words.VISIT,
        words.FACTOR,
        words.CHECKED,
    )
    return Table(Text("Wie welke rechten heeft", "Who has which rights"), headers, rows)


def on_day(all_: Everybody, day: date) -> Table:
    """Which roles everybody had at the end of a day, also those who left since."""
    end = datetime.combine(day + timedelta(days=1), time(), AMSTERDAM) - timedelta(microseconds=1)
    rows = [
        (one.name, words.roles(roles))
        for one in all_.members
        if (roles := all_.rights.roles_at(str(one.id), end))
    ]
    caption = Text("Wie op {day} welke rollen had", "Who had which roles on {day}").format(day=civil(day))
    return Table(caption, (words.NAME, words.ROLES_), rows)


def reviews(all_: Everybody) -> list[Happening]:
    """When the rights were looked at, newest first."""
    told = Text(
        "Rechten van {count} mensen gecontroleerd; de eigen rechten van {who} niet",
        "Rights of {count} people looked at; those of {who} themselves were not",
    )
    return [
        Happening(
            one.at,
            told.format(count=str(len(one.confirmed)), who=all_.named(one.not_own)),
            who=all_.named(one.by),
        )
        for one in reversed(all_.rights.reviews)
    ]


def to_review(all_: Everybody, own: UUID) -> list[tuple[UUID, str, str]]:
    """Whose rights one signs for: identifier, name, and roles in words."""
    return [(one.id, one.name, role_names(one)) for one in all_.here if one.id != own]


def role_names(member: Here) -> str:
    """The roles of a member as words in a sentence."""
    return said(words.joined(member.roles))


def held_roles(members: Iterable[Here]) -> Mapping[UUID, tuple[str, ...]]:
    """The roles of each member, to see whether they are still as shown."""
    return {one.id: one.roles for one in members}


def _visit(member: Here) -> object:
    if member.last_visit is not None:
        return civil_date(member.last_visit)
    return words.INVITED if member.invited else words.NEVER


def _factor(member: Here) -> object:
    return [words.WAYS[way] for way in sorted(member.ways)] or words.NO_WAY


def _posts(member: Here) -> list[Words]:
    lent = [words.STANDS_IN.format(post=post, until=civil(until)) for post, until in member.stands_in]
    return [*member.posts, *lent]


def _checked(rights: Rights, member: Here) -> object:
    """When somebody last signed for the roles as they are now."""
    for one in reversed(rights.reviews):
        if sorted(one.confirmed.get(str(member.id), ("?",))) == sorted(member.roles):
            return civil_date(one.at)
    return words.NEVER
