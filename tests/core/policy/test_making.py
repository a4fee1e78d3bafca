"""A municipality starts on its region with a small folder that says who decided (DIFF-03)."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.core.policy.errors import PolicyErrors
from baken.core.policy.library import Library
from baken.core.policy.making import Decision, NewFolder, name_of, new_folder, open_tables, scalar
from baken.core.policy.reading import read
from baken.core.policy.resolve import resolve
from baken.project.policies import library

DAY = date(2026, 12, 1)
SHIPPED = library()


def oudewater(**other: object) -> NewFolder:
    asked: dict[str, object] = {"name": "Oudewater", "extends": "copen", "valid_from": DAY, **other}
    return new_folder(SHIPPED, str(asked.pop("policy_id", "oudewater")), **asked)  # type: ignore[arg-type]


def with_it(made: NewFolder) -> Library:
    return SHIPPED.with_folder(made.policy_id, made.valid_from.isoformat(), made.files)


def told(**other: object) -> str:
    with pytest.raises(PolicyErrors) as wrong:
        oudewater(**other)
    return "\n".join(error.in_("nl") for error in wrong.value.errors)


def test_without_a_decision_it_says_that_this_was_chosen() -> None:
    made = oudewater()
    head = with_it(made).folder("oudewater", "2026-12-01").head.element
    assert head.says_who.nl == "gekozen: volgt de regio tot het college een eigen beleid vaststelt"


def test_with_a_decision_it_names_it_with_its_day() -> None:
    made = oudewater(decision=Decision("2026-114: volgen", date(2026, 11, 24)))
    folder = with_it(made).folder("oudewater", "2026-12-01")
    assert folder.head.element.says_who.nl == "oudewater-besluit, 2026-114: volgen"
    (document,) = [item.element for item in folder.sections["documents"]]
    assert (document.title, document.date) == ("Besluit van het college van Oudewater", date(2026, 11, 24))


def test_only_what_is_its_own_is_written() -> None:
    assert set(oudewater().files) == {"municipality.yaml", "tables.yaml"}
    assert sum(len(text.splitlines()) for text in oudewater().files.values()) < 40


def test_a_table_of_which_nobody_spoke_is_taken_over_and_told() -> None:
    made = oudewater()
    assert [table.id for table in made.assumed] == ["local_undermining_meeting"]
    table = resolve(with_it(made), "oudewater", DAY).tables["local_undermining_meeting"]
    assert table.exists
    assert "tot de gemeente zegt" in table.says_who.nl


@pytest.mark.parametrize("has", [True, False])
def test_what_was_said_of_a_table_is_written_and_no_longer_assumed(has: bool) -> None:
    made = oudewater(tables={"local_undermining_meeting": has})
    assert made.assumed == ()
    assert resolve(with_it(made), "oudewater", DAY).tables["local_undermining_meeting"].exists is has


def test_both_regions_ask_for_the_local_meeting_and_the_national_basis_for_nothing() -> None:
    asked = {
        region: [table.id for table in open_tables(resolve(SHIPPED, region, DAY))]
        for region in ("copen", "west-friesland", "national")
    }
    assert asked == {
        "copen": ["local_undermining_meeting"],
        "west-friesland": ["local_undermining_meeting"],
        "national": [],
    }


@pytest.mark.parametrize(
    "policy_id",
    ["", "Oudewater", "../oudewater", "oude water", "1e", "-x", "x-", "a--b", "schema", "a" * 41, "é", "x\n"],
)
def test_an_id_that_cannot_be_one_is_refused(policy_id: str) -> None:
    assert "kan geen naam van beleid zijn" in told(policy_id=policy_id)


def test_a_policy_that_exists_is_never_made_again() -> None:
    assert "heeft al beleid" in told(policy_id="woerden")


def test_an_unknown_region_is_refused_with_the_nearest_name() -> None:
    assert "Bedoelt u `copen`?" in told(extends="coopen")


def test_a_neighbour_is_no_region() -> None:
    assert "Kies de regio: `copen`." in told(extends="woerden")


def test_a_care_organisation_is_no_region() -> None:
    assert "`moviera` is van een zorgorganisatie." in told(extends="moviera")


def test_a_day_before_the_region_is_refused() -> None:
    assert "Het eerste geldt vanaf 2024-01-01" in told(valid_from=date(2020, 1, 1))


@pytest.mark.parametrize("name", ["", "  ", "Oude\nwater", "x" * 81, "Oude\u202ewater"])
def test_a_name_is_one_readable_line(name: str) -> None:
    assert "De naam van de gemeente kan zo niet" in told(name=name)


def test_a_decision_without_a_number_is_refused() -> None:
    assert "Het nummer van het besluit kan zo niet" in told(decision=Decision(" "))


def test_a_table_on_which_nothing_turns_is_refused() -> None:
    assert "vraagt niet naar" in told(tables={"regional_signals_table": True})


def test_every_reason_is_told_at_once() -> None:
    lines = told(policy_id="A", name="", extends="nowhere").splitlines()
    assert len(lines) == 3


@pytest.mark.parametrize(
    ("policy_id", "name"),
    [("stede-broec", "Stede Broec"), ("ijsselstein", "IJsselstein"), ("opmeer", "Opmeer")],
)
def test_a_name_is_made_from_an_id_as_dutch_writes_it(policy_id: str, name: str) -> None:
    assert name_of(policy_id) == name


@given(st.text(st.characters(exclude_categories=("C", "Z")) | st.just(" "), min_size=1, max_size=80))
def test_any_name_can_be_written_and_read_back(name: str) -> None:
    assert read("x", f"name: {{nl: {scalar(name)}, en: x}}\n").data == {"name": {"nl": name, "en": "x"}}


@pytest.mark.parametrize(
    "name", ["'s-Hertogenbosch", 'Het "Dorp"', "A: B", "no", "# x", "*x", "Súdwest-Fryslân", "}{,"]
)
def test_a_municipality_with_a_difficult_name_is_made_all_the_same(name: str) -> None:
    made = oudewater(policy_id="dorp", name=name, decision=Decision(name))
    assert resolve(with_it(made), "dorp", DAY).name.nl == name
