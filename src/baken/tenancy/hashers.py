"""How passwords are kept: Argon2id with 64 MiB and three passes, a few at a time."""

from typing import Any

from django.contrib.auth.hashers import Argon2PasswordHasher

from baken.tenancy.slots import argon2_slot


class BoundedArgon2(Argon2PasswordHasher):
    """Django's Argon2id with costs of our own, never more at once than there are slots."""

    time_cost = 3
    memory_cost = 64 * 1024
    parallelism = 1

    def encode(self, *args: Any, **kwargs: Any) -> str:
        """Hash a password, also the one given with an address that nobody has."""
        with argon2_slot():
            return super().encode(*args, **kwargs)

    def verify(self, *args: Any, **kwargs: Any) -> bool:
        """Check a password."""
        with argon2_slot():
            return super().verify(*args, **kwargs)
