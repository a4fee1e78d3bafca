"""Telling members of staff by mail that there is something to see; what it is, they see when they log in."""

from collections.abc import Collection
from datetime import datetime

from baken.mail.models import Owed
from baken.mail.trying import STAFF, again_at, give_up
from baken.tenancy.models import Membership, Person
from baken.tenancy.scope import current


def tell(roles: Collection[str], *, now: datetime) -> int:
    """Owe a mail to everybody in one of these roles in the organisation in scope; return to how many.

    Written in the transaction of what happened, so that the mail is owed exactly when it did.
    """
    members = Membership.objects.filter(
        organisation_id=current(), active=True, roles__overlap=sorted(roles)
    ).values_list("id", flat=True)
    rows = [Owed(organisation_id=current(), membership_id=member, made_at=now) for member in members]
    Owed.objects.bulk_create(rows)
    return len(rows)


def addresses(now: datetime) -> dict[str, list[Owed]]:
    """Return to whom a mail goes now, each with everything that one mail settles.

    Somebody whose mail was refused rests until it is tried again, unless there is something new to tell.
    """
    found: dict[str, list[Owed]] = {}
    for one in Owed.objects.filter(organisation_id=current()).order_by("made_at"):
        person = Person.objects.filter(
            is_active=True,
            pk__in=Membership.objects.filter(
                organisation_id=current(), id=one.membership_id, active=True
            ).values("person_id"),
        ).first()
        found.setdefault(person.email if person else "", []).append(one)
    return {
        address: owed
        for address, owed in found.items()
        if not address or any(one.not_before is None or one.not_before <= now for one in owed)
    }


def refused(owed: list[Owed], *, now: datetime) -> None:
    """Let a mail that was refused rest; one that was refused too often is given up, and that is noted.

    A try before its time, because there was something new to tell, does not count: many new things in an hour would
    else end what is tried for two weeks.
    """
    often = max(one.refused for one in owed)
    resting = max((one.not_before for one in owed if one.not_before is not None), default=now)
    again = resting if resting > now else again_at(often := often + 1, now)
    if again is None:
        settle(owed)
        give_up(STAFF, owed[0].membership_id, now=now)
        return
    rows = Owed.objects.filter(organisation_id=current(), id__in=[one.id for one in owed])
    rows.update(refused=often, not_before=again)


def settle(owed: list[Owed]) -> None:
    """Forget what was told."""
    Owed.objects.filter(organisation_id=current(), id__in=[one.id for one in owed]).delete()
