"""Words, moments and parts as the templates show them."""

from datetime import UTC, date, datetime

import pytest
from django.template import Context, Template
from django.utils.translation import override

from baken.core.vocabulary.text import Text
from baken.web import parts
from tests.web.style import CONTEXT


def draw(words: str, **context) -> str:
    return Template("{% load baken %}" + words).render(Context(context))


MOMENT = datetime(2026, 11, 3, 13, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    ("language", "value", "shown"),
    [
        ("nl", MOMENT, "3 november 2026, 14.05"),
        ("en", MOMENT, "3 November 2026, 14:05"),
        ("nl", datetime(2026, 7, 1, 22, 30, tzinfo=UTC), "2 juli 2026, 00.30"),
        ("nl", date(2026, 3, 9), "9 maart 2026"),
        ("nl", None, ""),
    ],
)
def test_a_moment_is_shown_in_dutch_time_and_the_readers_language(language, value, shown):
    with override(language):
        assert draw("{{ value|civil }}", value=value) == shown


def test_a_moment_can_be_read_by_a_machine_too():
    page = draw("{% civil value %}", value=MOMENT)
    assert page == '<time datetime="2026-11-03T14:05+01:00">3 november 2026, 14.05</time>'


def test_a_sentence_of_the_core_is_shown_in_the_readers_language_and_made_harmless():
    text = Text("Overgedragen aan {who}", "Handed over to {who}")
    for language, shown in (("nl", "Overgedragen aan &lt;b&gt;"), ("en", "Handed over to &lt;b&gt;")):
        with override(language):
            assert draw("{% sentence text who=name %}", text=text, name="<b>") == shown
            assert draw("{{ text|sentence }}", text=Text("<i>", "<i>")) == "&lt;i&gt;"


@pytest.mark.parametrize(
    "status", ["done", "due", "overdue", "waiting", "optional", "not_needed", "cannot_tell"]
)
def test_each_status_of_a_step_is_a_word_and_not_a_colour_alone(status):
    shown = {language: "" for language in ("nl", "en")}
    for language in shown:
        with override(language):
            shown[language] = draw("{% status status %}", status=status)
    assert len(set(shown.values())) == 2
    assert all(words.split(">")[1].split("<")[0].strip() for words in shown.values())


def test_steps_show_reason_source_and_the_button_beside_the_sentence():
    page = draw("{% steps steps %}", steps=CONTEXT["steps"])
    assert "Overgedragen op 3 november, nog geen vraag gesteld." in page
    assert "Beleid Woerden, bijlage 2, stap 5" in page
    assert 'href="#vraag"' in page
    assert 'aria-current="step"' in page
    assert page.count("<li ") == 8


def test_free_text_is_made_harmless_in_every_part():
    bad = "<script>alert(1)</script>"
    page = draw(
        "{% summary lines %}{% timeline happenings %}{% table table %}{% steps steps %}"
        "{% notice heading=bad %}{{ bad }}{% endnotice %}"
        "{% card heading=bad %}x{% endcard %}{% nothing bad %}{% endnothing %}"
        "{% phone '112' bad when=bad %}{% button bad %}"
        "{% button_link bad bad %}{% confirmation bad %}{{ bad }}{% endconfirmation %}",
        bad=bad,
        lines=[parts.Line(bad, bad, bad, bad), parts.Line("x", [bad, parts.Link(bad, bad)])],
        happenings=[parts.Happening(MOMENT, bad, bad, bad)],
        table=parts.Table(bad, [bad], [[bad]]),
        steps=[parts.Step(bad, "due", [bad], bad, bad, href="#", action=bad)],
    )
    assert "<script>" not in page


def test_a_table_row_of_the_wrong_length_is_refused():
    with pytest.raises(ValueError, match="row has 1 cells"):
        parts.Table("Lijst", ["a", "b"], [["a"]])


def test_a_pager_without_more_shows_nothing():
    assert draw("{% pager %}").strip() == ""
