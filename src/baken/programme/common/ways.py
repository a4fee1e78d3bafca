"""The ways from the programme's first page to its parts. Each part adds its own, so that the overview knows none."""

from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise


@dataclass(frozen=True, slots=True)
class Way:
    """Where one can go: an address, its title, and in one sentence what is there."""

    href: str
    title: str
    lead: str


@dataclass(frozen=True, slots=True)
class _Added:
    url_name: str
    title: str | Promise
    lead: str | Promise
    order: int


_added: dict[str, _Added] = {}


def add(name: str, url_name: str, title: str | Promise, lead: str | Promise, *, order: int) -> None:
    """Let a part be found. Once per name; lower `order` comes first."""
    _added[name] = _Added(url_name, title, lead, order)


def ways() -> list[Way]:
    """Return the way to every part that has a page."""
    found = []
    for one in sorted(_added.values(), key=lambda one: (one.order, one.url_name)):
        try:
            found.append(Way(reverse(one.url_name), str(one.title), str(one.lead)))
        except NoReverseMatch:
            continue
    return found
