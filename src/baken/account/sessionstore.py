"""Where sessions are kept: under a digest of their key, so that a stolen dump holds no key that opens one.

Beside what Django keeps stand the few words by which a person tells their own sessions apart, to end one.
"""

import hashlib
from datetime import UTC, datetime
from typing import Any

from django.contrib.sessions.backends import db
from django.contrib.sessions.backends.base import UpdateError
from django.db import OperationalError
from django.utils import timezone

from baken.account.models import Session


def place(key: str) -> str:
    """Where the session with this key lies: 160 bits of a digest."""
    return hashlib.sha256(key.encode(errors="replace")).hexdigest()[:40]


class SessionStore(db.SessionStore):
    """Django's sessions in the database, with digests for keys and columns for the list."""

    @classmethod
    def get_model_class(cls) -> type[Session]:
        """The table of our own."""
        return Session

    def save(self, must_create: bool = False) -> None:
        """Keep the session. A database that is away is a failure of ours, and not a session that somebody ended."""
        try:
            super().save(must_create)
        except UpdateError as ended:
            if isinstance(ended.__context__, OperationalError):
                raise ended.__context__ from None
            raise

    def exists(self, session_key: str) -> bool:
        """Whether a key is taken."""
        return Session.objects.filter(pk=place(session_key)).exists()

    def delete(self, session_key: str | None = None) -> None:
        """End this session, or the one with another key."""
        if key := session_key or self.session_key:
            Session.objects.filter(pk=place(key)).delete()

    def create_model_instance(self, data: dict[str, Any]) -> Session:
        """The row, with the list's columns read from the session itself."""
        return Session(
            session_key=place(self._get_or_create_session_key()),  # type: ignore[attr-defined]
            session_data=self.encode(data),
            expire_date=self.get_expiry_date(),
            person_id=data.get("_auth_user_id"),
            membership_id=data.get("membership"),
            since=_moment(data.get("begun")),
            seen=_moment(data.get("seen")),
            factor=str(data.get("factor", ""))[:20],
            browser=str(data.get("browser", ""))[:40],
        )

    def _get_session_from_db(self) -> Session | None:
        found = Session.objects.filter(
            pk=place(self.session_key or ""), expire_date__gt=timezone.now()
        ).first()
        if found is None:
            self._session_key = None
        return found


def _moment(seconds: object) -> datetime | None:
    return datetime.fromtimestamp(seconds, UTC) if isinstance(seconds, int) else None
