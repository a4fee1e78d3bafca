"""The next edition, what an edition tells the others, and what goes to the region (PROG-05, EVAL-04, EVAL-05)."""

import re
from datetime import date, timedelta
from html import unescape

import pytest

from baken.core.decide.refusal import Refused
from baken.core.derive.ready_words import ready_words
from baken.core.policy.ready import Ready
from baken.core.vocabulary.months import last_of_month
from baken.programme.common import planned
from baken.programme.plan import actions, dated, notes, queries, releasing, showing, standing
from baken.programme.plan.models import Action, Edition
from baken.programme.plan.moving import after, months_between
from baken.tenancy import regions
from baken.tenancy.scope import scope
from tests.programme.plan.planning import Planning
from tests.tenants.things import adopt


def _rows(there: Planning) -> list[dict[str, object]]:
    end = last_of_month(there.today.year, there.today.month)
    return [
        {"label": "1", "title": "Beleid borgen", "owner": "college"},
        {"label": "1.1", "title": "Beleid vaststellen", "owner": "raad", "ready": "month", "ready_on": end},
        {"label": "1.2", "title": "Meldpunt", "owner": "KCC", "ready": "month", "ready_on": end},
        {
            "label": "1.3",
            "title": "Evalueren",
            "owner": "college",
            "ready": "every",
            "every_years": 2,
            "ready_on": date(there.today.year, 12, 31),
        },
        {"label": "2", "title": "Vervallen", "owner": "college"},
    ]


def test_the_next_edition_takes_along_what_was_chosen_and_moves_its_days(there: Planning) -> None:
    former = there.edition(_rows(there))
    by = {one.label: one for one in there.rows(Action)}
    there.progress(by["1.1"], evidence="raadsbesluit")
    with scope(there.town.woerden.id):
        actions.stop_action(
            by["2"], there.today, "Niet meer nodig", 1, actor=there.town.actor("adviser"), now=there.town.now
        )
    form = unescape(there.text(f"uitvoering/{former.id}/volgende/"))
    assert "Vervallen" not in form
    chosen = dict(re.findall(r'name="(choice_[^"]+)"[^>]*?value="(\w+)" checked', form))
    assert chosen[f"choice_{by['1.1'].id}"] == "finished"
    assert {chosen[f"choice_{by[label].id}"] for label in ("1", "1.2", "1.3")} == {"along"}
    days = dict(re.findall(r'name="(from_date|until_date)" value="([^"]+)"', form))
    told = {"title": "Programma hierna", **days, **chosen, f"choice_{by['1.3'].id}": "revise"}
    before = there.text(f"uitvoering/{former.id}/")
    assert there.send(f"uitvoering/{former.id}/volgende/", **told).status_code == 303
    made = next(one for one in there.rows(Edition) if one.made_from == former.id)
    found = {one.label: one for one in there.rows(Action) if one.edition_id == made.id}
    assert set(found) == {"1", "1.2", "1.3"}
    months = months_between(former.from_date, made.from_date)
    assert found["1.2"].ready_on == after(by["1.2"].ready_on, months)
    assert found["1.3"].ready_on.year == by["1.3"].ready_on.year + 2
    assert [one.label for one in found.values() if one.revise] == ["1.3"]
    assert f"/actie/{by['1.2'].id}/" in there.text(f"uitvoering/actie/{found['1.2'].id}/")
    assert f"/actie/{found['1.2'].id}/" in there.text(f"uitvoering/actie/{by['1.2'].id}/")
    page = there.text(f"uitvoering/{made.id}/")
    assert "Nog aan te passen" in page
    assert "nog niet vastgesteld" in page
    # the former stays readable, as it was
    after_page = there.text(f"uitvoering/{former.id}/")
    for words in ("Aangetoond: raadsbesluit", "Vervallen", "1.1 Beleid vaststellen"):
        assert words in before
        assert words in after_page
    assert "Programma hierna" in after_page


def test_days_that_moved_are_said_before_and_after(there: Planning) -> None:
    former = there.edition(_rows(there))
    says = {
        shift: str(ready_words(Ready(kind="month", on=last_of_month(on.year, on.month))).nl)
        for shift, on in (("was", there.today), ("is", after(there.today.replace(day=1), _shift(former))))
    }
    asked = unescape(there.text(f"uitvoering/{former.id}/volgende/"))
    assert f"In de volgende editie: {says['is']}." in asked
    with scope(there.town.woerden.id):
        first = former.until_date + timedelta(days=1)
        told = {"title": "Volgende", "from_date": first, "until_date": first + timedelta(days=730)}
        made = actions.next_edition(former, told, {}, **there.given())
        rows = {row[0].label: row[1:] for row in showing.shifted(standing.rows(made, there.today)).rows}
    assert rows["1.1 Beleid vaststellen"] == (says["was"].capitalize(), says["is"].capitalize())
    assert "1 Beleid borgen" not in rows
    page = there.text(f"uitvoering/{made.id}/")
    assert "Wat op een andere dag gereed is dan in de vorige editie" in page
    assert "Wat op een andere dag gereed is" not in there.text(f"uitvoering/{former.id}/")


def _shift(former: Edition) -> int:
    return months_between(former.from_date, former.until_date + timedelta(days=1))


def test_a_theme_that_nobody_knows_is_refused_and_another_goes_by_its_own_words(there: Planning) -> None:
    """PROG-06: under an id that no policy has, a programme would be found nowhere."""
    with pytest.raises(Refused, match="not known here") as wrong:
        there.edition(theme="human_trafficking")
    assert wrong.value.field == "theme"
    with pytest.raises(Refused, match="looks like the reference"):
        there.edition(theme=None, new_theme="Nazorg bij K7QM2P")
    assert there.rows(Edition) == []
    other = there.edition(theme=None, new_theme="Jeugdoverlast")
    again = there.edition(theme="Jeugdoverlast", from_date=there.day(400), until_date=there.day(500))
    assert [other.theme, again.theme] == ["Jeugdoverlast", "Jeugdoverlast"]


def test_there_is_one_next_edition_and_a_change_clears_what_was_to_be_changed(there: Planning) -> None:
    former = there.edition(_rows(there)[:2])
    (goal, one) = sorted(there.rows(Action), key=lambda one: one.label)
    days = {"from_date": there.day(366).isoformat(), "until_date": there.day(900).isoformat()}
    told = {"title": "Hierna", **days, f"choice_{goal.id}": "revise", f"choice_{one.id}": "along"}
    assert there.send(f"uitvoering/{former.id}/volgende/", **told).status_code == 303
    assert there.send(f"uitvoering/{former.id}/volgende/", **told).status_code == 409
    assert "De volgende editie is er al" in there.text(f"uitvoering/{former.id}/volgende/")
    moved = next(one for one in there.rows(Action) if one.revise)
    change = {"title": "Beleid borgen en uitdragen", "owner": "college", "ready": "ongoing", "looked_at": 1}
    assert there.send(f"uitvoering/actie/{moved.id}/wijzigen/", **change).status_code == 303
    assert not any(one.revise for one in there.rows(Action))


def test_a_next_edition_that_overlaps_is_refused_at_its_day(there: Planning) -> None:
    former = there.edition(_rows(there)[:1])
    (goal,) = there.rows(Action)
    days = {"from_date": there.day(300).isoformat(), "until_date": there.day(900).isoformat()}
    sent = there.send(
        f"uitvoering/{former.id}/volgende/", title="Te vroeg", **days, **{f"choice_{goal.id}": "along"}
    )
    assert sent.status_code == 422
    page = sent.content.decode()
    assert "overlappen met een ander programma" in page
    assert "Te vroeg" in page
    assert len(there.rows(Edition)) == 1


def test_every_time_that_an_action_falls_stands_in_the_year(there: Planning) -> None:
    year = there.today.year
    edition = there.edition(from_date=date(year - 1, 1, 1), until_date=date(year + 1, 12, 31))
    twice = there.action(edition, title="Voorlichten", ready="times", times=2)
    there.action(edition, title="Altijd")
    there.progress(twice, on=date(year, 1, 2), evidence="lijst")
    with scope(there.town.woerden.id):
        found = [
            one
            for one in planned.between(date(year - 1, 1, 1), date(year + 1, 12, 31), there.today)
            if one.kind == "action"
        ]
    assert [one.last for one in found] == [
        day for each in (year - 1, year, year + 1) for day in (date(each, 6, 30), date(each, 12, 31))
    ]
    states = [one.state for one in found]
    assert states[:3] == ["dropped", "dropped", "done"]  # what a past year still owed is past
    assert states[4:] == ["open", "open"]
    assert found[2].proved is True
    assert {one.owner for one in found} == {"team Veiligheid"}


def test_what_is_frozen_counts_actions_and_says_what_is_shown(there: Planning) -> None:
    edition = there.edition()
    first, second = there.action(edition), there.action(edition)
    for one in (first, second):
        ready = {"ready": "date", "ready_on": there.today}
        with scope(there.town.woerden.id):
            actions.change_action(one, ready, 1, actor=there.town.actor("adviser"), now=there.town.now)
    there.progress(first, evidence="verslag")
    there.progress(second)
    with scope(there.town.woerden.id):
        block = dated.frozen(edition.from_date, there.today)
        assert dated.frozen(date(2001, 1, 1), date(2002, 1, 1)) is None
        past = dated.frozen(edition.from_date, there.day(-9))
    assert past is not None
    assert past.figures[0].note is not None
    assert past.figures[0].note.nl == f"Zoals het stond op {there.day(-9):%d-%m-%Y}."
    assert block is not None
    assert block.topic == "execution"
    values = {one.name.en: one.value for one in block.figures}
    assert (values["Actions in the programme"], values["Done"], values["Done and shown"]) == (2, 2, 1)


def test_the_region_gets_how_actions_stand_without_owner_or_evidence(there: Planning) -> None:
    """PROG-05, REG-07: status per municipality, and nothing about who or where."""
    edition = there.edition(
        [{"label": "3.2", "title": "Meldpunt", "owner": "geheime eigenaar", "from_policy": "reporting_point"}]
    )
    (action,) = there.rows(Action)
    there.progress(action, what="geheim verslag", evidence="geheim bewijs")
    with scope(there.town.woerden.id):
        (offer,) = releasing.offers(there.today)
    assert offer.about == "trafficking"
    assert "geheim" not in str(offer.payload)
    data = releasing.Released.model_validate(offer.payload)
    assert data.lines[0].proved is True
    assert data.lines[0].done_on == there.today
    (table,) = releasing.show(data)
    assert table.rows[0][0] == "3.2 Meldpunt"
    from baken.programme.region.kinds import Told

    other = data.model_copy(update={"lines": ()})
    (table,) = releasing.compare(
        [Told("Hoorn", data, there.town.now), Told("Medemblik", other, there.town.now)]
    )
    assert table.headers[1:] == ("Hoorn", "Medemblik")
    assert table.rows == [("3.2 Meldpunt", ["Loopt door", "Aangetoond"], None)]
    assert edition.title == data.title


def test_an_edition_leads_to_the_regions_where_members_lay_theirs_beside_it(there: Planning) -> None:
    edition = there.edition()
    assert "/programma/regio/" not in there.text(f"uitvoering/{edition.id}/")
    made = regions.create_region(slug="copen", name="Copen-gebied", kind="cooperation", now=there.town.now)
    regions.join(made, there.town.woerden, since=there.day(-10))
    page = there.text(f"uitvoering/{edition.id}/")
    assert 'href="/programma/regio/copen/"' in page
    assert "Copen-gebied" in page


def test_whoever_keeps_the_programme_hears_what_is_late_and_that_it_ends(there: Planning) -> None:
    late = {"label": "1", "title": "Kaart", "owner": "KCC", "ready": "date", "ready_on": there.day(-9)}
    there.edition([late], title="Noord", until_date=there.day(30))
    with scope(there.town.woerden.id):
        said = [str(one.words) for one in notes.notes(there.town.actor("adviser"), there.town.now)]
    assert "1 actie" in said[0]
    assert "eindigt op" in said[1]
    there.edition(title="Hierna", from_date=there.day(31), until_date=there.day(700))
    with scope(there.town.woerden.id):
        assert len(list(notes.notes(there.town.actor("adviser"), there.town.now))) == 1


def test_an_edition_that_ended_stands_as_on_its_last_day(there: Planning) -> None:
    last = there.day(-100)
    row = {"label": "1", "title": "Scan", "owner": "college", "ready": "date", "ready_on": there.day(-120)}
    edition = there.edition([row], from_date=there.day(-800), until_date=last)
    with scope(there.town.woerden.id):
        (found,) = standing.rows(edition, there.today)
        assert found.state == "late"
        (turn,) = standing.turns(found.action, edition, [], there.today)
        assert turn.state == "dropped"  # nobody is asked to do it any more
        assert queries.in_use(there.today) is None


def test_a_draft_made_by_mistake_is_taken_back_and_what_counted_is_not(there: Planning) -> None:
    former = there.edition(_rows(there)[:2])
    assert there.send(f"uitvoering/{former.id}/terugnemen/").status_code == 409
    draft = there.edition(
        _rows(there)[:1],
        title="Vergissing",
        decision="",
        from_date=there.day(366),
        until_date=there.day(700),
        made_from=former.id,
    )
    assert there.send(f"uitvoering/{draft.id}/terugnemen/").status_code == 303
    assert "Vergissing" not in there.text("uitvoering/")
    assert {one.edition_id for one in there.rows(Action)} == {former.id}
    assert 'name="from_date"' in there.text(f"uitvoering/{former.id}/volgende/")
    other = there.edition(decision="", theme=None, new_theme="jeugd")
    there.progress(there.action(other))
    sent = there.send(f"uitvoering/{other.id}/terugnemen/")
    assert sent.status_code == 409
    assert "er is al iets voor gedaan" in sent.content.decode()


def test_a_programme_does_not_begin_after_the_day_of_its_own_action(there: Planning) -> None:
    edition = there.edition(_rows(there)[:2])
    told = {
        "title": edition.title,
        "from_date": there.day(200).isoformat(),
        "until_date": edition.until_date.isoformat(),
        "decision": edition.decision,
        "looked_at": 1,
    }
    sent = there.send(f"uitvoering/{edition.id}/wijzigen/", **told)
    assert sent.status_code == 422
    assert "Actie 1.1 valt dan buiten het programma" in sent.content.decode()


def test_the_days_of_the_policy_come_along_as_they_are_where_the_beginning_is_its_own(
    there: Planning,
) -> None:
    """PROG-03, PROG-04: numbers, days and owners of the twelve rows of West-Friesland."""
    adopt(there.town, "woerden", "hoorn")
    days = {"from_date": "2022-09-01", "until_date": "2024-12-31"}
    assert there.send("uitvoering/beginnen/", title="Zoals het stuk", **days).status_code == 303
    (edition,) = there.rows(Edition)
    assert edition.policy == "west-friesland"
    assert "programma van de regio West-Friesland" in there.text(f"uitvoering/{edition.id}/")
    found = {one.label: (one.ready, one.ready_on) for one in there.rows(Action)}
    assert len(found) == 12
    assert {label: told for label, told in found.items() if told[0] != "ongoing"} == {
        "1.1": ("month", date(2022, 9, 30)),
        "1.2": ("every", date(2024, 12, 31)),
        "2.1": ("quarter", date(2023, 9, 30)),
        "3.1": ("quarter", date(2023, 6, 30)),
        "3.2": ("quarter", date(2023, 3, 31)),
        "3.4": ("quarter", date(2024, 3, 31)),
    }
