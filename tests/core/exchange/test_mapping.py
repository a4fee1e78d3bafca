"""Between Baken's words and those of HTCDS: criminal exploitation as the glossary says, and nothing lost in silence."""

import random
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.core.exchange import mapping
from baken.core.exchange.codes import CODES
from baken.core.exchange.fields import EXTENSION, EXTENSION_CODES, TAKEN
from baken.core.exchange.mapping import Known, arrived, forms_of, record_of
from baken.core.vocabulary.care import EXPLOITATION
from baken.core.vocabulary.client import ENDING
from tests.core.exchange.making import record

FORMS = st.frozensets(st.sampled_from(sorted(EXPLOITATION)))
CODES_OF = [code for code, _ in CODES["vic_TypeOfExploitation"]]
RECEIVED = st.builds(
    lambda codes, beside: {
        **({"vic_TypeOfExploitation": tuple(code for code in CODES_OF if code in codes)} if codes else {}),
        **({EXTENSION: tuple(code for code, _ in EXTENSION_CODES if code in beside)} if beside else {}),
    },
    st.sets(st.sampled_from(CODES_OF)),
    st.sets(st.sampled_from([code for code, _ in EXTENSION_CODES])),
)


def test_criminal_exploitation_is_forced_labour_with_illicit_activities_beside_it():
    made = record_of(Known(exploitation=frozenset({"criminal"})), {})
    assert made["vic_TypeOfExploitation"] == ("ForcedLabour",)
    assert made[EXTENSION] == ("IllicitActivities",)
    assert forms_of(made) == (frozenset({"criminal"}), ())


def test_begging_comes_in_as_criminal_exploitation_and_goes_out_as_begging():
    received = {"vic_TypeOfExploitation": ("ForcedBegging",)}
    assert arrived(received).exploitation == {"criminal"}
    assert record_of(Known(exploitation=frozenset({"criminal"})), received)["vic_TypeOfExploitation"] == (
        "ForcedBegging",
    )


def test_every_form_of_baken_has_a_code_and_every_code_a_form_or_a_name():
    assert set(mapping.CODE_OF) == set(EXPLOITATION)
    assert set(mapping.CODE_OF.values()) <= set(CODES_OF)
    for code in CODES_OF:
        forms, unnamed = forms_of({"vic_TypeOfExploitation": (code,)})
        assert bool(forms) != bool(unnamed)


@given(FORMS, RECEIVED)
def test_what_baken_knows_comes_back_whatever_was_received_before(forms, received):
    made = record_of(Known(exploitation=forms), received)
    assert forms_of(made)[0] == (forms or forms_of(received)[0])
    unnamed = forms_of(received)[1]
    assert set(unnamed) <= set(made.get("vic_TypeOfExploitation", ())), "a code without a word in Baken stays"


@given(st.integers(0, 10**9))
def test_a_record_that_came_in_goes_out_as_it_came_but_for_consent_and_status(seed):
    received = record(random.Random(seed), TAKEN)
    came = arrived(received)
    made = record_of(Known(name=came.name, birth=came.birth, exploitation=came.exploitation), received)
    for name, value in received.items():
        if name == "con_Consent":
            assert name not in made, "consent is given per recipient"
        elif name == "cas_Status" and value in ("Closed", "ClosedReferred"):
            assert made[name] == "Active", "the file here is open"
        else:
            assert made[name] == value
    assert set(made) - set(received) <= {"vic_TraffickingStatus", "cas_Status"}


@pytest.mark.parametrize("ending", ENDING)
def test_a_closed_file_is_closed_and_only_no_victim_is_called_so(ending):
    made = record_of(Known(ending=ending, ended="why"), {})
    assert made["cas_Status"] == ("ClosedReferred" if ending == "transferred" else "Closed")
    assert (made["vic_TraffickingStatus"] == mapping.NOT_A_VICTIM) == (ending == "not_a_victim")
    assert made["cas_ReasonForCaseClosure"] == "why"


def test_baken_calls_nobody_an_actual_victim():
    assert record_of(Known(), {})["vic_TraffickingStatus"] == "PossibleVictimOfTrafficking"


def test_consent_goes_out_only_where_it_holds_for_this_recipient():
    received = {"con_Consent": True}
    assert "con_Consent" not in record_of(Known(), received)
    assert record_of(Known(consent=True), {})["con_Consent"] is True
    assert any("does not count here" in note.en for note in arrived(received).notes)


def test_another_name_takes_the_place_of_all_parts_of_the_old_one():
    received = {"prs_FirstName": "Ada", "prs_MiddleName": "van", "prs_SecondName": "Dam"}
    assert arrived(received).name == "Ada van Dam"
    made = record_of(Known(name="Bo Smit"), received)
    assert {name: made[name] for name in made if name in received} == {"prs_SecondName": "Bo Smit"}


def test_what_is_kept_as_received_or_has_no_word_is_named():
    notes = " / ".join(
        note.en
        for note in arrived(
            {
                "vic_TypeOfExploitation": ("ForcedMarriage",),
                "prs_Email": "a@b.nl",
                "prs_Birthdate": date(1990, 1, 1),
            }
        ).notes
    )
    assert "‘ForcedMarriage’ is no form of exploitation" in notes
    assert "kept as received: Email" in notes
    assert "Birthdate" not in notes


def test_a_file_without_our_column_says_less_and_that_can_be_seen():
    criminal = record_of(Known(exploitation=frozenset({"criminal"})), {})
    assert mapping.lost_without_extension([{}, criminal])
    assert not mapping.lost_without_extension([record_of(Known(exploitation=frozenset({"labour"})), {})])


def test_every_place_in_the_table_is_a_field_that_is_taken_over():
    assert set(mapping.PLACES) <= set(TAKEN)
