"""A town with a policy in use in Woerden, so that its door is open."""

from datetime import UTC, date, datetime
from pathlib import Path
from uuid import uuid4

import pytest

from baken.core.policy.bundle import Bundle
from baken.core.policy.library import Library
from baken.core.policy.resolve import resolve
from baken.ledger import policies
from baken.tenancy.actions import create_organisation, create_post
from baken.tenancy.boxes import new_pair
from baken.tenancy.keys import give_public
from baken.tenancy.scope import scope
from tests.tenants.town import Town, build

NATIONAL = Path(__file__).parents[2] / "policies/national/2022-01-01"
SAYS = 'source: {document: d, place: "1"}'
# Why, on what ground and how long: no policy goes without, and inventing it again would test nothing.
KEPT = (
    "enrichment.yaml",
    "municipality.yaml",
    "partners.yaml",
    "processing.yaml",
    "retention.yaml",
    "texts.yaml",
)
BASIS = {name: (NATIONAL / name).read_text("utf-8") for name in KEPT}
FILES = {
    "municipality.yaml": f"""format: 1
id: woerden
kind: municipality
name: {{nl: Woerden, en: Woerden}}
extends: national
{SAYS}
documents:
  - {{id: d, title: Verzonnen beleid}}
""",
    "texts.yaml": """format: 1
texts:
  - {id: a, nl: Neem het signaal in ontvangst., en: Take the signal in hand.}
""",
    "route.yaml": f"""format: 1
steps:
  - id: receive
    actor: focal_point
    completes: signal.received
    within: {{working_days: 2}}
    text: a
    {SAYS}
  - {{id: look, actor: focal_point, completes: source.consulted, text: a, {SAYS}}}
  - {{id: tell, actor: focal_point, completes: reporter.informed, text: a, {SAYS}}}
""",
    "reporting.yaml": f"""format: 1
emergency_numbers:
  - {{id: e, name: {{nl: Alarmnummer, en: Emergency}}, phone: "112", when_to_use: {{nl: Nu, en: Now}}, {SAYS}}}
reporting_points:
  - id: line
    name: {{nl: Verzonnen meldpunt, en: Invented line}}
    when_to_use: {{nl: Bij vragen, en: With questions}}
    phone: 0800-0000
    web: https://meldpunt.example
    {SAYS}
""",
}


def bundle() -> Bundle:
    """A small policy with everything that reporting reads."""
    there = Library({"national": {"2022-01-01": BASIS}, "woerden": {"2024-01-01": FILES}}, {})
    return resolve(there, "woerden", date(2026, 1, 1))


def adopt(town: Town, slug: str = "woerden") -> None:
    """Put the policy into use in one municipality."""
    with scope(town.organisations[slug].id):
        policies.adopt(
            bundle(),
            from_date=date(2024, 1, 1),
            decision="besluit",
            now=town.now,
            actor=None,
            command=uuid4(),
        )


@pytest.fixture
def town(db: None) -> Town:
    """Woerden is open; Montfoort has no policy in use."""
    made = build()
    adopt(made)
    return made


@pytest.fixture
def village(db: None) -> Town:
    """The same two municipalities without people, for tests that need no passphrase and no log-in."""
    made = Town(datetime.now(UTC))
    for slug in ("woerden", "montfoort"):
        organisation = create_organisation(slug=slug, name=slug.title(), kind="municipality", now=made.now)
        made.organisations[slug] = organisation
        with scope(organisation.id):
            name = f"Aandachtsfunctionaris {organisation.name}"
            post = create_post(role="focal_point", name=name, holders=[], now=made.now)
            give_public(post, new_pair().public, by=None, now=made.now)
    adopt(made)
    return made
