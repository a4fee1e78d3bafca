"""What belongs to the programme of Woerden: an edition, its actions, and what was done."""

from datetime import timedelta
from uuid import UUID, uuid5

from baken.core.vocabulary.moments import civil_date
from baken.tenancy.scope import scope
from tests.tenants.things import a_policy
from tests.tenants.town import Town

_ONES = UUID("9c1f6d0a-7a53-4c1e-8d0e-3f5b2a6c7e11")


def a_programme(town: Town) -> dict[str, object]:
    """A programme that runs, with a goal and an action; its theme is its own, so that others run beside it."""
    from baken.programme.plan import actions

    today = civil_date(town.now)
    told = {
        "new_theme": "kanarie",
        "title": "Kanarieprogramma",
        "goal": "kanarie-doel",
        "from_date": today - timedelta(days=200),
        "until_date": today + timedelta(days=300),
    }
    rows = [
        {"label": "1", "title": "Kanariedoel", "owner": "kanarie-team"},
        {"label": "1.1", "title": "Kanarieactie", "owner": "kanarie-team"},
    ]
    with scope(town.woerden.id):
        made = actions.start_edition(told, rows, actor=town.actor("adviser"), now=town.now, command_id=_ONES)
    return {"edition": made.id}


def an_action(town: Town) -> dict[str, object]:
    """An action of that programme."""
    from baken.programme.plan.models import Action

    a_programme(town)
    return {"action": uuid5(uuid5(_ONES, "action 1.1"), Action.__name__)}


def some_progress(town: Town) -> dict[str, object]:
    """What was done about that action."""
    from baken.programme.plan import actions
    from baken.programme.plan.models import Action
    from baken.tenancy import kept

    action = an_action(town)["action"]
    told = {"on": civil_date(town.now), "what": "kanarie-training gegeven", "done": True}
    with scope(town.woerden.id):
        found = kept.kept(Action).get(id=action)
        made = actions.add_progress(found, told, actor=town.actor("adviser"), now=town.now, command_id=_ONES)
    return {"progress": made.id}


def no_programme(town: Town) -> dict[str, object]:
    """A policy in use that lays down a programme, which nobody began yet."""
    from baken.programme.plan import queries
    from baken.tenancy import kept

    a_policy(town)
    with scope(town.woerden.id):
        for one in queries.editions():
            if one.theme == queries.MAIN:
                kept.withdraw(one, actor=town.actor("adviser"), now=town.now)
    return {}
