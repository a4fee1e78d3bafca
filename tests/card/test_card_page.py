"""The signal card of a municipality: what is on it, for whom, who says so, and what one does then."""

import re

import pytest
from django.test import Client

from baken.card.audiences import WORKS
from tests.tenants.things import STORY, adopt, reported
from tests.tenants.town import Town

SLUGS = [work.slug for work in WORKS]


def card(client: Client, address: str, language: str = "nl") -> str:
    answer = client.get(f"/signalenkaart/{address}", headers={"accept-language": language})
    assert answer.status_code == 200
    return answer.content.decode()


def items(page: str) -> list[str]:
    groups = re.findall(r'aria-labelledby="groep-.*?</section>', page, re.S)
    return re.findall(r"<li>(.*?)</li>", " ".join(groups))


@pytest.mark.parametrize("slug", ["woerden", "montfoort", "hoorn"])
@pytest.mark.parametrize("work", ["", *(f"{slug}/" for slug in SLUGS)])
def test_the_emergency_number_is_the_first_thing_and_the_way_to_report_is_on_it(
    client: Client, region: Town, slug: str, work: str
) -> None:
    page = card(client, f"{slug}/{work}")
    main = page[page.index("<main") :]
    assert main.index('href="tel:112"') < main.index('id="groep-all_forms"')
    assert f'href="/melden/{slug}/"' in main
    assert "Veilig Thuis" in main


def test_the_whole_card_has_the_three_groups_of_the_documents(client: Client, region: Town) -> None:
    """CARD-01..04 and CARD-10: seven, five and six, and in the Copen area two about housing."""
    page = card(client, "woerden/")
    groups = re.findall(r'id="groep-(\w+)">(.*?)</h2>\s*<ul.*?>(.*?)</ul>', page, re.S)
    assert [(name, items.count("<li>")) for name, _, items in groups] == [
        ("all_forms", 7),
        ("within_netherlands", 5),
        ("across_borders", 8),
    ]


@pytest.mark.parametrize("slug", ["woerden", "montfoort", "hoorn"])
def test_every_kind_of_work_has_a_card_of_its_own_with_all_three_groups(
    client: Client, region: Town, slug: str
) -> None:
    """CARD-11: what is not said to be for some work is for all; none of the cards is nearly empty."""
    whole = items(card(client, f"{slug}/"))
    cards = {work: items(card(client, f"{slug}/{work}/")) for work in SLUGS}
    for work, own in cards.items():
        assert set(own) <= set(whole), work
        assert len(own) >= 15, work
    assert set().union(*map(set, cards.values())) == set(whole)
    assert len({tuple(own) for own in cards.values()}) >= 3


def test_school_results_are_for_school_and_home_and_housing_is_not_for_school(
    client: Client, region: Town
) -> None:
    school, housing = "school snel slechter", "brandgevaarlijk"
    said = {work: card(client, f"woerden/{work}/") for work in SLUGS}
    assert [work for work in SLUGS if school in said[work]] == ["huisbezoek", "school"]
    assert [work for work in SLUGS if housing in said[work]] == ["balie", "toezicht", "huisbezoek"]
    assert "Op de hele kaart staan nog 2 signalen" in said["school"]


def test_what_is_meant_for_this_very_work_stands_first_in_its_group(client: Client, region: Town) -> None:
    page = card(client, "woerden/school/")
    within = re.search(r'id="groep-within_netherlands".*?<ul.*?>(.*?)</ul>', page, re.S)
    assert within is not None
    assert "school snel slechter" in re.findall(r"<li>(.*?)</li>", within[1])[0]


def test_the_instrument_for_schools_is_on_the_card_for_schools(client: Client, region: Town) -> None:
    """CARD-09: West-Friesland names it."""
    tool = "Instrument vroegsignalering"
    with_tool = [work for work in ("", *SLUGS) if tool in card(client, f"hoorn/{work}{'/' if work else ''}")]
    assert with_tool == ["", "school"]
    assert tool not in card(client, "woerden/school/")


@pytest.mark.parametrize("work", ["", *(f"{slug}/" for slug in SLUGS)])
def test_nothing_on_the_card_can_be_ticked_counted_or_scored(client: Client, region: Town, work: str) -> None:
    """CARD-05, CARD-07: no verdict; what makes somebody vulnerable asks for attention and no more."""
    page = card(client, f"woerden/{work}")
    assert not re.findall(r'type="(?:checkbox|radio|number|range)"|<select|<meter|<progress', page)
    assert "tussen 12 en 24 jaar oud" in page
    assert "telt niet mee en bewijst niets" in page
    assert page.index('id="groep-across_borders"') < page.index('id="kwetsbaar"')


def test_it_says_what_to_do_and_what_not(client: Client, region: Town) -> None:
    page = card(client, "montfoort/toezicht/")
    assert "Spreek de mogelijke uitbuiter niet aan en ga niet zelf op onderzoek." in page
    assert "Schrijf op wat u zag, wat u hoorde en wat u verteld is." in page
    assert "Zet erbij waar en wanneer." in page
    assert page.index("Doe dit niet") < page.index("Doe dit wel")


def test_it_says_where_it_comes_from_from_which_policy_and_since_when(client: Client, region: Town) -> None:
    """CARD-05, CARD-08."""
    page = card(client, "woerden/")
    assert "VNG en EMM" in page
    assert "CoMensha en het RIEC" in page
    assert "De lijst is niet volledig en geen twee zaken zijn gelijk." in page
    origin = " ".join(re.sub("<.*?>", "", page[page.index('id="herkomst"') :]).split())
    assert "in het beleid van Woerden, versie van 1 december 2024, in gebruik sinds" in origin
    assert "De kaart zelf geldt sinds 1 januari 2024" in origin
    assert "bijlage 3" in origin


def test_the_card_is_there_in_english_too(client: Client, region: Town) -> None:
    page = card(client, "woerden/balie/", "en")
    assert "Somebody else keeps the passport." in page
    assert "Do not confront the suspected exploiter" in page
    assert "Front desk and telephone" in page
    assert "Een ander bewaart" not in page


def test_a_region_adds_a_signal_of_its_own_and_only_its_municipalities_show_it(
    client: Client, region: Town
) -> None:
    """CARD-08: replaceable by whoever the policy belongs to."""
    own = "Iemand stelt zijn woning beschikbaar aan anderen"
    assert own in card(client, "hoorn/huisbezoek/")
    assert own not in card(client, "hoorn/balie/")
    assert own not in card(client, "woerden/")


def test_a_policy_without_a_card_says_so_and_where_to_go_instead(client: Client, village: Town) -> None:
    page = card(client, "woerden/")
    assert "In het beleid van Woerden staat geen signalenkaart." in page
    assert "Verzonnen meldpunt" in page


def test_two_municipalities_each_show_their_own_reporting_points(client: Client, region: Town) -> None:
    """REP-09."""
    assert "Meldpunt goed verhuurderschap Montfoort" in card(client, "montfoort/")
    assert "Meldpunt goed verhuurderschap Montfoort" not in card(client, "woerden/")


def test_a_municipality_without_a_policy_says_so_and_where_to_go_instead(
    client: Client, region: Town
) -> None:
    page = card(client, "elders/")
    assert "nog geen beleid in gebruik genomen" in page
    assert "tel:112" in page
    assert "tel:08002000" in page
    assert not items(page)


@pytest.mark.parametrize("address", ["nergens/", "woerden/bakkerij/", "moviera/"])
def test_a_card_that_does_not_exist_is_not_there(client: Client, region: Town, address: str) -> None:
    assert client.get(f"/signalenkaart/{address}").status_code == 404


def test_one_chooses_the_municipality_where_there_are_several(client: Client, region: Town) -> None:
    page = client.get("/signalenkaart/").content.decode()
    for slug in ("woerden", "montfoort", "hoorn", "elders"):
        assert f'href="/signalenkaart/{slug}/"' in page


def test_the_card_leaves_no_cookie_and_opens_no_session(client: Client, region: Town) -> None:
    client.get("/signalenkaart/")
    client.get("/signalenkaart/woerden/")
    client.post("/signalenkaart/woerden/school/", {"words": "paspoort"})
    assert not client.cookies


def test_an_outsider_learns_nothing_about_signals(client: Client, town: Town) -> None:
    """The same page, byte for byte, before and after a signal came in."""
    adopt(town)
    before = client.get("/signalenkaart/woerden/").content
    reported(town)
    after = client.get("/signalenkaart/woerden/").content
    assert after == before
    assert STORY.encode() not in after
