"""Finds the organisations of a log-in, before there is a scope."""

from uuid import UUID

from baken.tenancy.models import Locator

LOGIN = "login"


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
