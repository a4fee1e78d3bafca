"""Every address of Baken, visited by everybody (V6, V8, R18). A new address without a row in `urls_table.py` fails."""

from collections.abc import Iterator

import pytest
from django.conf import settings
from django.http import HttpResponse
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from baken.ledger.models import EventRecord
from baken.tenancy.scope import scope
from tests.tenants.town import VISITORS, Town
from tests.tenants.urls_rows import CHOOSE, LOGIN, Row, Status
from tests.tenants.urls_table import TABLE


def names(patterns: list[URLPattern | URLResolver], prefix: str = "") -> Iterator[str]:
    """Every address in the resolver, by name."""
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            space = f"{prefix}{pattern.namespace}:" if pattern.namespace else prefix
            yield from names(pattern.url_patterns, space)
        else:
            assert pattern.name, f"{pattern.pattern} has no name, so nobody can say who may see it"
            yield f"{prefix}{pattern.name}"


def test_every_address_stands_in_the_table() -> None:
    found = list(names(get_resolver().url_patterns))
    assert len(found) == len(set(found))
    missing = sorted(set(found) - set(TABLE))
    assert not missing, f"add {missing} to tests/tenants/urls_table.py: who may see them?"


def test_every_row_of_the_table_is_an_address() -> None:
    assert sorted(set(TABLE) - set(names(get_resolver().url_patterns))) == []


@pytest.mark.parametrize("name", TABLE)
def test_every_row_names_every_visitor(name: str) -> None:
    assert set(TABLE[name].expect) == set(VISITORS)


def outcome(answer: HttpResponse) -> Status:
    """The status, or the word for where somebody is led."""
    if answer.status_code in (302, 303):
        where = answer["Location"]
        return (
            LOGIN
            if where.startswith("/inloggen/")
            else CHOOSE
            if where.startswith("/organisatie/")
            else where
        )
    return answer.status_code


def holds(words: list[str], answer: HttpResponse) -> bool:
    """Whether one of these words is in the answer, its headers included."""
    said = answer.content.decode(errors="replace") + str(answer.headers)
    return any(word in said for word in words)


@pytest.mark.parametrize("name", TABLE)
def test_everybody_gets_what_the_table_says(name: str, client: Client, town: Town) -> None:
    """Each address as each visitor; whoever does not see it reads nothing of Woerden and cannot send anything to it."""
    row = TABLE[name]
    address = reverse(name, kwargs=dict(row.of(town)))
    before, found, leaks, unsealed, let_in = events(town), {}, [], [], []
    for visitor in VISITORS:
        answers = [town.visit(client, visitor).get(address)]
        found[visitor] = outcome(answers[0])
        if row.shows and visitor not in row.shows:
            answers.append(client.post(address, {"reason": "x", "command": "x", "seen": "0"}))
            if outcome(answers[1]) not in allowed_refusals(row, visitor):
                let_in.append((visitor, outcome(answers[1])))
        if visitor not in row.shows and any(holds(town.secrets, answer) for answer in answers):
            leaks.append(visitor)
        if any(holds(town.sealed, answer) for answer in answers):
            unsealed.append(visitor)
    assert found == dict(row.expect)
    assert leaks == []
    assert unsealed == [], "nobody reads who reported by just opening a page (V6)"
    assert let_in == []
    assert events(town) == before, "whoever is not let in makes nothing happen"


def allowed_refusals(row: Row, visitor: str) -> set[Status]:
    """A page for reading only refuses a form to all (405); otherwise the answer is that of the page."""
    if not row.post:
        return {row.expect[visitor], 405}
    return {LOGIN} if visitor == "anonymous" else {CHOOSE} if visitor == "unattached" else {403, 404}


def events(town: Town) -> int:
    """How much happened in Woerden."""
    with scope(town.woerden.id):
        return EventRecord.objects.count()


def test_what_is_there_but_not_yours_looks_like_what_is_not_there(client: Client, town: Town) -> None:
    """Same status and same page, byte for byte, for a foreign signal and for one that never was."""
    row = TABLE["route:signal"]
    there = reverse("route:signal", kwargs=dict(row.of(town)))
    nowhere = reverse("route:signal", args=["00000000-0000-4000-8000-000000000000"])
    for visitor in ("neighbour", "care", "administrator", "outsider"):
        town.visit(client, visitor)
        pages = [client.get(address) for address in (there, nowhere)]
        assert [page.status_code for page in pages] == [404, 404]
        assert pages[0].content.replace(there.encode(), b"") == pages[1].content.replace(
            nowhere.encode(), b""
        )


def test_a_leak_would_be_noticed(client: Client, town: Town) -> None:
    """The negative control: the words that are looked for do stand on the page of those who may see it."""
    row = TABLE["route:signal"]
    address = reverse("route:signal", kwargs=dict(row.of(town)))
    assert holds(town.secrets, town.visit(client, "focal_point").get(address))


def test_no_page_shows_a_person_of_another_organisation(client: Client, town: Town) -> None:
    """Colleagues see each other's names, nobody else does."""
    for visitor in ("neighbour", "outsider"):
        page = town.visit(client, visitor).get("/kluis/").content.decode()
        assert town.people[visitor].name in page
        others = [person.name for name, person in town.people.items() if name != visitor]
        assert [name for name in others if name in page] == []


def test_there_is_no_admin_site() -> None:
    assert "django.contrib.admin" not in settings.INSTALLED_APPS
