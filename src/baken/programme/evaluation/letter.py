"""A draft of a letter that informs the council, filled from an evaluation: five parts, finished by hand (COMM-10).

What nobody knows here stands between square brackets, so that whoever finishes the letter sees what is still to come.
"""

from collections.abc import Sequence

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from baken.core.policy.programme import TOPICS
from baken.programme.evaluation import frame, frozen_data, queries, topics
from baken.programme.evaluation.frozen_data import DataSet
from baken.programme.evaluation.models import Evaluation
from baken.programme.evaluation.paper import (
    FINANCE,
    Grid,
    Report,
    Section,
    changes,
    element,
    listed,
    ready,
    value,
)
from baken.programme.evaluation.queries import Topic
from baken.web.fields import said
from baken.web.templatetags.baken import civil


def letter(of: Evaluation, name: str, next_due: object) -> Report:
    """Return the draft: what the council takes note of, introduction, core message, finance, follow-up."""
    data, every = frozen_data.read(of), queries.by_topic(of)
    sections = [
        Section(_("Kennisnemen van"), [_("De uitkomst van ‘%(title)s’.") % {"title": of.title}]),
        Section(_("Inleiding"), _introduction(of, every, name)),
        Section(_("Kernboodschap"), *_message(every, data)),
        Section(_("Financiën"), *_finance(every, data)),
        Section(_("Vervolg"), *_follow_up(every, next_due)),
    ]
    return Report(
        _("Raadsinformatiebrief: %(title)s") % {"title": of.title},
        [_("Ontwerp. Gemaakt uit de evaluatie; nog niet vastgesteld en nog niet verstuurd.")],
        sections,
    )


def _introduction(of: Evaluation, every: Sequence[Topic], name: str) -> list[str]:
    roles = {(finding.role, finding.shared_by) for topic in every for finding in topic.findings}
    lines = [
        _(
            "%(name)s keek terug op de aanpak van mensenhandel van %(first)s tot en met %(last)s. Het ging over "
            "%(topics)s."
        )
        % {
            "name": name,
            "first": civil(of.from_date),
            "last": civil(of.until_date),
            "topics": listed([said(TOPICS[topic]) for topic in topics.in_order(of.topics)]),
        }
    ]
    if roles:
        who = [_who(role, by) for each in topics.FINDERS for role, by in sorted(roles) if role == each]
        lines.append(_("Bevindingen kwamen van: %(who)s.") % {"who": listed(who)})
    if of.region:
        lines.append(
            _("De resultaten worden samen besproken in %(region)s.")
            % {"region": frame.region_name(of.region)}
        )
    lines.append(_("[Vul aan: waarom de raad dit nu krijgt.]"))
    return lines


def _who(role: str, organisation: str) -> str:
    name = said(topics.role_name(role))
    return (
        _("%(role)s van %(organisation)s") % {"role": name, "organisation": organisation}
        if organisation
        else name
    )


def _message(every: Sequence[Topic], data: DataSet | None) -> tuple[list[str], list[Grid]]:
    lines = [said(frozen_data.CAVEATS[0])]
    if data is not None:
        lines.append(_("De cijfers waarop dit rust, zijn de stand van %(day)s.") % {"day": civil(data.on)})
    rows = [
        (capfirst(said(topic.name)), one.words)
        for topic in every
        if topic.id != FINANCE
        for one in topic.conclusions
    ]
    lines.append(_("[Vul aan: wat de raad vooral moet weten.]"))
    grid = Grid(_("Wat is besloten"), (_("Onderwerp"), _("Besluit")), rows, (1, 3))
    return lines, [grid] if rows else []


def _finance(every: Sequence[Topic], data: DataSet | None) -> tuple[list[str], list[Grid]]:
    decided = [one.words for topic in every if topic.id == FINANCE for one in topic.conclusions]
    tables = [
        Grid(
            said(block.title),
            (_("Wat"), _("Cijfer")),
            [(capfirst(said(one.name)), value(one.value)) for one in block.figures],
            (3, 2),
        )
        for block in (data.of(FINANCE) if data else ())
    ]
    return [*decided, _("[Vul aan: of dit gevolgen heeft voor de begroting.]")], tables


def _follow_up(every: Sequence[Topic], next_due: object) -> tuple[list[str], list[Grid]]:
    decided = [one for topic in every for one in topic.conclusions]
    made = queries.actions_of(decided)
    lines = [
        _("Aan het beleid verandert: %(element)s.") % {"element": element(one)}
        for one in decided
        if one.outcome == "policy" and one.called
    ]
    if next_due is not None:
        lines.append(_("De volgende evaluatie is uiterlijk %(day)s klaar.") % {"day": civil(next_due)})  # type: ignore[arg-type]
    rows = [
        (changes(one, made), made[one.action_id].owner, ready(made[one.action_id]))
        for one in decided
        if one.action_id in made
    ]
    if not lines and not rows:
        lines.append(_("[Vul aan: wat er nu gebeurt.]"))
    headers = (_("Wat"), _("Wie"), _("Klaar op"))
    return lines, [Grid(_("Wat we gaan doen"), headers, rows, (4, 3, 2))] if rows else []
