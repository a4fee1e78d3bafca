"""The same town as the outsiders' tests have."""

from tests.tenants.conftest import town

__all__ = ["town"]
