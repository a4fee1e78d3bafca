"""A signal that was worked on, and the supervisor who looks at who did so."""

from tests.refer.conftest import handing
from tests.route.conftest import case
from tests.tenants.conftest import town

__all__ = ["case", "handing", "town"]
