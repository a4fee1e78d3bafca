"""A municipality's pages name the document its own college adopted, also for words it shares with its region."""

from datetime import date

import pytest

from baken.core.policy.errors import PolicyErrors
from baken.core.policy.library import Library
from baken.core.policy.resolve import resolve

REGION = {
    "municipality.yaml": """format: 1
id: region
kind: national
name: {nl: Regio, en: Region}
source: {document: shared, place: title}
documents: [{id: shared, title: Shared text}]
""",
    "route.yaml": """format: 1
steps:
  - id: receive
    actor: focal_point
    completes: signal.received
    text: step.receive
    source: {document: shared, place: step 2}
  - id: tell_reporter
    actor: focal_point
    completes: {event: reporter.informed, after_last: [signal.assessed]}
    text: step.receive
    source: {document: shared, place: step 6}
""",
    "texts.yaml": "format: 1\ntexts: [{id: step.receive, nl: Ontvang., en: Receive.}]\n",
}


def town(stands_for: str) -> Library:
    head = f"""format: 1
id: town
kind: municipality
name: {{nl: Stad, en: Town}}
extends: region
source: {{document: ours, place: title}}
documents: [{{id: ours, title: Our text, stands_for: {stands_for}}}]
"""
    return Library({"region": {"2024-01-01": REGION}, "town": {"2024-01-01": {"municipality.yaml": head}}})


def test_an_inherited_element_names_the_municipality_s_own_document() -> None:
    step = resolve(town("shared"), "town", date(2024, 1, 1)).steps[0]
    assert step.says_who.nl == "ours, step 2"


def test_the_region_keeps_naming_the_shared_text() -> None:
    step = resolve(town("shared"), "region", date(2024, 1, 1)).steps[0]
    assert step.says_who.nl == "shared, step 2"


def test_standing_for_a_document_that_does_not_exist_is_an_error_with_a_suggestion() -> None:
    with pytest.raises(PolicyErrors) as caught:
        resolve(town("sharde"), "town", date(2024, 1, 1))
    assert "`shared`" in str(caught.value)
