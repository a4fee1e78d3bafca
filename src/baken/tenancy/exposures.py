"""Keys of posts that somebody once could open: whoever has them in the head or on a disk keeps them.

What one held is noted when it is taken away. So it can be said which post's key must be renewed after a leaver, until
its number has changed.
"""

from datetime import datetime

from django.db.models import QuerySet

from baken.tenancy.models import KeyExposure, PostKey


def note(shares: QuerySet[PostKey], why: str, now: datetime) -> None:
    """Note every share that could be opened; one that was never handed on opened nothing."""
    KeyExposure.objects.bulk_create(
        KeyExposure(
            organisation_id=share.organisation_id,
            post_id=share.post_id,
            key_number=share.key_number,
            membership_id=share.membership_id,
            why=why,
            at=now,
        )
        for share in shares.filter(sealed__isnull=False)
    )
