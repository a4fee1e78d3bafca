"""V29: no page asks anything of another server, and no mail, message or log holds what identifies somebody.

That the data stays in the EEA is for whoever hosts Baken; it is in the agreements, not in the program.
"""

import ast
import logging
import re
from io import StringIO
from pathlib import Path

import pytest
from django.core import mail

from tests.refer.conftest import Handing
from tests.route.case import HAPPENED, REPORTER, VICTIM, Case, begin, reported
from tests.scanning import found_in
from tests.web.addresses import addresses

SOURCE = Path(__file__).resolve().parents[2] / "src" / "baken"
PERSONAL = (HAPPENED, REPORTER, VICTIM, "06-kanarie", "Kanarie Uitzendbureau", "Verzonnenlaan")
LOADING = re.compile(
    r"""(?:\bsrc|\bsrcset|\baction|\bdata|\bposter)=["']?(?:https?:)?//|url\(["']?(?:https?:)?//"""
)
LINKED = re.compile(r"<link\b[^>]*href=[\"']?(?:https?:)?//")


def test_no_page_loads_anything_from_another_server(case: Case) -> None:
    """And the browser is told to refuse it: nothing but what comes from Baken itself."""
    case.receive()
    asked = [*addresses(), *map(case.url, ("", "overdragen/", "verbeteren/", "envelop/"))]
    for where in asked:
        answer = case.client.get(where)
        page = (b"".join(answer) if answer.streaming else answer.content).decode(errors="replace")
        assert (where, LOADING.search(page), LINKED.search(page)) == (where, None, None)
        sources = re.findall(r"https?:[^\s;]*|\*", answer.headers["Content-Security-Policy"])
        assert (where, sources) == (where, [])


@pytest.mark.parametrize(("kind", "least"), [("css", 1), ("html", 200)])
def test_no_style_sheet_or_template_loads_from_elsewhere(kind: str, least: int) -> None:
    """Also those of pages that the focal point above never comes to."""
    outside = re.compile(rf"{LOADING.pattern}|{LINKED.pattern}|url\(\s*[\"']?(?:https?:)?//|@import")
    files = list(SOURCE.rglob(f"*.{kind}"))
    assert len(files) >= least
    assert [one.name for one in files if outside.search(one.read_text("utf-8"))] == []


def test_mail_goes_from_one_place_with_fixed_words_and_a_hand_over_sends_none(handing: Handing) -> None:
    """What those words leave out is tried in tests/mail, with a real mail server."""
    handing.over("care_coordinator")
    assert mail.outbox == []
    importing = {
        path.relative_to(SOURCE).as_posix()
        for path in SOURCE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ImportFrom)
        and (node.module or "").startswith(("django.core.mail", "smtplib"))
    }
    assert importing == {"mail/sending.py"}


def test_nothing_of_a_signal_is_written_to_a_log(db: None, log: StringIO) -> None:
    """With everything turned on that Baken's own log can say."""
    baken = logging.getLogger("baken")
    was = baken.level
    baken.setLevel(logging.DEBUG)
    try:
        case = begin().receive()
        case.send("beoordelen/", assessment="suspicion", reason=f"{VICTIM} belde.")
        case.client.get(f"/werk/{VICTIM}/")
        logging.getLogger("django.request").error("Broke on %s", VICTIM)
        reported(case.town)
    finally:
        baken.setLevel(was)
    assert "Broke on ..." in log.getvalue(), "the control: something was written"
    assert found_in([log.getvalue().encode()], PERSONAL) == set()
