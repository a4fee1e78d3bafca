"""The answer of `baken route explain` as plain values: a contract that others build on."""

from datetime import datetime
from typing import Any

from baken.core.derive.route import Route, RoutePolicy
from baken.core.policy.bundle import Bundle
from baken.core.vocabulary.moments import AMSTERDAM

Row = dict[str, Any]


def as_data(bundle: Bundle, policy: RoutePolicy, answer: Route, lang: str) -> Row:
    """Return the answer with exactly the keys of the contract, its sentences in `lang`."""
    return {
        "policy": {
            "id": bundle.policy_id,
            "bundle": bundle.id,
            "valid_from": bundle.valid_from.isoformat(),
        },
        "steps": [
            {
                "id": step.id,
                "actor": step.actor,
                "status": step.status,
                "due_at": _moment(step.due_at),
                "because": [step.text.in_(lang), *(reason.in_(lang) for reason in step.because)],
                "source": step.source.in_(lang),
            }
            for step in answer.steps
        ],
        "referrals": [*_referrals(answer, lang), *_tables(policy, answer, lang)],
        "owed": [
            {
                "step": one.step,
                "partner": one.partner,
                "since": _moment(one.since),
                "due_at": _moment(one.due_at),
                "sentence": one.sentence.in_(lang),
            }
            for one in answer.owed
        ],
    }


def _referrals(answer: Route, lang: str) -> list[Row]:
    return [
        {
            "partner": one.partner,
            "strength": one.strength,
            "held": one.held,
            "done": one.done,
            "because": [reason.in_(lang) for reason in (*one.because, *one.held_because)],
            "source": one.source.in_(lang),
        }
        for one in answer.referrals
    ]


def _tables(policy: RoutePolicy, answer: Route, lang: str) -> list[Row]:
    """Return the tables where a step brings the signal: a table is a partner to whoever asks who gets to know."""
    named = {one.partner for one in answer.referrals}
    tables = {one.table: one for one in answer.tables}
    rows = []
    for rule in policy.steps:
        step = answer.step(rule.id)
        if step is None or step.status in ("not_needed", "cannot_tell"):
            continue
        for match in rule.matches:
            if match.event == "signal.tabled" and match.table in tables and match.table not in named:
                table = tables[match.table]
                held = () if table.done else table.held_because
                rows.append(
                    {
                        "partner": table.table,
                        "strength": "suggested" if rule.optional else "required",
                        "held": table.held and not table.done,
                        "done": table.done,
                        "because": [step.text.in_(lang), *(reason.in_(lang) for reason in held)],
                        "source": step.source.in_(lang),
                    }
                )
    return rows


def _moment(moment: datetime | None) -> str | None:
    return moment.astimezone(AMSTERDAM).isoformat(timespec="seconds") if moment is not None else None
