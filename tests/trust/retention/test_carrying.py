"""V21: what an archivist approved goes, with everything that led to it; what changed meanwhile stays, and is named."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.db import connection

from baken.core.decide.refusal import Refused
from baken.core.vocabulary.moments import civil_date
from baken.jobs.everywhere import SomeFailed
from baken.ledger import checking, codes, datakeys, deletions, destroying, keeping, signals, store
from baken.ledger.models import (
    DestroyedCount,
    NotificationRow,
    Obligation,
    ReadEntry,
    RetentionRow,
    SignalRow,
    VaultRecord,
)
from baken.ledger.readlog import sealing
from baken.ledger.streams import LedgerError, Stream
from baken.route import actions as route
from baken.tenancy.models import Locator
from baken.tenancy.scope import scope
from baken.trust.retention import actions, carrying, chores
from tests.tenants import things
from tests.trust.retention.conftest import Shelf, as_owner


def test_what_was_approved_is_gone_and_the_rest_stays(shelf: Shelf) -> None:
    gone, kept = shelf.closed().signal, shelf.closed("handled", "trafficking").signal
    before = checking.verify([shelf.here])
    drawn = shelf.drawn_up()
    shelf.approve(drawn)
    assert shelf.carry_out(drawn) == 1
    assert checking.verify([shelf.here], against=before.heads).broken == ()
    with scope(shelf.here):
        assert store.load(gone).destroyed
        assert signals.read(kept, now=shelf.now).state.closed
        for model in (SignalRow, Obligation, RetentionRow, VaultRecord):
            assert not model.objects.filter(stream_id=gone).exists()
        assert not Locator.objects.filter(target=gone).exists()
        assert Locator.objects.filter(kind=codes.KIND, target=kept).exists()
        assert [(one.category, one.count) for one in DestroyedCount.objects.all()] == [("unfounded", 1)]
    with pytest.raises(datakeys.KeyGone):
        datakeys.fetch(shelf.here, gone)
    state = shelf.state(drawn)
    assert (state.stage, dict(state.counts), dict(state.dropped)) == ("done", {"unfounded": 1}, {})
    assert [one.stream for one in deletions.read()] == [gone]


def test_carrying_out_again_changes_nothing(shelf: Shelf) -> None:
    shelf.closed()
    drawn = shelf.drawn_up()
    shelf.approve(drawn)
    assert shelf.carry_out(drawn) == 1
    assert shelf.carry_out(drawn) == 0
    with as_owner():
        assert chores.destroy(shelf.now) == 0
    with scope(shelf.here):
        assert DestroyedCount.objects.get().count == 1


def test_the_application_carries_nothing_out(shelf: Shelf) -> None:
    signal = shelf.closed().signal
    drawn = shelf.drawn_up()
    shelf.approve(drawn)
    with pytest.raises(SomeFailed, match="0 things"):
        carrying.carry_out(shelf.here, drawn, shelf.now)
    with pytest.raises(Exception, match="only the owner"):
        destroying.destroy(shelf.here, signal, now=shelf.now)
    assert list(deletions.read()) == []
    assert datakeys.fetch(shelf.here, signal)


def test_one_that_fails_keeps_no_other_waiting_and_the_list_open(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A damaged signal is not said to be gone, and goes as soon as it can."""
    bad, good = sorted([shelf.closed().signal, shelf.closed().signal])
    drawn = shelf.drawn_up()
    shelf.approve(drawn)
    load = store.load

    def damaged(stream: UUID) -> Stream:
        if stream == bad:
            raise LedgerError("this stream cannot be read")
        return load(stream)

    with monkeypatch.context() as hurt:
        hurt.setattr(store, "load", damaged)
        with pytest.raises(SomeFailed, match="1 streams; 1 things"):
            shelf.carry_out(drawn)
    state = shelf.state(drawn)
    assert (state.stage, dict(state.dropped)) == ("approved", {})
    with scope(shelf.here):
        assert (store.load(bad).destroyed, store.load(good).destroyed) == (False, True)
    assert shelf.carry_out(drawn) == 2
    assert dict(shelf.state(drawn).counts) == {"unfounded": 2}


def test_what_cannot_be_finished_keeps_no_list_waiting(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    """A line of the list of deletions about a stream that is damaged is tried again, after all the rest."""
    begun, good = shelf.closed().signal, shelf.closed().signal
    deletions.note(deletions.Deletion(shelf.here, begun, shelf.now))
    drawn = shelf.drawn_up()
    shelf.approve(drawn)
    finish = destroying.finish

    def damaged(deletion: deletions.Deletion) -> bool:
        if deletion.stream == begun:
            raise LedgerError("this stream cannot be read")
        return finish(deletion)

    with as_owner(), monkeypatch.context() as hurt:
        hurt.setattr(destroying, "finish", damaged)
        with pytest.raises(SomeFailed):
            chores.destroy(shelf.now)
    with scope(shelf.here):
        assert store.load(good).destroyed
    assert shelf.state(drawn).stage == "done"


def test_a_hold_that_comes_at_the_last_moment_keeps_who_the_reporter_is(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = shelf.closed()
    hold = store.hold

    def held_first(stream: UUID) -> None:
        monkeypatch.setattr(store, "hold", hold)
        until = civil_date(shelf.now) + timedelta(days=30)
        by = {"actor": shelf.town.actor("archivist"), "now": shelf.now, "command_id": uuid4()}
        actions.hold_off(case.signal, until=until, reason="rechtszaak", **by)
        hold(stream)

    with as_owner():
        monkeypatch.setattr(store, "hold", held_first)
        assert carrying.erase_identities(shelf.here, shelf.now) == 0
    with scope(shelf.here):
        assert signals.read(case.signal, now=shelf.now).state.envelope


def test_what_changed_since_is_dropped_and_named(shelf: Shelf) -> None:
    """Before the approval and after it: nobody destroys what is another thing than what was approved."""
    one, two, three = (shelf.closed() for _ in range(3))
    drawn = shelf.drawn_up()
    with scope(shelf.here):
        route.reopen(reason="toch nog iets", **one.by())
    shelf.approve(drawn)
    assert dict(shelf.state(drawn).dropped) == {str(one.signal): "not_due"}
    with scope(shelf.here):
        hold = {"until": (shelf.now + timedelta(days=30)).date(), "reason": "rechtszaak"}
        actions.hold_off(
            two.signal, **hold, actor=shelf.town.actor("focal_point"), now=shelf.now, command_id=uuid4()
        )
    assert shelf.carry_out(drawn) == 1
    assert dict(shelf.state(drawn).dropped) == {str(one.signal): "not_due", str(two.signal): "not_due"}
    with scope(shelf.here):
        assert store.load(three.signal).destroyed
        assert store.load(two.signal).exists


def test_a_list_needs_something_that_is_due_and_there_is_one_at_a_time(shelf: Shelf) -> None:
    with pytest.raises(Refused, match="nothing whose term"):
        shelf.drawn_up()
    shelf.closed()
    drawn = shelf.drawn_up()
    with pytest.raises(Refused, match="not finished yet"):
        shelf.drawn_up()
    with scope(shelf.here):
        actions.withdraw(drawn, actor=shelf.town.actor("archivist"), now=shelf.now, command_id=uuid4())
    with pytest.raises(Refused, match="withdrawn"):
        shelf.approve(drawn)
    again = shelf.drawn_up()
    shelf.approve(again)
    with pytest.raises(Refused, match="approved already"):
        shelf.approve(again)


def test_nobody_approves_a_list_of_their_own_where_there_are_two(shelf: Shelf) -> None:
    shelf.closed()
    drawn = shelf.drawn_up()
    with scope(shelf.here):
        second = shelf.town.members["privacy"]
        second.roles = ["archivist"]
        second.save()
    with pytest.raises(Refused, match="yourself"):
        shelf.approve(drawn)
    shelf.approve(drawn, by="privacy")
    assert not shelf.state(drawn).alone


def test_where_there_is_one_archivist_the_list_says_so(shelf: Shelf) -> None:
    shelf.closed()
    drawn = shelf.drawn_up()
    shelf.approve(drawn)
    assert shelf.state(drawn).alone


def test_the_receipt_says_to_whom_it_had_been_handed_over(shelf: Shelf) -> None:
    case = shelf.closed("handled", "suspicion")
    open_one = shelf.closed("no_action", "not_trafficking")
    with scope(shelf.here):
        route.reopen(reason="toch", **open_one.by())
    open_one.hand_over("avim")
    with scope(shelf.here):
        route.close(outcome="no_action", reason="klaar", **open_one.by())
    assert shelf.plan(case.signal).plan.category == "followed_up"
    shown = shelf.plan(open_one.signal)
    assert shown.plan.category == "unfounded"
    with scope(shelf.here):
        assert actions.partners_of([open_one.signal]) == {"avim": 1}


def test_who_the_reporter_is_goes_a_week_after_the_answer(shelf: Shelf) -> None:
    case = shelf.closed()
    with scope(shelf.here):
        [envelope] = [one.post for one in VaultRecord.objects.filter(stream_id=case.signal, kind="sealed")]
        assert envelope is not None
    with as_owner():
        assert chores.erase(shelf.now) == 1
        assert chores.erase(shelf.now) == 0
    with scope(shelf.here):
        assert not VaultRecord.objects.filter(stream_id=case.signal, kind="sealed").exists()
        file = signals.read(case.signal, now=shelf.now)
        assert file.state.envelope is None
        assert file.state.reporter_named
        assert not RetentionRow.objects.get(stream_id=case.signal).identity
    assert checking.verify([shelf.here]).broken == ()
    page = case.visit("focal_point").get().content.decode()
    assert "Gewist omdat de termijn voorbij is: wie de melder is" in page
    assert "Baken, vanzelf" in page


def test_a_hold_keeps_who_the_reporter_is_too(shelf: Shelf) -> None:
    case = shelf.closed()
    with scope(shelf.here):
        actions.hold_off(
            case.signal,
            until=(shelf.now + timedelta(days=30)).date(),
            reason="rechtszaak",
            actor=shelf.town.actor("focal_point"),
            now=shelf.now,
            command_id=uuid4(),
        )
    with as_owner():
        assert chores.erase(shelf.now) == 0


def test_a_row_that_was_never_made_is_made_by_a_chore(shelf: Shelf) -> None:
    case = shelf.closed()
    with scope(shelf.here):
        RetentionRow.objects.all().delete()
    assert chores.note(shelf.now) == 1
    assert shelf.plan(case.signal).plan.due
    assert chores.note(shelf.now) == 0


@pytest.mark.parametrize("after", ["note", "key", "words", "commit"])
def test_killed_after_any_step_it_is_finished_when_it_is_run_again(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch, after: str
) -> None:
    """Whatever had been done stays done, and nothing is half there."""
    signal = shelf.closed().signal
    drawn = shelf.drawn_up()
    shelf.approve(drawn)

    class Killed(BaseException):
        pass

    def killed(*_: object, **__: object) -> None:
        raise Killed

    real = {"note": deletions.note, "key": datakeys.destroy}

    def then_killed(step: str) -> object:
        def both(*words: object) -> None:
            real[step](*words)  # type: ignore[operator]
            raise Killed

        return both

    with as_owner(), monkeypatch.context() as crash:
        if after == "note":
            crash.setattr(deletions, "note", then_killed("note"))
        elif after == "key":
            crash.setattr(datakeys, "destroy", then_killed("key"))
        elif after == "words":
            crash.setattr(destroying, "_count", killed)
        else:
            crash.setattr(carrying.matters, "carry_out", killed)
        with pytest.raises(Killed):
            carrying.carry_out(shelf.here, drawn, shelf.now)
        connection.close()
    with as_owner():
        chores.destroy(shelf.now)
    with scope(shelf.here):
        assert store.load(signal).destroyed
        assert DestroyedCount.objects.get().count == 1
        assert not VaultRecord.objects.filter(stream_id=signal).exists()
    with pytest.raises(datakeys.KeyGone):
        datakeys.fetch(shelf.here, signal)
    assert shelf.state(drawn).stage == "done"
    assert checking.verify([shelf.here]).broken == ()


def test_lines_of_the_logs_go_after_two_years_and_the_seals_still_verify(shelf: Shelf) -> None:
    """V21: what the read log and the processing log hold goes by its own term."""
    case = shelf.closed()
    assert case.visit("focal_point").get().status_code == 200
    later = shelf.now + timedelta(days=1)
    with scope(shelf.here):
        assert ReadEntry.objects.exists()
    sealing.seal(shelf.here, now=later)
    with as_owner():
        assert chores.let_go(shelf.now + timedelta(days=729)) == 0
        assert chores.let_go(shelf.now + timedelta(days=760)) > 0
    with scope(shelf.here):
        assert not ReadEntry.objects.exists()


def test_a_hand_over_that_was_received_goes_by_the_terms_it_came_with(shelf: Shelf) -> None:
    """V21: an organisation without a policy of its own keeps it no longer than the sender says."""
    notification = UUID(str(things.a_notification(shelf.town)["notification"]))
    care, later = shelf.town.care.id, shelf.now + timedelta(days=6 * 366)
    with scope(care):
        [planned] = [one for one in keeping.every(later) if one.stream == notification]
        assert (planned.plan.category, planned.plan.due) == ("received", True)
        actor = replace(shelf.town.actor("care"), roles=frozenset({"archivist"}))
        drawn = actions.draw_up(actor=actor, now=later, command_id=uuid4())
        actions.approve(drawn, actor=actor, now=later, command_id=uuid4())
    with as_owner():
        assert carrying.carry_out(care, drawn, later) == 1
    with scope(care):
        assert store.load(notification).destroyed
        assert not NotificationRow.objects.exists()
    assert checking.verify([care]).broken == ()
