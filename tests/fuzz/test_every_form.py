"""Every address that takes a form, with anything at all in it: Baken says what is wrong, and never breaks."""

from urllib.parse import urlencode

from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fuzz.filling import DATES, FORM, NONSENSE, sensible
from tests.house.forms_in import Form, encoded, forms_in
from tests.house.test_bad_input import BUTTONS, FINE, visitor
from tests.tenants.town import Town, build
from tests.tenants.urls_table import TABLE

NAMES = sorted(TABLE)
LIST = '["a", 1, null]'
VALUES = st.one_of(
    NONSENSE, DATES, st.just(LIST), st.characters().map(lambda one: one * 3), st.uuids().map(str)
)


class Address:
    """One address, with somebody who may come there, in a town that is undone afterwards."""

    def __init__(self, name: str, town: Town) -> None:
        self.where = reverse(name, kwargs=dict(TABLE[name].of(town)))
        self.client = Client(raise_request_exception=False)
        town.visit(self.client, visitor(name, TABLE[name]))
        page = self.client.get(self.where).content.decode("utf-8", "replace")
        self.forms = forms_in(page, self.where) or [Form(self.where)]
        self.names = [*BUTTONS.get(name, {}), "command", "reason"]

    def send(self, pairs: list[tuple[str, str]]) -> HttpResponse:
        """Send a form."""
        return self.client.generic("POST", self.where, encoded(pairs).encode(), FORM)


def anything(form: Form, names: list[str]) -> st.SearchStrategy[list[tuple[str, str]]]:
    """Fields of the form and others, in any number and order, with anything in them."""
    known = st.sampled_from([*form.inputs, *names])
    return st.lists(st.tuples(st.one_of(known, known, known, st.text(max_size=12)), VALUES), max_size=12)


def test_no_form_breaks_whatever_is_sent(db: None) -> None:
    town = build()

    @settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
    @given(name=st.sampled_from(NAMES), data=st.data())
    def tried(name: str, data: st.DataObject) -> None:
        with transaction.atomic():
            _try(Address(name, town), name, data)
            transaction.set_rollback(True)

    tried()


def _try(address: Address, name: str, data: st.DataObject) -> None:
    form = data.draw(st.sampled_from(address.forms))
    for pairs in (data.draw(anything(form, address.names)), data.draw(sensible(form, "kanarie"))):
        answer = address.send(pairs)
        assert answer.status_code in FINE, (name, answer.status_code, pairs)
        if answer.status_code >= 400:
            assert b"<h1" in answer.content, (name, answer.status_code)
    query = data.draw(st.dictionaries(st.text(max_size=8), VALUES, max_size=4))
    asked = address.client.get(f"{address.where}?{urlencode(query, errors='surrogatepass')}")
    assert asked.status_code in FINE, (name, asked.status_code, query)


def test_the_fuzz_reaches_forms_with_fields(db: None) -> None:
    """The control: many addresses have a form with fields of its own to spoil."""
    town, places = (
        build(),
        ("report", "route:assess", "refer:hand_over", "trust_rights:add", "people:add", "tell"),
    )
    assert all(len(Address(name, town).forms[0].inputs) > 2 for name in places)
