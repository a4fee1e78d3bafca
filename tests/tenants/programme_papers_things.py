"""The papers and the budget of Woerden."""

from datetime import timedelta
from uuid import uuid4

from baken.core.vocabulary.moments import civil_date
from baken.tenancy.scope import scope
from tests.tenants.programme_level_things import a_programme_in_use
from tests.tenants.things import a_policy
from tests.tenants.town import Town

FIELD = "housing"
PAPER = {
    "title": "Kanariestuk",
    "domain": FIELD,
    "owner": "kanarie-team",
    "from_date": None,
    "until_date": None,
    "adapted_on": None,
    "updating": False,
    "barriers": ["housing"],
    "regional": False,
    "where": "kanarie-zaak",
}
LINE = {
    "name": "Kanarieregel",
    "kind": "use",
    "who": "kanarie-team",
    "planned": 1000,
    "spent": 1250,
    "regional": False,
    "note": "kanarie-toelichting",
}


def a_shelf(town: Town) -> dict[str, object]:
    """A policy with fields, and a paper that is about to end."""
    a_paper(town)
    return {}


def a_field(town: Town) -> dict[str, object]:
    """The field of that paper, noted as missing, in an organisation with a programme."""
    from baken.programme.papers import actions

    a_paper(town)
    told = {"verdict": "missing", "on": civil_date(town.now), "by": "kanarie-team", "note": "kanarie-notitie"}
    with scope(town.woerden.id):
        if actions.noted(FIELD) is None:
            given = {"actor": town.actor("adviser"), "now": town.now, "command_id": uuid4()}
            actions.note(FIELD, told, 0, **given)
    return {"slug": FIELD}


def a_paper(town: Town) -> dict[str, object]:
    """A paper that ends within half a year, in an organisation with a policy and a programme."""
    from baken.programme.papers import actions

    a_policy(town)
    a_programme_in_use(town)
    until = civil_date(town.now) + timedelta(days=60)
    with scope(town.woerden.id):
        given = {"actor": town.actor("adviser"), "now": town.now, "command_id": uuid4()}
        made = actions.add_paper({**PAPER, "until_date": until}, **given)
    return {"paper": made.id}


def a_budget(town: Town) -> dict[str, object]:
    """A line of this year of which too much was spent."""
    a_line(town)
    return {}


def a_budget_year(town: Town) -> dict[str, object]:
    """This year, of which the policy has lines to take over."""
    a_policy(town)
    return {"year": civil_date(town.now).year}


def a_line(town: Town) -> dict[str, object]:
    """A line of this year."""
    from baken.programme.papers import actions

    with scope(town.woerden.id):
        given = {"actor": town.actor("adviser"), "now": town.now, "command_id": uuid4()}
        made = actions.add_line({**LINE, "year": civil_date(town.now).year}, **given)
    return {"line": made.id}
