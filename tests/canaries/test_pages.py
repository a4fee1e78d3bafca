"""Every word that was typed is read only by whom the table allows, and who reported by nobody (V6, V8, ROLE-03)."""

from collections import Counter

from tests.canaries.conftest import Walked
from tests.canaries.fillings import WITHOUT
from tests.canaries.looking import words_in
from tests.canaries.planting import WORD, Planted
from tests.tenants.town import VISITORS
from tests.tenants.urls_rows import (
    ADVISERS,
    ANSWERABLE,
    CARE,
    HANDLERS,
    LEAKS,
    MEMBERS,
    OVERSIGHT,
    PEOPLE,
    RIGHTS,
)
from tests.tenants.urls_table import TABLE

# Whose words they are to read, where that is not just whoever may open the page on which they were typed.
READERS: dict[str, tuple[str, ...]] = {
    "report": HANDLERS,
    "enter": HANDLERS,
    "route:envelope": HANDLERS,  # why it was opened stands in the timeline of the signal
    "posts:refuse": ("recovery", "focal_point"),
    "trust_incidents:report": LEAKS,
    "trust_rights:add": RIGHTS,
    "policy:contact": tuple(MEMBERS),
    "policy:contact_add": tuple(MEMBERS),
    "policy:send_back": (*ADVISERS, "confirmer"),
    "people:add": tuple(VISITORS),
    "people:review": (*PEOPLE,),
    "trust_log:log": OVERSIGHT,
    "trust_accountability:record": ANSWERABLE,
    "trust_accountability:record_with": ANSWERABLE,
}
# What stands in a client file: the process director reads along where a case was brought in.
CLIENT_FILES = ("care_clients:", "care_residence:", "care_placing:", "care_notices:")


def may_read(one: Planted) -> frozenset[str]:
    """Who may read a word, from where it was typed."""
    if one.row.startswith(CLIENT_FILES):
        return frozenset(CARE)
    return frozenset(READERS.get(one.row) or TABLE[one.row].shows)


def test_every_form_that_takes_words_was_filled_in_and_accepted(walked: Walked) -> None:
    """Or this would look for words that were never kept. A new form that is refused needs a filling of its own."""
    refused: dict[str, set[str]] = {}
    for one in walked.garden.words.values():
        if not one.kept:
            refused.setdefault(one.row, set()).add(one.name)
    assert {row: names for row, names in refused.items() if row not in WITHOUT} == {}
    assert sorted(set(WITHOUT) - set(refused)) == [], "these were accepted: they are no exceptions"
    assert len(walked.garden.stored()) > 140


def test_no_form_with_words_is_sent_to_a_page_that_nobody_filled_in(walked: Walked) -> None:
    filled = {one.row for one in walked.garden.words.values()}
    assert {page: to for page, to in walked.garden.elsewhere.items() if to not in filled} == {}


def test_nobody_sees_a_word_that_is_not_theirs_to_read(walked: Walked) -> None:
    words = walked.garden.words
    leaks = {
        (words[one.word].row, words[one.word].name, one.page, one.visitor)
        for one in walked.seen
        if one.visitor not in may_read(words[one.word])
    }
    assert leaks == set()


def test_who_reported_stands_on_no_page_of_anybody(walked: Walked) -> None:
    sealed = walked.garden.sealed()
    assert len(sealed) >= 5, "the envelope was filled in"
    assert {(one.page, one.visitor) for one in walked.seen if one.word in sealed} == set()
    in_envelope = {word for word in sealed if walked.garden.words[word].row == "report"}
    assert len(in_envelope & set(WORD.findall(walked.garden.opened))) >= 3, (
        "the control: the opened envelope shows it"
    )


def test_the_answer_to_a_form_holds_nobody_elses_words(walked: Walked) -> None:
    """Also of what was shown just after sending: receipts, previews, errors."""
    words = walked.garden.words
    strange = {
        (name, who, words[word].row, words[word].name, answer.status_code)
        for name, who, answer in walked.garden.answers
        for word in words_in(answer)
        if words[word].row != name and (who not in may_read(words[word]) or word in walked.garden.sealed())
    }
    assert strange == set()


def test_the_words_are_found_where_they_may_be_read(walked: Walked) -> None:
    """The control: what was told does stand on the page of the signal, for each of who handles it."""
    found = Counter(one.visitor for one in walked.seen if one.page == "route:signal")
    assert set(found) == set(HANDLERS)
    assert min(found.values()) > 15


def test_no_word_stands_in_the_log(walked: Walked) -> None:
    assert WORD.findall(walked.log.getvalue()) == []


def test_no_form_ended_in_an_error(walked: Walked) -> None:
    assert [(n, who) for n, who, answer in walked.garden.answers if answer.status_code >= 500] == []
