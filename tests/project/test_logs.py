"""A log line says where in the code, never about whom."""

import io
import logging

import pytest
from django.test import Client

from baken.project.logs import Discreet

PERSON = "Aaltje Zonneveld"


def written(name: str, *words: object, error: Exception | None = None) -> str:
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(Discreet())
    logger = logging.getLogger(name)
    logger.addHandler(handler)
    was = logger.level
    try:
        logger.setLevel("WARNING")
        if error is None:
            logger.warning(*words)  # type: ignore[arg-type]
        else:
            try:
                raise error
            except Exception:
                logger.exception(*words)  # type: ignore[arg-type]
    finally:
        logger.removeHandler(handler)
        logger.setLevel(was)
    return stream.getvalue()


def test_values_filled_in_by_others_are_left_out() -> None:
    line = written("django.request", "Not Found: %s", f"/zoek/{PERSON}")
    assert "Not Found: ..." in line
    assert PERSON not in line


def test_an_exception_shows_its_kind_and_place_and_not_its_words() -> None:
    line = written("django.request", "Internal Server Error: %s", "/x", error=ValueError(PERSON))
    assert "ValueError" in line
    assert "test_logs.py:" in line
    assert PERSON not in line


def test_what_others_make_of_an_exception_is_left_out(client: Client) -> None:
    """Django writes what a header held as if that were the message."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(Discreet())
    logger = logging.getLogger("django.security.DisallowedHost")
    logger.addHandler(handler)
    try:
        client.get("/", headers={"host": "jan-jansen-meldt.example"})
    finally:
        logger.removeHandler(handler)
    line = stream.getvalue()
    assert "ERROR django.security.DisallowedHost: ..." in line
    assert "jansen" not in line
    assert PERSON not in written("some.library", f"no {PERSON}", error=ValueError(PERSON))


@pytest.mark.parametrize("address", ["203.0.113.9", "2001:db8::7", "::ffff:203.0.113.9"])
def test_the_web_server_writes_no_addresses(address: str) -> None:
    line = written("gunicorn.error", f"Invalid request from ip={address}: bad line")
    assert "Invalid request" in line
    assert "203.0.113.9" not in line
    assert "db8" not in line
