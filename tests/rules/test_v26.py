"""V26: what is wrong can be put right; everybody who received it hears so, and it stays owed until they confirm."""

from tests.papers import text_of
from tests.refer.conftest import HAPPENED, UNSPOKEN, VICTIM, Handing
from tests.refer.test_notifications import Receiver
from tests.route.case import Case

WHY = "De melder belde: het was iemand anders."
RIGHT = "Zo was het echt."
ROWS = {
    f"{rows}-{name}": value
    for rows in ("persons", "organisations", "addresses")
    for name, value in (("TOTAL_FORMS", "0"), ("INITIAL_FORMS", "0"))
}


def correct(case: Case, **fields: str) -> int:
    return case.send("verbeteren/", happened=RIGHT, **{"reason": WHY, **ROWS, **fields}).status_code


def owed(case: Case) -> list[str]:
    """What the signal's page says is owed, and the work list with it."""
    listed = case.client.get("/werk/").context["work"].owed
    page = case.get().context["page"]
    shown = [str(todo.sentence.nl) for todo in ([page.next] if page.next else []) + list(page.also)]
    assert bool(listed) == bool(shown)
    return shown


def test_the_account_is_put_right_and_the_former_one_stays_beside_it(case: Case) -> None:
    assert correct(case.receive()) == 303
    page = case.get().context["page"]
    assert page.account.lines[0].value == RIGHT
    assert page.former[0].account.lines[0].value == HAPPENED
    assert VICTIM not in str(page.account), "a person named by mistake is gone from the account that holds"
    assert (page.timeline[0].who, page.timeline[0].detail) == ("Persoon focal_point", WHY)


def test_a_recipient_in_baken_sees_what_changed_confirms_and_only_then_is_it_not_owed(
    handing: Handing,
) -> None:
    case = handing.case
    handing.over("care_coordinator")
    [referral] = handing.referrals
    assert correct(case) == 303
    assert any("weten wat er veranderde" in one for one in owed(case))
    page = f"overdrachten/{referral.id}/verbetering/"
    assert RIGHT in case.get(page).content.decode()
    text = case.get(page).context["form"]["statement"].value()
    assert case.send(page, statement=text, piece_account=RIGHT, checked="on").status_code == 303
    assert any("heeft verwerkt" in one for one in owed(case))
    receiver = Receiver(handing)
    seen = receiver.page()
    assert RIGHT in seen
    assert not any(word in seen for word in UNSPOKEN)
    [arrived] = [one.event.correction for one in receiver.events() if one.type == "notification.corrected"]
    for _twice in range(2):
        assert receiver.client.post(f"{receiver.url}verbetering/{arrived}/").status_code == 303
    assert not any("verwerkt" in one or "veranderde" in one for one in owed(case))
    assert handing.referrals[0].corrections[0].how == "in_baken"


def test_a_false_report_goes_out_as_a_letter_and_stays_owed_until_it_is_confirmed(handing: Handing) -> None:
    case = handing.case
    case.hand_over("labour_authority")
    [referral] = handing.referrals
    assert case.send("afsluiten/", outcome="false_report", reason=WHY).status_code == 303
    page = f"overdrachten/{referral.id}/verbetering/"
    form = case.get(page).context["form"]
    assert list(form.pieces) == [], "nothing of the account goes along"
    case.send(page, statement=form["statement"].value(), checked="on")
    printed = " ".join(text_of(case.get(f"{page}brief/").content).split())
    assert "bleek niet te kloppen" in printed
    assert not any(word in printed for word in (*UNSPOKEN, WHY, HAPPENED))
    assert any("Verzend de brief" in one for one in owed(case))
    case.send(f"{page}verzonden/", channel="secure_mail")
    case.send(f"{page}bevestigd/", how="phone")
    assert not any("verbetering" in one for one in owed(case))
