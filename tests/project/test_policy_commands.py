"""`baken policy check` reads the policies, tries their cases and says in Dutch what is wrong."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from baken.project.policies import library, policies_root
from baken.project.policy_commands import policy
from tests.policies.shelf import GOOD

CASE = """format: 1
cases:
  - id: acute
    title: Een acuut signaal gaat naar de AVIM
    chosen: voorbeeld
    facts: {urgency: acute}
    history: [{event: signal.received}]
    expect:
      steps: {receive: done, trusted: due}
      required: [avim]
      suggested: []
      referrals: {avim: {strength: required, held: no, done: no}, police: none}
      owed: {exactly: [trusted, hand_over/avim, answer]}
      holds: {avim: override, police: free, local_undermining_meeting: override}
      stage: received
  - id: no_table
    title: Zonder overleg is er geen overlegstap
    chosen: voorbeeld
    without_tables: [local_undermining_meeting]
    expect:
      steps: {receive: due}
      owed: {includes: [receive], excludes: [table]}
"""


def check(folder: Path, monkeypatch: pytest.MonkeyPatch, *names: str) -> Result:
    monkeypatch.setenv("BAKEN_POLICIES", str(folder))
    return CliRunner().invoke(policy, ["check", *names])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(GOOD, tmp_path / "policies")
    cases = tmp_path / "policies/dorp/cases"
    cases.mkdir()
    (cases / "route.yaml").write_text(CASE)
    return tmp_path / "policies"


def test_all_policies_hold() -> None:
    result = CliRunner().invoke(policy, ["check"])
    assert result.exit_code == 0, result.stderr
    assert "Alles klopt." in result.stdout


def test_there_are_at_least_sixty_cases_with_dutch_titles() -> None:
    there = library()
    files = [file for name in there.policy_ids for file in there.case_files(name).values()]
    assert sum(bytes(file).count(b"    title: ") for file in files if isinstance(file, bytes)) >= 60
    assert policies_root().name == "policies"


def test_good_policy_and_cases_exit_0(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    result = check(folder, monkeypatch)
    assert result.exit_code == 0, result.stderr
    assert "dorp: 2 gevallen kloppen" in result.stdout


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("required: [avim]", "required: []", "verplicht: verwacht -, gevonden avim"),
        ("suggested: []", "suggested: [police]", "aangeraden: verwacht police, gevonden -"),
        ("police: none", "police: required", "police: verwacht required, gevonden none"),
        ("held: no", "held: yes", "avim held: verwacht yes, gevonden no"),
        ("trusted: due", "trusted: done", "stap trusted: verwacht done, gevonden due"),
        ("trusted: due", "trusty: done", "stap trusty bestaat niet in dit beleid"),
        (
            "exactly: [trusted, ",
            "exactly: [",
            "wat nog moet: verwacht answer, hand_over/avim, gevonden answer, hand_over/avim, trusted",
        ),
        ("avim: override", "avim: held", "tegenhouden van avim: verwacht held, gevonden override"),
        ("stage: received", "stage: new", "stand: verwacht new, gevonden received"),
        ("includes: [receive]", "includes: [trusted]", "trusted had nog moeten staan"),
        ("excludes: [table]", "excludes: [receive]", "receive had niet meer moeten staan"),
        ("{urgency: acute}", "{urgency: spoed}", "facts.urgency: 'spoed' is not one of"),
        ("event: signal.received", "event: signal.recieved", "history[0].event"),
        (
            "expect:\n      steps: {receive: due}",
            "verwacht:\n      steps: {receive: due}",
            "`verwacht` is een onbekende sleutel",
        ),
        ("id: no_table", "id: acute", "Het geval `acute` staat er twee keer"),
        ("stage: received", "stage: halverwege", "'halverwege' is not one of"),
    ],
)
def test_a_case_that_does_not_hold_exits_1_and_says_why(
    folder: Path, monkeypatch: pytest.MonkeyPatch, old: str, new: str, words: str
) -> None:
    assert old in CASE
    (folder / "dorp/cases/route.yaml").write_text(CASE.replace(old, new, 1))
    result = check(folder, monkeypatch, "dorp")
    assert result.exit_code == 1
    assert words in result.stderr, result.stderr


def test_a_broken_policy_exits_1_with_all_its_mistakes(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    route = folder / "dorp/2024-01-01/route.yaml"
    route.write_text(
        route.read_text().replace("to: avim", "to: avimm").replace("until: trusted", "until: trusty")
    )
    result = check(folder, monkeypatch)
    assert result.exit_code == 1
    assert "dorp 2024-01-01: 2 fouten" in result.stderr
    assert "Bedoelt u `avim`?" in result.stderr


def test_an_unknown_policy_gets_a_suggestion(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    result = check(folder, monkeypatch, "dorpp")
    assert result.exit_code == 2
    assert "Bedoelt u `dorp`?" in result.stderr


def test_a_folder_that_is_no_date_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "dorp/2024-13-01").mkdir()
    (folder / "dorp/2024-13-01/texts.yaml").write_text("format: 1\n")
    result = check(folder, monkeypatch, "dorp")
    assert result.exit_code == 1
    assert "is geen datum" in result.stderr


PROMISE = """format: 1
properties:
  - id: acute_to_the_police
    sentence: {nl: Acuut gaat naar de politie., en: Acute goes to the police.}
    told: {partners: [police], when: {urgency: acute}}
    source: {document: stuk, place: stap 4}
"""


def test_promises_are_tried_for_every_signal() -> None:
    result = CliRunner().invoke(policy, ["check", "hoorn"])
    assert "beloften kloppen voor elk signaal" in result.stdout
    assert "Taken together" not in result.stdout
    assert result.exit_code == 0


def test_a_broken_promise_is_said_with_the_smallest_signal(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "dorp/2024-01-01/properties.yaml").write_text(PROMISE)
    result = check(folder, monkeypatch, "dorp")
    assert result.exit_code == 1
    assert (
        "belofte `acute_to_the_police` klopt niet (stuk, stap 4). Acuut gaat naar de politie."
        in result.stderr
    )
    assert (
        "Een signaal met acuut gevaar, zonder dat er verder iets is gebeurd: Politie hoeft het niet te horen."
        in result.stderr
    )
    assert "Niet alles klopt: 1 punten." in result.stdout


def test_a_policy_without_promises_says_so(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "land/2023-01-01/properties.yaml").unlink()
    result = check(folder, monkeypatch, "dorp")
    assert "dorp 2024-01-01: er zijn geen beloften" in result.stdout


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        (
            "nl",
            (
                "situaties nagerekend",
                "Gekeken naar",
                "Samengenomen, want geen regel",
                "De volgorde telt alleen bij",
            ),
        ),
        (
            "en",
            ("situations worked out", "Looked at", "Taken together, for no rule", "Order matters only for"),
        ),
    ],
)
def test_explaining_tells_what_was_explored_and_what_was_reduced(lang: str, words: tuple[str, ...]) -> None:
    result = CliRunner().invoke(policy, ["check", "hoorn", "--explain", "--lang", lang])
    assert result.exit_code == 0
    for word in words:
        assert word in result.stdout
