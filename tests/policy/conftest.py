"""The same town and signal as the other rooms of a signal's way."""

from tests.route.conftest import case

__all__ = ["case"]
