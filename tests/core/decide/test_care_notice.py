"""CoMensha hears of a person once, with what allows it; the municipality hears one word and a day (MON-07, CARE-11)."""

from dataclasses import fields
from datetime import UTC, date, datetime
from typing import Any

import pytest

from baken.core.decide import care_notice as decide
from baken.core.decide.refusal import Refused
from baken.core.derive import care_notice, client
from baken.core.events import Event, rights
from baken.core.events import client as opened
from baken.core.vocabulary.care_notice import FIELDS, HELP, KIND, OUTCOME_OF, STANDING, fields_of, told
from baken.core.vocabulary.outcomes import ANSWER

NOW = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)
TODAY = date(2026, 11, 22)
OPEN = opened.ClientOpened("notification", "n", None, "asked_for_help", "adult", "2026-11-29", "ref")
WEIGHED = opened.ClientSecrecyWeighed("comensha", "may", "ref")


def consent(how: str = "written") -> Event:
    return opened.ClientConsentGiven("c", "comensha", how, False, "ref")


class File:
    """A client file in memory."""

    def __init__(self, *events: Event) -> None:
        self.events: list[Event] = [OPEN, *events]

    @property
    def happened(self) -> list[tuple[Event, datetime]]:
        return [(event, NOW) for event in self.events]

    @property
    def client(self) -> client.ClientState:
        return client.fold(self.happened)

    @property
    def state(self) -> care_notice.NoticeState:
        return care_notice.fold(self.happened)

    def prepare(self, kind: str = "registration", **other: Any) -> "File":
        chosen: dict[str, Any] = {
            "under_16": False,
            "alike": (),
            "verdicts": {},
            "notified": (),
            "double": "not_notified",
            "sender_notified": False,
            "basis": next((one.id for one in client.rests_on(self.client, "comensha")), ""),
            "fields": "ref",
        }
        self.events += decide.prepare(self.client, self.state, kind=kind, **{**chosen, **other})
        return self

    def notify(self, on: date = TODAY) -> "File":
        self.events += decide.notify(
            self.client, self.state, on=on, today=TODAY, channel="own_form", reference=None
        )
        return self

    def tell(self, check_on: date | None = date(2026, 11, 29), named: str | None = None) -> "File":
        self.events += decide.tell(
            self.client,
            self.state,
            notification=named or self.client.notification,
            person=1,
            standing=care_notice.standing(self.client),
            check_on=check_on,
        )
        return self


def test_registration_asks_for_consent_or_a_recorded_weighing() -> None:
    with pytest.raises(Refused, match="No consent holds"):
        File().prepare()
    assert File(WEIGHED).prepare().state.prepared is not None
    assert File(consent("spoken")).prepare().state.prepared is not None


@pytest.mark.parametrize("kind", ["shelter", "advice"])
def test_help_asks_for_written_consent_and_a_weighing_is_not_enough(kind: str) -> None:
    """Legal background, section 4: the data go on to helpers."""
    for allowed in (WEIGHED, consent("spoken"), consent("by_guardian")):
        with pytest.raises(Refused, match="written consent"):
            File(allowed).prepare(kind)
    assert File(consent()).prepare(kind).state.prepared is not None


def test_under_sixteen_a_parent_or_guardian_signs() -> None:
    with pytest.raises(Refused, match="parental authority"):
        File(consent()).prepare("shelter", under_16=True)
    assert File(consent("by_guardian")).prepare("shelter", under_16=True).state.prepared is not None


def test_a_second_notification_of_the_same_person_is_refused_and_shelter_is_a_supplement() -> None:
    file = File(consent()).prepare().notify()
    with pytest.raises(Refused, match="counted"):
        file.prepare()
    assert file.prepare("supplement").notify().state.shelter_asked
    registered = file.state.registered
    assert registered is not None
    assert registered.kind == "registration"


def test_a_supplement_needs_something_to_add_to() -> None:
    with pytest.raises(Refused, match="to add to"):
        File(consent()).prepare("supplement")
    assert File(consent()).prepare("supplement", double="same_person").state.prepared


def test_each_file_that_looks_alike_is_looked_at_before_it_counts() -> None:
    """MON-07."""
    with pytest.raises(Refused, match="1 files that look alike"):
        File(WEIGHED).prepare(alike=("a", "b"), verdicts={"a": "other"})
    file = File(WEIGHED).prepare(alike=("a", "b"), verdicts={"a": "other", "b": "same"})
    assert file.state.prepared is not None
    assert (file.state.prepared.compared, file.state.prepared.same_as) == (("a", "b"), "b")


def test_the_same_person_in_another_file_that_was_notified_counts_once() -> None:
    with pytest.raises(Refused, match="was notified of this person already"):
        File(WEIGHED).prepare(alike=("a",), verdicts={"a": "same"}, notified=("a",))


def test_a_person_whom_the_municipality_notified_counts_once() -> None:
    with pytest.raises(Refused, match="counted twice"):
        File(WEIGHED).prepare(double="same_person")


def test_what_the_municipality_notified_itself_is_looked_into_first() -> None:
    """MON-07: its own notification must be seen before the person counts twice."""
    with pytest.raises(Refused, match="notified CoMensha of this signal itself"):
        File(WEIGHED).prepare(sender_notified=True)
    assert File(WEIGHED).prepare(sender_notified=True, double="other_person").state.prepared


def test_nothing_is_notified_that_nobody_checked_or_that_is_no_longer_allowed() -> None:
    with pytest.raises(Refused, match="No checked notification"):
        File(WEIGHED).notify()
    file = File(consent()).prepare()
    file.events.append(opened.ClientConsentWithdrawn("c", None))
    with pytest.raises(Refused, match="No consent holds"):
        file.notify()
    with pytest.raises(Refused, match="still to come"):
        File(WEIGHED).prepare().notify(date(2026, 11, 23))


def test_a_weighing_does_not_take_the_place_of_written_consent_that_was_withdrawn() -> None:
    """V5: what was prepared for helpers on written consent does not go on less."""
    file = File(consent()).prepare("shelter")
    file.events += [opened.ClientConsentWithdrawn("c", None)]
    later = File(*file.events[1:])
    weighed = client.fold([*later.happened, (WEIGHED, NOW.replace(hour=11))])
    assert client.may_go_to(weighed, "comensha") == "weighed"
    with pytest.raises(Refused, match="written consent"):
        decide.notify(weighed, file.state, on=TODAY, today=TODAY, channel="own_form", reference=None)


def test_a_notification_rests_on_what_somebody_read_and_chose() -> None:
    """V5."""
    with pytest.raises(Refused, match="about this recipient"):
        File(consent()).prepare(basis="")
    assert opened.SharingConfirmed("comensha", "c") in File(consent()).prepare(basis="c").events


def test_registration_takes_the_minimum() -> None:
    assert set(fields_of("registration")) < set(FIELDS)
    assert not {"medical", "safety", "reach", "shelter"} & set(fields_of("registration"))
    assert all(set(fields_of(kind)) == set(FIELDS) for kind in KIND if kind in HELP)


def test_the_municipality_sees_registered_taken_up_and_finished() -> None:
    file = File().tell()
    assert [one.standing for one in file.state.told] == ["registered"]
    file.events.append(opened.ClientContactAgreed("ref"))
    file.tell()
    file.events.append(opened.ClientClosed("not_a_victim", "ref"))
    file.tell()
    assert [one.standing for one in file.state.told] == ["registered", "taken_up", "finished"]
    assert [one.check_on for one in file.state.told][-1] is None


def test_what_the_municipality_sees_already_is_not_told_again() -> None:
    file = File().tell()
    with pytest.raises(Refused, match="sees this already"):
        file.tell()
    assert len(file.tell(date(2026, 12, 1)).state.told) == 2


def test_where_the_name_came_the_same_is_told_once_more_and_then_no_more() -> None:
    """CARE-01: the municipality looks at the notification with the name."""
    file = File().tell().tell(named="with the name")
    assert [one.notification for one in file.state.told][1:] == ["with the name"]
    with pytest.raises(Refused, match="sees this already"):
        file.tell(named="with the name")


@pytest.mark.parametrize("event", [rights.ProcessingRestricted, rights.ErasureGranted])
def test_of_a_file_that_is_only_stored_or_is_to_go_nothing_is_told(event: type[Event]) -> None:
    """AVG 18: the municipality learns nothing new then, not even a word."""
    file = File(consent())
    file.events.append(event(*("x" for _ in fields(event))))  # type: ignore[arg-type]
    with pytest.raises(Refused, match="only stored"):
        file.tell()
    with pytest.raises(Refused):
        file.prepare()


def test_a_file_from_elsewhere_has_no_municipality_to_tell() -> None:
    file = File()
    file.events[0] = opened.ClientOpened("self", None, None, "asked_for_help", "adult", "2026-11-29", "ref")
    with pytest.raises(Refused, match="notification in Baken"):
        file.tell()


def test_every_standing_travels_as_an_answer_and_is_read_as_one_word_and_a_number() -> None:
    assert set(OUTCOME_OF) == set(STANDING)
    assert set(OUTCOME_OF.values()) <= set(ANSWER)
    assert told("taken_up", None) == ANSWER["taken_up"]
    assert told("received", 2).nl == "persoon 2: aangemeld"
    assert told("more_needed", 2) == ANSWER["more_needed"]
