"""An evaluation as its pages show it: lines, tables and the days on which it stands."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from baken.core.policy.programme import TOPICS
from baken.programme.common.frozen import Block, Figure
from baken.programme.evaluation import elements, frame, frozen_data, queries, topics
from baken.programme.evaluation.models import Conclusion, Evaluation, Finding
from baken.programme.evaluation.queries import Answered
from baken.programme.evaluation.releasing import text
from baken.programme.evaluation.taking import Offered
from baken.programme.plan.models import Action
from baken.web.fields import figure, said
from baken.web.parts import Line, Link, Table
from baken.web.templatetags.baken import civil


def overview(every: Sequence[Evaluation]) -> Table:
    """Return all evaluations with their period and where each stands."""
    rows = [(Link(frame.page(one), one.title), frame.span(one), one.due_on, stands(one)) for one in every]
    return Table(
        _("Evaluaties"), (_("Evaluatie"), _("Periode"), _("Klaar op"), _("Stand")), rows, hide_caption=True
    )


def stands(one: Evaluation) -> str:
    """Return where an evaluation stands."""
    if one.closed_on:
        return _("afgesloten op %(day)s") % {"day": civil(one.closed_on)}
    if one.frozen_on:
        return _("loopt, cijfers van %(day)s") % {"day": civil(one.frozen_on)}
    return _("loopt, cijfers staan nog niet vast")


def lines(one: Evaluation) -> list[Line]:
    """Return what an evaluation is about."""
    found = [
        Line(_("Periode"), frame.span(one)),
        Line(_("Onderwerpen"), [capfirst(said(TOPICS[topic])) for topic in topics.in_order(one.topics)]),
        Line(_("Klaar op"), one.due_on),
        Line(_("Stand"), capfirst(stands(one))),
    ]
    if one.region:
        found.insert(2, Line(_("Besproken in"), frame.region_name(one.region)))
    return found


def figures(blocks: Sequence[Block]) -> list[Table]:
    """Return frozen figures, a table for each part of the programme."""
    headers = (_("Wat"), _("Cijfer"))
    return [
        Table(
            block.title,
            headers,
            [
                (capfirst(said(one.name)), [_value(one), one.note] if one.note else _value(one))
                for one in block.figures
            ],
        )
        for block in blocks
    ]


def _value(one: Figure) -> object:
    return figure(one.value) if isinstance(one.value, int) else one.value


def findings(answered: Answered, *, may: Sequence[str], keeps: bool) -> Table | None:
    """Return the findings in answer to one question; `may`: the roles whose words the visitor can change.

    What another organisation found changes nobody here; who keeps the programme can take it back out.
    """
    if not answered.findings:
        return None
    rows = [
        (
            [topics.role_name(one.role), *filter(None, [one.shared_by])],
            one.on,
            _said(one),
            *([_changes(one)] if one.role in may and (keeps or not one.shared_on) else [""] if may else []),
        )
        for one in answered.findings
    ]
    headers = [_("Functie"), _("Dag"), _("Bevinding"), *([_("Aanpassen?")] if may else [])]
    caption = said(queries.words(answered.question)) if answered.question else _("Los van een vraag")
    return Table(caption, headers, rows, hide_caption=True)


def conclusions(
    decided: Sequence[Conclusion], actions: Mapping[object, Action], *, may: bool
) -> Table | None:
    """Return what was decided, and what came of it."""
    if not decided:
        return None
    rows = [
        (_said(one), outcome(one, actions, may=may), *([_changes(one)] if may else [])) for one in decided
    ]
    headers = [_("Besluit"), _("Wat er verandert"), *([_("Aanpassen?")] if may else [])]
    return Table(_("Besluiten"), headers, rows)


def outcome(one: Conclusion, actions: Mapping[object, Action], *, may: bool) -> list[object]:
    """Return what a conclusion changes, with the way there."""
    found: list[object] = [topics.OUTCOME_NAMES[one.outcome]]
    if one.outcome == "policy" and one.called:
        what = f"{said(frozen_data.words(one.called['of']))}: {said(frozen_data.words(one.called['name']))}"
        found.append(Link(elements.page(one.element), what))
    if one.action_id:
        made = actions.get(one.action_id)
        if made is None:
            found.append(_("De actie is uit het programma gehaald."))
        else:
            href = reverse("programme_plan:action", args=[made.id])
            found.append(Link(href, f"{made.label} {made.title}"))
    elif may and one.outcome == "action":
        href = reverse("programme_evaluation:make_action", args=[one.id])
        found.append(Link(href, _("Maak de actie")))
    return found


def _said(one: Finding | Conclusion) -> Any:
    where = [_("Uit het gesprek in de regio")] if one.regional else []
    if isinstance(one, Finding) and one.shared_on:
        where.append(taken_up(one.shared_on))
    return [one.words, *where] if where else one.words


def taken_up(shared_on: date) -> str:
    """Return where a finding of another organisation comes from."""
    return _("Gedeeld op %(day)s, en hier overgenomen.") % {"day": civil(shared_on)}


def offered(one: Offered) -> str:
    """Return of whom a finding is that can be taken up, and in answer to what."""
    told = _("%(role)s van %(organisation)s, %(day)s. Gedeeld op %(shared)s.") % {
        "role": capfirst(said(topics.role_name(one.role))),
        "organisation": one.by,
        "day": civil(one.on),
        "shared": civil(one.shared_on),
    }
    about = said(text(one.question)) if one.question else capfirst(said(TOPICS[one.topic]))
    return f"{told} {about}"


def _changes(one: Finding | Conclusion) -> list[Link]:
    sort = "finding" if isinstance(one, Finding) else "conclusion"
    change = Link(reverse(f"programme_evaluation:change_{sort}", args=[one.id]), _("Wijzigen"))
    back = Link(reverse("programme_evaluation:withdraw", args=[SORTS[sort], one.id]), _("Terugnemen"))
    return [back] if isinstance(one, Finding) and one.shared_on else [change, back]


SORTS = {"finding": "bevinding", "conclusion": "besluit"}
