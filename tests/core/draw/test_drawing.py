"""What stands in a drawing is what the policy says, and its text twin says the same."""

from datetime import UTC, datetime, timedelta

import pytest

from baken.core.derive.route import compile_route, derive
from baken.core.draw.making import draw
from baken.core.draw.model import Drawing, Node
from baken.core.draw.saying import phrase
from baken.core.draw.twin import Item, as_text, twin
from baken.core.policy import written
from baken.core.vocabulary.facts import Facts
from baken.core.vocabulary.happened import Happened
from tests.core.draw.test_geometry import SHIPPED

START = datetime(2026, 11, 2, 9, tzinfo=UTC)


def drawn(policy: str) -> Drawing:
    """Return the drawing of a shipped policy."""
    return draw(SHIPPED[policy])


@pytest.mark.parametrize("policy", SHIPPED)
def test_every_step_question_receiver_and_hold_of_the_policy_is_in_the_drawing(policy: str) -> None:
    route, found = compile_route(SHIPPED[policy]), drawn(policy)
    ids = {node.id for node in found.nodes}
    assert {step.id for step in route.steps} <= ids
    assert {question.id for question in route.questions} <= ids
    assert {f"{'must' if rule.required else 'may'}.{rule.to}" for rule in route.referrals} <= ids
    assert {f"elsewhere.{place}" for place in route.destinations} <= ids
    assert {hold.id for hold in route.holds} == {lock.hold for node in found.nodes for lock in node.locks}
    assert [node.number for node in found.nodes if node.kind == "step"] == [*range(1, len(route.steps) + 1)]


@pytest.mark.parametrize("policy", SHIPPED)
def test_every_box_is_reached_by_an_arrow_and_every_arrow_leads_on(policy: str) -> None:
    found = drawn(policy)
    targets = {edge.target for edge in found.edges}
    assert {node.id for node in found.nodes} - targets == {"start"}
    place = {node.id: number for number, node in enumerate(found.nodes)}
    assert all(edge.source in place and edge.target in place for edge in found.edges)


def test_woerden_locks_the_police_until_the_trusted_person_and_montfoort_does_not() -> None:
    """ROUTE-W3a; Montfoort has no such hold (ROUTE-M1 and on)."""
    woerden, montfoort = drawn("woerden"), drawn("montfoort")
    avim = woerden.node("must.avim")
    assert [lock.short.nl for lock in avim.locks] == ["eerst stap 6: vertrouwenspersoon"]
    opener = woerden.node("consider_trusted_person")
    assert opener.number == 6
    assert opener.opens[0].full.nl.endswith("Mag eerder als het acuut is, met een reden.")
    assert not woerden.node("must.labour_authority").locks
    assert not [node for node in montfoort.nodes if node.locks or node.opens]


def test_required_and_suggested_are_told_apart_by_word_and_line() -> None:
    found = drawn("woerden")
    lines = {edge.target: edge.line for edge in found.edges}
    assert lines["must.labour_authority"] == "must"
    assert lines["may.belle"] == "may"
    assert found.node("must.labour_authority").conditions[0].nl == "moet bij arbeidsuitbuiting"
    assert (
        found.node("may.belle").conditions[0].nl == "kan bij seksuele uitbuiting, als iemand 18 of ouder is"
    )


def test_who_else_will_do_and_that_no_name_is_needed_are_told() -> None:
    """MEET-02: the RIEC or the regional undermining table; a first talk can do without names."""
    riec = drawn("hoorn").node("must.riec")
    assert riec.conditions[-1].nl == "of in plaats daarvan: regionale ondermijningstafel"
    assert riec.nameless
    assert "Mag zonder naam." in as_text(drawn("hoorn"), "nl")


def test_feedback_and_the_answer_to_the_reporter_are_drawn() -> None:
    edges = {(edge.source, edge.target) for edge in drawn("hoorn").edges}
    assert {
        ("hand_over", "ask_feedback"),
        ("ask_feedback", "partner_answers"),
        ("partner_answers", "pass_on_answer"),
        ("tell_reporter", "outcome"),
        ("pass_on_answer", "outcome"),
    } <= edges


@pytest.mark.parametrize(
    ("condition", "nl", "en"),
    [
        ({"urgency": "acute"}, "als het acuut is", "if it is acute"),
        (
            {"assessment": {"not": ["not_trafficking", "other_phenomenon"]}},
            "tenzij het geen mensenhandel is",
            "unless it is not trafficking",
        ),
        (
            {"related": {"includes": "smuggling"}, "urgency": "not_acute"},
            "bij mensensmokkel, als het niet acuut is",
            "in case of migrant smuggling, if it is not acute",
        ),
        (
            {"any": [{"age": "minor"}, {"residence": "asylum"}]},
            "als iemand jonger is dan 18 of iemand asiel vraagt",
            "if somebody is under 18 or somebody asks for asylum",
        ),
        ({"not": {"urgency": "acute"}}, "tenzij het acuut is", "unless it is acute"),
    ],
)
def test_a_condition_is_said_in_plain_words(condition: dict[str, object], nl: str, en: str) -> None:
    assert phrase(written.condition(condition)) == (nl, en)


def test_a_position_says_how_everything_stands() -> None:
    """W-B2 in short: labour exploitation is established; the labour authority was told, the care coordinator not."""
    bundle, now = SHIPPED["woerden"], START + timedelta(days=3)
    history = (
        Happened("signal.received", START),
        Happened("fact.established", START, fact="urgency", value="not_acute"),
        Happened("signal.referred", START, partner="labour_authority"),
    )
    facts = Facts(established={"exploitation": frozenset({"labour"}), "reporter": "staff"})
    found = draw(bundle, derive(compile_route(bundle), facts, history, now), now=now)
    stands = {node.id: node.status for node in found.nodes}
    assert stands["receive"] == "done"
    assert stands["must.labour_authority"] == "done"
    assert stands["must.care_coordinator"] == "due"
    assert stands["must.avim"] == "not_needed"
    assert stands["table.table_locally.local_undermining_meeting"] == "waiting"
    assert stands["elsewhere.safe_home"] == "waiting"
    assert stands["may.belle"] == "not_needed"
    assert stands["outcome"] == "waiting"


def test_who_depends_on_the_assessment_waits_for_it() -> None:
    bundle, now = SHIPPED["hoorn"], START + timedelta(days=3)
    received = (Happened("signal.received", START),)
    judged = (*received, Happened("signal.assessed", START, assessment="not_trafficking"))
    before, after = (
        draw(bundle, derive(compile_route(bundle), Facts(), history, now), now=now)
        for history in (received, judged)
    )
    assert before.node("must.care_safety_house").status == "waiting"
    assert after.node("must.care_safety_house").status == "not_needed"


def test_something_else_shows_where_it_goes() -> None:
    """ROUTE-10: assessed as another phenomenon, with its destination."""
    bundle, now = SHIPPED["woerden"], START + timedelta(days=3)
    history = (
        Happened("signal.received", START),
        Happened("signal.assessed", START, assessment="other_phenomenon", destination="local_team"),
    )
    found = draw(
        bundle, derive(compile_route(bundle), Facts(), history, now), now=now, destination="local_team"
    )
    assert found.node("elsewhere.local_team").status == "due"
    assert found.node("elsewhere.riec").status == "not_needed"


def test_the_drawing_of_a_policy_does_not_change_by_a_position() -> None:
    bundle = SHIPPED["woerden"]
    draw(bundle, derive(compile_route(bundle), Facts(), (), START), now=START)
    assert all(node.status is None for node in draw(bundle).nodes)


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("policy", SHIPPED)
def test_the_text_twin_has_everything_that_the_drawing_has(policy: str, lang: str) -> None:
    found = drawn(policy)
    told = {item.id: item for item in _all(twin(found).items)}
    words = as_text(found, lang)
    for node in found.nodes:
        if node.kind in ("start", "outcome"):
            continue
        assert node.id in told
        _says_it_all(node, told[node.id], words, lang)


def _all(items: tuple[Item, ...]) -> list[Item]:
    return [*items, *(one for item in items for group in item.groups for one in _all(group.items))]


def _says_it_all(node: Node, item: Item, words: str, lang: str) -> None:
    lines = " ".join(line.in_(lang) for line in item.lines).lower()
    assert node.text.in_(lang) in words
    assert item.number == node.number
    for said in (*node.conditions, *(lock.short for lock in node.locks), *(lock.full for lock in node.opens)):
        assert said.in_(lang).lower() in lines
    assert item.source.in_(lang) in words
