"""Who may see the addresses of the basic level."""

from tests.tenants.programme_level_things import a_criterion, a_criterion_to_follow_up, a_level
from tests.tenants.urls_rows import CARE, ELSEWHERE, FOREIGN, HANDLERS, Row, page

KEEPERS = (*HANDLERS, "adviser")
ROWS: dict[str, Row] = {
    "programme_level:overview": page(*KEEPERS, *ELSEWHERE, *CARE, of=a_level),
    "programme_level:sheet": page(*KEEPERS, *ELSEWHERE, *CARE, of=a_level),
    # whose organisation has no such criterion in its policy has no page about it
    "programme_level:criterion": page(*KEEPERS, of=a_criterion, **FOREIGN, care=404, director=404),
    "programme_level:assess": page(*KEEPERS, of=a_criterion, **FOREIGN),
    "programme_level:follow_up": page(*KEEPERS, of=a_criterion_to_follow_up, **FOREIGN),
}
