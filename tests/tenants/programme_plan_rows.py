"""Who may see the addresses of the execution programme."""

from tests.tenants.programme_plan_things import a_programme, an_action, no_programme, some_progress
from tests.tenants.urls_rows import CARE, ELSEWHERE, FOREIGN, HANDLERS, Row, page

KEEPERS = (*HANDLERS, "adviser")
ABOUT_ONE = {**FOREIGN, "care": 404, "director": 404}
ROWS: dict[str, Row] = {
    "programme_plan:overview": page(*KEEPERS, *ELSEWHERE, *CARE),
    "programme_plan:editions": page(*KEEPERS, *ELSEWHERE, *CARE),
    "programme_plan:start": page(*KEEPERS, *ELSEWHERE, of=no_programme),
    "programme_plan:empty": page(*KEEPERS, *ELSEWHERE),
    "programme_plan:edition": page(*KEEPERS, of=a_programme, **ABOUT_ONE),
    "programme_plan:action": page(*KEEPERS, of=an_action, **ABOUT_ONE),
    **{
        f"programme_plan:{name}": page(*KEEPERS, of=a_programme, **FOREIGN)
        for name in ("change_edition", "next_edition", "withdraw_edition", "add_action")
    },
    **{
        f"programme_plan:{name}": page(*KEEPERS, of=an_action, **FOREIGN)
        for name in ("change_action", "progress", "stop")
    },
    "programme_plan:withdraw_progress": page(*KEEPERS, of=some_progress, **FOREIGN),
}
