"""The words of papers and fields: tables for the pages, and how a paper stood before."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from baken.core.vocabulary.text import Text
from baken.programme.papers.models import Paper
from baken.programme.papers.queries import Shelf
from baken.programme.papers.standing import FIELD, PAPER, FieldStanding, Standing
from baken.programme.plan.models import Action
from baken.tenancy.models_kept import Change
from baken.web.fields import said
from baken.web.parts import Happening, Link, Table
from baken.web.templatetags.baken import civil


def fields(shelf: Shelf, *, keeps: bool) -> Table:
    """Return every field of policy with its papers, and a way to an action where there is none."""
    return Table(
        _("Beleidsterreinen"),
        (_("Beleidsterrein"), _("Hoe het staat"), _("Stukken"), _("Doen")),
        [
            (
                Link(reverse("programme_papers:field", args=[one.field.id]), one.field.name),
                named(FIELD[one.state]),
                [f"{paper.paper.title} ({said(PAPER[paper.state])})" for paper in one.papers] or None,
                _to_do(one) if keeps else None,
            )
            for one in shelf.fields
        ],
        hide_caption=True,
    )


def papers(caption: str, rows: Sequence[Standing], *, keeps: bool) -> Table:
    """Return papers with their span, who keeps them, and how they stand."""
    return Table(
        caption,
        (_("Stuk"), _("Geldt"), _("Wie"), _("Hoe het staat")),
        [
            (
                Link(reverse("programme_papers:change", args=[one.paper.id]), one.paper.title)
                if keeps
                else one.paper.title,
                [part for part in (span(one.paper), adapted(one.paper)) if part],
                one.paper.owner,
                named(PAPER[one.state]),
            )
            for one in rows
        ],
        hide_caption=True,
    )


def barriers(shelf: Shelf, names: Mapping[str, Text]) -> Table:
    """Return every barrier with the papers of today that raise it (INT-13)."""
    held: dict[str, list[str]] = {name: [] for name in names}
    for one in (*(paper for field in shelf.fields for paper in field.papers), *shelf.loose):
        for name in one.paper.barriers if one.counts else ():
            held.setdefault(name, []).append(one.paper.title)
    return Table(
        _("Barrières"),
        (_("Wat moeilijker wordt"), _("Door welk stuk")),
        [
            (named(names[name]), titles or _("nog geen stuk"))
            for name, titles in held.items()
            if name in names
        ],
        hide_caption=True,
    )


def span(paper: Paper) -> str:
    """Return from when until when a paper is in force."""
    told = {"first": civil(paper.from_date), "last": civil(paper.until_date)}
    if paper.from_date and paper.until_date:
        return _("%(first)s tot en met %(last)s") % told
    if paper.until_date:
        return _("tot en met %(last)s") % told
    return _("vanaf %(first)s") % told if paper.from_date else _("geen einde bekend")


def adapted(paper: Paper) -> str:
    """Return when a paper was last adapted."""
    return _("aangepast op %(day)s") % {"day": civil(paper.adapted_on)} if paper.adapted_on else ""


def named(text: Text) -> str:
    """Return a word of a list as it begins a cell."""
    return capfirst(said(text))


def action(one: Action) -> Link:
    """Return the way to an action."""
    told = {"label": one.label, "title": one.title, "owner": one.owner}
    return Link(reverse("programme_plan:action", args=[one.id]), _("%(label)s %(title)s (%(owner)s)") % told)


def history(changes: Sequence[Change]) -> list[Happening]:
    """Return how a paper or a line stood, the last first."""
    return [
        Happening(one.at, _stood(one.row), who=one.row.get("owner") or one.row.get("who", ""))
        for one in changes
    ]


def _stood(row: Mapping[str, Any]) -> str:
    parts = [str(row.get("title") or row.get("name") or "")]
    if row.get("until_date"):
        parts.append(_("tot en met %(day)s") % {"day": civil(date.fromisoformat(row["until_date"]))})
    for key, words in (("planned", _("gepland: € %(n)s")), ("spent", _("uitgegeven of gekregen: € %(n)s"))):
        if row.get(key) is not None:
            parts.append(words % {"n": row[key]})
    return ", ".join(parts)


def _to_do(one: FieldStanding) -> Link | None:
    if one.state in ("held", "unneeded", "updating"):
        return None
    return Link(reverse("programme_papers:field_action", args=[one.field.id]), _("Maak een actie"))
