"""What the pages of accountability show: the papers, the register, and the drafts made from the policy in use."""

import csv
from dataclasses import dataclass
from datetime import datetime
from io import StringIO

from baken.core.derive import papers
from baken.core.derive.papers import Needed
from baken.core.policy.bundle import Bundle
from baken.core.policy.models import Ground
from baken.core.policy.register import Processing, activities_in_force
from baken.core.policy.retention import RetentionTerm
from baken.core.vocabulary.moments import civil_date
from baken.core.vocabulary.processing import CONTROLLERS, DATA, PEOPLE
from baken.core.vocabulary.retention import STARTS
from baken.core.vocabulary.text import Text
from baken.ledger import policies
from baken.tenancy.scope import current
from baken.trust.accountability.models import Paper
from baken.web.fields import said

_RISKY = "=+-@\t\r"


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the register of processing, in the words of the policy."""

    name: Text
    purposes: tuple[Text, ...]
    grounds: tuple[Text, ...]
    data: tuple[Text, ...]
    people: tuple[Text, ...]
    recipients: Text
    terms: tuple[Text, ...]
    controllers: tuple[Text, ...]
    joint: tuple[Text, ...]


def in_use(now: datetime) -> Bundle | None:
    """Return the policy in use today, if there is one."""
    return policies.in_force(civil_date(now))


def recorded() -> tuple[papers.Paper, ...]:
    """Return every paper that was recorded in the organisation in scope."""
    return tuple(
        papers.Paper(one.kind, one.partner, one.reference, one.version, one.signed_on, one.review_on)
        for one in Paper.objects.filter(organisation_id=current()).order_by("signed_on", "made_at")
    )


def standing(now: datetime) -> tuple[Needed, ...]:
    """Return every paper that should be there, and whether it is."""
    return papers.needed(in_use(now), recorded(), today=civil_date(now))


def register(bundle: Bundle) -> tuple[Entry, ...]:
    """Return the register of processing (GDPR article 30), from the policy in use alone."""
    return tuple(_entry(bundle, one) for one in activities_in_force(bundle))


def register_csv(entries: tuple[Entry, ...]) -> str:
    """Return the register as a spreadsheet reads it; no cell begins as a formula does."""
    out = StringIO()
    writer = csv.writer(out, delimiter=";")
    writer.writerow([said(word) for word in HEADERS])
    for entry in entries:
        writer.writerow([_plain(cell) for cell in cells(entry)])
    return "﻿" + out.getvalue()


HEADERS = (
    Text("Verwerking", "Activity"),
    Text("Doelen", "Purposes"),
    Text("Grondslagen", "Grounds"),
    Text("Gegevens", "Data"),
    Text("Over wie", "About whom"),
    Text("Wie het ziet", "Who sees it"),
    Text("Hoelang", "How long"),
    Text("Verantwoordelijk", "Controllers"),
    Text("Samen met", "Together with"),
)


def cells(entry: Entry) -> tuple[str, ...]:
    """Return one line of the register as finished words."""
    lists = (entry.purposes, entry.grounds, entry.data, entry.people)
    return (
        said(entry.name),
        *("; ".join(said(text) for text in one) for one in lists),
        said(entry.recipients),
        "; ".join(said(text) for text in entry.terms),
        "; ".join(said(text) for text in entry.controllers),
        "; ".join(said(text) for text in entry.joint) or "–",
    )


def _entry(bundle: Bundle, one: Processing) -> Entry:
    activity = one.activity
    return Entry(
        name=activity.name,
        purposes=tuple(bundle.purposes[id_].name for id_ in one.purposes),
        grounds=tuple(_ground(bundle.grounds[id_]) for id_ in one.grounds),
        data=tuple(DATA[id_] for id_ in activity.data),
        people=tuple(PEOPLE[id_] for id_ in activity.people),
        recipients=activity.recipients,
        terms=tuple(_term(item) for item in bundle.retention_list if item.about in activity.retention),
        controllers=tuple(CONTROLLERS[id_] for id_ in activity.controllers),
        joint=tuple(
            Text("{partner}: {agreement}", "{partner}: {agreement}").format(
                partner=bundle.partners[joint.with_].name, agreement=joint.agreement
            )
            for joint in activity.joint
        ),
    )


def _ground(ground: Ground) -> Text:
    words = Text("{name} ({article})", "{name} ({article})")
    if ground.unverified:
        words = Text(
            "{name} ({article}; nog niet getoetst door een jurist)",
            "{name} ({article}; not checked by a lawyer yet)",
        )
    return words.format(name=ground.name, article=ground.article)


def _term(term: RetentionTerm) -> Text:
    if term.keep_for is None:
        return Text("{name}: blijft bewaard", "{name}: is kept").format(name=term.name)
    words = Text("{name}: {long} vanaf {start}", "{name}: {long} from {start}")
    return words.format(name=term.name, long=term.keep_for.words, start=STARTS[term.from_])


def _plain(cell: str) -> str:
    return f"'{cell}" if cell.startswith(tuple(_RISKY)) else cell
