"""The year on one sheet of A4 on its side, as a tagged PDF.

chosen: the words shrink down to 7 points, which can still be read on paper; what does not fit then is left out from the
least urgent up, and counted, so that the sheet never says that there is less than there is.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
from django.conf import settings
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from baken.core.vocabulary.moments import civil_date
from baken.programme.plan.year.quarters import STANDS, Item, Quarter, Year, urgency
from baken.tenancy.models import Organisation
from baken.tenancy.scope import current
from baken.web import printing
from baken.web.fields import said
from baken.web.templatetags.baken import civil

TEMPLATE = Path(__file__).parent / "typst" / "year.typ"
SIZES = (11.5, 10.0, 8.75, 7.75, 7.0)
"""Points, the largest that fits; the last is the smallest that may be."""
NO_BREAK = "\u00a0"
COLUMNS = (4, 5, 6)
"""So many columns there may be on the sheet, over the four quarters."""


def sheet(year: Year, now: datetime) -> bytes:
    """Return the year on one page, with as much as is legible."""
    most = max(len(quarter.items) for quarter in year.quarters)
    for size in SIZES:
        made = _made(year, size, most, len(year.ongoing), now)
        if _is_one_page(made):
            return made
    return _least(year, most, now)


def _least(year: Year, most: int, now: datetime) -> bytes:
    """Return the sheet with as many of each quarter as fit at the smallest size; at least one."""
    smallest = SIZES[-1]
    fits, too_many = 1, most + 1
    best = _made(year, smallest, fits, 0, now)
    while too_many - fits > 1:
        half = (fits + too_many) // 2
        made = _made(year, smallest, half, min(half, len(year.ongoing)), now)
        if _is_one_page(made):
            fits, best = half, made
        else:
            too_many = half
    return best


def _is_one_page(made: bytes) -> bool:
    with pikepdf.open(BytesIO(made)) as document:
        return len(document.pages) == 1


def _made(year: Year, size: float, most: int, ongoing: int, now: datetime) -> bytes:
    who = Organisation.objects.get(pk=current()).name
    return printing.make(
        TEMPLATE,
        {
            "title": _("Jaarplanning %(year)s van %(who)s") % {"year": year.year, "who": who},
            "sender": who,
            "lang": (get_language() or "nl")[:2],
            "notice": said(printing.FICTIONAL) if settings.BAKEN_DEMO else "",
            "footer": _("Gemaakt op %(day)s") % {"day": civil(civil_date(now))},
            "size": size,
            "summary": summary(year),
            "quarters": _laid_out([_quarter(quarter, most) for quarter in year.quarters]),
            "ongoing": _ongoing(year.ongoing, ongoing),
            "legend": [{"stand": stand, "words": said(words)} for stand, words in STANDS.items()],
        },
    )


def summary(year: Year) -> str:
    """Return in one sentence how the year stands."""
    return " ".join(part for part in (_this_year(year), _earlier(year)) if part)


def _earlier(year: Year) -> str:
    number = len(year.earlier)
    words = ngettext(
        "Nog te laat van een eerder jaar: %(number)s.", "Nog te laat van eerdere jaren: %(number)s.", number
    )
    return words % {"number": number} if number else ""


def _this_year(year: Year) -> str:
    if not year.items:
        return _("Er staat nog niets gepland.")
    told = {
        "total": len(year.items),
        "done": year.count("done", "shown", "unshown"),
        "unshown": year.count("unshown"),
        "late": year.count("late"),
    }
    return (
        _(
            "Gepland: %(total)s. Gedaan: %(done)s, waarvan nog niet aangetoond: %(unshown)s. Te laat: %(late)s."
        )
        % told
    )


def name_of(quarter: Quarter) -> str:
    """Return what a quarter is called, with its months."""
    months = f"{date_format(quarter.first, 'F')} – {date_format(quarter.last, 'F')}"
    return _("Kwartaal %(number)s: %(months)s") % {"number": quarter.number, "months": months}


def _quarter(quarter: Quarter, most: int) -> dict[str, Any]:
    by_urgency = sorted(range(len(quarter.items)), key=lambda at: urgency(quarter.items[at]))
    kept = sorted(by_urgency[:most])
    return {
        "title": name_of(quarter),
        "items": [_item(quarter.items[at], quarter.last.year) for at in kept],
        "more": _more(len(quarter.items) - len(kept)),
        "none": "" if quarter.items else _("Niets gepland."),
    }


def _item(item: Item, year: int) -> dict[str, str]:
    last = item.planned.last
    by = date_format(last, "j F", use_l10n=False) if last.year == year else civil(last)
    told = capfirst(", ".join(one for one in (item.planned.owner, said(STANDS[item.stand])) if one))
    return {"words": item.planned.words, "stand": item.stand, "told": told, "by": by.replace(" ", NO_BREAK)}


def _laid_out(parts: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the quarters with their lines in as many columns as make the longest column shortest.

    Each quarter has one column at least; a full one has more beside each other.
    """
    lines = [[_lines(one) for one in part["items"]] for part in parts]
    _total, given = min(
        ((total, _columns(lines, total)) for total in COLUMNS),
        key=lambda found: max(
            sum(own) / count * found[0] for own, count in zip(lines, found[1], strict=True)
        ),
    )
    return [{**part, "columns": _cut(part["items"], count)} for part, count in zip(parts, given, strict=True)]


def _columns(lines: Sequence[Sequence[int]], total: int) -> list[int]:
    given = [1] * len(lines)
    for _more_room in range(total - len(lines)):
        fullest = max(range(len(lines)), key=lambda at: sum(lines[at]) / given[at])
        given[fullest] += 1
    return given


def _lines(item: Mapping[str, str]) -> int:
    """Return about how much room something takes."""
    return len(item["words"]) + len(item["told"])


def _cut(items: Sequence[dict[str, str]], columns: int) -> list[list[dict[str, str]]]:
    """Return the items in columns, each about as long as the others; the order goes down and then across."""
    whole = sum(map(_lines, items)) or 1
    cut: list[list[dict[str, str]]] = [[] for _column in range(columns)]
    passed = 0
    for one in items:
        cut[min(columns - 1, passed * columns // whole)].append(one)
        passed += _lines(one)
    return cut


def _ongoing(names: Sequence[str], most: int) -> dict[str, str]:
    words = "; ".join(names[:most])
    return {
        "title": _("Doorlopend"),
        "words": f"{words}." if words else "",
        "more": _more(len(names) - most) if names else "",
    }


def _more(left: int) -> str:
    if left <= 0:
        return ""
    words = ngettext("En nog %(number)s, minder dringend.", "En nog %(number)s, minder dringende.", left)
    return words % {"number": left}
