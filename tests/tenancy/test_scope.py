from uuid import UUID, uuid4

import pytest
from django.db import connection, transaction

from baken.tenancy.models import Membership
from baken.tenancy.scope import NoScope, current, scope
from tests.tenants.town import Town


def setting() -> str | None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('baken.organisation', true)")
        return cursor.fetchone()[0]


def test_without_a_scope_there_is_no_organisation() -> None:
    with pytest.raises(NoScope, match="scope"):
        current()


def test_without_a_scope_there_are_no_rows(town: Town) -> None:
    assert Membership.objects.count() == 0


def test_in_a_scope_there_are_that_organisations_rows_alone(town: Town) -> None:
    with scope(town.montfoort.id):
        assert current() == town.montfoort.id
        assert {row.organisation_id for row in Membership.objects.all()} == {town.montfoort.id}


def test_a_scope_within_a_scope_ends_where_it_began(db: None) -> None:
    outer, inner = uuid4(), uuid4()
    with scope(outer):
        with scope(inner):
            assert (current(), setting()) == (inner, str(inner))
        assert (current(), setting()) == (outer, str(outer))


def test_after_an_error_within_a_scope_the_former_one_holds(db: None) -> None:
    outer = uuid4()
    with scope(outer):
        with pytest.raises(ZeroDivisionError), scope(uuid4()):
            1 / 0  # noqa: B018
        assert (current(), setting()) == (outer, str(outer))


def test_after_a_broken_query_within_a_scope_the_former_one_holds(db: None) -> None:
    outer = uuid4()
    with scope(outer):
        with pytest.raises(Exception, match="nowhere"), scope(uuid4()), connection.cursor() as cursor:
            cursor.execute("SELECT * FROM nowhere")
        assert (current(), setting()) == (outer, str(outer))


def test_a_scope_that_is_marked_to_be_undone_is_undone(town: Town) -> None:
    with scope(town.woerden.id):
        Membership.objects.filter(id=town.members["focal_point"].id).update(active=False)
        transaction.set_rollback(True)
    with scope(town.woerden.id):
        assert Membership.objects.get(id=town.members["focal_point"].id).active


def test_nothing_of_a_scope_travels_with_the_connection(transactional_db: None) -> None:
    """A connection goes back to the pool without a word of the organisation that used it."""
    with scope(uuid4()):
        used = backend()
    connection.close()
    seen = {}
    for _ in range(20):
        seen[backend()] = setting()
        connection.close()
    assert used in seen
    assert set(seen.values()) <= {None, ""}


def test_what_runs_after_the_commit_has_no_scope(transactional_db: None) -> None:
    heard: list[UUID | str] = []

    def listen() -> None:
        try:
            heard.append(current())
        except NoScope:
            heard.append("none")

    with scope(uuid4()):
        transaction.on_commit(listen)
    assert heard == ["none"]


def backend() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        pid: int = cursor.fetchone()[0]
    return pid
