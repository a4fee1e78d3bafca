"""The vault: content comes back in its own place only, and nothing else in the database tells what it was."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.db import connection, connections, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from baken.ledger import boxes, datakeys, store, vault
from baken.tenancy import actions, keys
from baken.tenancy.models import Organisation, Post
from baken.tenancy.scope import scope
from tests.ledger.conftest import Administrator
from tests.ledger.happening import NOW

WORDS = {"seen": "zestien matrassen in een schuur", "who": ["een man", None, 3], "مرحبا": "🛟 \x00"}
PASSPHRASE = "een lange zin voor de kluis"


def test_what_was_put_in_comes_out(inside: UUID) -> None:
    stream = store.new_stream()
    ref = vault.put(stream, "content", WORDS)
    assert vault.get(stream, ref) == WORDS


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=800), name=st.text(max_size=40))
def test_any_words_come_out_as_they_went_in(inside: UUID, text: str, name: str) -> None:
    stream = store.new_stream()
    try:
        text.encode(), name.encode()
    except UnicodeEncodeError:
        return
    assert vault.get(stream, vault.put(stream, "content", {name: text})) == {name: text}


def test_several_records_are_read_at_once_with_the_same_queries(
    inside: UUID, django_assert_num_queries: object
) -> None:
    stream = store.new_stream()
    refs = [vault.put(stream, "note", {"n": number}) for number in range(5)]
    with django_assert_num_queries(1):  # type: ignore[operator]
        found = vault.get_many(stream, refs)
    assert [found[ref]["n"] for ref in refs] == [0, 1, 2, 3, 4]
    assert vault.get_many(stream, []) == {}


def test_a_reference_works_in_its_own_stream_and_organisation_only(inside: UUID) -> None:
    stream, other = store.new_stream(), store.new_stream()
    ref = vault.put(stream, "content", WORDS)
    vault.put(other, "content", WORDS)
    for wrong in (other, store.new_stream()):
        with pytest.raises(vault.NotInVault):
            vault.get(wrong, ref)
    with scope(uuid4()), pytest.raises(vault.NotInVault):
        vault.get(stream, ref)


@pytest.mark.parametrize(
    "move",
    [
        "UPDATE ledger_vault SET kind = 'note' WHERE id = %(moved)s",
        "UPDATE ledger_vault SET stream_id = %(other)s WHERE id = %(moved)s",
        "UPDATE ledger_vault SET box = (SELECT box FROM ledger_vault WHERE id = %(beside)s)"
        " WHERE id = %(moved)s",
        "UPDATE ledger_vault SET box = set_byte(box, 20, get_byte(box, 20) # 1) WHERE id = %(moved)s",
    ],
)
def test_a_record_that_was_moved_or_changed_does_not_open(
    administrator: Administrator, organisation: UUID, move: str
) -> None:
    stream, other = store.new_stream(), store.new_stream()
    with scope(organisation):
        moved, beside = vault.put(stream, "content", WORDS), vault.put(stream, "content", {"x": 1})
        vault.put(other, "content", WORDS)
    with administrator() as admin:
        records = {"moved": moved.split(".")[0], "beside": beside.split(".")[0], "other": other}
        admin.execute(move, records)  # type: ignore[call-overload]
    where = other if "stream_id" in move else stream
    with scope(organisation), pytest.raises(boxes.CannotOpen):
        vault.get(where, moved)


def test_a_data_key_moved_to_another_stream_does_not_open(
    administrator: Administrator, organisation: UUID
) -> None:
    stream, other = store.new_stream(), store.new_stream()
    with scope(organisation):
        ref = vault.put(stream, "content", WORDS)
    with administrator("baken_test_keys") as admin:
        admin.execute("UPDATE ledger_datakey SET stream_id = %s", [other])
    with scope(organisation), pytest.raises(vault.NotInVault):
        vault.get(stream, ref)
    with pytest.raises(boxes.CannotOpen):
        datakeys.fetch(organisation, other)


@pytest.mark.django_db(transaction=True)
def test_the_data_key_is_on_the_disk_before_it_is_used_and_outlives_a_failure(organisation: UUID) -> None:
    stream = store.new_stream()
    with scope(organisation):
        vault.put(stream, "content", WORDS)
        transaction.set_rollback(True)
    before = datakeys.fetch(organisation, stream)
    with scope(organisation):
        ref = vault.put(stream, "content", WORDS)
        assert vault.get(stream, ref) == WORDS
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM ledger_vault")
            assert cursor.fetchone() == (1,)
    assert datakeys.obtain(organisation, stream) == before


def test_every_stream_has_a_key_of_its_own(inside: UUID) -> None:
    streams = [store.new_stream() for _ in range(3)]
    assert len({datakeys.obtain(inside, stream) for stream in streams}) == 3
    with pytest.raises(datakeys.KeyGone):
        datakeys.fetch(inside, store.new_stream())


def test_a_data_key_lies_closed_and_under_its_own_organisation(inside: UUID) -> None:
    stream = store.new_stream()
    key = datakeys.obtain(inside, stream)
    with pytest.raises(datakeys.KeyGone):
        datakeys.fetch(uuid4(), stream)
    with connections["keys"].cursor() as cursor:
        cursor.execute("SELECT set_config('baken.organisation', %s, true)", [str(inside)])
        cursor.execute("SELECT box FROM ledger_datakey")
        assert [key in bytes(box) for (box,) in cursor.fetchall()] == [False]


@pytest.fixture
def post(inside: UUID) -> tuple[Post, keys.PostSecret]:
    """A focal point with a vault that is open."""
    Organisation.objects.create(id=inside, slug="hier", name="Hier", kind="municipality", made_at=NOW)
    person = actions.add_person(email="a@example.org", name="A")
    member = actions.add_member(person=person, roles=["focal_point"], now=NOW)
    made = actions.create_post(role="focal_point", name="Aandachtsfunctionaris", holders=[member.id], now=NOW)
    secret = actions.set_vault_passphrase(membership_id=member.id, passphrase=PASSPHRASE, now=NOW)
    made.refresh_from_db()
    return made, secret


def test_the_envelope_opens_with_the_posts_key_and_not_without(
    inside: UUID, post: tuple[Post, keys.PostSecret]
) -> None:
    """V6, ROLE-03: who reported is for the focal point alone."""
    seat, secret = post
    stream = store.new_stream()
    ref = vault.put_sealed(stream, seat, {"name": "Noor"})
    assert vault.get_sealed(stream, ref, secret) == {"name": "Noor"}
    other = vault.put(stream, "content", WORDS)
    with pytest.raises(keys.CannotOpen):
        vault.get_sealed(stream, ref, keys.PostSecret(secret.membership_id, secret.own, {}))
    with pytest.raises(keys.CannotOpen):
        vault.get_sealed(stream, other, secret)
    with pytest.raises(vault.NotPlain):
        vault.get(stream, ref)
    later = keys.unlock(secret.membership_id, PASSPHRASE, now=NOW + timedelta(days=1))
    assert vault.get_sealed(stream, ref, later) == {"name": "Noor"}
