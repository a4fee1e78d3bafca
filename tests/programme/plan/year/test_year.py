"""The year on one page and on one sheet: everything that falls in it, honest about what is done and shown."""

from datetime import date, timedelta
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from django.test import override_settings

from baken.programme.common import planned, rhythm
from baken.programme.common.planned import Planned
from baken.programme.plan.models import Action
from baken.programme.plan.year import quarters
from baken.tenancy.scope import scope
from tests.papers import text_of
from tests.programme.plan.planning import Planning


def plan(monkeypatch: pytest.MonkeyPatch, *found: Planned) -> None:
    """Let exactly this be planned."""
    monkeypatch.setattr(planned, "_sources", {"test": lambda first, last, today: list(found)})


def some(
    words: str, day: date, state: Any = "open", proved: bool | None = None, owner: str = "OOV"
) -> Planned:
    return Planned("action", words, day, day, state, owner, proved)


def sheet(there: Planning, year: int, language: str = "nl") -> bytes:
    client = there.town.visit(there.client, "adviser")
    client.cookies["taal"] = language
    answer = client.get(f"/programma/jaarplanning/pdf/?jaar={year}")
    assert answer.status_code == 200
    return bytes(answer.content)


def page_of(pdf: bytes) -> Any:
    """The one page of a sheet, which is tagged, lies on its side and says its language."""
    with pikepdf.open(BytesIO(pdf)) as document:
        assert document.Root.MarkInfo.Marked
        assert document.Root.StructTreeRoot is not None
        [page] = document.pages
        return [float(size) for size in page.mediabox], str(document.Root.Lang)


def test_each_quarter_has_what_falls_in_it_by_its_last_day(monkeypatch: pytest.MonkeyPatch) -> None:
    plan(
        monkeypatch,
        some("maart", date(2027, 3, 31)),
        some("april", date(2027, 4, 1)),
        Planned("action", "over de jaren heen", date(2027, 12, 1), date(2028, 1, 31), "open"),
    )
    monkeypatch.setattr(quarters, "_ongoing", lambda *days: [])
    found = quarters.of_year(2027, date(2027, 1, 1))
    assert [[item.planned.words for item in one.items] for one in found.quarters] == [
        ["maart"],
        ["april"],
        [],
        ["over de jaren heen"],
    ]


@pytest.mark.parametrize(
    ("state", "proved", "stand"),
    [
        ("done", True, "shown"),
        ("done", False, "unshown"),
        ("done", None, "done"),
        ("late", None, "late"),
        ("due", None, "due"),
        ("open", None, "open"),
        ("dropped", None, "dropped"),
    ],
)
def test_done_is_not_the_same_as_shown(state: Any, proved: bool | None, stand: str) -> None:
    assert quarters.stand(some("x", date(2027, 1, 1), state, proved)) == stand


def test_every_stand_has_its_own_words_and_its_own_sign() -> None:
    assert len(set(quarters.SIGNS.values())) == len(quarters.STANDS) == len(quarters.SIGNS)
    assert len({words.nl for words in quarters.STANDS.values()}) == len(quarters.STANDS)


@pytest.mark.parametrize("text", ["", "0", "x", "1999", "99999", "٢٠٢٦", "-2026", "2" * 5000])
def test_what_is_no_year_of_a_programme_is_this_year(text: str) -> None:
    assert quarters.asked_year(text, date(2026, 11, 22)) == 2026


def test_the_page_says_in_words_how_everything_stands(there: Planning) -> None:
    rows = [
        {"label": "1", "title": "Meldpunt", "ready": "date", "ready_on": there.today - timedelta(days=5)},
        {"label": "2", "title": "Beleid", "ready": "date", "ready_on": there.today},
        {"label": "3", "title": "Zicht houden", "ready": "ongoing"},
    ]
    there.edition([{**row, "owner": "OOV"} for row in rows])
    late, done, _ongoing = sorted(there.rows(Action), key=lambda one: one.label)
    year = str(there.today.year)
    there.progress(done)
    html = there.text("jaarplanning/", jaar=str(late.ready_on.year))
    assert f"/programma/uitvoering/actie/{late.id}/" in html
    assert "Te laat" in html
    html = there.text("jaarplanning/", jaar=year)
    assert "Gedaan, nog niet aangetoond" in html
    assert "Zicht houden" in html
    there.progress(done, evidence="besluit 12")
    assert "Gedaan en aangetoond" in there.text("jaarplanning/", jaar=year)


def test_what_is_late_of_an_earlier_year_is_not_forgotten_in_this_one(there: Planning) -> None:
    before = date(there.today.year - 1, 3, 31)
    row = {"label": "1", "title": "Omgevingsscan", "ready": "quarter", "ready_on": before, "owner": "OOV"}
    there.edition([row], from_date=date(before.year - 1, 1, 1))
    html = " ".join(there.text("jaarplanning/").split())
    assert "Nog te laat van een eerder jaar: 1." in html
    assert "Te laat van eerdere jaren" in html
    assert "1 Omgevingsscan" in html
    assert "Omgevingsscan" in there.text()  # and on the first page, though it is more than a year ago
    [action] = there.rows(Action)
    there.progress(action)
    assert "eerder jaar" not in there.text("jaarplanning/")


def test_what_a_rhythm_owed_in_a_year_that_is_over_is_not_late_in_this_one(
    there: Planning, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on the first page: what was missed then cannot be made up."""

    def owed(first: date, last: date, today: date) -> list[Planned]:
        years = rhythm.years(first, last, today)
        return [Planned("x", f"Keer van {one}", date(one, 1, 1), date(one, 6, 30), "late") for one in years]

    monkeypatch.setitem(planned._sources, "owed", owed)
    with scope(there.town.woerden.id):
        now, before = (quarters.of_year(there.today.year - back, there.today) for back in (0, 1))
    assert [one.planned.words for one in before.items] == [f"Keer van {there.today.year - 1}"]
    assert now.earlier == []


def test_what_came_back_since_is_no_longer_late_of_a_former_year(there: Planning) -> None:
    """As the action itself stands: October of this year done, that of the year before is past."""
    first = date(there.today.year - 2, 1, 1)
    month = date(first.year, 1, 31)
    row = {
        "label": "1",
        "title": "Week tegen mensenhandel",
        "ready": "every",
        "every_years": 1,
        "ready_on": month,
    }
    there.edition([{**row, "owner": "OOV"}], from_date=first)
    [action] = there.rows(Action)
    assert "Nog te laat van" not in there.text("jaarplanning/")
    assert "Te laat" in there.text("jaarplanning/")
    there.progress(action)
    assert "Te laat" not in there.text("jaarplanning/").replace("Te laat: 0", "")
    assert "Vervallen" in there.text("jaarplanning/", jaar=str(first.year))


def test_an_empty_year_says_what_will_stand_there(there: Planning) -> None:
    html = there.text("jaarplanning/", jaar="2031")
    assert "Nog niets gepland" in html
    page_of(sheet(there, 2031))


@pytest.mark.parametrize(("language", "says"), [("nl", "te laat"), ("en", "late")])
def test_the_sheet_is_one_tagged_page_of_a4_on_its_side(
    there: Planning, monkeypatch: pytest.MonkeyPatch, language: str, says: str
) -> None:
    states: list[Any] = ["late", "due", "open", "dropped"]
    items = [some(f"Actie {at}", date(2027, 3 * at + 1, 5), state) for at, state in enumerate(states)]
    items += [some("Klaar", date(2027, 2, 1), "done", True), some("Zonder", date(2027, 2, 2), "done", False)]
    plan(monkeypatch, *items)
    made = sheet(there, 2027, language)
    (_, _, width, height), spoken = page_of(made)
    assert (round(width), round(height)) == (842, 595)
    assert spoken.startswith(language)
    text = text_of(made)
    assert all(f"Actie {at}" in text for at in range(4))
    assert says in text


def test_a_full_year_is_still_one_page_and_loses_the_least_urgent_first(
    there: Planning, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The words get smaller down to a bound; then what is late stays longest, and what is left out is counted."""
    first = date(2027, 1, 1)
    items = []
    for at in range(160):
        state: Any = "late" if at % 16 == 0 else "done"
        words = f"{'Urgent' if state == 'late' else 'Afgerond'}{at} een actie met een naam die een hele regel vult"
        items.append(
            some(words, first + timedelta(days=at * 2), state, True, "team Openbare Orde en Veiligheid")
        )
    plan(monkeypatch, *items)
    made = sheet(there, 2027)
    page_of(made)
    text = text_of(made)
    shown = [one for one in items if one.words.split(" ")[0] + " " in text.replace("\n", " ")]
    assert {one.words for one in items if one.state == "late"} <= {one.words for one in shown}
    assert 20 < len(shown) < len(items)
    assert "minder dringend" in text


def test_what_does_not_fit_even_then_never_makes_a_second_page(
    there: Planning, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan(monkeypatch, *(some("lang " * 50, date(2027, 1, 1), "open") for _ in range(40)))
    page_of(sheet(there, 2027))


@override_settings(BAKEN_DEMO=True)
def test_the_sheet_of_a_demonstration_says_so(there: Planning) -> None:
    made = sheet(there, 2027)
    page_of(made)
    assert "Fictief" in text_of(made)


@pytest.mark.parametrize("page", ["jaarplanning/", "jaarplanning/pdf/"])
def test_who_does_not_see_the_programme_does_not_see_the_year(there: Planning, page: str) -> None:
    assert there.get(page, "administrator").status_code == 403
    assert there.get(page, "care").status_code == 200


def test_a_full_quarter_gets_more_columns_and_keeps_its_order(
    there: Planning, monkeypatch: pytest.MonkeyPatch
) -> None:
    few = [some(f"lente{at}", date(2027, 4, at)) for at in range(1, 3)]
    many = [some(f"winter{at:02}", date(2027, 10, at)) for at in range(1, 21)]
    plan(monkeypatch, *few, *many)
    made = sheet(there, 2027)
    page_of(made)
    text = text_of(made)
    assert "minder dringend" not in text
    found = [text.index(one.words) for one in (*few, *many)]
    assert found == sorted(found)
