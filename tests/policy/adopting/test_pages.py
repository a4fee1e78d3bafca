"""The pages on which a draft is checked and proposed, and a second person decides (ROLE-12)."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest

from baken.policy.adopting import evidence
from baken.tenancy.landing import place_for
from baken.tenancy.scope import scope
from tests.policy.adopting.hall import SENTENCE, Hall, another_draft


def fields(hall: Hall, **differently: str) -> dict[str, str]:
    """What an adviser fills in to propose."""
    return {
        "from_date": (hall.today + timedelta(days=30)).isoformat(),
        "decided_on": (hall.today - timedelta(days=3)).isoformat(),
        "decision": "collegebesluit 2026-114",
        **differently,
    }


def test_the_check_shows_promises_cases_and_what_becomes_different(hall: Hall) -> None:
    """Before anybody decides: every promise with how much was worked out, every case, every difference."""
    page = hall.visit("adviser").said("check")
    context = hall.get("check").context
    proof = context["evidence"].proof
    assert proof.holds
    assert all(one.sentence.nl in page for one in proof.promises)
    assert f"{proof.explored:,}".replace(",", ".") in page
    assert len(context["passing"]) == len(context["evidence"].examined.outcomes) > 0
    assert SENTENCE in page
    assert "Bron:" in page
    assert "Voorstellen om in gebruik te nemen" in page


def test_what_is_wrong_leads_to_its_line_and_there_is_no_form(hall: Hall) -> None:
    hall.change("route.yaml", "format: 1", "format: 1\nbogus: 1")
    page = hall.visit("adviser").said("check")
    link = re.search(r'href="([^"]*bestand/route\.yaml/#regel-\d+)"', page)
    assert link is not None
    assert hall.client.get(link[1].partition("#")[0]).status_code == 200
    assert '<code class="draft-code-word">bogus</code>' in page
    assert "`" not in page
    assert "from_date" not in page
    assert hall.send("check", **fields(hall)).status_code == 409


def test_a_broken_promise_is_told_with_the_smallest_signal_that_breaks_it(hall: Hall) -> None:
    hall.change("route.yaml", "until: trusted_person.considered", "until: signal.received")
    page = hall.visit("adviser").said("check")
    (broken,) = hall.get("check").context["evidence"].proof.broken
    assert broken.counterexample.sentence.nl in page
    assert broken.sentence.nl in page
    assert f"properties.{broken.id}" in page  # what it is called where it can be changed
    assert re.search(r'href="[^"]*/bestand/properties\.yaml/"', page)
    assert "from_date" not in page


def test_an_adviser_proposes_and_a_second_person_puts_it_into_use(hall: Hall) -> None:
    answer = hall.visit("adviser").send("check", **fields(hall))
    assert (answer.status_code, answer["Location"]) == (303, "/beleid/voorstel/")
    own = hall.said("proposal")
    assert "U hebt dit zelf voorgesteld" in own
    assert 'name="proposal"' not in own
    page = hall.visit("confirmer").said("proposal")
    for words in ("collegebesluit 2026-114", "Persoon adviser", SENTENCE):
        assert words in page
    answer = hall.send("proposal")
    assert (answer.status_code, answer["Location"]) == (303, "/beleid/")
    assert hall.state.adoptions[-1].proposal is not None
    assert "Het beleid is in gebruik genomen. Het geldt vanaf" in hall.said("/beleid/")


def test_a_confirmer_cannot_propose_and_sees_no_draft(hall: Hall) -> None:
    """The mandated colleague of a neighbour decides on what is proposed, and on nothing else."""
    hall.visit("confirmer")
    assert hall.get("check").status_code == 403
    assert hall.client.get("/werk/").status_code == 403
    page = hall.said("proposal")
    assert "Er ligt geen voorstel" in page


@pytest.mark.parametrize(
    "wrong",
    [
        {"decision": ""},
        {"from_date": ""},
        {"decided_on": "morgen"},
        {"from_date": "2026-12-32"},
        {"decision": "x" * 400},
    ],
)
def test_what_is_filled_in_wrongly_comes_back_with_what_was_typed(hall: Hall, wrong: dict[str, str]) -> None:
    answer = hall.visit("adviser").send("check", **fields(hall, **wrong))
    assert answer.status_code == 422
    page = answer.content.decode()
    for typed in fields(hall, **wrong).values():
        assert typed in page
    assert hall.state.proposed is None


def test_a_day_that_has_passed_is_refused_and_what_was_typed_stays(hall: Hall) -> None:
    past = (hall.today - timedelta(days=1)).isoformat()
    answer = hall.visit("adviser").send("check", **fields(hall, from_date=past))
    assert answer.status_code == 409
    page = answer.content.decode()
    assert "Beleid geldt niet met terugwerkende kracht" in page
    assert past in page
    assert "collegebesluit 2026-114" in page


def test_who_looked_at_an_older_draft_is_told_and_may_send_again(hall: Hall) -> None:
    hall.visit("adviser")
    form = hall.get("check").context["form"]
    hidden = {name: str(form[name].value()) for name in ("command", "looked_at")}
    hall.change(old="Kanarie", new="Kanarievogel")
    answer = hall.client.post(hall.address("check"), {**hidden, **fields(hall)})
    assert answer.status_code == 409
    assert "Kanarievogel" in answer.content.decode()
    seen = str(answer.context["form"]["looked_at"].value())
    again = hall.client.post(
        hall.address("check"), {"command": hidden["command"], **fields(hall), "looked_at": seen}
    )
    assert again.status_code == 303


def test_a_second_proposal_while_one_waits_has_no_form_and_is_refused(hall: Hall) -> None:
    hall.propose()
    page = hall.visit("adviser").said("check")
    assert "Er wacht al een voorstel" in page
    assert "from_date" not in page
    answer = hall.send("check", **fields(hall, decision="een besluit dat ik net typte"))
    assert answer.status_code == 409
    assert "een besluit dat ik net typte" in answer.content.decode()


def test_without_a_second_person_the_page_says_how_to_find_one(hall: Hall) -> None:
    with scope(hall.town.woerden.id):
        for who in ("confirmer", "lead"):
            member = hall.town.members[who]
            member.active = False
            member.save(update_fields=["active"])
    assert "Er is nog niemand die het in gebruik kan nemen" in hall.visit("adviser").said("check")


def test_sending_back_asks_a_reason_that_the_proposer_reads(hall: Hall) -> None:
    hall.propose()
    hall.visit("confirmer")
    assert hall.send("send back", reason="").status_code == 422
    assert hall.send("send back", reason="De dag klopt niet.").status_code == 303
    assert "De dag klopt niet." in hall.visit("adviser").said("check")
    assert "De dag klopt niet." in hall.said("proposal")


def test_the_proposer_takes_back_without_a_reason(hall: Hall) -> None:
    hall.propose()
    assert hall.visit("adviser").send("send back", reason="").status_code == 303
    assert hall.state.proposed is None
    assert hall.get("send back").status_code == 303


def test_who_confirms_what_another_has_just_confirmed_is_told(hall: Hall) -> None:
    hall.propose()
    waiting = hall.waiting
    hall.visit("confirmer")
    hall.confirm("lead")
    answer = hall.client.post(hall.address("proposal"), {"command": str(uuid4()), "proposal": str(waiting)})
    assert answer.status_code == 409
    assert "Iemand anders heeft het al in gebruik genomen." in answer.content.decode()


def test_the_proposer_who_sends_the_form_anyway_is_refused(hall: Hall) -> None:
    hall.propose()
    answer = hall.visit("adviser").client.post(
        hall.address("proposal"), {"command": str(uuid4()), "proposal": str(hall.waiting)}
    )
    assert answer.status_code == 409
    assert "U hebt het zelf voorgesteld." in answer.content.decode()


@pytest.mark.parametrize("what", ["changed", "passed"])
def test_what_can_no_longer_be_confirmed_says_so_and_can_be_sent_back(hall: Hall, what: str) -> None:
    if what == "changed":
        hall.propose()
        hall.change(old="Kanarie", new="Kanarievogel")
        words = "Het ontwerp is na het voorstel gewijzigd"
    else:
        earlier = hall.town.now - timedelta(days=5)
        hall.propose(
            from_date=hall.today - timedelta(days=4), decided_on=hall.today - timedelta(days=5), now=earlier
        )
        words = "De dag van ingang is voorbij"
    page = hall.visit("confirmer").said("proposal")
    assert words in page
    assert 'name="proposal"' not in page
    assert "Terugsturen met reden" in page


def test_a_policy_that_comes_later_anyway_is_told_beside_the_proposal(hall: Hall) -> None:
    """What was adopted for a later day takes over again."""
    hall.propose(from_date=hall.today + timedelta(days=60))
    hall.confirm()
    with scope(hall.town.woerden.id):
        hall.draft = another_draft(hall.town)
    hall.change(old="Kanarie", new="Kanarievogel")
    hall.propose(from_date=hall.today + timedelta(days=20))
    assert "Daarna geldt ander beleid" in hall.visit("confirmer").said("proposal")


def test_the_evidence_of_a_proposal_is_about_the_bundle_that_was_proposed(hall: Hall) -> None:
    """Whatever became of the draft: the promises and the difference are those of what would come into use."""
    hall.propose()
    proposed = hall.state.proposed
    assert proposed is not None
    hall.change("route.yaml", "until: trusted_person.considered", "until: signal.received")
    with scope(hall.town.woerden.id):
        found = evidence.of_proposal(proposed, hall.now, None)
    assert found.bundle is not None
    assert found.bundle.id == proposed.bundle
    assert found.proof is not None
    assert found.proof.holds
    assert found.examined.outcomes == ()


def test_a_draft_that_is_proposed_says_what_changing_it_would_do(hall: Hall) -> None:
    page = hall.visit("adviser").said(f"/beleid/ontwerp/{hall.draft}/")
    assert "Dit ontwerp is voorgesteld" not in page
    hall.propose()
    assert "Dit ontwerp is voorgesteld" in hall.said(f"/beleid/ontwerp/{hall.draft}/")


def test_who_may_confirm_reads_the_whole_proposal_and_others_do_not_know_it(hall: Hall) -> None:
    address = "/beleid/route/?versie=voorstel"
    assert hall.visit("confirmer").get(address).status_code == 404
    hall.propose()
    page = hall.said(address)
    assert SENTENCE in page
    assert "Dit is een voorstel. Het geldt nog niet." in page
    for visitor in ("focal_point", "supervisor", "coordinator"):
        assert hall.visit(visitor).get(address).status_code == 404
        assert SENTENCE not in hall.said("/beleid/route/")


@pytest.mark.parametrize(
    "page", ["", "zoeken/", "gevallen/", "vergelijken/", "geschiedenis/", "beloften/", "partners/"]
)
def test_every_page_of_a_proposal_can_be_opened(hall: Hall, page: str) -> None:
    hall.propose()
    answer = hall.visit("confirmer").get(f"/beleid/{page}?versie=voorstel&woord=politie")
    assert answer.status_code == 200


def test_a_proposal_has_no_folder_to_take_away(hall: Hall) -> None:
    """A folder says that it is in use; what is only proposed is not."""
    hall.propose()
    assert hall.visit("confirmer").get("/beleid/map.zip?versie=voorstel").status_code == 404


@pytest.mark.parametrize(
    ("visitor", "place"),
    [("adviser", "/beleid/"), ("confirmer", "/beleid/voorstel/"), ("focal_point", "/werk/")],
)
def test_logging_in_leads_to_where_the_work_is(hall: Hall, visitor: str, place: str) -> None:
    """A second person, who comes rarely, lands on what waits."""
    assert place_for(hall.town.actor(visitor)) == place


@pytest.mark.parametrize("meant", ["", "kanarie", "\x00"])
def test_a_form_that_does_not_say_which_proposal_is_told_so(hall: Hall, meant: str) -> None:
    hall.propose()
    answer = hall.visit("confirmer").client.post(
        hall.address("proposal"), {"command": str(uuid4()), "proposal": meant}
    )
    assert answer.status_code == 422
    assert "Het is niet duidelijk welk voorstel u bedoelt." in answer.content.decode()
    assert hall.state.proposed is not None
