"""Who must or may be told, what stands before it, and at which tables."""

from dataclasses import dataclass
from datetime import datetime

from baken.core.derive import sentences
from baken.core.derive.answers import CannotTell, HoldState, ReferralState, TableState
from baken.core.derive.compiled import ReferralRule, RoutePolicy
from baken.core.derive.past import Past
from baken.core.vocabulary.facts import missing
from baken.core.vocabulary.moments import add
from baken.core.vocabulary.text import Text


def holds(policy: RoutePolicy, past: Past) -> tuple[HoldState, ...]:
    """Return the holds that stand now. What an unknown fact decides stands, to be on the safe side."""
    standing = []
    for rule in policy.holds:
        if past.all_of((rule.until,)) or rule.when.test(past.facts) is False:
            continue
        may_override = rule.override is not None and rule.override.test(past.facts) is True
        standing.append(HoldState(rule.id, rule.targets, may_override, rule.text, rule.says_who))
    return tuple(standing)


@dataclass(slots=True)
class _Merged:
    rules: list[ReferralRule]
    required: bool
    done: bool


def referrals(
    policy: RoutePolicy, past: Past, standing: tuple[HoldState, ...]
) -> tuple[tuple[ReferralState, ...], tuple[CannotTell, ...]]:
    """Return the partners that a rule names now, one row each, and the rules that cannot be answered."""
    merged: dict[str, _Merged] = {}
    claimed: dict[str, _Merged] = {}
    cannot_tell = []
    for rule in policy.referrals:
        truth = rule.when.test(past.facts)
        if truth is True:
            _merge(merged, rule, rule.required, past)
            continue
        if past.claims is not None and rule.when.test(past.claims) is True:
            _merge(claimed, rule, False, past)
        if truth is None:
            cannot_tell.append(
                CannotTell(rule.id, rule.to, rule.required, missing(rule.when.facts, past.facts))
            )
    destination = policy.destinations.get(past.destination or "")
    if destination is not None and destination.when.test(past.facts) is True:
        _merge(merged, destination, True, past)
    rows = [_row(policy, past, standing, to, one, claimed=False) for to, one in merged.items()]
    rows.extend(
        _row(policy, past, standing, to, one, claimed=True) for to, one in claimed.items() if to not in merged
    )
    return tuple(rows), tuple(cannot_tell)


def _merge(merged: dict[str, _Merged], rule: ReferralRule, required: bool, past: Past) -> None:
    done = rule.to in past.partners or rule.to in past.tables
    if not done and rule.met_also_by:
        done = bool(past.all_of(rule.met_also_by))
    found = merged.get(rule.to)
    if found is None:
        merged[rule.to] = _Merged([rule], required, done)
    elif required and not found.required:
        merged[rule.to] = _Merged([rule, *found.rules], True, done)
    else:
        found.rules.append(rule)
        # Each rule that obliges must be met; one that merely suggests does not undo what was done.
        if required == found.required:
            found.done = found.done and done if required else found.done or done


def _row(
    policy: RoutePolicy, past: Past, standing: tuple[HoldState, ...], to: str, one: _Merged, claimed: bool
) -> ReferralState:
    because: list[Text] = []
    for rule in one.rules:
        because.extend(sentences.because(rule.when, past.facts, past.claims if claimed else None))
        if rule.text is not None and not claimed:
            because.append(rule.text)
    if claimed:
        because.append(sentences.ESTABLISH_FIRST)
    before = () if one.done else _before(standing, to)
    held = _held(before)
    first = one.rules[0]
    since: datetime | None = None
    due_at: datetime | None = None
    nameless = True
    for rule in one.rules:
        if one.required and not rule.required:
            continue
        nameless = nameless and rule.nameless
        if one.required and not one.done:
            start = past.true_since(rule.when)
            since = start if since is None or start < since else since
            if rule.within is not None:
                end = add(start, rule.within)
                due_at = end if due_at is None or end < due_at else due_at
    held_because: tuple[Text, ...] = ()
    if before:
        reasons = tuple(hold.because for hold in before)
        held_because = reasons if held else (*reasons, sentences.PASS_WITH_REASON)
    return ReferralState(
        partner=to,
        name=policy.names[to],
        strength="required" if one.required else "suggested",
        held=held,
        needs_reason=bool(before) and not held,
        done=one.done,
        claimed=claimed,
        nameless=nameless,
        ask_feedback=first.ask_feedback,
        because=tuple(because) if len(one.rules) == 1 else tuple(dict.fromkeys(because)),
        held_because=held_because,
        source=first.says_who,
        since=since,
        due_at=due_at,
    )


def _before(standing: tuple[HoldState, ...], target: str) -> tuple[HoldState, ...]:
    return tuple([hold for hold in standing if target in hold.targets]) if standing else ()


def _held(before: tuple[HoldState, ...]) -> bool:
    return bool(before) and not all([hold.may_override for hold in before])


def tables(policy: RoutePolicy, past: Past, standing: tuple[HoldState, ...]) -> tuple[TableState, ...]:
    """Return every table of this municipality, and whether the signal may go there now."""
    rows = []
    for rule in policy.tables:
        before = _before(standing, rule.id)
        held = _held(before)
        rows.append(
            TableState(
                table=rule.id,
                name=rule.name,
                held=held,
                needs_reason=bool(before) and not held,
                done=rule.id in past.tables,
                held_because=tuple(hold.because for hold in before),
                source=rule.says_who,
            )
        )
    return tuple(rows)
