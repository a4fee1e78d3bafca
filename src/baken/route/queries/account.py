"""What was told, as lines and tables; and the facts, claimed beside established."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from baken.core.vocabulary.text import Text
from baken.core.vocabulary.wording import CAPACITY, FACT, said
from baken.ledger.signals import SignalFile
from baken.route.facts import QUESTIONS
from baken.web.parts import Line, Link, Table


@dataclass(frozen=True, slots=True)
class Account:
    """One account: what was told as lines, and who and what is involved as tables."""

    lines: list[Line]
    tables: list[Table]


def account(report: Mapping[str, Any]) -> Account:
    """Return a report as a page shows it; seen, heard and told stay apart (DATA-09)."""
    terms = {
        "happened": _("Wat er is gebeurd"),
        "seen": _("Zelf gezien"),
        "heard": _("Zelf gehoord"),
        "told": _("Door een ander verteld"),
        "when": _("Wanneer"),
        "where": _("Waar"),
        "thinks": _("Wat de melder denkt"),
    }
    lines = [Line(term, report[key]) for key, term in terms.items() if report.get(key)]
    return Account(lines, [_filled(table) for table in _tables(report) if table.rows])


def facts(file: SignalFile, may_handle: bool) -> Table:
    """Return claimed against established, one row per fact, each with the way to establish it."""
    state = file.state
    rows = []
    for slug, question in QUESTIONS.items():
        fact = question.fact
        claimed, established = state.claimed.get(fact), state.established.get(fact)
        term = FACT[fact].nl, FACT[fact].en
        row: list[object] = [
            Text(*(words[:1].upper() + words[1:] for words in term)),
            said(fact, claimed) if claimed else "",
            said(fact, established) if established else _("nog niet vastgesteld"),
        ]
        if may_handle:
            label = _("Herzien") if established else _("Vaststellen")
            row.append(Link(reverse("route:establish", args=[file.id, slug]), label))
        rows.append(row)
    headers = [_("Feit"), _("De melder denkt"), _("Vastgesteld")] + ([_("Actie")] if may_handle else [])
    return Table(_("Wat de melder denkt en wat is vastgesteld"), headers, rows, hide_caption=True)


def _tables(report: Mapping[str, Any]) -> Iterator[Table]:
    yield Table(
        _("Personen"),
        (_("Naam of omschrijving"), _("Hoedanigheid"), _("Geboren of leeftijd"), _("Toelichting")),
        [
            (
                row.get("name"),
                CAPACITY.get(row.get("capacity") or "unknown", row.get("capacity")),
                row.get("birth"),
                row.get("note"),
            )
            for row in report.get("persons") or ()
        ],
    )
    yield Table(
        _("Organisaties"),
        (_("Naam"), _("Wat die hierin doet"), _("Toelichting")),
        [
            (row.get("name"), CAPACITY.get(row.get("capacity") or "", row.get("capacity")), row.get("note"))
            for row in report.get("organisations") or ()
        ],
    )
    yield Table(
        _("Adressen"),
        (_("Straat en huisnummer"), _("Postcode en plaats"), _("Toelichting")),
        [
            (_together(row, "street", "number"), _together(row, "postcode", "town"), row.get("note"))
            for row in report.get("addresses") or ()
        ],
    )


def _filled(table: Table) -> Table:
    """Leave out the columns in which nobody wrote anything; the first one stays."""
    keep = [n for n in range(len(table.headers)) if n == 0 or any(row[n] for row in table.rows)]
    rows = [[row[n] for n in keep] for row in table.rows]
    return Table(table.caption, [table.headers[n] for n in keep], rows)


def _together(row: Mapping[str, Any], *keys: str) -> str:
    return " ".join(str(row[key]) for key in keys if row.get(key))
