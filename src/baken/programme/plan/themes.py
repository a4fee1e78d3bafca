"""The themes of safety beside each other: which programme counts for each now, and which were and will be (PROG-06)."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from baken.core.policy.bundle import Bundle
from baken.core.policy.programme import Programme
from baken.programme.plan import lists, queries, saying, standing
from baken.programme.plan.models import Edition
from baken.tenancy import regions as directory
from baken.tenancy.models_regions import Region
from baken.tenancy.scope import current
from baken.web.fields import said
from baken.web.parts import Link, Table


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme with the edition in use, in words. `beside`: its programme stands elsewhere."""

    id: str
    name: str
    beside: bool
    edition: Edition | None
    said: Sequence[str]
    ended: Edition | None = None


def standing_of(found: Bundle | None, today: date) -> list[Theme]:
    """Return every theme that the policy names or that has a programme here, the main one first."""
    known, every = lists.themes(found), queries.editions()
    ids = dict.fromkeys([lists.main(found), *known, *queries.themes(every)])
    made = []
    for id_ in ids:
        own = [one for one in every if one.theme == id_]
        runs = next((one for one in own if one.from_date <= today <= one.until_date), None)
        name = capfirst(said(lists.theme_name(id_, found)))
        beside = id_ in known and known[id_].beside and not own
        ended = next((one for one in own if one.until_date < today), None) if runs is None else None
        made.append(Theme(id_, name, beside, runs, _counts(runs, today), ended))
    return sorted(made, key=lambda one: one.beside)


def _counts(edition: Edition | None, today: date) -> list[str]:
    if edition is None:
        return []
    rows = standing.rows(edition, today)
    states: list[str] = [one.state for one in rows]
    told = [
        ngettext("%(count)s actie", "%(count)s acties", len(rows)) % {"count": len(rows)},
        *[
            f"{states.count(state)} {said(words)}"
            for state, words in saying.STATES.items()
            if state in ("late", "due", "done") and states.count(state)
        ],
    ]
    unseen = sum(one.state == "done" and not one.standing.proved for one in rows)
    return [*told, *([_("%(count)s gedaan maar nog niet aangetoond") % {"count": unseen}] if unseen else [])]


def tables(every: Sequence[Edition], found: Bundle | None, today: date) -> list[Table]:
    """Return all editions, one table for each theme."""
    return [
        Table(
            capfirst(said(lists.theme_name(theme, found))),
            (_("Programma"), _("Wanneer"), _("Vastgesteld door")),
            [
                (
                    Link(reverse("programme_plan:edition", args=[one.id]), one.title),
                    saying.runs(one, today),
                    one.decision or _("Nog niet vastgesteld"),
                )
                for one in every
                if one.theme == theme
            ],
        )
        for theme in queries.themes(every)
    ]


def made_from(edition: Edition, rows: Sequence[standing.Row], found: Bundle | None) -> list[str]:
    """Return whose policy an edition and its actions came from; of a region, it is carried out here (PROG-05)."""
    if not edition.policy:
        return []
    if found is None or edition.policy != found.policy_id:
        region = region_name(edition.policy)
        told = _("Dit is een programma van de regio %(region)s, dat uw organisatie zelf uitvoert.")
        return [told % {"region": region}]
    origins = lists.policy_rows(found)
    whose = Counter(origins[one.action.from_policy].by for one in rows if one.action.from_policy in origins)
    return [
        _("Gemaakt uit het beleid van uw organisatie."),
        *[
            ngettext(
                "%(n)s actie is afgesproken in de regio %(region)s.",
                "%(n)s acties zijn afgesproken in de regio %(region)s.",
                count,
            )
            % {"n": count, "region": region_name(policy)}
            for policy, count in sorted(whose.items())
            if of_region(policy, found)
        ],
    ]


def to_begin(found: Bundle | None, today: date) -> Programme | None:
    """Return the programme of the policy, as long as none of its theme runs or is to come."""
    if found is None or found.programme is None:
        return None
    theme = found.programme.theme
    taken = any(one.theme == theme and one.until_date >= today for one in queries.editions())
    return None if taken else found.programme


def of_region(policy: str, found: Bundle) -> bool:
    """Return whether something was laid down by a region above this organisation."""
    return policy not in ("", "national", found.policy_id)


def regions(today: date) -> list[Link]:
    """Return the ways to the regions where members lay their programmes beside each other (PROG-05)."""
    return [
        Link(reverse("programme_region:region", args=[one.slug]), one.name)
        for one in directory.regions_of(current(), today)
    ]


def region_name(policy: str) -> str:
    """Return what the region of a policy is called; one that the directory does not know goes by the policy's name."""
    found = Region.objects.filter(slug=policy).first()
    return found.name if found else "-".join(capfirst(part) for part in policy.split("-"))
