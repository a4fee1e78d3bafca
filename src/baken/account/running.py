"""The sessions that somebody has running: to see them, and to end one or all."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone

from baken.account.models import Session
from baken.account.sessionstore import place
from baken.clock import now as clock
from baken.core.vocabulary.text import Text
from baken.tenancy import log_in_notes, sessions

BROWSERS = {
    "edge": "Edge",
    "opera": "Opera",
    "samsung": "Samsung Internet",
    "firefox": "Firefox",
    "chrome": "Chrome",
    "safari": "Safari",
}
SYSTEMS = {
    "iphone": "iPhone",
    "ipad": "iPad",
    "android": "Android",
    "windows": "Windows",
    "mac": "Mac",
    "chromeos": "ChromeOS",
    "linux": "Linux",
}
FACTORS = {
    sessions.PASSWORD: Text("wachtwoord", "password"),
    "password+totp": Text("wachtwoord en code uit de app", "password and code from the app"),
    "password+recovery": Text("wachtwoord en herstelcode", "password and recovery code"),
    "passkey": Text("passkey", "passkey"),
    "sso": Text("inlog van uw organisatie", "your organisation's log-in"),
}


@dataclass(frozen=True, slots=True)
class Running:
    """A session as somebody sees it: since when, last seen, how it began, and in which browser."""

    id: str
    since: datetime
    seen: datetime
    how: Text
    browser: Text
    here: bool


def of(person_id: UUID, request: HttpRequest, *, now: datetime) -> list[Running]:
    """This person's sessions that still run, this one first."""
    here = place(request.session.session_key or "")
    idle, whole = sessions.idle_limit(), sessions.absolute_limit()
    rows = Session.objects.filter(person_id=person_id, expire_date__gt=timezone.now()).order_by("-seen")
    found = [
        Running(
            row.pk,
            row.since,
            row.seen,
            FACTORS.get(row.factor, Text("-", "-")),
            words(row.browser),
            row.pk == here,
        )
        for row in rows
        if row.since
        and row.seen
        and (now - row.seen).total_seconds() <= idle
        and (now - row.since).total_seconds() <= whole
    ]
    return sorted(found, key=lambda one: not one.here)


def end(person_id: UUID, id_: str) -> bool:
    """End one session of this person."""
    return _ended(person_id, Session.objects.filter(pk=id_)) > 0


def end_others(person_id: UUID, request: HttpRequest) -> int:
    """End every session of this person but the one that asks, and give that one another identifier."""
    request.session.cycle_key()
    here = place(request.session.session_key or "")
    return _ended(person_id, Session.objects.exclude(pk=here))


def end_all(person_id: UUID) -> int:
    """End every session of this person."""
    return _ended(person_id, Session.objects.all())


def _ended(person_id: UUID, these: "QuerySet[Session]") -> int:
    """End those of these that are of this person; that it was done is noted."""
    count = these.filter(person_id=person_id).delete()[0]
    if count:
        log_in_notes.note(log_in_notes.SESSION_END, "", person=person_id, at=clock())
    return count


def words(family: str) -> Text:
    """The browser as people call it."""
    browser, _, system = family.partition("/")
    name, on = BROWSERS.get(browser), SYSTEMS.get(system)
    if name and on:
        return Text("{browser} op {system}", "{browser} on {system}").format(browser=name, system=on)
    return Text(name or on or "onbekende browser", name or on or "unknown browser")
