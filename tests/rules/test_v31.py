"""V31: where somebody is or may be a minor, the pages say what is different and a name asks for a reason."""

from collections.abc import Callable

import pytest

from tests.refer.conftest import Handing
from tests.route.case import Case, begin

TABLE = "local_undermining_meeting"
WHY = "Veilig Thuis moet weten om welk kind het gaat."
CLAIMED = {"claims": {"exploitation": ("labour",), "age": ("minor",)}}
BEGIN: dict[str, Callable[[], Case]] = {
    "claimed": lambda: begin(**CLAIMED).receive(),
    "established": lambda: begin().receive().establish("age", "minor"),
}


@pytest.fixture(params=BEGIN)
def child(request: pytest.FixtureRequest, db: None) -> Case:
    """A received signal about somebody who is, or as the reporter thinks may be, a minor."""
    return BEGIN[request.param]()


def test_from_the_first_look_the_page_says_what_is_different(db: None) -> None:
    page = begin(**CLAIMED).get().content.decode()
    for said in ("Jeugdwet", "Veilig Thuis", "Neem niet eerst contact op met ouders"):
        assert said in page


def test_so_do_the_pages_where_it_is_shared(child: Case) -> None:
    for where in ("overdragen/care_coordinator/", "overleg/"):
        assert "Een naam deelt u alleen met een eigen reden." in child.get(where).content.decode()


def test_a_hand_over_with_a_name_asks_one_more_reason_which_is_recorded(child: Case) -> None:
    handing = Handing(child)
    pieces = ["account", "persons"]
    answer = handing.over("care_coordinator", pieces=pieces, minor_reason="")
    assert answer.status_code == 422
    assert "minor_reason" in answer.context["form"].errors
    assert handing.over("care_coordinator", pieces=pieces, minor_reason=WHY).status_code == 303
    assert WHY in child.get().content.decode()


def test_without_a_name_it_needs_none(child: Case) -> None:
    handing = Handing(child)
    assert handing.over("care_coordinator", named="no", pieces=None).status_code == 303
    assert not handing.referrals[0].named


def test_at_a_table_it_is_without_names_unless_a_reason_is_recorded(child: Case) -> None:
    child.send("vertrouwenspersoon/", outcome="not_possible", reason="Nog geen contact.")
    assert child.get("overleg/").context["form"]["named"].value() == "no"
    assert child.send("overleg/", table=TABLE, named="yes").status_code == 422
    assert child.send("overleg/", table=TABLE, named="yes", minor_reason=WHY).status_code == 303
    assert child.file().stream.events[-1].event.minor_reason is not None


def test_for_an_adult_nothing_more_is_asked(case: Case) -> None:
    case.receive().establish("age", "adult")
    assert "minor_reason" not in case.get("overleg/").context["form"].fields
    assert "minor_reason" not in case.get("overdragen/care_coordinator/").context["form"].fields
    assert "Jeugdwet. Vraag" not in case.get().content.decode()
