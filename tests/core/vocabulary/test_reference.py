"""What leads to a case is found in words that are about none; ordinary words are left alone (MEET-05 to MEET-08)."""

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.core.vocabulary.reference import reference_in
from baken.ledger.projections import reference


@given(
    st.uuids(), st.sampled_from(["{}", "Wij bespraken {}.", "(zie #{})", "stand van {}, en verder", "{}/2"])
)
def test_the_reference_of_any_signal_is_found_in_any_sentence(signal: UUID, sentence: str) -> None:
    """Six digits alone are left: they are an amount or a number far more often than a reference."""
    written = reference(signal)
    assert written.isdigit() or reference_in(sentence.format(written)) == written


@given(st.uuids())
def test_the_long_id_of_anything_is_found(signal: UUID) -> None:
    assert reference_in(f"zie https://baken.invalid/signalen/{signal}/") == str(signal)


@pytest.mark.parametrize("words", ["k7qm2p", "K7QM2P", "1A2B3C4D", "3447GR"])
def test_what_looks_like_one_is_found_however_it_is_written(words: str) -> None:
    assert reference_in(f"Bespreken: {words}?") == words


@pytest.mark.parametrize(
    "words",
    [
        "De politie vertelt in september over de regio.",
        "Evaluatie 2026 en begroting 125000 euro, of 250.000.",
        "RIEC, CoMensha, VNG, APV en BIBOB; artikel 273f en Q3 2026.",
        "Actie 3.1 gaat naar team OOV, telefoon 088-1234567.",
        "",
    ],
)
def test_ordinary_words_numbers_and_abbreviations_are_left_alone(words: str) -> None:
    assert reference_in(words) is None
