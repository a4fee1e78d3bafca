"""V28: DPIA, register and agreements before going live, with version and date in the product."""

import os
from datetime import date
from typing import Any

import pytest
from django.test import Client

from baken.project import doctor, migrating, starting
from baken.project.state import secrets_dir
from baken.project.trouble import Trouble
from baken.tenancy.scope import scope
from baken.trust.accountability import actions, going_live
from tests.intake.conftest import adopt
from tests.tenants.things import adopt as adopt_also
from tests.tenants.town import Town, build

PAPERS = "/verantwoording/stukken/"
SIGNED = {"reference": "Z/26/0417", "version": "1.2", "signed_on": "2026-09-01", "review_on": "2029-09-01"}


@pytest.fixture
def production(transactional_db: None, database_server: Any, monkeypatch: pytest.MonkeyPatch) -> Town:
    """Production on the tests' own server, with a policy in use in Woerden."""
    made = build()
    adopt(made)
    monkeypatch.setenv("BAKEN_ENV", "production")
    monkeypatch.setenv("BAKEN_HOSTS", "baken.example")
    monkeypatch.setenv("BAKEN_SECRETS", str(secrets_dir()))
    monkeypatch.setenv("DATABASE_URL", f"postgresql://boss:wrong@x/postgres?host={database_server.host}")
    monkeypatch.setattr(migrating, "make", lambda *steps, role: [])
    return made


def sign(town: Town, **more: Any) -> None:
    with scope(town.woerden.id):
        told = {"kind": "dpia", "partner": "", "reference": "Z/26/0417", "version": "1.2"}
        days = {"signed_on": date(2026, 9, 1), "review_on": date(2029, 9, 1)}
        actions.record(**{**told, **days, **more}, by=None, now=town.now)


def test_production_does_not_start_without_a_signed_dpia_and_says_how_to_mend_it(production: Town) -> None:
    with pytest.raises(Trouble, match=r"No signed DPIA is recorded for woerden.*baken paper add"):
        starting.make_ready(print)
    assert any("No signed DPIA" in found.wrong for found in doctor.examine(os.environ))
    sign(production)
    assert starting.make_ready(print) == ()
    assert not any("No signed DPIA" in found.wrong for found in doctor.examine(os.environ))


def test_an_organisation_without_a_policy_in_use_needs_no_dpia_yet(db: None) -> None:
    town = build()
    adopt(town)
    assert going_live.not_ready(now=town.now) == ["woerden"]


def test_a_care_organisation_with_rules_in_use_needs_a_dpia_of_its_own(db: None) -> None:
    """Issue 5: what the municipality signed does not count for whoever keeps the client files."""
    town = build()
    adopt(town)
    adopt_also(town, "zorg", "moviera")
    sign(town)
    assert going_live.not_ready(now=town.now) == ["moviera"]


def test_the_privacy_officer_records_a_paper_and_everybody_answerable_sees_version_and_date(
    client: Client, db: None
) -> None:
    town = build()
    adopt(town)
    town.visit(client, "privacy")
    assert client.get(f"{PAPERS}vastleggen/dpia/").status_code == 200
    answer = client.post(f"{PAPERS}vastleggen/dpia/", SIGNED)
    assert answer.status_code == 303
    town.visit(client, "supervisor")
    page = client.get(PAPERS).content.decode()
    assert "Z/26/0417, versie 1.2" in page
    assert "1 september 2026" in page
