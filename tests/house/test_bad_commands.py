"""Nonsense on the command line: exit 2, a sentence for each mistake, never a traceback."""

import json
from pathlib import Path

import pytest

from baken.project.cli import main

EXPLAIN = ["route", "explain", "--policy", "woerden", "--facts"]
FACTS = {
    "nothing": "",
    "no json": "{urgency: acute",
    "half a document": '{"urgency": ',
    "a list": '["urgency"]',
    "a number": "3",
    "null": "null",
    "text": '"acute"',
    "unknown fact": '{"kanarie": "yes"}',
    "unknown value": '{"urgency": "spoed"}',
    "wrong type": '{"urgency": 1}',
    "true": '{"urgency": true}',
    "nested": '{"urgency": {"claimed": {"claimed": "acute"}}}',
    "unknown mark": '{"urgency": {"kanarie": "acute"}}',
    "a list where one belongs": '{"urgency": ["acute", "not_acute"]}',
    "unknown in a set": '{"exploitation": ["labour", "kanarie"]}',
    "mixed types in a set": '{"exploitation": ["labour", 3, null]}',
    "twice": '{"urgency": "acute", "urgency": "unknown"}',
    "not a number": '{"urgency": NaN}',
    "huge number": '{"urgency": ' + "9" * 5000 + "}",
    "deep": "[" * 100_000,
    "emoji": '{"😀": "👩‍👩‍👧"}',
    "right to left": '{"\u202eurgency": "اختبار"}',
    "half a character": '{"urgency": "\\ud83d"}',
    "control": '{"urgency": "acute\\u0000\\u001b[31m"}',
    "html": '{"urgency": "<script>alert(1)</script>"}',
    "sql": '{"urgency": "\'; DROP TABLE x; --"}',
}
HISTORIES = {
    "an object": "{}",
    "a word": '["signal.received"]',
    "no moment": '[{"event": "signal.received"}]',
    "unknown event": '[{"event": "kanarie", "at": "2026-11-20T09:00:00+01:00"}]',
    "impossible day": '[{"event": "signal.received", "at": "2026-02-30T09:00:00+01:00"}]',
    "no zone": '[{"event": "signal.received", "at": "2026-11-20T09:00:00"}]',
    "a number as moment": '[{"event": "signal.received", "at": 5}]',
    "year nought": '[{"event": "signal.received", "at": "0000-01-01T00:00:00Z"}]',
    "unknown partner": '[{"event": "signal.referred", "at": "2026-11-20T09:00:00+01:00", "partner": "kanarie"}]',
    "a list as partner": '[{"event": "signal.referred", "at": "2026-11-20T09:00:00+01:00", "partner": ["avim"]}]',
    "unknown key": '[{"event": "signal.received", "at": "2026-11-20T09:00:00+01:00", "kanarie": 1}]',
}
ARGUMENTS = {
    "no command": ["kanarie"],
    "no such option": ["route", "explain", "--kanarie"],
    "nothing required": ["route", "explain"],
    "unknown policy": ["route", "explain", "--policy", "kanarie", "--facts", "{}"],
    "policy outside": ["route", "explain", "--policy", "../../etc", "--facts", "{}"],
    "policy with nul": ["route", "explain", "--policy", "woer\x00den", "--facts", "{}"],
    "no such file": [*EXPLAIN, "/nergens/kanarie.json"],
    "a folder": [*EXPLAIN, "/"],
    "file name with nul": [*EXPLAIN, "a\x00b"],
    "file name too long": [*EXPLAIN, "x" * 5000],
    "unknown language": [*EXPLAIN, "{}", "--lang", "fr"],
    "moment without zone": [*EXPLAIN, "{}", "--at", "2026-11-22T10:00:00"],
    "impossible moment": [*EXPLAIN, "{}", "--at", "2026-02-30T10:00:00+01:00"],
    "year nought": [*EXPLAIN, "{}", "--at", "0000-00-00"],
    "last moment": [*EXPLAIN, "{}", "--at", "9999-12-31T23:59:59-23:59"],
    "emoji as moment": [*EXPLAIN, "{}", "--at", "😀"],
    "unknown policy to check": ["policy", "check", "kanarie"],
    "policy outside to check": ["policy", "check", "../woerden"],
    "empty policy to check": ["policy", "check", ""],
    "no such policy command": ["policy", "kanarie"],
    "policy language": ["policy", "check", "--lang", "fr"],
    "port": ["serve", "--port", "kanarie"],
    "port too high": ["serve", "--port", "99999999999999999999"],
}


def refused(arguments: list[str], capfd: pytest.CaptureFixture[str]) -> list[str]:
    """Run a command that must refuse; return what it said on standard error, line by line."""
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    said = capfd.readouterr()
    assert ended.value.code == 2, said
    assert "Traceback" not in said.err + said.out
    assert "unexpected" not in said.err
    assert not [sign for sign in said.err if not sign.isprintable() and sign != "\n"]
    lines = said.err.splitlines()
    assert lines
    assert all(len(line) < 2000 for line in lines)
    assert said.out == "" or arguments[:2] == ["policy", "check"]
    return lines


@pytest.mark.parametrize("kind", FACTS)
def test_facts_that_are_none_are_refused_in_a_sentence(
    kind: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "facts.json"
    file.write_text(FACTS[kind], "utf-8")
    assert all(line.startswith("facts") for line in refused([*EXPLAIN, str(file)], capfd))


@pytest.mark.parametrize("kind", HISTORIES)
def test_a_history_that_is_none_is_refused_in_a_sentence(
    kind: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "facts.json").write_text("{}", "utf-8")
    (tmp_path / "history.json").write_text(HISTORIES[kind], "utf-8")
    words = [*EXPLAIN, str(tmp_path / "facts.json"), "--history", str(tmp_path / "history.json")]
    assert all(line.startswith("history") for line in refused(words, capfd))


@pytest.mark.parametrize(
    "raw", [b"\xff\xfe\x00", b"\x00" * 10, b" " * 2_000_000], ids=["no text", "nul", "2 MB"]
)
def test_bytes_that_are_no_json_are_refused(
    raw: bytes, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "facts.json").write_bytes(raw)
    refused([*EXPLAIN, str(tmp_path / "facts.json")], capfd)


def test_each_mistake_has_a_line_of_its_own(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    wrong = {"urgency": "spoed", "kanarie": 1, "exploitation": "labour", "age": None}
    (tmp_path / "facts.json").write_text(json.dumps(wrong), "utf-8")
    words = [*EXPLAIN, str(tmp_path / "facts.json"), "--at", "gisteren"]
    assert len(refused(words, capfd)) >= 4


@pytest.mark.parametrize("kind", ARGUMENTS)
def test_arguments_that_make_no_sense_are_refused(
    kind: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "facts.json").write_text("{}", "utf-8")
    words = [str(tmp_path / "facts.json") if word == "{}" else word for word in ARGUMENTS[kind]]
    refused(words, capfd)
