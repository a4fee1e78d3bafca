"""What goes by itself here: the mail to a member of staff that there is something to see."""

from datetime import datetime, timedelta
from uuid import UUID

from baken.jobs import chore
from baken.jobs.everywhere import in_each_organisation
from baken.mail import owed, sending
from baken.tenancy.scope import scope


@chore("tell staff that there is something to see", every=timedelta(minutes=1))
def tell(now: datetime) -> int:
    """Send what is owed, one mail for each person; return how many went. Who left is owed nothing."""
    if not sending.possible():
        return 0
    return in_each_organisation(lambda organisation: _tell(organisation, now), scoped=False)


def _tell(organisation: UUID, now: datetime) -> int:
    sent, not_taken = 0, 0
    with scope(organisation):
        everybody = owed.addresses(now)
    for address, all_of_it in everybody.items():
        try:
            if address:
                sending.send(address, sending.STAFF)
                sent += 1
        except sending.NotTaken:  # a colleague's wrong address keeps no supervisor waiting
            not_taken += 1
            with scope(organisation):
                owed.refused(all_of_it, now=now)
            continue
        with scope(organisation):
            owed.settle(all_of_it)
    if not_taken:
        raise sending.NotTaken(f"{not_taken} of {len(everybody)}")
    return sent
