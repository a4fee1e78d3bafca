"""Text fields: nothing that was typed is lost, and every error says what to do."""

import pytest
from django import forms
from django.http import QueryDict
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from baken.web.fields import Line, Prose, bsn_in, tidy


class Letter(forms.Form):
    """A form with one short and one long field."""

    name = Line(limit=20)
    story = Prose(limit=200)


def sent(**values: str) -> Letter:
    """Return the form as a browser would send it."""
    data = QueryDict(mutable=True)
    for name, value in values.items():
        data[name] = value
    return Letter(data)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=300))
def test_tidying_twice_is_tidying_once(text: str) -> None:
    assert tidy(tidy(text)) == tidy(text)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc", "Cn"]), max_size=50))
def test_ordinary_text_of_any_script_comes_through_unchanged_but_for_composition(text: str) -> None:
    form = sent(story=text)
    assert form.is_valid() == (bsn_in(tidy(text)) == "")
    assert form["story"].value() == tidy(text)


@pytest.mark.parametrize(
    "text", ["😀👩‍👩‍👧", "مرحبا بك", "'; DROP TABLE signal;--", "<script>alert(1)</script>", "שלום"]
)
def test_emoji_right_to_left_sql_and_html_are_just_text(text: str) -> None:
    form = sent(story=text)
    assert form.is_valid()
    assert form.cleaned_data["story"] == text


@pytest.mark.parametrize("control", ["\x00", "\x07", "\x1b", "\x7f", "\x9b", "\ufffe"])
def test_an_invisible_character_is_taken_out_and_said_so_once(control: str) -> None:
    form = sent(story=f"zestien{control}matrassen", name="Loods 3")
    assert not form.is_valid()
    assert "niet kunt zien" in form.errors["story"][0]
    assert form["story"].value() == "zestienmatrassen"
    assert form["name"].value() == "Loods 3"
    assert sent(story=form["story"].value(), name="Loods 3").is_valid()


@pytest.mark.parametrize(
    "turned", ["\u202eevil", "\u2067evil", "\u202eeen\u2066twee", "een \u202etwee\ndrie"]
)
def test_what_turns_the_direction_of_writing_turns_nothing_behind_the_text(turned: str) -> None:
    """A name with such a mark would show the reference of a file backwards."""
    for line in tidy(turned).split("\n"):
        turns = sum(line.count(mark) for mark in "\u202a\u202b\u202d\u202e\u2066\u2067\u2068")
        assert turns == sum(line.count(mark) for mark in "\u202c\u2069")
    assert tidy(turned).startswith(turned.partition("\n")[0])
    assert tidy(tidy(turned)) == tidy(turned)


def test_a_text_that_is_too_long_comes_back_whole_with_both_numbers() -> None:
    form = sent(story="a" * 1234)
    assert "1.234" in form.errors["story"][0]
    assert "200" in form.errors["story"][0]
    assert form["story"].value() == "a" * 1234


def test_line_breaks_of_word_processors_become_ordinary_ones() -> None:
    form = sent(story="een\r\ntwee\x0bdrie\u2028vier")
    assert form.is_valid()
    assert form.cleaned_data["story"] == "een\ntwee\ndrie\nvier"


def test_a_field_of_one_line_refuses_two() -> None:
    assert "één regel" in sent(name="Jan\nPiet").errors["name"][0]


def test_a_bsn_is_refused_in_free_text_and_a_telephone_number_is_not() -> None:
    assert "BSN" in sent(story="Haar nummer is 111222333.").errors["story"][0]
    assert sent(story="Bel 0612345678 of kijk bij 123456789012.").is_valid()
    assert sent(story="Het kenteken hoort bij zaak 123456789.").is_valid()


def test_errors_speak_english_to_who_reads_english() -> None:
    with override("en"):
        assert "too long" in sent(name="a" * 21).errors["name"][0]


def test_no_field_lets_a_browser_cut_off_what_is_pasted() -> None:
    assert "maxlength" not in str(Letter())


def test_a_field_without_words_of_its_own_says_what_to_do() -> None:
    class Plain(forms.Form):
        """What a room writes in a hurry."""

        day = forms.DateField()
        kind = forms.ChoiceField(choices=[("a", "A")])
        number = forms.IntegerField()

    assert Plain({"number": "x"}).errors == {
        "day": ["Vul een dag in."],
        "kind": ["Kies een antwoord."],
        "number": ["Vul een heel getal in."],
    }
    assert Plain({"day": "31-02-2026"}).errors["day"] == ["Schrijf dit als 22-11-2026."]
    with override("en"):
        assert Plain({}).errors["day"] == ["Give a day."]
