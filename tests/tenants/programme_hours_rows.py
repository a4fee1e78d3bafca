"""Who may see the addresses of hours. A line is its owner's alone; each organisation has its own hours."""

from tests.tenants.programme_hours_things import a_year, an_hours_line
from tests.tenants.urls_rows import CARE, ELSEWHERE, HANDLERS, Row, page

KEEP = (*HANDLERS, "adviser", *ELSEWHERE)
BOOK = (*KEEP, *CARE, "coordinator")
ROWS: dict[str, Row] = {
    "programme_hours:overview": page(*BOOK),
    "programme_hours:book": page(*BOOK),
    "programme_hours:forecast": page("lead", "adviser"),
    "programme_hours:reserve": page(*KEEP, of=a_year),
    "programme_hours:withdraw": page(
        "focal_point", of=an_hours_line, **{who: 404 for who in BOOK if who != "focal_point"}
    ),
}
