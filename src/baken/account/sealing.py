"""Keys of this room, derived from the installation's secrets, which no database and no dump of one has."""

import hashlib
import hmac
import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

_NONCE = 12


class Damaged(RuntimeError):
    """This was closed with other secrets, or for somebody else."""


def seal(content: bytes, about: bytes) -> bytes:
    """Close something, bound to what it is about."""
    nonce = os.urandom(_NONCE)
    return nonce + AESGCM(_key(b"seal")).encrypt(nonce, content, about)


def unseal(box: bytes, about: bytes) -> bytes:
    """Open it again. Raises `Damaged`."""
    try:
        return AESGCM(_key(b"seal")).decrypt(box[:_NONCE], box[_NONCE:], about)
    except (InvalidTag, ValueError):
        raise Damaged("this cannot be opened with the secrets of this installation") from None


def digest(purpose: str, text: str) -> bytes:
    """A keyed hash, by which something can be found again and not read."""
    return hmac.digest(_key(b"digest"), f"{purpose}|{text}".encode(errors="replace"), hashlib.sha256)


def _key(purpose: bytes) -> bytes:
    return HKDF(SHA256(), 32, None, b"baken account|" + purpose).derive(settings.SECRETS.return_codes)
