"""What goes by itself: shares of delegations that ended, and halves of keys that were on their way in vain."""

from datetime import datetime, timedelta
from uuid import UUID

from baken.jobs import chore
from baken.jobs.everywhere import in_each_organisation
from baken.posts import recovery
from baken.tenancy.actions import forget_ended_shares
from baken.tenancy.models import PostKey
from baken.tenancy.scope import current


@chore("throw away shares in keys that ended", every=timedelta(hours=1))
def forget(now: datetime) -> int:
    """Throw away the shares of deputies whose time is over, and what was given for requests that ended."""
    return in_each_organisation(lambda here: _forget(here, now))


def _forget(organisation: UUID, now: datetime) -> int:
    shares = PostKey.objects.filter(organisation_id=current())
    before = shares.count()
    forget_ended_shares(now=now)
    return before - shares.count() + recovery.forget_ended(now)
