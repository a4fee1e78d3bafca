"""What a form needs before it takes the words that are planted in it: a choice, a number, or what came before it.

`WITHOUT` names the forms that take no word of anybody's, and why; any other form that is refused fails a test.
"""

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID, uuid4

from baken.core.vocabulary.moments import civil_date
from baken.tenancy.scope import scope
from tests.files.made import picture
from tests.programme.plan.exchange.making import HEADINGS, ROW, excel
from tests.tenants.care_things import a_complex_client
from tests.tenants.placing_things import a_transfer
from tests.tenants.rights_things import a_found_record, an_incident
from tests.tenants.things import a_referral
from tests.tenants.town import Town
from tests.tenants.urls_rows import Arguments

# What must be chosen for a form to be accepted, where trying would seldom find it. A name that ends in _ stands for
# every field that begins like that.
CHOOSE: dict[str, dict[str, list[str]]] = {
    "report": {"named": ["yes"]},
    "enter": {"named": ["yes"]},
    "enrich:weigh": {"outcome": ["proceed"]},
    "enrich:consult": {
        "source": ["municipal_records"],
        "ground": ["public_task"],
        "outcome": ["hit"],
        "continues_because": ["none"],
    },
    "files:add": {"kind": ["photo"]},
    "care_exchange:give": {"recipient": ["lawyer"], "groups": ["case"], "form": ["csv"]},
    "care_notices:prepare": {
        "kind": ["shelter"],
        "age_16": ["no"],
        "double": ["not_notified"],
        "alike_": ["other"],
    },
    "care_placing:request": {"kind": ["local"], "named": ["yes"]},
    "trust_incidents:weigh": {"risk": ["risk"], "authority": ["tell"], "people": ["later"]},
    "trust_rights:record": {"verdict": ["person"]},
}
ALWAYS = {"police": ["no"], "secrecy": ["no"]}
# What is no word but a number, or the contents of a file.
GIVEN = {
    "within-amount": "5",
    "time": "20 min",
    "phone": "088-1234567",
    "reached_kanarie": "4",
    "link": "https://voorbeeld.example",
}
FILES = {
    "files:add": ("image/jpeg", ".jpg", picture("JPEG")),
    "care_exchange:look": ("text/csv", ".csv", b"cas_Status\r\nActive\r\n"),
    "policy:draft_import": ("application/zip", ".zip", b"no archive"),
    "programme_plan:bring_in": ("application/octet-stream", ".xlsx", excel(HEADINGS, ROW)),
}
# How long ago something happened, where not five hours.
AGO = {"at": timedelta(hours=1)}
PAST = ("adapted_on", "checked_on", "received_on", "decided_on", "signed_on", "on", "since")
ALL_PAST = ("care_clients:person", "care_residence:note")  # every date there is of something that happened

# Forms that take no word of anybody's: what is typed there is looked for all the same.
WITHOUT = {
    "account:invited": "a code that was handed over",
    "account:login": "only the address of somebody who has an account is let in",
    "account:new_app": "six digits of an app",
    "account:new_passkey": "the name of a device, once the device has answered",
    "answer": "the code on a receipt",
    "card:for_work": "what one looks for on the card, which is kept nowhere",
    "card:whole": "what one looks for on the card, which is kept nowhere",
    "policy:draft_import": "the files of a policy; what stands in them has forms of its own",
    "tenancy:choose": "the code of an organisation",
    "trust_incidents:concerned": "references of signals that exist",
    "trust_log:log": "the reference of something that exists",
}


def a_sent_referral(town: Town) -> Arguments:
    """A hand-over whose document was sent, so that the partner can answer."""
    from baken.refer.actions import record_sending

    found = a_referral(town)
    with scope(town.woerden.id):
        record_sending(
            signal=found["signal"],
            referral=str(found["referral"]),
            channel="by_hand",
            asked=True,
            actor=town.actor("focal_point"),
            now=town.now,
            command_id=uuid4(),
        )
    return found


def an_outdated_referral(town: Town) -> Arguments:
    """A hand-over of a signal that was put right since, and of which the partner does not know yet."""
    from baken.route.actions import correct

    found = a_referral(town)
    with scope(town.woerden.id):
        correct(
            signal=found["signal"],
            content={"happened": "Het waren er twaalf."},
            reason="x",
            actor=town.actor("focal_point"),
            now=town.now,
            command_id=uuid4(),
        )
    return found


def _weighed(town: Town, risk: str, answer: str) -> Arguments:
    from baken.trust.incidents.actions import weigh

    found = an_incident(town)
    with scope(town.woerden.id):
        weigh(
            incident=found["incident"],
            risk=risk,
            authority=answer,
            people=answer,
            reason="x",
            actor=town.actor("privacy"),
            now=town.now,
            command_id=uuid4(),
        )
    return found


def a_leak_without_risk(town: Town) -> Arguments:
    """A data leak with nothing left to do but what was learned."""
    from baken.trust.incidents.actions import concerned, measure

    found = _weighed(town, "unlikely", "not_needed")
    told = {"incident": found["incident"], "actor": town.actor("privacy"), "now": town.now}
    with scope(town.woerden.id):
        measure(note="x", command_id=uuid4(), **told)
        concerned(signals=[], command_id=uuid4(), **told)
    return found


def a_leak_to_tell(town: Town) -> Arguments:
    """A data leak that the authority is to hear of."""
    return {**_weighed(town, "risk", "tell"), "whom": "ap"}


def a_restricted_signal(town: Town) -> Arguments:
    """A signal whose use was restricted because somebody in it asked."""
    from baken.trust.rights.actions import act

    found = a_found_record(town)
    record = UUID(str(found["record"]))
    with scope(town.woerden.id):
        act(
            request=found["request_id"],
            record=record,
            kind="signal",
            done="restricted",
            reason="x",
            actor=town.actor("focal_point"),
            now=town.now,
            command_id=uuid4(),
        )
    return {"signal": record}


def everybody_may_be_told_to_a_lawyer(town: Town) -> Arguments:
    """Every client of the care organisation allows that a lawyer hears something, so that any can be chosen."""
    from baken.care.common import clients
    from baken.core.decide import client as decide
    from baken.core.derive.client import may_go_to

    a_complex_client(town)
    with scope(town.care.id):
        for row in clients.open_clients(town.now):
            if may_go_to(clients.state(clients.read(row.stream_id)), "lawyer"):
                continue
            clients.carry_out(
                row.stream_id,
                lambda stream, refs: decide.give_consent(
                    clients.state(stream),
                    consent=str(uuid4()),
                    recipient="lawyer",
                    bodies=["lawyer"],
                    how="by_guardian",
                    told=refs["words"],
                ),
                words={"words": {"who": "x"}},
                actor=town.actor("care"),
                now=town.now,
                command_id=uuid4(),
            )
    return {}


def a_restricted_client(town: Town) -> Arguments:
    """A client file of which the use was restricted because the person asked."""
    from baken.care.common import clients
    from baken.core.events.rights import ProcessingRestricted

    found = a_complex_client(town)
    with scope(town.care.id):
        clients.carry_out(
            UUID(str(found["client"])),
            lambda stream, refs: [ProcessingRestricted(None, refs["reason"])],
            words={"reason": {"text": "x"}},
            actor=town.actor("care"),
            now=town.now,
            command_id=uuid4(),
        )
    return found


def a_sent_transfer(town: Town) -> Arguments:
    """A transfer whose document left, so that the other coordinator can answer."""
    from baken.care.placing.transferring import sent

    found = a_transfer(town)
    with scope(town.care.id):
        sent(
            UUID(str(found["client"])),
            UUID(str(found["transfer"])),
            channel="secure_mail",
            on=civil_date(town.now),
            actor=town.actor("care"),
            now=town.now,
            command_id=uuid4(),
        )
    return found


# What a form is about, where what stands in the table of addresses is not ready for it.
ABOUT: dict[str, Callable[[Town], Arguments]] = {
    "refer:answer": a_sent_referral,
    "refer:correction": an_outdated_referral,
    "care_clients:take_back": a_complex_client,
    "care_clients:release": a_restricted_client,
    "care_placing:transfer_answer": a_sent_transfer,
    "care_exchange:give": everybody_may_be_told_to_a_lawyer,
    "trust_incidents:close": a_leak_without_risk,
    "trust_incidents:told": a_leak_to_tell,
    "trust_rights:release": a_restricted_signal,
}
