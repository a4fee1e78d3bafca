"""From a request to a letter, and what is done with the records: who sees what, and what nobody learns (V24)."""

from datetime import timedelta
from uuid import uuid4

import pytest

from baken.core.vocabulary import rights
from baken.ledger import matters, processing_log
from baken.ledger.answering import NOTIFICATION
from baken.ledger.projections import reference
from baken.tenancy.scope import scope
from baken.trust.rights import paper
from tests.papers import text_of
from tests.refer.conftest import Handing
from tests.route.case import HAPPENED, REPORTER, VICTIM, Case, begin
from tests.trust.rights.conftest import Asking, asked

SUMMARY = "U werd gezien bij een balie."
LIST = "/verantwoording/rechten/"


def printed(asking: Asking) -> str:
    return " ".join(text_of(asking.get("brief/document/").content).split())


def test_a_request_is_registered_without_its_name_on_any_list(db: None) -> None:
    case = begin()
    client = case.town.visit(case.client, "privacy")
    told = {
        "command": str(uuid4()),
        "right": "access",
        "received_on": str(case.town.today),
        "name": VICTIM,
        "identity": "not_yet",
    }
    for _twice in range(2):
        assert client.post(f"{LIST}nieuw/", told).status_code == 303
    for visitor in ("privacy", "supervisor", "focal_point"):
        page = case.town.visit(case.client, visitor).get(LIST)
        assert len(page.context["table"].rows) == 1
        assert VICTIM not in page.content.decode()
    assert client.post(f"{LIST}nieuw/", told).status_code in (303, 403)


def test_nobody_is_looked_for_before_it_is_certain_who_asks(db: None) -> None:
    """GEN-03: nothing is opened, and nothing is recorded."""
    asking = asked(begin().receive(), identity="not_yet")
    assert asking.search().status_code == 409
    assert asking.happened == ["request.received"]
    assert asking.send("identiteit/", "privacy", identity="in_person").status_code == 303
    assert asking.search().status_code == 303


def test_a_search_finds_the_record_says_why_and_keeps_what_was_typed_with_the_request(asking: Asking) -> None:
    assert asking.search("kanarie radu").status_code == 303
    page = asking.get("werkblad/").content.decode()
    assert reference(asking.case.signal) in page
    assert "dezelfde naam" in page
    assert REPORTER not in page
    assert asking.now.state.searches[0].looked_through == 1


def test_the_reporter_is_never_found(asking: Asking) -> None:
    asking.search(REPORTER)
    assert asking.now.state.found == ()
    assert asking.search("Wilma").status_code == 303
    assert asking.now.state.found == ()


def test_the_letter_gives_what_was_chosen_and_never_the_reporter_or_the_report(asking: Asking) -> None:
    asking.search()
    assert asking.weigh(give=["identity", "summary", "recipients"], summary=SUMMARY).status_code == 303
    shown = asking.get("brief/").content.decode()
    assert SUMMARY in shown
    assert asking.write().status_code == 303
    letter = printed(asking)
    for words in (
        VICTIM,
        SUMMARY,
        "Autoriteit Persoonsgegevens",
        "Waarom wij dit bewaren",
        "uit een melding",
    ):
        assert words in letter
    for words in (REPORTER, HAPPENED, "Burgerzaken", reference(asking.case.signal), "Twee mannen"):
        assert words not in letter
    assert asking.send("verzonden/", "privacy", outcome="met", channel="post").status_code == 303
    assert asking.now.answered


def test_a_letter_that_tells_nothing_is_the_letter_of_somebody_who_is_not_there(asking: Asking) -> None:
    """Word for word: so nobody learns that there is a signal, or an investigation."""
    other = asked(asking.case, name=VICTIM)
    other.search("Iemand Anders")
    assert other.now.state.found == ()
    asking.search()
    asking.weigh(give=[], leave_out=["investigation"])
    with scope(asking.case.town.woerden.id):
        assert paper.content(asking.now) == paper.content(other.now)
    for one in (asking, other):
        assert one.write().status_code == 303
    mine, theirs = (printed(one).replace(one.now.reference, "") for one in (asking, other))
    assert mine == theirs
    assert "geen gegevens gevonden die wij u kunnen geven" in mine


def test_where_informing_was_put_off_nothing_can_be_given(asking: Asking) -> None:
    asking.search()
    case = asking.case.visit("focal_point")
    day = case.town.today + timedelta(days=60)
    put_off = {"decision": "not_yet", "ground": "investigation", "review_on": str(day), "reason": "loopt nog"}
    assert case.send("inlichten/", **put_off).status_code == 303
    assert "Geef uit dit stuk niets" in asking.get(f"werkblad/{case.signal}/").content.decode()
    refused = asking.weigh()
    assert refused.status_code == 409
    assert "Inlichten is hier uitgesteld" in refused.content.decode()
    assert asking.weigh(give=[], leave_out=["investigation"]).status_code == 303


def test_nothing_is_given_of_somebody_else_or_where_it_is_not_certain(asking: Asking) -> None:
    asking.search()
    for verdict in ("other", "doubt"):
        assert asking.weigh(verdict=verdict).status_code == 409
    assert asking.weigh(verdict="doubt", give=[]).status_code == 303
    asking.write()
    assert VICTIM not in paper.NOTHING.nl
    assert "geen gegevens gevonden" in printed(asking)


def test_a_record_that_did_not_come_up_cannot_be_read_or_weighed_here(asking: Asking) -> None:
    asking.search("Iemand Anders")
    assert asking.get(f"werkblad/{asking.case.signal}/").status_code == 404
    assert asking.weigh().status_code == 404


def test_the_letter_waits_for_a_decision_about_every_record(asking: Asking) -> None:
    assert asking.write().status_code == 409
    asking.search()
    assert asking.write().status_code == 409
    assert asking.send("verzonden/", "privacy", outcome="met", channel="post").status_code == 409
    asking.weigh()
    asking.write()
    asking.weigh(give=[], leave_out=["others"])
    assert asking.get("brief/document/").status_code == 404, "what was decided changed: it is written again"


@pytest.mark.parametrize(
    ("right", "done", "event"),
    [
        ("restriction", "restricted", "processing.restricted"),
        ("objection", "restricted", "processing.restricted"),
        ("erasure", "erased", "erasure.granted"),
    ],
)
def test_what_is_asked_is_carried_out_on_the_signal(db: None, right: str, done: str, event: str) -> None:
    asking = asked(begin().receive(), right=right)
    asking.search()
    asking.weigh()
    assert asking.write().status_code == 409
    assert (
        asking.send(f"werkblad/{asking.case.signal}/uitvoeren/", done=done, reason="terecht").status_code
        == 303
    )
    assert asking.case.happened()[-1] == event
    assert asking.write().status_code == 303
    assert rights.ACT[done].nl in printed(asking)


def test_a_correction_is_recorded_only_once_the_account_was_corrected(db: None) -> None:
    asking = asked(begin().receive(), right="correction")
    asking.search()
    asking.weigh()
    page = f"werkblad/{asking.case.signal}/uitvoeren/"
    assert asking.send(page, done="corrected", reason="klopte niet").status_code == 409
    assert "request.act_done" not in asking.happened
    rows = {
        f"{p}-{n}": "0"
        for p in ("persons", "organisations", "addresses")
        for n in ("TOTAL_FORMS", "INITIAL_FORMS")
    }
    asking.case.visit("focal_point").send("verbeteren/", happened="Zo was het.", reason="x", **rows)
    assert asking.send(page, done="corrected", reason="klopte niet").status_code == 303


def test_a_restricted_signal_says_so_and_is_not_handed_over_until_it_is_released(handing: Handing) -> None:
    asking = asked(handing.case, right="restriction")
    asking.search()
    asking.weigh()
    asking.send(f"werkblad/{asking.case.signal}/uitvoeren/", done="restricted", reason="terecht")
    case: Case = handing.case.visit("focal_point")
    assert "Beperkt: alleen bewaren" in case.get().content.decode()
    refused = handing.over("labour_authority")
    assert refused.status_code == 409
    assert "alleen worden bewaard" in refused.content.decode()
    assert handing.referrals == []
    assert case.send("beperking/opheffen/", reason="uitgezocht").status_code == 303
    assert handing.over("labour_authority").status_code == 303


def test_a_received_notification_is_found_and_erased_as_well(handing: Handing) -> None:
    """The organisation that received a hand-over answers for its own copy."""
    from tests.refer.test_notifications import Receiver

    handing.over("care_coordinator")
    receiver = Receiver(handing)
    assert receiver.events()[0].type == "notification.received"
    with scope(receiver.town.care.id):
        from baken.trust.rights import gathering
        from baken.trust.rights.matching import Wanted

        found = gathering.through(Wanted(names=(VICTIM,)))
        assert [(one.id, one.kind) for one in found.found] == [(receiver.id, NOTIFICATION)]


def test_the_month_can_be_extended_once(asking: Asking) -> None:
    told = {"because": "complex", "reason": "verteld"}
    assert asking.send("verlengen/", "privacy", **told).status_code == 303
    assert asking.send("verlengen/", "privacy", **told).status_code == 409
    assert asking.now.state.extended


def test_the_fg_reads_counts_and_grounds_and_no_name(asking: Asking) -> None:
    asking.search()
    asking.weigh(give=[], leave_out=["safety"])
    page = asking.get(visitor="supervisor").content.decode()
    assert "Weggelaten omdat" in page
    assert VICTIM not in page
    for hidden in ("werkblad/", "brief/document/", "zoeken/"):
        assert asking.get(hidden, "supervisor").status_code == 403
        assert asking.get(hidden, "privacy").status_code == 403


def test_the_letter_gives_the_address_that_was_asked_about_and_no_other_with_that_number(
    asking: Asking,
) -> None:
    rows = [
        {"street": "Verzonnenlaan", "number": "12", "town": "Woerden"},
        {"street": "Schuilstraat", "number": "12", "town": "Elders"},
    ]
    page = f"werkblad/{asking.case.signal}/"
    asking.search(street="Verzonnenlaan", number="12")
    asking.send(page, verdict="person", give=["address"])
    with pytest.MonkeyPatch.context() as patch, scope(asking.case.town.woerden.id):
        patch.setattr(paper.gathering, "contents", lambda stream: [{"addresses": rows}])
        content, _tells = paper.content(asking.now)
    assert "Verzonnenlaan 12" in str(content)
    assert "Schuilstraat" not in str(content)


def test_a_letter_is_made_only_as_it_was_read(asking: Asking) -> None:
    """Two officers: what one decides meanwhile stands in no letter that the other did not read."""
    asking.search()
    asking.weigh(give=[], leave_out=["others"])
    read = asking.get("brief/").context["form"]["read"].value()
    asking.weigh(give=["identity"])
    refused = asking.send("brief/", checked="on", read=read)
    assert refused.status_code == 409
    assert "veranderde terwijl u las" in refused.content.decode()
    assert asking.now.state.letter is None
    again = refused.context["form"]["read"].value()
    assert asking.send("brief/", checked="on", read=again).status_code == 303


def test_what_was_chosen_to_give_is_not_given_once_informing_was_put_off(asking: Asking) -> None:
    asking.search()
    asking.weigh(give=["identity"])
    case = asking.case.visit("focal_point")
    day = case.town.today + timedelta(days=60)
    put_off = {"decision": "not_yet", "ground": "investigation", "review_on": str(day), "reason": "loopt nog"}
    assert case.send("inlichten/", **put_off).status_code == 303
    assert asking.write().status_code == 303
    assert "geen gegevens gevonden die wij u kunnen geven" in printed(asking)


def test_a_record_that_is_destroyed_meanwhile_keeps_no_letter_waiting(
    asking: Asking, monkeypatch: pytest.MonkeyPatch
) -> None:
    asking.search()
    assert asking.write().status_code == 409
    there = matters.streams
    monkeypatch.setattr(matters, "streams", lambda wanted: there(set(wanted) - {asking.case.signal}))
    assert asking.get("werkblad/").context["ready"]
    assert asking.write().status_code == 303
    assert "geen gegevens gevonden" in printed(asking)


def test_who_settles_and_reads_no_signals_does_not_learn_whether_there_is_one(asking: Asking) -> None:
    """Who asks is known to the privacy officer; that this person is in a signal is not."""
    asking.search()
    asking.weigh(give=[], leave_out=["investigation"])
    mine, other = asking, asked(asking.case, name="Iemand Anders")
    other.search("Iemand Anders")
    seen = [one.get(visitor="privacy").context["lines"] for one in (mine, other)]
    assert seen[0] == seen[1]
    assert "Stukken die kunnen kloppen" in asking.get(visitor="focal_point").content.decode()


def test_to_look_at_who_asks_stands_in_the_processing_log(asking: Asking) -> None:
    asking.get(visitor="privacy")
    with scope(asking.case.town.woerden.id):
        assert [one.name for one in processing_log.of_signal(asking.id)] == ["trust_rights:request"]


def test_a_neighbour_finds_nothing(asking: Asking) -> None:
    asking.search()
    for page in ("", "werkblad/", f"werkblad/{asking.case.signal}/"):
        assert asking.get(page, "neighbour").status_code == 404
