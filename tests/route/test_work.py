"""The work list: what changed, what is owed with its button, whom to call, and the list itself."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from baken.ledger.models import Obligation, SignalRow
from baken.refer.actions import record_answer
from baken.route import actions as route
from baken.route.queries.todo import SAME, todos
from baken.route.queries.ways import PAGES
from baken.tenancy.models import Membership
from baken.tenancy.scope import scope
from tests.route.case import REPORTER, VICTIM, Case, reported

WORK = "/werk/"


@pytest.fixture
def woerden(case: Case) -> Iterator[Case]:
    """The same case, with Woerden in scope for what the test itself writes."""
    with scope(case.town.woerden.id):
        yield case


def test_says_what_is_owed_with_reason_source_and_button(case: Case) -> None:
    """Principle 1, on the page where the day begins."""
    page = case.client.get(WORK).content.decode()
    assert "Neem het signaal in ontvangst." in page
    assert "bijlage 2, stap 2" in page
    assert case.url("ontvangen/") in page


def test_shows_a_reference_and_never_a_name(case: Case) -> None:
    """Content is read on the signal's own page only."""
    page = case.client.get(WORK).content.decode()
    assert VICTIM not in page
    assert REPORTER not in page


def test_the_oldest_is_on_top(case: Case) -> None:
    """What waits longest comes first."""
    older = reported(case.town, now=case.town.now - timedelta(days=9))
    found = case.client.get(WORK).context["work"].owed
    assert [one.id for one in found] == [older, case.signal]


def test_begins_with_what_others_did_since_the_last_visit(woerden: Case) -> None:
    """Principle 9; one's own acts are no news."""
    _visited(woerden, woerden.town.now - timedelta(days=1))
    fresh = reported(woerden.town, now=woerden.town.now - timedelta(hours=2))
    woerden.receive()
    changed = woerden.client.get(WORK).context["work"].changed
    assert [one.id for one in changed] == [fresh]


def test_what_another_did_again_is_told_once(woerden: Case) -> None:
    """A partner who answered three times the same made the rest of the news disappear."""
    woerden.receive()
    _visited(woerden, woerden.town.now - timedelta(days=1))
    for value in ("not_acute", "acute", "not_acute"):
        by = {**woerden.by(), "actor": woerden.town.actor("lead")}
        route.establish_fact(fact="urgency", value=value, reason="nagevraagd", **by)
    [one] = woerden.client.get(WORK).context["work"].changed
    assert len(one.what) == 2
    assert "niet acuut" in one.what[-1].nl


def test_the_first_visit_says_what_will_stand_there(case: Case) -> None:
    """An empty state explains itself."""
    assert "Dit is uw eerste bezoek." in case.client.get(WORK).content.decode()


def test_a_claimed_acute_signal_ends_in_a_telephone_number(case: Case) -> None:
    """Principle 5, TRIAGE-01: also when only the reporter says so."""
    signal = reported(case.town, claims={"urgency": ("acute",)})
    page = case.client.get(WORK)
    assert [row.stream_id for row in page.context["work"].calls] == [signal]
    assert 'href="tel:112"' in page.content.decode()
    case.signal = signal
    assert 'href="tel:112"' in case.get().content.decode()


def test_once_nobody_is_in_danger_there_is_no_call_any_more(case: Case) -> None:
    """An established fact goes before a claim."""
    case.signal = reported(case.town, claims={"urgency": ("acute",)})
    case.receive().establish("urgency", "not_acute")
    assert case.client.get(WORK).context["work"].calls == []
    assert case.get().context["page"].calls == []


def test_the_list_is_filtered_by_stage_form_month_and_closing(case: Case) -> None:
    """Closed words in the address; what is not on a list counts as not asked."""
    other = reported(case.town, claims={}, now=case.town.now - timedelta(days=40))
    case.receive()

    def listed(query: str) -> set[object]:
        return {row.stream_id for row in case.client.get(f"{WORK}?{query}").context["work"].rows}

    assert listed("stap=received") == {case.signal}
    assert listed("vorm=labour") == {case.signal}
    assert listed("vorm=geen") == {other}
    assert listed(f"maand={case.town.now - timedelta(days=40):%Y-%m}") == {other}
    assert listed("stand=dicht") == set()
    assert listed("stap=verzonnen&maand=2026-13&nieuwer=x&ouder=%C3%A9") == {case.signal, other}


def test_a_filter_that_nothing_fits_says_so_and_leads_back(case: Case) -> None:
    """An empty state explains itself."""
    page = case.client.get(f"{WORK}?stand=dicht").content.decode()
    assert "Geen signaal past hierbij" in page
    assert "Toon alle open signalen" in page


def test_pages_turn_forth_and_back_without_losing_or_repeating_a_signal(woerden: Case) -> None:
    """By the key of the last row, so that it stays right when signals come in meanwhile."""
    _rows(woerden, 60)
    seen, query = [], ""
    while True:
        page = woerden.client.get(f"{WORK}{query}").context
        seen += [row.stream_id for row in page["work"].rows]
        if not page["older"]:
            break
        query = page["older"].partition("#")[0]
    assert len(seen) == len(set(seen)) == 61
    back = woerden.client.get(f"{WORK}{page['newer'].partition('#')[0]}").context["work"].rows
    assert [row.stream_id for row in back] == seen[25:50]


def test_asks_as_little_of_the_database_for_a_thousand_signals_as_for_ten(woerden: Case) -> None:
    """At most twelve queries, however long the list."""
    _visited(woerden, woerden.town.now - timedelta(days=30))
    for _number in range(9):
        reported(woerden.town)
    woerden.client.get(WORK)
    with CaptureQueriesContext(connection) as few:
        woerden.client.get(WORK)
    _rows(woerden, 990)
    with CaptureQueriesContext(connection) as many:
        woerden.client.get(WORK)
    assert len(few) == len(many), [query["sql"][:80] for query in many]
    real = [query for query in many if "SAVEPOINT" not in query["sql"] and "set_config" not in query["sql"]]
    assert len(real) <= 12, [query["sql"][:90] for query in real]


def test_a_long_history_costs_a_signal_no_more_queries_than_a_short_one(woerden: Case) -> None:
    """The vault is read once, and the names of colleagues once."""
    woerden.receive()
    woerden.get()
    with CaptureQueriesContext(connection) as few:
        woerden.get()
    for value in ("acute", "not_acute") * 3:
        woerden.establish("urgency", value)
    with CaptureQueriesContext(connection) as many:
        woerden.get()
    assert len(few) == len(many)
    real = [query for query in many if "SAVEPOINT" not in query["sql"] and "set_config" not in query["sql"]]
    assert len(real) <= 12, [query["sql"][:90] for query in real]


def _visited(case: Case, at: datetime) -> None:
    Membership.objects.filter(id=case.town.members["focal_point"].id).update(previous_visit=at)


def _rows(case: Case, number: int) -> None:
    """Many signals at once, as the list knows them."""
    like = SignalRow.objects.filter(organisation_id=case.town.woerden.id).first()
    assert like is not None
    rows, owed = [], []
    for step in range(number):
        stream, at = uuid4(), case.town.now - timedelta(hours=step + 1)
        fields = {f.name: getattr(like, f.name) for f in SignalRow._meta.fields if f.name != "pk"}
        rows.append(SignalRow(**{**fields, "stream_id": stream, "reported_at": at, "last_at": at}))
        owed.append(
            Obligation(organisation_id=like.organisation_id, stream_id=stream, step="receive", since=at)
        )
    SignalRow.objects.bulk_create(rows)
    Obligation.objects.bulk_create(owed)


def test_one_message_that_answers_two_things_has_one_button(case: Case) -> None:
    """The first answer and a partner's answer are both owed; telling the reporter once does both (ROUTE-17)."""
    case.receive().establish("urgency", "acute").assess("suspicion")
    referral = case.hand_over("care_coordinator")
    with scope(case.town.woerden.id):
        record_answer(referral=referral, outcome="taken_up", note="", **case.by())
    found = [todo for todo in todos(case.file()) if todo.action == PAGES["reporter.informed"][1]]
    assert [bool(todo.href) for todo in found] == [True, False]
    assert SAME in found[1].because
