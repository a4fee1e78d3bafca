"""The form of a report: one required field, nothing lost, nothing assumed."""

import pytest
from django.http import QueryDict
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from baken.intake.forms import ROWS, EnterForm, ReportForm
from baken.web.fields import bsn_in, tidy

STORY = "Er slapen zestien mensen op de grond."


def post(**values: str | list[str]) -> QueryDict:
    """Return what a browser sends; two underscores stand for the dashes in the name of a row's field."""
    data = QueryDict(mutable=True)
    for name, value in values.items():
        data.setlist(name.replace("__", "-"), value if isinstance(value, list) else [value])
    return data


def test_what_happened_is_the_only_field_that_is_required() -> None:
    assert ReportForm(post(happened=STORY)).is_valid()
    empty = ReportForm(post())
    assert list(empty.errors) == ["happened"]
    assert "Eén zin is genoeg" in empty.errors["happened"][0]


def test_a_bare_report_assumes_nothing_and_claims_nothing() -> None:
    form = ReportForm(post(happened=STORY))
    assert form.is_valid()
    told = form.result()
    assert (told.reporter, told.about, told.question, told.envelope) == ("unknown", "other", False, None)
    assert told.claims == {}
    assert told.coordinator_consulted is False


def test_what_the_reporter_does_not_know_is_no_claim() -> None:
    form = ReportForm(
        post(
            happened=STORY,
            urgency="unknown",
            age="minor",
            hardness="unknown",
            exploitation=["sexual", "labour"],
        )
    )
    assert form.is_valid()
    assert form.result().claims == {"age": ("minor",), "exploitation": ("labour", "sexual")}


def test_someone_who_reports_about_themselves_is_not_taken_for_a_third_party() -> None:
    about_me = ReportForm(post(happened=STORY, about="self"))
    i_am_it = ReportForm(post(happened=STORY, reporter="victim"))
    assert about_me.is_valid()
    assert i_am_it.is_valid()
    assert about_me.result().reporter == "victim"
    assert i_am_it.result().about == "self"
    colleague = ReportForm(post(happened=STORY, about="self", reporter="staff"))
    assert colleague.is_valid()
    assert colleague.result().reporter == "staff"


def test_residents_are_asked_only_where_the_door_is_open_to_them() -> None:
    assert "resident" not in dict(ReportForm().fields["reporter"].choices)
    assert "resident" in dict(ReportForm(open_to_residents=True).fields["reporter"].choices)
    assert not ReportForm(post(happened=STORY, reporter="resident")).is_valid()


def test_a_name_goes_into_the_envelope_only_on_purpose() -> None:
    on_purpose = ReportForm(
        post(happened=STORY, named="yes", name="Jansen", team="Balie", coordinator="De Wit")
    )
    assert on_purpose.is_valid()
    envelope = on_purpose.result().envelope
    assert envelope is not None
    assert (envelope.name, envelope.team, envelope.coordinator) == ("Jansen", "Balie", "De Wit")
    assert on_purpose.result().coordinator_consulted is True


@pytest.mark.parametrize("choice", ["", "no"])
def test_a_name_without_a_yes_is_asked_about_and_stays_in_its_field(choice: str) -> None:
    form = ReportForm(post(happened=STORY, named=choice, name="Jansen"))
    assert list(form.errors) == ["named"]
    assert form["name"].value() == "Jansen"


def test_a_yes_without_a_name_or_contact_is_asked_about() -> None:
    assert list(ReportForm(post(happened=STORY, named="yes")).errors) == ["name"]
    assert ReportForm(post(happened=STORY, named="yes", contact="06-12345678")).is_valid()


def test_people_organisations_and_addresses_are_objects_of_their_own() -> None:
    form = ReportForm(
        post(
            happened=STORY,
            persons__0__capacity="presumed_victim",
            persons__1__name="Anna",
            organisations__0__name="Loods BV",
            addresses__0__street="Verzonnenpad",
        )
    )
    assert form.is_valid()
    content = form.result().content
    assert [one.capacity for one in content.persons] == ["presumed_victim", ""]
    assert content.persons[1].name == "Anna"
    assert content.organisations[0].name == "Loods BV"
    assert content.addresses[0].street == "Verzonnenpad"


def test_empty_rows_are_left_out() -> None:
    form = ReportForm(
        post(happened=STORY, persons__0__name="  ", persons__1__name="", persons__2__name="Anna")
    )
    assert form.is_valid()
    assert [one.name for one in form.result().content.persons] == ["Anna"]


@pytest.mark.parametrize("part", list(ROWS))
def test_adding_a_row_keeps_everything_and_judges_nothing(part: str) -> None:
    data = post(
        add=part,
        urgency="acute",
        exploitation=["labour"],
        persons__0__name="Anna",
        coordinator_consulted="on",
    )
    form = ReportForm(data, keep=True)
    form.rows[part].add()
    assert len(form.rows[part].forms) == 2
    assert not form.errors
    assert form["urgency"].value() == "acute"
    assert form["exploitation"].value() == ["labour"]
    assert form["coordinator_consulted"].value() is True
    assert form.rows["persons"].forms[0]["name"].value() == "Anna"


def test_a_page_of_rows_has_an_end_and_says_where_the_rest_goes() -> None:
    many = {f"persons__{at}__name": "x" for at in range(25)}
    form = ReportForm(post(happened=STORY, **many))
    assert not form.is_valid()
    assert "te veel rijen" in form.errors["__all__"][0]
    assert len(form.rows["persons"].forms) == 20


@pytest.mark.parametrize(
    "name", ["persons-999-name", "persons-99999999-name", "persons--1-name", "persons-x-name"]
)
def test_a_row_number_beyond_reason_does_no_harm(name: str) -> None:
    data = post(happened=STORY)
    data[name] = "x"
    form = ReportForm(data)
    form.is_valid()
    assert 1 <= len(form.rows["persons"].forms) <= 20


def test_a_day_that_does_not_exist_is_told_beside_its_own_field() -> None:
    form = ReportForm(post(happened=STORY, when="op 30-02-2026", persons__0__birth="31-6-2010"))
    assert set(form.errors) == {"when", "persons-0-birth"}
    assert "30-02-2026" in form.errors["when"][0]
    assert form["when"].value() == "op 30-02-2026"


def test_choices_that_are_not_on_the_list_are_refused_and_the_text_stays() -> None:
    form = ReportForm(
        post(
            happened=STORY,
            urgency="zeer",
            exploitation=["labour", "x"],
            kind="7",
            persons__0__capacity="dader",
        )
    )
    assert set(form.errors) == {"urgency", "exploitation", "kind", "persons-0-capacity"}
    assert form["happened"].value() == STORY


def test_errors_in_rows_are_in_the_summary_with_the_way_to_their_field() -> None:
    from baken.web.templatetags.baken_forms import error_summary

    found = error_summary(ReportForm(post(happened=STORY, persons__0__name="a" * 300)))["errors"]
    assert found[0]["href"] == "#id_persons-0-name"


def test_entering_for_somebody_else_asks_the_same_in_other_words() -> None:
    entered, own = EnterForm(), ReportForm()
    assert list(entered.fields) == list(own.fields)
    assert entered["happened"].label != own["happened"].label
    assert "resident" in dict(entered.fields["reporter"].choices)
    assert EnterForm(post(happened=STORY, reporter="resident", named="yes", name="Bel")).is_valid()


def test_a_mistake_in_what_is_entered_for_somebody_else_is_not_told_as_if_they_sat_there() -> None:
    empty = EnterForm(post(named="yes"))
    assert empty.errors["happened"] == ["Schrijf op wat de melder vertelt of vraagt. Eén zin is genoeg."]
    assert "de melder geen naam noemt" in empty.errors["name"][0]
    assert "de melder dat wil noemen" in EnterForm(post(happened=STORY, name="Bel")).errors["named"][0]
    assert "wat u wilt vragen" in ReportForm(post()).errors["happened"][0]


printable = st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc", "Cn"]), max_size=40)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=60)
@given(
    happened=printable.filter(lambda text: text.strip() != ""),
    others=st.fixed_dictionaries({name: printable for name in ("seen", "heard", "told", "where", "thinks")}),
    rows=st.lists(printable, max_size=4),
)
def test_what_is_typed_is_what_is_told_and_what_is_shown_again(
    happened: str, others: dict[str, str], rows: list[str]
) -> None:
    typed = {"happened": happened, **others, **{f"persons-{at}-name": name for at, name in enumerate(rows)}}
    data = QueryDict(mutable=True)
    data.update(typed)
    again = ReportForm(data, keep=True)
    for name, text in {"happened": happened, **others}.items():
        assert again[name].value() == tidy(text)
    form = ReportForm(data)
    lines = [happened, *others.values(), *rows]
    if not tidy(happened).strip() or any(bsn_in(tidy(text)) or "\n" in tidy(text) for text in lines):
        return
    assert form.is_valid(), form.errors
    content = form.result().content
    assert content.happened == tidy(happened).strip()
    assert [one.name for one in content.persons] == [tidy(row).strip() for row in rows if tidy(row).strip()]
