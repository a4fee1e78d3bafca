"""The notification to CoMensha: prepared from what is known, checked, copied, recorded, once per person (MON-07)."""

from datetime import date
from typing import Any
from uuid import UUID, uuid4

import pytest

from baken.care.exchange import giving
from baken.core.vocabulary.care_notice import FIELDS, fields_of
from baken.ledger import signals
from baken.ledger.models import ReadEntry, SignalRow
from baken.refer.actions import HandOver, hand_over, record_sending
from baken.tenancy.scope import scope
from tests.care.placing.moving import CANARIES, Moving, another_file, moving, notified, placed
from tests.papers import text_of
from tests.tenants.care_things import WORKING_NAME

BASE: dict[str, Any] = {
    "kind": "registration",
    "age_16": "no",
    "double": "not_notified",
    "reporter": "Persoon care, Zorg na Mensenhandel",
    "name": "K. W.",
    "birth": "2001",
    "medical": "kanarie-medisch",
}


@pytest.fixture
def file(db: None) -> Moving:
    found = moving()
    found.allow("comensha")
    return found


def prepare(file: Moving, **fields: Any) -> Any:
    return file.post("comensha/klaarmaken/", **{**BASE, **fields})


def send(file: Moving) -> Any:
    return file.post(
        "comensha/gemeld/", checked="on", on=file.today, channel="own_form", reference="CM-2026-117"
    )


def test_what_is_known_stands_there_and_a_human_completes_it(file: Moving) -> None:
    file.post(
        "dossier/persoon/",
        working_name=WORKING_NAME,
        name="Ana Maria Pop",
        age="adult",
        birth="2001-03-04",
        role="presumed_victim",
        because="x",
    )
    page = file.text("comensha/klaarmaken/")
    assert "A. M. P." in page
    assert "2001-03-04" in page
    assert "Persoon care, Zorg na Mensenhandel" in page
    assert 'name="age_16"' not in page


def test_a_birth_date_that_was_noted_of_the_stay_goes_along_and_two_that_contradict_do_not(
    file: Moving,
) -> None:
    """What somebody wrote down once is not asked again: on the page for CoMensha, in an export, for consent."""
    assert file.post("verblijf/persoon/", birth_date="1999-02-01").status_code == 303
    form = file.get("comensha/klaarmaken/").context["form"]
    assert form["birth"].value() == "1999-02-01"
    assert "age_16" not in form.fields
    with scope(file.town.care.id):
        assert giving.record_of(file.stream, "comensha")["prs_Birthdate"] == date(1999, 2, 1)
    two = {"birth_date": "1999-02-01", "other_birth_date": "2012-02-01"}
    assert file.post("verblijf/persoon/", because="happened", **two).status_code == 303
    form = file.get("comensha/klaarmaken/").context["form"]
    assert not form["birth"].value()
    assert "age_16" in form.fields
    with scope(file.town.care.id):
        assert "prs_Birthdate" not in giving.record_of(file.stream, "comensha")


def test_the_fields_are_copied_in_order_and_registration_takes_the_minimum(file: Moving) -> None:
    assert prepare(file).status_code == 303
    page = file.text("comensha/")
    shown = [page.index(str(value)) for value in (BASE["reporter"], BASE["name"], BASE["birth"])]
    assert shown == sorted(shown)
    assert page.count('class="baken-copy"') == 3
    assert "kanarie-medisch" not in page
    assert "<script" not in page
    printed = text_of(file.get("comensha/document/").content)
    assert "K. W." in printed
    assert "kanarie-medisch" not in printed


def test_it_is_recorded_with_date_and_reference_and_a_second_is_refused(file: Moving) -> None:
    assert file.post("comensha/gemeld/", checked="on", on=file.today, channel="phone").status_code == 409
    prepare(file)
    assert file.post("comensha/gemeld/", on=file.today, channel="phone").status_code == 422
    assert send(file).status_code == 303
    page = file.text("comensha/")
    assert "CM-2026-117" in page
    assert "CM-2026-117" not in str([stored.event.to_payload() for stored in file.stream.events])
    again = prepare(file)
    assert again.status_code == 409
    assert "telt dus al mee" in again.content.decode()
    assert "kanarie-medisch" in again.content.decode()
    assert prepare(file, kind="supplement").status_code == 303
    assert len(file.notices.notified) == 1


def test_without_consent_or_weighing_there_is_nothing_to_prepare(db: None) -> None:
    file = moving()
    assert 'name="kind"' not in file.text("comensha/klaarmaken/")
    assert prepare(file).status_code == 409
    file.post("dossier/afweging/", recipient="comensha", outcome="may", reason="zwijgen is gevaarlijker")
    assert prepare(file, kind="shelter").status_code == 409
    assert prepare(file).status_code == 303


def test_where_consent_is_lacking_the_page_leads_to_where_it_is_recorded(db: None) -> None:
    """V5: from the refusal to the form with CoMensha chosen, and for help to consent alone."""
    file = moving()
    for page in (file.text("comensha/klaarmaken/"), file.text("overdragen/")):
        assert "dossier/toestemming/?voor=" in page
        assert "dossier/afweging/?voor=" in page
    form = file.get("dossier/toestemming/?voor=comensha").context["form"]
    assert form["recipient"].value() == "comensha"
    assert file.get("dossier/afweging/?voor=comensha").context["form"]["recipient"].value() == "comensha"
    assert not file.get("dossier/toestemming/?voor=anybody").context["form"]["recipient"].value()
    file.allow("comensha", how="spoken")
    refused = prepare(file, kind="shelter")
    assert refused.status_code == 409
    assert "dossier/toestemming/?voor=comensha" in refused.content.decode()
    assert "dossier/afweging/" not in refused.content.decode(), (
        "a weighing does not stand for written consent"
    )
    file.allow("comensha")
    assert prepare(file, kind="shelter").status_code == 303
    for consent in file.file.consents:
        assert file.post(f"dossier/intrekken/{consent}/").status_code == 303
    stopped = file.text("comensha/")
    assert "dossier/toestemming/?voor=comensha" in stopped
    assert "?voor=" not in file.text("comensha/", visitor="director")


def test_consent_that_is_withdrawn_after_preparing_stops_the_notification(file: Moving) -> None:
    prepare(file)
    [consent] = file.file.consents
    assert file.get("comensha/document/").status_code == 200
    file.post(f"dossier/intrekken/{consent}/")
    assert send(file).status_code == 409
    assert file.notices.notified == ()
    page = file.text("comensha/")
    assert "baken-copy" not in page
    assert "afgewogen" in page
    assert file.get("comensha/document/").status_code == 303


def test_who_looks_alike_is_looked_at_and_the_same_person_counts_once(file: Moving) -> None:
    """MON-07: two files of one person in one organisation."""
    other = another_file(file)
    other.allow("comensha")
    page = file.text("comensha/klaarmaken/")
    assert f'name="alike_{other.id}"' in page
    with scope(file.town.care.id):
        looked = ReadEntry.objects.order_by("-number").values_list("object_id", flat=True)[:2]
        assert {file.id, other.id} == set(looked), "who reads a name there, is in the log for it (V9)"
    assert prepare(file).status_code == 422
    same = {f"alike_{other.id}": "same"}
    assert prepare(file, **same).status_code == 303
    # The other is prepared as somebody else, before this one is sent: then whoever comes second is refused.
    assert prepare(other, **{f"alike_{file.id}": "other"}).status_code == 303
    assert send(file).status_code == 303
    late = send(other)
    assert late.status_code == 409
    assert "vanuit een ander dossier" in late.content.decode()
    assert "Uit dat dossier is al gemeld" in other.text("comensha/klaarmaken/")
    assert another_file(file, "Iemand Heel Anders").text("comensha/klaarmaken/").count('name="alike_') == 0


def test_what_the_municipality_notified_itself_is_seen_before_it_counts_twice(db: None) -> None:
    """MON-07: whichever was first, the day arrives with the notification and nothing else does."""
    file = notified()
    file.allow("comensha")
    town = file.town
    with scope(town.woerden.id):
        signal = SignalRow.objects.get().stream_id
        by = {"actor": town.actor("focal_point"), "now": town.now}
        sent = by | {"command_id": uuid4(), "channel": "secure_mail", "asked": False}
    referral = to_comensha(file, signal)
    with scope(town.woerden.id):
        record_sending(signal=signal, referral=referral, **sent)
    assert "De gemeente meldde zelf" in file.text()
    assert "zelf bij CoMensha" in file.text("comensha/klaarmaken/")
    refused = prepare(file)
    assert refused.status_code == 409
    assert "meldde dit signaal zelf" in refused.content.decode()
    assert prepare(file, double="same_person").status_code == 409
    assert prepare(file, double="other_person").status_code == 303


def to_comensha(file: Moving, signal: UUID) -> str:
    town = file.town
    with scope(town.woerden.id):
        bundle = signals.read(signal, now=town.now).bundle
        choice = HandOver(
            partner="comensha",
            named=True,
            ground=bundle.partner_grounds("comensha")[0].id,
            purpose=bundle.partner_purposes("comensha")[0].id,
            pieces=("facts",),
            rewritten={},
        )
        actor = town.actor("focal_point")
        return hand_over(signal=signal, choice=choice, actor=actor, now=town.now, command_id=uuid4())


def test_no_notification_holds_the_place_of_somebody(db: None) -> None:
    file = placed()
    assert not any(word in file.text("comensha/klaarmaken/") for word in CANARIES)
    assert set(fields_of("registration")) < set(FIELDS)


@pytest.mark.parametrize(
    "wrong",
    [
        {"kind": "anders"},
        {"double": ""},
        {"name": "a" * 500},
        {"reach": "111222333"},
        {"police": "yes", "reach": "x"},
    ],
)
def test_bad_input_is_said_and_nothing_is_prepared(file: Moving, wrong: dict[str, str]) -> None:
    answer = prepare(file, **wrong)
    assert answer.status_code == 422
    assert answer.context["form"].errors
    assert file.notices.prepared is None
    assert "kanarie-medisch" in answer.content.decode()
