"""What may be decided about shelter and about moving to another coordinator (CARE-05, CARE-06, V2, V5)."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from baken.core.decide import placing as decide
from baken.core.decide.refusal import Refused
from baken.core.derive import care_notice, client, placing
from baken.core.events import Event
from baken.core.events import care_notice as noticed
from baken.core.events import client as opened

NOW = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)
TODAY = date(2026, 11, 22)
OPEN = opened.ClientOpened("notification", None, None, "asked_for_help", "adult", "2026-11-29", "ref")
ASKED = noticed.ComenshaNotified("shelter", "2026-11-20", "own_form", None)


def allowed(recipient: str, how: str = "written") -> Event:
    return opened.ClientConsentGiven(f"consent-{recipient}", recipient, how, False, "ref")


class File:
    """A client file in memory: what happened, and what may happen next."""

    def __init__(self, *events: Event) -> None:
        self.events: list[Event] = [OPEN, *events]

    @property
    def happened(self) -> list[tuple[Event, datetime]]:
        return [(event, NOW) for event in self.events]

    @property
    def client(self) -> client.ClientState:
        return client.fold(self.happened)

    @property
    def state(self) -> placing.PlacingState:
        return placing.fold(self.happened)

    @property
    def notices(self) -> care_notice.NoticeState:
        return care_notice.fold(self.happened)

    def need(self) -> "File":
        self.events += decide.need(self.client, "ref")
        return self

    def ask(self, kind: str = "local", *, request: str = "a", **other: Any) -> "File":
        asked = {
            "named": False,
            "not_local": "no_place",
            "on": date(2026, 11, 21),
            "today": TODAY,
            "basis": f"consent-{decide.GOES_TO[kind]}",
            "told": "ref",
        }
        self.events += decide.request(
            self.client, self.state, self.notices, request=request, kind=kind, **{**asked, **other}
        )
        return self

    def answer(self, outcome: str, *, request: str = "a", on: date = TODAY) -> "File":
        self.events += decide.answer(
            self.client, self.state, request=request, outcome=outcome, on=on, today=TODAY, told=None
        )
        return self

    def move(self, to: str, on: date = TODAY, request: str | None = None) -> "File":
        self.events += decide.move(
            self.client,
            self.state,
            to=to,
            because="place_found",
            request=request,
            on=on,
            today=TODAY,
            told=None,
        )
        return self

    def stay(self, because: str = "first", since: date = TODAY) -> "File":
        self.events += decide.note_stay(
            self.client,
            self.state,
            stays="here",
            registered="registered",
            because=because,
            since=since,
            today=TODAY,
            told="ref",
        )
        return self

    def transfer(self, **other: Any) -> "File":
        chosen: dict[str, Any] = {
            "transfer": "t",
            "purpose": "protect_victims",
            "ground": "social_support",
            "purposes": ["protect_victims"],
            "grounds": ["social_support"],
            "pieces": ("contact", "needs"),
            "delivery": "document",
            "recipient": None,
            "basis": "consent-care_organisation",
            "reason": "ref",
            "content": "ref",
        }
        self.events += decide.transfer(self.client, self.state, **{**chosen, **other})
        return self

    def sent(self) -> "File":
        self.events += decide.sent(
            self.client, self.state, transfer="t", channel="secure_mail", on=TODAY, today=TODAY
        )
        return self

    def answered(self, outcome: str) -> "File":
        self.events += decide.answered(
            self.client, self.state, transfer="t", outcome=outcome, note=None, closing="ref"
        )
        return self


def test_local_shelter_is_asked_without_a_name_before_anything_else() -> None:
    """CARE-05: nearby first; whether there is a place points to nobody."""
    file = File().need().ask()
    assert [one.kind for one in file.state.waiting] == ["local"]
    assert not file.state.tried_locally
    assert file.answer("no_place").state.tried_locally
    assert file.state.waiting == ()


def test_who_waits_keeps_waiting_until_the_last_word() -> None:
    file = File().need().ask().answer("waiting")
    assert file.state.waiting
    assert file.answer("place").state.waiting == ()


def test_shelter_is_not_asked_before_it_is_known_what_is_needed() -> None:
    with pytest.raises(Refused, match="What shelter is needed was not recorded"):
        File().ask()


def test_specialist_shelter_goes_through_comensha_and_says_why_not_nearby() -> None:
    with pytest.raises(Refused, match="CoMensha was not asked"):
        File().need().ask("specialist")
    with pytest.raises(Refused, match="not on the list"):
        File(ASKED).need().ask("specialist", not_local=None)
    [waits] = File(ASKED).need().ask("specialist").state.waiting
    assert waits.not_local == "no_place"


@pytest.mark.parametrize(("kind", "recipient"), [("local", "shelter"), ("specialist", "comensha")])
def test_a_request_that_names_somebody_asks_for_consent_or_a_weighing(kind: str, recipient: str) -> None:
    """V5."""
    with pytest.raises(Refused, match="No consent holds"):
        File(ASKED).need().ask(kind, named=True)
    assert File(ASKED, allowed(recipient)).need().ask(kind, named=True).state.waiting


def test_an_answer_without_a_request_is_refused() -> None:
    with pytest.raises(Refused, match="not in the file"):
        File().need().answer("place")


def test_an_answer_to_what_was_answered_already_is_refused() -> None:
    with pytest.raises(Refused, match="answered already"):
        File().need().ask().answer("no_place").answer("place")


@pytest.mark.parametrize(
    ("on", "why"), [(date(2026, 11, 20), "had been asked"), (date(2026, 11, 23), "still to come")]
)
def test_a_shelter_answers_after_the_request_and_not_in_the_future(on: date, why: str) -> None:
    with pytest.raises(Refused, match=why):
        File().need().ask().answer("place", on=on)


def test_moves_stand_in_their_order() -> None:
    file = File().move("emergency", date(2026, 11, 10)).move("local", date(2026, 11, 20))
    assert [one.to for one in file.state.moves] == ["emergency", "local"]
    with pytest.raises(Refused, match="later move"):
        file.move("family", date(2026, 11, 15))
    with pytest.raises(Refused, match="not in the file"):
        file.move("local", request="no such request")


def test_after_a_move_it_is_asked_again_which_municipality_it_is_about() -> None:
    file = File().stay(since=date(2026, 11, 1)).move("specialist")
    assert file.state.moved_since_noted
    assert not file.stay("changed").state.moved_since_noted


def test_a_stay_says_why_it_is_noted() -> None:
    with pytest.raises(Refused, match="nothing yet"):
        File().stay("changed")
    with pytest.raises(Refused, match="already"):
        File().stay().stay("first")
    assert len(File().stay().stay("corrected").state.stays) == 2


def test_a_transfer_without_consent_or_weighing_is_refused() -> None:
    with pytest.raises(Refused, match="No consent holds"):
        File().transfer()


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"ground": ""}, "the ground"),
        ({"ground": "wams"}, "the ground"),
        ({"purpose": ""}, "the purpose"),
        ({"pieces": ()}, "chose nothing"),
        ({"pieces": ("address",)}, "the piece"),
    ],
)
def test_a_transfer_without_ground_purpose_or_pieces_is_refused(wrong: dict[str, Any], why: str) -> None:
    """V2."""
    with pytest.raises(Refused, match=why):
        File(allowed("care_organisation")).transfer(**wrong)


@pytest.mark.parametrize("basis", ["", "consent-shelter", "consent-of-another-file"])
def test_what_goes_rests_on_a_consent_that_somebody_held_to_be_about_this_recipient(basis: str) -> None:
    """V5: consent for one house is none for the next, and words alone tell them apart."""
    allowed_all = (ASKED, allowed("care_organisation"), allowed("shelter"))
    with pytest.raises(Refused, match="about this recipient"):
        File(*allowed_all).transfer(basis=basis)
    with pytest.raises(Refused, match="about this recipient"):
        File(*allowed_all).need().ask(named=True, basis=basis.replace("-shelter", "-comensha"))


def test_what_was_confirmed_is_recorded_with_what_goes() -> None:
    file = File(allowed("care_organisation"), allowed("shelter")).transfer().need().ask(named=True)
    confirmed = [one for one in file.events if isinstance(one, opened.SharingConfirmed)]
    assert confirmed == [
        opened.SharingConfirmed("care_organisation", "consent-care_organisation"),
        opened.SharingConfirmed("shelter", "consent-shelter"),
    ]
    unnamed = File().need().ask()
    assert not any(isinstance(one, opened.SharingConfirmed) for one in unnamed.events)


def test_who_takes_over_has_the_person_and_the_own_file_closes() -> None:
    file = File(allowed("care_organisation")).transfer().sent().answered("received").answered("taken_up")
    assert file.state.transferred
    assert (file.client.open, file.client.outcome) == (False, "transferred")
    with pytest.raises(Refused):
        file.move("local")


def test_who_does_not_take_over_leaves_the_file_open_and_it_can_go_to_another() -> None:
    file = File(allowed("care_organisation")).transfer().sent().answered("not_taken_up")
    assert file.client.open
    assert file.transfer(transfer="u", delivery="in_baken", recipient="r").state.transfer is not None


def test_one_transfer_runs_at_a_time_and_is_sent_once() -> None:
    file = File(allowed("care_organisation")).transfer()
    with pytest.raises(Refused, match="under way"):
        file.transfer(transfer="u")
    with pytest.raises(Refused, match="was not sent yet"):
        file.answered("taken_up")
    with pytest.raises(Refused, match="has this transfer already"):
        file.sent().sent()


def test_a_document_that_never_left_is_taken_back_and_another_transfer_can_be_made() -> None:
    file = File(allowed("care_organisation")).transfer()
    file.events += decide.withdraw(file.state, transfer="t", reason="ref")
    assert file.state.transfer is None
    assert file.state.waits_for == ()
    for late in (file.sent, lambda: file.answered("taken_up")):
        with pytest.raises(Refused, match="was taken back"):
            late()
    with pytest.raises(Refused, match="was taken back"):
        decide.withdraw(file.state, transfer="t", reason="ref")
    assert file.transfer(transfer="u").state.transfer is not None


@pytest.mark.parametrize("delivery", ["document", "in_baken"])
def test_what_the_other_has_is_not_taken_back(delivery: str) -> None:
    file = File(allowed("care_organisation")).transfer(delivery=delivery)
    if delivery == "document":
        file.sent()
    with pytest.raises(Refused, match="has this transfer already"):
        decide.withdraw(file.state, transfer="t", reason="ref")


def test_consent_that_was_withdrawn_stops_a_transfer() -> None:
    back = opened.ClientConsentWithdrawn("consent-care_organisation", None)
    with pytest.raises(Refused, match="No consent holds"):
        File(allowed("care_organisation"), back).transfer()
