"""Finds the organisations of a log-in, before there is a scope."""

from uuid import UUID

from baken.tenancy.models import Locator

LOGIN, JOIN = "login", "join"


def register_login(person_id: UUID, organisation_id: UUID, membership_id: UUID) -> None:
    """Let a person's log-in lead to a membership."""
    Locator.objects.get_or_create(
        kind=LOGIN, key=person_id.bytes, organisation_id=organisation_id, defaults={"target": membership_id}
    )


def forget_login(person_id: UUID, organisation_id: UUID) -> None:
    """Let a person's log-in no longer lead to an organisation."""
    Locator.objects.filter(kind=LOGIN, key=person_id.bytes, organisation_id=organisation_id).delete()


def logins(person_id: UUID) -> dict[UUID, UUID]:
    """Return the organisations a person belongs to, each with the membership there."""
    rows = Locator.objects.filter(kind=LOGIN, key=person_id.bytes)
    return {row.organisation_id: row.target for row in rows if row.target is not None}


def register_join(key: bytes, organisation_id: UUID, membership_id: UUID) -> None:
    """Let a code lead to a membership that nobody came into yet; a former code of it leads nowhere."""
    forget_join(organisation_id, membership_id)
    Locator.objects.create(kind=JOIN, key=key, organisation_id=organisation_id, target=membership_id)


def forget_join(organisation_id: UUID, membership_id: UUID) -> None:
    """Let no code lead to a membership any more."""
    Locator.objects.filter(kind=JOIN, organisation_id=organisation_id, target=membership_id).delete()


def join_of(key: bytes) -> tuple[UUID, UUID] | None:
    """Return the organisation and membership that a code leads to."""
    found = Locator.objects.filter(kind=JOIN, key=key).first()
    return (found.organisation_id, found.target) if found and found.target else None
