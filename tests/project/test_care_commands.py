"""`baken care explain`: the contract, the example of its page, and one line for each mistake."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from baken.core.vocabulary.care import MOMENTS, WORDS
from baken.project.care_commands import care
from baken.project.cli import main

PAGE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "care-explain.md"
AT = "2026-12-10T10:00:00+01:00"
KEYS = {
    "entitlements": ["id", "from", "until", "provider", "because", "source", "confirmed"],
    "deadlines": ["id", "on", "because", "source"],
    "next": ["id", "what", "who", "by", "because", "source", "confirmed"],
    "unknown": ["id", "sentence", "blocks"],
}


def explain(facts: str, *more: str, at: str = AT) -> Result:
    return CliRunner().invoke(care, ["explain", "--facts", "-", "--at", at, *more], input=facts)


def answered(facts: dict[str, Any], *more: str) -> dict[str, list[dict[str, Any]]]:
    result = explain(json.dumps(facts), "--json", *more)
    assert result.exit_code == 0, result.stderr
    found: dict[str, list[dict[str, Any]]] = json.loads(result.stdout)
    return found


def refused(facts: str, *more: str, at: str = AT) -> list[str]:
    result = explain(facts, "--json", *more, at=at)
    assert result.exit_code == 2
    assert result.stdout == ""
    return result.stderr.splitlines()


@pytest.mark.parametrize(
    "facts", [{}, {"position": "none"}, {"position": "reflection", "reflection_granted": "2026-11-30"}]
)
def test_the_answer_has_exactly_the_keys_of_the_contract(facts: dict[str, Any]) -> None:
    found = answered(facts)
    assert list(found) == list(KEYS)
    for part, keys in KEYS.items():
        assert all(list(one) == keys for one in found[part]), part


def test_the_example_of_the_page_comes_out_as_it_says() -> None:
    facts, wanted = (
        json.loads(block) for block in re.findall(r"(?s)```json\n(.*?)```", PAGE.read_text("utf-8"))
    )
    found = answered(facts, "--policy", "moviera", "--lang", "en")
    assert list(wanted) == list(KEYS)
    for part, rows in wanted.items():
        for row in rows:
            assert row in found[part]


def test_the_page_names_every_fact_value_and_moment_and_the_mistakes_it_shows_are_told() -> None:
    text = PAGE.read_text("utf-8")
    named = set(re.findall(r"`([a-z_0-9]+)`", text))
    assert {*WORDS, *MOMENTS} <= named
    assert {value for words in WORDS.values() for value in words} <= named
    first, second = re.findall(r"(?m)^facts\..+$", text)
    assert refused('{"position": "reflextion"}') == [first]
    assert refused('{"permit_granted": "2026-06-01", "permit_ended": "2026-05-01"}') == [second]


def test_the_policy_says_who_does_it() -> None:
    for policy, who in (("moviera", "Moviera"), ("zvh-noord-holland-noord", "Zorg- en Veiligheidshuis")):
        rows = answered({"position": "dutch", "age": "adult"}, "--policy", policy)["entitlements"]
        (coordination,) = [row for row in rows if row["id"] == "care_coordination"]
        assert who in coordination["provider"]


def test_what_is_not_confirmed_says_so_in_both_languages() -> None:
    for lang, words in (("nl", "Niet bevestigd"), ("en", "Not confirmed")):
        for row in answered({"position": "none", "age": "adult"}, "--lang", lang)["entitlements"]:
            assert any(reason.startswith(words) for reason in row["because"]) is not row["confirmed"]


def test_a_handled_deadline_is_no_longer_shown_and_a_missed_one_is() -> None:
    told = {"position": "reflection", "dublin": "no", "reflection_granted": "2026-08-30"}
    assert [row["on"] for row in answered(told)["deadlines"]] == ["2026-11-30"]
    assert answered({**told, "reflection_ended": "2026-09-10"})["deadlines"] == []


def test_text_is_for_people(capsys: pytest.CaptureFixture[str]) -> None:
    words = explain('{"position": "reflection", "dublin": "no", "reflection_granted": "2026-11-30"}').stdout
    assert "28 februari 2027: einde van de bedenktijd" in words
    assert "Over verblijf beslist de IND" in words
    assert "(niet bevestigd)" in words


@pytest.mark.parametrize(
    ("facts", "line"),
    [
        ('{"position": 3}', "facts.position: expected one of dutch, eu_right, lawful"),
        ('{"kanarie": "yes"}', "facts.kanarie: unknown fact"),
        ('{"dublin": "ja"}', "facts.dublin: 'ja' is not one of yes, no, unknown"),
        (
            '{"statements": "police"}',
            "facts.statements: expected a list of police, kmar, medical, not a text",
        ),
        ('{"statements": ["dokter"]}', "facts.statements[0]: 'dokter' is not one of police, kmar, medical"),
        ('{"birth_date": "30-11-1990"}', "facts.birth_date: '30-11-1990' is not a day like 2026-11-30"),
        ('{"birth_date": "1990-02-30"}', "facts.birth_date: '1990-02-30' is not a day like 2026-11-30"),
        ('{"birth_date": []}', "facts.birth_date: expected 1 to 5 days, not 0"),
        ('{"birth_date": "2026-12-11"}', "facts.birth_date: 2026-12-11 is still to come on 2026-12-10"),
        ('{"complaint": 20261130}', "facts.complaint: expected a day like 2026-11-30, not a number"),
        ('{"complaint": "2026-12-11"}', "facts.complaint: 2026-12-11 is still to come on 2026-12-10"),
        ('{"complaint": "20261201"}', "facts.complaint: '20261201' is not a day like 2026-11-30"),
        (
            '{"complaint": "0001-01-01"}',
            "facts.complaint: '0001-01-01' is not between the years 1880 and 2200",
        ),
        ("[]", "facts: expected an object with facts, not a list"),
        ("{", "facts: not JSON"),
        ('{"age": "minor", "age": "adult"}', "facts: the key 'age' stands twice in one object"),
    ],
)
def test_a_mistake_is_one_line_that_says_what_is_wrong(facts: str, line: str) -> None:
    (told,) = refused(facts)
    assert told.startswith(line)


def test_every_mistake_is_told_at_once() -> None:
    lines = refused(
        '{"position": "x", "birth_date": "x", "y": 1}', "--policy", "moviëra", at="2026-12-10T10:00:00"
    )
    assert [line.partition(":")[0] for line in lines] == [
        "facts.position",
        "facts.birth_date",
        "facts.y",
        "at",
        "policy",
    ]


def test_a_day_before_the_first_policy_is_refused() -> None:
    assert refused("{}", at="2021-12-31T10:00:00+01:00")[0].startswith("policy: ")


@pytest.mark.parametrize(
    "facts",
    [
        "",
        "[" * 100_000,
        '{"position": "\\ud83d"}',
        '{"\u202eposition": "اختبار"}',
        '{"age": NaN}',
        "9" * 5000,
    ],
)
def test_nonsense_gets_a_sentence_and_never_a_traceback(
    facts: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "facts.json"
    file.write_text(facts, "utf-8")
    with pytest.raises(SystemExit) as ended:
        main(["care", "explain", "--facts", str(file), "--json"])
    out, err = capfd.readouterr()
    assert ended.value.code == 2
    assert out == ""
    assert "Traceback" not in err
    assert err.startswith("facts")
