"""The route on the sheet: its steps, what comes first, who must be told, and where a signal can be discussed."""

from collections.abc import Iterator

from baken.core.policy import said
from baken.core.policy.bundle import Bundle
from baken.core.policy.conditions import ALWAYS
from baken.core.policy.models import Hold, ReferralRule, Step, TablesWith
from baken.core.vocabulary.actors import ACTORS
from baken.policy.sheet import words
from baken.policy.sheet.parts import Book, Point, Section, lines, names, reach
from baken.web import sources

OWN = ("reporter", "team_coordinator")


def own_steps(bundle: Bundle) -> Section:
    """What a colleague with a signal does, and the team coordinator."""
    own = [step for step in _steps(bundle) if step.actor in OWN]
    return Section(words.YOURS, lists=((None, tuple(_step(bundle, step) for step in own)),))


def afterwards(bundle: Bundle) -> Section:
    """What happens after that, in short."""
    theirs = [step for step in _steps(bundle) if step.actor not in OWN]
    return Section(
        words.AFTERWARDS,
        lists=((None, tuple(Point(bundle.texts[step.text]) for step in theirs)),),
        numbered=True,
    )


def route(bundle: Bundle) -> Section:
    """Every step with who, when, how soon and who says so."""
    points = tuple(_step(bundle, step) for step in _steps(bundle))
    return Section(words.ROUTE, words.ROUTE_LEAD, lists=((None, points),), numbered=True)


def _step(bundle: Bundle, step: Step) -> Point:
    details = [(words.WHO, ACTORS[step.actor])]
    if step.when != ALWAYS:
        details.append((words.WHEN, said.when(step.when)))
    if step.within:
        details.append((words.TERM, said.term(step.within)))
    if step.strength == "optional":
        details.append((words.HOW, words.OPTIONAL))
    return Point(bundle.texts[step.text], (*details, (words.SOURCE, sources.of(bundle, step))))


def advice(bundle: Bundle) -> Section:
    """What to mind in some signals."""
    points = tuple(
        Point(bundle.texts[one.text], ((words.WHEN, said.when(one.when)),)) for one in bundle.advice
    )
    return Section(words.ADVICE, lists=((None, points),))


def holds(bundle: Bundle) -> Section:
    """What must have happened before a partner or table is brought in."""
    return Section(words.HOLDS, lists=((None, tuple(_hold(bundle, hold) for hold in bundle.holds)),))


def _hold(bundle: Bundle, hold: Hold) -> Point:
    first = said.happened(hold.until, bundle)
    details = [(words.FIRST, first), (words.BEFORE, names(bundle, _held(bundle, hold)))]
    if hold.override:
        when = said.when(hold.override.when)
        details.append((words.UNLESS, words.WITH_REASON.format(when=when)))
    details.append((words.SOURCE, sources.of(bundle, hold)))
    return Point(bundle.texts[hold.text] if hold.text else first, tuple(details))


def _held(bundle: Bundle, hold: Hold) -> Iterator[str]:
    yield from (partner for partner in hold.before.partners if partner in bundle.partners)
    tables = hold.before.tables
    if isinstance(tables, TablesWith):
        yield from (table.id for table in bundle.table_list if table.exists and tables.with_ in table.with_)
    else:
        yield from tables


def must_know(bundle: Bundle, book: Book) -> Section:
    """Who must or may be told, with how to reach them; what must be told first."""
    rules = [rule for rule in bundle.referrals if _here(bundle, rule)]
    rules.sort(key=lambda rule: rule.strength != "required")
    return Section(
        words.MUST_KNOW,
        words.MUST_KNOW_LEAD,
        headers=(words.PARTNER, words.WHEN, words.HOW, words.REACH),
        widths=(4, 5, 3, 4),
        rows=tuple(
            (
                bundle.name_of(rule.to),
                said.when(rule.when),
                lines(
                    part
                    for part in (
                        words.REQUIRED if rule.strength == "required" else words.SUGGESTED,
                        words.NAMELESS if rule.nameless else None,
                        said.term(rule.within) if rule.within else None,
                    )
                    if part
                ),
                reach(bundle.partners[rule.to], book) if rule.to in bundle.partners else words.NOWHERE,
            )
            for rule in rules
        ),
    )


def partners(bundle: Bundle) -> Iterator[str]:
    """Yield the partners that the route names: who is told, who waits behind a hold, who sits at a table."""
    yield from (rule.to for rule in bundle.referrals if _here(bundle, rule))
    yield from (match.partner for one in bundle.advice for match in one.done_by if match.partner)
    yield from (target for hold in bundle.holds for target in _held(bundle, hold))
    yield from (partner for table in bundle.table_list if table.exists for partner in table.with_)
    yield from (one.id for one in bundle.destinations)


def other_problem(bundle: Bundle) -> Section:
    """Where a signal goes that is something else."""
    points = tuple(Point(bundle.name_of(one.id), ((words.DOES, one.words),)) for one in bundle.destinations)
    return Section(words.OTHER_PROBLEM, lists=((None, points),))


def tables(bundle: Bundle) -> Section:
    """Where a signal can be discussed, and who sit there."""
    points = tuple(
        Point(table.name, ((words.SIT_THERE, table.words or names(bundle, table.with_)),))
        for table in bundle.table_list
        if table.exists
    )
    return Section(words.TABLES, lists=((None, points),))


def _steps(bundle: Bundle) -> list[Step]:
    return [step for step in bundle.steps if _here(bundle, step)]


def _here(bundle: Bundle, rule: Step | ReferralRule) -> bool:
    """Return whether a rule counts with the tables that this municipality has."""
    have = {table.id for table in bundle.table_list if table.exists}
    return (rule.with_table is None or rule.with_table in have) and rule.without_table not in have
