"""Random commands on random states: what officers might try, sensible or not."""

from datetime import UTC, date, datetime, timedelta
from functools import cache

from hypothesis import strategies as st

from baken.core.decide import Command, Refused, decide
from baken.core.decide import commands as ask
from baken.core.derive.route import compile_route, derive
from baken.core.derive.signal import SignalState, after, fold
from baken.core.events import Event
from baken.core.events.signal import SignalReported
from baken.core.policy.bundle import Bundle
from baken.core.policy.resolve import resolve
from baken.core.vocabulary import outcomes
from baken.core.vocabulary.facts import FACTS
from baken.project.policies import library

START = datetime(2026, 11, 3, 9, 0, tzinfo=UTC)
LATER = START + timedelta(days=30)
TOWNS = ("woerden", "montfoort", "hoorn")
REPORTED = SignalReported(
    content="content-1",
    envelope="the-envelope",
    claims={"exploitation": ("labour",), "urgency": ("acute",)},
    reporter="staff",
    reporter_named="yes",
    channel="web",
    question=False,
    about="other",
    purpose="stop_exploitation",
    ground="public_task",
)


@cache
def bundle(town: str) -> Bundle:
    """The town's own policy."""
    return resolve(library(), town, date(2026, 11, 22))


@cache
def _route(town: str):  # type: ignore[no-untyped-def]
    return compile_route(bundle(town))


def begun(**differently: object) -> SignalState:
    """A signal that was reported and nothing more."""
    return fold(
        [(SignalReported(**{**REPORTED.to_payload(), "claims": REPORTED.claims, **differently}), START)]
    )


def answer(town: str, state: SignalState, command: Command, at: datetime = LATER) -> tuple[Event, ...]:
    """What the town's policy says to a command."""
    route = derive(_route(town), state.facts, state.history, at)
    return decide(state, bundle(town), route, command)


def carry_out(town: str, state: SignalState, *commands: Command) -> SignalState:
    """The signal after these commands. Raises `Refused`."""
    for command in commands:
        for event in answer(town, state, command):
            state = after(state, event, START + timedelta(hours=len(state.history)))
    return state


def timed(events: list[Event]) -> list[tuple[Event, datetime]]:
    """Events an hour apart, as `carry_out` lets them happen."""
    return [(event, START + timedelta(hours=hour)) for hour, event in enumerate(events)]


def try_all(town: str, commands: list[Command], state: SignalState | None = None) -> list[SignalState]:
    """Every state on the way, where what is refused changes nothing."""
    states = [state or begun()]
    for command in commands:
        try:
            states.append(carry_out(town, states[-1], command))
        except Refused:
            continue
    return states


def hand_over(referral: str = "r1", partner: str = "labour_authority", **differently: object) -> ask.Refer:
    """A hand-over that nothing is wrong with."""
    told: dict[str, object] = {
        "named": True,
        "ground": "public_task",
        "purpose": "stop_exploitation",
        "pieces": ("facts", "account"),
        "content": "handover-1",
        "delivery": "document",
        **differently,
    }
    return ask.Refer(referral=referral, partner=partner, **told)  # type: ignore[arg-type]


_REF = st.just("ref")
_BUNDLES = st.sampled_from(["sha256:1", "sha256:2"])
_REFERRAL = st.sampled_from(["r1", "r2", "r3"])


def _facts() -> st.SearchStrategy[Command]:
    names = st.sampled_from(sorted(FACTS))
    return names.flatmap(
        lambda name: st.builds(
            ask.EstablishFact,
            st.just(name),
            st.lists(st.sampled_from(FACTS[name].values), max_size=2, unique=True).map(tuple),
            _REF,
        )
    )


def _hand_overs(town: str) -> st.SearchStrategy[Command]:
    found = bundle(town)
    pieces = ("facts", "period", "account", "persons", "sources", "tables")
    return st.builds(
        ask.Refer,
        referral=_REFERRAL,
        partner=st.sampled_from(sorted(found.partners)),
        named=st.booleans(),
        ground=st.sampled_from(sorted(found.grounds)),
        purpose=st.sampled_from(sorted(found.purposes)),
        pieces=st.lists(st.sampled_from(pieces), max_size=3, unique=True).map(tuple),
        content=_REF,
        delivery=st.sampled_from(("in_baken", "document")),
        recipient=st.none(),
        override_reason=st.none() | _REF,
        minor_reason=st.none() | _REF,
    )


def commands(town: str) -> st.SearchStrategy[Command]:
    """Anything that may be asked about a signal, on the closed lists."""
    found = bundle(town)
    grounds, tables = st.sampled_from(sorted(found.grounds)), st.sampled_from(sorted(found.tables))
    optional = st.none() | _REF
    return st.one_of(
        st.builds(ask.Receive, st.none() | st.sampled_from(sorted(found.purposes)), st.none() | grounds),
        st.just(ask.RecordCoordinatorConsulted()),
        _facts(),
        st.builds(ask.Weigh, st.sampled_from(sorted(outcomes.WEIGHING)), _REF),
        st.builds(
            ask.ConsultSource,
            st.sampled_from(sorted(found.sources)),
            st.sampled_from(sorted(outcomes.SOURCE)),
            st.sampled_from(sorted(outcomes.CONTINUES)),
            grounds,
            optional,
            optional,
        ),
        st.builds(
            ask.RecordPoliceTalk,
            st.dates(date(2026, 10, 1), date(2026, 12, 31)),
            st.sampled_from(sorted(outcomes.POLICE)),
            st.just(date(2026, 12, 3)),
        ),
        st.just(ask.NoticeSecrecy()),
        st.builds(ask.WeighSecrecy, st.sampled_from(sorted(outcomes.SECRECY)), _REF),
        st.builds(ask.ConsiderTrustedPerson, st.sampled_from(sorted(outcomes.TRUSTED_PERSON)), _REF),
        st.builds(ask.PutOnTable, tables, optional, st.none(), st.none() | grounds, st.booleans(), optional),
        st.builds(ask.RecordTableDecision, tables, _REF),
        st.builds(
            ask.Assess,
            st.sampled_from(sorted(outcomes.ASSESSMENT)),
            _REF,
            st.none() | st.sampled_from([place.id for place in found.destinations]),
        ),
        _hand_overs(town),
        st.builds(ask.RecordSending, _REFERRAL, st.sampled_from(sorted(outcomes.CHANNEL))),
        st.builds(ask.AskPartner, _REFERRAL),
        st.builds(ask.RecordAnswer, _REFERRAL, st.sampled_from(sorted(outcomes.ANSWER)), optional),
        st.builds(
            ask.InformReporter,
            st.sampled_from(sorted(outcomes.INFORMED)),
            _REF,
            st.lists(_REFERRAL, max_size=2, unique=True).map(tuple),
        ),
        st.builds(ask.Correct, st.just("content-2"), _REF),
        st.builds(ask.Close, st.sampled_from(sorted(outcomes.CLOSING)), _REF),
        st.builds(ask.Reopen, _REF),
        st.builds(ask.MovePolicy, _BUNDLES, st.none() | _BUNDLES, _REF),
        st.builds(ask.OpenEnvelope, st.sampled_from(sorted(outcomes.ENVELOPE)), _REF),
    )


def sequences() -> st.SearchStrategy[tuple[str, list[Command]]]:
    """A town, and up to fifteen commands in a row; most begin with receiving."""
    return st.sampled_from(TOWNS).flatmap(
        lambda town: st.tuples(
            st.just(town),
            st.tuples(st.booleans(), st.lists(commands(town), max_size=15)).map(
                lambda two: [ask.Receive(), *two[1]] if two[0] else two[1]
            ),
        )
    )
