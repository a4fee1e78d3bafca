"""A session that cannot be kept because the database is away was not ended by anybody: the answer says so."""

import pytest
from django.contrib.sessions.backends.base import UpdateError
from django.db import OperationalError

from baken.account.models import Session
from baken.account.sessionstore import SessionStore


def away(*_: object, **__: object) -> None:
    raise OperationalError("the connection is closed")


@pytest.mark.django_db
def test_a_database_that_is_away_is_told_apart_from_a_session_that_was_ended(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    kept = SessionStore()
    kept.save(must_create=True)
    with monkeypatch.context() as broken:
        broken.setattr(Session, "save", away)
        with pytest.raises(OperationalError):
            kept.save()
    Session.objects.all().delete()
    with pytest.raises(UpdateError):
        kept.save()
