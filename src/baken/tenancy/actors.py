"""Who acts: one person, in one organisation, in the roles that hold at this moment."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Actor:
    """The member in whose name something is done.

    `roles` are the roles that hold now, those of a delegation included. `post_ids` are the posts whose envelopes may be
    opened now. `on_behalf_of` is the delegation that gives the rights, where they are not one's own.
    """

    person_id: UUID
    membership_id: UUID
    organisation_id: UUID
    roles: frozenset[str]
    post_ids: frozenset[UUID]
    on_behalf_of: UUID | None = None
