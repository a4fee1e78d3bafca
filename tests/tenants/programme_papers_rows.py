"""Who may see the addresses of papers and budget."""

from tests.tenants.programme_papers_things import (
    a_budget,
    a_budget_year,
    a_field,
    a_line,
    a_paper,
    a_shelf,
)
from tests.tenants.urls_rows import CARE, ELSEWHERE, FOREIGN, HANDLERS, Row, page

KEEP = (*HANDLERS, "adviser")
READ = (*KEEP, *ELSEWHERE, *CARE)
ROWS: dict[str, Row] = {
    "programme_papers:overview": page(*READ, of=a_shelf),
    # whose organisation has no such field in its policy has no page about it
    "programme_papers:field": page(*KEEP, of=a_field, **FOREIGN, care=404, director=404),
    **{f"programme_papers:{name}": page(*KEEP, of=a_field, **FOREIGN) for name in ("note", "field_action")},
    "programme_papers:add": page(*KEEP, *ELSEWHERE),
    "programme_papers:adopt": page(*KEEP, *ELSEWHERE, of=a_shelf),
    **{
        f"programme_papers:{name}": page(*KEEP, of=a_paper, **FOREIGN)
        for name in ("change", "replace", "act_on", "withdraw")
    },
    "programme_papers:budget": page(*READ, of=a_budget),
    "programme_papers:add_line": page(*KEEP, *ELSEWHERE),
    "programme_papers:adopt_lines": page(*KEEP, *ELSEWHERE, of=a_budget_year),
    **{
        f"programme_papers:{name}": page(*KEEP, of=a_line, **FOREIGN)
        for name in ("change_line", "withdraw_line")
    },
}
