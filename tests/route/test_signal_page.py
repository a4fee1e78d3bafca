"""The page of one signal: what to do next, what was told, what is established, and no reporter."""

from tests.route.case import HAPPENED, REPORTER, VICTIM, Case


def test_shows_what_was_told_with_the_capacity_of_each_person(case: Case) -> None:
    """DATA-02, V27: a person is shown with a capacity, and a victim is presumed."""
    page = case.get().content.decode()
    assert HAPPENED in page
    assert VICTIM in page
    assert "vermoedelijk slachtoffer" in page


def test_never_shows_who_reported(case: Case) -> None:
    """ROLE-03, V6: not on the page, not in the timeline, not for the focal point either."""
    page = case.get().content.decode()
    assert REPORTER not in page
    assert "06-kanarie" not in page
    assert "Burgerzaken" not in page


def test_puts_the_next_step_on_top_with_its_source_and_button(case: Case) -> None:
    """Principle 1: what to do next, why, and who says so."""
    answer = case.get()
    todo = answer.context["page"].next
    assert todo.href == case.url("ontvangen/")
    assert "bijlage 2" in todo.source.nl
