"""Lets a story happen: a report, and then what was done with it, each through the product's own action."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from baken.core.decide.refusal import Refused
from baken.core.derive.careful import minor
from baken.enrich import actions as enrich
from baken.feedback import actions as feedback
from baken.intake import actions as intake
from baken.ledger import signals
from baken.ledger.models import NotificationRow
from baken.project.demo.cast import CARE, Cast
from baken.project.demo.stories import Story
from baken.refer import actions as refer
from baken.route import actions as route
from baken.tables import actions as tables
from baken.tenancy.actors import Actor
from baken.tenancy.scope import scope

OFFICE_OPENS, STEP_TAKES = 9, timedelta(minutes=11)
Step = Mapping[str, Any]


@dataclass
class Telling:
    """A story on its way: the signal, the moment, and the hand-overs so far by partner."""

    signal: UUID
    at: datetime
    today: datetime
    actor: Actor
    cast: Cast
    count: int = 0
    referrals: dict[str, str] = field(default_factory=dict)

    def common(self) -> dict[str, Any]:
        """Return what every action wants to know, with a command of its own."""
        self.count += 1
        command = uuid5(NAMESPACE_URL, f"{self.signal}/{self.count}")
        return {"signal": self.signal, "actor": self.actor, "now": self.at, "command_id": command}


def tell(story: Story, cast: Cast, today: datetime) -> None:
    """Let one story happen. Raises `RuntimeError`, with the story's first words, when the product refuses a step."""
    organisation = cast.organisations[story.municipality]
    day = today - timedelta(days=story.ago)
    at = min(day.replace(hour=OFFICE_OPENS, minute=5, second=0, microsecond=0), today - timedelta(minutes=25))
    receipt = intake.report(
        organisation=organisation,
        form_token=f"demonstration/{story.municipality}/{story.ago}",
        content=story.content,
        claims=story.claims,
        envelope=story.envelope,
        reporter=story.reporter,
        question=story.question,
        about=story.about,
        channel=intake.WEB,
        coordinator_consulted=story.coordinator,
        actor=None,
        now=at,
    )
    telling = Telling(receipt.signal, at, today, cast.actors[story.municipality], cast)
    with scope(organisation.id):
        for step in story.then:
            telling.at = min(telling.at + timedelta(days=step.get("after", 0)) + STEP_TAKES, today)
            try:
                _DO[step["do"]](telling, step)
            except Refused as refused:
                words = story.content.happened[:60]
                raise RuntimeError(
                    f"the demonstration stops at '{words}', {step['do']}: {refused}"
                ) from refused


def _receive(t: Telling, step: Step) -> None:
    route.receive(**t.common())


def _fact(t: Telling, step: Step) -> None:
    route.establish_fact(fact=step["fact"], value=step["value"], reason=step["because"], **t.common())


def _weigh(t: Telling, step: Step) -> None:
    enrich.weigh(outcome=step["outcome"], reason=step["because"], **t.common())


def _source(t: Telling, step: Step) -> None:
    file = signals.read(t.signal, now=t.at)
    enrich.consult_source(
        source=step["source"],
        outcome=step["outcome"],
        ground=file.bundle.source_grounds(step["source"])[0].id,
        reason=step.get("because", "Nodig om het signaal te wegen."),
        continues_because=step.get("continues", "none"),
        note=step.get("note", ""),
        **t.common(),
    )


def _trusted_person(t: Telling, step: Step) -> None:
    enrich.consider_trusted_person(outcome=step["outcome"], reason=step["because"], **t.common())


def _table(t: Telling, step: Step) -> None:
    tables.put_on_table(table=step["table"], override_reason=step.get("override", ""), **t.common())


def _table_decision(t: Telling, step: Step) -> None:
    tables.record_decision(table=step["table"], decision=step["decision"], **t.common())


def _assess(t: Telling, step: Step) -> None:
    route.assess(
        assessment=step["assessment"],
        reason=step["because"],
        destination=step.get("destination"),
        **t.common(),
    )


def _refer(t: Telling, step: Step) -> None:
    file, partner = signals.read(t.signal, now=t.at), step["partner"]
    bundle = file.bundle
    choice = refer.HandOver(
        partner=partner,
        named=step.get("named") not in (False, "no"),
        ground=bundle.partner_grounds(partner)[0].id,
        purpose=bundle.partner_purposes(partner)[0].id,
        pieces=tuple(step["pieces"]),
        rewritten={},
        explanation=step.get("explanation", ""),
        override_reason=step.get("override", ""),
        minor_reason="Zonder naam kan deze partner het kind niet helpen." if minor(file.state) else "",
    )
    t.referrals[partner] = refer.hand_over(choice=choice, **t.common())


def _sent(t: Telling, step: Step) -> None:
    refer.record_sending(
        referral=t.referrals[step["partner"]],
        channel=step["channel"],
        asked=step.get("asked", True),
        **t.common(),
    )


def _answer(t: Telling, step: Step) -> None:
    refer.record_answer(
        referral=t.referrals[step["partner"]],
        outcome=step["outcome"],
        note=step.get("note", ""),
        **t.common(),
    )


def _answer_in_baken(t: Telling, step: Step) -> None:
    common = t.common()
    with scope(t.cast.organisations[CARE].id):
        row = NotificationRow.objects.get(referral=UUID(t.referrals[step["partner"]]))
        refer.answer_notification(
            notification=row.stream_id,
            outcome=step["outcome"],
            note=step.get("note", ""),
            actor=t.cast.actors[CARE],
            now=t.at,
            command_id=common["command_id"],
        )


def _inform(t: Telling, step: Step) -> None:
    told = [t.referrals[partner] for partner in step.get("tells", ())]
    feedback.inform(category=step["category"], text=step["text"], referrals=told, **t.common())


def _close(t: Telling, step: Step) -> None:
    route.close(outcome=step["outcome"], reason=step["because"], **t.common())


_DO = {
    "receive": _receive,
    "fact": _fact,
    "weigh": _weigh,
    "source": _source,
    "trusted_person": _trusted_person,
    "table": _table,
    "table_decision": _table_decision,
    "assess": _assess,
    "refer": _refer,
    "sent": _sent,
    "answer": _answer,
    "answer_in_baken": _answer_in_baken,
    "inform": _inform,
    "close": _close,
}
