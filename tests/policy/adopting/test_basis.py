"""The national promises count for whoever puts a policy into use: nobody calls their own policy the national basis."""

import pytest

from baken.core.decide.refusal import Refused
from baken.core.policy.errors import PolicyErrors
from baken.policy.adopting import alone
from baken.policy.drafting.examining import examine
from baken.policy.library import library
from baken.tenancy.scope import scope
from tests.policy.adopting.hall import Hall

HEAD, BASIS = "municipality.yaml", "extends: copen"


def call_it_national(hall: Hall) -> None:
    """Let the draft say that it is the national basis itself: it builds on nothing, and promises nothing."""
    hall.change(HEAD, "kind: municipality", "kind: national")
    hall.change(HEAD, BASIS, "# builds on nothing")


def test_a_draft_that_calls_itself_the_national_basis_is_told_so_and_not_proposed(hall: Hall) -> None:
    call_it_national(hall)
    with scope(hall.town.woerden.id):
        found = examine(hall.now)
    assert found.bundle is None
    with pytest.raises(Refused, match="still finds something wrong"):
        hall.propose()


def test_calling_itself_national_is_the_mistake_where_nothing_else_is_wrong(hall: Hall) -> None:
    """Also when it names all that it needs itself."""
    there = library()
    with scope(hall.town.woerden.id):
        draft = hall.now
        files = {
            name: (text if isinstance(text, str) else text.decode()).replace(
                "\nid: national\n", "\nid: woerden\n"
            )
            for name, text in there.files("national", there.versions("national")[-1]).items()
            if name != "properties.yaml"
        }
        draft.files, draft.cases = files, {}
        (error,) = examine(draft).errors
        assert "neemt geen landelijke basis in gebruik" in error.in_("nl")
        assert (error.file, error.line > 0) == (f"woerden/{draft.valid_from.isoformat()}/{HEAD}", True)
        own = there.with_folder("woerden", draft.valid_from.isoformat(), files, {})
        with pytest.raises(PolicyErrors, match="puts no national basis into use"):
            alone.adopt(
                own,
                "woerden",
                from_date=draft.valid_from,
                decision="b",
                decided_on=hall.today,
                now=hall.town.now,
            )
    assert len(hall.state.adoptions) == 1
