"""Tests of the frame ask as somebody who is not logged in, and meet the pages that show every part."""

import pytest
from django.test import Client


@pytest.fixture
def visitor() -> Client:
    """Somebody who is not logged in; an error in a view is answered with a page, as it would be outside."""
    return Client(raise_request_exception=False)


@pytest.fixture
def style_pages(settings):
    """Serve the pages that show every part, which Baken itself does not have."""
    settings.ROOT_URLCONF = "tests.web.style"
    settings.TEMPLATES = [{**settings.TEMPLATES[0], "DIRS": ["tests/web/templates"]}]
