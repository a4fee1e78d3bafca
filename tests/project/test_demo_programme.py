"""The demonstration has programmes under way in three municipalities, with something of every kind to see."""

from datetime import UTC, datetime

from baken.core.vocabulary.moments import civil_date
from baken.programme.plan import dated, queries, standing
from baken.project.demo import programme
from baken.project.demo.cast import cast
from baken.tenancy.scope import scope

TODAY = datetime(2026, 11, 22, 13, 30, tzinfo=UTC)


def test_three_programmes_run_and_show_what_is_late_due_done_and_not_shown(db: None) -> None:
    players = cast(TODAY)
    programme.tell(players, TODAY)
    today, seen = civil_date(TODAY), set()
    for slug in ("woerden", "montfoort", "hoorn"):
        with scope(players.organisations[slug].id):
            edition = queries.in_use(today)
            assert edition is not None
            assert edition.decision
            rows = standing.rows(edition, today)
            seen |= {(one.state, one.standing.proved) for one in rows}
            assert dated.frozen(edition.from_date, today) is not None
    assert {state for state, _proved in seen} == {"ongoing", "open", "due", "late", "done", "dropped"}
    assert {("done", True), ("done", False)} <= seen


def test_hoorn_begins_with_the_twelve_rows_of_west_friesland(db: None) -> None:
    """PROG-03: numbers and owners of the source, twelve of twelve."""
    players = cast(TODAY)
    programme.tell(players, TODAY)
    with scope(players.organisations["hoorn"].id):
        edition = queries.in_use(civil_date(TODAY))
        assert edition is not None
        found = {one.label: one.owner for one in queries.actions_of(edition)}
    assert list(found) == ["1", "1.1", "1.2", "2", "2.1", "3", "3.1", "3.2", "3.3", "3.4", "4", "5"]
    assert found["4"] == "team OOV"
    assert edition.policy == "west-friesland"
