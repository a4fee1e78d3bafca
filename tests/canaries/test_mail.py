"""The address for one mail stands in that mail's envelope and nowhere else, and is gone once it went (V29, REP-12)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from email.message import Message

import pytest
from pytest_django.plugin import DjangoDbBlocker

from baken.clock import now
from baken.jobs import chores, running
from baken.mail import owed
from baken.mail.models import Waiting
from baken.project import programs
from baken.tenancy.scope import scope
from tests import scanning
from tests.canaries.conftest import Walked
from tests.canaries.planting import WORD

REPORTERS, STAFF = "baken.feedback.notifying.tell", "baken.people.chores.tell"


@dataclass
class Mailed:
    """What the chores answered, and how many addresses waited before and after."""

    address: str
    refused: object
    sent: object
    staff: object
    waited: list[int]


@pytest.fixture(scope="module")
def mailed(walked: Walked, django_db_blocker: DjangoDbBlocker) -> Iterator[Mailed]:
    """Send what is owed: first while the mail server knows nobody of that address, then for real."""
    garden, box, known = walked.garden, walked.postbox, chores.known()
    [word] = [word for word, one in garden.words.items() if one.row == "notify"]
    address = f"{word}@voorbeeld.example"
    with django_db_blocker.unblock():
        waited = [waiting(walked)]
        with scope(garden.town.woerden.id):
            owed.tell(["data_protection_officer", "focal_point"], now=now())
        box.unknown = address
        refused = running.run(known[REPORTERS], now())
        waited.append(waiting(walked))
        box.unknown = ""
        later = now() + timedelta(days=1)  # what was refused rests first
        sent, staff = running.run(known[REPORTERS], later), running.run(known[STAFF], later)
        yield Mailed(address, refused, sent, staff, [*waited, waiting(walked)])


def waiting(walked: Walked) -> int:
    """How many reporters wait for a mail."""
    with scope(walked.garden.town.woerden.id):
        return Waiting.objects.count()


def said(mail: Message) -> str:
    """Everything in a mail but to whom it is."""
    headers = [f"{name}: {value}" for name, value in mail.items() if name != "To"]
    content = mail.get_payload(decode=True)
    assert isinstance(content, bytes)
    return "\n".join([*headers, mail.as_string().partition("\n\n")[2], content.decode()])


def test_the_address_stands_in_the_envelope_of_the_one_mail_it_is_for(walked: Walked, mailed: Mailed) -> None:
    assert (mailed.refused, mailed.sent) == (None, 1), "the first time nobody knew that address"
    to = [to for _, to, _ in walked.postbox.mails]
    assert to.count([mailed.address]) == 1
    assert all(len(one) == 1 for one in to), "nobody reads in a mail who else is told"
    assert mailed.address not in {sender for sender, _, _ in walked.postbox.mails}


def test_no_mail_says_a_word_that_was_typed_anywhere(walked: Walked, mailed: Mailed) -> None:
    """Of mails to reporters and to staff: not in the subject, not in another header and not in the text."""
    assert isinstance(mailed.staff, int)
    assert mailed.staff >= 2
    assert len(walked.postbox.mails) == 1 + mailed.staff
    assert [word for _, _, mail in walked.postbox.mails for word in WORD.findall(said(mail))] == []
    assert walked.garden.code not in "".join(said(mail) for _, _, mail in walked.postbox.mails)
    named = [mail["To"] for _, to, mail in walked.postbox.mails if to == [mailed.address]]
    assert named == [mailed.address], "the control: it is read where it does stand"


def test_the_log_of_what_went_wrong_names_no_address(walked: Walked, mailed: Mailed) -> None:
    said_of_it = walked.log.getvalue()
    assert "NotTaken" in said_of_it, "the control: it was written down that a mail was not taken"
    assert WORD.findall(said_of_it) == []


def test_once_the_mail_went_the_address_is_in_no_dump(
    walked: Walked, mailed: Mailed, django_db_blocker: DjangoDbBlocker
) -> None:
    """It waits while the mail is not taken, and never lies readable; then it is gone altogether."""
    assert mailed.waited == [1, 1, 0]
    with django_db_blocker.unblock():
        for database in ("baken_test", "baken_test_keys"):
            found = scanning.dumps(walked.server, programs.bin_dir(None), database)
            assert scanning.found_in(found, [mailed.address, mailed.address.partition("@")[0]]) == set()
