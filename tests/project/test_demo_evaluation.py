"""The demonstration has evaluations to see: closed and released, frozen, and just begun."""

from baken.core.vocabulary.moments import civil_date
from baken.programme.evaluation import frozen_data, queries, regional, taking
from baken.project.demo import programme, programme_evaluation, programme_region
from baken.project.demo.cast import cast
from baken.tenancy.scope import scope
from tests.project.test_demo_programme import TODAY


def test_three_municipalities_evaluate_and_the_region_sees_what_one_released(db: None) -> None:
    players = cast(TODAY)
    programme.tell(players, TODAY)
    programme_region.tell(players, TODAY)
    programme_evaluation.tell(players, TODAY)
    stands = {}
    for slug in programme_evaluation.STORIES:
        with scope(players.organisations[slug].id):
            [found] = queries.evaluations()
            data = frozen_data.read(found)
            assert data is None or data.unchanged
            stands[slug] = (data is not None, found.closed_on is not None)
            assert any(topic.findings for topic in queries.by_topic(found))
            if slug == "woerden":
                seen = regional.discussion(found, civil_date(TODAY))
                offered = taking.offered(found, civil_date(TODAY))
    assert stands == {
        "montfoort": (True, True),
        "hoorn": (True, False),
        "woerden": (False, False),
        "moviera": (True, False),
    }
    assert [(one.role, one.by) for one in offered[:2]] == [
        ("care_coordinator", "Moviera"),
        ("process_director", "Moviera"),
    ]
    released = [*seen.received, *seen.other]
    assert [one.name for one in released] == ["Gemeente Montfoort"]
