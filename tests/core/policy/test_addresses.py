"""A policy links to pages only: an address that a browser would run is refused where the folder is read."""

import pytest

from tests.policies.shelf import mistakes, with_files

PARTNERS = """format: 1
reporting_points:
  - id: point
    name: {{nl: Punt, en: Point}}
    when_to_use: {{nl: altijd, en: always}}
    web: "{web}"
    chosen: om te proberen
"""


def told(web: str) -> list[str]:
    files = {"reporting.yaml": PARTNERS.format(web=web)}
    return [error.in_("en") for error in mistakes(with_files(files))]


@pytest.mark.parametrize("web", ["https://www.politie.nl", "http://ok.nl/a?b=c#d", "https://ok.nl:8443/é"])
def test_a_page_is_an_address(web: str) -> None:
    assert told(web) == []


@pytest.mark.parametrize(
    "web",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,x",
        "//elsewhere.nl",
        "www.politie.nl",
        "https://",
        "https://a b",
        "https://a.nl/<script>",
    ],
)
def test_what_is_no_page_is_refused(web: str) -> None:
    (line,) = told(web)
    assert "reporting.yaml:6: This is not a web address." in line
