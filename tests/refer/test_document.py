"""The hand-over on paper: tagged, readable by everybody, and silent about who reported."""

import io

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from baken.refer import handover
from baken.web import printing
from tests.papers import everything_of, text_of
from tests.refer.conftest import HAPPENED, UNSPOKEN, VICTIM, Handing

PLAIN = {
    "title": "Overdracht: Arbeidsinspectie",
    "sender": "Gemeente Woerden",
    "lang": "nl",
    "notice": "",
    "facts": [{"name": "Van", "value": "Gemeente Woerden"}],
    "pieces": [],
    "closing": {"title": "Wat wij u vragen", "lines": ["Laat het weten."]},
    "footer": "Vertrouwelijk",
}


def paper(handing: Handing) -> bytes:
    answer = handing.case.get(f"overdrachten/{handing.referrals[0].id}/document/")
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "application/pdf"
    assert answer.headers["Content-Disposition"].startswith("attachment;")
    assert answer.headers["Cache-Control"] == "no-store"
    return answer.content


def printed(*lines: str) -> str:
    made = printing.make(
        handover.TEMPLATE, {**PLAIN, "pieces": [{"title": "Wat er is gebeurd", "lines": list(lines)}]}
    )
    return text_of(made)


def test_the_document_says_of_itself_what_a_screen_reader_needs(handing: Handing) -> None:
    """PDF/UA-1: tagged, with a title that is shown and a language."""
    handing.over("labour_authority")
    with pikepdf.open(io.BytesIO(paper(handing))) as made:
        root = made.Root
        assert bool(root.MarkInfo.Marked)
        assert str(root.Lang) == "nl"
        assert bool(root.ViewerPreferences.DisplayDocTitle)
        assert root.StructTreeRoot.K is not None
        with made.open_metadata() as about:
            assert about["pdfuaid:part"] == "1"
            assert about["dc:title"] == "Overdracht: Nederlandse Arbeidsinspectie (NLA)"
        assert str(made.docinfo["/Author"]) == "Woerden"


def test_the_document_holds_what_was_previewed_with_purpose_and_ground(handing: Handing) -> None:
    handing.over("labour_authority", explanation="Graag uw oordeel over de identiteitspapieren.")
    words = " ".join(text_of(paper(handing)).split())
    wanted = (
        HAPPENED,
        VICTIM,
        "vermoedelijk slachtoffer",
        "Doel",
        "AVG artikel 6",
        "Graag uw oordeel over de identiteitspapieren.",
        "Laat ons onder dit kenmerk weten",
        "Alles hierin is een vermoeden",
        handing.referrals[0].id[:8].upper(),
    )
    assert [part for part in wanted if part not in words] == []


def test_neither_its_pages_nor_any_other_part_of_it_name_the_reporter(handing: Handing) -> None:
    """V6: also not in metadata, or in an object that no page shows."""
    handing.over("labour_authority", pieces=["facts", "account", "observations", "persons", "addresses"])
    made = paper(handing)
    for layer in (made, everything_of(made), text_of(made).encode()):
        for word in (*UNSPOKEN, str(handing.case.signal)):
            assert word.encode() not in layer


def test_only_what_was_chosen_is_in_it(handing: Handing) -> None:
    handing.over("labour_authority", pieces=["facts"])
    words = text_of(paper(handing))
    assert VICTIM not in words
    assert HAPPENED not in words
    assert "Verzonnenlaan" not in words


STRANGE = {
    "an emoji": ("bus 🚚 weg", "bus [U+1F69A] weg"),
    "arabic": ("naam مرحبا", "naam [U+0645][U+0631][U+062D][U+0628][U+0627]"),
    "a turn of direction": ("a\u202eb", "a[U+202E]b"),
    "a control character": ("a\x07b", "a[U+0007]b"),
    "chinese": ("你", "[U+4F60]"),
    "accents, composed": ("Théodora Öztürk, Łukasz, Ştefan", "Théodora Öztürk, Łukasz, Ştefan"),
    "accents, apart": ("e\u0301", "é"),
    "cyrillic and greek": ("Ирина Νίκος", "Ирина Νίκος"),
    "markup": (
        "*vet* _a_ #let x = 1 <b> $x$ @noot // \\ [x]",
        "*vet* _a_ #let x = 1 <b> $x$ @noot // \\ [x]",
    ),
}


@pytest.mark.parametrize(("given", "wanted"), STRANGE.values(), ids=STRANGE.keys())
def test_no_character_gets_lost_and_none_is_read_as_markup(given: str, wanted: str) -> None:
    assert wanted in printed(given).replace("\n", "")  # each script has a font of its own


@settings(max_examples=15, deadline=None)
@given(st.lists(st.text(min_size=1, max_size=60), max_size=4), st.text(max_size=30))
def test_whatever_people_write_there_is_a_document(lines: list[str], sender: str) -> None:
    """A page with a glyph that is missing would be refused; nothing anybody writes may stand in the way."""
    piece = {"title": "Wat er is gebeurd", "lines": lines}
    made = printing.make(
        handover.TEMPLATE, {**PLAIN, "sender": sender, "title": sender or "x", "pieces": [piece]}
    )
    assert made.startswith(b"%PDF")


def test_a_long_account_runs_over_several_pages(handing: Handing) -> None:
    handing.over("labour_authority", explanation="Zin die lang genoeg is om te tellen. " * 100)
    with pikepdf.open(io.BytesIO(paper(handing))) as made:
        assert len(made.pages) > 1
    assert "2 / 2" in text_of(paper(handing))


def test_a_hand_over_of_another_signal_has_no_document_here(handing: Handing) -> None:
    handing.over("labour_authority")
    other = handing.referrals[0].id[:-4] + "0000"
    assert handing.case.get(f"overdrachten/{other}/document/").status_code == 404
