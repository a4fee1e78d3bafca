"""Dutch and English are both complete; the check that says so notices what is missing."""

from pathlib import Path

from baken.project import texts


def test_every_dutch_sentence_has_its_english_and_nothing_is_left_over() -> None:
    assert texts.check() == []


def room(folder: Path, page: str, english: str) -> Path:
    (folder / "kamer" / "templates" / "kamer").mkdir(parents=True)
    (folder / "kamer" / "templates" / "kamer" / "page.html").write_text(page)
    catalogue = folder / "kamer" / "locale" / "en" / "LC_MESSAGES" / "django.po"
    catalogue.parent.mkdir(parents=True)
    header = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n'
    catalogue.write_text(header + '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n' + english)
    return folder


def test_a_sentence_without_english_is_named_with_its_place(tmp_path: Path) -> None:
    found = texts.check(room(tmp_path, '<p>\n{% translate "Goedemorgen" %}', ""))
    assert found == ["kamer/templates/kamer/page.html:2: no English for 'Goedemorgen'"]


def test_a_difference_in_placeholders_and_an_unused_sentence_are_named(tmp_path: Path) -> None:
    page = "{% blocktranslate count n=n %}Een {{ naam }}{% plural %}{{ n }} van {{ naam }}"
    page += "{% endblocktranslate %}"
    english = (
        'msgid "Een %(naam)s"\nmsgid_plural "%(n)s van %(naam)s"\n'
        'msgstr[0] "One %(name)s"\nmsgstr[1] "%(n)s of %(naam)s"\n\nmsgid "Weg"\nmsgstr "Gone"\n'
    )
    assert texts.check(room(tmp_path, page, english)) == [
        "kamer: no longer used: 'Weg'",
        "kamer: the placeholders differ: 'Een %(naam)s' and 'One %(name)s'",
    ]


def test_a_plural_without_its_second_form_is_missing(tmp_path: Path) -> None:
    page = "{% blocktranslate count n=n %}Een{% plural %}{{ n }} stuks{% endblocktranslate %}"
    english = 'msgid "Een"\nmsgid_plural "%(n)s stuks"\nmsgstr[0] "One"\nmsgstr[1] ""\n'
    assert texts.check(room(tmp_path, page, english)) == [
        "kamer/templates/kamer/page.html:1: no English for 'Een'"
    ]


def test_missing_sentences_are_added_once_and_compiled_when_changed(tmp_path: Path) -> None:
    folder = room(tmp_path, '{% translate "Goedemorgen" %} {% translate "Dag" context "groet" %}', "")
    assert texts.add_missing(folder) == 2
    assert texts.add_missing(folder) == 0
    assert (texts.compile_all(folder), texts.compile_all(folder)) == (1, 0)
