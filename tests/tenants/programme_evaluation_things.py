"""What belongs to an evaluation of the town's municipality: begun, frozen, with a finding and a conclusion."""

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid5

from baken.core.vocabulary.moments import civil_date
from baken.tenancy import regions
from baken.tenancy.scope import scope
from tests.tenants.programme_level_things import a_programme_in_use
from tests.tenants.things import adopt
from tests.tenants.town import Town

_ONES = UUID("c4b7a1de-5f0e-4c1b-8a6d-2f6f3f0c7e01")


def an_evaluation(town: Town) -> dict[str, object]:
    """An evaluation over the last year, in a region, whose figures are not frozen yet."""
    return {"evaluation": _begun(town).id}


def a_question(town: Town) -> dict[str, object]:
    """A question of the policy."""
    from baken.programme.evaluation import queries

    found = _begun(town)
    with scope(town.woerden.id):
        return {"sort": "vraag", "line": queries.questions(found)[0].id}


def a_finding(town: Town) -> dict[str, object]:
    """What the policy adviser found."""
    from baken.programme.evaluation import actions

    found = _begun(town)
    told = {
        "topic": found.topics[0],
        "role": "policy_adviser",
        "on": civil_date(town.now),
        "words": "kanarie-bevinding",
    }
    with scope(town.woerden.id):
        row = actions.add_finding(found, told, keeps=True, **_given(town, "finding"))
    return {"finding": row.id}


def a_conclusion(town: Town) -> dict[str, object]:
    """A conclusion of which an action is to come, and a programme for it."""
    from baken.programme.evaluation import concluding

    a_programme_in_use(town)
    found = _begun(town)
    told = {"topic": found.topics[-1], "words": "kanarie-besluit", "outcome": "action"}
    with scope(town.woerden.id):
        row = concluding.add(found, told, **_given(town, "conclusion"))
    return {"conclusion": row.id}


def a_frozen_evaluation(town: Town) -> dict[str, object]:
    """An evaluation whose figures are frozen, so that something of it can be released."""
    from baken.programme.evaluation import actions

    found = _begun(town)
    with scope(town.woerden.id):
        if found.frozen_on is None:
            actions.freeze(found, actor=town.actor("adviser"), now=town.now)
    return {"evaluation": found.id}


def an_evaluation_to_close(town: Town) -> dict[str, object]:
    """An evaluation that lacks nothing."""
    from baken.programme.evaluation import concluding
    from baken.programme.evaluation.models import Evaluation
    from baken.tenancy import kept

    id_ = UUID(str(a_frozen_evaluation(town)["evaluation"]))
    with scope(town.woerden.id):
        found = kept.one(Evaluation, id_)
        told = {"topic": found.topics[0], "words": "kanarie-besluit", "outcome": "none"}
        concluding.add(found, told, **_given(town, "ready"))
    return {"evaluation": id_}


def _given(town: Town, name: str) -> dict[str, Any]:
    return {"actor": town.actor("adviser"), "now": town.now, "command_id": uuid5(_ONES, name)}


def _begun(town: Town) -> Any:
    from baken.programme.evaluation import actions
    from baken.programme.evaluation.models import Evaluation
    from baken.tenancy import kept

    adopt(town)
    today = civil_date(town.now)
    if regions.find("kanariestreek") is None:
        region = regions.create_region(
            slug="kanariestreek", name="Kanariestreek", kind="cooperation", now=town.now
        )
        regions.join(region, town.woerden, since=today - timedelta(days=30))
    told = {
        "title": "Kanarie-evaluatie",
        "from_date": today - timedelta(days=730),
        "until_date": today - timedelta(days=1),
        "topics": ["policy", "execution", "casework", "cooperation", "finance"],
        "region": "kanariestreek",
        "due_on": today + timedelta(days=30),
    }
    with scope(town.woerden.id):
        made = actions.start(told, **_given(town, "evaluation"))
        return kept.one(Evaluation, made.id)
