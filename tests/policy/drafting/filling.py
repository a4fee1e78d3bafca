"""Fills in the forms of a draft as a browser would, and looks at what came of it."""

from django.http import HttpResponse

from baken.policy.drafting.layered import Overview, overview
from baken.policy.library import library
from baken.tenancy.scope import scope
from tests.policy.drafting.desk import Desk


def there(desk: Desk) -> Overview:
    with scope(desk.town.woerden.id):
        return overview(desk.now, library())


def fields(answer: HttpResponse) -> dict[str, object]:
    """What a browser would send if nothing was changed."""
    form = answer.context["form"]
    sent: dict[str, object] = {}
    for bound in form:
        value = bound.value()
        if value not in (None, False, "", []):
            sent[bound.html_name] = "on" if value is True else value
        elif type(bound.field).__name__ in ("Line", "Prose", "CharField"):
            sent[bound.html_name] = ""
    return sent


def send(desk: Desk, page: str, **changed: object) -> HttpResponse:
    """Fill in the form of a page as it stands, with some fields changed, and send it."""
    answer = desk.get(page)
    assert answer.status_code == 200
    sent = {**fields(answer), **{key.replace("__", "-"): value for key, value in changed.items()}}
    return desk.client.post(desk.url(page), {key: value for key, value in sent.items() if value is not None})


def added(before: str, after: str) -> tuple[list[str], list[str]]:
    """The lines that went and came."""
    old, new = before.splitlines(), after.splitlines()
    return [line for line in old if line not in new], [line for line in new if line not in old]
