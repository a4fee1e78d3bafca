"""What must come first before some partners and tables, which tables there are, and who sits there."""

from collections.abc import Iterator, Sequence

from baken.core.derive.compiled import HoldRule, Match
from baken.core.policy.conditions import Condition
from baken.core.prove.comparing_parts import Part, Seen, Side, match_words, named, plain
from baken.core.prove.comparing_words import listed
from baken.core.prove.comparing_worlds import Space, World
from baken.core.vocabulary.text import Text


def parts(old: Side, new: Side) -> Iterator[Part]:
    """Yield everything about holds and tables in which the policies can differ."""
    yield from _holds(old, new)
    for table in dict.fromkeys(table.id for side in (old, new) for table in side.route.tables):
        yield from _table(table)


def _standing(side: Side, target: str, world: World) -> frozenset[tuple[Match, bool]]:
    return frozenset(
        (rule.until, rule.override is not None and rule.override.test(world) is True)
        for rule in side.route.holds
        if target in rule.targets and rule.when.test(world) is not False
    )


def _holds(old: Side, new: Side) -> Iterator[Part]:
    """Yield one part for all targets before which the same stands on both sides."""
    rules: list[HoldRule] = [*old.route.holds, *new.route.holds]
    conditions: list[Condition] = []
    for rule in rules:
        conditions.extend(when.condition for when in (rule.when, rule.override) if when is not None)
    space = Space(conditions)
    worlds = [space.world(point) for point in space.points()]
    alike: dict[tuple[object, ...], list[str]] = {}
    known = dict.fromkeys(
        [partner.id for side in (old, new) for partner in side.bundle.partner_list]
        + [table.id for side in (old, new) for table in side.route.tables]
    )
    for target in known:
        if any(target in rule.targets for rule in rules):
            seen = tuple((_standing(old, target, world), _standing(new, target, world)) for world in worlds)
            alike.setdefault(seen, []).append(target)
    for targets in alike.values():
        yield _hold(tuple(targets), conditions)


def _hold(targets: Sequence[str], conditions: list[Condition]) -> Part:
    target = targets[0]

    def source(side: Side, world: World) -> Text | None:
        standing = [
            rule.says_who
            for rule in side.route.holds
            if target in rule.targets and rule.when.test(world) is not False
        ]
        return standing[0] if standing else None

    def tell(opening: Text, one: Side, before: Seen, other: Side, after: Seen) -> Text:
        first, second = frozenset(_pairs(before)), frozenset(_pairs(after))
        if _weight(second) < _weight(first):
            one, first, other, second = other, second, one, first
        names = listed([named(target, one, other) for target in targets])
        firm = [match for match, passes in first if not passes]
        lax = [match for match, passes in first if passes]
        what = (
            Text("wacht {a} met {p} tot {what}", "{a} waits with {p} until {what}")
            if firm
            else Text(
                "gaat {a} alleen met een vastgelegde reden naar {p} voordat {what}",
                "{a} goes to {p} only with a recorded reason before {what}",
            )
        )
        words = [match_words(match, one, other) for match in sorted(firm or lax, key=str)]
        done = Text(" en ".join(word.nl for word in words), " and ".join(word.en for word in words))
        return Text("{opening} {first}; {second}.", "{opening} {first}; {second}.").format(
            opening=opening,
            first=what.format(a=one.label, p=names, what=done),
            second=_other_hold(other, second, first),
        )

    return Part(
        key="holds." + "+".join(targets),
        group="first",
        see=lambda side, world: _standing(side, target, world),
        source=source,
        tell=tell,
        conditions=tuple(conditions),
    )


def _pairs(seen: Seen) -> list[tuple[Match, bool]]:
    return [one for one in seen if isinstance(one, tuple)] if isinstance(seen, frozenset) else []


def _weight(standing: frozenset[tuple[Match, bool]]) -> int:
    return 2 if not standing else int(all(passes for _, passes in standing))


def _other_hold(
    side: Side, standing: frozenset[tuple[Match, bool]], first: frozenset[tuple[Match, bool]]
) -> Text:
    if not standing:
        return Text("{b} wacht daar niet op", "{b} does not wait for that").format(b=side.label)
    events = [match_words(match, side) for match, _ in sorted(standing, key=str)]
    words = Text(" en ".join(one.nl for one in events), " and ".join(one.en for one in events))
    if {match for match, _ in standing} == {match for match, _ in first}:
        return Text(
            "in {b} mag het eerder, met een vastgelegde reden",
            "in {b} it may come earlier, with a recorded reason",
        ).format(b=side.label)
    return Text("{b} wacht tot {what}", "{b} waits until {what}").format(b=side.label, what=words)


def _table(table: str) -> Iterator[Part]:
    def source(side: Side, world: World) -> Text | None:
        return next((one.says_who for one in side.route.tables if one.id == table), None)

    def attended(side: Side, world: World) -> Seen:
        return next((frozenset(one.attended_by) for one in side.route.tables if one.id == table), None)

    def exists(opening: Text, one: Side, before: Seen, other: Side, after: Seen) -> Text:
        if not before:
            one, other = other, one
        return Text(
            "Het overleg “{t}” is er in {a}; in {b} niet.", "The table “{t}” exists in {a}; not in {b}."
        ).format(a=one.label, t=plain(one.bundle.tables[table].name), b=other.label)

    def sits(opening: Text, one: Side, before: Seen, other: Side, after: Seen) -> Text:
        first = frozenset(before) if isinstance(before, frozenset) else frozenset()
        second = frozenset(after) if isinstance(after, frozenset) else frozenset()
        if not first - second:
            one, first, other, second = other, second, one, first
        only = listed([named(str(partner), one, other) for partner in sorted(first - second, key=str)])
        more = sorted(second - first, key=str)
        tail = Text("in {b} niet", "not in {b}").format(b=other.label)
        if more:
            others = listed([named(str(partner), other, one) for partner in more])
            tail = Text("in {b} wel {x}", "in {b} {x}").format(b=other.label, x=others)
        return Text(
            "Aan “{t}” zit in {a} ook {only}; {tail}.", "At “{t}” sits in {a} also {only}; {tail}."
        ).format(t=plain(one.bundle.tables[table].name), a=one.label, only=only, tail=tail)

    yield Part(
        key=f"tables.{table}",
        group="tables",
        see=lambda side, world: any(one.id == table for one in side.route.tables),
        source=source,
        tell=exists,
    )
    yield Part(
        key=f"tables.{table}.with",
        group="tables",
        see=attended,
        source=source,
        tell=sits,
        matters=lambda before, after, world: before is not None and after is not None,
    )
