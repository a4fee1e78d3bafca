"""The same town and signal as the other tests have."""

from tests.route.conftest import case
from tests.tenants.conftest import town

__all__ = ["case", "town"]
