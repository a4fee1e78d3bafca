"""V16: what makes somebody vulnerable is guidance, never a field, a filter or a column in figures."""

import re
from dataclasses import fields

import pytest
from django.test import Client

from baken.core.vocabulary.facts import FACTS
from baken.intake.content import AddressTold, OrganisationTold, PersonTold, Report
from baken.intake.forms import ReportForm
from baken.intake.rows import PersonForm
from baken.ledger.models import SignalRow
from baken.route.forms_list import ListFilter
from tests.route.case import Case

PERSONAL = re.compile(
    r"nation|ethnic|orient|gender|health|illness|gezond|ziek|religio|geloof|debt|schuld|addict|versla|homeless|vulnerab"
    r"|kwetsb|herkomst|skin|land_of|born_in",
    re.I,
)


def test_neither_a_report_nor_a_fact_nor_the_list_has_a_field_for_it() -> None:
    told = {
        field.name for kind in (Report, PersonTold, OrganisationTold, AddressTold) for field in fields(kind)
    }
    asked = {*ReportForm.base_fields, *PersonForm.base_fields, *ListFilter.base_fields}
    columns = {field.name for field in SignalRow._meta.fields}
    assert [name for name in sorted(told | asked | columns | set(FACTS)) if PERSONAL.search(name)] == []
    assert {field.name for field in fields(PersonTold)} == {"name", "capacity", "birth", "note"}


@pytest.mark.parametrize("word", ["nationaliteit", "herkomst", "gezondheid", "geaardheid", "kwetsbaarheid"])
def test_it_can_neither_be_established_nor_asked_for(case: Case, word: str) -> None:
    """The list is filtered by closed words alone: what is not one of them is not asked."""
    assert case.receive().get(f"feiten/{word}/").status_code == 404
    every = case.client.get("/werk/").context["work"].rows
    assert case.client.get(f"/werk/?{word}=roemeens").context["work"].rows == every
    assert len(every) == 1


def test_a_filter_is_a_choice_and_never_free_text(case: Case) -> None:
    page = case.client.get("/werk/").content.decode().partition("<main")[2]
    assert set(ListFilter.base_fields) == {"stand", "stap", "vorm", "maand"}
    asking = re.findall(r'<form[^>]+method="get".*?</form>', page, re.S)
    assert len(asking) == 1
    assert not re.findall(r'<input[^>]+type="(?:text|search)"', asking[0])
    assert re.findall(r'<input[^>]+type="(?:text|search)"[^>]+name="(\w+)"', page) == ["time"], (
        "how long it took"
    )


def test_on_the_card_it_is_a_list_to_read_that_counts_for_nothing(case: Case) -> None:
    page = Client().get("/signalenkaart/woerden/").content.decode()
    listed = page[page.index('id="kwetsbaar"') :]
    assert "telt niet mee en bewijst niets" in page
    assert not re.findall(r'type="(?:checkbox|radio)"', listed)
