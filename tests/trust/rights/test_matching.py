"""Names are compared without accents, particles and order; a match says why, and what does not fit is not found."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.core.match.names import alike
from baken.trust.rights import matching
from baken.trust.rights.matching import Wanted, why

NAMES = st.lists(st.text("abcdefgéüłşñ", min_size=5, max_size=9), min_size=1, max_size=3, unique=True)


@pytest.mark.parametrize(
    ("one", "other", "how"),
    [
        ("Radu Popescu", "radu POPESCU", "whole"),
        ("Popescu, Radu", "Radu Popescu", "whole"),
        ("Zoë de Vries", "Zoe Vries", "whole"),
        ("Jan van der Berg", "Berg, J. van den", "nearly"),
        ("Łukasz Świątek", "Lukasz Swiatek", "whole"),
        ("Nguyễn Thị Hằng", "nguyen thi hang", "whole"),
        ("Mohammed Ali", "Mohamed Ali", "nearly"),
        ("D'Angelo", "dangelo", "whole"),
        ("Radu Popescu", "Radu", "part"),
        ("Van den Berg", "Berg", "whole"),
        ("Radu Popescu", "Ion Ionescu", None),
        ("R. Popescu", "R. Ionescu", None),
        ("Maria", "Mario Rossi", "part"),
        ("Bo", "Bo", "whole"),
        ("", "Radu", None),
        ("Radu", "", None),
    ],
)
def test_two_names_are_alike_or_not(one: str, other: str, how: str | None) -> None:
    assert alike(one, other) == how
    assert alike(other, one) == how


@given(NAMES)
def test_the_order_of_a_name_and_its_capitals_do_not_matter(parts: list[str]) -> None:
    name = " ".join(parts)
    for order in permutations(parts):
        assert alike(name, " ".join(order).upper()) in ("whole", "nearly")


@given(st.text(max_size=30), st.text(max_size=30))
def test_being_alike_goes_both_ways_whatever_is_written(one: str, other: str) -> None:
    assert alike(one, other) == alike(other, one)


@pytest.mark.parametrize(
    "written", ["3-11-1990", "03/11/1990", "1990-11-03", "3 november 1990", "geb. 3 Nov. 1990"]
)
def test_a_birth_date_is_found_in_the_ways_people_write_it(written: str) -> None:
    found = why(Wanted(birth="1990-11-03"), [{"persons": [{"birth": written}]}])
    assert (found == (matching.BIRTH,)) is (written != "geb. 3 Nov. 1990"), "a shortened month is not read"


def test_an_address_and_a_telephone_number_are_compared_as_such() -> None:
    row = {"addresses": [{"street": "Verzonnenlaan", "number": "12", "postcode": "3441 AB"}]}
    assert why(Wanted(street="verzonnenlaan", number="12"), [row]) == (matching.ADDRESS,)
    assert why(Wanted(postcode="3441ab", number="12"), [row]) == (matching.ADDRESS,)
    assert why(Wanted(postcode="3441ab", number="13"), [row]) == ()
    assert why(Wanted(phone="06 1234 5678"), [{"happened": "Bel +31 6 12345678."}]) == (matching.PHONE,)


def test_a_name_in_a_text_is_found_only_whole() -> None:
    told = {"happened": "Volgens Popescu was Radu er niet bij."}
    assert why(Wanted(names=("Radu Popescu",)), [told]) == (matching.IN_TEXT,)
    assert why(Wanted(names=("Radu Ionescu",)), [told]) == ()


def test_a_relative_is_not_taken_for_the_person() -> None:
    """A surname that two people share gives neither away."""
    family = [{"name": "Ana Popescu"}, {"name": "Ion Popescu"}]
    assert matching.own_rows(Wanted(names=("Popescu",)), [{"persons": family}]) == []
    assert matching.own_rows(Wanted(names=("Ana Popescu",)), [{"persons": family}]) == family[:1]
    assert matching.own_rows(Wanted(names=("Ana Popescu",)), [{"persons": [{"name": "Ana"}]}]) == [
        {"name": "Ana"}
    ]


def test_a_row_that_fits_no_better_than_another_or_was_born_otherwise_is_nobodys_own() -> None:
    """A letter never holds what stands about a brother, a father of the same name, or who shares a birthday."""
    brothers = [{"name": "J. Jansen", "birth": ""}, {"name": "J. Jansen", "birth": "1950-01-01"}]
    jan = Wanted(names=("Jan Jansen",))
    assert matching.own_rows(jan, [{"persons": brothers}]) == []
    assert matching.own_rows(jan, [{"persons": brothers[:1]}]) == brothers[:1]
    born = Wanted(names=("Jan Jansen",), birth="1990-11-03")
    father = {"name": "Jan Jansen", "birth": "1950-01-01"}
    son, twin = {"name": "Jan Jansen", "birth": "3-11-1990"}, {"name": "Piet Pieters", "birth": "3-11-1990"}
    assert matching.own_rows(born, [{"persons": [father, son, twin]}]) == [son]
    assert matching.own_rows(born, [{"persons": [father]}]) == []
    nameless = {"name": "", "birth": "3-11-1990"}
    assert matching.own_rows(born, [{"persons": [nameless]}]) == [nameless]


@given(
    st.recursive(
        st.text(max_size=8), lambda inner: st.lists(inner) | st.dictionaries(st.text(max_size=5), inner)
    )
)
def test_whatever_lies_in_a_vault_can_be_compared(content: object) -> None:
    why(
        Wanted(names=("Radu",), birth="1990-11-03", number="1", phone="0612345678"),
        [{"any": content, "persons": content}],
    )
