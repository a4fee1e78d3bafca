"""A policy's route as a drawing without a shape: `draw(bundle)`, and `draw(bundle, route)` with one signal in it."""

from datetime import date, datetime

from baken.core.derive.answers import Route
from baken.core.derive.compiled import RoutePolicy, StepRule, compile_route
from baken.core.draw import flows, locks, receivers, sources
from baken.core.draw.model import Drawing, Edge, Lane, Node
from baken.core.draw.positions import positioned
from baken.core.draw.saying import HAPPENED, phrase, term
from baken.core.policy.bundle import Bundle
from baken.core.vocabulary.actors import ACTORS
from baken.core.vocabulary.text import Text

TITLE = Text("Route van {name}", "Route of {name}")
START = Text("Iemand meldt een signaal", "Somebody reports a signal")
ANSWERED = Text("De melder krijgt antwoord", "The reporter gets an answer")
_AT_WILL = Text("mag, hoeft niet", "may be done, need not")
_LANES = {
    "reporter": Text("Melder", "Reporter"),
    "table": Text("Overleg", "Tables"),
    "partner": Text("Partners", "Partners"),
    "elsewhere": Text("Iets anders dan mensenhandel", "Something else than trafficking"),
}
_WITH_COORDINATOR = Text("Melder en teamcoördinator", "Reporter and team coordinator")
_JOINED = {"team_coordinator": "reporter"}
_LAST = ("table", "partner", "elsewhere")


def draw(
    bundle: Bundle, route: Route | None = None, *, now: datetime | None = None, destination: str | None = None
) -> Drawing:
    """Return the drawing of a policy; with a `route`, also how everything stands for that signal at `now`.

    `destination` is where the signal goes when it was assessed as something else.
    """
    plain = _drawn(bundle)
    return plain if route is None else positioned(plain, route, now, destination)


_MOST = 64
_KEPT: dict[str, Drawing] = {}
"""Drawings by the bundle's hash: equal hash, equal contents, so nothing here can become stale."""


def _drawn(bundle: Bundle) -> Drawing:
    found = _KEPT.get(bundle.id)
    if found is None:
        if len(_KEPT) >= _MOST:
            _KEPT.clear()
        found = _KEPT[bundle.id] = _drawing(bundle)
    return found


def _drawing(bundle: Bundle) -> Drawing:
    policy = compile_route(bundle)
    numbers = {step.id: number for number, step in enumerate(policy.steps, 1)}
    nodes = [Node("start", "start", "reporter", START), *_asking(bundle, policy)]
    nodes += [_step(bundle, policy, step, numbers) for step in policy.steps]
    edges = list(flows.between(policy))
    found, given = receivers.of(bundle, policy, numbers)
    nodes += found
    edges += given
    telling = [step.id for step in policy.steps if any(m.event == "reporter.informed" for m in step.matches)]
    if telling:
        nodes.append(Node("outcome", "outcome", "reporter", ANSWERED))
        edges += [Edge(step, "outcome", "answer") for step in telling]
    return Drawing(
        id=bundle.id,
        title=TITLE.format(name=bundle.name),
        lanes=_lanes(policy, nodes),
        nodes=tuple(nodes),
        edges=tuple(edges),
        since=_since(bundle.valid_from),
        sources=tuple(Text(one.title, one.title) for one in sources.documents_of(bundle)),
    )


def _since(day: date) -> Text:
    return Text(f"geldig vanaf {day.day}-{day.month}-{day.year}", f"valid from {day.isoformat()}")


def _asking(bundle: Bundle, policy: RoutePolicy) -> list[Node]:
    """Return the questions, and the advice that is done by something: the rest is told, not done."""
    found = [
        Node(
            id=one.id,
            kind="advice",
            lane=_lane(one.actor),
            text=one.text,
            conditions=_said(phrase(one.when.condition)),
            source=sources.titled(bundle, one.says_who),
        )
        for one in policy.advice
        if one.done_by
    ]
    found += [
        Node(
            id=one.id,
            kind="question",
            lane=_lane(one.actor),
            text=one.text,
            conditions=_said(phrase(one.when.condition)),
            term=term(one.within),
            source=sources.titled(bundle, one.says_who),
        )
        for one in policy.questions
    ]
    return found


def _step(bundle: Bundle, policy: RoutePolicy, step: StepRule, numbers: dict[str, int]) -> Node:
    said = [] if not step.optional else [_AT_WILL]
    said += flows.outcomes(policy, step)
    if step.once is not None and step.once in HAPPENED:
        said.append(HAPPENED[step.once])
    said += _said(phrase(step.when.condition))
    targets = [match.table or match.partner for match in step.matches]
    return Node(
        id=step.id,
        kind="step",
        lane=_lane(step.actor),
        text=step.text,
        number=numbers[step.id],
        conditions=tuple(said),
        strong=not step.optional,
        term=term(step.within),
        locks=locks.before(policy, [target for target in targets if target], numbers),
        opens=locks.opened_by(policy, step.id, numbers),
        source=sources.titled(bundle, step.says_who),
    )


def _said(words: Text | None) -> tuple[Text, ...]:
    return () if words is None else (words,)


def _lane(actor: str) -> str:
    return _JOINED.get(actor, actor)


def _lanes(policy: RoutePolicy, nodes: list[Node]) -> tuple[Lane, ...]:
    used = {node.lane for node in nodes}
    order = [actor for actor in ACTORS if actor in used and actor not in _LAST]
    names = dict(_LANES)
    for step in policy.steps:
        about = any(match.event == "team_coordinator.consulted" for match in step.matches)
        if about or step.actor == "team_coordinator":
            names["reporter"] = _WITH_COORDINATOR
    return tuple(
        Lane(lane, names.get(lane) or _capital(ACTORS[lane]))
        for lane in [*order, *(lane for lane in _LAST if lane in used)]
    )


def _capital(name: Text) -> Text:
    return Text(name.nl[0].upper() + name.nl[1:], name.en[0].upper() + name.en[1:])
