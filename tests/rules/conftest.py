"""The town, a signal and a hand-over, for the modules that each prove one rule."""

from tests.house.test_bad_input import log
from tests.refer.conftest import handing
from tests.route.conftest import case
from tests.tenants.conftest import town

__all__ = ["case", "handing", "log", "town"]
