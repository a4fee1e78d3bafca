"""What no single element shows: clashes, circles, what nobody reaches, lifts or answers."""

from collections.abc import Iterator, Mapping
from itertools import combinations

from baken.core.policy.conditions import can_hold
from baken.core.policy.details import ONLY_FOR, misplaced_details
from baken.core.policy.errors import PolicyError
from baken.core.policy.items import Item
from baken.core.policy.models import EventMatch, Hold, Step, TablesWith
from baken.core.policy.parse import PolicyFolder
from baken.core.vocabulary.text import Text

Sections = Mapping[str, list[Item]]


def inconsistencies(folder: PolicyFolder, sections: Sections) -> Iterator[PolicyError]:
    """Yield every way in which the elements contradict each other."""
    yield from _clashes(sections)
    yield from _never(sections)
    yield from misplaced_details(sections)
    yield from _circle_of_steps(sections)
    yield from _holds(sections)
    yield from _whole_route(folder, sections)


def _clashes(sections: Sections) -> Iterator[PolicyError]:
    for one, other in combinations(sections["referrals"], 2):
        a, b = one.element, other.element
        # Rules for having and for lacking the same table never meet.
        apart = (a.with_table and a.with_table == b.without_table) or (
            b.with_table and b.with_table == a.without_table
        )
        if a.to == b.to and a.strength != b.strength and not apart and can_hold(a.when, b.when):
            yield other.wrong(
                ("strength",),
                Text(
                    f"`{b.id}` botst met `{a.id}` ({one.file}:{one.line()}).",
                    f"`{b.id}` clashes with `{a.id}` ({one.file}:{one.line()}).",
                ),
                Text(
                    f"Voor hetzelfde signaal is `{a.to}` dan zowel verplicht als alleen aangeraden.",
                    f"For one signal `{a.to}` would be both required and merely suggested.",
                ),
                _make_them_agree(one, other),
            )


def _make_them_agree(one: Item, other: Item) -> Text:
    do = Text(
        "Maak de sterkte gelijk, of de voorwaarden zo dat ze niet samen kunnen gelden.",
        "Make the strengths equal, or the conditions such that they never hold together.",
    )
    parent = one.file.partition("/")[0]
    if parent == other.file.partition("/")[0]:
        return do
    return Text(
        f"{do.nl} `{one.element.id}` komt van `{parent}`: pas die regel hier aan in plaats van er een bij te "
        "zetten, of laat die hier niet gelden.",
        f"{do.en} `{one.element.id}` comes from `{parent}`: change that rule here instead of adding one, or let it "
        "not count here.",
    )


def _never(sections: Sections) -> Iterator[PolicyError]:
    for section in ("steps", "advice", "questions", "referrals", "holds"):
        for item in sections[section]:
            if not can_hold(item.element.when):
                name = item.element.id
                yield item.wrong(
                    ("when",),
                    Text(f"`{name}` kan nooit aan de beurt komen.", f"`{name}` can never be reached."),
                    Text(
                        "Er is geen signaal waarvoor deze voorwaarde geldt.",
                        "No signal fulfils this condition.",
                    ),
                    Text(
                        "Verander de voorwaarde, of haal het onderdeel weg.",
                        "Change the condition or remove the item.",
                    ),
                )


def _circle_of_steps(sections: Sections) -> Iterator[PolicyError]:
    after = {item.element.id: [one.step for one in item.element.after] for item in sections["steps"]}
    items = {item.element.id: item for item in sections["steps"]}
    for circle in _circles(after):
        names = " -> ".join((*circle, circle[0]))
        yield items[circle[0]].wrong(
            ("after",),
            Text(f"Deze stappen wachten op elkaar: {names}.", f"These steps wait for each other: {names}."),
            Text("Dan komt geen van alle ooit aan de beurt.", "Then none of them is ever reached."),
            Text("Haal één `after` uit de kring weg.", "Remove one `after` of the circle."),
        )


def _circles(edges: Mapping[str, list[str]]) -> Iterator[tuple[str, ...]]:
    """Yield each circle once, from its first member in order."""
    found: set[frozenset[str]] = set()
    for start in edges:
        trail: list[tuple[str, ...]] = [(start,)]
        seen: set[str] = set()
        while trail:
            path = trail.pop()
            for following in edges.get(path[-1], ()):
                if following == start and frozenset(path) not in found:
                    found.add(frozenset(path))
                    yield path
                elif following not in seen and following not in path:
                    seen.add(following)
                    trail.append((*path, following))


def _holds(sections: Sections) -> Iterator[PolicyError]:
    steps: list[Step] = [item.element for item in sections["steps"]]
    waits: dict[str, list[str]] = {}
    for item in sections["holds"]:
        hold: Hold = item.element
        lifting = [step for step in steps if any(_covers(match, hold.until) for match in step.completes)]
        if not lifting and not _referred_by_rule(hold, sections):
            yield item.wrong(
                ("until",),
                Text(f"Niemand kan `{hold.id}` opheffen.", f"Nobody can lift `{hold.id}`."),
                Text(
                    f"Geen enkele stap wordt afgerond met `{hold.until.event}`.",
                    f"No step is completed by `{hold.until.event}`.",
                ),
                Text(
                    "Voeg die stap toe in `steps`, of wijzig `until`.",
                    "Add that step to `steps`, or change `until`.",
                ),
            )
        if not hold.before.partners and not hold.before.tables:
            yield item.wrong(
                ("before",),
                Text(f"`{hold.id}` houdt niets tegen.", f"`{hold.id}` holds nothing."),
                Text(
                    "Er staat geen partner en geen overleg bij `before`.",
                    "`before` names no partner and no table.",
                ),
                Text("Noem ze, of haal het onderdeel weg.", "Name them, or remove the item."),
            )
        waits[hold.id] = [
            other.element.id
            for other in sections["holds"]
            if _stands_before(other.element, hold.until, sections)
        ]
    items = {item.element.id: item for item in sections["holds"]}
    for circle in _circles(waits):
        names = " -> ".join((*circle, circle[0]))
        yield items[circle[0]].wrong(
            ("until",),
            Text(f"Deze regels houden elkaar tegen: {names}.", f"These holds wait for each other: {names}."),
            Text("Dan kan geen van alle ooit worden opgeheven.", "Then none of them can ever be lifted."),
            Text("Haal één `before` uit de kring weg.", "Remove one `before` of the circle."),
        )


def _referred_by_rule(hold: Hold, sections: Sections) -> bool:
    until = hold.until
    return until.event == "signal.referred" and any(
        rule.element.to == until.partner for rule in sections["referrals"]
    )


def _covers(match: EventMatch, wanted: EventMatch) -> bool:
    return match.event == wanted.event and all(
        getattr(wanted, detail) is None or getattr(match, detail) in (None, getattr(wanted, detail))
        for detail in ONLY_FOR
    )


def _stands_before(hold: Hold, event: EventMatch, sections: Sections) -> bool:
    if event.partner is not None and event.partner in hold.before.partners:
        return True
    if event.table is None:
        return False
    tables = hold.before.tables
    if isinstance(tables, TablesWith):
        return any(
            item.element.id == event.table and tables.with_ in item.element.with_
            for item in sections["tables"]
        )
    return event.table in tables


def _whole_route(folder: PolicyFolder, sections: Sections) -> Iterator[PolicyError]:
    handing = [
        item
        for item in sections["steps"]
        if any(match.each == "required_referral" for match in item.element.completes)
    ]
    required = [item for item in sections["referrals"] if item.element.strength == "required"]
    if required and not handing:
        yield required[0].wrong(
            ("strength",),
            Text("Geen enkele stap draagt het signaal over.", "No step hands the signal over."),
            Text(
                "Dan staat nergens wat nog moet worden doorgegeven.",
                "Then nothing shows what must still be passed on.",
            ),
            Text(
                "Voeg een stap toe met `completes: {event: signal.referred, each: required_referral}`.",
                "Add a step with `completes: {event: signal.referred, each: required_referral}`.",
            ),
        )
    for extra in handing[1:]:
        yield extra.wrong(
            ("completes",),
            Text("Er zijn twee stappen die overdragen.", "There are two steps that hand over."),
            Text(f"`{handing[0].element.id}` doet dat al.", f"`{handing[0].element.id}` does so already."),
            Text("Houd er één over.", "Keep one."),
        )
    answering = any(
        match.event == "reporter.informed" for item in sections["steps"] for match in item.element.completes
    )
    if sections["steps"] and not answering and folder.head.element.kind != "national":
        yield PolicyError(
            folder.name,
            0,
            Text("Deze route geeft de melder geen antwoord.", "This route gives the reporter no answer."),
            Text(
                "Iedere melder, ook zonder naam, heeft recht op antwoord.",
                "Every reporter is owed an answer.",
            ),
            Text(
                "Voeg een stap toe die wordt afgerond met `reporter.informed`.",
                "Add a step that is completed by `reporter.informed`.",
            ),
        )
