"""The papers and what is drawn up from the policy: nothing typed is lost, nothing recorded changes (V18, V28)."""

import csv
import io
from datetime import date
from uuid import UUID

import pikepdf
import pytest
from django.db import ProgrammingError, transaction
from django.test import Client

from baken.core.policy.register import activities_in_force
from baken.tenancy.scope import scope
from baken.trust.accountability import actions, queries
from baken.trust.accountability.models import Paper
from tests.intake.conftest import adopt
from tests.tenants.town import Town, build

PAPERS = "/verantwoording/stukken/"
SIGNED = {"reference": "Z/26/0417", "version": "1.2", "signed_on": "2026-09-01", "review_on": "2029-09-01"}


@pytest.fixture
def town(db: None) -> Town:
    """Woerden has a policy in use."""
    made = build()
    adopt(made)
    return made


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"signed_on": "2099-01-01", "review_on": "2099-06-01"}, "nog niet ondertekend"),
        ({"review_on": "2026-09-01"}, "kan niet"),
        ({"review_on": "2036-09-01"}, "kan niet"),
    ],
)
def test_a_day_that_cannot_be_is_refused_and_nothing_typed_is_lost(
    client: Client, town: Town, change: dict[str, str], says: str
) -> None:
    town.visit(client, "privacy")
    answer = client.post(f"{PAPERS}vastleggen/dpia/", {**SIGNED, **change})
    assert answer.status_code == 409
    assert says in answer.content.decode()
    assert "Z/26/0417" in answer.content.decode()
    with scope(town.woerden.id):
        assert Paper.objects.count() == 0


def test_a_paper_that_is_sent_twice_is_recorded_once(client: Client, town: Town) -> None:
    town.visit(client, "privacy")
    for _ in range(2):
        sent = client.post(f"{PAPERS}vastleggen/dpia/", {**SIGNED, "command": str(UUID(int=7))})
        assert sent.status_code == 303
    with scope(town.woerden.id):
        assert Paper.objects.count() == 1


def test_a_recorded_paper_cannot_be_changed_or_removed(town: Town) -> None:
    """Written once; a newer one is recorded beside it."""
    with scope(town.woerden.id):
        days = {"signed_on": date(2026, 9, 1), "review_on": date(2029, 9, 1)}
        told = {"kind": "dpia", "partner": "", "reference": "Z/26/0417", "version": "1.2"}
        actions.record(**told, **days, by=None, now=town.now)
        for change in (Paper.objects.all().delete, lambda: Paper.objects.update(version="9")):
            with pytest.raises(ProgrammingError), transaction.atomic():
                change()


def test_the_register_names_every_activity_with_purpose_ground_term_and_controller(
    client: Client, town: Town
) -> None:
    town.visit(client, "supervisor")
    answer = client.get(f"{PAPERS}register.csv")
    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig")), delimiter=";"))
    with scope(town.woerden.id):
        bundle = queries.in_use(town.now)
        assert bundle is not None
        assert [row[0] for row in rows[1:]] == [one.activity.name.nl for one in activities_in_force(bundle)]
    assert all(all(cell.strip() for cell in row) for row in rows)
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row)


def test_the_start_of_a_dpia_is_drawn_up_from_the_policy_in_use_as_a_tagged_pdf(
    client: Client, town: Town
) -> None:
    town.visit(client, "privacy")
    answer = client.get(f"{PAPERS}dpia.pdf")
    with pikepdf.open(io.BytesIO(answer.content)) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert "DPIA" in str(pdf.docinfo["/Title"])


def test_the_entry_for_the_algorithm_register_says_that_a_person_decides(client: Client, town: Town) -> None:
    """V18."""
    town.visit(client, "adviser")
    entry = client.get(f"{PAPERS}algoritmeregister.json").json()
    assert "Een mens beslist" in entry["korte_omschrijving"]
    assert entry["status"].startswith("Concept")
    assert all(entry.values())
