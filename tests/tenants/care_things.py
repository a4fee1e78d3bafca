"""Things of the care organisation in the town, full of words that only its own people may see."""

from datetime import timedelta
from uuid import UUID, uuid4

from baken.tenancy.scope import scope
from tests.tenants.things import a_notification, adopt
from tests.tenants.town import Town

WORKING_NAME, WHY = "Kanarie Werknaam", "kanarie-vermoeden van een client"


def a_room(town: Town) -> dict[str, object]:
    """The care organisation keeps its client files here: its policy says so."""
    from baken.ledger import policies

    with scope(town.care.id):
        known = policies.decided().in_force(town.today)
    if known is None:
        adopt(town, "zorg", "moviera")
    return {}


def a_notice(town: Town) -> dict[str, object]:
    """What the care organisation received, and where it can open files for."""
    a_room(town)
    return a_notification(town)


def a_caseload(town: Town) -> dict[str, object]:
    """The caseload of the care organisation, with one client in it."""
    opened(town)
    return {}


def a_client(town: Town) -> dict[str, object]:
    """A client file of the care organisation."""
    return {"client": opened(town)}


def a_need(town: Town) -> dict[str, object]:
    """A need in a client file, for which nobody agreed to help yet."""
    from baken.care.common import clients
    from baken.core.decide import client as decide

    client, need = opened(town), str(uuid4())
    with scope(town.care.id):
        clients.carry_out(
            client,
            lambda stream, refs: decide.note_need(
                clients.state(stream), need=need, area="medical", areas=["medical"], told=refs["words"]
            ),
            words={"words": {"what": WHY}},
            actor=town.actor("care"),
            now=town.now,
            command_id=uuid4(),
        )
    return {"client": client, "part": UUID(need)}


def a_consent(town: Town) -> dict[str, object]:
    """A consent in a client file, for one recipient."""
    from baken.care.common import clients
    from baken.core.decide import client as decide

    client, consent = opened(town), str(uuid4())
    with scope(town.care.id):
        clients.carry_out(
            client,
            lambda stream, refs: decide.give_consent(
                clients.state(stream),
                consent=consent,
                recipient="lawyer",
                bodies=["lawyer"],
                how="spoken",
                told=refs["words"],
            ),
            words={"words": {"who": "", "what": WHY}},
            actor=town.actor("care"),
            now=town.now,
            command_id=uuid4(),
        )
    return {"client": client, "part": UUID(consent)}


def a_complex_client(town: Town) -> dict[str, object]:
    """A client file that was brought to the process director."""
    from baken.care.common import clients
    from baken.core.decide import client as decide

    client = opened(town)
    with scope(town.care.id):
        clients.carry_out(
            client,
            lambda stream, refs: decide.bring_in(clients.state(stream), refs["words"]),
            words={"words": {"note": WHY}},
            actor=town.actor("care"),
            now=town.now,
            command_id=uuid4(),
        )
    return {"client": client}


def a_held_client(town: Town) -> dict[str, object]:
    """A client file whose destruction is held off."""
    from baken.core.derive.retention import holds_of
    from baken.ledger import store
    from baken.trust.retention.actions import hold_off

    client = opened(town)
    with scope(town.care.id):
        hold_off(
            client,
            until=town.today + timedelta(days=30),
            reason=WHY,
            actor=town.actor("care"),
            now=town.now,
            command_id=uuid4(),
        )
        (hold,) = holds_of(one.event for one in store.load(client).events)
    return {"client": client, "hold": UUID(hold)}


def opened(town: Town) -> UUID:
    """Open a client file in the care organisation."""
    from baken.care.clients.actions import Opening, open_files

    a_room(town)
    town.secrets += [WORKING_NAME, WHY]
    opening = Opening([WORKING_NAME], "self", "asked_for_help", "unknown", {"because": WHY})
    with scope(town.care.id):
        return open_files(opening, actor=town.actor("care"), now=town.now, command_id=uuid4())[0]
