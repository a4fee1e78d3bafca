"""The logs as a file for a regulator: every field explained, and with the seals to compute it again."""

import csv
import io
import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from baken.core.vocabulary.text import Text
from baken.ledger.models import ProcessingEntry, ReadEntry, Seal
from baken.ledger.processing_log import SUBJECT_TYPE
from baken.tenancy.scope import current
from baken.trust.log.queries import members, references

READ: Mapping[str, Text] = {
    "number": Text("volgnummer; de zegels gaan hierover", "number; the seals are about these"),
    "at": Text("wanneer het antwoord klaarstond (UTC)", "when the answer was ready (UTC)"),
    "by": Text(
        "person: een mens; command: Baken zelf; unknown: niet bekend wie",
        "person: somebody; command: Baken itself; unknown: not known who",
    ),
    "membership_id": Text("wie, als kenmerk", "who, as an identifier"),
    "name": Text("naam van de medewerker nu", "name of the employee now"),
    "on_behalf_of": Text(
        "aanwijzing of noodtoegang die het recht gaf", "delegation or emergency that gave the right"
    ),
    "roles": Text("rollen op dat moment", "roles at that moment"),
    "action": Text("recht dat nodig was", "right that was needed"),
    "deed": Text(
        "view search change share export print log_in", "view search change share export print log_in"
    ),
    "address": Text("naam van de pagina", "name of the page"),
    "method": Text("GET: openen; POST: versturen", "GET: open; POST: send"),
    "object_kind": Text("soort waarover het ging", "kind of thing it was about"),
    "object_id": Text("kenmerk daarvan", "identifier of it"),
    "reference": Text("kenmerk zoals mensen het gebruiken", "reference as people use it"),
    "part_id": Text("onderdeel daarvan", "part of it"),
    "why": Text(
        "wat er te doen stond, een andere reden van een lijst, of hoe er werd ingelogd",
        "what was owed, another reason of a list, or how somebody logged in",
    ),
    "result": Text(
        "shown done sent_back refused not_found failed not_in",
        "shown done sent_back refused not_found failed not_in",
    ),
    "status": Text("HTTP-status", "HTTP status"),
    "trace": Text("koppelt beide logboeken (W3C Trace Context)", "joins both logs (W3C Trace Context)"),
}
PROCESSING: Mapping[str, Text] = {
    "number": READ["number"],
    "trace": READ["trace"],
    "span": Text("stap binnen de handeling", "step within the action"),
    "activity": Text("dpl.core.processing_activity_id", "dpl.core.processing_activity_id"),
    "name": READ["address"],
    "subject": Text(
        f"dpl.core.data_subject_id: schuilnaam, soort {SUBJECT_TYPE}",
        f"dpl.core.data_subject_id: pseudonym, type {SUBJECT_TYPE}",
    ),
    "begun": Text("begin (UTC)", "start (UTC)"),
    "ended": Text("einde (UTC)", "end (UTC)"),
    "status": Text("Ok of Error", "Ok or Error"),
}
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def read_rows(first: datetime, last: datetime) -> list[dict[str, Any]]:
    """Return the read log between two moments, with names of staff and references beside the identifiers."""
    found = list(_between(ReadEntry, "at", first, last))
    called, known = members(), references({one.object_id for one in found if one.object_id})
    rows = []
    for one in found:
        beside = {
            "name": called.get(one.membership_id, "") if one.membership_id else "",
            "reference": known.get(one.object_id, "") if one.object_id else "",
        }
        rows.append({name: beside[name] if name in beside else getattr(one, name) for name in READ})
    return rows


def processing_rows(first: datetime, last: datetime) -> list[dict[str, Any]]:
    """Return the processing log between two moments: nobody who did it is in it."""
    found = _between(ProcessingEntry, "ended", first, last)
    return [{name: getattr(one, name) for name in PROCESSING} for one in found]


def as_csv(fields: Iterable[str], rows: Iterable[Mapping[str, Any]]) -> bytes:
    """Return rows for a spreadsheet. What it would take for a formula gets an apostrophe before it."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", quoting=csv.QUOTE_ALL)
    names = list(fields)
    writer.writerow(names)
    for row in rows:
        writer.writerow([_harmless(_plain(row[name])) for name in names])
    return out.getvalue().encode("utf-8-sig")


def as_json(
    log: str, rows: Iterable[Mapping[str, Any]], *, first: datetime, last: datetime, now: datetime
) -> bytes:
    """Return rows with what every field means, and the seals that close over them."""
    fields = READ if log == "read" else PROCESSING
    told = {
        "log": log,
        "organisation": str(current()),
        "from": first.isoformat(),
        "until": last.isoformat(),
        "made_at": now.isoformat(),
        "fields": {name: {"nl": text.nl, "en": text.en} for name, text in fields.items()},
        "checkpoints": [
            {
                "batch": seal.number,
                "upto": seal.upto,
                "entries": seal.entries,
                "sealed_at": seal.sealed_at.isoformat(),
                "content": bytes(seal.content).hex(),
                "hash": bytes(seal.hash).hex(),
            }
            for seal in Seal.objects.filter(
                organisation_id=current(), log=log, last_at__gte=first, sealed_at__lte=now
            ).order_by("number")
        ],
        "verify": "baken log verify --against <heads>",
        "entries": [{name: _json(value) for name, value in row.items()} for row in rows],
    }
    return json.dumps(told, ensure_ascii=False, indent=1).encode()


def _between(model: Any, moment: str, first: datetime, last: datetime) -> Any:
    wanted = {f"{moment}__gte": first, f"{moment}__lt": last}
    return model.objects.filter(organisation_id=current(), **wanted).order_by("number")


def _harmless(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text


def _plain(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        return " ".join(str(one) for one in value)
    return str(_json(value))


def _json(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.isoformat()
    return str(value) if isinstance(value, UUID) else value
