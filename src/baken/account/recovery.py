"""Recovery codes: ten, shown once, each good for one log-in without the telephone."""

import secrets
from uuid import UUID

from baken.account.models import RecoveryCode
from baken.account.sealing import digest
from baken.ledger.codes import ALPHABET, GROUP, normalise

COUNT, LENGTH = 10, 12  # sixty random bits each, behind a key that the database does not have


def make(person_id: UUID) -> list[str]:
    """Ten new codes, to be shown and not kept; former ones no longer count."""
    RecoveryCode.objects.filter(person_id=person_id).delete()
    codes = ["".join(secrets.choice(ALPHABET) for _ in range(LENGTH)) for _ in range(COUNT)]
    RecoveryCode.objects.bulk_create(
        RecoveryCode(digest=_digest(person_id, code), person_id=person_id) for code in codes
    )
    return ["-".join(code[at : at + GROUP] for at in range(0, LENGTH, GROUP)) for code in codes]


def accept(person_id: UUID, typed: str) -> bool:
    """Take a code, once."""
    mine = RecoveryCode.objects.filter(person_id=person_id, digest=_digest(person_id, normalise(typed)))
    return mine.delete()[0] == 1


def left(person_id: UUID) -> int:
    """How many codes are left."""
    return RecoveryCode.objects.filter(person_id=person_id).count()


def _digest(person_id: UUID, code: str) -> bytes:
    return digest(f"recovery|{person_id}", code)
