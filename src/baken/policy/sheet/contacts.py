"""The address book: whom this organisation calls at a partner. Kept per organisation, beside the policy (REP-10)."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from uuid import UUID

from baken.policy.models import Contact
from baken.tenancy.actors import Actor
from baken.tenancy.scope import current

FIELDS = ("partner", "name", "task", "phone", "email")


class Changed(Exception):
    """Somebody else changed or removed this contact meanwhile."""


def contacts() -> list[Contact]:
    """Return the contacts of the organisation in scope, by name."""
    return list(Contact.objects.filter(organisation_id=current()).order_by("name", "id"))


def line(contact: Contact) -> str:
    """Return a contact in one line: who, what they do there, and how to reach them."""
    who = f"{contact.name} ({contact.task})" if contact.task else contact.name
    return ", ".join(part for part in (who, contact.phone, contact.email) if part)


def book(found: Iterable[Contact]) -> dict[str, list[str]]:
    """Return contacts as the sheet prints them, by partner."""
    by_partner: dict[str, list[str]] = {}
    for one in found:
        by_partner.setdefault(one.partner, []).append(line(one))
    return by_partner


def contact(id_: UUID) -> Contact | None:
    """Return one contact of the organisation in scope, or None where it has none like it."""
    return Contact.objects.filter(organisation_id=current(), id=id_).first()


def add(told: Mapping[str, str], *, id_: UUID, actor: Actor, now: datetime) -> None:
    """Write down a contact. Sending the same form twice adds one."""
    Contact.objects.get_or_create(
        organisation_id=current(),
        id=id_,
        defaults={**_own(told), "changed_at": now, "changed_by": actor.membership_id},
    )


def change(id_: UUID, told: Mapping[str, str], *, looked_at: int, actor: Actor, now: datetime) -> None:
    """Change a contact that is still as it was looked at. Raises `Changed`."""
    found = Contact.objects.filter(organisation_id=current(), id=id_, number=looked_at)
    done = found.update(**_own(told), number=looked_at + 1, changed_at=now, changed_by=actor.membership_id)
    if not done:
        raise Changed


def remove(id_: UUID) -> None:
    """Remove a contact for good; of somebody who left nothing stays."""
    Contact.objects.filter(organisation_id=current(), id=id_).delete()


def _own(told: Mapping[str, str]) -> dict[str, str]:
    return {field: told[field] for field in FIELDS}
