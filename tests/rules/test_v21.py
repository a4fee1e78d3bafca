"""V21: each category has a term; when it ends the data goes, also from a restored back-up, and that is reported."""

from datetime import date

from baken.core.policy.resolve import resolve
from baken.core.policy.retention import ENDS, term_about, term_of
from baken.core.vocabulary.retention import SUBJECTS
from baken.ledger import checking, deletions, signals, store
from baken.ledger.models import VaultRecord
from baken.project.policies import library
from baken.tenancy.scope import scope
from baken.trust.retention import carrying, chores
from tests.papers import text_of
from tests.trust.retention.conftest import Shelf, as_owner, own_deletions, shelf

__all__ = ["own_deletions", "shelf"]


def test_every_category_and_every_way_to_end_has_a_term_in_every_policy() -> None:
    for policy in library().policy_ids:
        terms = resolve(library(), policy, date(2026, 11, 22)).retention_list
        assert all(term_about(terms, subject) for subject in SUBJECTS)
        assert all(term_of(terms, end) for end in ENDS)
        assert all(term.keep_for or term.then == "keep" for term in terms)


def test_what_is_past_its_term_goes_by_an_approved_list_and_a_receipt_says_so(shelf: Shelf) -> None:
    gone, kept = shelf.closed(), shelf.closed("handled", "trafficking")
    drawn = shelf.drawn_up()
    with as_owner():
        chores.destroy(shelf.now)
    with scope(shelf.here):
        assert signals.read(gone.signal, now=shelf.now), "nothing goes before somebody approved it"
    shelf.approve(drawn)
    with as_owner():
        assert chores.destroy(shelf.now) == 1
    gone.visit("focal_point")
    assert gone.get().status_code == 404
    assert kept.get().status_code == 200
    receipt = shelf.get("archivist", f"lijst/{drawn}/bewijs/").content
    assert "Aantal vernietigd" in text_of(receipt)
    assert checking.verify([shelf.here]).broken == ()


def test_what_a_back_up_brings_back_goes_again(shelf: Shelf) -> None:
    """The list of deletions lies outside both databases; restoring for real is in tests/trust/retention."""
    case = shelf.closed()
    deletions.note(deletions.Deletion(shelf.here, case.signal, shelf.now, "unfounded"))
    with as_owner():
        assert carrying.replay() == 1
    with scope(shelf.here):
        assert store.load(case.signal).destroyed
        assert not VaultRecord.objects.filter(stream_id=case.signal).exists()


def test_who_the_reporter_is_goes_sooner(shelf: Shelf) -> None:
    case = shelf.closed()
    with as_owner():
        assert chores.erase(shelf.now) == 1
    with scope(shelf.here):
        assert signals.read(case.signal, now=shelf.now).state.envelope is None
        assert not VaultRecord.objects.filter(stream_id=case.signal, kind="sealed").exists()
