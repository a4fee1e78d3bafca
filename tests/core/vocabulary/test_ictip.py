"""The terms of IC-TIP: one for each form of exploitation, and plain about what was not confirmed."""

from baken.core.vocabulary import ictip
from baken.core.vocabulary.facts import FACTS


def test_every_form_of_exploitation_is_counted_under_one_term():
    assert set(ictip.OF_FORM) == set(FACTS["exploitation"].values)
    terms = [ictip.of_form(form) for form in FACTS["exploitation"].values]
    assert len({term.text for term in terms}) == len(terms)


def test_a_form_that_a_policy_adds_is_other_exploitation_and_not_confirmed():
    assert ictip.of_form("forced_marriage") == ictip.EXPLOITATION["other_exploitation"]
    assert not ictip.of_form("forced_marriage").confirmed


def test_what_was_only_read_from_elsewhere_says_so():
    assert [name for name, term in ictip.EXPLOITATION.items() if not term.confirmed] == [
        "forced_criminality",
        "other_exploitation",
    ]
