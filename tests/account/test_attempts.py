"""Wrong tries slow down what they were tried on, in the database, so in every web process alike."""

from datetime import timedelta

from django.db import connection

from baken.account.attempts import Attempts
from baken.account.models import Attempt
from baken.tenancy.slowdown import FORGET_AFTER, FREE, LONGEST, PRESSURE
from tests.rules.stored import rows
from tests.scanning import found_in
from tests.tenants.town import Town


def tried(town: Town, times: int, who: str = "a") -> Attempts:
    slow = Attempts("password")
    for _ in range(times):
        slow.wrong(who, town.now)
    return slow


def test_a_few_mistakes_cost_nothing_and_more_cost_more(town: Town) -> None:
    assert tried(town, FREE - 1).seconds_left("a", town.now) == 0
    pauses = [tried(town, 1).seconds_left("a", town.now) for _ in range(10)]
    assert pauses == sorted(pauses)
    assert (pauses[0], pauses[-1]) == (1, LONGEST)


def test_another_process_sees_them_and_others_are_not_slowed(town: Town) -> None:
    """Nothing is remembered in Python: whoever asks, asks the database."""
    tried(town, 50)
    assert Attempts("password").seconds_left("a", town.now) == LONGEST
    assert Attempts("password").seconds_left("b", town.now) == 0
    assert Attempts("second").seconds_left("a", town.now) == 0


def test_they_are_forgotten_in_time_and_at_once_when_it_was_right(town: Town) -> None:
    slow, later = tried(town, 20), town.now + timedelta(seconds=FORGET_AFTER + 1)
    assert slow.seconds_left("a", later) == 0
    assert slow.wrong("b", later) == 1
    assert Attempt.objects.count() == 1, "what is forgotten is gone"
    slow.right("b")
    assert Attempt.objects.count() == 0


def test_when_much_goes_wrong_patience_is_shorter(town: Town) -> None:
    slow = Attempts("password")
    for one in range(PRESSURE + 1):
        slow.wrong(f"guess {one}", town.now)
    slow.wrong("a", town.now)
    assert slow.seconds_left("a", town.now) > 0
    assert slow.seconds_left("somebody else", town.now) == 0


def test_no_try_is_lost_between_two_at_once(town: Town) -> None:
    with connection.execute_wrapper(lambda run, sql, *rest: (statements.append(sql), run(sql, *rest))[1]):
        statements: list[str] = []
        Attempts("password").wrong("a", town.now)
    assert sum("ON CONFLICT" in sql for sql in statements) == 1
    assert not any(sql.lstrip().startswith("SELECT") for sql in statements)


def test_no_address_can_be_read_from_what_is_kept(town: Town) -> None:
    tried(town, 3, "kanarie@nergens.example")
    assert found_in(rows(town), ["kanarie@nergens.example", "Persoon focal_point"]) == {"Persoon focal_point"}
