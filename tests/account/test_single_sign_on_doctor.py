"""`baken doctor` looks at single sign-on: the file, and whether each provider answers as one."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from baken.account.single_sign_on import looking, settings_file
from baken.project import doctor
from tests.identity import settings
from tests.identity.standin import running

MFA = {"amr": ["mfa"]}


@pytest.fixture(autouse=True)
def none_left() -> Iterator[None]:
    """Each test begins and ends without a file."""
    settings.remove()
    yield
    settings.remove()


def found() -> list[str]:
    return list(looking.troubles(os.environ))


def test_nothing_set_up_and_all_well_are_both_no_trouble() -> None:
    assert found() == []
    with running() as standin:
        settings.write("http://localhost:8000", woerden=settings.entry(standin.url, demand=MFA))
        assert found() == []


def test_a_mistake_in_the_file_is_told_without_the_secret(tmp_path: Path) -> None:
    settings.write("http://localhost:8000", woerden=settings.entry("http://login.woerden.example"))
    (line,) = found()
    assert "must begin with https://" in line
    assert settings.SECRET not in line
    env = {"BAKEN_STATE": str(tmp_path), "BAKEN_SECRETS": str(settings_file.path().parent)}
    finding = next(one for one in doctor.examine(env) if one.what == "single sign-on")
    assert finding.line().startswith("WRONG  single sign-on: single-sign-on.yaml:1: ")


def test_a_provider_that_does_not_answer_or_shows_no_key_is_told() -> None:
    settings.write("http://localhost:8000", woerden=settings.entry("http://127.0.0.1:9", demand=MFA))
    assert "woerden: http://127.0.0.1:9 is no provider that Baken can use: no connection" in found()[0]
    with running() as standin:
        standin.keys = []
        settings.write("http://localhost:8000", woerden=settings.entry(standin.url, demand=MFA))
        assert "shows no key" in found()[0]


@pytest.mark.parametrize(
    ("said", "warns"),
    [
        ({}, True),
        ({"demand": {"amr": ["pwd"]}}, True),
        ({"demand": {"amr": ["pwd", "kba"], "acr": []}}, True),
        ({"demand": {"amr": ["pwd", "otp"]}}, False),
        ({"demand": {"acr": ["urn:x:loa3"]}}, False),
        ({"second_step": "by_provider"}, False),
    ],
)
def test_a_provider_where_a_password_alone_would_do_is_told_with_what_to_do(
    said: dict[str, Any], warns: bool
) -> None:
    with running() as standin:
        settings.write("http://localhost:8000", woerden=settings.entry(standin.url, **said))
        assert bool(found()) == warns
        if warns:
            (line,) = found()
            assert line.startswith("woerden: a password alone would do")
            assert "amr: [mfa]" in line
            assert "second_step: by_provider" in line
