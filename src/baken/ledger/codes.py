"""Return codes: what a reporter writes down, and the only way back to the answer.

A code is derived from the form's own random token, so that the same form sent twice gives the same code. Only
an HMAC of it is stored, in the locator; neither the database nor a backup can give it back.
"""

import hashlib
import hmac
from dataclasses import dataclass
from uuid import UUID

from django.conf import settings

from baken.tenancy.models import Locator

KIND = "return_code"
LENGTH = 18
GROUP = 4
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_ALIKE = str.maketrans({"O": "0", "I": "1", "L": "1"})
_LONGEST = 200
_BITS = 5


@dataclass(frozen=True, slots=True, repr=False)
class ReturnCode:
    """Ninety bits in eighteen characters that can be read aloud. Never logged, never stored."""

    value: str

    def __str__(self) -> str:
        """The code as it is shown, in groups."""
        return "-".join(self.value[at : at + GROUP] for at in range(0, LENGTH, GROUP))


def make(form_token: str) -> ReturnCode:
    """Return the code that belongs to a form's token (which is random and unknown to others)."""
    number = int.from_bytes(_keyed("code", form_token), "big") >> (256 - _BITS * LENGTH)
    letters = [ALPHABET[(number >> (_BITS * place)) & 31] for place in reversed(range(LENGTH))]
    return ReturnCode("".join(letters))


def command(form_token: str) -> UUID:
    """Return the command id of a form: sent twice, it is one command. It tells nothing about the code."""
    return UUID(bytes=_keyed("command", form_token)[:16], version=4)


def normalise(typed: str) -> str:
    """Return what someone typed as a code is written: no spaces or dashes, capitals, O for 0 and I or L for 1
    undone.
    """
    letters = (letter for letter in typed[:_LONGEST].upper() if letter.isalnum())
    return "".join(letters).translate(_ALIKE)


class CodeLeadsElsewhere(RuntimeError):
    """The code already leads to another stream. A receipt that shows it would lead to somebody else's answer."""

    def __init__(self) -> None:
        super().__init__("this return code already leads to another stream")


def register(code: ReturnCode, organisation: UUID, stream: UUID) -> None:
    """Let the code lead to the stream, from the moment this transaction commits; twice is once.

    Raises `CodeLeadsElsewhere`; then nothing that was made for it may be kept.
    """
    found, made = Locator.objects.get_or_create(
        kind=KIND, key=_place(code.value), defaults={"organisation_id": organisation, "target": stream}
    )
    if not made and (found.organisation_id, found.target) != (organisation, stream):
        raise CodeLeadsElsewhere


def find(typed: str) -> tuple[UUID, UUID] | None:
    """Return the organisation and stream a code leads to. A wrong code costs the same work as a right one."""
    found = Locator.objects.filter(kind=KIND, key=_place(normalise(typed))).values_list(
        "organisation_id", "target"
    )
    return next(((organisation, stream) for organisation, stream in found if stream is not None), None)


def _place(value: str) -> bytes:
    return _keyed("find", value)


def _keyed(purpose: str, text: str) -> bytes:
    return hmac.digest(
        settings.SECRETS.return_codes, f"{purpose}|{text}".encode(errors="replace"), hashlib.sha256
    )
