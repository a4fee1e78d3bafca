"""Key pairs and boxes, without any database: who holds the private half can open, nobody else."""

import unicodedata
from dataclasses import dataclass
from typing import NamedTuple
from uuid import UUID

from nacl import pwhash, utils
from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, PublicKey, SealedBox
from nacl.secret import SecretBox

from baken.tenancy.slots import argon2_slot

_FORMAT = b"\x01"
_HEADER = len(_FORMAT) + 16 + 2


class Cost(NamedTuple):
    """What Argon2id must spend on one passphrase: passes, and bytes of memory."""

    operations: int
    memory: int


class CannotOpen(ValueError):
    """The passphrase or the key does not fit this box. It says nothing of what is inside."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A key pair; the private half never shows itself."""

    public: bytes
    private: "Private"


class Private(bytes):
    """Key material that does not end up in a log or an error."""

    def __repr__(self) -> str:
        return "<private>"


class Wrapped(NamedTuple):
    """A private key closed with a passphrase, and all that is needed to try one."""

    box: bytes
    salt: bytes
    cost: Cost


def new_pair() -> Pair:
    """Make a fresh X25519 pair."""
    made = PrivateKey.generate()
    return Pair(bytes(made.public_key), Private(bytes(made)))


def public_of(private: bytes) -> bytes:
    """Work out the public half."""
    return bytes(PrivateKey(private).public_key)


def wrap(private: bytes, passphrase: str, cost: Cost) -> Wrapped:
    """Close a private key with a passphrase."""
    salt = utils.random(pwhash.argon2id.SALTBYTES)
    return Wrapped(bytes(SecretBox(_derived(passphrase, salt, cost)).encrypt(private)), salt, cost)


def unwrap(wrapped: Wrapped, passphrase: str) -> Private:
    """Open it again. Raises `CannotOpen`."""
    try:
        opened = SecretBox(_derived(passphrase, wrapped.salt, wrapped.cost)).decrypt(wrapped.box)
    except CryptoError:
        raise CannotOpen("this passphrase does not open the vault") from None
    return Private(opened)


def seal(public: bytes, plain: bytes) -> bytes:
    """Close something so that only the private half of `public` opens it; not even the one who sealed it can."""
    return bytes(SealedBox(PublicKey(public)).encrypt(plain))


def unseal(private: bytes, sealed: bytes) -> Private:
    """Open what was sealed to this key's public half. Raises `CannotOpen`."""
    try:
        return Private(SealedBox(PrivateKey(private)).decrypt(sealed))
    except CryptoError:
        raise CannotOpen("this key does not open the box") from None


def addressed(post: UUID, number: int, sealed: bytes) -> bytes:
    """Write on a sealed box for which post and which of its keys it is."""
    return _FORMAT + post.bytes + number.to_bytes(2, "big") + sealed


def address_of(box: bytes) -> tuple[UUID, int, bytes]:
    """Read post, key number and sealed box back. Raises `CannotOpen`."""
    if len(box) <= _HEADER or not box.startswith(_FORMAT):
        raise CannotOpen("this is not a box sealed to a post")
    return UUID(bytes=box[1:17]), int.from_bytes(box[17:_HEADER], "big"), box[_HEADER:]


def normalised(passphrase: str) -> str:
    """Write a passphrase in one way: an é is one sign on this keyboard and two on that telephone."""
    return unicodedata.normalize("NFC", passphrase)


def _derived(passphrase: str, salt: bytes, cost: Cost) -> bytes:
    typed = normalised(passphrase).encode()
    with argon2_slot():
        return pwhash.argon2id.kdf(
            SecretBox.KEY_SIZE, typed, salt, opslimit=cost.operations, memlimit=cost.memory
        )


def halved(private: bytes) -> tuple[Private, Private]:
    """Split a key in two, each of which is chance by itself: random bytes, and the key combined with them."""
    first = utils.random(len(private))
    return Private(first), joined(first, private)


def joined(first: bytes, second: bytes) -> Private:
    """Put two halves together again. Raises `CannotOpen` where they are of two sizes."""
    if len(first) != len(second):
        raise CannotOpen("these halves do not belong together")
    return Private(one ^ other for one, other in zip(first, second, strict=True))
