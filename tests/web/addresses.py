"""Every address of Baken, with something harmless where it holds a value."""

import re
from collections.abc import Iterator

from django.urls import URLPattern, URLResolver, get_resolver

HARMLESS = {
    "uuid": "00000000-0000-4000-8000-000000000000",
    "int": "1",
    "slug": "nergens",
    "policy_part": "route",
    "hoursyear": "2026",
    "str": "x",
    "path": "x",
}


def addresses(found: URLResolver | None = None, before: str = "/") -> Iterator[str]:
    """Each address once, from the root."""
    for entry in (found or get_resolver()).url_patterns:
        here = before + re.sub(r"<(?:(\w+):)?\w+>", lambda m: HARMLESS[m[1] or "str"], str(entry.pattern))
        if isinstance(entry, URLResolver):
            yield from addresses(entry, here)
        elif isinstance(entry, URLPattern):
            yield here
