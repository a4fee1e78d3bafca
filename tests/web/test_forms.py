"""The form renderer: label, hint and error of every input, tied together for who cannot see (WCAG 3.3)."""

import re
from html.parser import HTMLParser

import pytest
from django import forms
from django.template import Context, Template

from tests.web.style import StyleForm


def draw(words: str, **context) -> str:
    return Template("{% load baken %}" + words).render(Context(context))


class Ids(HTMLParser):
    """Collects ids, and every reference to an id."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.references: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if "id" in given:
            self.ids.append(given["id"])
        for name in ("for", "aria-describedby", "aria-labelledby"):
            self.references += (given.get(name) or "").split()
        if (given.get("href") or "").startswith("#"):
            self.references.append(given["href"][1:])


@pytest.mark.parametrize(
    "data", [None, {}, {"what": "x", "name": "no", "kind": ["labour"], "day": "2026-02-31"}]
)
def test_every_reference_in_a_form_has_one_target(data):
    page = draw("{% error_summary form %}{% fields form %}", form=StyleForm(data))
    found = Ids(page)
    assert len(found.ids) == len(set(found.ids))
    assert set(found.references) <= set(found.ids)
    assert len(found.references) >= 8


def test_hint_and_error_are_read_out_with_their_input():
    page = draw("{% field form.what %}", form=StyleForm({}))
    textarea = re.search(r"<textarea[^>]*>", page)[0]
    assert 'aria-describedby="id_what_hint id_what_error"' in textarea
    assert 'aria-invalid="true"' in textarea
    assert 'id="id_what_error"' in page
    assert "Eén zin is genoeg." in page


def test_choices_stand_in_a_fieldset_with_a_legend_and_keep_their_kind():
    page = draw("{% field form.kind %}{% field form.name %}", form=StyleForm({"kind": ["labour"]}))
    assert page.count("<fieldset") == page.count("<legend") == 2
    assert len(re.findall(r'type="checkbox"', page)) == 3
    assert len(re.findall(r'type="radio"', page)) == 2
    assert re.search(r'value="labour" checked', page)
    assert "Te weinig loon" in page


def test_what_is_not_required_says_so_unless_the_form_marks_the_required_ones():
    class Marked(forms.Form):
        mark_required = True
        what = forms.CharField(label="Wat")
        where = forms.CharField(label="Waar", required=False)

    assert "(niet verplicht)" in draw("{% field form.where %}", form=StyleForm())
    assert "(niet verplicht)" not in draw("{% field form.what %}", form=StyleForm())
    assert "(verplicht)" in draw("{% field form.what %}", form=Marked())
    assert "verplicht" not in draw("{% field form.where %}", form=Marked())


def test_what_was_typed_comes_back_harmless():
    page = draw(
        "{% fields form %}", form=StyleForm({"what": "</textarea><script>", "where": '"><img src=x>'})
    )
    assert "<script>" not in page
    assert "<img" not in page
    assert "&lt;/textarea&gt;&lt;script&gt;" in page


def test_a_date_travels_in_one_shape_in_both_languages():
    form = StyleForm({"what": "x", "name": "no", "day": "2026-11-03", "moment": "2026-11-03T14:05"})
    assert form.is_valid(), form.errors
    page = draw("{% field form.day %}{% field form.moment %}", form=StyleForm(initial=form.cleaned_data))
    assert 'value="2026-11-03"' in page
    assert 'value="2026-11-03T14:05"' in page


def test_a_hidden_field_shows_nothing():
    class Hidden(forms.Form):
        seen = forms.IntegerField(widget=forms.HiddenInput, initial=3)

    assert (
        draw("{% field form.seen %}", form=Hidden()).strip()
        == '<input type="hidden" name="seen" value="3" id="id_seen">'
    )


def test_a_form_without_errors_has_no_summary():
    assert draw("{% error_summary form %}", form=StyleForm()).strip() == ""


def test_an_error_of_the_form_as_a_whole_stands_in_the_summary():
    form = StyleForm({"what": "x", "name": "no"})
    form.add_error(None, "Kies een gemeente of een regio.")
    assert "Kijk nog één ding na" in (page := draw("{% error_summary form %}", form=form))
    assert "Kies een gemeente of een regio." in page
