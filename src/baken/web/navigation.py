"""The main menu. Each room adds its own entries in `apps.py`, so that the frame knows no room.

A page that lies below one of these entries, and says no way back of its own, gets one to that entry.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise


@dataclass(frozen=True, slots=True)
class Entry:
    """A place in the menu: the name of its address, its words, the roles that meet it there, and when it is open."""

    url_name: str
    label: str | Promise
    roles: frozenset[str]
    order: int
    when: Callable[[], bool] = lambda: True


@dataclass(frozen=True, slots=True)
class Item:
    """A menu entry as drawn on one page."""

    href: str
    label: str
    here: bool
    more: bool = False


MANY = 7
"""chosen: what fits on one line of a desk screen, in Dutch."""
NOW_AND_THEN = range(70, 90)
"""Entries of this order are not for every day: in a long menu they stand together, behind one word."""

_entries: dict[str, Entry] = {}


def add(
    url_name: str,
    label: str | Promise,
    *,
    roles: Iterable[str],
    order: int = 50,
    when: Callable[[], bool] = lambda: True,
) -> None:
    """Put a page in the main menu for these roles; no roles means everybody who is logged in.

    `when`: whether the organisation in scope uses the room; a menu leads to no page that is not there.
    """
    _entries[url_name] = Entry(url_name, label, frozenset(roles), order, when)


def items(request: HttpRequest) -> list[Item]:
    """The menu of the person who acts in this request; nobody logged in, nothing shown."""
    actor = getattr(request, "actor", None)
    if actor is None:
        return []
    found = []
    for entry in sorted(_entries.values(), key=lambda entry: (entry.order, entry.url_name)):
        if entry.roles and not entry.roles & frozenset(actor.roles):
            continue
        try:
            href = reverse(entry.url_name)
        except NoReverseMatch:
            continue
        if not entry.when():
            continue
        found.append((href, str(entry.label), entry.order in NOW_AND_THEN))
    around = [
        href
        for href, _, _ in found
        if request.path == href or (href != "/" and request.path.startswith(href))
    ]
    nearest = max(
        around, key=len, default=""
    )  # /werk/invoeren/ lies under /werk/ too, but is a place of its own
    long = len(found) > MANY
    drawn = [Item(href, label, href == nearest, long and seldom) for href, label, seldom in found]
    return sorted(drawn, key=lambda item: item.more)
