"""`single-sign-on.yaml`: read strictly, each mistake with its line and never with what stood there."""

from pathlib import Path

import pytest

from baken.account.single_sign_on.settings_file import FILE, WrongFile, parse, providers

GOOD = """\
format: 1
address: https://baken.woerden.example
organisations:
  woerden:
    name: Gemeente Woerden
    issuer: https://login.woerden.example/tenant/v2.0
    client_id: baken
    secret: heel-geheim
    email_domains: [woerden.example]
    roles:
      claim: groups
      give:
        baken-af: [focal_point]
"""


def wrong(content: str) -> str:
    with pytest.raises(WrongFile) as caught:
        parse(content)
    assert "heel-geheim" not in str(caught.value)
    return str(caught.value)


def test_a_file_as_it_should_be_gives_one_provider_with_its_own_way_back() -> None:
    (provider,) = parse(GOOD, production=True).values()
    assert provider.slug == "woerden"
    assert provider.back == "https://baken.woerden.example/inloggen/organisatie/woerden/terug/"
    assert provider.entry.roles
    assert provider.entry.roles.give == {"baken-af": ["focal_point"]}
    assert "heel-geheim" not in repr(provider)


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ("format: 1", "format: 2", 1, "format"),
        ("https://baken.", "http://baken.", 2, "must begin with https://"),
        ("https://baken.woerden.example", "https://baken.woerden.example/pagina", 2, "without a page behind it"),
        ("issuer: https://login", "issuer: http://login", 6, "must begin with https://"),
        ("/tenant/v2.0", "/?a=b", 6, "question mark"),
        ("https://login.woerden", "https://iemand@login.woerden", 6, "without a user"),
        ("    client_id: baken\n", "", 4, "client_id: Field required"),
        ("    secret: heel-geheim\n", "    secret: heel-geheim\n    secret: heel-geheim2\n", 9, "twice"),
        ("name: Gemeente", "naam: Gemeente", 5, "naam: Extra inputs"),
        ("[woerden.example]", "['@woerden.example']", 9, "behind the @"),
        ("[woerden.example]", "[]", 9, "at least 1"),
        ("[focal_point]", "[aandachtsfunctionaris]", 12, "there is no role aandachtsfunctionaris"),
        ("[focal_point]", "[emergency]", 12, "there is no role emergency"),  # taken with a reason, never given
        ("[focal_point]", "[idle_deputy]", 12, "there is no role idle_deputy"),
        ("[focal_point]", "[focal_point, administrator]", 12, "cannot be combined"),
        ("[focal_point]", "[]", 12, "at least one role"),
        ("  woerden:", "  Wóerden:", 3, "slug"),
        ("client_id: baken", "client_id: &a baken", 7, "&"),
    ],
)  # fmt: skip
def test_each_mistake_is_told_with_its_line(old: str, new: str, line: int, said: str) -> None:
    assert old in GOOD
    told = wrong(GOOD.replace(old, new))
    assert said in told
    assert f"{FILE}:{line}:" in told


def test_one_provider_alone_speaks_for_an_address() -> None:
    second = GOOD.partition("organisations:\n")[2].replace("  woerden:", "  montfoort:")
    assert "woerden.example stands here twice" in wrong(GOOD + second)


def test_localhost_needs_no_https_but_in_production_it_is_no_place() -> None:
    local = GOOD.replace("https://login.woerden.example", "http://localhost:9000")
    assert parse(local)
    with pytest.raises(WrongFile, match="localhost"):
        parse(local, production=True)


@pytest.mark.parametrize(
    "content", ["", "[]", "organisations: {}", "\x00", "a: [", "format: 1\n" * 3, b"\xff"]
)
def test_rubbish_is_refused_as_a_sentence(content: str | bytes) -> None:
    with pytest.raises(WrongFile) as caught:
        parse(content)
    assert caught.value.lines


def test_no_file_is_no_single_sign_on_and_a_changed_one_counts_at_once(tmp_path: Path) -> None:
    env = {"BAKEN_SECRETS": str(tmp_path)}
    assert providers(env) == {}
    (tmp_path / FILE).write_text(GOOD, "utf-8")
    assert providers(env)["woerden"].entry.name == "Gemeente Woerden"
    (tmp_path / FILE).write_text(GOOD.replace("Gemeente Woerden", "Stad Woerden"), "utf-8")
    assert providers(env)["woerden"].entry.name == "Stad Woerden"
