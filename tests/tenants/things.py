"""Things in the town that have an address, full of words that only Woerden's own people may see."""

from datetime import date, timedelta
from functools import lru_cache
from uuid import UUID, uuid4

from baken.core.policy.bundle import Bundle
from baken.tenancy.scope import scope
from tests.tenants.town import PASSPHRASE, Town

STORY = "kanarie-verhaal: zestien matrassen boven de zaak"
PERSON = "Kanarie Betrokkene"
REPORTER = "Kanarie Melder"
CONTACT = "06-kanarie"
SENTENCE = "Kanarie-zin in een ontwerp"


def nothing(town: Town) -> dict[str, object]:
    """An address without arguments."""
    return {}


def an_entry(town: Town) -> dict[str, object]:
    """A line in Woerden's read log: its focal point looked at a signal."""
    from baken.ledger.models import ReadEntry
    from baken.ledger.readlog.writing import What, write
    from baken.tenancy.looks import Look, Thing

    with scope(town.woerden.id):
        what, look = What("route:signal", "GET", "view", "shown", 200), Look(town.now, action="signal.read")
        write(look, what, [Thing("signal", uuid4())], town.actor("focal_point"), at=town.now)
        return {"number": ReadEntry.objects.order_by("-number")[0].number}


def a_form(town: Town) -> dict[str, object]:
    """Woerden's form for reporting, open because a policy is in use."""
    adopt(town)
    return {"slug": "woerden"}


def a_member(town: Town) -> dict[str, object]:
    """Somebody who works in Woerden."""
    return {"membership": town.members["coordinator"].id}


def a_card(town: Town) -> dict[str, object]:
    """Woerden's signal card for one kind of work."""
    return {**a_form(town), "work": "balie"}


def a_policy(town: Town) -> dict[str, object]:
    """A policy in use in Woerden."""
    adopt(town)
    return {}


def a_policy_part(town: Town) -> dict[str, object]:
    """One page of the policy in use in Woerden."""
    return {**a_policy(town), "part": "route"}


def a_proposal(town: Town) -> dict[str, object]:
    """A policy that Woerden's adviser proposed; its page has no arguments."""
    from baken.policy.adopting.actions import propose

    draft = a_draft(town)["draft"]
    day = town.today + timedelta(days=30)
    with scope(town.woerden.id):
        propose(
            draft=UUID(str(draft)),
            looked_at=2,
            from_date=day,
            decision="collegebesluit 2026-114",
            decided_on=town.today - timedelta(days=3),
            actor=town.actor("adviser"),
            now=town.now,
            command_id=uuid4(),
        )
    return {}


def a_provider(town: Town) -> dict[str, object]:
    """The place of Woerden's identity provider; none is set up."""
    return {"slug": "woerden"}


def a_contact(town: Town) -> dict[str, object]:
    """Somebody whom Woerden calls at a partner; only Woerden's own people may know."""
    from baken.policy.sheet import contacts

    adopt(town)
    told = {"partner": "riec", "name": "Kanarie Contact", "task": "", "phone": "", "email": "k@riec.example"}
    town.secrets.append(told["name"])
    with scope(town.woerden.id):
        id_ = uuid4()
        contacts.add(told, id_=id_, actor=town.actor("focal_point"), now=town.now)
    return {"contact": id_}


def a_post(town: Town) -> dict[str, object]:
    """The post of Woerden's focal point."""
    return {"post": town.posts["woerden"].id}


def a_delegation(town: Town) -> dict[str, object]:
    """The delegation of Woerden's deputy."""
    from baken.tenancy.models import Delegation

    with scope(town.woerden.id):
        return {"delegation": Delegation.objects.get(membership_id=town.members["deputy"].id).id}


def a_share(town: Town) -> dict[str, object]:
    """The share of Woerden's deputy in the key of the post."""
    from baken.tenancy.models import PostKey

    with scope(town.woerden.id):
        return {"share": PostKey.objects.get(membership_id=town.members["deputy"].id).id}


def a_request(town: Town) -> dict[str, object]:
    """Woerden's focal point asks for the key of the post, of which two hold shares."""
    from baken.posts import recovery
    from baken.tenancy import actions, recovering

    secret, post = town.open_vault("focal_point"), town.posts["woerden"]
    with scope(town.woerden.id):
        people = [town.members["recovery"].id]
        other = actions.add_person(email="tweede@herstel.example", name="Persoon tweede bewaarder")
        people.append(actions.add_member(person=other, roles=["recovery_holder"], now=town.now).id)
        for one in people:
            actions.set_vault_passphrase(membership_id=one, passphrase=PASSPHRASE, now=town.now)
        recovering.share_out(post, secret.posts[post.id, post.key_number], people, now=town.now)
        asked = {"why": "passphrase", "reason": "Kanarie-toelichting bij herstel"}
        actor = town.actor("focal_point")
        town.secrets.append(asked["reason"])
        id_ = recovery.ask(post=post, key_number=post.key_number, **asked, actor=actor, now=town.now)
    return {"id_": id_}


def a_report(town: Town) -> dict[str, object]:
    """A signal in Woerden that nobody took in hand yet, with the words in `town.secrets`."""
    return {"signal": reported(town)}


def a_signal(town: Town) -> dict[str, object]:
    """A signal in Woerden, reported under a name and received, so that everything can be decided about it."""
    return {"signal": received(town)}


def a_tabled_signal(town: Town) -> dict[str, object]:
    """A signal in Woerden that lies on the local table."""
    from baken.enrich.actions import consider_trusted_person
    from baken.tables.actions import put_on_table

    signal, actor = received(town), town.actor("focal_point")
    with scope(town.woerden.id):
        consider_trusted_person(
            signal=signal, outcome="possible", reason="x", actor=actor, now=town.now, command_id=uuid4()
        )
        put_on_table(
            signal=signal,
            table="local_undermining_meeting",
            actor=actor,
            now=town.now,
            command_id=uuid4(),
        )
    return {"signal": signal}


def a_fact(town: Town) -> dict[str, object]:
    """One fact of a signal in Woerden."""
    from baken.route.facts import QUESTIONS

    return {**a_signal(town), "slug": next(iter(QUESTIONS))}


def a_partner(town: Town) -> dict[str, object]:
    """A signal in Woerden and a partner to hand it over to."""
    return {"signal": received(town), "partner": "labour_authority"}


def a_referral(town: Town) -> dict[str, object]:
    """A hand-over of a signal in Woerden, as a document."""
    signal = received(town)
    return {"signal": signal, "referral": UUID(handed_over(town, signal, "labour_authority"))}


def a_notification(town: Town) -> dict[str, object]:
    """What the care organisation received from Woerden."""
    from baken.ledger.models import NotificationRow

    referral = handed_over(town, received(town), "care_coordinator")
    with scope(town.care.id):
        return {"notification": NotificationRow.objects.get(referral=UUID(referral)).stream_id}


def a_draft(town: Town) -> dict[str, object]:
    """A draft of Woerden's policy, with words in it that nobody else may read yet."""
    return {"draft": drafted(town)}


def a_draft_file(town: Town) -> dict[str, object]:
    """One file of a draft."""
    return {"draft": drafted(town), "name": "texts.yaml"}


def a_draft_section(town: Town) -> dict[str, object]:
    """A list of a draft."""
    return {"draft": drafted(town), "section": "steps"}


def a_draft_element(town: Town) -> dict[str, object]:
    """An element of a draft that is Woerden's own."""
    return {"draft": drafted(town), "section": "steps", "element": "consider_trusted_person"}


def a_draft_change(town: Town) -> dict[str, object]:
    """One change of a draft."""
    return {"draft": drafted(town), "number": 2}


def drafted(town: Town) -> UUID:
    """Draft a policy in Woerden, and change a sentence in it."""
    from baken.policy.drafting import actions, queries

    actor = town.actor("adviser")
    with scope(town.woerden.id):
        base = queries.base()
        draft = actions.start(
            policy_id=base.policy_id,
            valid_from=town.today + timedelta(days=30),
            files=base.files,
            cases=base.cases,
            about=base.version,
            actor=actor,
            now=town.now,
        )
        town.secrets += [SENTENCE]
        text = base.files["texts.yaml"].replace("Onderzoek of", f"{SENTENCE}: onderzoek of")
        actions.change(
            draft=draft, looked_at=1, changed={"texts.yaml": text}, kind="edited", actor=actor, now=town.now
        )
    return draft


def received(town: Town) -> UUID:
    """A signal that Woerden's focal point took in hand."""
    from baken.route.actions import receive

    signal = reported(town)
    with scope(town.woerden.id):
        receive(signal=signal, actor=town.actor("focal_point"), now=town.now, command_id=uuid4())
    return signal


def handed_over(town: Town, signal: UUID, partner: str) -> str:
    """Hand a signal's account and people over to a partner, and return the referral."""
    from baken.ledger import signals
    from baken.refer.actions import HandOver, hand_over

    with scope(town.woerden.id):
        bundle = signals.read(signal, now=town.now).bundle
        choice = HandOver(
            partner=partner,
            named=True,
            ground=bundle.partner_grounds(partner)[0].id,
            purpose=bundle.partner_purposes(partner)[0].id,
            pieces=("account", "persons"),
            rewritten={},
        )
        actor = town.actor("focal_point")
        return hand_over(signal=signal, choice=choice, actor=actor, now=town.now, command_id=uuid4())


def adopt(town: Town, slug: str = "woerden", policy: str = "") -> None:
    """Put the organisation's own policy into use."""
    from baken.ledger import policies

    with scope(town.organisations[slug].id):
        policies.adopt(
            _bundle(policy or slug, town.today),
            from_date=town.today - timedelta(days=60),
            decision="besluit van het college",
            now=town.now - timedelta(days=60),
            actor=None,
            command=uuid4(),
        )


def reported(town: Town) -> UUID:
    """Report a signal in Woerden, with a name in its envelope."""
    from baken.intake.actions import report
    from baken.intake.content import Envelope, PersonTold, Report

    adopt(town)
    town.secrets += [STORY, PERSON]
    town.sealed += [REPORTER, CONTACT]
    done = report(
        organisation=town.woerden,
        form_token=str(uuid4()),
        content=Report(happened=STORY, persons=(PersonTold(name=PERSON, capacity="presumed_victim"),)),
        claims={"exploitation": ("labour",)},
        envelope=Envelope(name=REPORTER, contact=CONTACT),
        reporter="staff",
        question=False,
        about="other",
        channel="web",
        coordinator_consulted=False,
        actor=None,
        now=town.now - timedelta(days=2),
    )
    return done.signal


@lru_cache
def _bundle(slug: str, on: date) -> Bundle:
    from baken.core.policy.resolve import resolve
    from baken.project.policies import library

    return resolve(library(), slug, on)


def a_destruction_list(town: Town) -> dict[str, object]:
    """A list in Woerden that waits for approval; what stood on it is gone already."""
    from baken.core.events.destruction import DestructionListed
    from baken.ledger import matters

    adopt(town)
    at = town.now.isoformat()
    listed = DestructionListed("2026-11", {str(uuid4()): ("signal", "unfounded", at, at)})
    with scope(town.woerden.id):
        made = matters.begin(
            "destruction",
            lambda refs: [listed],
            words={},
            actor=town.actor("archivist"),
            now=town.now,
            command_id=uuid4(),
        )
    return {"list_id": made}


def a_destruction_done(town: Town) -> dict[str, object]:
    """A list in Woerden that was carried out."""
    from baken.core.events.destruction import DestructionApproved, DestructionCarriedOut
    from baken.ledger import matters

    found = a_destruction_list(town)
    events = [DestructionApproved(True, {}, {}), DestructionCarriedOut({"unfounded": ("1",)}, {}, {})]
    with scope(town.woerden.id):
        matters.carry_out(
            "destruction",
            UUID(str(found["list_id"])),
            lambda stream, refs: events,
            actor=town.actor("archivist"),
            now=town.now,
            command_id=uuid4(),
        )
    return found


def a_held_signal(town: Town) -> dict[str, object]:
    """A signal in Woerden whose destruction is held off."""
    from baken.core.derive.retention import holds_of
    from baken.ledger import store
    from baken.trust.retention.actions import hold_off

    signal = received(town)
    with scope(town.woerden.id):
        hold_off(
            signal,
            until=town.today + timedelta(days=30),
            reason="een rechtszaak",
            actor=town.actor("focal_point"),
            now=town.now,
            command_id=uuid4(),
        )
        (hold,) = holds_of(one.event for one in store.load(signal).events)
    return {"signal": signal, "hold": UUID(hold)}


def a_paper(town: Town) -> dict[str, object]:
    """A kind of paper that every organisation needs (V28)."""
    return {**a_policy(town), "kind": "dpia"}


def an_arrangement(town: Town) -> dict[str, object]:
    """An arrangement with a partner that the policy in use names nowhere as joint controller."""
    return {**a_policy(town), "kind": "joint", "partner": "riec"}
