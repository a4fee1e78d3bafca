"""Elements by form: what is own, what comes from the region, and what a form changes and what it leaves alone."""

import pytest

from baken.core.policy.sections import FILE_OF
from baken.core.policy.writing import elements
from baken.policy.drafting import sections
from baken.policy.drafting.accepting import MOST_BYTES
from baken.policy.drafting.examining import examine
from baken.tenancy.scope import scope
from tests.house.forms_in import Form, forms_in
from tests.policy.drafting.desk import Desk
from tests.policy.drafting.filling import added, fields, send, there


def test_a_form_that_is_sent_unchanged_changes_nothing_for_any_element(desk: Desk) -> None:
    """Whatever is written, a form can show it and gives it back to the letter."""
    number, seen = desk.now.number, 0
    for section in sections.sections():
        for row in there(desk).live(section):
            if row.inherited and seen % 7 and section not in ("referrals", "steps", "holds"):
                seen += 1
                continue  # of what looks alike, one in seven
            seen += 1
            answer = send(desk, f"onderdelen/{section}/{row.id}/")
            if row.own:
                assert answer.status_code == 303, (section, row.id, answer.context["form"].errors)
                assert desk.now.number == number, (section, row.id)
                continue
            assert answer.status_code == 303, (section, row.id, answer.context["form"].errors)
            written = elements(desk.text(FILE_OF[section]), section)[-1]
            assert written == dict(row.raw), (section, row.id)
            number = desk.now.number
    assert seen > 100


def test_the_list_says_what_is_own_and_what_comes_from_whom(desk: Desk) -> None:
    page = desk.said("onderdelen/referrals/")
    assert "Van u" in page
    assert "Van de Copen" in page or "Van Regio" in page or "Van " in page
    assert "Hier aanpassen" in page
    assert "Hier niet laten gelden" in page


def test_a_change_by_form_touches_only_the_lines_of_that_key(desk: Desk) -> None:
    before = desk.text("route.yaml")
    assert send(desk, "onderdelen/referrals/youth_work/", strength="required").status_code == 303
    assert added(before, desk.text("route.yaml")) == (["    strength: suggested"], ["    strength: required"])
    with scope(desk.town.woerden.id):
        assert examine(desk.now).errors == ()


def test_a_condition_is_built_of_facts_without_knowing_the_format(desk: Desk) -> None:
    answer = send(
        desk,
        "onderdelen/referrals/youth_work/",
        when__urgency=["not_acute"],
        when__assessment=["not_trafficking", "other_phenomenon"],
        when__assessment__how="none",
        when__related=["youth_recruitment", "smuggling"],
    )
    assert answer.status_code == 303
    condition = elements(desk.text("route.yaml"), "referrals")[0]["when"]
    assert condition == {
        "related": {"includes_any": ["smuggling", "youth_recruitment"]},
        "urgency": "not_acute",
        "assessment": {"not": ["not_trafficking", "other_phenomenon"]},
    }
    assert "Als niet vaststaat" in desk.said("onderdelen/referrals/") or "niet acuut" in desk.said(
        "onderdelen/referrals/"
    )


def test_a_new_referral_gets_its_sentence_its_name_and_its_place(desk: Desk) -> None:
    answer = desk.post(
        "nieuw/referrals/",
        **{
            "to": "nidos",
            "when-age": ["minor"],
            "strength": "suggested",
            "ask_feedback": "on",
            "text-nl": "Bij een minderjarige kijkt Nidos meteen mee.",
            "text-en": "With a minor Nidos looks along at once.",
            "chosen-nl": "zo afgesproken met de politie",
            "chosen-en": "agreed so with the police",
            "within-amount": "4",
            "within-unit": "hours",
        },
    )
    assert answer.status_code == 303, answer.context["form"].errors
    written = elements(desk.text("route.yaml"), "referrals")[-1]
    assert written == {
        "id": "nidos_2",
        "to": "nidos",
        "when": {"age": "minor"},
        "strength": "suggested",
        "within": {"hours": 4},
        "text": "referral.nidos_2",
        "chosen": {"nl": "zo afgesproken met de politie", "en": "agreed so with the police"},
    }
    sentence = elements(desk.text("texts.yaml"), "texts")[-1]
    assert sentence["id"] == "referral.nidos_2"
    assert sentence["nl"] == "Bij een minderjarige kijkt Nidos meteen mee."
    with scope(desk.town.woerden.id):
        assert examine(desk.now).errors == ()


def test_every_element_asks_where_it_comes_from(desk: Desk) -> None:
    answer = desk.post("nieuw/referrals/", **{"to": "avim", "strength": "required", "ask_feedback": "on"})
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "Kies het stuk waarin dit staat, of schrijf waarom dit zo is gekozen." in page
    assert desk.now.number == 1


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"chosen__en": ""}, "Schrijf dit in beide talen"),
        ({"source__place": ""}, "Schrijf waar in dat stuk dit staat"),
        ({"strength": "kanarie"}, "Kies er een uit de lijst"),
        ({"to": ""}, "Kies er een"),
        ({"within__amount": "veel"}, "Schrijf een heel getal"),
        ({"text__nl": "Alleen Nederlands."}, "Schrijf dit in beide talen"),
    ],
)
def test_what_is_wrong_is_said_at_its_field_and_what_was_typed_stays(
    desk: Desk, changed: dict[str, object], said: str
) -> None:
    answer = send(desk, "onderdelen/referrals/youth_work/", **{"chosen__nl": "kanarie-reden", **changed})
    assert answer.status_code == 422
    page = answer.content.decode()
    assert said in page
    assert "kanarie-reden" in page
    assert desk.now.number == 1


def test_an_element_of_the_region_is_copied_here_when_it_is_changed(desk: Desk) -> None:
    region = there(desk).row("referrals", "avim")
    assert region is not None
    assert region.inherited
    assert "Bewaart u een wijziging" in desk.said("onderdelen/referrals/avim/")
    send(desk, "onderdelen/referrals/avim/", within__amount="1", within__unit="hours")
    own = there(desk).row("referrals", "avim")
    assert own is not None
    assert own.changed_here
    assert own.raw == {**region.raw, "within": {"hours": 1}}
    assert "Hier aangepast" in desk.said("onderdelen/referrals/")
    assert desk.post("weg/referrals/avim/").status_code == 303
    back = there(desk).row("referrals", "avim")
    assert back is not None
    assert back.inherited


def test_an_element_of_the_region_is_dropped_with_a_reason_and_can_count_again(desk: Desk) -> None:
    page = "weg/advice/" + next(row.id for row in there(desk).live("advice") if row.inherited) + "/"
    name = page.split("/")[2]
    assert desk.post(page).status_code == 422, "a reason is asked"
    done = desk.post(page, **{"chosen-nl": "geldt hier niet", "chosen-en": "does not count here"})
    assert done.status_code == 303
    drop = elements(desk.text("route.yaml"), "drop")[-1]
    assert drop == {
        "element": f"advice.{name}",
        "chosen": {"nl": "geldt hier niet", "en": "does not count here"},
    }
    with scope(desk.town.woerden.id):
        assert examine(desk.now).errors == ()
    assert "Weer laten gelden" in desk.said("onderdelen/advice/")
    assert desk.get(f"onderdelen/advice/{name}/").status_code == 404
    assert desk.post(f"terug/advice/{name}/").status_code == 303
    assert elements(desk.text("route.yaml"), "drop") == []
    row = there(desk).row("advice", name)
    assert row is not None
    assert row.dropped is None


def test_an_own_element_is_taken_away_and_all_else_stays(desk: Desk) -> None:
    before = desk.text("route.yaml")
    assert desk.post("weg/referrals/youth_work/").status_code == 303
    gone, came = added(before, desk.text("route.yaml"))
    assert came == []
    assert "    to: youth_work" in gone
    assert "# Alleen in Woerden" in desk.text("route.yaml")


def test_the_contact_of_a_partner_and_who_attends_a_table(desk: Desk) -> None:
    send(
        desk,
        "onderdelen/partners/local_team/",
        contact__phone="0348-123456",
        contact__email="hulp@woerden.example",
    )
    partner = next(
        one for one in elements(desk.text("partners.yaml"), "partners") if one["id"] == "local_team"
    )
    assert partner["contact"] == {"phone": "0348-123456", "email": "hulp@woerden.example"}
    send(desk, "onderdelen/tables/local_undermining_meeting/", exists=None, **{"with": ["police"]})
    table = elements(desk.text("tables.yaml"), "tables")[0]
    assert table["exists"] == "no"
    assert table["with"] == ["police"]


def test_a_file_that_cannot_be_read_is_not_touched_by_a_form(desk: Desk) -> None:
    page = "onderdelen/referrals/youth_work/"
    sent = fields(desk.get(page))
    desk.save("route.yaml", "format: 1\nreferrals: [\n")
    assert "kan nu niet gelezen worden" in desk.said("onderdelen/referrals/")
    answer = desk.client.post(desk.url("onderdelen/referrals/avim/"), sent)
    assert answer.status_code == 409
    assert desk.text("route.yaml") == "format: 1\nreferrals: [\n"


def test_what_a_form_cannot_show_is_shown_as_it_is_written(desk: Desk) -> None:
    text = desk.text("route.yaml").replace(
        "when: {related: {includes: youth_recruitment}}",
        "when: {any: [{related: {includes: youth_recruitment}}, {age: minor}]}",
    )
    desk.save("route.yaml", text)
    page = "onderdelen/referrals/youth_work/"
    assert "when: {any: [" in desk.said(page)
    assert send(desk, page, strength="required").status_code == 303
    assert elements(desk.text("route.yaml"), "referrals")[0]["when"] == {
        "any": [{"related": {"includes": "youth_recruitment"}}, {"age": "minor"}]
    }
    answer = send(desk, page, when__written="when: [")
    assert answer.status_code == 422
    assert "Dit kan niet gelezen worden" in answer.content.decode()


def test_forms_are_read_as_a_browser_reads_them(desk: Desk) -> None:
    """The control of these tests: what they send are the fields that stand on the page."""
    page = "onderdelen/referrals/youth_work/"
    form: Form = forms_in(desk.said(page), desk.url(page))[0]
    assert set(fields(desk.get(page))) <= set(form.inputs)


def test_lists_and_elements_that_do_not_exist_are_not_there(desk: Desk) -> None:
    for page in (
        "onderdelen/kanarie/",
        "onderdelen/referrals/kanarie/",
        "nieuw/texts/",
        "weg/steps/kanarie/",
    ):
        assert desk.get(page).status_code == 404


def test_a_mistake_stands_with_the_element_it_is_in(desk: Desk) -> None:
    desk.save("route.yaml", desk.text("route.yaml").replace("to: youth_work", "to: youth_wrok"))
    page = desk.said("onderdelen/referrals/")
    assert page.count("draft-wrong-count") == 1
    assert "youth_wrok</code> is geen partner" in page
    assert "draft-wrong-count" not in desk.said("onderdelen/holds/")


@pytest.mark.parametrize("address", ["javascript:alert(1)", "www.kanarie.example", "data:text/html,x"])
def test_a_web_address_is_one_that_a_browser_may_open(desk: Desk, address: str) -> None:
    answer = send(desk, "onderdelen/partners/local_team/", contact__web=address)
    assert answer.status_code == 422
    assert "begint met https://" in answer.content.decode()


def test_a_file_that_would_become_too_large_is_left_as_it_is(desk: Desk) -> None:
    text = desk.text("route.yaml")
    full = text + "#" * (MOST_BYTES - len(text.encode()) - 100) + "\n"
    assert desk.save("route.yaml", full).status_code == 303
    answer = send(desk, "onderdelen/referrals/youth_work/", chosen__nl="x" * 900, chosen__en="y" * 900)
    assert answer.status_code == 422
    assert "Dit bestand is vol" in answer.content.decode()
    assert "x" * 900 in answer.content.decode()
    assert desk.text("route.yaml") == full


def test_what_was_never_dropped_can_count_again_without_a_trace(desk: Desk) -> None:
    before = desk.now
    for page in ("terug/referrals/avim/", "terug/uses/avim/"):
        assert desk.post(page).status_code == 303
    assert (desk.now.files, desk.now.number) == (before.files, before.number)
