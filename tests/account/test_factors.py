"""What somebody logs in with is never taken away to the last, however it is asked."""

from datetime import UTC, datetime
from threading import Barrier, Thread
from uuid import UUID

from django.db import connections, transaction

from baken.account import factors, recovery
from baken.account.models import Passkey
from baken.core.decide.refusal import Refused
from baken.tenancy import actions

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


def test_two_passkeys_taken_away_at_the_same_moment_leave_one(transactional_db: None) -> None:
    """Without any, a password alone would lead to setting up a new one."""
    person = actions.add_person(email="iemand@woerden.example", name="Iemand").id
    ids = [_passkey(person, name) for name in (b"een", b"twee")]
    together, refused = Barrier(2), []

    def remove(passkey: UUID) -> None:
        together.wait()
        try:
            factors.remove_passkey(person, passkey, now=NOW)
        except Refused:
            refused.append(passkey)
        connections.close_all()

    threads = [Thread(target=remove, args=[one]) for one in ids]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert len(refused) == 1
    assert factors.of(person).passkeys == 1


def test_a_recovery_code_that_is_used_twice_at_the_same_moment_lets_in_once(transactional_db: None) -> None:
    person = actions.add_person(email="iemand@woerden.example", name="Iemand").id
    code, *_others = recovery.make(person)
    together, took = Barrier(3), []

    def use() -> None:
        together.wait()
        with transaction.atomic():
            took.append(recovery.accept(person, code))
        connections.close_all()

    threads = [Thread(target=use) for _ in range(3)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert sorted(took) == [False, False, True]
    assert recovery.left(person) == recovery.COUNT - 1


def _passkey(person: UUID, credential: bytes) -> UUID:
    made = Passkey.objects.create(
        person_id=person, credential=credential, public_key=b"x", uses=0, name="x", made_at=NOW
    )
    return made.id
