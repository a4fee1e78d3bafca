"""Counts for the focal point: on the page only, with the caveat that belongs to them."""

from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.route.case import Case, reported

FIGURES = "/cijfers/"


def counts(case: Case, query: str = "") -> dict[str, dict[str, int]]:
    """Return the tables of the page by caption, with the words as keys."""
    tables = case.client.get(FIGURES + query).context["tables"]
    return {
        table.caption: {getattr(name, "nl", name): number for name, number in table.rows} for table in tables
    }


def test_few_signals_do_not_mean_no_trafficking(case: Case) -> None:
    """MON-08: the caveat stands above the numbers, also where there are none."""
    page = case.client.get(FIGURES).content.decode()
    assert "Weinig signalen betekent niet: geen mensenhandel" in page


def test_a_combination_counts_once_in_all_and_once_under_each_form(case: Case) -> None:
    """FORM-02."""
    reported(case.town, claims={"exploitation": ("labour", "criminal")})
    forms = counts(case)["Signalen per vorm van mogelijke uitbuiting"]
    assert (forms["arbeidsuitbuiting"], forms["criminele uitbuiting"], forms["seksuele uitbuiting"]) == (
        2,
        1,
        0,
    )
    found = case.client.get(FIGURES).context["found"]
    assert (found.total, found.more_forms) == (2, 1)


def test_smuggling_is_never_counted_as_trafficking(case: Case) -> None:
    """FORM-04: a related phenomenon adds to no form, and the page says so."""
    before = counts(case)["Signalen per vorm van mogelijke uitbuiting"]
    case.receive().establish("related", ["smuggling"])
    after = counts(case)["Signalen per vorm van mogelijke uitbuiting"]
    assert before == after
    assert "mensensmokkel" not in after
    assert "Mensensmokkel is geen mensenhandel" in case.client.get(FIGURES).content.decode()


def test_each_form_stands_there_as_the_international_classification_calls_it(case: Case) -> None:
    html = case.client.get(FIGURES).content.decode()
    assert "IC-TIP" in html
    assert "gedwongen arbeid of diensten" in html.lower()
    assert html.count("(niet bevestigd)") == 1, "criminal exploitation was not confirmed, the others were"


def test_counts_by_month_stage_assessment_and_kind_of_reporter(case: Case) -> None:
    """MON-01."""
    case.receive().assess("suspicion")
    reported(case.town, reporter="resident", claims={}, envelope=None)
    found = counts(case)
    assert sum(found["Signalen per maand"].values()) == 2
    assert found["Signalen per stand van zaken"]["nog niet in ontvangst genomen"] == 1
    assert found["Signalen per beoordeling"]["vermoeden van mensenhandel"] == 1
    assert found["Signalen per soort melder"]["inwoner"] == 1


def test_a_year_without_signals_is_empty_and_nonsense_is_all_years(case: Case) -> None:
    """The year travels in the address; anything else is not asked."""
    assert case.client.get(f"{FIGURES}?jaar=2001").context["found"].total == 0
    for odd in ("0", "99999", "-1", "abc", "²"):
        assert case.client.get(FIGURES, {"jaar": odd}).context["found"].total == 1


def test_policy_and_supervision_get_no_raw_counts(case: Case) -> None:
    """ROLE-14, V22: small numbers do not leave the focal point."""
    for visitor in ("adviser", "supervisor", "administrator", "coordinator"):
        assert case.visit(visitor).client.get(FIGURES).status_code == 403


def test_there_is_nothing_to_take_away(case: Case) -> None:
    """V22: the figures are on the page only."""
    page = case.client.get(FIGURES).content.decode().lower()
    assert "download" not in page
    assert "export" not in page
    assert ".csv" not in page


def test_asks_the_same_few_questions_for_many_signals(case: Case) -> None:
    """Sums are the database's work."""
    case.client.get(FIGURES)
    with CaptureQueriesContext(connection) as few:
        case.client.get(FIGURES)
    for _number in range(5):
        reported(case.town)
    with CaptureQueriesContext(connection) as many:
        case.client.get(FIGURES)
    assert len(few) == len(many)
    real = [query for query in many if "SAVEPOINT" not in query["sql"] and "set_config" not in query["sql"]]
    assert len(real) <= 12, [query["sql"][:90] for query in real]
