"""A mail that says that there is an answer, for a reporter who asks for one with the return code.

The address comes after the report and apart from it, is shown on no page, and goes as soon as the mail went.
"""

from datetime import datetime, timedelta
from uuid import UUID

from baken.core.derive.signal import fold
from baken.feedback.queries import NOWHERE
from baken.jobs import chore
from baken.jobs.everywhere import in_each_organisation
from baken.ledger import codes, datakeys, store
from baken.mail import sending, trying, waiting
from baken.tenancy.scope import scope


def ask(typed: str, address: str, *, now: datetime) -> bool:
    """Keep the address for one mail, or erase it where none is given. Tells whether the code leads anywhere."""
    found = codes.find(typed)
    organisation, signal = found or (NOWHERE, NOWHERE)
    with scope(organisation):
        if not fold(store.load(signal).happened).exists:
            return False
        if not address:
            waiting.erase(signal)
            return True
        try:
            waiting.keep(signal, address, now=now)
        except datakeys.KeyGone:
            return False
        return True


@chore("tell reporters that there is an answer", every=timedelta(minutes=1))
def tell(now: datetime) -> int:
    """Send what is owed, and erase each address as soon as its mail went; return how many went."""
    if not sending.possible():
        return 0
    return in_each_organisation(lambda organisation: _tell(organisation, now), scoped=False)


def _tell(organisation: UUID, now: datetime) -> int:
    with scope(organisation):
        waiting.forget_old(now=now)
        trying.forget_old(now=now)
        ready = [one for one in waiting.everybody(now) if _answered(one)]
    not_taken = 0
    for one in ready:
        with scope(organisation):
            address = waiting.address(one)
        try:
            if address is not None:
                sending.send(address, sending.REPORTER)  # outside any transaction: a mail server may be slow
        except sending.NotTaken:  # an address that does not exist keeps nobody else waiting
            not_taken += 1
            with scope(organisation):
                waiting.refused(one, now=now)
            continue
        with scope(organisation):
            waiting.sent(one)
    if not_taken:
        raise sending.NotTaken(f"{not_taken} of {len(ready)}")
    return len(ready)


def _answered(one: waiting.Waits) -> bool:
    """Whether there is a message since the address was given; with a signal that is gone nobody need wait."""
    state = fold(store.load(one.signal).happened)
    return not state.exists or any(message.at >= one.since for message in state.messages)
