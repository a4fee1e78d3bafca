"""Telling members of staff by mail that there is something to see; what it is, they see when they log in."""

from collections.abc import Collection
from datetime import datetime

from baken.mail.models import Owed
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


def addresses() -> dict[str, list[Owed]]:
    """Return to whom a mail is owed now, each with everything that one mail settles."""
    found: dict[str, list[Owed]] = {}
    for one in Owed.objects.filter(organisation_id=current()).order_by("made_at"):
        person = Person.objects.filter(
            is_active=True,
            pk__in=Membership.objects.filter(
                organisation_id=current(), id=one.membership_id, active=True
            ).values("person_id"),
        ).first()
        found.setdefault(person.email if person else "", []).append(one)
    return found


def settle(owed: list[Owed]) -> None:
    """Forget what was told."""
    Owed.objects.filter(organisation_id=current(), id__in=[one.id for one in owed]).delete()
