"""`baken policy adopt`: one hand puts a policy into use, and the record says so (ROLE-12)."""

from datetime import timedelta

import pytest
from click.testing import CliRunner, Result

from baken.core.policy.library import Library
from baken.core.vocabulary.moments import civil_date
from baken.ledger import policies
from baken.policy.adopting import alone
from baken.project.policies import library
from baken.project.policy_commands import policy
from baken.tenancy.scope import scope
from tests.tenants.town import Town, build


@pytest.fixture
def town(db: None) -> Town:
    """Municipalities without a policy."""
    return build()


def run(town: Town, slug: str = "woerden", *, later: int = 0, decided: int = 3) -> Result:
    """Adopt as somebody types it, from so many days on, on a decision so many days ago."""
    today = civil_date(town.now)
    words = [
        *("adopt", slug, "--from", (today + timedelta(days=later)).isoformat()),
        *("--decision", "collegebesluit 2026-7"),
        *("--decided-on", (today - timedelta(days=decided)).isoformat(), "--lang", "en"),
    ]
    return CliRunner().invoke(policy, words)


def test_a_policy_comes_into_use_and_the_record_says_that_one_hand_did_it(town: Town) -> None:
    done = run(town)
    assert done.exit_code == 0, done.output
    assert "One hand did this" in done.output
    with scope(town.woerden.id):
        (adopted,) = policies.decided().adoptions
        assert (adopted.proposal, adopted.by) == (None, None)
        assert (adopted.decision, adopted.decided_on) == (
            "collegebesluit 2026-7",
            civil_date(town.now) - timedelta(days=3),
        )
        assert policies.in_force(civil_date(town.now)) is not None


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ({"slug": "nergens"}, "There is no organisation nergens"),
        ({"slug": "elders"}, "`elders` does not exist"),
        ({"later": -1}, "has passed"),
        ({"decided": -1}, "lies in the future"),
    ],
)
def test_is_refused_with_a_sentence(town: Town, words: dict[str, object], said: str) -> None:
    found = run(town, **words)  # type: ignore[arg-type]
    assert found.exit_code == 2
    assert said in found.output
    assert "Traceback" not in found.output


def test_the_same_policy_twice_is_refused(town: Town) -> None:
    assert run(town).exit_code == 0
    assert "in use already" in run(town).output


def test_what_breaks_a_promise_or_a_case_is_not_put_into_use(town: Town) -> None:
    there = library()
    version = there.versions("woerden")[-1]
    files = dict(there.files("woerden", version))
    route = (
        bytes(files["route.yaml"]) if isinstance(files["route.yaml"], bytes) else files["route.yaml"].encode()
    )
    files["route.yaml"] = route.replace(b"until: trusted_person.considered", b"until: signal.received")
    folders = {
        name: {day: there.files(name, day) for day in there.versions(name)} for name in there.policy_ids
    }
    folders["woerden"] = {version: files}
    broken = Library(folders, {"woerden": there.case_files("woerden")})
    today = civil_date(town.now)
    with scope(town.woerden.id), pytest.raises(alone.NotWell) as caught:
        alone.adopt(broken, "woerden", from_date=today, decision="b", decided_on=today, now=town.now)
    told = [one.en for one in caught.value.found]
    assert any(line.startswith("promise not kept") for line in told)
    assert any("comes out otherwise" in line for line in told)
    with scope(town.woerden.id):
        assert policies.decided().adoptions == ()
