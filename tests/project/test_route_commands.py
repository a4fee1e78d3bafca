"""`baken route explain` is a contract: its JSON, its errors and its exit codes."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from baken.project.route_commands import route

AT = "2026-11-22T10:00:00+01:00"
STATUSES = {"done", "due", "overdue", "waiting", "optional", "not_needed", "cannot_tell"}


def explain(*arguments: str, facts: Any = None, history: Any = None, folder: Path | None = None) -> Result:
    told = list(arguments)
    if history is not None:
        assert folder is not None
        file = folder / "history.json"
        file.write_text(json.dumps(history))
        told += ["--history", str(file)]
    text = facts if isinstance(facts, str | bytes) else json.dumps({} if facts is None else facts)
    return CliRunner().invoke(route, ["explain", "--facts", "-", "--at", AT, *told], input=text)


def answer(*arguments: str, **told: Any) -> dict[str, Any]:
    result = explain("--json", *arguments, **told)
    assert result.exit_code == 0, result.output
    found: dict[str, Any] = json.loads(result.stdout)
    return found


@pytest.mark.parametrize("policy", ["woerden", "montfoort", "hoorn", "west-friesland", "copen", "example"])
def test_the_answer_has_exactly_the_keys_of_the_contract(policy: str) -> None:
    found = answer("--policy", policy, facts={"urgency": "acute", "exploitation": ["labour"]})
    assert set(found) == {"policy", "steps", "referrals", "owed"}
    assert set(found["policy"]) == {"id", "bundle", "valid_from"}
    assert found["policy"]["bundle"].startswith("sha256:")
    for step in found["steps"]:
        assert set(step) == {"id", "actor", "status", "due_at", "because", "source"}
        assert step["status"] in STATUSES
        assert step["because"]
        assert step["source"]
    for referral in found["referrals"]:
        assert set(referral) == {"partner", "strength", "held", "done", "because", "source"}
        assert referral["because"]
    for owed in found["owed"]:
        assert set(owed) == {"step", "partner", "since", "due_at", "sentence"}
        assert owed["since"].endswith(("+01:00", "+02:00"))


def test_the_three_municipalities_lead_elsewhere(tmp_path: Path) -> None:
    facts = {
        "exploitation": ["labour"],
        "assessment": "suspicion",
        "urgency": "not_acute",
        "reporter": "staff",
    }
    required = {
        policy: {
            r["partner"]
            for r in answer("--policy", policy, facts=facts)["referrals"]
            if r["strength"] == "required"
        }
        for policy in ("woerden", "montfoort", "hoorn")
    }
    assert {"labour_authority", "care_coordinator"} <= required["woerden"] == required["montfoort"]
    assert "care_safety_house" in required["hoorn"]
    assert "labour_authority" not in required["hoorn"]


def test_history_wins_and_the_answer_is_owed(tmp_path: Path) -> None:
    history = [
        {"event": "signal.reported", "at": "2026-11-20T08:00:00+01:00"},
        {"event": "signal.received", "at": "2026-11-20T09:00:00+01:00"},
        {"event": "fact.established", "at": "2026-11-20T09:30:00+01:00", "fact": "urgency", "value": "acute"},
        {"event": "signal.referred", "at": "2026-11-20T09:40:00+01:00", "partner": "avim"},
    ]
    found = answer("--policy", "woerden", facts={"urgency": "not_acute"}, history=history, folder=tmp_path)
    (avim,) = [r for r in found["referrals"] if r["partner"] == "avim"]
    assert (avim["strength"], avim["done"]) == ("required", True)
    (answer_owed,) = [one for one in found["owed"] if one["step"] == "tell_reporter"]
    assert answer_owed["since"] == "2026-11-20T08:00:00+01:00"
    assert answer_owed["partner"] is None


def test_a_table_with_police_is_held_until_the_trusted_person_is_considered(tmp_path: Path) -> None:
    """ROUTE-W3a: sitting at the table with the police is bringing in the police."""

    def table(policy: str, *events: str) -> dict[str, Any]:
        history = [{"event": event, "at": "2026-11-20T09:00:00+01:00"} for event in events]
        found = answer("--policy", policy, history=history, folder=tmp_path)
        (row,) = [r for r in found["referrals"] if r["partner"] == "local_undermining_meeting"]
        return dict(row)

    assert table("woerden", "signal.received")["held"]
    assert not table("woerden", "signal.received", "trusted_person.considered")["held"]
    assert not table("montfoort", "signal.received")["held"]
    assert table("hoorn", "signal.received")["strength"] == "required"


def test_english_on_request() -> None:
    nl, en = (answer("--policy", "woerden", "--lang", lang) for lang in ("nl", "en"))
    assert [step["id"] for step in nl["steps"]] == [step["id"] for step in en["steps"]]
    assert all(a["because"] != b["because"] for a, b in zip(nl["steps"], en["steps"], strict=True))


def test_without_json_it_is_text_a_person_reads() -> None:
    result = explain("--policy", "woerden", facts={"urgency": {"claimed": "acute"}})
    assert result.exit_code == 0
    for words in ("Beleid: Woerden", "Stappen", "Bel nu", "volgens de melder", "Wat nog moet", "bron: "):
        assert words in result.stdout


@pytest.mark.parametrize(
    ("facts", "error"),
    [
        ({"urgency": "spoed"}, "facts.urgency: 'spoed' is not one of acute, not_acute, unknown"),
        ("{", "facts: not JSON"),
        ("", "facts: not JSON"),
        ('{"urgency": "acute", "urgency": "not_acute"}', "facts: the key 'urgency' stands twice"),
        ('{"urgency": NaN}', "facts: not JSON that can be read"),
        ("[" * 100_000, "facts: not JSON"),
        (b"\xff\xfe\x00", "facts: not UTF-8"),
        (" " * 1_100_000, "facts: larger than 1 MB"),
        ("[]", "facts: expected an object"),
    ],
    ids=lambda value: str(value)[:12],
)
def test_bad_facts_exit_2_with_one_error_per_line(facts: Any, error: str) -> None:
    result = explain("--policy", "woerden", facts=facts)
    assert result.exit_code == 2
    assert result.stdout == ""
    (line,) = result.stderr.splitlines()
    assert line.startswith(error)


def test_every_mistake_has_its_own_line(tmp_path: Path) -> None:
    history = [{"event": "signal.recieved", "at": "2026-11-20T09:00:00"}]
    result = explain(
        "--policy", "worden", "--lang", "de", facts={"age": 5, "x": 1}, history=history, folder=tmp_path
    )
    assert result.exit_code == 2
    starts = (
        "lang: ",
        "facts.age: ",
        "facts.x: ",
        "history[0].event: ",
        "history[0].at: ",
        "policy: 'worden'",
    )
    lines = result.stderr.splitlines()
    assert len(lines) == len(starts)
    assert all(line.startswith(start) for line, start in zip(lines, starts, strict=True)), lines
    assert "did you mean 'woerden'?" in lines[-1]


@pytest.mark.parametrize("at", ["2026-11-22T10:00:00", "nu", "2026-02-30T10:00:00+01:00", ""])
def test_a_wrong_moment_is_refused(at: str) -> None:
    result = explain("--policy", "woerden", "--at", at)
    assert result.exit_code == 2
    assert result.stderr.startswith("at: ")


def test_a_day_before_the_policy_is_refused() -> None:
    result = explain("--policy", "woerden", "--at", "1999-01-01T00:00:00+01:00")
    assert result.exit_code == 2
    assert "woerden" in result.stderr


def test_a_file_that_is_not_there_is_a_sentence() -> None:
    result = CliRunner().invoke(route, ["explain", "--policy", "woerden", "--facts", "/nowhere/x.json"])
    assert result.exit_code == 2
    assert result.stderr.startswith("facts: cannot read")
