"""Every address as every visitor, over https: whatever the answer is, it carries the closed headers (R10)."""

from tests.canaries.conftest import Walked
from tests.tenants.urls_table import TABLE


def test_no_answer_lacks_a_header(walked: Walked) -> None:
    assert walked.looked.bare == set()


def test_every_address_was_asked_and_every_kind_of_answer_came(walked: Walked) -> None:
    """The control: refusals, redirects, forms that come back and wrong methods are among what was looked at."""
    assert set(walked.looked.statuses) == set(TABLE)
    assert set().union(*walked.looked.statuses.values()) >= {200, 302, 403, 404, 405}
    assert {answer.status_code for _, _, answer in walked.garden.answers} >= {409, 422}


def test_the_answers_to_forms_carry_them_too(walked: Walked) -> None:
    for name, _, answer in walked.garden.answers:
        assert answer["Cache-Control"] == "no-store", name
        assert "default-src 'none'" in answer["Content-Security-Policy"], name


def test_trace_is_answered_nowhere(walked: Walked) -> None:
    """What a browser sends is not sent back, cookies least of all."""
    assert all(405 in came or came <= {302, 403, 404, 405} for came in walked.looked.statuses.values())
