"""Two organisations at work at random: no error, no word of the one with the other, and a ledger that holds."""

from html import escape
from uuid import UUID

from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from baken.ledger import checking
from baken.ledger.models import SignalRow
from baken.route.facts import QUESTIONS
from baken.tenancy.scope import scope
from tests.fuzz.filling import FORM, lost, sensible, spoilt
from tests.house.forms_in import Form, encoded, forms_in
from tests.tenants import things
from tests.tenants.town import Town, build

WORDS = {"woerden": "kanariewoerden", "montfoort": "kanariemontfoort"}
WHO = {"woerden": ("focal_point", "deputy", "lead"), "montfoort": ("neighbour",)}
STRANGERS = {
    "woerden": ("neighbour", "outsider", "care"),
    "montfoort": ("focal_point", "supervisor", "outsider"),
}
ACTS = (
    "route:receive",
    "route:establish",
    "route:assess",
    "route:secrecy",
    "route:correct",
    "route:close",
    "route:reopen",
    "route:coordinator",
    "enrich:weigh",
    "enrich:consult",
    "enrich:trusted_person",
    "tables:put_on_table",
    "tables:record_decision",
    "refer:hand_over",
    "tell",
    "trust_retention:hold",
    "trust_rights:informing",
)
LOOKS = ("route:signal", "route:policy", "refer:partners", *ACTS)
FINE = {200, 302, 303, 400, 403, 404, 405, 409, 413, 422, 429}
ORGANISATIONS = st.sampled_from(sorted(WORDS))


class Municipalities(RuleBasedStateMachine):
    """Woerden and Montfoort, with people who report, work, make mistakes and look at what is not theirs."""

    town: Town

    @initialize()
    def begin(self) -> None:
        """Nothing was reported yet."""
        self.undo = transaction.atomic()
        self.undo.__enter__()
        self.client = Client(raise_request_exception=False)
        self.signals: dict[str, list[UUID]] = {slug: [] for slug in WORDS}
        for slug in WORDS:
            self.report(slug)

    def report(self, slug: str) -> None:
        """Report as anybody would."""
        self.town.visit(self.client, "anonymous")
        told = {"happened": f"{WORDS[slug]} zag iets", "persons-0-name": f"{WORDS[slug]} persoon"}
        where = reverse("report", kwargs={"slug": slug})
        [form] = [
            one for one in forms_in(self.client.get(where).content.decode(), where) if "token" in one.inputs
        ]
        hidden = {one.name: one.value for one in form.inputs.values() if one.kind == "hidden"}
        assert self.client.post(where, {**hidden, **told}).status_code == 200
        self.find(slug)

    def find(self, slug: str) -> None:
        """Learn which signals there are."""
        with scope(self.town.organisations[slug].id):
            self.signals[slug] = list(
                SignalRow.objects.order_by("number").values_list("stream_id", flat=True)
            )

    @rule(slug=ORGANISATIONS, data=st.data(), wrong=st.booleans())
    def report_at_random(self, slug: str, data: st.DataObject, wrong: bool) -> None:
        """Somebody reports, with whatever they fill in."""
        self.town.visit(self.client, "anonymous")
        self.send(slug, "anonymous", reverse("report", kwargs={"slug": slug}), data, wrong)
        self.find(slug)

    @rule(slug=ORGANISATIONS, act=st.sampled_from(ACTS), data=st.data(), wrong=st.booleans())
    def work(self, slug: str, act: str, data: st.DataObject, wrong: bool) -> None:
        """Somebody does something with a signal of their own, well or badly."""
        who = data.draw(st.sampled_from(WHO[slug]))
        self.town.visit(self.client, who)
        self.send(slug, who, self.address(act, slug, data), data, wrong)

    @rule(slug=ORGANISATIONS, page=st.sampled_from(LOOKS), data=st.data())
    def pry(self, slug: str, page: str, data: st.DataObject) -> None:
        """Somebody of elsewhere looks, and sends something, where they have no business."""
        who = data.draw(st.sampled_from(STRANGERS[slug]))
        self.town.visit(self.client, who)
        where = self.address(page, slug, data)
        before = self.events(slug)
        for answer in (self.client.get(where), self.client.post(where, {"reason": "x", "command": "x"})):
            assert answer.status_code in (403, 404, 405), (who, where, answer.status_code)
            assert WORDS[slug] not in answer.content.decode()
        assert self.events(slug) == before

    def address(self, name: str, slug: str, data: st.DataObject) -> str:
        """A page of one of the signals."""
        where: dict[str, object] = {"signal": data.draw(st.sampled_from(self.signals[slug]))}
        if name == "route:establish":
            where["slug"] = data.draw(st.sampled_from(sorted(QUESTIONS)))
        if name == "refer:hand_over":
            where["partner"] = data.draw(st.sampled_from(["labour_authority", "care_coordinator", "avim"]))
        return reverse(name, kwargs=where)

    def send(self, slug: str, who: str, where: str, data: st.DataObject, wrong: bool) -> None:
        """Fill in a form of the page, and look at what comes."""
        page = self.client.get(where)
        self.fits(page, slug, where)
        found = forms_in(page.content.decode(), where)
        if not found:
            return
        form: Form = data.draw(st.sampled_from(found))
        pairs = data.draw((spoilt if wrong else sensible)(form, WORDS[slug]))
        answer = self.client.generic("POST", where, encoded(pairs).encode(), FORM)
        self.fits(answer, slug, where)
        if answer.status_code in (409, 422) and not wrong:
            text = answer.content.decode()
            assert lost(text, form, pairs, forms_in(text, where)) == [], (where, pairs)

    def fits(self, answer: HttpResponse, slug: str, where: str) -> None:
        """No error, no word of somebody else, and a refusal that explains itself."""
        assert answer.status_code in FINE, (where, answer.status_code)
        page = answer.content.decode("utf-8", "replace")
        for other in set(WORDS) - {slug}:
            assert WORDS[other] not in page + str(answer.headers), where
        if answer.status_code >= 400:
            assert "<h1" in page, (where, answer.status_code)

    def events(self, slug: str) -> int:
        """How much happened in an organisation."""
        return checking.verify([self.town.organisations[slug].id]).events

    @invariant()
    def work_lists_keep_apart(self) -> None:
        """Each sees their own signals alone."""
        for slug, (who, *_) in WHO.items():
            self.town.visit(self.client, who)
            self.fits(self.client.get("/werk/"), slug, "/werk/")

    def teardown(self) -> None:
        """The ledger of both holds; then all of it is undone."""
        if not hasattr(self, "undo"):
            return
        try:
            found = checking.verify([one.id for one in self.town.organisations.values()])
            assert found.broken == ()
            assert found.events > 0
        finally:
            transaction.set_rollback(True)
            self.undo.__exit__(None, None, None)


def test_two_municipalities_at_work_never_meet_never_break_and_keep_a_ledger_that_holds(db: None) -> None:
    """V6, V8, R18: forms filled in well and badly, in any order, by whoever may and whoever may not."""
    town = build()
    for slug in WORDS:
        things.adopt(town, slug)
    Municipalities.town = town
    run_state_machine_as_test(  # type: ignore[no-untyped-call]
        Municipalities,
        settings=settings(
            max_examples=12,
            stateful_step_count=14,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )


def test_a_word_that_is_lost_would_be_noticed() -> None:
    """The control of `lost`: a form that comes back without what was typed in it."""
    [form] = forms_in('<form method="post"><textarea name="reason"></textarea></form>', "/x/")
    back = '<form method="post"><textarea name="reason">{}</textarea></form>'
    pairs = [("reason", "een <b> & een 'c'")]
    kept = back.format(escape(pairs[0][1]))
    assert lost(kept, form, pairs, forms_in(kept, "/x/")) == []
    empty = back.format("")
    assert lost(empty, form, pairs, forms_in(empty, "/x/")) == ["reason"]
