"""The words of the basic level: tables for the page and the paper, and how a criterion stood before."""

from collections.abc import Mapping, Sequence
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from baken.core.vocabulary.moments import civil_date
from baken.core.vocabulary.text import Text
from baken.programme.level.standing import SHOWN, STATES, Standing
from baken.programme.plan.models import Action
from baken.tenancy.models_kept import Change
from baken.web.fields import said
from baken.web.parts import Happening, Link, Table, Words
from baken.web.templatetags.baken import civil


def table(
    caption: Words, rows: Sequence[Standing], follow_ups: Mapping[str, Sequence[Action]], *, keeps: bool
) -> Table:
    """Return criteria with where they stand, since when, where that can be seen, and what is done about it."""
    headers = (_("Criterium"), _("Stand"), _("Waar te zien"), _("Actie"))
    return Table(
        caption,
        headers,
        [
            (
                Link(reverse("programme_level:criterion", args=[one.criterion.id]), one.criterion.name),
                stands(one),
                one.found.evidence if one.found else None,
                _actions(one, follow_ups.get(one.criterion.id, ()), keeps=keeps),
            )
            for one in rows
        ],
        hide_caption=True,
    )


def stands(one: Standing) -> list[Words]:
    """Return where a criterion stands, the day of that, and whether it is time to look again."""
    lines: list[Words] = [SHOWN[one.shown]]
    if one.found and one.found.state != "open":
        lines.append(_("bekeken op %(day)s") % {"day": civil(one.found.on)})
    if one.again:
        lines.append(_("opnieuw bekijken: dit is meer dan twee jaar geleden"))
    return lines


def _actions(one: Standing, actions: Sequence[Action], *, keeps: bool) -> list[object] | None:
    lines: list[object] = [link(action) for action in actions]
    if one.missing and keeps and not actions:
        lines.append(Link(reverse("programme_level:follow_up", args=[one.criterion.id]), _("Maak een actie")))
    return lines or None


def link(action: Action) -> Link:
    """Return the way to an action."""
    return Link(reverse("programme_plan:action", args=[action.id]), named(action))


def named(action: Action) -> str:
    """Return an action by its number and title, with who sees to it."""
    told = {"label": action.label, "title": action.title, "owner": action.owner}
    if action.stopped_on:
        return _("%(label)s %(title)s (gestopt)") % told
    return _("%(label)s %(title)s (%(owner)s)") % told


def history(changes: Sequence[Change]) -> list[Happening]:
    """Return how a criterion stood, the last first."""
    return [
        Happening(one.at, STATES[one.row["state"]], who=one.row["by"], detail=_detail(one)) for one in changes
    ]


def _detail(one: Change) -> str:
    on, where = date.fromisoformat(one.row["on"]), one.row["evidence"]
    parts = [
        _("Bekeken op %(day)s.") % {"day": civil(on)} if on != civil_date(one.at) else "",
        _("Te zien: %(where)s") % {"where": where} if where else "",
        one.row["note"],
    ]
    return " ".join(part for part in parts if part)


def summary(every: Sequence[Standing]) -> str:
    """Return in one sentence how many criteria were met and shown. Only for the own organisation: no region sees it."""
    told = {"shown": sum(one.shown == "shown" for one in every), "every": len(every)}
    return _("%(shown)s van de %(every)s criteria zijn voldaan en aangetoond.") % told


def line(one: Standing) -> str:
    """Return where a criterion stands as one line on paper."""
    found = [said(word) if isinstance(word, Text) else word for word in stands(one)]
    return "; ".join(found)
