"""Argon2 for tests: the same code, hardly any work."""

from django.contrib.auth.hashers import Argon2PasswordHasher


class QuickArgon2(Argon2PasswordHasher):
    """Hashes with the least work that Argon2 allows."""

    time_cost, memory_cost, parallelism = 1, 8, 1
