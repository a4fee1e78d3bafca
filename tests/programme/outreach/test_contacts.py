"""Which organisations were reached and how often that is owed (COMM-02, COMM-03), and where one can report."""

from datetime import date

import pytest

from baken.programme.common import planned
from baken.programme.outreach.models import Announcement, Contact
from baken.tenancy import kept
from baken.tenancy.models import Change
from baken.tenancy.scope import scope
from tests.programme.outreach.reaching import Reaching


def test_it_is_seen_how_often_is_owed_this_year_and_what_was_done(there: Reaching) -> None:
    """COMM-02: at least twice a year."""
    page = there.text("organisaties/")
    assert "2 van 2" in page
    assert "nog nooit bereikt" in page
    assert there.contact().status_code == 303
    page = there.text("organisaties/")
    assert "Kalsbeek College" in page
    with scope(there.town.woerden.id):
        year = there.today.year
        owed = [
            one
            for one in planned.between(date(year, 1, 1), date(year, 12, 31), there.today)
            if one.kind == "outreach"
        ]
    assert [one.state for one in owed].count("done") == 1


def test_who_was_never_reached_stands_on_the_first_page_until_reached(there: Reaching) -> None:
    """COMM-03: schools, care, welfare, housing corporations and safety partners."""
    page = there.text()
    for kind in ("school of opleiding", "zorgaanbieder", "welzijnsinstelling", "woningcorporatie"):
        assert kind in page
    there.contact()
    page = there.text()
    assert "school of opleiding" not in page
    assert "woningcorporatie" in page


def test_an_agreed_next_time_is_planned_and_done_once_they_were_reached_again(there: Reaching) -> None:
    there.contact(on=there.day(-40), next_on=there.day(5))

    def state() -> list[str]:
        with scope(there.town.woerden.id):
            found = planned.between(there.today, date.fromisoformat(there.day(9)), there.today)
            return [one.state for one in found if "Kalsbeek" in one.words]

    assert state() in (["due"], ["open"])
    there.contact(on=there.day(-1), organisation="kalsbeek college")
    assert state() == ["done"]


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"on": "2026-09-31"}, "Deze dag bestaat niet"),
        ({"on": "31 september"}, "22-11-2026"),
        ({"on": "2199-01-01"}, "nog niet geweest"),
        ({"next_on": "2020-01-01"}, "Deze dag is al geweest"),
        ({"organisation": ""}, "Vul dit in"),
        ({"about": []}, "Kies er een of meer"),
        ({"kind": "onzin"}, "Selecteer een geldige keuze"),
        ({"result": "Zie K7QM2P."}, "lijkt op het kenmerk"),
    ],
)
def test_bad_input_says_what_to_do_and_keeps_what_was_typed(
    there: Reaching, fields: dict[str, object], says: str
) -> None:
    sent = there.contact(**{"by": "team Jeugd", **fields})
    assert sent.status_code == 422
    page = sent.content.decode()
    assert says in page
    assert "team Jeugd" in page
    assert there.rows(Contact) == []


def test_two_editors_never_overwrite_each_other(there: Reaching) -> None:
    there.contact()
    found = there.only(Contact)
    told = {
        "on": there.day(0),
        "organisation": "Kalsbeek College",
        "kind": "school",
        "how": "mail",
        "about": ["reporting"],
        "by": "beleidsadviseur",
        "looked_at": 1,
    }
    assert there.send(f"organisaties/{found.id}/", **told).status_code == 303
    late = there.send(f"organisaties/{found.id}/", **{**told, "how": "board"})
    assert late.status_code == 409
    assert "Iemand anders heeft dit net gewijzigd" in late.content.decode()
    with scope(there.town.woerden.id):
        assert kept.one(Contact, found.id).how == "mail"
        assert Change.objects.filter(row_id=found.id).count() == 2


def test_where_it_stands_is_kept_inside_and_outside_and_said_again(there: Reaching) -> None:
    """COMM-04, COMM-07."""
    told = {"place": "intranet", "what": "Hoe u meldt.", "since": there.day(-100)}
    assert "Nog nergens in de eigen organisatie" in there.text("meldpunt/")
    assert there.send("meldpunt/toevoegen/", **told, repeat_on=there.day(2)).status_code == 303
    found = there.only(Announcement)
    assert found.inside is True
    assert "Nog nergens in de gemeente" in there.text("meldpunt/")
    early = there.send(f"meldpunt/{found.id}/opnieuw/", on=there.day(-200))
    assert early.status_code == 422
    assert "Op deze dag stond het er niet" in early.content.decode()
    assert (
        there.send(f"meldpunt/{found.id}/opnieuw/", on=there.day(0), repeat_on=there.day(200)).status_code
        == 303
    )
    assert there.only(Announcement).checked_on == there.today


def test_an_announcement_cannot_end_before_it_began(there: Reaching) -> None:
    sent = there.send(
        "meldpunt/toevoegen/", place="website", what="Hier.", since=there.day(-3), until=there.day(-4)
    )
    assert sent.status_code == 422
    assert "Deze dag ligt voor de eerste dag" in sent.content.decode()


def test_what_is_taken_back_counts_no_more(there: Reaching) -> None:
    there.contact()
    found = there.only(Contact)
    assert there.send(f"terugnemen/organisatie/{found.id}/").status_code == 303
    assert there.rows(Contact) == []
    assert "Kalsbeek College" not in there.text("organisaties/")
    assert there.send(f"terugnemen/onzin/{found.id}/").status_code == 404
