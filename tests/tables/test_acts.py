"""A signal on a table, and what the table decided; Woerden's police wait for the trusted person (ROUTE-W3a)."""

from tests.route.case import REPORTER, Case

TABLE = "local_undermining_meeting"
WHY = "Zij kan elk moment worden weggebracht."


def considered(case: Case) -> Case:
    """Answer the question about the trusted person."""
    case.send("vertrouwenspersoon/", outcome="not_possible", reason="Er is nog geen contact.")
    return case


def test_a_table_with_police_waits_and_the_page_says_for_what(case: Case) -> None:
    """ROUTE-W3a: the reason stands above the form, with the way to what comes first."""
    page = case.receive().get("overleg/").content.decode()
    assert "moet nog wachten" in page
    assert case.url("vertrouwenspersoon/") in page
    assert case.send("overleg/", table=TABLE).status_code == 409
    assert "signal.tabled" not in case.happened()


def test_after_the_answer_the_table_is_free(case: Case) -> None:
    """Possible or not: the question must have been asked."""
    answer = considered(case.receive()).send("overleg/", table=TABLE)
    assert answer.status_code == 303
    assert "signal.tabled" in case.happened()


def test_an_acute_signal_passes_with_a_reason_that_stays_visible(case: Case) -> None:
    """TRIAGE-05: acute goes before, and why is recorded."""
    case.receive().establish("urgency", "acute")
    without = case.send("overleg/", table=TABLE)
    assert without.status_code == 409
    assert case.send("overleg/", table=TABLE, override_reason=WHY).status_code == 303
    assert case.get().context["page"].timeline[0].detail == WHY


def test_a_claim_of_acute_passes_nothing(case: Case) -> None:
    """Only an established fact lets a reason pass; until then the form does not even ask for one."""
    assert "override_reason" not in case.receive().get("overleg/").context["form"].fields


def test_a_decision_needs_a_table_where_the_signal_lay(case: Case) -> None:
    """ROUTE-11."""
    case.receive()
    assert "Leg eerst vast dat het daar is besproken." in case.get("overleg/besluit/").content.decode()
    assert case.send("overleg/besluit/", table=TABLE, decision="Controle").status_code == 422
    considered(case).send("overleg/", table=TABLE)
    assert case.send("overleg/besluit/", table=TABLE, decision="Controle op 3 december.").status_code == 303
    newest = case.get().context["page"].timeline[0]
    assert newest.detail == "Controle op 3 december."


def test_a_table_that_this_municipality_lacks_cannot_be_chosen(case: Case) -> None:
    """Only tables of the policy are offered."""
    assert case.receive().send("overleg/", table="verzonnen").status_code == 422


def test_no_page_of_a_table_ever_shows_who_reported(case: Case) -> None:
    """MEET-11, V6."""
    considered(case.receive())
    assert REPORTER not in case.get("overleg/").content.decode()
