"""The report of an evaluation in words, in the language of the reader: what both the PDF and the Word document hold."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from baken.core.policy.programme import TOPICS
from baken.core.vocabulary.text import Text
from baken.programme.common.frozen import Block
from baken.programme.evaluation import frame, frozen_data, queries, topics
from baken.programme.evaluation.frozen_data import DataSet
from baken.programme.evaluation.models import Conclusion, Evaluation, Finding
from baken.programme.evaluation.queries import Topic
from baken.programme.evaluation.showing import taken_up
from baken.programme.plan.models import Action
from baken.web.fields import figure, said
from baken.web.templatetags.baken import civil

FINANCE = "finance"


@dataclass(frozen=True, slots=True)
class Grid:
    """A table on paper: finished words, and how wide its columns are to each other.

    `quiet`: the heading above says the same as the caption, which only a screen reader is told then.
    """

    caption: str
    headers: Sequence[str]
    rows: Sequence[Sequence[str]]
    widths: Sequence[int]
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with what stands below it."""

    title: str
    lines: Sequence[str] = ()
    tables: Sequence[Grid] = ()
    level: int = 2


@dataclass(frozen=True, slots=True)
class Report:
    """A whole report."""

    title: str
    lead: Sequence[str]
    sections: Sequence[Section] = field(default_factory=list)


def report(of: Evaluation, name: str) -> Report:
    """Return the report: what it is about, each topic, what changes, and the money (FIN-06)."""
    data, every = frozen_data.read(of), queries.by_topic(of)
    decided = [one for topic in every for one in topic.conclusions]
    actions = queries.actions_of(decided)
    there = {one.id for one in every}
    if FINANCE not in there and data and data.of(FINANCE):
        every = [*every, Topic(FINANCE, TOPICS[FINANCE], [], [])]
    sections = [_about(of, data), *(one for topic in every for one in _topic(topic, data, actions))]
    return Report(of.title, _lead(of, name), [*sections, _changes(decided, actions)])


def _lead(of: Evaluation, name: str) -> list[str]:
    lines = [
        _("%(name)s evalueerde de aanpak van mensenhandel over %(first)s tot en met %(last)s.")
        % {"name": name, "first": civil(of.from_date), "last": civil(of.until_date)}
    ]
    if of.closed_on is None:
        lines.append(_("Deze evaluatie is nog niet afgesloten. Er kan nog iets bij komen."))
    return lines


def _about(of: Evaluation, data: DataSet | None) -> Section:
    lines = [
        _("Onderwerpen: %(topics)s.")
        % {"topics": listed([said(TOPICS[topic]) for topic in topics.in_order(of.topics)])}
    ]
    if of.region:
        lines.append(
            _("De resultaten worden besproken in %(region)s.") % {"region": frame.region_name(of.region)}
        )
    if of.closed_on:
        lines.append(_("Afgesloten op %(day)s.") % {"day": civil(of.closed_on)})
    if data is None:
        lines.append(_("De cijfers staan nog niet vast en staan daarom niet in dit verslag."))
    else:
        lines.append(_("De cijfers zijn de stand van %(day)s.") % {"day": civil(data.on)})
        lines.append(_("Kenmerk van de cijfers (SHA-256): %(digest)s") % {"digest": of.digest})
        if not data.unchanged:
            lines.append(_("Let op: deze cijfers zijn niet meer wat er is vastgezet."))
    lines += [said(caveat) for caveat in (data.caveats if data else frozen_data.CAVEATS)]
    return Section(_("Waar deze evaluatie over gaat"), lines)


def _topic(topic: Topic, data: DataSet | None, actions: dict[object, Action]) -> Iterator[Section]:
    yield Section(capfirst(said(topic.name)))
    for one in topic.answered:
        title = said(queries.words(one.question)) if one.question else _("Los van een vraag")
        if one.findings:
            yield Section(title, tables=[_findings(one.findings)], level=3)
        else:
            yield Section(title, [_("Hierover is niets vastgelegd.")], level=3)
    if data and (blocks := data.of(topic.id)):
        title = _("Cijfers, stand van %(day)s") % {"day": civil(data.on)}
        yield Section(title, _notes(blocks), [_figures(block) for block in blocks], level=3)
    if topic.conclusions:
        yield Section(_("Besluiten"), tables=[_conclusions(topic.conclusions, actions)], level=3)


def _findings(found: Iterable[Finding]) -> Grid:
    rows = [
        (
            "\n".join(filter(None, [capfirst(said(topics.role_name(one.role))), one.shared_by])),
            civil(one.on),
            "\n".join([one.words, *_whence(one)]),
        )
        for one in found
    ]
    return Grid(_("Bevindingen"), (_("Functie"), _("Dag"), _("Bevinding")), rows, (4, 3, 8), quiet=True)


def _whence(one: Finding) -> list[str]:
    found = [_("Uit het gesprek in de regio.")] if one.regional else []
    return [*found, taken_up(one.shared_on)] if one.shared_on else found


def _figures(block: Block) -> Grid:
    rows = [(capfirst(said(one.name)), value(one.value)) for one in block.figures]
    return Grid(said(block.title), (_("Wat"), _("Cijfer")), rows, (4, 3))


def _notes(blocks: Iterable[Block]) -> list[str]:
    """Return how figures are read, each with what it is about."""
    notes = [
        f"{capfirst(said(one.name))}: {said(one.note)}"
        for block in blocks
        for one in block.figures
        if one.note
    ]
    return list(dict.fromkeys(notes))


def _conclusions(decided: Iterable[Conclusion], actions: dict[object, Action]) -> Grid:
    rows = [(one.words, changes(one, actions)) for one in decided]
    return Grid(_("Besluiten"), (_("Besluit"), _("Wat er verandert")), rows, (1, 1), quiet=True)


def _changes(decided: Sequence[Conclusion], actions: dict[object, Action]) -> Section:
    made = [actions[one.action_id] for one in decided if one.action_id in actions]
    elements = list(dict.fromkeys(element(one) for one in decided if one.outcome == "policy" and one.called))
    tables = []
    if made:
        headers = (_("Nummer"), _("Actie"), _("Wie"), _("Klaar op"))
        actions_made = [(one.label, one.title, one.owner, ready(one)) for one in made]
        tables.append(Grid(_("Acties in het programma"), headers, actions_made, (2, 5, 4, 3)))
    if elements:
        changing = [(one,) for one in elements]
        tables.append(Grid(_("Beleid dat verandert"), (_("Onderdeel van het beleid"),), changing, (1,)))
    none = [] if tables else [_("Er veranderen geen acties en er verandert niets aan het beleid.")]
    return Section(_("Wat er verandert"), none, tables)


def changes(one: Conclusion, actions: dict[object, Action]) -> str:
    """Return what a conclusion changes, in one line."""
    if one.action_id in actions:
        made = actions[one.action_id]
        return _("Actie %(label)s: %(title)s") % {"label": made.label, "title": made.title}
    if one.outcome == "policy" and one.called:
        return _("Beleid: %(element)s") % {"element": element(one)}
    return capfirst(said(topics.OUTCOME_NAMES[one.outcome]))


def element(one: Conclusion) -> str:
    """Return what of the policy is to change, as it was called."""
    return f"{said(frozen_data.words(one.called['of']))}: {said(frozen_data.words(one.called['name']))}"


def ready(one: Action) -> str:
    """Return by when an action is ready."""
    return civil(one.ready_on) if one.ready_on else _("doorlopend")


def value(found: Text | int | None) -> str:
    """Return a figure as it is printed."""
    if found is None:
        return "–"
    return said(found) if isinstance(found, Text) else figure(found)


def listed(words: Sequence[str]) -> str:
    """Return words in one sentence, with "and" before the last."""
    if len(words) < 2:
        return "".join(words)
    return _("%(first)s en %(last)s") % {"first": ", ".join(words[:-1]), "last": words[-1]}
