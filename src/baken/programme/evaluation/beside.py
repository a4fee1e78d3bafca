"""What members of a region released of their evaluations, in tables: all of one, and several side by side per topic.

Members stand in the order of their names. Nothing is ranked, and nothing is added up.
"""

from collections.abc import Iterable, Sequence

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from baken.core.policy.programme import TOPICS
from baken.programme.evaluation import topics
from baken.programme.evaluation.releasing import (
    Both,
    ConclusionPart,
    Evaluated,
    FigurePart,
    FindingPart,
    TopicPart,
    text,
    topic_of,
)
from baken.programme.region.kinds import Told
from baken.web.fields import said
from baken.web.parts import Table
from baken.web.templatetags.baken import civil

Given = Sequence[tuple[str, TopicPart]]


def show(data: Evaluated) -> list[Table]:
    """Return all of one release: the period, and what goes of every topic."""
    about = Table(
        _("Waarover"),
        (_("Wat"), _("Welke")),
        [
            (_("Evaluatie"), data.title),
            (
                _("Periode"),
                _("%(first)s tot en met %(last)s") % {"first": civil(data.first), "last": civil(data.last)},
            ),
            (_("Cijfers"), _("stand van %(day)s") % {"day": civil(data.frozen_on)}),
        ],
    )
    return [about, *(table for part in data.topics for table in _alone(part))]


def compare(told: Sequence[Told]) -> list[Table]:
    """Return what several members released, topic by topic."""
    return [table for topic in TOPICS for table in of_topic(told, topic, named=True)]


def of_topic(told: Sequence[Told], topic: str, *, named: bool = False) -> list[Table]:
    """Return what several members released of one topic; `named`: each caption says of which."""
    found = [(one.name, part) for one in told if (part := topic_of(one.data, topic)) is not None]
    begin = f"{capfirst(said(TOPICS[topic]))}: " if named else ""
    return [*_figures(found, begin), *_findings(found, begin), *_conclusions(found, begin)]


def _figures(found: Given, begin: str) -> list[Table]:
    """One table for each part of the programme, a column for each member, the figures in the order of the first."""
    members = [name for name, part in found if part.figures is not None]
    titles = dict.fromkeys(said(text(block.title)) for _n, part in found for block in part.figures or ())
    tables = []
    for title in titles:
        cells: dict[str, dict[str, object]] = {}
        for name, part in found:
            for block in part.figures or ():
                if said(text(block.title)) == title:
                    for one in block.figures:
                        cells.setdefault(said(text(one.name)), {})[name] = _value(one.value)
        rows = [(name, *(by.get(member, "") for member in members)) for name, by in cells.items()]
        tables.append(Table(_caption(begin, title), (_("Wat"), *members), rows))
    return tables


def _findings(found: Given, begin: str) -> list[Table]:
    rows = [(name, *_finding(one)) for name, part in found for one in part.findings or ()]
    headers = (_("Wie"), _("Functie"), _("Vraag"), _("Bevinding"))
    return [Table(_caption(begin, _("Bevindingen")), headers, rows)] if rows else []


def _conclusions(found: Given, begin: str) -> list[Table]:
    rows = [(name, *_conclusion(one)) for name, part in found for one in part.conclusions or ()]
    headers = (_("Wie"), _("Besluit"), _("Wat er verandert"))
    return [Table(_caption(begin, _("Besluiten")), headers, rows)] if rows else []


def _alone(part: TopicPart) -> Iterable[Table]:
    begin = f"{capfirst(said(TOPICS[part.topic]))}: "
    for block in part.figures or ():
        rows = [(text(one.name), _noted(one)) for one in block.figures]
        yield Table(_caption(begin, said(text(block.title))), (_("Wat"), _("Cijfer")), rows)
    if part.findings is not None:
        found = [_finding(one) for one in part.findings] or [(_("geen"), "", "")]
        title = _caption(begin, _("Bevindingen"))
        yield Table(title, (_("Functie"), _("Vraag"), _("Bevinding")), found)
    if part.conclusions is not None:
        decided = [_conclusion(one) for one in part.conclusions] or [(_("geen"), "")]
        yield Table(_caption(begin, _("Besluiten")), (_("Besluit"), _("Wat er verandert")), decided)


def _finding(one: FindingPart) -> tuple[object, ...]:
    question = text(one.question) if one.question else _("los van een vraag")
    return (topics.role_name(one.role), question, one.words)


def _conclusion(one: ConclusionPart) -> tuple[object, ...]:
    outcome: list[object] = [topics.OUTCOME_NAMES[one.outcome]]
    return (one.words, [*outcome, text(one.changes)] if one.changes else topics.OUTCOME_NAMES[one.outcome])


def _value(value: Both | int | None) -> object:
    return text(value) if isinstance(value, Both) else value


def _noted(one: FigurePart) -> object:
    """A figure with how to read it below."""
    return [_value(one.value), text(one.note)] if one.note else _value(one.value)


def _caption(begin: str, title: str) -> str:
    return f"{begin}{title[:1].lower()}{title[1:]}" if begin else title
