"""The main job, through the pages alone: two signals travel the whole route under three municipalities' policies.

A named clerk and a colleague without a name report in the browser; the focal point takes both in hand, looks, brings
one to a table, hands the other over, and answers; partners answer; each reporter reads it with their own code.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from baken.clock import now
from baken.ledger import checking
from baken.project import programs
from baken.project.demo.cast import CARE, PASSPHRASE, Cast, cast
from baken.tenancy.scope import scope
from tests import scanning
from tests.browser.walking import Desk, Screen
from tests.papers import everything_of, text_of

REPORTER = {
    "name": "Wilhelmina Kanarie-Melder",
    "contact": "06-5550 4417 kanarie",
    "reach": "alleen na vijven, kanarieroute",
    "team": "Burgerzaken-kanarie balie 3",
    "coordinator": "Kanarie Teamhoofd",
}
ACCOUNT = "Kanarieverhaal: een man kwam zich inschrijven, een ander had zijn paspoort in de binnenzak."
PLAIN = "Een man kwam zich inschrijven. Een ander droeg zijn paspoort bij zich."
VICTIM = "Radu Kanarievogel"
NAMELESS = "Kanarieverhaal twee: elke avond brengt een busje acht mensen naar dezelfde woning."
REASON = "Kanariereden: nagevraagd aan de balie."
NOTE = "Kanariebron: acht inschrijvingen op een adres."
ANSWER = "Kanarieantwoord: wij nemen contact op."
TOLD = {
    "named": "Wij hebben uw signaal doorgegeven. Kanariebericht een.",
    "nameless": "Wij kijken mee. Kanariebericht twee.",
}


@dataclass(frozen=True)
class Way:
    """How a municipality's policy leads: its language on this walk, what it asks, and who must be told."""

    slug: str
    locale: str
    trusted_person: bool
    assessment: str
    required: tuple[str, ...]
    suggested: tuple[str, ...]
    absent: tuple[str, ...]
    documents: tuple[str, ...]
    in_baken: str = ""
    width: int = 1280
    looks: bool = True


WAYS = [
    Way(
        "woerden",
        "nl-NL",
        True,
        "suspicion",
        required=("labour_authority", "care_coordinator"),
        suggested=("riec",),
        absent=("care_safety_house",),
        documents=("labour_authority",),
        in_baken="care_coordinator",
    ),
    Way(
        "montfoort",
        "en-GB",
        False,
        "suspicion",
        required=("labour_authority", "care_coordinator"),
        suggested=("riec",),
        absent=("care_safety_house",),
        documents=("labour_authority",),
        in_baken="care_coordinator",
        width=320,
    ),
    Way(
        "hoorn",
        "nl-NL",
        False,
        "suspicion",
        required=("care_safety_house", "riec"),
        suggested=("labour_authority",),
        absent=("care_coordinator",),
        documents=("care_safety_house", "riec"),
        looks=False,  # the pages are the same; the way through them is not
    ),
]


@dataclass
class Walk:
    """What the walk knows as it goes: everything written down, and everything a partner got."""

    way: Way
    town: Cast
    base: str
    visitor: Callable[..., Page]
    codes: dict[str, str] = field(default_factory=dict)
    partners_got: list[bytes] = field(default_factory=list)

    def screen(self, name: str, **window: Any) -> Screen:
        """Open a window for somebody."""
        page = self.visitor(**{"locale": self.way.locale, "width": self.way.width, **window})
        return Screen(
            page, self.base, f"{self.way.slug}-{name}", self.way.looks and window.get("javascript", True)
        )

    def email(self, slug: str) -> str:
        """The address of the first person of an organisation."""
        return "zorgcoordinator@moviera.invalid" if slug == CARE else f"aandachtsfunctionaris@{slug}.invalid"


@pytest.fixture(params=WAYS, ids=lambda way: way.slug)
def walk(request: pytest.FixtureRequest, live: Any, visitor: Callable[..., Page]) -> Walk:
    """The organisations and people of the demonstration, with their policies in use and not one signal."""
    return Walk(request.param, cast(now()), live.url, visitor)


def test_two_signals_travel_the_whole_route(walk: Walk, database_server: Any) -> None:
    """R1..R10, V6, V32: from two reports to two answers, and nobody learns what is not theirs."""
    _two_people_report(walk)
    focal_point = walk.screen("focal")
    focal_point.log_in(walk.email(walk.way.slug), "/werk/")
    focal_point.open_vault()
    named, nameless = _find_both(walk, focal_point)
    _work_out_the_named_one(walk, named)
    _bring_the_nameless_one_to_the_table(walk, nameless)
    _hand_over(walk, named)
    if walk.way.in_baken:
        _the_care_coordinator_answers(walk)
    _answers_come_in(walk, named)
    for desk, kind in ((named, "named"), (nameless, "nameless")):
        desk.tell("passed_on" if kind == "named" else "in_progress", TOLD[kind])
    _each_reads_their_own_answer(walk)
    _the_figures_count_both(focal_point)
    _outsiders_see_nothing(walk, named)
    _partners_got_no_reporter(walk)
    _nothing_is_broken_and_nothing_lies_open(walk, database_server)


def _two_people_report(walk: Walk) -> None:
    address = f"/melden/{walk.way.slug}/"
    clerk = walk.screen("clerk", javascript=False, width=320)
    clerk.goto(address)
    for part in clerk.page.locator("main details summary").all():
        part.click()
    clerk.fill(
        {
            "urgency": "not_acute",
            "happened": ACCOUNT,
            "when": "3-11-2026",
            "persons-0-name": VICTIM,
            "persons-0-capacity": "presumed_victim",
            "exploitation": ["labour"],
            "reporter": "staff",
            "coordinator_consulted": True,
            "named": "yes",
            **REPORTER,
        }
    )
    clerk.send("#formulier button.utrecht-button--primary-action")
    walk.codes["named"] = clerk.page.locator(".baken-code").inner_text()
    colleague = walk.screen("colleague", javascript=False)
    colleague.goto(address)
    colleague.fill({"happened": NAMELESS, "reporter": "staff", "named": "no"})
    colleague.send("#formulier button.utrecht-button--primary-action")
    walk.codes["nameless"] = colleague.page.locator(".baken-code").inner_text()
    assert walk.codes["named"] != walk.codes["nameless"]
    looking = walk.screen("form", width=320)
    looking.goto(address)
    looking.see("report")


def _find_both(walk: Walk, screen: Screen) -> tuple[Desk, Desk]:
    """The two signals on the work page, and the names of neither reporter."""
    screen.goto("/werk/")
    screen.see("work")
    found = re.findall(r"/signalen/([0-9a-f-]{36})/", screen.page.content())
    desks = [Desk(screen, signal) for signal in dict.fromkeys(found)]
    assert len(desks) == 2
    told = {ACCOUNT in desk.show(): desk for desk in desks}
    for desk in desks:
        text = desk.act("ontvangen/")
        assert not any(word in text for word in REPORTER.values())
    return told[True], told[False]


def _work_out_the_named_one(walk: Walk, desk: Desk) -> None:
    desk.act("feiten/spoed/", value="not_acute", reason=REASON)
    desk.act("feiten/vorm/", value=["labour"], reason=REASON)
    desk.act("feiten/leeftijd/", value="adult", reason=REASON)
    desk.act("wegen/", outcome="proceed", reason=REASON)
    source = "kvk" if walk.way.slug == "hoorn" else "municipal_records"
    desk.act("bron/", source=source, ground="public_task", outcome="hit", reason=REASON, note=NOTE)
    desk.act("beoordelen/", assessment=walk.way.assessment, reason=REASON)
    if walk.way.trusted_person:
        desk.act("vertrouwenspersoon/", outcome="not_possible", reason=REASON)
    else:
        assert "vertrouwenspersoon/" not in desk.screen.page.locator("#nu").inner_html()
    envelope = desk.screen
    envelope.goto(desk.at("envelop/"))
    envelope.see("envelope")
    envelope.fill({"why": "ask", "reason": REASON})
    envelope.send()
    assert REPORTER["name"] in envelope.text()
    envelope.see("envelope-open")


def _bring_the_nameless_one_to_the_table(walk: Walk, desk: Desk) -> None:
    """Woerden holds the table with police until the trusted person was considered (ROUTE-W3a); others do not."""
    desk.act("feiten/spoed/", value="not_acute", reason=REASON)
    if walk.way.trusted_person:
        table = desk.screen
        table.goto(desk.at("overleg/"))
        assert "vertrouwenspersoon" in table.text()
        table.see("table-held")
        table.fill({"table": "local_undermining_meeting"})
        table.send()
        assert "vertrouwenspersoon" in table.page.locator("[role=status]").inner_text()
        table.see("table-refused")
        desk.act("vertrouwenspersoon/", outcome="possible", reason=REASON)
    else:
        desk.screen.goto(desk.at("overleg/"))
        assert desk.screen.page.locator("main .utrecht-alert--warning").count() == 0
    desk.act("wegen/", outcome="stop", reason=REASON)
    desk.act("overleg/", table="local_undermining_meeting")
    desk.act("overleg/besluit/", table="local_undermining_meeting", decision=REASON)
    desk.act("beoordelen/", assessment="suspicion", reason=REASON)


def _hand_over(walk: Walk, desk: Desk) -> None:
    screen = desk.screen
    screen.goto(desk.at("overdragen/"))
    required, suggested = _offered(screen, "moet"), _offered(screen, "mag")
    assert required == set(walk.way.required)
    assert set(walk.way.suggested) <= suggested
    assert not set(walk.way.absent) & (required | suggested)
    for partner in [walk.way.in_baken, *walk.way.documents]:
        if not partner:
            continue
        ground = {"labour_authority": "public_task", "riec": "wgs_riec"}.get(partner, "social_support")
        purpose = {"care_coordinator": "protect_victims"}.get(partner, "stop_exploitation")
        shown = desk.hand_over(
            partner,
            named="yes",
            purpose=purpose,
            ground=ground,
            pieces=["facts", "period", "account", "persons"],
            words_account=PLAIN,
        )
        assert PLAIN in shown
        assert VICTIM in shown
        assert ACCOUNT not in shown
        assert not any(word in shown for word in REPORTER.values())
        if partner in walk.way.documents:
            _send_the_document(walk, desk)


def _offered(screen: Screen, part: str) -> set[str]:
    """The partners in one part of the page where a partner is chosen."""
    links = screen.page.locator(f"#{part} a[href*='/overdragen/']").all()
    return {str(link.get_attribute("href")).split("/")[-2] for link in links}


def _send_the_document(walk: Walk, desk: Desk) -> None:
    screen = desk.screen
    referral = screen.page.url.removeprefix(walk.base)
    with screen.page.expect_download() as started:
        screen.page.locator("main a[href$='/document/']").first.click()
    path = started.value.path()
    walk.partners_got.append(path.read_bytes())
    printed = " ".join(text_of(walk.partners_got[-1]).split())
    assert PLAIN in printed
    assert VICTIM in printed
    screen.goto(f"{referral}verzonden/")
    screen.see("sending")
    screen.fill({"channel": "secure_mail", "asked": True})
    screen.send()
    expect(screen.page).to_have_url(f"{walk.base}{desk.at()}")


def _the_care_coordinator_answers(walk: Walk) -> None:
    screen = walk.screen("care")
    screen.log_in(walk.email(CARE), "/meldingen/")
    screen.see("notifications")
    screen.follow(str(screen.page.locator("main table a").first.get_attribute("href")))
    screen.see("notification")
    assert PLAIN in screen.text()
    assert VICTIM in screen.text()
    walk.partners_got.append(screen.page.content().encode())
    screen.fill({"outcome": "taken_up", "note": ANSWER})
    screen.send()
    assert ANSWER in screen.text()
    screen.see("notification-answered")
    walk.partners_got.append(screen.page.content().encode())


def _answers_come_in(walk: Walk, desk: Desk) -> None:
    """What Baken carried is there by itself; what came by mail is recorded."""
    text = desk.show()
    assert (ANSWER in text) == bool(walk.way.in_baken)
    for href in desk.screen.page.locator("main a[href$='/antwoord/']").evaluate_all(
        "all => all.map(a => a.getAttribute('href')).filter(h => h.includes('/overdrachten/'))"
    )[: len(walk.way.documents)]:
        desk.act(href.removeprefix(desk.at()), outcome="taken_up", note=ANSWER)
    desk.screen.goto("/overdrachten/")
    desk.screen.see("referrals")
    rows = desk.screen.page.locator("main tbody tr")
    assert rows.count() == len(walk.way.documents) + bool(walk.way.in_baken)


def _each_reads_their_own_answer(walk: Walk) -> None:
    other = {"named": "nameless", "nameless": "named"}
    for kind, code in walk.codes.items():
        reader = walk.screen(f"reader-{kind}", javascript=False, width=320)
        reader.goto("/terugkoppeling/")
        reader.fill({"code": code.lower().replace("-", " ")})
        reader.send()
        assert TOLD[kind] in reader.text()
        assert TOLD[other[kind]] not in reader.text()
        assert code not in reader.page.url
    wrong = walk.screen("wrong")
    wrong.goto("/terugkoppeling/")
    before = wrong.text()
    wrong.see("code")
    wrong.fill({"code": walk.codes["named"][:-1] + "Z" if walk.codes["named"][-1] != "Z" else "A" * 18})
    wrong.send()
    wrong.see("code-wrong")
    assert not any(told in wrong.page.content() for told in TOLD.values())
    assert wrong.text() != before


def _the_figures_count_both(screen: Screen) -> None:
    screen.goto("/cijfers/")
    screen.see("figures")
    assert screen.page.locator(".work-total strong").first.inner_text() == "2"


def _outsiders_see_nothing(walk: Walk, desk: Desk) -> None:
    """V25: what is not theirs does not exist for a neighbour, nor for those who keep the system running here."""
    slug = "montfoort" if walk.way.slug != "montfoort" else "woerden"
    others = [(walk.email(slug), "/werk/")]
    if walk.way.slug == "woerden":
        others += [("beheer@woerden.invalid", "/mensen/"), ("beleid@woerden.invalid", "/beleid/")]
    for email, lands_on in others:
        outsider = walk.screen("outsider")
        outsider.log_in(email, lands_on)
        assert desk.signal not in outsider.page.content()
        for path in ("", "overdragen/", "envelop/", "antwoord/", "wegen/"):
            assert outsider.status(desk.at(path)) == 404
            assert VICTIM not in outsider.page.content()
    anybody = walk.screen("anybody")
    anybody.goto(desk.at())
    expect(anybody.page).to_have_url(re.compile("/inloggen/"))


def _partners_got_no_reporter(walk: Walk) -> None:
    """V6: no paper, in any of its objects, and no page of the receiving organisation names the reporter."""
    unwanted = [*REPORTER.values(), *walk.codes.values(), ACCOUNT, REASON]
    for got in walk.partners_got:
        whole = [got, everything_of(got), text_of(got).encode()] if got.startswith(b"%PDF") else [got]
        assert scanning.found_in(whole, unwanted) == set()


def _nothing_is_broken_and_nothing_lies_open(walk: Walk, server: Any) -> None:
    """The chain of every stream holds, and a stolen dump tells nothing (V32, R4)."""
    events = 0
    for organisation in walk.town.organisations.values():
        with scope(organisation.id):
            found = checking.verify([organisation.id])
        assert found.broken == ()
        events += found.events
    assert events > 30
    planted = [*REPORTER.values(), ACCOUNT, PLAIN, VICTIM, NAMELESS, REASON, NOTE, ANSWER, PASSPHRASE]
    planted += [
        *TOLD.values(),
        *walk.codes.values(),
        *(code.replace("-", "") for code in walk.codes.values()),
    ]
    lies_open = "demonstratie"  # the decision that adopted the policy: proof that the search would find
    dumped = [
        dump
        for database in ("baken_test", "baken_test_keys")
        for dump in scanning.dumps(server, programs.bin_dir(None), database)
    ]
    assert scanning.found_in(dumped, [*(word[:58] for word in planted), lies_open]) == {lies_open}
