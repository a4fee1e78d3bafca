"""Things in the town that are about the people in a signal: requests, corrections, data leaks."""

from datetime import timedelta
from uuid import UUID, uuid4

from baken.tenancy.scope import scope
from tests.tenants.things import PERSON, STORY, a_notification, a_referral, received
from tests.tenants.town import Town


def a_correction(town: Town) -> dict[str, object]:
    """A hand-over in Woerden of a signal that was put right since, with the letter that says so."""
    from baken.refer.correcting import make
    from baken.route.actions import correct

    found = a_referral(town)
    told = {"signal": found["signal"], "actor": town.actor("focal_point"), "now": town.now}
    with scope(town.woerden.id):
        correct(**told, content={"happened": STORY}, reason="x", command_id=uuid4())
        make(**told, referral=str(found["referral"]), statement=STORY, pieces={}, command_id=uuid4())
    return found


def a_received_correction(town: Town) -> dict[str, object]:
    """A correction that did not arrive at the care organisation: nothing to confirm."""
    return {**a_notification(town), "correction": uuid4()}


def an_incident(town: Town) -> dict[str, object]:
    """A data leak in Woerden."""
    from baken.trust.incidents.actions import report

    with scope(town.woerden.id):
        incident = report(
            what="lost",
            where="own",
            ongoing="no",
            discovered_at=town.now - timedelta(hours=3),
            told="Een tas is kwijt.",
            actor=town.actor("coordinator"),
            now=town.now,
            command_id=uuid4(),
        )
    return {"incident": incident}


def an_incident_told(town: Town) -> dict[str, object]:
    """Telling the authority of a data leak in Woerden."""
    return {**an_incident(town), "whom": "ap"}


def a_leaked_signal(town: Town) -> dict[str, object]:
    """A data leak in Woerden with a signal whose people it concerns."""
    from baken.trust.incidents.actions import concerned

    found = an_incident(town)
    signal = received(town)
    with scope(town.woerden.id):
        concerned(
            incident=UUID(str(found["incident"])),
            signals=[signal],
            actor=town.actor("privacy"),
            now=town.now,
            command_id=uuid4(),
        )
    return found


def a_rights_request(town: Town) -> dict[str, object]:
    """A request of somebody concerned in Woerden, who is in a signal there."""
    from baken.trust.rights.actions import register

    town.secrets += [PERSON]
    with scope(town.woerden.id):
        request = register(
            right="restriction",
            received_on=town.today - timedelta(days=2),
            identity="in_person",
            who={"name": PERSON, "reach": "", "asked": ""},
            actor=town.actor("privacy"),
            now=town.now,
            command_id=uuid4(),
        )
    return {"request_id": request}


def a_worksheet(town: Town) -> dict[str, object]:
    """The same request, after a search that found the signal."""
    from baken.trust.rights.actions import search
    from baken.trust.rights.matching import Wanted

    received(town)
    found = a_rights_request(town)
    with scope(town.woerden.id):
        search(
            request=UUID(str(found["request_id"])),
            wanted=Wanted(names=(PERSON,)),
            actor=town.actor("focal_point"),
            now=town.now,
            command_id=uuid4(),
        )
    return found


def a_found_record(town: Town) -> dict[str, object]:
    """A record of the worksheet that is about the person."""
    from baken.ledger.models import SignalRow
    from baken.trust.rights.actions import weigh

    found = a_worksheet(town)
    with scope(town.woerden.id):
        record = SignalRow.objects.order_by("reported_at")[0].stream_id
        weigh(
            request=UUID(str(found["request_id"])),
            record=record,
            kind="signal",
            verdict="person",
            give=("identity",),
            leave_out=(),
            summary="",
            note="",
            actor=town.actor("focal_point"),
            now=town.now,
            command_id=uuid4(),
        )
    return {**found, "record": record}


def a_letter(town: Town) -> dict[str, object]:
    """A request of which the letter was made."""
    from baken.trust.rights import paper, queries
    from baken.trust.rights.actions import act, letter

    found = a_found_record(town)
    id_, common = UUID(str(found["request_id"])), {"actor": town.actor("focal_point"), "now": town.now}
    with scope(town.woerden.id):
        record = UUID(str(found["record"]))
        act(
            request=id_,
            record=record,
            kind="signal",
            done="refused",
            reason="x",
            command_id=uuid4(),
            **common,
        )
        read = queries.one(id_, town.now)
        content, tells = paper.content(read)
        seen = {"there": queries.still_there(read), "as_read": True}
        letter(request=id_, content=content, tells=tells, command_id=uuid4(), **seen, **common)
    return {"request_id": id_}
