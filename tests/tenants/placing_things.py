"""Shelter, transfers and notices of clients of the town's care organisation, with words only its own people may see."""

from uuid import UUID, uuid4

from baken.core.decide import client as decide_client
from baken.core.vocabulary.moments import civil_date
from baken.tenancy.scope import scope
from tests.tenants.care_things import WHY, WORKING_NAME, a_complex_client, a_room
from tests.tenants.town import Town

SHELTER, ADDRESS = "Kanarie-opvanghuis", "Kanarie-geheimelaan 12"
BASES = {recipient: str(uuid4()) for recipient in ("comensha", "care_organisation", "shelter")}


def a_placed_client(town: Town) -> dict[str, object]:
    """A client who moved to a secret place, waits for another, and may be told of to anybody."""
    from baken.care.placing import actions

    found = a_complex_client(town)
    client, today = UUID(str(found["client"])), civil_date(town.now)
    town.secrets += [SHELTER, ADDRESS]
    with scope(town.care.id):
        for recipient in BASES:
            _consent(town, client, recipient)
        given = {"actor": town.actor("care"), "now": town.now}
        actions.note_stay(
            client,
            stays="other_region",
            registered="not_registered",
            because="first",
            since=today,
            told={"stays_in": "Utrecht", "registered_in": "", "found_in": "Woerden"},
            command_id=uuid4(),
            **given,
        )
        needs = {"along": "children", "safety": "secret", "children": WHY}
        actions.note_needs(client, told=needs, command_id=uuid4(), **given)
        actions.ask(
            client,
            kind="local",
            named=True,
            not_local="",
            on=today,
            told={"whom": SHELTER, "meanwhile": "nowhere"},
            basis=BASES["shelter"],
            command_id=uuid4(),
            **given,
        )
        actions.move(
            client,
            to="emergency",
            because="safety",
            request="",
            on=today,
            told={"place": SHELTER, "address": ADDRESS, "municipality": "Utrecht"},
            command_id=uuid4(),
            **given,
        )
    return found


def somebody_waiting(town: Town) -> dict[str, object]:
    """Somebody who waits for a place; the list has no arguments."""
    a_placed_client(town)
    return {}


def a_waiting_group(town: Town) -> dict[str, object]:
    """Two people who were found together, of whom one waits for a place."""
    from baken.care.clients.actions import Opening, open_files
    from baken.care.common import clients
    from baken.care.placing import together

    a_room(town)
    names = [f"{WORKING_NAME} een", f"{WORKING_NAME} twee"]
    town.secrets += [*names, WHY, SHELTER]
    given = {"actor": town.actor("care"), "now": town.now}
    opening = Opening(names, "self", "asked_for_help", "unknown", {"because": WHY})
    with scope(town.care.id):
        first, _second = open_files(opening, command_id=uuid4(), **given)
        together.ask(
            [first],
            needs={"along": "together", "safety": "secret"},
            on=civil_date(town.now),
            told={"whom": SHELTER, "meanwhile": "nowhere"},
            command_id=uuid4(),
            **given,
        )
        return {"group": UUID(str(clients.state(clients.read(first)).together))}


def a_shelter_request(town: Town) -> dict[str, object]:
    """A request for a place that waits for its answer."""
    from baken.care.common import clients
    from baken.core.derive import placing

    found = a_placed_client(town)
    with scope(town.care.id):
        state = placing.fold(clients.read(UUID(str(found["client"]))).happened)
    return {**found, "request_id": UUID(next(iter(state.requests)))}


def a_transfer(town: Town) -> dict[str, object]:
    """A transfer to a coordinator outside Baken, whose document waits to be sent."""
    from baken.care.placing.transferring import Transfer, hand_over

    found = a_placed_client(town)
    client = UUID(str(found["client"]))
    choice = Transfer(
        receiver="Zorgcoördinator van een andere regio",
        recipient=None,
        purpose="protect_victims",
        ground="social_support",
        pieces=("contact", "place"),
        explanation=WHY,
        basis=BASES["care_organisation"],
        reason={"reason": WHY},
    )
    with scope(town.care.id):
        made = hand_over(client, choice, actor=town.actor("care"), now=town.now, command_id=uuid4())
    return {**found, "transfer": made}


def a_prepared_notice(town: Town) -> dict[str, object]:
    """A notification to CoMensha that was checked and waits to be sent."""
    from baken.care.common import clients
    from baken.care.notices.actions import prepare
    from baken.care.notices.queries import alike

    found = a_placed_client(town)
    client = UUID(str(found["client"]))
    with scope(town.care.id):
        prepare(
            client,
            kind="registration",
            under_16=False,
            verdicts={str(one.client): "other" for one in alike(clients.read(client))},
            double="not_notified",
            basis=BASES["comensha"],
            fields={"name": WHY, "reporter": WHY},
            actor=town.actor("care"),
            now=town.now,
            command_id=uuid4(),
        )
    return found


def a_client_with_sender(town: Town) -> dict[str, object]:
    """A client whom Woerden notified."""
    from baken.care.clients.actions import Opening, open_files
    from tests.tenants.care_things import WORKING_NAME, a_notice

    notification = UUID(str(a_notice(town)["notification"]))
    town.secrets += [WORKING_NAME]
    opening = Opening(
        [WORKING_NAME], "notification", "asked_for_help", "unknown", {"because": WHY}, notification
    )
    with scope(town.care.id):
        [client] = open_files(opening, actor=town.actor("care"), now=town.now, command_id=uuid4())
    return {"client": client}


def _consent(town: Town, client: UUID, recipient: str) -> None:
    from baken.care.common import clients

    clients.carry_out(
        client,
        lambda stream, refs: decide_client.give_consent(
            clients.state(stream),
            consent=BASES[recipient],
            recipient=recipient,
            bodies=[recipient],
            how="written",
            told=refs["words"],
        ),
        words={"words": {"who": "", "what": WHY}},
        actor=town.actor("care"),
        now=town.now,
        command_id=uuid4(),
    )
