"""The text of a file: kept with its mistakes, refused with its traps, and never overwritten by a second editor."""

import re
from urllib.parse import quote

import pytest

from tests.policy.drafting.desk import Desk

UNKNOWN = "  - id: nieuw\n    to: avimm\n    strength: required\n    chosen: om te proberen\n"


def spoilt(desk: Desk) -> str:
    """Woerden's route with a partner that does not exist."""
    return desk.text("route.yaml") + UNKNOWN


def test_a_text_with_mistakes_is_kept_as_a_draft_and_each_mistake_stands_at_its_line(desk: Desk) -> None:
    text = spoilt(desk)
    assert desk.save("route.yaml", text).status_code == 303
    assert desk.text("route.yaml") == text
    line = text.splitlines().index("    to: avimm") + 1
    page = desk.said("bestand/route.yaml/")
    assert f'href="#regel-{line}"' in page
    assert re.search(rf'draft-code__line--wrong"\s+id="regel-{line}"', page)
    assert "avimm</code> is geen partner." in page
    assert "avim</code>?" in page
    assert "Er staat nog 1 fout in" in desk.said()


def test_text_that_is_no_yaml_is_kept_too(desk: Desk) -> None:
    text = "format: 1\nsteps: [\n  - id: x\n"
    assert desk.save("route.yaml", text).status_code == 303
    assert desk.text("route.yaml") == text
    assert "geen leesbare YAML" in desk.said("bestand/route.yaml/")


def test_line_ends_of_any_kind_become_one_kind(desk: Desk) -> None:
    text = desk.text("route.yaml")
    for kind in ("\r\n", "\r"):
        assert desk.save("route.yaml", text.replace("\n", kind)).status_code == 303
        assert desk.text("route.yaml") == text
    assert desk.now.number == 1, "nothing changed, so nothing is counted"


TRAPS = {
    "nul": "format: 1\nsteps: []\n# \x00\n",
    "control": "format: 1\n# \x1b[31m\n",
    "half a character": "format: 1\n# \ud83d\n",
    "too large": "format: 1\n#" + "x" * 250_000,
    "too many lines": "format: 1\n" + "\n" * 6_000,
    "bomb": 'format: 1\na: &a ["x","x"]\nb: &b [*a,*a]\nc: [*b,*b]\n',
    "anchor loop": "format: 1\nsteps: &a\n  - *a\n",
    "tag": "format: 1\nsteps: !!python/object/apply:os.system [ls]\n",
    "deep": "format: 1\nsteps: " + "[" * 5_000,
    "deep block": "format: 1\n" + "".join(f"{' ' * n}a:\n" for n in range(60)),
    "two documents": "format: 1\n---\nformat: 1\n",
}


@pytest.mark.parametrize("kind", TRAPS)
def test_a_trap_is_refused_with_what_why_and_what_to_do_and_changes_nothing(desk: Desk, kind: str) -> None:
    before = desk.now
    answer = desk.client.post(
        desk.url("bestand/route.yaml/"),
        f"looked_at=1&text={_quoted(TRAPS[kind])}",
        content_type="application/x-www-form-urlencoded",
    )
    after = desk.now
    assert (after.files, after.number) == (before.files, before.number)
    if kind == "half a character":
        assert answer.status_code == 400
        return
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "Dit is niet bewaard" in page
    assert page.count("draft-wrongs__list") == 1
    assert "format: 1" in page, "what was typed is still there"


def _quoted(text: str) -> str:
    return quote(text, errors="surrogatepass")


def test_utf_16_and_ten_megabytes_do_not_reach_the_draft(desk: Desk) -> None:
    for body, status in (
        ("text=".encode("utf-16"), 400),
        (b"text=%ff%fea%00", 400),
        (b"text=" + b"x" * 10_000_000, 413),
    ):
        answer = desk.client.post(
            desk.url("bestand/route.yaml/"), body, content_type="application/x-www-form-urlencoded"
        )
        assert answer.status_code == status
    assert desk.now.number == 1


@pytest.mark.parametrize(
    "name", ["kanarie.yaml", "../route.yaml", "/etc/passwd", "cases/../x.yaml", "cases/", "ROUTE.yaml"]
)
def test_a_file_that_a_policy_does_not_have_is_not_there(desk: Desk, name: str) -> None:
    assert desk.get(f"bestand/{name}/").status_code == 404
    assert desk.save(name, "format: 1\n").status_code == 404


def test_an_emptied_file_counts_no_more_but_the_head_stays(desk: Desk) -> None:
    desk.save("partners.yaml", " \n")
    assert "partners.yaml" not in desk.now.files
    desk.save("municipality.yaml", "")
    assert desk.now.files["municipality.yaml"] == ""
    assert "Dit bestand bevat geen beleid" in desk.said("bestand/municipality.yaml/")


def test_two_editors_of_other_files_do_not_hinder_each_other(desk: Desk) -> None:
    first = desk.text("route.yaml").replace("strength: suggested", "strength: required")
    assert desk.save("route.yaml", first, looked_at=1).status_code == 303
    other = desk.text("texts.yaml").replace("Onderzoek", "Ga na")
    assert desk.save("texts.yaml", other, looked_at=1).status_code == 303
    assert (desk.text("route.yaml"), desk.text("texts.yaml")) == (first, other)


def test_the_second_editor_of_the_same_line_sees_both_texts_and_overwrites_nothing(desk: Desk) -> None:
    was = desk.text("texts.yaml")
    theirs = was.replace("Onderzoek of", "Kijk of")
    mine = was.replace("Onderzoek of", "Ga na of")
    desk.save("texts.yaml", theirs, looked_at=1)
    answer = desk.visit("lead").save("texts.yaml", mine, looked_at=1)
    assert answer.status_code == 409
    page = answer.content.decode()
    assert "Iemand anders heeft dit bestand intussen gewijzigd" in page
    assert desk.town.people["adviser"].name in page
    assert "Kijk of" in page
    assert "Ga na of" in page
    assert desk.text("texts.yaml") == theirs
    again = desk.save("texts.yaml", mine, looked_at=2)
    assert again.status_code == 303, "who saw what the other wrote decides"
    assert desk.text("texts.yaml") == mine


def test_changes_in_different_places_are_put_together_and_shown_before_they_are_kept(desk: Desk) -> None:
    was = desk.text("route.yaml")
    theirs = was.replace("strength: suggested", "strength: required")
    mine = was.replace("# Alleen in Woerden", "# Alleen bij ons")
    desk.save("route.yaml", theirs, looked_at=1)
    answer = desk.visit("lead").save("route.yaml", mine, looked_at=1)
    assert answer.status_code == 409
    both = theirs.replace("# Alleen in Woerden", "# Alleen bij ons")
    assert answer.context["form"]["text"].value() == both
    assert desk.text("route.yaml") == theirs


def test_a_damaged_number_never_lets_somebody_overwrite(desk: Desk) -> None:
    for number in ("", "kanarie", "-1", "9" * 30, "٣"):
        assert desk.save("texts.yaml", "format: 1\n", looked_at=number).status_code == 409  # type: ignore[arg-type]
    assert desk.now.number == 1


def test_the_cases_show_how_they_come_out(desk: Desk) -> None:
    page = desk.said("bestand/cases/route.yaml/")
    assert "Hoe deze gevallen aflopen" in page
    assert "Klopt niet" not in page
    text = desk.text("cases/route.yaml")
    desk.save("cases/route.yaml", text.replace("stage: received", "stage: closed"))
    page = desk.said("bestand/cases/route.yaml/")
    assert "Klopt niet" in page
    assert "verwacht closed, gevonden received" in page
    assert "anders af dan er staat" in desk.said()
