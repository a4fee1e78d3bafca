"""V6: who reported is sealed apart, readable by whoever holds the post where it came in, and named nowhere else."""

import json
from uuid import uuid4

from tests.papers import everything_of, text_of
from tests.refer.conftest import VICTIM, Handing
from tests.refer.test_document import paper
from tests.route.case import REPORTER, Case
from tests.rules.stored import rows
from tests.scanning import found_in
from tests.tenants.town import PASSPHRASE, VISITORS

ENVELOPE = (REPORTER, "06-kanarie", "Burgerzaken")
PAGES = (
    "",
    "verbeteren/",
    "overdragen/",
    "overdragen/labour_authority/",
    "overleg/",
    "antwoord/",
    "envelop/",
)
LISTS = ("/werk/", "/overdrachten/", "/meldingen/", "/cijfers/", "/beleid/wat-als/?met=hoorn")


def test_no_page_that_is_just_opened_names_the_reporter(case: Case) -> None:
    case.receive()
    for visitor in VISITORS:
        case.visit(visitor)
        answers = [case.client.get(where) for where in (*map(case.url, PAGES), *LISTS)]
        assert (visitor, found_in([one.content for one in answers], ENVELOPE)) == (visitor, set())


def test_only_who_holds_the_post_opens_the_envelope(case: Case) -> None:
    """With a vault that is open and a reason; the lead focal point handles the signal and still cannot."""
    case.receive()
    opened = set()
    for visitor in VISITORS:
        case.visit(visitor).client.post("/kluis/", {"passphrase": PASSPHRASE})
        sent = {
            "command": str(uuid4()),
            "looked_at": str(case.file().stream.number),
            "why": "ask",
            "reason": "De straatnaam.",
        }
        if REPORTER in case.client.post(case.url("envelop/"), sent).content.decode():
            opened.add(visitor)
    assert opened == {"focal_point", "deputy"}
    assert case.happened().count("envelope.opened") == len(opened)


def test_who_supervises_sees_who_opened_it_and_the_word_of_the_reason_and_nothing_else(case: Case) -> None:
    """The words stay in the vault, and so does the name (V9)."""
    case.receive()
    case.client.post("/kluis/", {"passphrase": PASSPHRASE})
    assert REPORTER in case.send("envelop/", why="duty", reason="Een kanarie in woorden.").content.decode()
    for visitor in ("supervisor", "ciso"):
        seen = case.visit(visitor).client.get("/functies/sleutels/").content.decode()
        assert "een wettelijke plicht" in seen
        assert "Persoon focal_point" in seen
        assert found_in([seen.encode()], [*ENVELOPE, "Een kanarie in woorden."]) == set()


def test_nothing_that_is_stored_names_the_reporter(case: Case) -> None:
    """The control is a name that may stand there: that of a member."""
    assert found_in(rows(case.town), [*ENVELOPE, "Persoon focal_point"]) == {"Persoon focal_point"}


def test_everything_that_may_be_handed_over_together_does_not_name_the_reporter(handing: Handing) -> None:
    choices = handing.show("labour_authority").context["form"].fields["pieces"].choices
    handing.over("labour_authority", pieces=[value for value, _ in choices])
    made = paper(handing)
    content = json.dumps(handing.content(handing.referrals[0]), ensure_ascii=False).encode()
    assert VICTIM.encode() in content
    assert found_in([content, made, everything_of(made), text_of(made).encode()], ENVELOPE) == set()
