"""Compiling leaves out what speaks of a table that the municipality does not have."""

from baken.core.derive.route import compile_route, derive
from baken.core.policy.resolve import resolve
from baken.core.vocabulary.facts import Facts
from baken.project.policies import library
from tests.core.strategies import START
from tests.policies.shelf import DAY


def test_without_a_local_table_the_police_is_asked_instead() -> None:
    """ROUTE-F4: brought to the local table; where none exists, discussed with the police."""
    hoorn = resolve(library(), "hoorn", DAY)
    bare = hoorn.without_tables(["local_undermining_meeting"])
    assert bare.id != hoorn.id
    facts = Facts(established={"urgency": "not_acute"})
    having, lacking = (derive(compile_route(one), facts, (), START) for one in (hoorn, bare))
    assert having.step("table_locally") is not None
    assert having.referral("police") is None
    assert lacking.step("table_locally") is None
    police = lacking.referral("police")
    assert police is not None
    assert police.strength == "required"
    assert "local_undermining_meeting" not in {table.table for table in lacking.tables}


def test_equal_bundles_share_one_compiled_route() -> None:
    assert compile_route(resolve(library(), "hoorn", DAY)) is compile_route(resolve(library(), "hoorn", DAY))
