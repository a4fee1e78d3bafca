"""Where Woerden stands on its basic level."""

from datetime import timedelta
from uuid import uuid4

from baken.core.vocabulary.moments import civil_date
from baken.tenancy.scope import scope
from tests.tenants.things import a_policy
from tests.tenants.town import Town

CRITERION = "demand_policy"


def a_level(town: Town) -> dict[str, object]:
    """A policy with criteria, one of which somebody looked at."""
    from baken.programme.level import actions, queries

    a_policy(town)
    told = {
        "state": "met",
        "on": civil_date(town.now) - timedelta(days=20),
        "by": "kanarie-team",
        "evidence": "kanarie-besluit",
        "note": "kanarie-opmerking",
    }
    with scope(town.woerden.id):
        asked = queries.asked(CRITERION, town.now)
        assert asked is not None
        if actions.of(CRITERION) is None:
            actions.assess(
                asked.criterion, told, 0, actor=town.actor("adviser"), now=town.now, command_id=uuid4()
            )
    return {}


def a_criterion(town: Town) -> dict[str, object]:
    """The criterion that somebody looked at."""
    a_level(town)
    return {"slug": CRITERION}


def a_criterion_to_follow_up(town: Town) -> dict[str, object]:
    """The same, in an organisation with a programme that an action can come in."""
    a_programme_in_use(town)
    return a_criterion(town)


def a_programme_in_use(town: Town) -> None:
    """A programme about human trafficking that runs, where there is none yet."""
    from baken.programme.plan import actions, queries

    today = civil_date(town.now)
    told = {
        "title": "Kanarieprogramma",
        "from_date": today - timedelta(days=100),
        "until_date": today + timedelta(days=300),
    }
    with scope(town.woerden.id):
        if queries.in_use(today) is None:
            given = {"actor": town.actor("adviser"), "now": town.now, "command_id": uuid4()}
            actions.start_edition(told, [], **given)
