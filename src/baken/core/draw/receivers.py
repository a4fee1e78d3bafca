"""Who receives the signal: partners and tables, required or suggested, and where something else goes."""

from baken.core.derive.compiled import ReferralRule, RoutePolicy
from baken.core.draw import flows, locks, sources
from baken.core.draw.model import Edge, Node
from baken.core.draw.saying import phrase, term
from baken.core.policy.bundle import Bundle
from baken.core.vocabulary.text import Text

_MUST = Text("moet {when}", "must {when}")
_MAY = Text("kan {when}", "may {when}")
_MUST_ALWAYS = Text("moet altijd", "must, always")
_MAY_ALWAYS = Text("kan altijd", "may, always")
_OR = Text("of {when}", "or {when}")
_INSTEAD = Text("of in plaats daarvan: {name}", "or instead: {name}")


def of(bundle: Bundle, policy: RoutePolicy, numbers: dict[str, int]) -> tuple[list[Node], list[Edge]]:
    """Return a node for everybody who receives something, and the arrows to them."""
    nodes: list[Node] = []
    edges: list[Edge] = []
    tables = {table.id for table in policy.tables}
    for step in policy.steps:
        for match in step.matches:
            if match.event == "signal.tabled" and match.table in tables:
                name = f"table.{step.id}.{match.table}"
                nodes.append(
                    Node(
                        id=name,
                        kind="table",
                        lane="table",
                        text=policy.names[match.table or ""],
                        strong=not step.optional,
                        source=sources.titled(bundle, step.says_who),
                    )
                )
                edges.append(Edge(step.id, name, "may" if step.optional else "must"))
    giver = _giver(policy)
    held = {target for hold in policy.holds for target in hold.targets}
    merged = _merged(policy)
    # Locked ones stand together: first all that must, then all that may.
    for to, strong in sorted(merged, key=lambda one: (not one[1], one[0] not in held)):
        rules = merged[to, strong]
        name = f"{'must' if strong else 'may'}.{to}"
        nodes.append(
            Node(
                id=name,
                kind="receiver",
                lane="table" if to in bundle.tables else "partner",
                text=policy.names[to],
                conditions=(*_conditions(rules, strong), *_instead(policy, rules)),
                nameless=all(rule.nameless for rule in rules),
                strong=strong,
                assessed=any(flows.late(rule.when) and rule.when.facts == ("assessment",) for rule in rules),
                term=next((term(rule.within) for rule in rules if rule.within is not None), None),
                locks=locks.before(policy, [to], numbers),
                source=sources.titled(bundle, rules[0].says_who),
            )
        )
        edges.append(Edge(giver, name, "must" if strong else "may"))
    assess = next(
        (one.id for one in policy.steps if any(m.event == "signal.assessed" for m in one.matches)), None
    )
    if assess is not None:
        for place in policy.destinations.values():
            name = f"elsewhere.{place.to}"
            nodes.append(
                Node(
                    id=name,
                    kind="elsewhere",
                    lane="elsewhere",
                    text=policy.names.get(place.to, Text(place.to, place.to)),
                    conditions=(place.text,) if place.text else (),
                    source=sources.titled(bundle, place.says_who),
                )
            )
            edges.append(Edge(assess, name, "else"))
    return nodes, edges


def _giver(policy: RoutePolicy) -> str:
    """Return the step that hands over, or else the first step."""
    for step in policy.steps:
        if step.each == "required_referral" or any(m.event == "signal.referred" for m in step.matches):
            return step.id
    return policy.steps[0].id if policy.steps else "start"


def _merged(policy: RoutePolicy) -> dict[tuple[str, bool], list[ReferralRule]]:
    """Return the rules per partner and strength, what must before what may."""
    found: dict[tuple[str, bool], list[ReferralRule]] = {}
    for strong in (True, False):
        for rule in policy.referrals:
            if rule.required is strong:
                found.setdefault((rule.to, strong), []).append(rule)
    return found


def _conditions(rules: list[ReferralRule], strong: bool) -> tuple[Text, ...]:
    said = [phrase(rule.when.condition) for rule in rules]
    if None in said:
        return (_MUST_ALWAYS if strong else _MAY_ALWAYS,)
    first, *others = [words for words in said if words is not None]
    return ((_MUST if strong else _MAY).format(when=first), *(_OR.format(when=one) for one in others))


def _instead(policy: RoutePolicy, rules: list[ReferralRule]) -> list[Text]:
    """Return who else will do: the tables and partners that count as having told this one."""
    names = [match.table or match.partner for rule in rules for match in rule.met_also_by]
    return [_INSTEAD.format(name=policy.names[name]) for name in dict.fromkeys(names) if name in policy.names]
