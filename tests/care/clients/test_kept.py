"""What happens to a client file beside its page: rebuilt, destroyed by rule, found for whoever it is about."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from django.test import Client

from baken.care.clients import actions
from baken.care.clients.acts import ACTS
from baken.ledger import checking, rebuilding, store
from baken.ledger.models import ClientRow, RetentionRow, VaultRecord
from baken.tenancy.scope import scope
from baken.trust.retention import actions as lists
from baken.trust.retention import carrying, chores
from baken.trust.rights import gathering
from baken.trust.rights.matching import Wanted
from tests.care.clients.filing import NAME, Filing, open_files
from tests.tenants.town import Town, build
from tests.trust.retention.conftest import as_owner, own_deletions

__all__ = ["own_deletions"]


def close(town: Town, client: UUID, outcome: str) -> None:
    """Close a file, at the moment of its town."""
    told = {"note": "klaar"}
    with scope(town.care.id):
        actions.record(
            client,
            ACTS["close"],
            {"outcome": outcome},
            told,
            part="",
            actor=town.actor("care"),
            now=town.now,
            command_id=uuid4(),
        )


def test_the_rows_of_a_file_can_be_made_again(file: Filing) -> None:
    file.send("hulpvraag", area="medical", what="Een huisarts")
    file.send("inbrengen", note="Ingewikkeld")
    with scope(file.town.care.id):
        rows = [list(model.objects.values()) for model in (ClientRow, RetentionRow)]
    rebuilding.rebuild(file.town.care.id)
    with scope(file.town.care.id):
        assert [list(model.objects.values()) for model in (ClientRow, RetentionRow)] == rows


def test_a_file_about_no_victim_goes_by_an_approved_list_and_the_others_stay(
    transactional_db: None, own_deletions: Path
) -> None:
    """V21: closed kindly, and erased by rule."""
    town, now = build(datetime.now(UTC) - timedelta(days=100)), datetime.now(UTC)
    gone, kept, open_ = open_files(town, "Een", "Twee", "Drie")
    close(town, gone, "not_a_victim")
    close(town, kept, "help_ended")
    with scope(town.care.id):
        chores.note(now)
        drawn = lists.draw_up(actor=town.actor("care"), now=now, command_id=uuid4())
        assert set(lists.state_of(store.load(drawn)).items) == {str(gone)}
        lists.approve(drawn, actor=town.actor("director"), now=now, command_id=uuid4())
    with as_owner():
        assert carrying.carry_out(town.care.id, drawn, now) == 1
    with scope(town.care.id):
        assert store.load(gone).destroyed
        assert not VaultRecord.objects.filter(stream_id=gone).exists()
        assert set(ClientRow.objects.values_list("stream_id", flat=True)) == {kept, open_}
    browser = town.visit(Client(), "care")
    assert browser.get(f"/clienten/{gone}/").status_code == 404
    assert browser.get(f"/clienten/{kept}/").status_code == 200
    assert checking.verify([town.care.id]).broken == ()


@pytest.mark.parametrize("outcome", ["help_ended", "not_a_victim"])
def test_what_counts_for_its_term_is_known_without_opening_it(file: Filing, outcome: str) -> None:
    close(file.town, file.id, outcome)
    with scope(file.town.care.id):
        row = RetentionRow.objects.get(stream_id=file.id)
    assert (row.kind, row.outcome, row.assessment) == ("client", outcome, "adult")


def test_a_search_for_a_request_finds_a_client_file_too(file: Filing) -> None:
    """GEN-03: by working name, real name and birth date; never by who notified."""
    fields = {"working_name": NAME, "name": "Adela Novak", "age": "adult", "role": "presumed_victim"}
    file.send("persoon", birth="1997-03-04", **fields)
    with scope(file.town.care.id):
        for wanted in (
            Wanted(names=(NAME,)),
            Wanted(names=("Adela Nováková Novak",)),
            Wanted(birth="1997-03-04"),
        ):
            assert [(one.id, one.kind) for one in gathering.through(wanted).found] == [(file.id, "client")]
        assert not gathering.through(Wanted(names=("Iemand Anders",))).found


@pytest.mark.parametrize("done", ["restricted", "erased"])
def test_what_is_asked_by_right_is_carried_out_on_the_file(file: Filing, done: str) -> None:
    """GDPR 17 and 18: nothing goes out of it any more, and its page says so."""
    from baken.trust.rights.actions import _on_received

    file.send("toestemming", recipient="lawyer", what="Naam", how="spoken")
    with scope(file.town.care.id):
        common = {"actor": file.town.actor("care"), "now": file.town.now, "command_id": uuid4()}
        _on_received("client", uuid4(), file.id, done, "gevraagd", common)
    html = file.get().content.decode()
    assert ("wordt gewist" in html) == (done == "erased")
    assert ("alleen te bewaren" in html) == (done == "restricted")
    if done == "restricted":
        assert file.send("beperking-opheffen", note="Uitgezocht").status_code == 303
        assert "alleen te bewaren" not in file.get().content.decode()


def test_what_a_file_says_of_somebody_can_be_given_to_them_in_the_letter(file: Filing) -> None:
    """GDPR 15: as of a signal, by who coordinates the care."""
    from baken.trust.rights import actions as settling
    from baken.trust.rights import paper, queries

    who = {"actor": file.town.actor("care"), "now": file.town.now}
    with scope(file.town.care.id):
        asked = settling.register(
            right="access",
            received_on=file.town.today - timedelta(days=2),
            identity="in_person",
            who={"name": NAME, "reach": "", "asked": ""},
            command_id=uuid4(),
            **who,
        )
        settling.search(request=asked, wanted=Wanted(names=(NAME,)), command_id=uuid4(), **who)
    page = f"/verantwoording/rechten/{asked}/werkblad/"
    browser = file.town.visit(file.client, "care")
    assert str(file.id) in browser.get(page).content.decode()
    record = browser.get(f"{page}{file.id}/").content.decode()
    assert NAME in record
    assert f"/clienten/{file.id}/" in record
    form = {
        "command": str(uuid4()),
        "verdict": "person",
        "give": ["identity", "summary"],
        "summary": "U vroeg hulp.",
    }
    assert browser.post(f"{page}{file.id}/", form).status_code == 303
    with scope(file.town.care.id):
        content, tells = paper.content(queries.one(asked, file.town.now))
    assert tells
    assert NAME in str(content)
    assert "U vroeg hulp." in str(content)
    assert browser.get(f"/verantwoording/rechten/{asked}/brief/").status_code == 200


def test_who_does_not_coordinate_care_reads_no_client_file_for_a_request(file: Filing) -> None:
    """A focal point who works in the care organisation handles requests too, and may open no client file."""
    from baken.tenancy import actions as people
    from baken.trust.rights import actions as settling

    town, who = file.town, {"actor": file.town.actor("care"), "now": file.town.now}
    town.people["other"] = people.add_person(email="other@care.example", name="Ander", password="x" * 20)
    with scope(town.care.id):
        town.members["other"] = people.add_member(
            person=town.people["other"], roles=["focal_point"], now=town.now
        )
        asked = settling.register(
            right="access",
            received_on=town.today - timedelta(days=2),
            identity="in_person",
            who={"name": NAME, "reach": "", "asked": ""},
            command_id=uuid4(),
            **who,
        )
        settling.search(request=asked, wanted=Wanted(names=(NAME,)), command_id=uuid4(), **who)
    page = f"/verantwoording/rechten/{asked}/werkblad/{file.id}/"
    assert town.visit(file.client, "other").get(f"/verantwoording/rechten/{asked}/").status_code == 200
    assert town.visit(file.client, "other").get(page).status_code == 404
    assert town.visit(file.client, "other").get(f"{page}uitvoeren/").status_code == 404
    assert town.visit(file.client, "care").get(page).status_code == 200


def test_the_start_page_says_how_many_wait_for_what_is_late_and_names_nobody(file: Filing) -> None:
    from baken.care.clients.notes import late

    actor = file.town.actor("care")
    with scope(file.town.care.id):
        assert list(late(actor, file.town.now)) == []
        (line,) = late(actor, file.town.now + timedelta(days=9))
    assert line.words.nl.startswith("Bij 1 cliënt")  # type: ignore[union-attr]
    with scope(file.town.woerden.id):
        assert list(late(actor, file.town.now + timedelta(days=9))) == []
