"""A thousand requests at once, of several organisations, through one pool of connections: nothing leaks (V8)."""

import json
from collections import defaultdict
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from typing import Any

import pytest
from django.core.wsgi import get_wsgi_application
from django.db import connection, connections
from django.test import Client

from baken.tenancy import scope as scoping
from tests.tenants.town import Town, build

pytestmark = pytest.mark.urls("tests.tenancy.urls")
REQUESTS, THREADS = 1000, 8
WHO = ("focal_point", "anonymous", "neighbour", "care", "unattached", "outsider", "administrator")


@pytest.fixture
def town(transactional_db: None) -> Iterator[Town]:
    """A town that is really committed; afterwards no connection of this test is used again."""
    yield build()
    connections["default"].close()
    connections["default"].close_pool()  # type: ignore[attr-defined]


def visits(town: Town, number: int) -> list[dict[str, Any]]:
    """Answers of the real WSGI application to many requests at once; every eleventh request crashes in between."""
    application = get_wsgi_application()
    cookies = {
        who: "; ".join(f"{name}={morsel.value}" for name, morsel in town.visit(Client(), who).cookies.items())
        for who in WHO
    }

    def one(index: int) -> dict[str, Any]:
        who = WHO[index % len(WHO)]
        crashes = index % 11 == 10
        status, body = _get(application, "/schrijf/crash/" if crashes else "/probe/", cookies[who])
        if crashes:
            return {"who": who, "crashed": status}
        assert status == 200
        return {"who": who, **json.loads(body)}

    with ThreadPoolExecutor(THREADS) as pool:
        return list(pool.map(one, range(number)))


def leaks(town: Town, answers: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The answers in which somebody saw or acted in an organisation that is not theirs."""
    found = []
    for answer in answers:
        if "crashed" not in answer:
            mine = own(town, answer["who"])
            if answer["scope"] != mine or answer["sees"] != ([mine] if mine else []):
                found.append(answer)
    return found


def own(town: Town, who: str) -> str:
    """The organisation of a visitor."""
    return str(town.members[who].organisation_id) if who in town.members else ""


def test_a_thousand_requests_at_once_leak_nothing(town: Town) -> None:
    answers = visits(town, REQUESTS)
    assert len(answers) == REQUESTS
    assert leaks(town, answers) == []
    served = defaultdict(set)
    for answer in answers:
        if "crashed" not in answer:
            served[answer["backend"]].add(own(town, answer["who"]))
    assert len(served) <= 12
    assert any(len(organisations) >= 4 for organisations in served.values()), "connections were shared"


def test_with_a_setting_that_outlives_its_transaction_the_same_test_does_find_leaks(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The negative control: what is tested above can fail."""

    def careless(organisation: object) -> None:
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT set_config(%s, %s, false)", ["baken.organisation", str(organisation or "")]
            )

    monkeypatch.setattr(scoping, "_tell", careless)
    assert leaks(town, visits(town, 200))


def _get(application: Callable[..., Any], path: str, cookie: str) -> tuple[int, str]:
    said: list[str] = []
    environ = {
        "REQUEST_METHOD": "GET",
        "PATH_INFO": path,
        "QUERY_STRING": "",
        "SERVER_NAME": "localhost",
        "SERVER_PORT": "80",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "HTTP_COOKIE": cookie,
        "wsgi.input": BytesIO(),
        "wsgi.errors": BytesIO(),
        "wsgi.url_scheme": "http",
    }
    answer = application(environ, lambda status, headers: said.append(status))
    try:
        return int(said[0].split()[0]), b"".join(answer).decode()
    finally:
        answer.close()
