"""Every event of a signal is told in plain words, in both languages, and none of them tells who reported."""

from datetime import date

import pytest

from baken.core.events import EVENTS, Event
from baken.core.events import signal as past
from baken.core.policy.resolve import resolve
from baken.project.policies import library
from baken.route.queries.timeline import told
from tests.route.case import Case

REFERRAL = "5f0c7b1e-5a53-4c43-9e4f-2f1c1f2d3a4b"
HAPPENED: tuple[Event, ...] = (
    past.SignalReported("r", None, {}, "staff", "yes", "web", False, "other", "p", "g"),
    past.SignalAcknowledged(),
    past.TeamCoordinatorConsulted(),
    past.SignalReceived(),
    past.FactEstablished("urgency", ("acute",), "r"),
    past.EnrichmentWeighed("proceed", "r"),
    past.SourceConsulted("brp", "no_hit", "care", "g", None),
    past.SecrecyNoticed("policy"),
    past.SecrecyWeighed("consent", "r"),
    past.PoliceDiscussed("2026-11-03", "neighbourhood_officer"),
    past.TrustedPersonConsidered("possible", "r"),
    past.SignalTabled("local_undermining_meeting", None),
    past.TableDecided("local_undermining_meeting", "r"),
    past.SignalAssessed("suspicion", None, "r"),
    past.SignalReferred(REFERRAL, "avim", True, "g", "p", (), "r", "document", None, None),
    past.ReferralSent(REFERRAL, "avim", "secure_mail"),
    past.PartnerAsked(REFERRAL, "avim"),
    past.PartnerAnswered(REFERRAL, "avim", "taken_up", None),
    past.ReporterInformed("in_progress", "r", ()),
    past.SignalCorrected("r", "r"),
    past.SignalClosed("handled", "r"),
    past.SignalReopened("r"),
    past.SignalPolicyMoved("sha256:0", "r"),
    past.EnvelopeOpened("ask", "r"),
)


def test_no_event_of_a_signal_is_left_out_here() -> None:
    """A new event needs a sentence before it can be recorded."""
    of_a_signal = {name for name, kind in EVENTS.items() if kind.__module__ == past.__name__}
    assert {event.type for event in HAPPENED} == of_a_signal


@pytest.mark.parametrize("event", HAPPENED, ids=lambda event: event.type)
def test_is_told_in_both_languages(event: Event) -> None:
    """Never the name that the program uses, never a reference into the vault."""
    sentence = told(event, resolve(library(), "woerden", date(2026, 11, 22)))
    for words in sentence:
        assert event.type not in words
        assert "_" not in words
        assert words[0].isupper()
    assert sentence.nl != sentence.en


def test_a_deputy_is_shown_as_one(case: Case) -> None:
    """ROLE-17: the same rights, and it shows who stood in."""
    case.visit("deputy").send("ontvangen/")
    newest = case.get().context["page"].timeline[0]
    assert newest.who.nl == "Persoon deputy, als achtervang"


def test_a_report_has_no_name_behind_it(case: Case) -> None:
    """V32: the reporter is called the reporter, also when a colleague is logged in."""
    first = case.get().context["page"].timeline[-1]
    assert first.who.nl == "melder"
