"""Who may see the addresses of a region: its members; only who may release does, of the own organisation."""

from tests.tenants.programme_region_things import (
    a_region_with_something,
    a_release,
    a_released_subject,
    some_regions,
)
from tests.tenants.urls_rows import ADVISERS, CARE, ELSEWHERE, HANDLERS, Row, page

MEMBERS = (*HANDLERS, "adviser", "neighbour")
NONE = {"outsider": 404, "care": 404, "director": 404}
ROWS: dict[str, Row] = {
    "programme_region:overview": page(*HANDLERS, "adviser", *ELSEWHERE, *CARE, of=some_regions),
    "programme_region:region": page(*MEMBERS, of=a_region_with_something, **NONE),
    "programme_region:received": page(*MEMBERS, of=a_release, **NONE),
    "programme_region:choose": page(*ADVISERS, of=a_region_with_something),
    "programme_region:look": page(*ADVISERS, of=a_released_subject),
    "programme_region:withdraw": page(*ADVISERS, of=a_released_subject),
}
