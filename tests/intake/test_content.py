"""The account and the envelope, to the vault and back."""

import json

from hypothesis import given
from hypothesis import strategies as st

from baken.intake.content import AddressTold, Envelope, OrganisationTold, PersonTold, Report

texts = st.text(max_size=20)
reports = st.builds(
    Report,
    happened=texts,
    seen=texts,
    heard=texts,
    told=texts,
    when=texts,
    where=texts,
    thinks=texts,
    persons=st.lists(st.builds(PersonTold, texts, texts, texts, texts), max_size=3).map(tuple),
    organisations=st.lists(st.builds(OrganisationTold, texts, texts, texts), max_size=3).map(tuple),
    addresses=st.lists(st.builds(AddressTold, texts, texts, texts, texts, texts), max_size=3).map(tuple),
)


@given(reports)
def test_an_account_survives_the_vault(report: Report) -> None:
    assert Report.from_vault(json.loads(json.dumps(report.to_vault()))) == report


def test_the_account_has_no_place_for_a_reporter() -> None:
    assert {"name", "contact", "team", "coordinator", "reach"}.isdisjoint(Report("x").to_vault())


def test_an_envelope_cannot_be_read_from_an_error_or_a_log() -> None:
    assert "Jansen" not in repr(Envelope(name="Jansen", contact="06 1234")) + str([Envelope(team="Jansen")])
