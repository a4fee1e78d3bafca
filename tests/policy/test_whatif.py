"""What if: another policy on the organisation's own past signals, shielded for who may see no signal (ROLE-14, V22)."""

import re
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from baken.core.policy.resolve import resolve
from baken.ledger import destroying, policies
from baken.policy.drafting import actions, queries
from baken.policy.models import ToldNumber
from baken.policy.whatif.queries import tried
from baken.project import policies as shipped
from baken.tenancy.scope import scope
from tests.ledger.test_destroying import as_owner
from tests.policies.test_shipped import DAY
from tests.policy.test_reading import adopt, page
from tests.route.case import Case, begin, reported

OTHER = "/beleid/wat-als/?met=hoorn"
LOOSER = "Mag naar Nederlandse Arbeidsinspectie"


def labour(case: Case, number: int) -> list[UUID]:
    """Report signals in which labour exploitation was established."""
    made = []
    for _number in range(number):
        one = Case(case.town, case.client, reported(case.town))
        one.receive().establish("exploitation", ["labour"])
        made.append(one.signal)
    return made


def lines(text: str) -> str:
    """Return the part of a page with the changes."""
    return text.partition("Wat er anders was gegaan")[2].partition("Wat wilt u uitproberen?")[0]


def test_the_focal_point_sees_which_signals_would_have_gone_elsewhere(case: Case) -> None:
    signals = labour(case, 2)
    html = case.client.get(OTHER).content.decode()
    assert "2 signalen" in html
    for signal in signals:
        assert f"/signalen/{signal}/" in html
    assert LOOSER in html


def test_a_policy_adviser_sees_no_signal_and_no_small_number(case: Case) -> None:
    """ROLE-14, V22: not whether there is one at all, and not how many were looked at."""
    labour(case, 2)
    text = page(case.town, OTHER, "adviser")
    assert "Elke verandering raakt minder dan 10 signalen, of geen enkel." in text
    assert LOOSER not in text
    assert "/signalen/" not in case.visit("adviser").client.get(OTHER).content.decode()
    assert "Bekeken minder dan 10, of geen" in text
    assert not re.search(r"(?<!dan )\b\d+ signa", lines(text))


def test_what_was_left_out_is_counted_for_who_handles_signals_alone(case: Case) -> None:
    adopt(case.town, resolve(shipped.library(), "montfoort", DAY), in_days=-30)
    labour(case, 1)
    text = page(case.town, "/beleid/wat-als/?met=woerden", "adviser")
    assert "volgden het beleid van een ander" in text
    assert "volgden het beleid van een ander:" not in text


def test_a_policy_adviser_sees_larger_numbers_rounded_and_one_signal_more_changes_none(case: Case) -> None:
    """Differencing: the day after one more signal came in, every number is the same."""
    labour(case, 11)
    before = lines(page(case.town, OTHER, "adviser"))
    assert LOOSER in before
    assert "ongeveer 10 signalen" in before
    labour(case, 2)
    assert lines(page(case.town, OTHER, "adviser")) == before
    assert "13 signalen" in page(case.town, OTHER, "focal_point")


def test_what_was_told_is_kept_without_the_signals_themselves(case: Case) -> None:
    signals = labour(case, 6)
    page(case.town, OTHER, "adviser")
    with scope(case.town.woerden.id):
        kept = list(ToldNumber.objects.all())
        assert kept
        assert not [one for one in kept for signal in signals if signal.bytes[:8] in bytes(one.signals)]
        count = len(kept)
    page(case.town, OTHER, "adviser")
    page(case.town, OTHER, "focal_point")
    with scope(case.town.woerden.id):
        assert ToldNumber.objects.count() == count


def test_nobody_else_tries_and_a_draft_of_another_is_not_there(case: Case) -> None:
    draft = drafted(case, "")
    for visitor, status in (("coordinator", 403), ("supervisor", 403), ("neighbour", 404), ("adviser", 200)):
        assert case.visit(visitor).client.get(f"/beleid/ontwerp/{draft}/wat-als/").status_code == status
    assert case.client.get(f"/beleid/ontwerp/{uuid4()}/wat-als/").status_code == 404


def drafted(case: Case, text: str) -> UUID:
    """Draft a policy for Woerden, with something more in its route, or with another route."""
    with scope(case.town.woerden.id):
        base = queries.base()
        files = {
            **base.files,
            "route.yaml": text if text.startswith("format") else base.files["route.yaml"] + text,
        }
        draft = actions.start(
            policy_id="woerden",
            valid_from=case.town.today + timedelta(days=30),
            files=files,
            cases=base.cases,
            about="",
            actor=case.town.actor("adviser"),
            now=case.town.now,
        )
    return draft


STRICT = """
  - id: comensha
    to: comensha
    when: {exploitation: {includes: labour}}
    strength: required
    nameless: yes
    within: {hours: 1}
    chosen: een proef
"""


def test_a_draft_is_tried_before_anybody_follows_it(case: Case) -> None:
    draft = drafted(case, STRICT)
    signal = labour(case, 1)[0]
    text = page(case.town, f"/beleid/ontwerp/{draft}/wat-als/", "focal_point")
    assert "Moet ook naar" in text
    assert "CoMensha" in text
    assert str(signal)[:8] not in text  # a link, never a name or an identifier in words


def test_a_draft_with_mistakes_says_what_to_do(case: Case) -> None:
    draft = drafted(case, "format: 1\nreferrals:\n  - to: nobody\n")
    assert "Dit ontwerp heeft nog fouten" in page(case.town, f"/beleid/ontwerp/{draft}/wat-als/", "adviser")


def test_signals_of_somebody_elses_policy_are_left_out_and_counted(case: Case) -> None:
    adopt(case.town, resolve(shipped.library(), "montfoort", DAY), in_days=-30)
    labour(case, 2)
    text = page(case.town, "/beleid/wat-als/?met=woerden", "focal_point")
    assert "Bekeken 2" in text
    assert "volgden het beleid van een ander: 1" in text


@pytest.mark.django_db(transaction=True)
def test_destroyed_signals_are_left_out_and_counted() -> None:
    case = begin()
    gone = labour(case, 2)[0]
    with as_owner():
        destroying.destroy(case.town.woerden.id, gone, now=case.town.now)
    text = page(case.town, OTHER, "focal_point")
    assert "Bekeken 2" in text
    assert "vernietigd, want de bewaartermijn is voorbij: 1" in text


def test_nothing_changes_under_the_policy_in_force_and_nonsense_is_no_policy(case: Case) -> None:
    assert "Dit is het beleid dat nu geldt" in page(case.town, "/beleid/wat-als/?versie=1", "adviser")
    assert "Dit beleid kan niet worden uitgeprobeerd" in page(case.town, "/beleid/wat-als/?met=..", "adviser")
    assert case.client.get("/beleid/wat-als/?versie=9").status_code == 404


def test_it_asks_the_same_few_questions_for_more_signals(case: Case) -> None:
    labour(case, 2)
    case.client.get(OTHER)
    with CaptureQueriesContext(connection) as few:
        case.client.get(OTHER)
    labour(case, 5)
    with CaptureQueriesContext(connection) as many:
        case.client.get(OTHER)
    assert len(few) == len(many)


def test_no_vault_and_no_words_are_touched(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    """Facts and history only: the content of a signal is never opened."""
    labour(case, 1)
    monkeypatch.setattr(
        "baken.ledger.vault.get", lambda *a, **k: pytest.fail("opens the vault"), raising=False
    )
    with scope(case.town.woerden.id):
        base = policies.in_force(case.town.today)
        assert base is not None
        assert tried(base, resolve(shipped.library(), "hoorn", DAY), now=case.town.now).touched
