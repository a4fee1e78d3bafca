"""V11: nothing asks a source by itself or many at once; each consultation is one decision, with its own reason."""

import ast
from pathlib import Path

from baken.ledger.signals import SignalFile
from tests.enrich.test_acts import NEEDED, WHY, consult, weigh
from tests.route.case import Case, reported

SOURCE = Path(__file__).resolve().parents[2] / "src" / "baken"
# What could fetch something from elsewhere. What serves Baken itself (`project`) listens, and a log-in asks who it is.
FETCHING = ("urllib.request", "http.client", "requests", "httpx", "aiohttp", "urllib3", "ftplib", "socket")


def consulted(file: SignalFile) -> list[str]:
    return [one.type for one in file.stream.events if one.type == "source.consulted"]


def test_no_room_can_fetch_anything_from_elsewhere() -> None:
    found = set()
    for path in SOURCE.rglob("*.py"):
        if path.relative_to(SOURCE).parts[0] == "project" or "single_sign_on" in path.parts:
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom):
                names = [node.module or "", *(f"{node.module}.{alias.name}" for alias in node.names)]
            found |= {(path.name, name) for name in names if name.startswith(FETCHING)}
    assert found == set()


def test_one_form_records_one_source_for_one_signal(case: Case) -> None:
    other = Case(case.town, case.client, reported(case.town))
    weigh(case.receive())
    ground = case.file().bundle.sources["municipal_records"].grounds[0]
    several = {
        "source": ["brp", "kvk", "municipal_records"],
        "ground": ground,
        "outcome": "hit",
        "reason": NEEDED,
    }
    case.send("bron/", signal=[str(case.signal), str(other.signal)], **several)
    assert len(consulted(case.file())) == 1
    assert consulted(other.file()) == []


def test_each_consultation_has_who_did_it_the_source_and_a_ground_that_goes_with_it(case: Case) -> None:
    consult(weigh(case.receive()))
    file = case.file()
    weighed, asked = file.stream.events[-2:]
    assert (weighed.type, asked.type) == ("enrichment.weighed", "source.consulted")
    assert asked.actor == case.town.members["focal_point"].id
    assert asked.event.ground in file.bundle.sources[asked.event.source].grounds
    page = case.get().content.decode()
    assert WHY in page, "the reason of the weighing is there to be read"
    assert NEEDED in page, "and so is that of the consultation"


def test_without_a_reason_of_its_own_a_consultation_is_refused(case: Case) -> None:
    assert consult(weigh(case.receive()), reason="").status_code == 422
    assert consulted(case.file()) == []


def test_taking_in_establishing_and_assessing_ask_no_source(case: Case) -> None:
    case.receive().establish("exploitation", ["labour"]).assess("suspicion")
    assert consulted(case.file()) == []
