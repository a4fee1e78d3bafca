"""Where care is an organisation of its own, its FG looks at client files as an FG at signals (V9)."""

from uuid import uuid4

from django.test import Client

from baken.care.common import clients
from baken.core.derive.questions import RULES
from baken.core.events.client import ClientClosed
from baken.ledger.projections import reference
from baken.tenancy import actions
from baken.tenancy.scope import scope
from tests.care.clients.filing import filing
from tests.tenants.town import Town

LOG = "/verantwoording/logboek/"


def test_a_client_file_that_is_opened_without_work_is_asked_about_where_it_is_kept(db: None) -> None:
    """Care is an organisation of its own, with an FG of its own: the same rules look at its files."""
    file = filing()
    town = file.town
    with scope(town.care.id):
        person = actions.add_person(email="fg@zorg.example", name="FG van de zorg")
        town.people["care_fg"] = person
        town.members["care_fg"] = actions.add_member(
            person=person, roles=["data_protection_officer"], now=town.now
        )
    file.get()
    assert asked_of(town, file.client) == [], "a file in which something is to do"
    with scope(town.care.id):
        given = {"actor": town.actor("care"), "now": town.now, "command_id": uuid4()}
        clients.carry_out(
            file.id,
            lambda stream, refs: [ClientClosed("help_ended", refs["w"])],
            words={"w": {"note": "x"}},
            **given,
        )
    file.get()
    [about] = asked_of(town, file.client)
    assert about == f"cliëntdossier {reference(file.id)}"
    found = town.visit(file.client, "care_fg").post(LOG, {"reference": reference(file.id)})
    assert (found.status_code, found["Location"]) == (303, f"{LOG}?over={file.id}")


def asked_of(town: Town, client: Client) -> list[str]:
    """About what the FG of the care organisation is told that it was looked at without work."""
    parts = town.visit(client, "care_fg").get(f"{LOG}vragen/").context["parts"]
    [table] = [table for rule, table in parts if rule is RULES["no_work"]]
    return [str(cell.label) for row in table.rows for cell in row if "over=" in getattr(cell, "href", "")]
