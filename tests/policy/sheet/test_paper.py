"""The route sheet as a PDF: what a screen reader needs, what stands on it, and whose names (REP-10)."""

import io
from collections.abc import Iterator

import pikepdf
import pytest
from django.test import Client

from baken.core.policy.resolve import resolve
from baken.project.policies import library
from baken.tenancy.scope import scope
from tests.papers import everything_of, text_of
from tests.policy.sheet.conftest import made
from tests.tenants.things import STORY, reported
from tests.tenants.town import Town

AUDIENCES = ("staff", "focal_point", "everyone")


def words(pdf: bytes) -> str:
    return " ".join(text_of(pdf).split())


def tags(node: pikepdf.Object) -> Iterator[str]:
    """Yield the kind of every part of a document, as a screen reader meets them."""
    if isinstance(node, pikepdf.Array):
        for one in node:
            yield from tags(one)
    elif isinstance(node, pikepdf.Dictionary):
        if "/S" in node:
            yield str(node.S)
        if "/K" in node:
            yield from tags(node.K)


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("audience", AUDIENCES)
def test_the_sheet_says_of_itself_what_a_screen_reader_needs(
    client: Client, town: Town, audience: str, language: str
) -> None:
    """PDF/UA-1: tagged, with a title that is shown and a language; tables have headers and lists are lists."""
    with pikepdf.open(io.BytesIO(made(client, town, audience, language))) as document:
        root = document.Root
        assert bool(root.MarkInfo.Marked)
        assert str(root.Lang) == language
        assert bool(root.ViewerPreferences.DisplayDocTitle)
        with document.open_metadata() as about:
            assert about["pdfuaid:part"] == "1"
            title = {
                "nl": "Meldroute mensenhandel: Woerden",
                "en": "Trafficking reporting route: Woerden",
            }
            assert about["dc:title"] == title[language]
        assert str(document.docinfo["/Author"]) == "Woerden"
        found = set(tags(root.StructTreeRoot.K))
    assert {"/H1", "/H2", "/Table", "/TH", "/TD", "/L", "/LI"} <= found


@pytest.mark.parametrize("audience", AUDIENCES)
def test_it_says_that_it_is_internal_from_which_policy_and_of_which_day(
    client: Client, town: Town, audience: str
) -> None:
    said = words(made(client, town, audience))
    assert said.count("Alleen voor intern gebruik") >= 2  # on top, and at the foot of each page
    assert "Uit het beleid van Woerden, versie van 1 december 2024" in said
    assert "Besluit: besluit van het college" in said
    assert f"Gemaakt op {town.today.day} " in said


@pytest.mark.parametrize("audience", AUDIENCES)
def test_the_emergency_number_comes_before_any_name(client: Client, town: Town, audience: str) -> None:
    said = words(made(client, town, audience))
    assert said.index("112: Alarmnummer") < said.index("Persoon focal_point")


def test_a_colleague_with_a_signal_reads_whom_to_tell_and_what_not_to_do(client: Client, town: Town) -> None:
    said = words(made(client, town, "staff"))
    assert "focal_point@woerden.example" in said
    assert "coordinator@woerden.example" in said
    assert "Spreek de mogelijke uitbuiter niet aan" in said
    assert "/melden/woerden" in said
    assert "Bespreek het signaal met uw teamcoördinator." in said
    for only_for_who_handles in ("Wat eerst moet", "RIEC Midden-Nederland", "supervisor@", "adviser@"):
        assert only_for_who_handles not in said


def test_who_handles_signals_reads_the_steps_in_order_with_who_says_so(client: Client, town: Town) -> None:
    said = words(made(client, town, "focal_point"))
    bundle = resolve(library(), "woerden", town.today)
    places = [said.index(bundle.texts[step.text].nl) for step in bundle.steps]
    assert places == sorted(places)
    assert "Bron: Beleid mensenhandel gemeente Woerden, bijlage 2, stap 3" in said


def test_who_handles_signals_reads_what_comes_first_who_is_told_when_and_how_to_reach_them(
    client: Client, town: Town
) -> None:
    """REP-10, ROUTE-W3a: holds, referrals, tables, partners and reporting points, all from the policy."""
    said = words(made(client, town, "focal_point"))
    assert (
        "In Woerden komt de politie erbij nadat is onderzocht of een vertrouwenspersoon kan helpen." in said
    )
    assert "Hoeft niet te wachten: Als het acuut is." in said
    assert "Nederlandse Arbeidsinspectie (NLA) Als het om arbeidsuitbuiting gaat. moet 0800-5151" in said
    assert "lokaal ondermijningsoverleg Woerden" in said
    assert "Meld Misdaad Anoniem" in said
    bundle = resolve(library(), "woerden", town.today)
    for partner in bundle.partner_list:
        assert "".join(partner.name.nl.split()) in "".join(said.split()), partner.id


def test_everybody_together_reads_both(client: Client, town: Town) -> None:
    said = words(made(client, town, "everyone"))
    for part in (
        "Wat u doet, en wat niet",
        "De route, stap voor stap",
        "Wat eerst moet",
        "Partners in de route",
    ):
        assert part in said


def test_the_deputy_stands_on_it_with_the_end_of_the_delegation(client: Client, town: Town) -> None:
    """ROLE-17: who stands in now says for which post and until when; whose time is over does not."""
    for audience in AUDIENCES:
        said = words(made(client, town, audience))
        assert said.count("achtervang van: Aandachtsfunctionaris Woerden, tot ") == 1
    assert "expired_deputy@" not in words(made(client, town, "staff"))
    assert "achtervang, nu niet aangewezen" in words(made(client, town, "focal_point"))


def test_whoever_only_manages_accounts_or_left_is_not_on_it(client: Client, town: Town) -> None:
    with scope(town.woerden.id):
        town.members["lead"].active = False
        town.members["lead"].save(update_fields=["active"])
    said = words(made(client, town, "everyone"))
    assert "administrator@" not in said
    assert "lead@" not in said


@pytest.mark.parametrize("audience", AUDIENCES)
def test_the_names_of_another_organisation_never_stand_on_it(
    client: Client, town: Town, audience: str
) -> None:
    """Also not in metadata, or in an object that no page shows (V6)."""
    pdf = made(client, town, audience)
    theirs = made(client, town, audience, who="neighbour")
    for layer in (pdf, everything_of(pdf), text_of(pdf).encode()):
        for word in (b"Persoon neighbour", b"montfoort.example", b"Montfoort", b"Persoon outsider"):
            assert word not in layer
    assert b"woerden.example" not in text_of(theirs).encode()
    assert "neighbour@montfoort.example" in text_of(theirs)


def test_it_holds_nothing_of_any_signal(client: Client, town: Town) -> None:
    signal = reported(town)
    pdf = made(client, town, "everyone")
    for word in (STORY, "Kanarie", str(signal)):
        assert word.encode() not in everything_of(pdf)
        assert word not in text_of(pdf)


def test_it_is_there_in_english_whatever_the_language_of_the_page(client: Client, town: Town) -> None:
    said = words(made(client, town, "everyone", "en"))
    assert "For internal use only" in said
    assert "Do not confront the suspected exploiter" in said
    assert "December 2024" in said
    assert "Alleen voor intern gebruik" not in said
    assert "achtervang" not in said


def test_montfoort_has_its_own_route_and_no_trusted_person(client: Client, town: Town) -> None:
    said = words(made(client, town, "focal_point", who="neighbour"))
    assert "vertrouwenspersoon" not in said
    assert "Meldpunt goed verhuurderschap Montfoort" in said
