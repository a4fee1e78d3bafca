"""Closing and opening of small boxes: AES-256-GCM with additional data that binds a box to its place, and
padding.
"""

import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

KEY_BYTES = 32
BLOCK = 256
_NONCE_BYTES = 12
_LENGTH_BYTES = 4


class CannotOpen(ValueError):
    """The box was changed, moved to another place, or closed with another key. It says nothing of what is
    inside.
    """

    def __init__(self) -> None:
        super().__init__(
            "a vault record could not be opened: it was changed, moved, or closed with another key"
        )


def new_key() -> bytes:
    """Return a fresh random key."""
    return os.urandom(KEY_BYTES)


def close(key: bytes, content: bytes, place: bytes) -> bytes:
    """Return `content` closed with `key`; it opens only with the same `place`."""
    nonce = os.urandom(_NONCE_BYTES)
    return nonce + AESGCM(key).encrypt(nonce, content, place)


def open_(key: bytes, box: bytes, place: bytes) -> bytes:
    """Return what is inside `box`. Raises `CannotOpen`."""
    try:
        return AESGCM(key).decrypt(box[:_NONCE_BYTES], box[_NONCE_BYTES:], place)
    except (InvalidTag, ValueError):
        raise CannotOpen from None


def pad(content: bytes) -> bytes:
    """Fill up to whole blocks, so that the length of a box tells little of what was written."""
    body = len(content).to_bytes(_LENGTH_BYTES, "big") + content
    return body + bytes(-len(body) % BLOCK)


def unpad(padded: bytes) -> bytes:
    """Return the content that `pad` filled up."""
    length = int.from_bytes(padded[:_LENGTH_BYTES], "big")
    return padded[_LENGTH_BYTES : _LENGTH_BYTES + length]
