"""Signals of every kind for the ledger's tests: strategies of events that could have happened."""

from typing import Any
from uuid import uuid4

from hypothesis import strategies as st

from baken.core.events import Event
from baken.core.events import signal as past
from baken.core.vocabulary.facts import FACTS

PARTNERS = ["avim", "police", "labour_authority", "care_coordinator"]
ESTABLISHED = ["exploitation", "urgency", "hardness", "age", "residence", "unaccompanied_minor", "related"]


def values(fact: str) -> st.SearchStrategy[tuple[str, ...]]:
    """Values that a fact can have, in the shape of an event."""
    kind = FACTS[fact]
    some = st.sampled_from(sorted(kind.values))
    return st.lists(some, unique=True, max_size=3).map(tuple) if kind.is_set else some.map(lambda one: (one,))


claims = st.fixed_dictionaries({}, optional={fact: values(fact) for fact in ESTABLISHED})
reported = st.builds(
    past.SignalReported,
    content=st.just("c"),
    envelope=st.none() | st.just("e"),
    claims=claims,
    reporter=st.sampled_from(["staff", "professional", "resident", "victim", "unknown"]),
    reporter_named=st.sampled_from(["yes", "no"]),
    channel=st.sampled_from(["web", "entered"]),
    question=st.booleans(),
    about=st.sampled_from(["other", "self", "colleague"]),
    purpose=st.just("p"),
    ground=st.just("g"),
)
later = st.one_of(
    st.just(past.SignalAcknowledged()),
    st.just(past.TeamCoordinatorConsulted()),
    st.just(past.SignalReceived()),
    st.sampled_from(ESTABLISHED).flatmap(
        lambda fact: st.builds(
            past.FactEstablished, fact=st.just(fact), value=values(fact), reason=st.just("r")
        )
    ),
    st.builds(past.EnrichmentWeighed, outcome=st.sampled_from(["proceed", "stop"]), reason=st.just("r")),
    st.builds(
        past.SourceConsulted,
        source=st.sampled_from(["brp", "kvk"]),
        outcome=st.sampled_from(["hit", "no_hit"]),
        continues_because=st.sampled_from(["none", "safety"]),
        ground=st.just("g"),
        note=st.none(),
    ),
    st.builds(
        past.TrustedPersonConsidered,
        outcome=st.sampled_from(["possible", "not_possible"]),
        reason=st.just("r"),
    ),
    st.builds(
        past.SignalAssessed,
        assessment=st.sampled_from(["not_trafficking", "other_phenomenon", "suspicion", "trafficking"]),
        destination=st.none(),
        reason=st.just("r"),
    ),
    st.builds(
        past.ReporterInformed,
        category=st.sampled_from(["received", "in_progress", "no_follow_up"]),
        message=st.just("m"),
        referrals=st.just(()),
    ),
    st.builds(past.SignalCorrected, content=st.just("c"), reason=st.just("r")),
    st.builds(past.SignalClosed, outcome=st.just("handled"), reason=st.just("r")),
    st.builds(past.SignalReopened, reason=st.just("r")),
)


def referred(partner: str, **changed: Any) -> list[Event]:
    """A hand-over on paper: referred, sent, asked and answered."""
    id_ = str(uuid4())
    words: dict[str, Any] = {
        "referral": id_,
        "partner": partner,
        "named": False,
        "ground": "g",
        "purpose": "p",
        "pieces": ("what",),
        "content": "c",
        "delivery": "document",
        "recipient": None,
        "override_reason": None,
    }
    return [
        past.SignalReferred(**{**words, **changed}),
        past.ReferralSent(id_, partner, "secure_mail"),
        past.PartnerAsked(id_, partner),
        past.PartnerAnswered(id_, partner, "taken_up", None),
    ]


handed_over = st.tuples(st.sampled_from(PARTNERS), st.integers(1, 4)).map(
    lambda chosen: referred(chosen[0])[: chosen[1]]
)
happened = st.lists(st.one_of(later.map(lambda one: [one]), handed_over), max_size=8)
