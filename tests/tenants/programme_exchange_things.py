"""What the programme of Woerden needs to go out: an edition with an action."""

from datetime import timedelta
from uuid import UUID

from baken.core.vocabulary.moments import civil_date
from baken.tenancy.scope import scope
from tests.tenants.town import Town

_ONES = UUID("2b9e3f5c-1a6d-4e0b-9c77-0d1f5a1c6e01")


def an_edition(town: Town) -> dict[str, object]:
    """A programme that runs, with one action; its theme is its own, so that others run beside it."""
    from baken.programme.plan import actions

    today = civil_date(town.now)
    edition = {
        "new_theme": "kanarie-uitvoer",
        "title": "Kanarieprogramma",
        "from_date": today - timedelta(days=30),
        "until_date": today + timedelta(days=700),
    }
    action = {"label": "1", "title": "Kanarie trainen", "ready": "ongoing", "owner": "team Kanarie"}
    with scope(town.woerden.id):
        made = actions.start_edition(
            edition, [action], actor=town.actor("adviser"), now=town.now, command_id=_ONES
        )
    return {"edition": made.id}


def a_programme(town: Town) -> dict[str, object]:
    """The same, for pages that are about no edition in particular."""
    an_edition(town)
    return {}
