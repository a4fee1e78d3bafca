"""What must be known reaches whoever may do something about it, and nobody else."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from django.test import RequestFactory

from baken.core.vocabulary.text import Text
from baken.tenancy.actors import Actor
from baken.web import notices

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


def somebody(*roles: str) -> Actor:
    return Actor(uuid4(), uuid4(), uuid4(), frozenset(roles), frozenset())


@pytest.fixture
def source() -> Iterator[None]:
    def said(actor: Actor, at: datetime) -> Iterable[notices.Line]:
        yield notices.Line(Text("Later", "Later"))
        yield notices.Line(Text("Nu", "Now"), urgent=True)

    former = dict(notices._sources)
    notices._sources.clear()
    notices.add("test", said, to=("people.manage", "log.read"))
    yield
    notices._sources.clear()
    notices._sources.update(former)


@pytest.mark.parametrize("role", ["administrator", "data_protection_officer"])
def test_who_may_do_one_of_the_actions_is_told_the_urgent_first(source: None, role: str) -> None:
    assert [str(line.words) for line in notices.lines(somebody(role), NOW)] == [
        str(Text("Nu", "Now")),
        str(Text("Later", "Later")),
    ]


def test_others_are_told_nothing(source: None) -> None:
    assert notices.lines(somebody("focal_point", "team_coordinator"), NOW) == []


def test_a_glance_asks_once_a_minute_for_each_member_and_a_whole_look_always(
    source: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    notices.add("counted", lambda actor, at: asked.append("x") or (), to=("people.manage",))
    request = RequestFactory().get("/")
    request.actor = somebody("administrator")  # type: ignore[attr-defined]
    for seconds in (0, 59, 60, 61):
        monkeypatch.setattr(notices, "now", lambda at=NOW + timedelta(seconds=seconds): at)
        notices.of(request, glance=True)
    assert len(asked) == 2
    notices.of(request)
    request.actor = somebody("administrator")  # type: ignore[attr-defined]
    notices.of(request, glance=True)
    assert len(asked) == 4


def test_who_was_given_other_roles_is_not_told_what_the_former_were_told(
    source: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(notices, "now", lambda: NOW)
    request = RequestFactory().get("/")
    request.actor = before = somebody("administrator")  # type: ignore[attr-defined]
    assert notices.of(request, glance=True)
    request.actor = replace(before, roles=frozenset({"focal_point"}))  # type: ignore[attr-defined]
    assert notices.of(request, glance=True) == []
